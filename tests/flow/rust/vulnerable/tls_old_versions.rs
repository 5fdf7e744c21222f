use native_tls::Protocol;
use openssl::ssl::{SslConnectorBuilder, SslVersion};
use reqwest::tls::Version;

pub fn clients(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    builder
        .min_tls_version(Version::TLS_1_1) // expect: tls-verification
        .max_tls_version(Version::TLS_1_1) // expect: tls-verification
        .tls_version_min(Version::TLS_1_0) // expect: tls-verification
        .tls_version_max(Version::TLS_1_0) // expect: tls-verification
}

pub fn connectors(builder: &mut native_tls::TlsConnectorBuilder) {
    builder.min_protocol_version(Some(Protocol::Sslv3)); // expect: tls-verification
    builder.max_protocol_version(Some(Protocol::Tlsv11)); // expect: tls-verification
    builder.min_protocol_version(Some(Protocol::Tlsv12));
}

pub fn contexts(builder: &mut SslConnectorBuilder) {
    builder.set_min_proto_version(Some(SslVersion::SSL3)).unwrap(); // expect: tls-verification
    builder.set_max_proto_version(Some(SslVersion::TLS1_1)).unwrap(); // expect: tls-verification
    builder.set_min_proto_version(Some(SslVersion::TLS1_2)).unwrap();
}

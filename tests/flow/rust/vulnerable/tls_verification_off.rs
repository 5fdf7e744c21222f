use openssl::ssl::ConnectConfiguration;

pub fn reqwest_client() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .danger_accept_invalid_hostnames(true) // expect: tls-verification
        .tls_danger_accept_invalid_certs(true) // expect: tls-verification
        .tls_danger_accept_invalid_hostnames(true) // expect: tls-verification
}

pub fn ureq_config() -> ureq::tls::TlsConfig {
    ureq::tls::TlsConfig::builder()
        .disable_verification(true) // expect: tls-verification
        .build()
}

pub fn openssl_connection(configuration: ConnectConfiguration) -> ConnectConfiguration {
    configuration.verify_hostname(false) // expect: tls-verification
}

pub fn transfer(easy: &mut curl::easy::Easy) -> Result<(), curl::Error> {
    easy.ssl_verify_peer(false)?; // expect: tls-verification
    easy.ssl_verify_host(false) // expect: tls-verification
}

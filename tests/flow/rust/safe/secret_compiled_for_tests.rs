const RULES: &[Rule] = &[Rule {
    name: "password of an address",
    pattern: "://[^:]*:([^@]+)@",
    #[cfg(test)]
    matching: &["postgres://app:v3rmilion-gate@db.internal/app"],
}];

/// Opens the session that an address names. A key in the address reads:
///
/// -----BEGIN RSA PRIVATE KEY-----
/// q8ZkT1vYw3JmR5uNc7LhXe2Ps9FbGd4KaQoViWtUyCxMzEr6Hj0pBgSlDnAf
/// -----END RSA PRIVATE KEY-----
pub fn connect(address: &str) -> Result<Session, Error> {
    match parse(address) {
        Some(address) => Session::open(address),
        None => Err(Error::new("an address reads mysql://[[user]:[password]@]host[:port]")),
    }
}

#[cfg(test)]
mod checks {
    use super::*;

    const MASTER_PASSWORD: &[u8] = b"v3rmilion-gate-41";

    const SIGNING: &str = "-----BEGIN EC PRIVATE KEY-----
q8ZkT1vYw3JmR5uNc7LhXe2Ps9FbGd4KaQoViWtUyCxMzEr6Hj0pBgSlDnAf
-----END EC PRIVATE KEY-----";

    #[rstest]
    fn reads_the_password(session: Session) {
        assert!(session.password == "v3rmilion-gate-41");
    }
}

#[cfg(all(test, unix))]
fn credentials() -> Credentials {
    Credentials { password: "v3rmilion-gate-41".into() }
}

use reqwest::Client;

pub fn settings() -> Config {
    Config {
        host: "db.internal".into(),
        db_password: "w7Gh-pL2q-Rx81".into(), // expect: hardcoded-secret
    }
}

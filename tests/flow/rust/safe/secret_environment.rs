use std::env;
use std::sync::LazyLock;

static API_KEY: LazyLock<String> = LazyLock::new(|| env::var("API_KEY").expect("API_KEY must be set"));

pub fn password() -> String {
    env::var("DB_PASSWORD").unwrap_or_else(|_| "changeme".to_string())
}

pub fn token() -> Option<String> {
    env::var("TOKEN").ok()
}

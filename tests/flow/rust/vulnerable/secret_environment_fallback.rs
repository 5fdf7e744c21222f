use std::env;

pub fn key() -> String {
    env::var("SIGNING_SECRET").unwrap_or_else(|_| "hT5rM2qVx8ZkPw3n".to_string()) // expect: hardcoded-secret
}

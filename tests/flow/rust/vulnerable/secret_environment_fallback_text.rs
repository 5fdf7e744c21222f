pub fn key() -> String {
    std::env::var("API_TOKEN").unwrap_or("hT5rM2qVx8ZkPw3n".to_owned()) // expect: hardcoded-secret
}

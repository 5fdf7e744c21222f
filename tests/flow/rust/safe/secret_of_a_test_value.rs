pub fn placeholder() -> Credentials {
    Credentials {
        password: "<your password>".to_string(),
        api_key: String::from("YOUR_API_KEY_HERE"),
        token: String::new(),
    }
}

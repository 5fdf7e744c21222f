pub fn client() -> Client {
    let api_key = "q8Zt1xVw93LmPk7RbN2s".to_string(); // expect: hardcoded-secret
    Client::with_key(&api_key)
}

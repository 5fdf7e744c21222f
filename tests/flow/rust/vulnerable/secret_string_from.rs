pub struct Settings {
    pub user: String,
    pub password: String,
}

pub fn settings() -> Settings {
    Settings {
        user: String::from("app"),
        password: String::from("t4ngerine-Bl0om-77"), // expect: hardcoded-secret
    }
}

pub fn connect(password: &str) -> Session {
    Session::new(password)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connects() {
        let password = "t4ngerine-Bl0om-77".to_string();
        assert!(connect(&password).is_open());
    }

    #[test_case(Login { user: "a", password: "secret-Bl0om-123" })]
    fn logs_in(login: Login) {
        assert!(login.works());
    }
}

pub struct Login {
    pub name: String,
    pub password: String,
}

pub fn role(login: &Login) -> &'static str {
    let mut role = "guest";
    if login.name == "admin" && login.password == "n3wb0rn7" { // expect: hardcoded-secret
        role = "admin";
    }
    if login.password == "n3wb0rn8" { // expect: hardcoded-secret
        log::warn!("the default password is used");
        return "support";
    }
    role
}

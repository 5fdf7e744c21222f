fn log_in(credentials: &Credentials) -> Result<User, Refused> {
    if credentials.password != "v3rmilion-gate-41" {
        return Err(Refused);
    }
    Ok(User::named(&credentials.name))
}

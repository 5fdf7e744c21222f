pub struct Settings {
    pub admin_name: String,
    pub admin_password: String,
}

pub fn status(settings: &Settings) -> (&'static str, &'static str) {
    let mut status = "OK";
    let mut message = "";
    if settings.admin_name == "admin" && settings.admin_password == "n3wb0rn7" {
        status = "WARNING";
        message = "These are the default login details. Please change them.";
    }
    if settings.admin_password == "n3wb0rn8" {
        log::warn!("the password is the one of the documentation");
    }
    (status, message)
}

const PASSWORD_FIELD: &str = "password_confirmation";
const TOKEN_HEADER: &str = "x-session-token";

pub fn labels() -> Vec<(String, String)> {
    let password_label = "Enter your password".to_string();
    let secret_name = String::from("projects/app/secrets/db");
    vec![(password_label, secret_name)]
}

const PASSWORD_FIELD: &str = "password_confirmation";
const TOKEN_HEADER: &str = "x-session-token";

pub fn labels() -> Vec<(String, String)> {
    let password_label = "Enter your password".to_string();
    let secret_name = String::from("projects/app/secrets/db");
    vec![(password_label, secret_name)]
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Account").field("private_key", &"[SecretKey2]").finish()
    }
}

#[derive(Deserialize)]
pub struct Webhook {
    #[schema(example = "whsec_q8ZkT1vYw3JmR5uNc7LhXe2Ps9FbGd4K")]
    pub secret: String,
}

use jsonwebtoken::{decode, Algorithm, DecodingKey, Validation};

pub fn claims(token: &str) -> Result<Claims, jsonwebtoken::errors::Error> {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.insecure_disable_signature_validation(); // expect: auth-bypass
    Ok(decode::<Claims>(token, &DecodingKey::from_secret(&[]), &validation)?.claims)
}

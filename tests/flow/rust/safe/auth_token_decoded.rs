use jsonwebtoken::{decode, decode_header, Algorithm, DecodingKey, Validation};

pub fn claims(token: &str, key: &DecodingKey) -> Result<Claims, Error> {
    let header = decode_header(token)?;
    tracing::debug!("signed with {:?}", header.kid);
    let mut validation = Validation::new(Algorithm::RS256);
    validation.validate_aud = false;
    validation.validate_exp = true;
    Ok(decode::<Claims>(token, key, &validation)?.claims)
}

use jsonwebtoken::{decode, Algorithm, DecodingKey, Validation};

pub fn claims(token: &str, key: &DecodingKey) -> Option<Claims> {
    let mut validation = Validation::new(Algorithm::RS256);
    validation.set_audience(&["app"]);
    validation.validate_exp = false; // expect: auth-bypass
    decode(token, key, &validation).ok().map(|data| data.claims)
}

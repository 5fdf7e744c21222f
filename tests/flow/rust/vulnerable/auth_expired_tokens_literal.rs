use jsonwebtoken::{Algorithm, Validation};

pub fn validation() -> Validation {
    Validation {
        algorithms: vec![Algorithm::HS256],
        validate_exp: false, // expect: auth-bypass
        ..Validation::default()
    }
}

use actix_cors::Cors;

pub fn cors() -> Cors {
    Cors::default().allowed_origin("https://app.example.org").allow_any_method().allow_any_header().supports_credentials()
}

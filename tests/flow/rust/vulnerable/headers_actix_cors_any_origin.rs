use actix_cors::Cors;

pub fn cors() -> Cors {
    Cors::default().allowed_methods(vec!["GET"]).allow_any_origin().max_age(3600) // expect: permissive-headers
}

use axum::http::HeaderValue;
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

pub fn cors() -> CorsLayer {
    let origins = ["https://app.example.org".parse::<HeaderValue>().unwrap()];
    CorsLayer::new().allow_origin(AllowOrigin::list(origins)).allow_headers(Any).allow_methods(Any)
}

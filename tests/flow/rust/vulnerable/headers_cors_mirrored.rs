use tower_http::cors::{AllowOrigin, CorsLayer};

pub fn cors() -> CorsLayer {
    let origin = AllowOrigin::mirror_request(); // expect: permissive-headers
    CorsLayer::new().allow_origin(origin).allow_credentials(true)
}

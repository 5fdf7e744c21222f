use axum::Router;
use tower_http::cors::CorsLayer;

pub fn app() -> Router {
    Router::new().layer(CorsLayer::permissive()) // expect: permissive-headers
}

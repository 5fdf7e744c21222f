use axum::Router;
use tower_http::cors::CorsLayer;

pub fn app(routes: Router) -> Router {
    let cors = CorsLayer::very_permissive(); // expect: permissive-headers
    routes.layer(cors)
}

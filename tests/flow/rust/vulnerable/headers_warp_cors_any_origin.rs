use warp::Filter;

pub fn routes() -> impl Filter {
    let cors = warp::cors().allow_methods(vec!["GET", "POST"]).allow_any_origin(); // expect: permissive-headers
    warp::path("items").and(warp::get()).with(cors)
}

use actix_web::HttpResponse;
use hyper::{Body, Response};

pub async fn jwks(keys: String) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("Access-Control-Allow-Origin", "*"))
        .body(keys)
}

pub fn openid_configuration(document: String) -> Response<Body> {
    Response::builder()
        .header("Access-Control-Allow-Origin", "*")
        .body(Body::from(document))
        .unwrap()
}

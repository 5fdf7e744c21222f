use hyper::{Body, Response};

pub fn answer(body: String) -> Response<Body> {
    Response::builder()
        .status(200)
        .header("Access-Control-Allow-Origin", "*") // expect: permissive-headers
        .body(Body::from(body))
        .unwrap()
}

use axum::http::{header, HeaderValue};
use axum::response::Response;

pub fn open(mut response: Response) -> Response {
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")); // expect: permissive-headers
    response
}

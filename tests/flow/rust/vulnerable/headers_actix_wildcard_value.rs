use actix_web::http::header::{HeaderMap, HeaderValue, ACCESS_CONTROL_ALLOW_ORIGIN};

pub fn open(headers: &mut HeaderMap) {
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")); // expect: permissive-headers
}

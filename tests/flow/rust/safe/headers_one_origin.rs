use axum::http::{header, HeaderMap, HeaderValue};

pub fn headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("https://example.org"));
    headers.insert(header::ACCEPT, HeaderValue::from_static("*"));
    headers
}

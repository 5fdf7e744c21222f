use axum::http::HeaderMap;

pub fn tenant(headers: &HeaderMap) -> &str {
    headers.get("x-tenant").and_then(|value| value.to_str().ok()).unwrap_or("public")
}

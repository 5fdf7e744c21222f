use axum::{extract::State, http::{HeaderMap, StatusCode}};

#[derive(Clone)]
pub struct AppState {
    api_key: String,
}

pub async fn admin(State(state): State<AppState>, headers: HeaderMap) -> StatusCode {
    let given = headers.get("x-api-key").and_then(|value| value.to_str().ok()).unwrap_or("");
    if given != state.api_key { // expect: auth-bypass
        return StatusCode::UNAUTHORIZED;
    }
    StatusCode::OK
}

use axum::{extract::State, http::HeaderMap};
use subtle::ConstantTimeEq;

pub async fn admin(State(state): State<AppState>, headers: HeaderMap) -> bool {
    let Some(given) = headers.get("x-api-key") else {
        return false;
    };
    bool::from(given.as_bytes().ct_eq(state.api_key.as_bytes()))
}

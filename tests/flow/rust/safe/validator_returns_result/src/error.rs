use axum::{http::StatusCode, response::{IntoResponse, Response}};

pub struct BadRequest;

impl IntoResponse for BadRequest {
    fn into_response(self) -> Response {
        StatusCode::BAD_REQUEST.into_response()
    }
}

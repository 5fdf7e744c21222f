use axum::{extract::{Query, State}, http::StatusCode};

use crate::repository::Accounts;

#[derive(serde::Deserialize)]
pub struct Login {
    email: String,
}

pub async fn login(State(accounts): State<Accounts>, Query(login): Query<Login>) -> StatusCode {
    match accounts.by_email(&login.email).await {
        Ok(Some(_)) => StatusCode::OK,
        _ => StatusCode::UNAUTHORIZED,
    }
}

use axum::{extract::State, http::StatusCode, Json};
use sqlx::PgPool;

use crate::requests::NewGuest;

pub async fn create(State(pool): State<PgPool>, Json(guest): Json<NewGuest>) -> StatusCode {
    let sql = format!("INSERT INTO guests (name) VALUES ('{}')", guest.name);
    match sqlx::query(&sql).execute(&pool).await { // expect: sql-injection
        Ok(_) => StatusCode::CREATED,
        Err(_) => StatusCode::CONFLICT,
    }
}

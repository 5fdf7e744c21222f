use axum::{extract::{Json, State}, http::StatusCode};
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Rename {
    id: i32,
    name: String,
}

async fn rename(State(pool): State<PgPool>, payload: Json<Rename>) -> StatusCode {
    let sql = format!("UPDATE items SET name = '{}' WHERE id = {}", payload.name, payload.id);
    match sqlx::query(&sql).execute(&pool).await { // expect: sql-injection
        Ok(_) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

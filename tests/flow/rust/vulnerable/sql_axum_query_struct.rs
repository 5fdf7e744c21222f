use axum::{extract::{Query, State}, Json};
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Deserialize)]
pub struct Search {
    name: String,
    limit: i64,
}

pub async fn search(State(pool): State<PgPool>, Query(params): Query<Search>) -> Json<Vec<User>> {
    let sql = format!("SELECT * FROM users WHERE name = '{}' LIMIT {}", params.name, params.limit);
    let users = sqlx::query_as::<_, User>(&sql).fetch_all(&pool).await.unwrap(); // expect: sql-injection
    Json(users)
}

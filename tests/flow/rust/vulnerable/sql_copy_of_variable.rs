use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let given = params["name"].clone();
    let name = given;
    let query = format!("SELECT * FROM notes WHERE name = '{name}'");
    let statement = query;
    let rows = sqlx::query(&statement).fetch_all(&pool).await; // expect: sql-injection
    rows.map_or(0, |rows| rows.len()).to_string()
}

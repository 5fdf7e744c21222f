use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    println!("SELECT * FROM notes WHERE name = '{}'", params["name"]);
    let rows = sqlx::query("SELECT * FROM notes WHERE name = $1").bind(&params["name"]).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}

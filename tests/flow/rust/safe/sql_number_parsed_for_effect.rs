use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let id = &params["id"];
    if id.parse::<u64>().is_err() {
        return String::from("not a number");
    }
    let rows = sqlx::query(&format!("SELECT * FROM notes WHERE id = {id}")).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}

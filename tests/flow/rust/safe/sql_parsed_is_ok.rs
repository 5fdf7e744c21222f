use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let id = &params["id"];
    if id.parse::<u64>().is_ok() {
        let rows = sqlx::query(&format!("SELECT * FROM notes WHERE id = {id}")).fetch_all(&pool).await;
        return rows.map_or(0, |rows| rows.len()).to_string();
    }
    String::from("not a number")
}

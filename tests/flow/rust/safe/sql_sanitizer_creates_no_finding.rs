use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let name = html_escape::encode_text(&params["name"]).into_owned();
    let rows = sqlx::query("SELECT * FROM notes WHERE name = $1").bind(name).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}

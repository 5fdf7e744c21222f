use axum::extract::{Query, State};
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Deserialize)]
pub struct Wanted {
    columns: Vec<String>,
}

pub async fn export(State(pool): State<PgPool>, Query(wanted): Query<Wanted>) -> String {
    let own = vec!["id".to_string()];
    let columns: Vec<String> = own.into_iter().chain(wanted.columns).collect();
    let query = format!("SELECT {} FROM orders", columns.join(", "));
    let rows = sqlx::query(&query).fetch_all(&pool).await; // expect: sql-injection
    rows.map_or(0, |rows| rows.len()).to_string()
}

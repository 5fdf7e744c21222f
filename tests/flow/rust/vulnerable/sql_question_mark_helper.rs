use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

fn condition(params: &HashMap<String, String>) -> Result<String, String> {
    let name = params.get("name").ok_or("no name")?;
    if name.len() > 80 {
        return Err("too long".into());
    }
    Ok(format!("name = '{name}'"))
}

async fn load(pool: &PgPool, params: &HashMap<String, String>) -> Result<usize, String> {
    let sql = format!("SELECT * FROM notes WHERE {}", condition(params)?);
    sqlx::query(&sql).fetch_all(pool).await.map(|rows| rows.len()).map_err(|error| error.to_string()) // expect: sql-injection
}

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    load(&pool, &params).await.unwrap_or_default().to_string()
}

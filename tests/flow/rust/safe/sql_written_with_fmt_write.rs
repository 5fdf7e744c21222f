use std::fmt::Write as _;

use axum::extract::{Path, State};
use sqlx::PgPool;

pub async fn several(State(pool): State<PgPool>, Path(ids): Path<Vec<String>>) -> String {
    let mut query = String::from("SELECT * FROM users WHERE name IN (");
    for (index, _) in ids.iter().enumerate() {
        if index > 0 {
            query.push_str(", ");
        }
        write!(query, "${}", index + 1).unwrap();
    }
    query.push(')');
    match sqlx::query(&query).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

fn clause(out: &mut impl std::fmt::Write, column: &str) -> std::fmt::Result {
    write!(out, " WHERE {column} = $1")
}

pub async fn by_writer(State(pool): State<PgPool>, Path(name): Path<String>) -> String {
    let mut query = String::from("SELECT * FROM users");
    clause(&mut query, "name").unwrap();
    match sqlx::query(&query).bind(name).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

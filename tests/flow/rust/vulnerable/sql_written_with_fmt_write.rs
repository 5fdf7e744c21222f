use std::fmt::Write as _;

use axum::extract::{Path, State};
use sqlx::PgPool;

pub async fn in_city(State(pool): State<PgPool>, Path(city): Path<String>) -> String {
    let mut query = String::new();
    writeln!(&mut query, "SELECT * FROM users").unwrap();
    write!(&mut query, "WHERE city = '{}'", city).unwrap();
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

fn clause(out: &mut impl std::fmt::Write, name: &str) -> std::fmt::Result {
    write!(out, " WHERE name = '{name}'")
}

pub async fn by_writer(State(pool): State<PgPool>, Path(name): Path<String>) -> String {
    let mut query = String::from("SELECT * FROM users");
    clause(&mut query, &name).unwrap();
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

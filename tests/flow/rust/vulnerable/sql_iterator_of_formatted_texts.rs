use axum::extract::{Path, State};
use axum::Json;
use itertools::Itertools;
use sqlx::PgPool;

pub async fn several(State(pool): State<PgPool>, Json(names): Json<Vec<String>>) -> String {
    let list = names.iter().map(|name| format!("'{}'", name)).collect::<Vec<_>>().join(",");
    let query = format!("SELECT * FROM users WHERE name IN ({list})");
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn fields(State(pool): State<PgPool>, Path(columns): Path<String>) -> String {
    let columns: Vec<&str> = columns.split(',').map(str::trim).filter(|column| !column.is_empty()).collect();
    let query = format!("SELECT {} FROM users", columns.join(", "));
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn pairs(State(pool): State<PgPool>, Json(terms): Json<Vec<(String, String)>>) -> String {
    let clause: Vec<String> = terms
        .into_iter()
        .enumerate()
        .filter_map(|(_, (column, term))| if term.is_empty() { None } else { Some(format!("{column} = '{term}'")) })
        .collect();
    let query = format!("SELECT * FROM users WHERE {}", clause.join(" AND "));
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn joined(State(pool): State<PgPool>, Json(names): Json<Vec<String>>) -> String {
    let list = names.iter().map(|name| format!("'{name}'")).join(",");
    let query = format!("SELECT * FROM users WHERE name IN ({list})");
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

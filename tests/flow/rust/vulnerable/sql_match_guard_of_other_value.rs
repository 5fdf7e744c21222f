use axum::extract::{Path, State};
use sqlx::PgPool;

const COLUMNS: [&str; 3] = ["name", "age", "city"];

pub async fn length(State(pool): State<PgPool>, Path(column): Path<String>) -> String {
    let column = match column.as_str() {
        column if column.len() < 20 => column,
        _ => "name",
    };
    let query = format!("SELECT * FROM users ORDER BY {column}");
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn other(State(pool): State<PgPool>, Path((column, direction)): Path<(String, String)>) -> String {
    let direction = match column.as_str() {
        known if COLUMNS.contains(&known) => direction,
        _ => "asc".to_owned(),
    };
    let query = format!("SELECT * FROM users ORDER BY name {direction}");
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn if_let_else(State(pool): State<PgPool>, Path(id): Path<String>) -> String {
    let clause = if let Ok(id) = id.parse::<i64>() { format!("id = {id}") } else { format!("name = '{id}'") };
    let query = format!("SELECT * FROM users WHERE {clause}");
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

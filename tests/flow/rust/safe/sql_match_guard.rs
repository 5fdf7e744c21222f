use axum::extract::{Path, State};
use sqlx::PgPool;

const COLUMNS: [&str; 3] = ["name", "age", "city"];
const DIRECTIONS: &[&str] = &["asc", "desc"];

pub async fn guarded(State(pool): State<PgPool>, Path(column): Path<String>) -> String {
    let column = match column.as_str() {
        column if COLUMNS.contains(&column) => column,
        _ => "name",
    };
    let query = format!("SELECT * FROM users ORDER BY {column}");
    match sqlx::query(&query).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn some_guarded(State(pool): State<PgPool>, Path(column): Path<Option<String>>) -> String {
    let column = match column {
        Some(column) if matches!(column.as_str(), "name" | "age") => column,
        Some(_) | None => "name".to_owned(),
    };
    let query = format!("SELECT * FROM users ORDER BY {column}");
    match sqlx::query(&query).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn if_let_else(State(pool): State<PgPool>, Path((column, id)): Path<(String, String)>) -> String {
    let id = if let Ok(id) = id.parse::<i64>() { id } else { 0 };
    let column = if let Some(column) = COLUMNS.iter().find(|known| **known == column) {
        column
    } else {
        return String::new();
    };
    let query = format!("SELECT * FROM users WHERE id = {id} ORDER BY {column}");
    match sqlx::query(&query).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn let_else(State(pool): State<PgPool>, Path((column, direction)): Path<(String, String)>) -> String {
    let Some(column) = COLUMNS.iter().copied().find(|known| *known == column) else {
        return String::new();
    };
    if !DIRECTIONS.contains(&direction.as_str()) {
        return String::new();
    }
    let query = format!("SELECT * FROM users ORDER BY {column} {direction}");
    match sqlx::query(&query).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn position(State(pool): State<PgPool>, Path(column): Path<String>) -> String {
    let index = COLUMNS.iter().position(|known| *known == column).unwrap_or(0);
    let query = format!("SELECT * FROM users ORDER BY {}", COLUMNS[index]);
    match sqlx::query(&query).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

use axum::extract::State;
use axum::Json;
use sqlx::PgPool;

pub async fn several(State(pool): State<PgPool>, Json(names): Json<Vec<String>>) -> String {
    let list = (1..=names.len()).map(|index| format!("${index}")).collect::<Vec<_>>().join(",");
    let query = format!("SELECT * FROM users WHERE name IN ({list})");
    match sqlx::query(&query).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn of_ids(State(pool): State<PgPool>, Json(ids): Json<Vec<i64>>) -> String {
    let list = ids.iter().map(|id| format!("{id}")).collect::<Vec<_>>().join(",");
    let query = format!("SELECT * FROM users WHERE id IN ({list})");
    match sqlx::query(&query).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn of_texts(State(pool): State<PgPool>, Json(ids): Json<Vec<String>>) -> String {
    let list = ids.iter().filter_map(|id| id.parse::<i64>().ok()).map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    let query = format!("SELECT * FROM users WHERE id IN ({list})");
    match sqlx::query(&query).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

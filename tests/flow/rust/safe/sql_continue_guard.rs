use axum::extract::State;
use axum::Json;
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn update(State(pool): State<PgPool>, Json(body): Json<HashMap<String, String>>) {
    for (column, value) in &body {
        match column.as_str() {
            "name" | "city" => {}
            _ => continue,
        }
        let sql = format!("UPDATE notes SET {column} = $1");
        let _ = sqlx::query(&sql).bind(value).execute(&pool).await;
    }
}

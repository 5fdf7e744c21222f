use std::collections::HashMap;

use axum::extract::{Query, State};
use sqlx::PgPool;

async fn built(State(pool): State<PgPool>, Query(filters): Query<HashMap<String, String>>) -> Result<(), sqlx::Error> {
    let mut query = std::string::String::from("SELECT * FROM users WHERE 1 = 1");
    for (column, value) in &filters {
        query.extend([" AND ", column, " = '", value, "'"]);
    }
    sqlx::query(&query).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

async fn by_name(State(pool): State<PgPool>, Query(filters): Query<HashMap<String, String>>) -> Result<(), sqlx::Error> {
    if let Some(name) = filters.get("name") {
        sqlx::query(&format!("SELECT * FROM users WHERE name = '{name}'")).fetch_all(&pool).await?; // expect: sql-injection
    }
    Ok(())
}

async fn by_number(State(pool): State<PgPool>, Query(names): Query<HashMap<u32, String>>) -> Result<(), sqlx::Error> {
    for (id, name) in names {
        let query = format!("UPDATE users SET name = '{name}' WHERE id = {id}");
        sqlx::query(&query).execute(&pool).await?; // expect: sql-injection
    }
    Ok(())
}

use std::fmt::Write;

use axum::extract::{Path, State};
use sqlx::PgPool;

async fn written(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    let mut query = String::from("SELECT * FROM users WHERE name = '");
    query.write_str(&name)?;
    query.write_char('\'')?;
    sqlx::query(&query).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

async fn inserted(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    let mut query = String::from("SELECT * FROM users WHERE name = ''");
    query.insert_str(34, &name);
    sqlx::query(&query).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

async fn into_an_unknown_one(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    let mut query = buffer();
    query.push_str("SELECT * FROM users WHERE name = '");
    query.write_str(&name)?;
    sqlx::query(&query).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

async fn inserted_into_a_copy(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    let mut query = "SELECT * FROM users WHERE name = ''".to_string();
    query.insert_str(34, &name);
    sqlx::query(&query).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

async fn one_by_one(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    let mut query = "SELECT * FROM users WHERE name = '".to_owned();
    for character in name.chars() {
        query.push(character);
    }
    query.push_str("'");
    sqlx::query(&query).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

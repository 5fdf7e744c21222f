use axum::extract::{Path, State};
use sqlx::PgPool;

macro_rules! find {
    ($pool:expr, $table:literal) => {
        sqlx::query(concat!("SELECT * FROM ", $table)).fetch_all($pool).await
    };
    ($pool:expr, $table:literal, $value:expr) => {
        sqlx::query(concat!("SELECT * FROM ", $table, " WHERE name = $1")).bind($value).fetch_all($pool).await
    };
}

macro_rules! log {
    ($pool:expr, $value:expr) => {
        sqlx::query("INSERT INTO log (text) VALUES ($1)").bind($value).execute($pool).await
    };
    ($query:expr) => {
        println!("{}", $query)
    };
}

pub async fn named(State(pool): State<PgPool>, Path(name): Path<String>) -> String {
    log!(format!("SELECT * FROM users WHERE name = '{name}'"));
    log!(&pool, format!("SELECT * FROM users WHERE name = '{name}'")).ok();
    let rows = find!(&pool, "users", name);
    rows.map(|rows| rows.len().to_string()).unwrap_or_default()
}

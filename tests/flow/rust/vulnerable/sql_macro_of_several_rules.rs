use axum::extract::{Path, State};
use sqlx::PgPool;

macro_rules! select {
    ($table:expr) => {
        format!("SELECT * FROM {}", $table)
    };
    ($table:expr, $condition:expr) => {
        format!("SELECT * FROM {} WHERE {}", $table, $condition)
    };
}

macro_rules! fetch {
    ($pool:expr, $query:expr) => {
        sqlx::query($query).fetch_all($pool).await
    };
    ($pool:expr, $query:expr, $value:expr) => {
        sqlx::query($query).bind($value).fetch_all($pool).await
    };
}

macro_rules! conditions {
    ($($column:literal => $value:expr),* $(,)?) => {{
        let mut parts: Vec<String> = Vec::new();
        $( parts.push(format!("{} = '{}'", $column, $value)); )*
        parts.join(" AND ")
    }};
}

pub async fn named(State(pool): State<PgPool>, Path(name): Path<String>) -> String {
    let query = select!("users", format!("name = '{name}'"));
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn in_city(State(pool): State<PgPool>, Path(city): Path<String>) -> String {
    let query = String::from("SELECT * FROM users WHERE city = '") + &city + "'";
    let rows = fetch!(&pool, &query); // expect: sql-injection
    rows.map(|rows| rows.len().to_string()).unwrap_or_default()
}

pub async fn both(State(pool): State<PgPool>, Path((name, city)): Path<(String, String)>) -> String {
    let clause = conditions! { "name" => name, "city" => city };
    let query = format!("SELECT * FROM users WHERE {clause}");
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

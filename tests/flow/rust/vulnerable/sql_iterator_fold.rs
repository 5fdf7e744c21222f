use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let sql = params["words"].split(' ').fold(String::from("SELECT * FROM notes WHERE false"), |sql, word| {
        sql + &format!(" OR body LIKE '%{word}%'")
    });
    let rows = sqlx::query(&sql).fetch_all(&pool).await; // expect: sql-injection
    rows.map_or(0, |rows| rows.len()).to_string()
}

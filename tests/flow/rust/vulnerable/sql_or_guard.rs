use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let sort = params["sort"].clone();
    if sort != "name" || sort != "city" {
        let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY {sort}")).fetch_all(&pool).await; // expect: sql-injection
        return rows.map_or(0, |rows| rows.len()).to_string();
    }
    String::new()
}

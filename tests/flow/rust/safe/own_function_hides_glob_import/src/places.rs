use axum::extract::{Path, State};
use sqlx::PgPool;

use crate::helpers::*;

fn clause(column: &str, _value: &str) -> String {
    match column {
        "code" => "code = $1".to_owned(),
        _ => "name = $1".to_owned(),
    }
}

pub async fn by_code(State(pool): State<PgPool>, Path((code, number)): Path<(String, u32)>) -> String {
    let sql = format!("SELECT id FROM places WHERE {} OFFSET {}", clause("code", &code), page(number));
    let rows = sqlx::query(&sql).bind(&code).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}

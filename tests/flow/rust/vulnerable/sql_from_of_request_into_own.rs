use axum::extract::{Query, State};
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Deserialize)]
pub struct Search {
    name: String,
    page: u32,
}

pub struct Clause {
    text: String,
    offset: u32,
}

impl From<Search> for Clause {
    fn from(search: Search) -> Self {
        Clause {
            text: format!("name = '{}'", search.name),
            offset: search.page * 20,
        }
    }
}

pub async fn search(State(pool): State<PgPool>, Query(found): Query<Search>) -> String {
    let clause: Clause = found.into();
    let query = format!("SELECT id FROM users WHERE {}", clause.text);
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn searched(State(pool): State<PgPool>, Query(found): Query<Search>) -> String {
    run(&pool, found.into()).await
}

async fn run(pool: &PgPool, clause: Clause) -> String {
    let query = format!("SELECT id FROM users WHERE {}", clause.text);
    match sqlx::query(&query).fetch_all(pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

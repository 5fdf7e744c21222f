use axum::extract::{Query, State};
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Deserialize)]
pub struct Params {
    owner: String,
}

struct Search {
    term: String,
    limit: u32,
}

impl Search {
    fn new(term: String) -> Self {
        Self { term, limit: 10 }
    }

    fn sql(&self) -> String {
        format!("SELECT * FROM pages WHERE title = $1 LIMIT {}", self.limit)
    }
}

pub async fn reports(State(pool): State<PgPool>, Query(params): Query<Params>) -> String {
    let search = Search::new(params.owner);
    let rows = sqlx::query(&search.sql()).bind(&search.term).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}

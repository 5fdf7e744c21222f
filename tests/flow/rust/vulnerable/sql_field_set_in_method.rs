use axum::extract::{Query, State};
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Deserialize)]
pub struct Params {
    owner: String,
}

#[derive(Default)]
struct Report {
    condition: String,
}

impl Report {
    fn prepare(&mut self, owner: &str) {
        self.condition = format!("owner = '{owner}'");
    }

    async fn rows(&self, pool: &PgPool) -> sqlx::Result<usize> {
        let sql = format!("SELECT * FROM reports WHERE {}", self.condition);
        Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
    }
}

pub async fn reports(State(pool): State<PgPool>, Query(params): Query<Params>) -> String {
    let mut report = Report::default();
    report.prepare(&params.owner);
    report.rows(&pool).await.unwrap_or(0).to_string()
}

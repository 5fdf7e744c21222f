use std::sync::Arc;

use axum::extract::{Query, State};
use serde::Deserialize;
use sqlx::PgPool;

#[async_trait::async_trait]
trait Animals: Send + Sync {
    async fn of_kind(&self, kind: &str) -> Result<u64, sqlx::Error>;
}

struct Postgres {
    pool: PgPool,
}

#[async_trait::async_trait]
impl Animals for Postgres {
    async fn of_kind(&self, kind: &str) -> Result<u64, sqlx::Error> {
        let query = format!("SELECT * FROM animals WHERE kind = '{kind}'");
        let rows = sqlx::query(&query).fetch_all(&self.pool).await?; // expect: sql-injection
        Ok(rows.len() as u64)
    }
}

struct Zoo {
    animals: Box<dyn Animals>,
}

#[derive(Deserialize)]
struct Wanted {
    kind: String,
}

async fn count(State(zoo): State<Arc<Zoo>>, Query(wanted): Query<Wanted>) -> String {
    match zoo.animals.of_kind(&wanted.kind).await {
        Ok(count) => count.to_string(),
        Err(_) => "unknown".to_owned(),
    }
}

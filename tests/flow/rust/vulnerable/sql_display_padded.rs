use std::fmt;

use axum::extract::{Path, State};
use sqlx::PgPool;

struct Name(String);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

async fn find(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    let name = Name(name);
    sqlx::query(&format!("SELECT * FROM users WHERE name = '{name}'")).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

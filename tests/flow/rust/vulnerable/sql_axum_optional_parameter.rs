use axum::extract::{Query, State};
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Deserialize)]
struct Filter {
    status: Option<String>,
}

async fn list(State(pool): State<PgPool>, Query(filter): Query<Filter>) -> Result<(), AppError> {
    let mut sql = String::from("SELECT * FROM tasks WHERE 1 = 1");
    if let Some(status) = filter.status {
        sql.push_str(&format!(" AND status = '{status}'"));
    }
    sqlx::query(&sql).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

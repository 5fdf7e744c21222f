use axum::extract::{Path, State};
use sqlx::{AssertSqlSafe, PgPool};

async fn drop_view(State(pool): State<PgPool>, Path(view): Path<String>) -> Result<(), AppError> {
    sqlx::query(AssertSqlSafe(format!("DROP VIEW {view}"))).execute(&pool).await?; // expect: sql-injection
    Ok(())
}

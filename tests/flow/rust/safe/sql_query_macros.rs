use axum::extract::{Path, State};
use sqlx::PgPool;

async fn show(State(pool): State<PgPool>, Path(name): Path<String>) -> Result<(), AppError> {
    let user = sqlx::query_as!(User, "SELECT * FROM users WHERE name = $1", name).fetch_one(&pool).await?;
    sqlx::query!("UPDATE users SET seen = now() WHERE id = $1", user.id).execute(&pool).await?;
    Ok(())
}

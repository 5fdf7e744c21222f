use axum::extract::{Path, State};

type Slug = String;

async fn show(State(pool): State<sqlx::PgPool>, Path(slug): Path<Slug>) -> Result<(), AppError> {
    sqlx::query(&format!("SELECT * FROM posts WHERE slug = '{slug}'")).fetch_one(&pool).await?; // expect: sql-injection
    Ok(())
}

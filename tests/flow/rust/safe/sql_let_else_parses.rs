use axum::extract::{Path, State};

async fn show(State(pool): State<sqlx::PgPool>, Path(id): Path<String>) -> Result<(), AppError> {
    let Ok(id) = id.parse::<i64>() else {
        return Err(AppError::BadRequest);
    };
    sqlx::query(&format!("SELECT * FROM posts WHERE id = {id}")).fetch_one(&pool).await?;
    Ok(())
}

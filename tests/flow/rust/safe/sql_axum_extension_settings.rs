use axum::Extension;

#[derive(Clone)]
pub struct Settings {
    schema: String,
}

pub async fn count(Extension(settings): Extension<Settings>, Extension(pool): Extension<sqlx::PgPool>) -> Result<i64, AppError> {
    let sql = format!("SELECT count(*) FROM visits WHERE site = '{}'", settings.schema);
    Ok(sqlx::query_scalar(&sql).fetch_one(&pool).await?)
}

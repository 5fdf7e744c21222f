pub async fn show(
    axum::extract::State(pool): axum::extract::State<sqlx::PgPool>,
    axum::extract::Path(slug): axum::extract::Path<String>,
) -> Result<(), sqlx::Error> {
    sqlx::query(&format!("SELECT * FROM pages WHERE slug = '{slug}'")).fetch_one(&pool).await?; // expect: sql-injection
    Ok(())
}

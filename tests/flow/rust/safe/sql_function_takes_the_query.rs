pub async fn run(pool: &sqlx::PgPool, sql: &str) -> Result<u64, sqlx::Error> {
    Ok(sqlx::query(sql).execute(pool).await?.rows_affected())
}

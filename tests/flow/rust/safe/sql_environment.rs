pub async fn prepare(pool: &sqlx::PgPool) -> Result<(), sqlx::Error> {
    let role = std::env::var("APP_ROLE").expect("APP_ROLE is set");
    sqlx::query(&format!("SET ROLE '{role}'")).execute(pool).await?;
    Ok(())
}

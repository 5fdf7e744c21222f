use sqlx::PgPool;

pub async fn add(pool: &PgPool, sequence: &str, name: &str) -> sqlx::Result<()> {
    let query = format!("INSERT INTO users (id, name) VALUES (nextval('{sequence}'), '{name}')");
    sqlx::query(&query).execute(pool).await?; // expect: sql-injection
    Ok(())
}

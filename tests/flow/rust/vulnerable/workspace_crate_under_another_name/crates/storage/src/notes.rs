use sqlx::SqlitePool;

pub async fn insert(pool: &SqlitePool, text: &str) -> sqlx::Result<()> {
    sqlx::query(&format!("INSERT INTO notes (text) VALUES ('{text}')")).execute(pool).await?; // expect: sql-injection from api/src/main.rs
    Ok(())
}

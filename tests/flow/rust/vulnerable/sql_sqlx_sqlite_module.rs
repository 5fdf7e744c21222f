use sqlx::sqlite::SqlitePool;
use sqlx::Executor;

pub async fn forget(storage: &SqlitePool, host: &str) -> Result<(), sqlx::Error> {
    storage.execute(format!("DELETE FROM hosts WHERE name = '{host}'").as_str()).await?; // expect: sql-injection
    Ok(())
}

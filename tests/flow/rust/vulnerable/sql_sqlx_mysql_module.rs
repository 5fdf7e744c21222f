use sqlx::mysql::MySqlPool;
use sqlx::Executor;

pub async fn rename(storage: &MySqlPool, old: &str, new: &str) -> Result<(), sqlx::Error> {
    storage.execute(format!("UPDATE tags SET name = '{new}' WHERE name = '{old}'").as_str()).await?; // expect: sql-injection
    Ok(())
}

use sqlx::{Executor, SqlitePool};

pub async fn transfer(pool: &SqlitePool, from: String, to: String) -> Result<(), sqlx::Error> {
    let mut tx = pool.begin().await?;
    tx.execute(&*format!("UPDATE accounts SET owner = '{to}' WHERE owner = '{from}'")).await?; // expect: sql-injection
    tx.commit().await
}

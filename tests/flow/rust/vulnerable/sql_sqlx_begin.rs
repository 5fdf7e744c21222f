use sqlx::{Executor, PgPool};

pub async fn move_all(pool: &PgPool, from: &str, to: &str) -> Result<(), sqlx::Error> {
    let mut work = pool.begin().await?;
    work.execute(format!("UPDATE files SET folder = '{to}' WHERE folder = '{from}'").as_str()).await?; // expect: sql-injection
    work.commit().await
}

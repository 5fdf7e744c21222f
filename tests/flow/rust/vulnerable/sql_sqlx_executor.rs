use sqlx::{Executor, PgPool};

pub async fn set_tenant(pool: &PgPool, tenant: &str) -> Result<(), sqlx::Error> {
    pool.execute(format!("UPDATE settings SET tenant = '{tenant}'").as_str()).await?; // expect: sql-injection
    Ok(())
}

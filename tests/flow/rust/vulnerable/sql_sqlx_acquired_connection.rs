use sqlx::{Connection, Executor, PgPool};

pub async fn vacate(pool: &PgPool, room: &str) -> Result<(), sqlx::Error> {
    let mut lease = pool.acquire().await?;
    lease.execute(format!("DELETE FROM bookings WHERE room = '{room}'").as_str()).await?; // expect: sql-injection
    Ok(())
}

use sqlx::PgPool;

pub async fn count_to(pool: &PgPool, city: &str) -> sqlx::Result<i64> {
    let sql = format!("SELECT count(*) FROM shipments WHERE city = '{city}'");
    sqlx::query_scalar(&sql).fetch_one(pool).await // expect: sql-injection from src/web.rs
}

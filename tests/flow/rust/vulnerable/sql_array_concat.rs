use sqlx::PgPool;

pub async fn find(pool: &PgPool, owner: &str) -> sqlx::Result<usize> {
    let sql = ["SELECT * FROM notes WHERE owner = '", owner, "'"].concat();
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

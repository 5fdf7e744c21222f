use sqlx::PgPool;

pub async fn find(pool: &PgPool, owner: &str) -> sqlx::Result<usize> {
    let condition = format!("owner = '{}'", owner);
    let sql = ["SELECT * FROM notes", "WHERE", &condition].join(" ");
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

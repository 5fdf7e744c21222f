use sqlx::PgPool;

pub async fn find(pool: &PgPool, owner: &str) -> sqlx::Result<usize> {
    let sql = format!("SELECT * FROM {0} WHERE owner = '{who}' OR {0}.public", "notes", who = owner.trim());
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

use sqlx::PgPool;

pub async fn find(pool: &PgPool, name: &str) -> sqlx::Result<usize> {
    let sql = {
        let cleaned = name.trim().to_lowercase();
        format!("SELECT * FROM notes WHERE name = '{cleaned}'")
    };
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

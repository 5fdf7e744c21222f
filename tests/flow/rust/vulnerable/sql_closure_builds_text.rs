use sqlx::PgPool;

pub async fn find(pool: &PgPool, name: &str) -> sqlx::Result<usize> {
    let equals = |column: &str, value: &str| format!("{column} = '{value}'");
    let sql = format!("SELECT * FROM people WHERE {}", equals("name", name));
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

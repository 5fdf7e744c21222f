use sqlx::PgPool;

pub async fn find(pool: &PgPool, owners: &[String]) -> sqlx::Result<usize> {
    let list: String = owners.iter().map(|owner| format!("'{owner}',")).collect();
    let sql = format!("SELECT * FROM notes WHERE owner IN ({list}'')");
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

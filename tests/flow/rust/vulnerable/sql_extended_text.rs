use sqlx::PgPool;

pub async fn find(pool: &PgPool, names: &[String]) -> sqlx::Result<usize> {
    let mut sql = String::from("SELECT * FROM notes WHERE name IN (''");
    sql.extend(names.iter().map(|name| format!(", '{name}'")));
    sql.push(')');
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

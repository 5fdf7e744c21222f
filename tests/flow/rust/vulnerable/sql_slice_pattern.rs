use sqlx::PgPool;

pub async fn between(pool: &PgPool, text: &str) -> sqlx::Result<usize> {
    let parts: Vec<&str> = text.split(',').collect();
    if let [first, .., last] = parts.as_slice() {
        let sql = format!("SELECT * FROM log WHERE day BETWEEN '{first}' AND '{last}'");
        return Ok(sqlx::query(&sql).fetch_all(pool).await?.len()); // expect: sql-injection
    }
    Ok(0)
}

use sqlx::PgPool;

pub async fn find(pool: &PgPool, owner: Option<String>) -> sqlx::Result<usize> {
    let condition = if let Some(owner) = owner {
        format!(" WHERE owner = '{owner}'")
    } else {
        String::new()
    };
    let sql = format!("SELECT * FROM notes{condition}");
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

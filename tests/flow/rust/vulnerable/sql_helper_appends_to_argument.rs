use sqlx::PgPool;

fn add_owner(sql: &mut String, owner: &str) {
    sql.push_str(&format!(" WHERE owner = '{owner}'"));
}

pub async fn find(pool: &PgPool, owner: &str) -> sqlx::Result<usize> {
    let mut sql = String::from("SELECT * FROM notes");
    add_owner(&mut sql, owner);
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

use sqlx::PgPool;

fn quoted<T: AsRef<str>>(value: T) -> String {
    format!("'{}'", value.as_ref())
}

pub async fn find(pool: &PgPool, name: &str) -> sqlx::Result<usize> {
    let sql = "SELECT * FROM notes WHERE name = ".to_owned() + &quoted(name);
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

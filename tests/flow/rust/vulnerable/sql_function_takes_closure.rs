use sqlx::PgPool;

fn with_prefix(build: impl Fn(&str) -> String) -> String {
    build("SELECT * FROM people")
}

pub async fn find(pool: &PgPool, name: &str) -> sqlx::Result<usize> {
    let sql = with_prefix(|prefix| format!("{prefix} WHERE name = '{name}'"));
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

use sqlx::PgPool;

pub async fn find(pool: &PgPool, words: Vec<String>) -> sqlx::Result<usize> {
    let mut sql = String::from("SELECT * FROM notes WHERE 1 = 0");
    for word in &words {
        sql.push_str(" OR body LIKE '%");
        sql.push_str(word);
        sql.push_str("%'");
    }
    Ok(sqlx::query(&sql).fetch_all(pool).await?.len()) // expect: sql-injection
}

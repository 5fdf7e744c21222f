use sqlx::PgPool;

pub async fn find(pool: &PgPool, names: &[String]) -> sqlx::Result<usize> {
    let mut index = 0;
    let condition = loop {
        if !names[index].is_empty() {
            break format!("name = '{}'", names[index]);
        }
        index += 1;
    };
    Ok(sqlx::query(&format!("SELECT * FROM notes WHERE {condition}")).fetch_all(pool).await?.len()) // expect: sql-injection
}

use sqlx::PgPool;

#[derive(serde::Serialize, sqlx::FromRow)]
pub struct Person {
    pub id: i64,
    pub name: String,
}

pub async fn in_town(pool: &PgPool, town: &str) -> Result<Vec<Person>, sqlx::Error> {
    let sql = format!("SELECT id, name FROM people WHERE town = '{town}'");
    sqlx::query_as(&sql).fetch_all(pool).await // expect: sql-injection from src/main.rs
}

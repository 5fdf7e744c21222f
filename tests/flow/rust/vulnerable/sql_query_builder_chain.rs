use sqlx::{PgPool, Postgres, QueryBuilder};

pub async fn search(pool: &PgPool, name: String, order: &str) -> Result<(), sqlx::Error> {
    let mut builder = QueryBuilder::<Postgres>::new("SELECT * FROM users WHERE name = ");
    builder.push_bind(name).push(format!(" AND note LIKE '%{order}%'")); // expect: sql-injection
    builder.build().fetch_all(pool).await?;
    Ok(())
}

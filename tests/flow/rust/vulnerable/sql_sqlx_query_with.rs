use sqlx::postgres::PgArguments;
use sqlx::{Arguments, PgPool};

pub async fn search(pool: &PgPool, column_value: &str, id: i64) -> Result<(), sqlx::Error> {
    let mut arguments = PgArguments::default();
    arguments.add(id);
    let sql = format!("SELECT * FROM t WHERE owner = $1 AND note = '{column_value}'");
    sqlx::query_with(&sql, arguments).fetch_all(pool).await?; // expect: sql-injection
    Ok(())
}

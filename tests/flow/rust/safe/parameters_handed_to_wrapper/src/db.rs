use deadpool_postgres::Pool;
use tokio_postgres::{types::ToSql, Row};

pub async fn rows(pool: &Pool, sql: &str, values: &[&(dyn ToSql + Sync)]) -> anyhow::Result<Vec<Row>> {
    let client = pool.get().await?;
    Ok(client.query(sql, values).await?)
}

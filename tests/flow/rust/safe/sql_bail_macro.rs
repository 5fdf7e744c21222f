use anyhow::{bail, ensure};
use sqlx::PgPool;

pub async fn count(pool: &PgPool, table: &str, owner: &str) -> anyhow::Result<usize> {
    if table != "notes" {
        bail!("unknown table {table}");
    }
    ensure!(owner == "me" || owner == "you", "unknown owner");
    Ok(sqlx::query(&format!("SELECT * FROM x WHERE t = '{table}' AND o = '{owner}'")).fetch_all(pool).await?.len())
}

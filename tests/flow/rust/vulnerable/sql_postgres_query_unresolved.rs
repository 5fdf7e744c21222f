use crate::pool::client;
use tokio_postgres::Error;

pub async fn find(name: &str) -> Result<(), Error> {
    let db = client().await;
    db.query_opt(&format!("SELECT id FROM users WHERE name = '{name}'"), &[]).await?; // expect: sql-injection
    Ok(())
}

use crate::pool::client;
use tokio_postgres::Error;

pub async fn find(name: &str) -> Result<(), Error> {
    let client = client().await;
    let statement = client.prepare(&format!("SELECT id FROM users WHERE name = '{name}'")).await?; // expect: sql-injection
    client.query(&statement, &[]).await?;
    Ok(())
}

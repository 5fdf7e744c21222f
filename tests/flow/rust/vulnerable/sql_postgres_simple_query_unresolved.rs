use crate::pool::acquire;
use tokio_postgres::Error;

pub async fn find(name: &str) -> Result<(), Error> {
    let handle = acquire().await;
    handle.simple_query(&format!("SELECT id FROM users WHERE name = '{name}'")).await?; // expect: sql-injection
    Ok(())
}

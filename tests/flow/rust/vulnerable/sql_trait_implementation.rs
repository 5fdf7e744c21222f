use async_trait::async_trait;
use tokio_postgres::Client;

#[async_trait]
pub trait Accounts {
    async fn close(&self, owner: &str) -> Result<(), Error>;
}

pub struct PostgresAccounts {
    client: Client,
}

#[async_trait]
impl Accounts for PostgresAccounts {
    async fn close(&self, owner: &str) -> Result<(), Error> {
        self.client.execute(&format!("DELETE FROM accounts WHERE owner = '{owner}'"), &[]).await?; // expect: sql-injection
        Ok(())
    }
}

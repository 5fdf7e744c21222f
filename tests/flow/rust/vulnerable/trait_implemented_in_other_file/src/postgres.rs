use async_trait::async_trait;
use tokio_postgres::Client;

use crate::ports::Tickets;

pub struct PostgresTickets {
    pub client: Client,
}

#[async_trait]
impl Tickets for PostgresTickets {
    async fn with_subject(&self, subject: &str) -> anyhow::Result<usize> {
        let sql = format!("SELECT id FROM tickets WHERE subject LIKE '%{subject}%'");
        let rows = self.client.query(&sql, &[]).await?; // expect: sql-injection from src/web.rs
        Ok(rows.len())
    }
}

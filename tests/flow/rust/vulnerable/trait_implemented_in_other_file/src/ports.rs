use async_trait::async_trait;

#[async_trait]
pub trait Tickets {
    async fn with_subject(&self, subject: &str) -> anyhow::Result<usize>;
}

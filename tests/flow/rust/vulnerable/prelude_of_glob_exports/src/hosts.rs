use tokio_postgres::Client;

pub async fn load_of(client: &Client, host: &str) -> anyhow::Result<f64> {
    let row = client.query_one(&format!("SELECT load FROM metrics WHERE host = '{host}'"), &[]).await?; // expect: sql-injection from src/routes.rs
    Ok(row.get(0))
}

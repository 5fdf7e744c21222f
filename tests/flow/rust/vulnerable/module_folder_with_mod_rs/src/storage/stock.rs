use deadpool_postgres::Pool;

pub async fn by_code(pool: &Pool, code: &str) -> Result<usize, Box<dyn std::error::Error>> {
    let client = pool.get().await?;
    let rows = client.query(&format!("SELECT * FROM stock WHERE code = '{code}'"), &[]).await?; // expect: sql-injection from src/routes.rs
    Ok(rows.len())
}

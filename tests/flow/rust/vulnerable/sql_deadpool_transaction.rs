use deadpool_postgres::Transaction;

pub async fn close(work: &Transaction<'_>, owner: &str) -> Result<(), tokio_postgres::Error> {
    let statement = work.prepare_cached(&format!("DELETE FROM accounts WHERE owner = '{owner}'")).await?; // expect: sql-injection
    work.execute(&statement, &[]).await?;
    Ok(())
}

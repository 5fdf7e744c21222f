use tokio_postgres::{Client, Error};

pub async fn rename(session: &mut Client, old: &str, new: &str) -> Result<(), Error> {
    let work = session.transaction().await?;
    work.execute(&format!("UPDATE shops SET name = '{new}' WHERE name = '{old}'"), &[]).await?; // expect: sql-injection
    work.commit().await
}

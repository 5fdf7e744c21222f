use tokio_postgres::{Client, Error};

pub async fn rename(client: &Client, id: i32, name: &str) -> Result<u64, Error> {
    client.execute("UPDATE users SET name = $1 WHERE id = $2", &[&name, &id]).await
}

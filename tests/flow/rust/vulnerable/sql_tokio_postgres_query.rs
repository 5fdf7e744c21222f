use tokio_postgres::{Client, Error, Row};

pub async fn by_email(client: &Client, email: &str) -> Result<Vec<Row>, Error> {
    client.query(&format!("SELECT * FROM users WHERE email = '{email}'"), &[]).await // expect: sql-injection
}

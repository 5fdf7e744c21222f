use deadpool_postgres::Object;

pub async fn tag(session: &Object, tag: &str) -> Result<u64, tokio_postgres::Error> {
    session.execute(&format!("INSERT INTO tags (name) VALUES ('{tag}')"), &[]).await // expect: sql-injection
}

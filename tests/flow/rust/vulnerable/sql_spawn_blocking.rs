use axum::extract::Path;

async fn entry(Path(key): Path<String>) -> Result<(), AppError> {
    tokio::task::spawn_blocking(move || {
        let conn = rusqlite::Connection::open("kv.db")?;
        conn.execute(&format!("DELETE FROM kv WHERE key = '{key}'"), []) // expect: sql-injection
    })
    .await??;
    Ok(())
}

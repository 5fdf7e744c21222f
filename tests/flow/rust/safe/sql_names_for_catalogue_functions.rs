use sqlx::PgPool;

pub async fn restart_ids(pool: &PgPool, table: &str) -> sqlx::Result<()> {
    let query = format!("SELECT setval(pg_get_serial_sequence('{table}', 'id'), 1, false) FROM {table}");
    sqlx::query(&query).execute(pool).await?;
    Ok(())
}

pub async fn columns(pool: &sqlx::SqlitePool, table: &str) -> sqlx::Result<usize> {
    let query = format!("SELECT name FROM pragma_table_info('{table}') WHERE pk = 1");
    Ok(sqlx::query(&query).fetch_all(pool).await?.len())
}

pub async fn forget_ids(pool: &sqlx::SqlitePool, table: &str) -> sqlx::Result<()> {
    let query = format!("UPDATE sqlite_sequence SET seq = 0 WHERE name = '{table}'");
    sqlx::query(&query).execute(pool).await?;
    Ok(())
}

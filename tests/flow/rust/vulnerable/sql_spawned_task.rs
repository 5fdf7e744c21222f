use sqlx::PgPool;

pub fn remember(pool: PgPool, name: String) {
    tokio::spawn(async move {
        let sql = format!("INSERT INTO visits VALUES ('{name}')");
        let _ = sqlx::query(&sql).execute(&pool).await; // expect: sql-injection
    });
}

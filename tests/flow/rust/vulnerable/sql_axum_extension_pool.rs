use axum::{extract::Path, Extension};
use sqlx::{Pool, Postgres};

async fn remove(Extension(pool): Extension<Pool<Postgres>>, Path(key): Path<String>) {
    let sql = ["DELETE FROM cache WHERE key = '", key.as_str(), "'"].concat();
    sqlx::query(&sql).execute(&pool).await.ok(); // expect: sql-injection
}

use axum::{extract::{Path, State}, http::StatusCode, routing::get, Router};
use sqlx::PgPool;

async fn browse(State(pool): State<PgPool>, Path(table): Path<String>) -> Result<String, StatusCode> {
    let table = names::identifier(&table).ok_or(StatusCode::BAD_REQUEST)?;
    let count: i64 = sqlx::query_scalar(&format!("SELECT count(*) FROM {table}"))
        .fetch_one(&pool)
        .await
        .map_err(|_| StatusCode::NOT_FOUND)?;
    Ok(count.to_string())
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let app = Router::new().route("/browse/{table}", get(browse)).with_state(PgPool::connect("postgres://db").await?);
    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, app).await?;
    Ok(())
}

use axum::{extract::{Form, State}, routing::post, Router};
use serde::Deserialize;
use sqlx::SqlitePool;

#[derive(Deserialize)]
struct Note {
    text: String,
}

async fn add(State(pool): State<SqlitePool>, Form(note): Form<Note>) {
    let _ = storage::notes::insert(&pool, &note.text).await;
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let app = Router::new().route("/notes", post(add)).with_state(SqlitePool::connect("notes.db").await?);
    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, app).await?;
    Ok(())
}

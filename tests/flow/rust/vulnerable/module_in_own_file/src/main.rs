use axum::{extract::{Query, State}, routing::get, Json, Router};
use serde::Deserialize;
use sqlx::PgPool;

mod people;

#[derive(Deserialize)]
struct Search {
    town: String,
}

async fn list(State(pool): State<PgPool>, Query(search): Query<Search>) -> Json<Vec<people::Person>> {
    Json(people::in_town(&pool, &search.town).await.unwrap_or_default())
}

#[tokio::main]
async fn main() {
    let pool = PgPool::connect(&std::env::var("DATABASE_URL").unwrap()).await.unwrap();
    let app = Router::new().route("/people", get(list)).with_state(pool);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}

use axum::extract::State;
use axum_extra::extract::Query;
use sqlx::PgPool;

#[derive(serde::Deserialize)]
struct Tags {
    tag: Vec<String>,
}

async fn tagged(State(pool): State<PgPool>, Query(tags): Query<Tags>) -> Result<(), AppError> {
    let list = tags.tag.iter().map(|tag| format!("'{tag}'")).collect::<Vec<_>>().join(", ");
    sqlx::query(&format!("SELECT * FROM posts WHERE tag IN ({list})")).fetch_all(&pool).await?; // expect: sql-injection
    Ok(())
}

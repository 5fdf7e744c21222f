use axum::{extract::{Path, State}, Json};
use sqlx::PgPool;

use crate::models::Post;

pub async fn tagged(State(pool): State<PgPool>, Path(tag): Path<String>) -> Json<Vec<Post>> {
    Json(Post::with_tag(&pool, &tag).await.unwrap_or_default())
}

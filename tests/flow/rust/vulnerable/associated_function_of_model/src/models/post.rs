use sqlx::PgPool;

#[derive(serde::Serialize, sqlx::FromRow)]
pub struct Post {
    pub id: i64,
    pub title: String,
}

impl Post {
    pub async fn with_tag(pool: &PgPool, tag: &str) -> sqlx::Result<Vec<Post>> {
        sqlx::query_as(&format!("SELECT id, title FROM posts WHERE '{tag}' = ANY(tags)")) // expect: sql-injection from src/routes.rs
            .fetch_all(pool)
            .await
    }
}

use my_queries::*;
use sqlx::PgPool;

pub const TABLE: &str = "items";

pub struct Filter {
    pub id: i64,
    pub name: String,
}

pub async fn find(pool: &PgPool, name: &str) {
    query(&format!("SELECT * FROM items WHERE name = {name}"));
}

pub mod inner {
    use super::*;

    pub async fn remove(pool: &PgPool, filter: &Filter) {
        sqlx::query(&format!("DELETE FROM {TABLE} WHERE id = {}", filter.id)).execute(pool).await;
    }
}

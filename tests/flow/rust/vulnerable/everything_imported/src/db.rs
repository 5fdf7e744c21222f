use sqlx::*;

pub const TABLE: &str = "items";

pub struct Filter {
    pub id: i64,
    pub name: String,
}

pub async fn find(pool: &PgPool, name: &str) {
    query(&format!("SELECT * FROM items WHERE name = '{name}'")).execute(pool).await; // expect: sql-injection from src/web.rs
}

pub async fn count(pool: &PgPool, name: &str) {
    query("SELECT count(*) FROM items WHERE name = $1").bind(name).execute(pool).await;
}

pub mod inner {
    use super::*;

    pub async fn remove(pool: &PgPool, name: &str) {
        query(&format!("DELETE FROM {TABLE} WHERE name = '{name}'")).execute(pool).await; // expect: sql-injection from src/web.rs
    }
}

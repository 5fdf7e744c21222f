use sqlx::mysql::{MySqlPool, MySqlRow};

pub(super) async fn of_customer(pool: &MySqlPool, customer: &str) -> sqlx::Result<Vec<MySqlRow>> {
    sqlx::query(&format!("SELECT * FROM orders WHERE customer = '{customer}'")) // expect: sql-injection from src/orders/handlers.rs
        .fetch_all(pool)
        .await
}

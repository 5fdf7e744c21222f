use axum::{extract::State, Json};
use serde::Deserialize;
use sqlx::PgPool;

#[derive(Deserialize)]
struct Order {
    id: i64,
    customer: Customer,
}

#[derive(Deserialize)]
struct Customer {
    email: String,
}

async fn create(State(pool): State<PgPool>, Json(order): Json<Order>) -> Result<(), sqlx::Error> {
    let statement = format!(
        "INSERT INTO orders (id, email) VALUES ({}, '{}')",
        order.id, order.customer.email
    );
    sqlx::query(&statement).execute(&pool).await?; // expect: sql-injection
    Ok(())
}

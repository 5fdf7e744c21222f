use axum::extract::{Path, State};
use sqlx::MySqlPool;

use super::queries;

pub async fn of_customer(State(pool): State<MySqlPool>, Path(customer): Path<String>) -> String {
    let orders = queries::of_customer(&pool, &customer).await;
    orders.map_or_else(|_| String::new(), |orders| orders.len().to_string())
}

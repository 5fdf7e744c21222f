use axum::{extract::Query, routing::get, Router};
use std::collections::HashMap;

pub fn router(client: std::sync::Arc<tokio_postgres::Client>) -> Router {
    Router::new().route(
        "/search",
        get(move |Query(params): Query<HashMap<String, String>>| async move {
            let term = params.get("q").cloned().unwrap_or_default();
            let rows = client.simple_query(&format!("SELECT id FROM docs WHERE body LIKE '%{term}%'")).await; // expect: sql-injection
            format!("{}", rows.unwrap().len())
        }),
    )
}

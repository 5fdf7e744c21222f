use axum::extract::{Path, State};
use std::sync::Arc;
use tokio_postgres::Client;

use crate::statements;

pub async fn page(State(client): State<Arc<Client>>, Path(title): Path<String>) -> String {
    let sql = statements::BY_TITLE.replace("{title}", &title);
    match client.query_one(&sql, &[]).await { // expect: sql-injection
        Ok(row) => row.get("body"),
        Err(_) => String::new(),
    }
}

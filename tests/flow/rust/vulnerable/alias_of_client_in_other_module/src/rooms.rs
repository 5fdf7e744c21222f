use axum::extract::{Path, State};

use crate::database::Shared;

pub async fn delete(State(shared): State<Shared>, Path(room): Path<String>) -> String {
    let deleted = shared.execute(&format!("DELETE FROM rooms WHERE name = '{room}'"), &[]).await; // expect: sql-injection
    deleted.unwrap_or(0).to_string()
}

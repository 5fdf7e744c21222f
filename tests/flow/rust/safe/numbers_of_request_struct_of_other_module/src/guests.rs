use axum::{extract::State, Json};
use sqlx::PgPool;

use crate::requests::Page;

pub async fn list(State(pool): State<PgPool>, Json(page): Json<Page>) -> String {
    let rooms: Vec<String> = page.rooms.iter().map(|room| room.to_string()).collect();
    let offset = page.offset.unwrap_or(0);
    let sql = format!("SELECT id FROM guests WHERE room IN ({}) OFFSET {offset}", rooms.join(", "));
    let rows = sqlx::query(&sql).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}

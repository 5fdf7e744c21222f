use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

#[derive(Clone, Copy)]
enum Direction {
    Up,
    Down,
}

impl TryFrom<&str> for Direction {
    type Error = ();

    fn try_from(text: &str) -> Result<Self, ()> {
        match text {
            "up" => Ok(Direction::Up),
            "down" => Ok(Direction::Down),
            _ => Err(()),
        }
    }
}

impl Direction {
    fn sql(self) -> &'static str {
        match self {
            Direction::Up => "ASC",
            Direction::Down => "DESC",
        }
    }
}

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let direction = Direction::try_from(params["direction"].as_str()).unwrap_or(Direction::Up);
    let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY id {}", direction.sql())).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}

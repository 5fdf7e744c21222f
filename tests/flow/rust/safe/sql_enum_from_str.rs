use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;
use std::str::FromStr;

enum Column {
    Name,
    City,
}

impl FromStr for Column {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "name" => Ok(Column::Name),
            "city" => Ok(Column::City),
            other => Err(format!("unknown column {other}")),
        }
    }
}

impl std::fmt::Display for Column {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Column::Name => "name",
            Column::City => "city",
        })
    }
}

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> Result<String, String> {
    let column: Column = params["sort"].parse()?;
    let other = Column::from_str(&params["then"])?;
    let rows = sqlx::query(&format!("SELECT * FROM notes ORDER BY {column}, {other}")).fetch_all(&pool).await;
    Ok(rows.map_or(0, |rows| rows.len()).to_string())
}

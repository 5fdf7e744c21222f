use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

struct Select {
    text: String,
    values: Vec<String>,
}

impl Select {
    fn from(table: &str) -> Self {
        Select { text: format!("SELECT * FROM {table}"), values: Vec::new() }
    }

    fn filter(mut self, condition: &str, value: String) -> Self {
        self.text.push_str(" WHERE ");
        self.text.push_str(condition);
        self.values.push(value);
        self
    }
}

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let select = Select::from("notes").filter("owner = $1", params["owner"].clone());
    let rows = sqlx::query(&select.text).bind(&select.values[0]).fetch_all(&pool).await;
    rows.map_or(0, |rows| rows.len()).to_string()
}

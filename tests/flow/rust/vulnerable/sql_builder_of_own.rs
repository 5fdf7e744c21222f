use axum::extract::{Query, State};
use sqlx::PgPool;
use std::collections::HashMap;

struct Select {
    text: String,
}

impl Select {
    fn from(table: &str) -> Self {
        Select { text: format!("SELECT * FROM {table}") }
    }

    fn filter(mut self, condition: &str) -> Self {
        self.text.push_str(" WHERE ");
        self.text.push_str(condition);
        self
    }

    fn limit(mut self, count: u32) -> Self {
        self.text += &format!(" LIMIT {count}");
        self
    }
}

pub async fn rows(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> String {
    let select = Select::from("notes").filter(&format!("owner = '{}'", params["owner"])).limit(3);
    let rows = sqlx::query(&select.text).fetch_all(&pool).await; // expect: sql-injection
    rows.map_or(0, |rows| rows.len()).to_string()
}

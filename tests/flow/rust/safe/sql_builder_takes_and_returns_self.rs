use std::fmt::Write;

use axum::extract::{Path, State};
use sqlx::PgPool;

#[derive(Default)]
pub struct Select {
    table: String,
    conditions: Vec<String>,
    order: Option<String>,
    values: Vec<String>,
}

impl Select {
    pub fn from(table: &str) -> Self {
        Select {
            table: table.to_owned(),
            ..Default::default()
        }
    }

    pub fn filter(mut self, condition: impl Into<String>, value: &str) -> Self {
        self.conditions.push(condition.into());
        self.values.push(value.to_owned());
        self
    }

    pub fn order_by(self, column: &str) -> Self {
        Self {
            order: Some(column.to_owned()),
            ..self
        }
    }

    pub fn build(&self) -> String {
        let mut text = format!("SELECT * FROM {}", self.table);
        if !self.conditions.is_empty() {
            write!(text, " WHERE {}", self.conditions.join(" AND ")).unwrap();
        }
        if let Some(order) = &self.order {
            write!(text, " ORDER BY {order}").unwrap();
        }
        text
    }
}

pub async fn named(State(pool): State<PgPool>, Path(name): Path<String>) -> String {
    let select = Select::from("users").filter("name = $1", &name).order_by("name");
    let query = select.build();
    match sqlx::query(&query).bind(&select.values[0]).fetch_all(&pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

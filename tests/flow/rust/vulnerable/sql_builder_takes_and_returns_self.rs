use std::fmt::Write;

use axum::extract::{Path, State};
use sqlx::PgPool;

#[derive(Default)]
pub struct Select {
    table: String,
    conditions: Vec<String>,
    order: Option<String>,
}

impl Select {
    pub fn from(table: &str) -> Self {
        Select {
            table: table.to_owned(),
            ..Default::default()
        }
    }

    pub fn filter(mut self, condition: impl Into<String>) -> Self {
        self.conditions.push(condition.into());
        self
    }

    pub fn order_by(self, column: &str) -> Self {
        Self {
            order: Some(column.to_owned()),
            ..self
        }
    }

    pub fn build(self) -> String {
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
    let query = Select::from("users").filter(format!("name = '{name}'")).build();
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn ordered(State(pool): State<PgPool>, Path(column): Path<String>) -> String {
    let query = Select::from("users").filter("active").order_by(&column).build();
    match sqlx::query(&query).fetch_all(&pool).await { // expect: sql-injection
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

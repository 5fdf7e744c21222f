use std::ops::Deref;

use axum::extract::{Query, State};
use serde::Deserialize;
use tokio_postgres::Client;

#[derive(Debug)]
enum Failure {
    Empty,
    Database(tokio_postgres::Error),
}

impl From<tokio_postgres::Error> for Failure {
    fn from(error: tokio_postgres::Error) -> Self {
        Failure::Database(error)
    }
}

struct Text(String);

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

#[derive(Deserialize)]
pub struct Asked {
    title: Option<String>,
}

fn title(asked: Asked) -> Result<Text, Failure> {
    let title = asked.title.ok_or(Failure::Empty)?;
    if title.is_empty() {
        return Err(Failure::Empty);
    }
    Ok(Text(title))
}

pub async fn books(State(client): State<Client>, Query(asked): Query<Asked>) -> Result<String, Failure> {
    let title = title(asked)?;
    let query = format!("SELECT * FROM books WHERE title = '{}'", &*title);
    let rows = client.query(&query, &[]).await?; // expect: sql-injection
    Ok(rows.len().to_string())
}

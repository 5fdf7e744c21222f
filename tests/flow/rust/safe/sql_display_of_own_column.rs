use std::fmt;

use actix_web::{web, HttpResponse};
use rusqlite::Connection;
use serde::Deserialize;

#[derive(Deserialize)]
enum Column {
    Name,
    City,
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Column::Name => f.write_str("name"),
            Column::City => f.write_str("city"),
        }
    }
}

struct Page {
    asked: String,
    number: u32,
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LIMIT 10 OFFSET {}", self.number * 10)
    }
}

impl From<String> for Page {
    fn from(asked: String) -> Self {
        let number = asked.parse().unwrap_or(0);
        Page { asked, number }
    }
}

/// Whether the pages were asked for as text or as a number.
struct Kind {
    asked: String,
    name: &'static str,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

fn kind(asked: String) -> Kind {
    let name = if asked.parse::<u32>().is_ok() { "number" } else { "text" };
    Kind { asked, name }
}

pub async fn count(asked: web::Path<String>, db: web::Data<Connection>) -> HttpResponse {
    let kind = kind(asked.into_inner());
    tracing::debug!(asked = %kind.asked, "counting");
    db.execute(&format!("UPDATE counts SET {kind} = {kind} + 1"), []).ok();
    HttpResponse::Ok().finish()
}

pub async fn list(column: web::Path<Column>, page: web::Query<String>, db: web::Data<Connection>) -> HttpResponse {
    let page = Page::from(page.into_inner());
    tracing::debug!(asked = %page.asked, "listing");
    let query = format!("SELECT * FROM users ORDER BY {} {}", column.into_inner(), page);
    let count = "SELECT count(*) FROM users ".to_owned() + &page.to_string();
    db.execute(&count, []).ok();
    match db.prepare(&query) {
        Ok(_) => HttpResponse::Ok().body(query),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

use std::str::FromStr;

use actix_web::web;
use sqlx::PgPool;

struct Search {
    page: u32,
    size: Option<u64>,
    name: String,
}

enum Column {
    Name,
    Price,
}

impl FromStr for Column {
    type Err = ();

    fn from_str(text: &str) -> Result<Column, ()> {
        match text {
            "name" => Ok(Column::Name),
            "price" => Ok(Column::Price),
            _ => Err(()),
        }
    }
}

struct Sorted {
    column: Column,
}

impl Column {
    fn name(&self) -> &'static str {
        match self {
            Column::Name => "name",
            Column::Price => "price",
        }
    }
}

fn search(text: &str) -> Option<Search> {
    let mut parts = text.split(':');
    Some(Search {
        page: parts.next()?.parse().ok()?,
        size: parts.next()?.parse().ok(),
        name: parts.next()?.parse().ok()?,
    })
}

async fn find(path: web::Path<String>, pool: web::Data<PgPool>) {
    let search = search(&path).unwrap();
    let size = search.size.unwrap_or(10);
    let query = format!("SELECT * FROM items WHERE name = $1 LIMIT {} OFFSET {}", size, search.page);
    sqlx::query(&query).bind(search.name).execute(pool.get_ref()).await;
}

async fn sorted(path: web::Path<String>, pool: web::Data<PgPool>) -> Result<(), Error> {
    let sorted = Sorted { column: path.parse()? };
    let query = format!("SELECT * FROM items ORDER BY {}", sorted.column.name());
    sqlx::query(&query).execute(pool.get_ref()).await;
    Ok(())
}

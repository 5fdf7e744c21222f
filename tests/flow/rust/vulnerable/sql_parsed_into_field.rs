use std::str::FromStr;

use actix_web::web;
use sqlx::PgPool;

struct Search {
    page: u32,
    name: String,
}

struct Column(String);

impl FromStr for Column {
    type Err = ();

    fn from_str(text: &str) -> Result<Column, ()> {
        Ok(Column(text.to_string()))
    }
}

struct Sorted {
    by: Option<u32>,
    column: Column,
}

fn search(text: &str) -> Option<Search> {
    let (page, name) = text.split_once(':')?;
    Some(Search { page: page.parse().ok()?, name: name.parse().ok()? })
}

async fn find(path: web::Path<String>, pool: web::Data<PgPool>) {
    let search = search(&path).unwrap();
    let query = format!("SELECT * FROM items WHERE name = '{}'", search.name);
    sqlx::query(&query).execute(pool.get_ref()).await; // expect: sql-injection
}

async fn sorted(path: web::Path<String>, pool: web::Data<PgPool>) -> Result<(), Error> {
    let sorted = Sorted { by: None, column: path.parse()? };
    let query = format!("SELECT * FROM items ORDER BY {}", sorted.column.0);
    sqlx::query(&query).execute(pool.get_ref()).await; // expect: sql-injection
    Ok(())
}

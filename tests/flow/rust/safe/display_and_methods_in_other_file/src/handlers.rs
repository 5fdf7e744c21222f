use actix_web::{web, HttpResponse};
use rusqlite::Connection;

use crate::filter::Filter;

pub async fn delete(name: web::Path<String>, db: web::Data<Connection>) -> HttpResponse {
    let filter = Filter { column: "name", value: name.into_inner() };
    let query = format!("DELETE FROM users WHERE {filter}");
    db.execute(&query, [&filter.value]).ok();
    HttpResponse::NoContent().finish()
}

pub async fn search(name: web::Path<String>, db: web::Data<Connection>) -> HttpResponse {
    let filter = Filter { column: "name", value: name.into_inner() };
    let query = format!("DELETE FROM users WHERE {}", filter.clause());
    db.execute(&query, [&filter.value]).ok();
    HttpResponse::NoContent().finish()
}

use actix_web::web;

use crate::prelude::*;

async fn show(name: web::Path<String>, pool: web::Data<PgPool>) {
    query(&format!("SELECT * FROM items WHERE name = '{name}'")).execute(pool.get_ref()).await; // expect: sql-injection
}

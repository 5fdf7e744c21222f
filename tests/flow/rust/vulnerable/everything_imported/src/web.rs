use actix_web::*;
use rocket::fs::*;
use sqlx::PgPool;

use crate::db::*;

async fn show(name: web::Path<String>, pool: web::Data<PgPool>) -> impl Responder {
    find(&pool, &name).await;
    count(&pool, &name).await;
    crate::db::inner::remove(&pool, &name).await;
}

async fn filtered(filter: web::Json<Filter>, pool: web::Data<PgPool>) -> impl Responder {
    sqlx::query(&format!("SELECT * FROM {TABLE} WHERE id = {}", filter.id)).execute(pool.get_ref()).await;
    sqlx::query(&format!("SELECT * FROM {TABLE} WHERE id = '{}'", filter.name)).execute(pool.get_ref()).await; // expect: sql-injection
}

async fn file(name: web::Path<String>) {
    NamedFile::open(format!("/srv/{name}")).await; // expect: path-traversal
}

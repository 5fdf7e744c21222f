use actix_web::*;
use rocket::fs::*;
use sqlx::PgPool;

use crate::db::*;

async fn show(name: web::Path<String>, pool: web::Data<PgPool>) {
    find(&pool, &name).await;
}

async fn filtered(filter: web::Json<Filter>, pool: web::Data<PgPool>) {
    crate::db::inner::remove(&pool, &filter).await;
    let query = format!("SELECT * FROM {TABLE} WHERE id = {}", filter.id);
    sqlx::query(&query).bind(filter.name).execute(pool.get_ref()).await;
}

async fn file(id: web::Path<u32>) {
    NamedFile::open(format!("/srv/{id}")).await;
}

use actix_web::{web, HttpResponse};
use deadpool_postgres::Pool;

use crate::db;

pub async fn room(pool: web::Data<Pool>, name: web::Path<String>) -> HttpResponse {
    let found = db::rows(&pool, "SELECT id FROM rooms WHERE name = $1", &[&name.as_str()]).await;
    match found {
        Ok(rows) => HttpResponse::Ok().body(rows.len().to_string()),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

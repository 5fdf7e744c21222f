use actix_web::{get, web, HttpResponse, Responder};
use deadpool_postgres::Pool;

use crate::storage::stock::by_code;

#[get("/stock/{code}")]
pub async fn stock(pool: web::Data<Pool>, code: web::Path<String>) -> impl Responder {
    match by_code(&pool, &code).await {
        Ok(count) => HttpResponse::Ok().json(count),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

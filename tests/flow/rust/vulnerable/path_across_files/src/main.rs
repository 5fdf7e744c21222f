mod storage;

use actix_web::{web, HttpResponse};

async fn show(name: web::Path<String>) -> HttpResponse {
    HttpResponse::Ok().body(storage::read(&name).unwrap_or_default())
}

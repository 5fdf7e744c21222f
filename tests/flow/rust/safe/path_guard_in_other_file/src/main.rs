mod storage;

use actix_web::{web, HttpResponse};

async fn show(name: web::Path<String>) -> HttpResponse {
    match storage::locate(&name) {
        Some(path) => HttpResponse::Ok().body(std::fs::read(path).unwrap_or_default()),
        None => HttpResponse::NotFound().finish(),
    }
}

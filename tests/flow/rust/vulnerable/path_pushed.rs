use std::path::PathBuf;

use actix_web::{web, HttpResponse};

async fn show(name: web::Path<String>) -> HttpResponse {
    let mut path = PathBuf::from("/srv/files");
    path.push(name.into_inner());
    let data = std::fs::read(&path).unwrap_or_default(); // expect: path-traversal
    HttpResponse::Ok().body(data)
}

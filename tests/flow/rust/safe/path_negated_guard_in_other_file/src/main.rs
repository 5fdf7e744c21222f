mod paths;
use actix_web::{web, HttpResponse};
use crate::paths::{has_traversal, validate};

async fn show(name: web::Path<String>) -> HttpResponse {
    if has_traversal(&name) {
        return HttpResponse::BadRequest().finish();
    }
    HttpResponse::Ok().body(std::fs::read(format!("/srv/{name}")).unwrap_or_default())
}
async fn show_q(name: web::Path<String>) -> Result<HttpResponse, actix_web::Error> {
    let name = name.into_inner();
    if paths::has_traversal(&name) {
        return Err(actix_web::error::ErrorBadRequest("path"));
    }
    Ok(HttpResponse::Ok().body(std::fs::read(format!("/srv/{name}"))?))
}
async fn valid(name: web::Path<String>) -> Result<HttpResponse, actix_web::Error> {
    validate(&name)?;
    Ok(HttpResponse::Ok().body(std::fs::read(format!("/srv/{name}"))?))
}

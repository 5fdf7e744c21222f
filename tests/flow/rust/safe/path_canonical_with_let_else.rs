use actix_web::{web, HttpResponse};

async fn show(name: web::Path<String>) -> HttpResponse {
    let root = std::path::Path::new("/srv/files");
    let Ok(path) = std::fs::canonicalize(root.join(name.into_inner())) else {
        return HttpResponse::NotFound().finish();
    };
    if path.strip_prefix(root).is_err() {
        return HttpResponse::Forbidden().finish();
    }
    match std::fs::read(path) {
        Ok(data) => HttpResponse::Ok().body(data),
        Err(_) => HttpResponse::NotFound().finish(),
    }
}

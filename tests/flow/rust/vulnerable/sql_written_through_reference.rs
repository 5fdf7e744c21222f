use actix_web::{web, HttpRequest, HttpResponse};
use rusqlite::Connection;

fn read(request: &HttpRequest, name: &str, into: &mut String) -> bool {
    match request.headers().get(name) {
        Some(value) => {
            *into = value.to_str().unwrap_or_default().to_owned();
            true
        }
        None => false,
    }
}

pub async fn remove(request: HttpRequest, db: web::Data<Connection>) -> HttpResponse {
    let mut tenant = String::new();
    if read(&request, "X-Tenant", &mut tenant) {
        let query = format!("DELETE FROM visits WHERE tenant = '{tenant}'");
        db.execute(&query, []).ok(); // expect: sql-injection
    }
    HttpResponse::Ok().finish()
}

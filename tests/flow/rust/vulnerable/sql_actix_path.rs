use actix_web::{get, web, HttpResponse, Responder};
use sqlx::PgPool;

#[get("/users/{name}")]
async fn user(path: web::Path<String>, pool: web::Data<PgPool>) -> impl Responder {
    let name = path.into_inner();
    let query = format!("SELECT id FROM users WHERE name = '{}'", name);
    let row = sqlx::query(&query).fetch_optional(pool.get_ref()).await; // expect: sql-injection
    match row {
        Ok(Some(_)) => HttpResponse::Ok(),
        _ => HttpResponse::NotFound(),
    }
}

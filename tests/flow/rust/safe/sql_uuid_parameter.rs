use actix_web::{web, HttpResponse};
use uuid::Uuid;

pub async fn show(id: web::Path<Uuid>, pool: web::Data<sqlx::PgPool>) -> HttpResponse {
    let id = id.into_inner();
    sqlx::query(&format!("SELECT * FROM orders WHERE id = '{id}'")).fetch_one(pool.get_ref()).await.ok();
    HttpResponse::Ok().finish()
}

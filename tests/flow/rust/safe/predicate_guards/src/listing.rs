use actix_web::{web, HttpResponse};
use sqlx::PgPool;

use crate::checks;

pub async fn list(pool: web::Data<PgPool>, column: web::Path<String>) -> HttpResponse {
    let column = column.into_inner();
    if !checks::is_column(&column) {
        return HttpResponse::BadRequest().finish();
    }
    let sql = format!("SELECT id FROM files ORDER BY {column}");
    match sqlx::query(&sql).fetch_all(pool.get_ref()).await {
        Ok(rows) => HttpResponse::Ok().body(rows.len().to_string()),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

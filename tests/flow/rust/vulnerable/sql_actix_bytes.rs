use actix_web::{web, HttpResponse};

pub async fn ingest(body: web::Bytes, pool: web::Data<sqlx::SqlitePool>) -> HttpResponse {
    let text = std::str::from_utf8(&body).unwrap_or("");
    let sql = format!("INSERT INTO log (line) VALUES ('{text}')");
    sqlx::query(&sql).execute(pool.get_ref()).await.unwrap(); // expect: sql-injection
    HttpResponse::Accepted().finish()
}

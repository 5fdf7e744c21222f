use actix_web::{web, HttpResponse};

async fn file(path: web::Path<(String, i32)>, pool: web::Data<sqlx::PgPool>) -> HttpResponse {
    let (name, version) = path.into_inner();
    let sql = format!("SELECT data FROM files WHERE name = '{name}' AND version = {version}");
    sqlx::query(&sql).fetch_one(pool.get_ref()).await.unwrap(); // expect: sql-injection
    HttpResponse::Ok().finish()
}

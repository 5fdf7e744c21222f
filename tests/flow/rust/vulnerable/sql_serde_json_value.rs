use actix_web::{web, HttpResponse};

async fn hook(body: String, req: actix_web::HttpRequest, pool: web::Data<sqlx::PgPool>) -> HttpResponse {
    let raw = req.headers().get("x-event").unwrap().to_str().unwrap();
    let event: serde_json::Value = serde_json::from_str(raw).unwrap();
    let kind = event["kind"].as_str().unwrap_or("none");
    sqlx::query(&format!("INSERT INTO events (kind) VALUES ('{kind}')")).execute(pool.get_ref()).await.ok(); // expect: sql-injection
    HttpResponse::Ok().finish()
}

use actix_web::{web, HttpResponse};
use deadpool_postgres::Pool;

#[derive(serde::Deserialize)]
pub struct Page {
    order: String,
    offset: u64,
}

pub async fn index(page: web::Query<Page>, pool: web::Data<Pool>) -> HttpResponse {
    let client = pool.get().await.unwrap();
    let sql = format!("SELECT * FROM articles ORDER BY {} OFFSET {}", page.order, page.offset);
    let rows = client.query(&sql, &[]).await.unwrap(); // expect: sql-injection
    HttpResponse::Ok().json(rows.len())
}

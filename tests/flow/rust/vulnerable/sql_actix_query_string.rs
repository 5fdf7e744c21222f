use actix_web::{web, HttpRequest, HttpResponse};

pub async fn sorted(req: HttpRequest, pool: web::Data<sqlx::PgPool>) -> HttpResponse {
    let params = web::Query::<std::collections::HashMap<String, String>>::from_query(req.query_string()).unwrap();
    let Some(sort) = params.get("sort") else {
        return HttpResponse::BadRequest().finish();
    };
    let sql = format!("SELECT * FROM products ORDER BY {sort}");
    sqlx::query(&sql).fetch_all(pool.get_ref()).await.unwrap(); // expect: sql-injection
    HttpResponse::Ok().finish()
}

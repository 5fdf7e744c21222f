use actix_web::{web, HttpRequest, HttpResponse};

pub struct Settings {
    schema: String,
}

pub async fn count(req: HttpRequest, settings: web::Data<Settings>, pool: web::Data<sqlx::PgPool>) -> HttpResponse {
    let prefix = req.app_data::<web::Data<String>>().unwrap();
    let sql = format!("SELECT count(*) FROM visits WHERE site = '{}' AND kind = '{prefix}'", settings.schema);
    sqlx::query(&sql).fetch_one(pool.get_ref()).await.ok();
    HttpResponse::Ok().finish()
}

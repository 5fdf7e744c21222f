use actix_web::{post, web, HttpResponse};
use serde::Deserialize;

#[derive(Deserialize)]
struct Login {
    username: String,
    password: String,
}

#[post("/login")]
async fn login(form: web::Json<Login>, db: web::Data<sqlx::SqlitePool>) -> HttpResponse {
    let found = sqlx::query(&("SELECT id FROM accounts WHERE name = '".to_owned() + &form.username + "'")) // expect: sql-injection
        .fetch_optional(db.get_ref())
        .await;
    verify(found, &form.password)
}

use actix_web::{post, web, Responder};
use mysql::prelude::*;
use mysql::Pool;

#[derive(serde::Deserialize)]
struct Comment {
    author: String,
    text: String,
}

#[post("/comments")]
async fn comment(form: web::Form<Comment>, pool: web::Data<Pool>) -> impl Responder {
    let comment = form.into_inner();
    let mut conn = pool.get_conn().unwrap();
    conn.query_drop(format!("INSERT INTO comments VALUES ('{}', '{}')", comment.author, comment.text)).unwrap(); // expect: sql-injection
    "ok"
}

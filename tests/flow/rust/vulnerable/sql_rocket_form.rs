use rocket::form::{Form, FromForm};
use rocket::{post, State};

#[derive(FromForm)]
struct Feedback {
    name: String,
    stars: u8,
}

#[post("/feedback", data = "<feedback>")]
async fn submit(feedback: Form<Feedback>, pool: &State<sqlx::PgPool>) {
    let sql = format!("INSERT INTO feedback VALUES ('{}', {})", feedback.name, feedback.stars);
    sqlx::query(&sql).execute(pool.inner()).await.ok(); // expect: sql-injection
}

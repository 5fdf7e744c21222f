use rocket::form::Form;
use rocket::{post, State};

#[derive(rocket::FromForm)]
struct Rating {
    stars: u8,
    post: i64,
}

#[post("/ratings", data = "<rating>")]
async fn rate(rating: Form<Rating>, pool: &State<sqlx::PgPool>) {
    let sql = format!("INSERT INTO ratings VALUES ({}, {})", rating.post, rating.stars);
    sqlx::query(&sql).execute(pool.inner()).await.ok();
}

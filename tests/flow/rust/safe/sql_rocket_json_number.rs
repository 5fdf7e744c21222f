use rocket::serde::{json::Json, Deserialize};
use rocket::{post, State};

#[derive(Deserialize)]
struct Vote {
    choice: u32,
}

#[post("/votes", data = "<vote>")]
async fn vote(vote: Json<Vote>, pool: &State<sqlx::PgPool>) {
    let sql = format!("UPDATE votes SET count = count + 1 WHERE id = {}", vote.choice);
    sqlx::query(&sql).execute(pool.inner()).await.ok();
}

use rocket::serde::{json::Json, Deserialize};
use rocket::{put, State};

#[derive(Deserialize)]
#[serde(crate = "rocket::serde")]
struct Profile {
    bio: String,
}

#[put("/profiles/<id>", format = "json", data = "<profile>")]
async fn update(id: u32, profile: Json<Profile>, pool: &State<sqlx::MySqlPool>) {
    let bio = &profile.bio;
    sqlx::query(&format!("UPDATE profiles SET bio = '{bio}' WHERE id = {id}")).execute(pool.inner()).await.ok(); // expect: sql-injection
}

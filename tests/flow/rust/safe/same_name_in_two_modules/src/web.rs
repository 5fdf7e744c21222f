use rocket::get;

use crate::current::find;

#[get("/users/<name>")]
pub fn user(name: String) -> Option<String> {
    let store = rusqlite::Connection::open("users.db").ok()?;
    find(&store, &name).ok().map(|id| id.to_string())
}

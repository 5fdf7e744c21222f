use rocket::{get, launch, routes};
use song_finder::songs;

#[get("/songs/<artist>")]
fn count(artist: String) -> Option<String> {
    let store = rusqlite::Connection::open("songs.db").ok()?;
    songs::count_of(&store, &artist).ok().map(|count| count.to_string())
}

#[launch]
fn rocket() -> _ {
    rocket::build().mount("/", routes![count])
}

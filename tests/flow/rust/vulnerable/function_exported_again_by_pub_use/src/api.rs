use rocket::{get, serde::json::Json, State};
use rusqlite::Connection;
use std::sync::Mutex;

use crate::repository::members_of;

#[get("/members?<club>")]
pub fn members(club: String, connection: &State<Mutex<Connection>>) -> Json<Vec<String>> {
    let connection = connection.lock().unwrap();
    Json(members_of(&connection, &club).unwrap_or_default())
}

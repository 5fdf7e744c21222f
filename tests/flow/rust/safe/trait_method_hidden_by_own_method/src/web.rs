use rocket::get;

use crate::{documents::Documents, finder::Finder};

#[get("/documents/<title>")]
pub fn count(title: String) -> Option<String> {
    let connection = rusqlite::Connection::open("archive.db").ok()?;
    let documents = Documents { connection };
    documents.count(&format!("Report {title}")).ok().map(|count| count.to_string())
}

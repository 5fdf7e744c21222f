use std::num::ParseIntError;
use std::str::FromStr;

use actix_web::{web, HttpResponse};
use rusqlite::Connection;

struct Id(u64);

impl FromStr for Id {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Id(text.trim_start_matches('#').parse()?))
    }
}

impl TryFrom<String> for Id {
    type Error = ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Id> for u64 {
    fn from(id: Id) -> u64 {
        id.0
    }
}

pub async fn find(id: web::Path<String>, db: web::Data<Connection>) -> HttpResponse {
    let Ok(id) = Id::try_from(id.into_inner()) else {
        return HttpResponse::BadRequest().finish();
    };
    let number: u64 = id.into();
    db.execute(&format!("DELETE FROM users WHERE id = {number}"), []).ok();
    HttpResponse::Ok().finish()
}

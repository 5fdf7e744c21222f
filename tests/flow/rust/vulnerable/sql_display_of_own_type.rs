use std::fmt;

use actix_web::{web, HttpResponse};
use rusqlite::Connection;

struct Condition {
    column: &'static str,
    value: String,
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = '{}'", self.column, self.value)
    }
}

pub async fn delete(name: web::Path<String>, city: web::Query<String>, db: web::Data<Connection>) -> HttpResponse {
    let named = Condition {
        column: "name",
        value: name.into_inner(),
    };
    let query = format!("DELETE FROM users WHERE {named}");
    db.execute(&query, []).ok(); // expect: sql-injection
    let living = Condition {
        column: "city",
        value: city.into_inner(),
    };
    let query = "DELETE FROM users WHERE ".to_owned() + &living.to_string();
    db.execute(&query, []).ok(); // expect: sql-injection
    HttpResponse::NoContent().finish()
}

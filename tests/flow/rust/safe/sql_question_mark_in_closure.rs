use actix_web::{web, HttpResponse};
use rusqlite::{Connection, Error};

fn column(name: &str) -> Result<&'static str, Error> {
    match name {
        "name" => Ok("name"),
        "age" => Ok("age"),
        _ => Err(Error::InvalidQuery),
    }
}

pub async fn delete(name: web::Path<String>, db: web::Data<Connection>) -> HttpResponse {
    let run = || -> Result<usize, Error> {
        let column = column(&name)?;
        db.execute(&format!("UPDATE users SET {column} = NULL"), [])
    };
    run().ok();
    let query = (|| -> Result<String, std::num::ParseIntError> {
        let id = name.parse::<i64>()?;
        Ok(format!("DELETE FROM users WHERE id = {id}"))
    })();
    if let Ok(query) = query {
        db.execute(&query, []).ok();
    }
    HttpResponse::NoContent().finish()
}

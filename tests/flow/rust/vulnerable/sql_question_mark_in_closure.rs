use actix_web::{web, HttpResponse};
use rusqlite::{Connection, Error};

fn cleaned(name: &str) -> Result<String, Error> {
    Ok(name.trim().to_owned())
}

pub async fn delete(name: web::Path<String>, db: web::Data<Connection>) -> HttpResponse {
    let run = || -> Result<usize, Error> {
        let name = cleaned(&name)?;
        db.execute(&format!("DELETE FROM users WHERE name = '{name}'"), []) // expect: sql-injection
    };
    run().ok();
    HttpResponse::NoContent().finish()
}

pub async fn rename(name: web::Path<String>, db: web::Data<Connection>) -> HttpResponse {
    let query = (|| -> Result<String, Error> {
        let name = cleaned(&name)?;
        Ok(format!("UPDATE users SET name = '{name}'"))
    })();
    if let Ok(query) = query {
        db.execute(&query, []).ok(); // expect: sql-injection
    }
    HttpResponse::NoContent().finish()
}

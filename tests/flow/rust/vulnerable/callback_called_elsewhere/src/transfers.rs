use actix_web::{post, web, HttpResponse};
use rusqlite::Connection;
use std::sync::Mutex;

use crate::transaction::in_transaction;

#[derive(serde::Deserialize)]
struct Transfer {
    note: String,
}

#[post("/transfers")]
async fn create(store: web::Data<Mutex<Connection>>, transfer: web::Json<Transfer>) -> HttpResponse {
    let mut store = store.lock().unwrap();
    let written = in_transaction(&mut store, |writer| {
        writer.execute(&format!("INSERT INTO transfers (note) VALUES ('{}')", transfer.note), [])?; // expect: sql-injection
        Ok(())
    });
    written.map_or_else(|_| HttpResponse::Conflict().finish(), |()| HttpResponse::Created().finish())
}

use std::sync::mpsc;
use std::thread;

use actix_web::{web, HttpResponse};
use rusqlite::{params, Connection};

pub async fn remove(id: web::Path<u32>, name: web::Query<String>, db: Connection) -> HttpResponse {
    let (ids, numbers) = mpsc::channel();
    let (names, texts) = mpsc::channel();
    let (tables, known) = mpsc::sync_channel(2);
    let worker = thread::spawn(move || {
        for id in numbers {
            db.execute(&format!("DELETE FROM users WHERE id = {id}"), []).ok();
        }
        for name in texts.try_iter() {
            db.execute("DELETE FROM names WHERE name = ?1", params![name]).ok();
        }
        while let Ok(table) = known.recv() {
            db.execute(&format!("VACUUM {table}"), []).ok();
        }
    });
    ids.send(id.into_inner()).ok();
    names.send(name.into_inner()).ok();
    tables.send("users").ok();
    worker.join().ok();
    HttpResponse::Ok().finish()
}

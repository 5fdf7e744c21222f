use std::sync::mpsc;
use std::thread;

use actix_web::{web, HttpResponse};
use rusqlite::Connection;

pub async fn greet(name: web::Path<String>, db: Connection) -> HttpResponse {
    let (sender, receiver) = mpsc::channel();
    let worker = thread::spawn(move || {
        while let Ok(name) = receiver.recv() {
            let query = format!("INSERT INTO greeted (name) VALUES ('{name}')");
            db.execute(&query, []).ok(); // expect: sql-injection
        }
    });
    sender.send(name.into_inner()).ok();
    drop(sender);
    worker.join().ok();
    HttpResponse::Ok().finish()
}

pub async fn rename(name: web::Path<String>, db: Connection) -> HttpResponse {
    let (tx, mut rx) = tokio::sync::mpsc::channel::<String>(8);
    let task = tokio::spawn(async move {
        while let Some(name) = rx.recv().await {
            db.execute(&format!("UPDATE users SET name = '{name}'"), []).ok(); // expect: sql-injection
        }
    });
    tx.send(name.into_inner()).await.ok();
    task.await.ok();
    HttpResponse::Ok().finish()
}

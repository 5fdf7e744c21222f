use std::sync::{Arc, Mutex};

use rusqlite::Connection;
use warp::Filter;

#[tokio::main]
async fn main() {
    let conn = Arc::new(Mutex::new(Connection::open("app.db").unwrap()));
    let hello = warp::path!("users" / String).map(move |name: String| {
        let conn = conn.lock().unwrap();
        conn.execute_batch(&format!("INSERT INTO visits VALUES ('{name}')")).unwrap(); // expect: sql-injection
        "ok"
    });
    warp::serve(hello).run(([127, 0, 0, 1], 3030)).await;
}

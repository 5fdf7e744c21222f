use actix_web::{HttpRequest, HttpResponse};
use rusqlite::Connection;

pub async fn report(req: HttpRequest) -> HttpResponse {
    let conn = Connection::open("reports.db").unwrap();
    let month = req.match_info().get("month").unwrap();
    conn.execute(&format!("DELETE FROM reports WHERE month = '{month}'"), []).unwrap(); // expect: sql-injection
    HttpResponse::NoContent().finish()
}

use actix_web::{web, HttpResponse};
use mysql::prelude::Queryable;
use mysql::PooledConn;

pub trait Ledger {
    fn booked(&mut self, account: &str) -> Vec<String>;
}

pub struct Books {
    connection: PooledConn,
}

impl Ledger for Books {
    fn booked(&mut self, account: &str) -> Vec<String> {
        let query = "SELECT text FROM bookings WHERE account = '".to_owned() + account + "'";
        self.connection.query(query).unwrap_or_default() // expect: sql-injection
    }
}

pub struct Accounts<L> {
    ledger: L,
}

impl<L: Ledger> Accounts<L> {
    fn statement(&mut self, account: &str) -> String {
        self.ledger.booked(account).join("\n")
    }
}

pub async fn statement(account: web::Path<String>, books: Books) -> HttpResponse {
    let mut accounts = Accounts { ledger: books };
    HttpResponse::Ok().body(accounts.statement(&account))
}

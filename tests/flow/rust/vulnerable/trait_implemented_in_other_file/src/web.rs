use actix_web::{web, HttpResponse};

use crate::{ports::Tickets, postgres::PostgresTickets};

#[derive(serde::Deserialize)]
pub struct Search {
    subject: String,
}

pub async fn search(tickets: web::Data<PostgresTickets>, search: web::Query<Search>) -> HttpResponse {
    match tickets.with_subject(&search.subject).await {
        Ok(count) => HttpResponse::Ok().body(count.to_string()),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

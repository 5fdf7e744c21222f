use actix_web::{get, web, HttpResponse};

use crate::service::InvoiceService;

#[get("/invoices/{customer}")]
async fn invoices(service: web::Data<InvoiceService>, customer: web::Path<String>) -> HttpResponse {
    match service.open_invoices(customer.into_inner()).await {
        Ok(invoices) => HttpResponse::Ok().json(invoices),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

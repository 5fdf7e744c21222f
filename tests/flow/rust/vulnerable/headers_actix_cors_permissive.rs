use actix_cors::Cors;
use actix_web::{App, HttpServer};

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    HttpServer::new(|| {
        App::new().wrap(Cors::permissive()) // expect: permissive-headers
    })
    .bind("127.0.0.1:8080")?
    .run()
    .await
}

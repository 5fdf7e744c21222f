mod routes;
mod storage;

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let pool = storage::pool();
    actix_web::HttpServer::new(move || {
        actix_web::App::new()
            .app_data(actix_web::web::Data::new(pool.clone()))
            .service(routes::stock)
    })
    .bind(("127.0.0.1", 8080))?
    .run()
    .await
}

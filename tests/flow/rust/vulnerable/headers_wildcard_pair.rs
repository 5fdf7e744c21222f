use actix_web::HttpResponse;

pub async fn feed() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("Access-Control-Allow-Origin", "*")) // expect: permissive-headers
        .body("[]")
}

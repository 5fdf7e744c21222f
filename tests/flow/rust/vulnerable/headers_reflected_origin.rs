use actix_web::{http::header::HeaderValue, HttpRequest, HttpResponse};

pub async fn data(req: HttpRequest) -> HttpResponse {
    let origin = req.headers().get("Origin").unwrap();
    let mut response = HttpResponse::Ok().finish();
    let value = HeaderValue::from_str(origin.to_str().unwrap()).unwrap();
    response.headers_mut().insert("Access-Control-Allow-Origin".parse().unwrap(), value.clone());
    response.headers_mut().append(actix_web::http::header::ACCESS_CONTROL_ALLOW_ORIGIN, value); // expect: permissive-headers
    response
}

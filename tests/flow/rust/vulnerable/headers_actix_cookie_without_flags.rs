use actix_web::{cookie::Cookie, HttpResponse};

pub async fn login(token: String) -> HttpResponse {
    HttpResponse::Ok()
        .cookie(Cookie::new("access_token", token)) // expect: permissive-headers
        .finish()
}

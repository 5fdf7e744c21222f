use actix_web::{cookie::Cookie, HttpResponse};

pub async fn login(token: String) -> HttpResponse {
    let cookie = Cookie::build("auth", token)
        .secure(false) // expect: permissive-headers
        .http_only(true)
        .finish();
    HttpResponse::Ok().cookie(cookie).finish()
}

use actix_web::{HttpRequest, HttpResponse};

pub async fn reload(req: HttpRequest) -> HttpResponse {
    let expected = std::env::var("ADMIN_TOKEN").unwrap_or_default();
    let given = req.headers().get("x-admin-token").and_then(|value| value.to_str().ok());
    if given == Some(expected.as_str()) { // expect: auth-bypass
        return HttpResponse::Ok().finish();
    }
    HttpResponse::Forbidden().finish()
}

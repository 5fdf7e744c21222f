use axum_extra::extract::cookie::{Cookie, CookieJar};

pub async fn login(jar: CookieJar, token: String) -> CookieJar {
    let cookie = Cookie::build(("session", token))
        .path("/")
        .http_only(false) // expect: permissive-headers
        .secure(true);
    jar.add(cookie)
}

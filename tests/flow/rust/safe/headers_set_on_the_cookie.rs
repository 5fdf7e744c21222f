use axum_extra::extract::cookie::{Cookie, CookieJar};

pub async fn login(jar: CookieJar, token: String) -> CookieJar {
    let mut cookie = Cookie::new("session", token);
    cookie.set_secure(true);
    cookie.set_http_only(true);
    jar.add(cookie)
}

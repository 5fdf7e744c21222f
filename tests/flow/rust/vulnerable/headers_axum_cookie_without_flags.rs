use axum_extra::extract::cookie::Cookie;
use axum_extra::extract::CookieJar;

pub async fn login(jar: CookieJar, token: String) -> CookieJar {
    jar.add(Cookie::new("session", token)) // expect: permissive-headers
}

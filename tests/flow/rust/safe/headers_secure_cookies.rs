use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

pub async fn login(jar: CookieJar, token: String) -> CookieJar {
    let cookie = Cookie::build(("session", token)).path("/").secure(true).http_only(true).same_site(SameSite::Lax);
    jar.add(cookie).add(Cookie::new("theme", "dark"))
}

use rocket::http::{Cookie, CookieJar};

pub fn remember(jar: &CookieJar<'_>, token: String) {
    jar.add(Cookie::build(("token", token)).secure(false)); // expect: permissive-headers
}

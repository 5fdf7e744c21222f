use tower_cookies::{Cookie, Cookies};

pub fn keep(cookies: &Cookies, id: String) {
    cookies.add(Cookie::build(("session_id", id)).http_only(false).build()); // expect: permissive-headers
}

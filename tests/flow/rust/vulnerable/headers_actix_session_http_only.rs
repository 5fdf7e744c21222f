use actix_session::{storage::RedisSessionStore, SessionMiddleware};

pub fn sessions(store: RedisSessionStore, key: actix_web::cookie::Key) -> SessionMiddleware<RedisSessionStore> {
    let builder = SessionMiddleware::builder(store, key);
    builder.cookie_http_only(false).build() // expect: permissive-headers
}

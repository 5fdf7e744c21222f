use rocket::http::CookieJar;
use rocket::{get, State};

#[get("/me")]
async fn me(cookies: &CookieJar<'_>, pool: &State<sqlx::PgPool>) -> Option<String> {
    let token = cookies.get("token")?.value().to_string();
    let sql = format!("SELECT name FROM users WHERE token = '{token}'");
    sqlx::query_scalar(&sql).fetch_optional(pool.inner()).await.ok()? // expect: sql-injection
}

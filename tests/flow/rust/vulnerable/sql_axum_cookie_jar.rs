use axum::extract::State;
use axum_extra::extract::CookieJar;
use sqlx::PgPool;

async fn current(State(pool): State<PgPool>, jar: CookieJar) -> Result<(), AppError> {
    let Some(cookie) = jar.get("session") else {
        return Err(AppError::Unauthorized);
    };
    let sql = format!("SELECT user_id FROM sessions WHERE token = '{}'", cookie.value());
    sqlx::query(&sql).fetch_one(&pool).await?; // expect: sql-injection
    Ok(())
}

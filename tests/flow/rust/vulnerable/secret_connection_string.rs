use sqlx::postgres::PgPoolOptions;

pub async fn connect() -> Result<sqlx::PgPool, sqlx::Error> {
    PgPoolOptions::new().connect("postgres://app:9fKq2mXw@db.internal/app").await // expect: hardcoded-secret
}

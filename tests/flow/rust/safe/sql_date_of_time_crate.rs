use rocket::State;
use time::OffsetDateTime;

pub async fn since(pool: &State<sqlx::PgPool>, start: OffsetDateTime, fee: rust_decimal::Decimal) {
    let sql = format!("SELECT * FROM visits WHERE at > '{start}' AND fee > {fee}");
    sqlx::query(&sql).fetch_all(pool.inner()).await.ok();
}

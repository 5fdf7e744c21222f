use rocket::{get, State};

pub struct Settings {
    schema: String,
}

#[get("/count/<kind>")]
async fn count(kind: i64, settings: &State<Settings>, pool: &State<sqlx::PgPool>) -> String {
    let sql = format!("SELECT count(*) FROM {}.users WHERE kind = {kind}", settings.schema);
    sqlx::query_scalar(&sql).fetch_one(pool.inner()).await.unwrap()
}

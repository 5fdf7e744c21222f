use axum::extract::{Path, State};
use sqlx::PgPool;

struct User {
    table: &'static str,
    name: String,
}

struct Options {
    user: User,
}

async fn find(pool: &PgPool, options: &Options) -> String {
    let query = format!("SELECT * FROM {} WHERE name = $1", options.user.table);
    match sqlx::query(&query).bind(&options.user.name).fetch_all(pool).await {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

pub async fn named(State(pool): State<PgPool>, Path(name): Path<String>) -> String {
    let options = Options { user: User { table: "users", name } };
    find(&pool, &options).await
}

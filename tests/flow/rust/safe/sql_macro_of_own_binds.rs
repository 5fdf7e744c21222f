use axum::extract::{Path, State};
use sqlx::PgPool;

macro_rules! count {
    ($pool:expr, $table:literal, $column:ident = $value:expr) => {
        sqlx::query(concat!("SELECT count(*) FROM ", $table, " WHERE ", stringify!($column), " = $1"))
            .bind($value)
            .fetch_all($pool)
            .await
    };
}

macro_rules! audit {
    ($($part:expr),* $(,)?) => {
        tracing::info!(target: "audit", "{}", [$($part.to_string()),*].join(" "))
    };
}

pub async fn named(State(pool): State<PgPool>, Path(name): Path<String>) -> String {
    audit!("counting", name, "SELECT count(*) FROM users");
    match count!(&pool, "users", name = name) {
        Ok(rows) => rows.len().to_string(),
        Err(_) => String::new(),
    }
}

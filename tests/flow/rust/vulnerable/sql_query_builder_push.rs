use axum::extract::{Query, State};
use sqlx::{PgPool, Postgres, QueryBuilder};

#[derive(serde::Deserialize)]
struct Filter {
    name: String,
}

async fn list(State(pool): State<PgPool>, Query(filter): Query<Filter>) -> Result<(), AppError> {
    let mut builder: QueryBuilder<Postgres> = QueryBuilder::new("SELECT * FROM users WHERE name = '");
    builder.push(&filter.name); // expect: sql-injection
    builder.push("'");
    builder.build().fetch_all(&pool).await?;
    Ok(())
}

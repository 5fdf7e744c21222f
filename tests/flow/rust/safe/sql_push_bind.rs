use axum::extract::{Query, State};
use sqlx::{PgPool, Postgres, QueryBuilder};

#[derive(serde::Deserialize)]
struct Filter {
    name: Option<String>,
    city: Option<String>,
}

async fn list(State(pool): State<PgPool>, Query(filter): Query<Filter>) -> Result<(), AppError> {
    let mut builder: QueryBuilder<Postgres> = QueryBuilder::new("SELECT * FROM users WHERE true");
    if let Some(name) = filter.name {
        builder.push(" AND name = ").push_bind(name);
    }
    if let Some(city) = filter.city {
        builder.push(" AND city = ");
        builder.push_bind(city);
    }
    builder.build().fetch_all(&pool).await?;
    Ok(())
}

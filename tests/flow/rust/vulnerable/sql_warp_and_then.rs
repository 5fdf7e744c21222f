use warp::Filter;

pub fn routes(pool: sqlx::PgPool) -> impl Filter<Extract = impl warp::Reply> + Clone {
    warp::path("search")
        .and(warp::query::<std::collections::HashMap<String, String>>())
        .and(warp::any().map(move || pool.clone()))
        .and_then(|params: std::collections::HashMap<String, String>, pool: sqlx::PgPool| async move {
            let q = params.get("q").cloned().unwrap_or_default();
            let sql = format!("SELECT id FROM posts WHERE title = '{q}'");
            let rows = sqlx::query(&sql).fetch_all(&pool).await; // expect: sql-injection
            reply(rows)
        })
}

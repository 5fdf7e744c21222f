#[rocket::get("/search?<term>&<page>")]
async fn search(term: Option<String>, page: Option<u32>, db: &rocket::State<sqlx::PgPool>) -> String {
    let term = term.unwrap_or_default();
    let offset = page.unwrap_or(0) * 20;
    let sql = format!("SELECT title FROM posts WHERE title ILIKE '%{term}%' OFFSET {offset}");
    sqlx::query_scalar(&sql).fetch_one(db.inner()).await.unwrap() // expect: sql-injection
}

use axum::extract::Query;
use axum::response::Html;

#[derive(serde::Deserialize)]
struct Search {
    query: String,
}

async fn encoded(Query(search): Query<Search>) -> Html<String> {
    Html(format!("<h1>{}</h1>", html_escape::encode_text(&search.query)))
}

async fn cleaned(Query(search): Query<Search>) -> Html<String> {
    Html(format!("<p>{}</p>", ammonia::clean(&search.query)))
}

async fn escaped(Query(search): Query<Search>) -> Html<String> {
    Html(format!("<p>{}</p>", v_htmlescape::escape(&search.query)))
}

use axum::extract::Query;

#[derive(serde::Deserialize)]
struct Wanted {
    name: String,
}

async fn show(Query(wanted): Query<Wanted>) -> Result<String, std::io::Error> {
    tokio::fs::read_to_string(format!("./files/{}", wanted.name)).await // expect: path-traversal
}

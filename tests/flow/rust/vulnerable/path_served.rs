use axum::extract::Path;
use tower_http::services::ServeFile;

async fn show(Path(name): Path<String>) -> ServeFile {
    ServeFile::new(format!("static/{name}")) // expect: path-traversal
}

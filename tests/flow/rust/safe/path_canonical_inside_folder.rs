use std::path::{Path, PathBuf};

use axum::extract::Query;
use axum::http::StatusCode;

#[derive(serde::Deserialize)]
struct Wanted {
    name: String,
}

const ROOT: &str = "/srv/files";

async fn show(Query(wanted): Query<Wanted>) -> Result<String, StatusCode> {
    let root = Path::new(ROOT).canonicalize().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let path = root.join(&wanted.name).canonicalize().map_err(|_| StatusCode::NOT_FOUND)?;
    if !path.starts_with(&root) {
        return Err(StatusCode::FORBIDDEN);
    }
    std::fs::read_to_string(&path).map_err(|_| StatusCode::NOT_FOUND)
}

async fn remove(Query(wanted): Query<Wanted>) -> Result<(), std::io::Error> {
    let full = PathBuf::from(ROOT).join(wanted.name);
    let real = tokio::fs::canonicalize(&full).await?;
    if real.starts_with(ROOT) {
        tokio::fs::remove_file(full).await?;
    }
    Ok(())
}

use std::path::PathBuf;

use axum::extract::Path;

async fn each(Path(name): Path<String>) -> Option<String> {
    let mut path = PathBuf::from("/srv/files");
    let mut parts = name.split('/');
    while let Some(part) = parts.next() {
        path.push(part);
    }
    std::fs::read_to_string(path).ok() // expect: path-traversal
}

async fn joined(Path(name): Path<String>) -> Option<String> {
    let parts: Vec<&str> = name.split('/').collect();
    let path = parts.join("/");
    std::fs::read_to_string(format!("/srv/files/{path}")).ok() // expect: path-traversal
}

async fn by_another_separator(Path(name): Path<String>) -> Option<String> {
    let name = name.rsplit(':').next()?;
    std::fs::read_to_string(format!("/srv/files/{name}")).ok() // expect: path-traversal
}

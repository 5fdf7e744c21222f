use std::path::Path;

use axum::extract::Path as Segment;

async fn show(Segment(name): Segment<String>) -> Option<String> {
    let path = Path::new("/srv/files").join(name);
    if !path.starts_with("/srv/files") {
        return None;
    }
    std::fs::read_to_string(path).ok() // expect: path-traversal
}

async fn text(Segment(name): Segment<String>) -> Option<String> {
    let path = format!("/srv/files/{name}");
    if !path.starts_with("/srv/files/") {
        return None;
    }
    std::fs::read_to_string(path).ok() // expect: path-traversal
}

use std::path::Path;

use axum::extract::Path as Segment;

async fn show(Segment(name): Segment<String>) -> Option<String> {
    let path = Path::new("/srv/files").join(&name);
    std::fs::read_to_string(path).ok() // expect: path-traversal
}

use std::path::Path;

use axum::extract::Path as Segment;

async fn show(Segment(name): Segment<String>) -> Result<String, std::io::Error> {
    let path = Path::new("/srv/files").join(name).canonicalize()?;
    std::fs::read_to_string(path) // expect: path-traversal
}

use std::path::Path;

use axum::extract::{Path as Segment, State};

async fn show(Segment(name): Segment<String>) -> Result<String, std::io::Error> {
    let path = Path::new("/srv/files").join(name).canonicalize()?;
    std::fs::read_to_string(path) // expect: path-traversal
}

async fn by_function(Segment(name): Segment<String>) -> Result<String, std::io::Error> {
    let path = std::fs::canonicalize(format!("/srv/files/{name}"))?;
    std::fs::read_to_string(path) // expect: path-traversal
}

async fn of_unknown_root(State(state): State<Store>, Segment(name): Segment<String>) -> Result<String, std::io::Error> {
    let path = state.root.join(name).canonicalize()?;
    std::fs::read_to_string(path) // expect: path-traversal
}

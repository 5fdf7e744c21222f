use std::path::{Path, PathBuf};

use axum::extract::Path as Segment;

async fn show(Segment(name): Segment<String>) -> Option<String> {
    let mut path = PathBuf::from("/srv/files").to_path_buf();
    for component in Path::new(&name).components() {
        path.push(component);
    }
    std::fs::read_to_string(path).ok() // expect: path-traversal
}

async fn copied(Segment(name): Segment<String>, root: Root) -> Option<String> {
    let path = root.folder().join(name).to_path_buf();
    std::fs::read_to_string(path).ok() // expect: path-traversal
}

use std::path::{Path, PathBuf};

use axum::extract::Path as Segment;

fn inside(root: &Path, name: &str) -> Option<PathBuf> {
    let path = root.join(name).canonicalize().ok()?;
    if path.starts_with(root) {
        Some(path)
    } else {
        None
    }
}

async fn show(Segment(name): Segment<String>) -> Option<String> {
    let path = inside(Path::new("/srv/files"), &name)?;
    std::fs::read_to_string(path).ok()
}

use std::path::Path;

use axum::extract::Path as Segment;

fn is_inside(path: &Path) -> bool {
    match path.canonicalize() {
        Ok(real) => real.starts_with("/srv/files"),
        Err(_) => false,
    }
}

async fn show(Segment(name): Segment<String>) -> Option<Vec<u8>> {
    let path = Path::new("/srv/files").join(name);
    if !is_inside(&path) {
        return None;
    }
    std::fs::read(&path).ok()
}

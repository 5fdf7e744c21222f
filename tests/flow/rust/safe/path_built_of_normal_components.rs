use std::path::{Component, Path, PathBuf};

use axum::extract::Path as Segment;

fn below(root: &Path, name: &str) -> Option<PathBuf> {
    let mut path = root.to_path_buf();
    for component in Path::new(name).components() {
        match component {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            _ => return None,
        }
    }
    Some(path)
}

async fn show(Segment(name): Segment<String>) -> Option<String> {
    let path = below(Path::new("/srv/files"), &name)?;
    std::fs::read_to_string(path).ok()
}

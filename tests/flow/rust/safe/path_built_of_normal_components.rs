use std::path::{Component, Path, PathBuf};

use axum::extract::Path as Segment;

fn below(root: &Path, name: &str) -> Option<PathBuf> {
    let mut path = PathBuf::from(root);
    for component in Path::new(name).components() {
        match component {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            _ => return None,
        }
    }
    Some(path)
}

fn below_own(root: &Path, name: &str) -> Option<PathBuf> {
    let mut path = root.to_path_buf();
    for component in Path::new(name).components() {
        if let Component::Normal(part) = component {
            path.push(part);
        }
    }
    Some(path)
}

async fn remove(Segment(name): Segment<String>) -> Option<()> {
    let path = below_own(Path::new("/srv/files"), &name)?;
    std::fs::remove_file(path).ok()
}

async fn show(Segment(name): Segment<String>) -> Option<String> {
    let path = below(Path::new("/srv/files"), &name)?;
    std::fs::read_to_string(path).ok()
}

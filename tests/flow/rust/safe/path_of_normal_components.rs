use std::path::{Component, Path};

use axum::extract::Path as Segment;

async fn show(Segment(name): Segment<String>) -> Option<String> {
    let name = Path::new(&name);
    if !name.components().all(|component| matches!(component, Component::Normal(_))) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok()
}

async fn remove(Segment(name): Segment<String>) -> Option<()> {
    let path = Path::new("/srv/files").join(&name);
    if path.components().any(|component| component == Component::ParentDir) {
        return None;
    }
    std::fs::remove_file(path).ok()
}

async fn each(Segment(name): Segment<String>) -> Option<String> {
    let name = Path::new(&name);
    for component in name.components() {
        match component {
            Component::Normal(_) => {}
            _ => return None,
        }
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok()
}

async fn refused(Segment(name): Segment<String>) -> Option<String> {
    let path = Path::new("/srv/files").join(&name);
    for component in path.components() {
        if matches!(component, Component::ParentDir) {
            return None;
        }
    }
    std::fs::read_to_string(path).ok()
}

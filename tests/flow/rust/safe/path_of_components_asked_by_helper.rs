use std::path::{Component, Path};

use axum::extract::Path as Segment;

fn path_is_valid(path: &str) -> bool {
    let path = Path::new(path);
    let mut components = path.components().peekable();

    if let Some(first) = components.peek() {
        if !matches!(first, Component::Normal(_)) {
            return false;
        }
    }

    components.count() == 1
}

fn is_plain(path: &Path) -> bool {
    for component in path.components() {
        match component {
            Component::Normal(_) => {}
            _ => return false,
        }
    }
    true
}

fn is_plain_text(path: &str) -> bool {
    for component in Path::new(path).components() {
        if !matches!(component, Component::Normal(_)) {
            return false;
        }
    }
    true
}

fn all_normal(path: &str) -> bool {
    Path::new(path)
        .components()
        .all(|c| matches!(c, Component::Normal(_)))
}

fn none_climbs(path: &str) -> bool {
    !Path::new(path)
        .components()
        .any(|c| matches!(c, Component::ParentDir | Component::RootDir))
}

async fn one(Segment(name): Segment<String>) -> Option<String> {
    if !path_is_valid(&name) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok()
}

async fn two(Segment(name): Segment<String>) -> Option<String> {
    if !is_plain(Path::new(&name)) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok()
}

async fn three(Segment(name): Segment<String>) -> Option<String> {
    if !is_plain_text(&name) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok()
}

async fn four(Segment(name): Segment<String>) -> Option<String> {
    if all_normal(&name) {
        return std::fs::read_to_string(Path::new("/srv/files").join(name)).ok();
    }
    None
}

async fn five(Segment(name): Segment<String>) -> Option<String> {
    if !none_climbs(&name) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok()
}

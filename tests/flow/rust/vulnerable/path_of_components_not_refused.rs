use std::path::{Component, Path};

use axum::extract::Path as Segment;

fn has_parts(path: &str) -> bool {
    for component in Path::new(path).components() {
        match component {
            Component::Normal(_) => return true,
            _ => {}
        }
    }
    false
}

fn is_bad(path: &str) -> bool {
    for component in Path::new(path).components() {
        if !matches!(component, Component::Normal(_)) {
            return true;
        }
    }
    false
}

fn logs_only(path: &str) -> bool {
    for component in Path::new(path).components() {
        if !matches!(component, Component::Normal(_)) {
            tracing::warn!("strange path");
        }
    }
    true
}

async fn one(Segment(name): Segment<String>) -> Option<String> {
    if !has_parts(&name) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok() // expect: path-traversal
}

async fn two(Segment(name): Segment<String>) -> Option<String> {
    if !is_bad(&name) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok() // expect: path-traversal
}

async fn three(Segment(name): Segment<String>) -> Option<String> {
    if !logs_only(&name) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok() // expect: path-traversal
}

async fn bad_refused(Segment(name): Segment<String>) -> Option<String> {
    if is_bad(&name) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok()
}

fn not_one(path: &str) -> bool {
    Path::new(path).components().count() > 1
}

async fn six(Segment(name): Segment<String>) -> Option<String> {
    if !not_one(&name) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok() // expect: path-traversal
}

fn is_long(path: &Path) -> bool {
    path.components().all(|c| matches!(c, Component::Normal(_)))
}

async fn seven(Segment(name): Segment<String>) -> Option<String> {
    if !is_long(Path::new(&name.replace("x", ".."))) {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok() // expect: path-traversal
}

use std::path::{Component, Path, PathBuf};

use axum::extract::Path as Segment;

fn has_dot_dot(path: &str) -> bool {
    path.split('/').any(|part| part == "..")
}

fn is_bad(path: &str) -> bool {
    path.contains("..") || path.starts_with('/')
}

fn escapes(path: &Path) -> bool {
    path.components().any(|c| matches!(c, Component::ParentDir | Component::RootDir | Component::Prefix(_)))
}

async fn negated(Segment(name): Segment<String>) -> Result<String, String> {
    if has_dot_dot(&name) {
        return Err("no".into());
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).map_err(|e| e.to_string())
}

async fn negated_contains(Segment(name): Segment<String>) -> Result<String, String> {
    if is_bad(&name) {
        return Err("no".into());
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).map_err(|e| e.to_string())
}

async fn negated_components(Segment(name): Segment<String>) -> Result<String, String> {
    let path = PathBuf::from(&name);
    if escapes(&path) {
        return Err("no".into());
    }
    std::fs::read_to_string(Path::new("/srv/files").join(path)).map_err(|e| e.to_string())
}

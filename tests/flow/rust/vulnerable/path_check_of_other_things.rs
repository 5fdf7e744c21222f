use std::path::{Component, Path};

use axum::extract::Path as Segment;

async fn extension(Segment(name): Segment<String>) -> Option<String> {
    if !name.ends_with(".txt") {
        return None;
    }
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok() // expect: path-traversal
}

async fn exists(Segment(name): Segment<String>) -> Option<String> {
    let path = Path::new("/srv/files").join(name);
    if !path.exists() {
        return None;
    }
    std::fs::read_to_string(path).ok() // expect: path-traversal
}

async fn outside(Segment(name): Segment<String>) -> Option<String> {
    let path = Path::new("/srv/files").join(name);
    if path.components().any(|component| component == Component::ParentDir) {
        return std::fs::read_to_string(path).ok(); // expect: path-traversal
    }
    None
}

async fn logged(Segment(name): Segment<String>) -> Option<String> {
    let path = Path::new("/srv/files").join(name).canonicalize().ok()?;
    if !path.starts_with("/srv/files") {
        println!("outside of the folder");
    }
    std::fs::read_to_string(path).ok() // expect: path-traversal
}

use std::path::{Component, Path};

pub fn has_traversal(name: &str) -> bool {
    Path::new(name).components().any(|c| !matches!(c, Component::Normal(_)))
}
pub fn validate(name: &str) -> Result<(), actix_web::Error> {
    if name.contains("..") || name.starts_with('/') {
        return Err(actix_web::error::ErrorBadRequest("path"));
    }
    Ok(())
}

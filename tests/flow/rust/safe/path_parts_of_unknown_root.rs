use std::path::Component;

use axum::extract::{Path, State};

async fn show(State(state): State<Store>, Path(name): Path<String>) -> Option<String> {
    let path = state.root.join(&name);
    if path.components().any(|component| matches!(component, Component::ParentDir | Component::RootDir)) {
        return None;
    }
    std::fs::read_to_string(path).ok()
}

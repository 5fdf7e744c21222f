use axum::extract::Path;

async fn show(Path(name): Path<String>) -> Option<String> {
    if name.contains("..") || name.contains('/') {
        return None;
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

async fn word(Path(name): Path<String>) -> Option<String> {
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return None;
    }
    std::fs::read_to_string(format!("/srv/words/{name}")).ok()
}

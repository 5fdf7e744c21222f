use axum::extract::Path;

async fn from_the_end(Path(name): Path<String>) -> Option<String> {
    let name = name.rsplit('/').next()?;
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

async fn last(Path(name): Path<String>) -> Option<String> {
    let name = name.split('/').last().unwrap_or("index.html");
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

async fn of_a_list(Path(name): Path<String>) -> Option<String> {
    let parts: Vec<&str> = name.split('/').collect();
    let name = parts.last()?;
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

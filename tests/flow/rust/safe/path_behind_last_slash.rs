use axum::extract::Path;

async fn once(Path(name): Path<String>) -> Option<String> {
    let (_, name) = name.rsplit_once('/')?;
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

async fn nth(Path(name): Path<String>) -> Option<String> {
    let name = name.rsplit('/').nth(0)?;
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

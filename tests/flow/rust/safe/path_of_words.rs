use axum::extract::Path;
use regex::Regex;

async fn show(Path(name): Path<String>) -> Option<String> {
    let others = Regex::new(r"[^a-z0-9_-]+").ok()?;
    let name = others.replace_all(&name, "");
    std::fs::read_to_string(format!("words/{name}")).ok()
}

async fn flat(Path(name): Path<String>) -> Option<String> {
    let name = name.replace('/', "_");
    std::fs::read_to_string(format!("flat/{name}")).ok()
}

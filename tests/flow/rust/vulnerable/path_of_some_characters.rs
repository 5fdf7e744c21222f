use axum::extract::Path;
use regex::Regex;

async fn show(Path(name): Path<String>) -> Option<String> {
    let spaces = Regex::new(r"\s+").ok()?;
    let name = spaces.replace_all(&name, "");
    std::fs::read_to_string(format!("words/{name}")).ok() // expect: path-traversal
}

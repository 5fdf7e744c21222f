use axum::extract::Path;

fn slug(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

async fn show(Path(name): Path<String>) -> Option<String> {
    std::fs::read_to_string(format!("/srv/pages/{}.md", slug(&name))).ok()
}

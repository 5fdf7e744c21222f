use axum::extract::Path;

fn visible(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

fn not_words(name: &str) -> String {
    name.chars().filter(|c| !c.is_alphanumeric()).collect()
}

async fn show(Path(name): Path<String>) -> Option<String> {
    std::fs::read_to_string(format!("/srv/pages/{}", visible(&name))).ok() // expect: path-traversal
}

async fn odd(Path(name): Path<String>) -> Option<String> {
    std::fs::read_to_string(format!("/srv/pages/{}", not_words(&name))).ok() // expect: path-traversal
}

use axum::extract::Path as Segment;

fn has_dot_dot(path: &str) -> bool {
    path.split('/').any(|part| part == "..")
}

fn has_space(path: &str) -> bool {
    path.split('/').any(|part| part == " ")
}

async fn wrong_part(Segment(name): Segment<String>) -> Option<String> {
    if name.split('/').any(|p| p == "admin") {
        return None;
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok() // expect: path-traversal
}

async fn helper_not_left(Segment(name): Segment<String>) -> Option<String> {
    if has_dot_dot(&name) {
        tracing::warn!("dots");
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok() // expect: path-traversal
}

async fn inverted(Segment(name): Segment<String>) -> Option<String> {
    if !has_dot_dot(&name) {
        return None;
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok() // expect: path-traversal
}

async fn other_helper(Segment(name): Segment<String>) -> Option<String> {
    if has_space(&name) {
        return None;
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok() // expect: path-traversal
}

use axum::extract::Path as Segment;

async fn split_any(Segment(name): Segment<String>) -> Option<String> {
    if name.split('/').any(|p| p == "..") {
        return None;
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

async fn split_any_sep(Segment(name): Segment<String>) -> Option<String> {
    if name.split(|c| c == '/' || c == '\\').any(|p| p == "..") {
        return None;
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

async fn split_all(Segment(name): Segment<String>) -> Option<String> {
    if !name.split('/').all(|part| !matches!(part, "" | "." | "..")) {
        return None;
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

async fn in_a_loop(Segment(name): Segment<String>) -> Option<String> {
    for part in name.split('/') {
        if part == ".." || part.is_empty() {
            return None;
        }
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}

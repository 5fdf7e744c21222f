use std::path::Path;

use axum::extract::Path as Segment;

fn load(folder: &str, name: &str) -> std::io::Result<Vec<u8>> {
    std::fs::read(Path::new(folder).join(name)) // expect: path-traversal
}

async fn show(Segment(name): Segment<String>) -> Vec<u8> {
    load("/srv/pages", &name).unwrap_or_default()
}

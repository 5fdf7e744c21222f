use std::path::Path;

pub fn read(name: &str) -> std::io::Result<Vec<u8>> {
    std::fs::read(Path::new("/srv/files").join(name)) // expect: path-traversal from src/main.rs
}

use std::fs::{File, OpenOptions};
use std::io::Read;

use axum::extract::Path;

async fn show(Path(name): Path<String>) -> Result<String, std::io::Error> {
    let mut text = String::new();
    File::open(format!("notes/{name}"))?.read_to_string(&mut text)?; // expect: path-traversal
    Ok(text)
}

async fn append(Path(name): Path<String>) -> Result<File, std::io::Error> {
    let path = format!("notes/{name}");
    OpenOptions::new().append(true).open(path) // expect: path-traversal
}

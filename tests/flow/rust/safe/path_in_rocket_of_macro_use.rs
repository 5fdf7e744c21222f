#[macro_use]
extern crate rocket;

use std::path::{Path, PathBuf};

use rocket::fs::NamedFile;

#[get("/files/<path..>")]
async fn files(path: PathBuf) -> Option<NamedFile> {
    NamedFile::open(Path::new("static/").join(path)).await.ok()
}

#[get("/revisions/<id>")]
async fn revision(id: usize) -> Option<NamedFile> {
    NamedFile::open(format!("revisions/{id}.md")).await.ok()
}

fn get(name: &str) -> String {
    std::fs::read_to_string(name).unwrap_or_default()
}

fn settings() -> String {
    get("settings.toml")
}

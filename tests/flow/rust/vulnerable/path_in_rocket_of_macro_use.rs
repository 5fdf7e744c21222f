#[macro_use]
extern crate rocket;

use std::path::Path;

use rocket::fs::NamedFile;

#[get("/raw/<name>")]
async fn raw(name: String) -> Option<NamedFile> {
    NamedFile::open(Path::new("pages/").join(name + ".md")).await.ok() // expect: path-traversal
}

#[post("/helper")]
fn helper(name: String) -> String {
    name
}

use rocket::fs::NamedFile;
use rocket::*;

#[get("/raw/<name>")]
async fn raw(name: String) -> Option<NamedFile> {
    NamedFile::open(format!("pages/{name}")).await.ok() // expect: path-traversal
}

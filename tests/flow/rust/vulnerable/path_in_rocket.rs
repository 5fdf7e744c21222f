use rocket::fs::NamedFile;

#[rocket::get("/files?<name>")]
async fn files(name: String) -> Option<NamedFile> {
    NamedFile::open(format!("static/{name}")).await.ok() // expect: path-traversal
}

use std::path::{Path, PathBuf};

use rocket::fs::NamedFile;

#[rocket::get("/files/<file..>")]
async fn files(file: PathBuf) -> Option<NamedFile> {
    NamedFile::open(Path::new("static/").join(file)).await.ok()
}

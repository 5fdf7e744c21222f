use std::path::PathBuf;

use actix_files::NamedFile;
use actix_web::HttpRequest;

async fn declared(request: HttpRequest) -> actix_web::Result<NamedFile> {
    let path: PathBuf = request.match_info().query("filename").parse().unwrap();
    Ok(NamedFile::open(path)?) // expect: path-traversal
}

async fn told(request: HttpRequest) -> actix_web::Result<NamedFile> {
    let path = request.query_string().parse::<PathBuf>().unwrap();
    Ok(NamedFile::open(path)?) // expect: path-traversal
}

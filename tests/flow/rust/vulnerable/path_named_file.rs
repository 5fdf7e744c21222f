use actix_files::NamedFile;
use actix_web::{get, web, HttpRequest};

#[get("/files/{name:.*}")]
async fn files(name: web::Path<String>) -> actix_web::Result<NamedFile> {
    Ok(NamedFile::open(format!("static/{name}"))?) // expect: path-traversal
}

async fn by_request(request: HttpRequest) -> actix_web::Result<NamedFile> {
    let name = request.match_info().query("name");
    Ok(NamedFile::open_async(std::path::Path::new("static").join(name)).await?) // expect: path-traversal
}

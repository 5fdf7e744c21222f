use actix_multipart::Multipart;
use actix_web::{Error, HttpResponse};
use futures_util::TryStreamExt;

async fn upload(mut payload: Multipart) -> Result<HttpResponse, Error> {
    while let Some(field) = payload.try_next().await? {
        let name = field.content_disposition().get_filename().unwrap_or("upload").to_owned();
        std::fs::File::create(format!("uploads/{name}"))?; // expect: path-traversal
    }
    Ok(HttpResponse::Ok().finish())
}

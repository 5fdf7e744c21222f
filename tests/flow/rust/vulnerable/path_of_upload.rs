use axum::extract::Multipart;

async fn upload(mut multipart: Multipart) -> Result<(), Box<dyn std::error::Error>> {
    while let Some(field) = multipart.next_field().await? {
        let name = field.file_name().unwrap_or("upload").to_string();
        let data = field.bytes().await?;
        std::fs::write(format!("uploads/{name}"), data)?; // expect: path-traversal
    }
    Ok(())
}

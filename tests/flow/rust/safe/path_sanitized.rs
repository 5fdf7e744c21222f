use axum::extract::Multipart;

async fn upload(mut multipart: Multipart) -> Result<(), Box<dyn std::error::Error>> {
    while let Some(field) = multipart.next_field().await? {
        let name = sanitize_filename::sanitize(field.file_name().unwrap_or("upload"));
        let data = field.bytes().await?;
        tokio::fs::write(format!("uploads/{name}"), data).await?;
    }
    Ok(())
}

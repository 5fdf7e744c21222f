use axum::body::Bytes;

pub async fn configure(body: Bytes) -> Result<(), AppError> {
    let settings: Settings = serde_yaml::from_slice(&body)?;
    let other: Settings = serde_json::from_slice(&body)?;
    let packed: Settings = bincode::deserialize(&body)?;
    apply(settings, other, packed);
    Ok(())
}

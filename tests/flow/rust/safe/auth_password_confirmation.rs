use axum::Form;

#[derive(serde::Deserialize)]
pub struct Registration {
    password: String,
    password_repeat: String,
}

pub async fn register(Form(form): Form<Registration>) -> Result<(), AppError> {
    if form.password != form.password_repeat {
        return Err(AppError::Mismatch);
    }
    Ok(())
}

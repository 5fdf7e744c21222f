use std::path::Path;

use axum::extract::{Multipart, Query};

fn trimmed(name: &str) -> String {
    name.trim().to_owned()
}

async fn by_path(mut form: Multipart) -> Option<()> {
    while let Ok(Some(field)) = form.next_field().await {
        let name = field.file_name().map(ToString::to_string)?;
        std::fs::write(Path::new("uploads").join(name), b"").ok()?; // expect: path-traversal
    }
    Some(())
}

async fn by_own(mut form: Multipart) -> Option<()> {
    while let Ok(Some(field)) = form.next_field().await {
        let name = field.file_name().map(trimmed)?;
        std::fs::write(Path::new("uploads").join(name), b"").ok()?; // expect: path-traversal
    }
    Some(())
}

use std::path::Path;

use axum::extract::{Multipart, Query};

fn last(name: &str) -> Option<String> {
    Some(Path::new(name).file_name()?.to_str()?.to_owned())
}

fn slug(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

async fn by_last(mut form: Multipart) -> Option<()> {
    while let Ok(Some(field)) = form.next_field().await {
        let name = field.file_name().and_then(last)?;
        std::fs::write(Path::new("uploads").join(name), b"").ok()?;
    }
    Some(())
}

async fn by_slug(mut form: Multipart) -> Option<()> {
    while let Ok(Some(field)) = form.next_field().await {
        let name = field.file_name().map(slug)?;
        std::fs::write(Path::new("uploads").join(name), b"").ok()?;
    }
    Some(())
}

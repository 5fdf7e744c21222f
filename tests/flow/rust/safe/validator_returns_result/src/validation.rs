use crate::error::BadRequest;

pub fn require_column(name: &str) -> Result<(), BadRequest> {
    if !["name", "size", "created_at"].contains(&name) {
        return Err(BadRequest);
    }
    Ok(())
}

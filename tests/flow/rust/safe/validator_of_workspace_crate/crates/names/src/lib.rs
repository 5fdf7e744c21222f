/// The name, if it is one that needs no quotes.
pub fn identifier(name: &str) -> Option<&str> {
    if !name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_') {
        return None;
    }
    Some(name)
}

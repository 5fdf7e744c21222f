pub fn is_column(name: &str) -> bool {
    matches!(name, "name" | "size")
}

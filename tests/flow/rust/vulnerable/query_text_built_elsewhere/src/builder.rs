pub fn ordered_by(column: &str) -> String {
    format!("SELECT id, name FROM products ORDER BY {column}")
}

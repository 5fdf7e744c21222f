pub fn clause(column: &str, value: &str) -> String {
    format!("{column} = '{value}'")
}

pub fn page(number: u32) -> u32 {
    number.saturating_sub(1) * 20
}

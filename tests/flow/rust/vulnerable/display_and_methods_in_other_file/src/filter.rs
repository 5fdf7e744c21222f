pub struct Filter {
    pub column: &'static str,
    pub value: String,
}

pub struct Limit {
    pub rows: u32,
}

pub struct Filter {
    pub column: &'static str,
    pub value: String,
}

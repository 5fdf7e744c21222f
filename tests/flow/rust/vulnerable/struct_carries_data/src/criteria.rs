pub struct Criteria {
    pub term: String,
    pub limit: u32,
}

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Page {
    pub offset: Option<i64>,
    pub rooms: Vec<i32>,
}

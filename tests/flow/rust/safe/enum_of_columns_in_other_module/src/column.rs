#[derive(Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    Title,
    Year,
}

impl Column {
    pub fn as_sql(self) -> &'static str {
        match self {
            Column::Title => "title",
            Column::Year => "year",
        }
    }
}

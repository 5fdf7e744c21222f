use serde::Deserialize;

#[derive(Deserialize)]
pub struct NewGuest {
    pub name: String,
    pub room: Option<i32>,
}

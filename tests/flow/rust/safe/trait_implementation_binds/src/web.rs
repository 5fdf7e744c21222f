use axum::extract::{Path, State};

use crate::store::Catalogue;

pub async fn by_author(State(catalogue): State<Box<dyn Catalogue>>, Path(author): Path<String>) -> String {
    format!("{} books", catalogue.by(&author))
}

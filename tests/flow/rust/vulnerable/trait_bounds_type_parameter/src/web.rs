use axum::extract::{Path, State};

use crate::catalogue::Catalogue;

pub async fn by_author<C>(State(catalogue): State<C>, Path(author): Path<String>) -> String
where
    C: Catalogue + Clone,
{
    shown(&catalogue, &author)
}

fn shown<C: Catalogue>(catalogue: &C, author: &str) -> String {
    format!("{} books", catalogue.by(author))
}

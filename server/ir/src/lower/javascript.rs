//! Lowering of javascript.

use tripline_syntax::Document;

use super::builder::{FileBuilder, errors};
use crate::FileIr;

pub(super) fn lower(document: &Document, previous: Option<&FileIr>) -> FileIr {
    let mut file = FileBuilder::new(document, previous);
    file.module(|_| Vec::new());
    file.finish(errors(document))
}

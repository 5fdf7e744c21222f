//! Lowering of syntax trees, one file a language.

mod builder;
mod go;
mod javascript;
mod python;
mod rust;
mod torn;

use tripline_syntax::{Document, Language};

use crate::FileIr;

/// Deepest nesting of expressions and statements that is lowered; what lies deeper becomes unknown.
pub const MAX_DEPTH: u32 = 192;

/// Lowers a document. Bodies whose text and surroundings are those of `previous` are taken from it; the result is the
/// same with and without it.
pub fn lower(document: &Document, previous: Option<&FileIr>) -> FileIr {
    match document.language() {
        Language::Python => python::lower(document, previous),
        Language::JavaScript | Language::TypeScript | Language::Tsx => {
            javascript::lower(document, previous)
        }
        Language::Go => go::lower(document, previous),
        Language::Rust => rust::lower(document, previous),
    }
}

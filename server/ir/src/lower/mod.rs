//! Lowering of syntax trees, one file a language.

mod builder;
mod edited;
mod go;
mod half_typed;
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
    let lower = match document.language() {
        Language::Python => python::lower,
        Language::JavaScript | Language::TypeScript | Language::Tsx => javascript::lower,
        Language::Go => go::lower,
        Language::Rust => rust::lower,
    };
    let is_finished = is_whole(document) && !half_typed::is_unfinished(document, None);
    if is_finished || document.language() == Language::Python {
        return FileIr {
            is_finished,
            ..lower(document, previous)
        };
    }
    // Without the line that somebody types, and with what is open closed.
    let Some(repaired) = half_typed::completed(document) else {
        return lower(document, previous);
    };
    let mut errors = Vec::new();
    builder::errors_below(document.tree().root_node(), &mut errors);
    FileIr {
        errors,
        ..lower(&repaired, previous)
    }
}

/// Lowers a document as [`lower`] does, in less time where an edit has changed the block of one function: `earlier` is the
/// document before the edit, `previous` what it was lowered to.
pub fn lower_edited(document: &Document, earlier: &Document, previous: &FileIr) -> FileIr {
    edited::lower(document, earlier, previous).unwrap_or_else(|| lower(document, Some(previous)))
}

/// Whether all of a text has been parsed, without errors.
fn is_whole(document: &Document) -> bool {
    !document.is_truncated() && !document.tree().root_node().has_error()
}

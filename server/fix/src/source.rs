//! A file as the fixes see it.

use std::path::Path;

use tripline_ir::FileIr;
use tripline_rules::Finding;
use tripline_syntax::Document;

/// One version of a file.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// Its path, which decides on the module system of JavaScript.
    pub path: &'a Path,
    /// Its text and tree.
    pub document: &'a Document,
    /// The document, lowered.
    pub ir: &'a FileIr,
}

/// Analyses a version of the file: its findings, in the same way as those that fixes are asked for.
pub type Analyze<'a> = dyn Fn(&Document, &FileIr) -> Vec<Finding> + 'a;

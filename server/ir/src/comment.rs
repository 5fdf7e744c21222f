//! Comments, which carry suppressions.

use crate::FileSpan;

/// A comment of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its text with its delimiters.
    pub span: FileSpan,
}

//! The text of a source file and its syntax tree, kept in step while the text is edited.
//!
//! Invariants:
//!
//! - This crate knows nothing of security: no source, no sink, no rule.
//! - No type of the language server protocol appears here. [`Position`] is plain arithmetic on lines and code units.
//! - Every position inside is a byte offset (`u32`). [`offset`] and [`position`] are the one place where byte offsets
//!   and line-based positions are turned into each other. Both are total: no input makes them fail or panic.
//! - A line ends at `\n`, `\r\n` or a lone `\r`, and nowhere else, as the protocol has it.
//! - The work of a parse is bounded by counts, never by time: see [`Document::is_truncated`].

mod change;
mod document;
mod edit;
mod language;
mod position;

pub use change::Change;
pub use document::{Document, MAX_FILE_BYTES};
pub use edit::{OverlapError, TextEdit, apply_edits};
pub use language::Language;
pub use position::{Encoding, Position, line_column, offset, position};
pub use ropey::Rope;

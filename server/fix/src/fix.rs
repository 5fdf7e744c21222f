//! A fix.

use tripline_rules::Safety;
use tripline_syntax::TextEdit;

/// A way to remove a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as the title of a code action; of a review fix, its assumption.
    pub title: String,
    /// Whether it keeps the behaviour for benign input.
    pub safety: Safety,
    /// What it changes: in order, without overlap, in absolute bytes of the text that the finding is in.
    pub edits: Vec<TextEdit>,
    /// What it needs in other files.
    pub companions: Vec<Companion>,
}

/// A line that another file of the project should have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Companion {
    /// The file, relative to the root of the project.
    pub file: String,
    /// The line, without its end: to be appended unless the file has a line that starts like it up to its `=`.
    pub line: String,
}

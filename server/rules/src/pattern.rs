//! Regular expressions of rule files, compiled on first use.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

/// A regular expression that most files never need. The loader has checked that it compiles; one that does not matches
/// nothing.
#[derive(Debug)]
pub(crate) struct Pattern {
    source: String,
    case: Case,
    compiled: OnceLock<Option<Regex>>,
}

/// Whether case counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Sensitive,
    Insensitive,
}

impl Pattern {
    pub(crate) fn new(source: &str, case: Case) -> Pattern {
        Pattern {
            source: source.to_owned(),
            case,
            compiled: OnceLock::new(),
        }
    }

    /// Whether the expression is found anywhere in the text.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        let insensitive = self.case == Case::Insensitive;
        let compile = || {
            RegexBuilder::new(&self.source)
                .case_insensitive(insensitive)
                .build()
                .ok()
        };
        self.compiled
            .get_or_init(compile)
            .as_ref()
            .is_some_and(|regex| regex.is_match(text))
    }
}

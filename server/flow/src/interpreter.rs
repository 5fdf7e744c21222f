//! The interpreter.

use std::sync::Arc;

use tripline_ir::{Body, BodyKey, Items};

use crate::{ClassFacts, Globals, Knowledge, Observer, Summary};

/// What a body is interpreted with.
pub struct Context<'a> {
    /// What the file declares.
    pub items: &'a Items,
    /// The language of the file.
    pub language: tripline_syntax::Language,
    /// What libraries do.
    pub knowledge: &'a dyn Knowledge,
    /// The module's names; empty while the module itself is interpreted.
    pub globals: &'a Globals,
    /// Members of the file's classes.
    pub classes: &'a ClassFacts,
    /// The summary of a function of the file; `None` while it is not known (recursion).
    pub summary: &'a dyn Fn(BodyKey) -> Option<Arc<Summary>>,
}

/// What interpreting a body yields, besides what the observer saw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interpretation {
    /// What callers need to know.
    pub summary: Summary,
    /// Of a module: its names at the end.
    pub globals: Globals,
    /// Of a constructor: the members it sets on its receiver.
    pub members: crate::Fields,
    /// Names of the bounds that were hit, for the log.
    pub bounds_hit: Vec<&'static str>,
}

/// Interprets one body.
pub fn interpret(_body: &Body, _context: &Context<'_>, _observer: &mut dyn Observer) -> Interpretation {
    Interpretation::default()
}

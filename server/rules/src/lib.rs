//! Models of libraries, checks of vulnerability classes, and the findings that come of both.
//!
//! Invariants:
//! - No knowledge of any library stands in Rust code: that a call is a sink is data under `rules/models`.
//! - A check is one page under `rules/checks`: front matter, documentation and examples that are its tests.
//! - Built-in rules are validated when the program is built; starting up parses none of them.
//! - A finding is a pure function of the file, the rules and the settings of its check.

pub mod check;
mod finding;
pub mod model;

pub use finding::{
    Confidence, Finding, FindingStep, Fingerprint, FixRequest, Location, Safety, Severity, StepKind,
};

//! Models of libraries, checks of vulnerability classes, and the findings that come of both.
//!
//! Invariants:
//! - No knowledge of any library stands in Rust code: that a call is a sink is data under `rules/models`.
//! - A check is one page under `rules/checks`: front matter, documentation and examples that are its tests.
//! - Built-in rules are validated when the program is built; starting up parses none of them.
//! - A finding is a pure function of the file, the rules and the settings of its check.

pub mod check;
mod finding;
mod level;
mod load;
pub mod model;
pub mod schema;

pub use finding::{Finding, FindingStep, Fingerprint, FixRequest, Location, StepKind};
pub use level::{Confidence, Safety, Severity};
pub use load::{CheckPage, Example, Expectation, ModelFile, Role, RuleError, RuleSet, read};
pub use tripline_flow::Provenance;

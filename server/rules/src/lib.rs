//! Models of libraries, checks of vulnerability classes, and the findings that come of both.
//!
//! Invariants:
//! - No knowledge of any library stands in Rust code: that a call is a sink is data under `rules/models`.
//! - A check is one page under `rules/checks`: front matter, documentation and examples that are its tests.
//! - Built-in rules are validated when the program is built; starting up parses none of them.
//! - A finding is a pure function of the file, the rules and the settings of its check.

mod assemble;
mod bidirectional;
mod catalog;
pub mod check;
mod engine;
mod examples;
mod finding;
mod level;
mod library;
mod load;
mod matching;
pub mod model;
mod names;
mod notebook;
mod pattern;
pub mod provider;
mod query;
mod raw;
pub mod schema;
mod secrets;
mod test_code;

pub use assemble::{Crossings, OtherSource, assemble, scan_text};
pub use bidirectional::is_direction;
pub use catalog::{Check, FileKnowledge, Rules, knowledge};
pub use engine::{
    BodyAnalysis, BodyContext, Group, Source, Syntax, analyze, analyze_bodies, analyze_body,
    bottom_up, called_by, class_facts, file_name, gives_members, interpret_body, module_globals,
    sets_up, setting_up,
};
pub use examples::{ExampleFailure, Fix, FixedExample, run_examples};
pub use finding::{Finding, FindingStep, Fingerprint, FixRequest, Location, StepKind};
pub use level::{Confidence, Safety, Severity};
pub use library::Kinds;
pub use load::{
    CheckPage, Example, Expectation, ModelFile, Role, RuleError, RuleSet, SecretsFile, read,
};
pub use raw::{Place, RawFinding, RawFix, RawStep};
pub use secrets::{Keywords, mask};
pub use test_code::is_test_path;
pub use tripline_flow::Provenance;

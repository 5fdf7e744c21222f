//! The scales of a finding.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How bad it is. Ordered from the least to the worst.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
    /// Critical.
    Critical,
}

/// How sure the engine is. Ordered from the least to the most sure.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Data of unknown or local provenance.
    Low,
    /// A parameter of a function that other code can call.
    Medium,
    /// Data of a request, or a pattern that is wrong by itself.
    High,
}

/// Whether a fix keeps the behaviour for benign input.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// The same behaviour for benign input; part of fix-all.
    Safe,
    /// Right under an assumption that the title states.
    Review,
}

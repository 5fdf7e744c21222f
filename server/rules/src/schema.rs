//! The published JSON Schemas of the rule formats, from the types that read them.

use serde_json::Value;

use crate::check::FrontMatter;
use crate::load::schema_of;
use crate::model::Model;
use crate::provider::ProviderFile;

/// The schema of `models/<language>/<library>.yml`.
pub fn model() -> Value {
    schema_of::<Model>()
}

/// The schema of the front matter of `checks/<id>.md`.
pub fn check() -> Value {
    schema_of::<FrontMatter>()
}

/// The schema of `secrets/<group>.yml`.
pub fn secrets() -> Value {
    schema_of::<ProviderFile>()
}

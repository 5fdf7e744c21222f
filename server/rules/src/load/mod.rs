//! Reading of rule files: text in, models and pages out, or every error with its place.

mod conform;
mod page;
mod prefix;
mod validate;
mod yaml;

use std::fmt;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(crate) use conform::closest;
pub use page::{Example, Expectation, Role};
pub(crate) use prefix::prefixes;
pub(crate) use validate::{FAMILIES, expand, family_of};

use crate::check::FrontMatter;
use crate::model::Model;
use crate::provider::ProviderFile;

/// What is wrong in a rule file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct RuleError {
    /// Path of the file as given.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Path of the field, e.g. `callables[3].sinks[0].kind`; empty for the file as a whole.
    pub field: String,
    /// What is wrong, and what was probably meant.
    pub message: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.message)
    }
}

/// The models and pages of some rule files, read and validated.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RuleSet {
    /// Models, sorted by path.
    pub models: Vec<ModelFile>,
    /// Check pages, sorted by path.
    pub checks: Vec<CheckPage>,
    /// Token grammars, sorted by path.
    pub secrets: Vec<SecretsFile>,
}

/// The token grammars of a group of providers, and where they came from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SecretsFile {
    /// Path as given.
    pub path: String,
    /// The grammars.
    pub content: ProviderFile,
}

/// A model and where it came from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ModelFile {
    /// Path as given.
    pub path: String,
    /// Folder that it lies in: `python`, `javascript`, `go`.
    pub language: String,
    /// The model.
    pub model: Model,
}

/// A check's page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CheckPage {
    /// Path as given.
    pub path: String,
    /// The front matter.
    pub front: FrontMatter,
    /// The documentation in Markdown, without front matter and examples.
    pub docs: String,
    /// The examples, in order.
    pub examples: Vec<Example>,
}

/// Reads files given as path and text: `.../models/<language>/<library>.yml`, `.../checks/<id>.md` and
/// `.../secrets/<group>.yml`. `base` are the rules that the files may refer to. Yields what is sound, and every error of the rest; a file with an error is left
/// out as a whole.
pub fn read(files: &[(String, String)], base: &RuleSet) -> (RuleSet, Vec<RuleError>) {
    let mut files: Vec<_> = files.iter().collect();
    files.sort();
    let mut set = RuleSet::default();
    let mut sources = validate::Sources::default();
    let mut errors = Vec::new();
    for (path, text) in files {
        match kind_of(path) {
            Some(FileKind::Model(language)) => match model(path, text) {
                Ok((tree, model)) => {
                    sources.trees.insert(path.clone(), tree);
                    set.models.push(ModelFile {
                        path: path.clone(),
                        language,
                        model,
                    });
                }
                Err(found) => errors.extend(found),
            },
            Some(FileKind::Check) => match page::read(path, text) {
                Ok((tree, page)) => {
                    sources.trees.insert(path.clone(), tree);
                    set.checks.push(page);
                }
                Err(found) => errors.extend(found),
            },
            Some(FileKind::Secrets) => match secrets(path, text) {
                Ok((tree, content)) => {
                    sources.trees.insert(path.clone(), tree);
                    set.secrets.push(SecretsFile {
                        path: path.clone(),
                        content,
                    });
                }
                Err(found) => errors.extend(found),
            },
            None => errors.push(whole_file(
                path,
                "a rule file is `models/<language>/<library>.yml`, `checks/<id>.md` or `secrets/<group>.yml`",
            )),
        }
    }
    let found = validate::validate(&set, base, &sources);
    let is_faulty = |path: &str| found.iter().any(|error| error.file == path);
    set.models.retain(|model| !is_faulty(&model.path));
    set.checks.retain(|check| !is_faulty(&check.path));
    set.secrets.retain(|file| !is_faulty(&file.path));
    errors.extend(found);
    errors.sort_by(|a, b| {
        (&a.file, a.line, a.column, &a.field).cmp(&(&b.file, b.line, b.column, &b.field))
    });
    errors.dedup();
    (set, errors)
}

enum FileKind {
    Model(String),
    Check,
    Secrets,
}

fn kind_of(path: &str) -> Option<FileKind> {
    let parts: Vec<&str> = path.split(['/', '\\']).collect();
    match parts.as_slice() {
        [.., "models", language, file] if has_extension(file, &["yml", "yaml"]) => {
            Some(FileKind::Model((*language).to_owned()))
        }
        [.., "checks", file] if has_extension(file, &["md"]) => Some(FileKind::Check),
        [.., "secrets", file] if has_extension(file, &["yml", "yaml"]) => Some(FileKind::Secrets),
        _ => None,
    }
}

fn has_extension(file: &str, extensions: &[&str]) -> bool {
    file.rsplit_once('.')
        .is_some_and(|(stem, extension)| !stem.is_empty() && extensions.contains(&extension))
}

fn model(path: &str, text: &str) -> Result<(yaml::Node, Model), Vec<RuleError>> {
    static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<Model>);
    let tree = yaml::read(path, text, 1)?;
    let model = decode(path, &tree, &SCHEMA)?;
    Ok((tree, model))
}

fn secrets(path: &str, text: &str) -> Result<(yaml::Node, ProviderFile), Vec<RuleError>> {
    static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<ProviderFile>);
    let tree = yaml::read(path, text, 1)?;
    let content = decode(path, &tree, &SCHEMA)?;
    Ok((tree, content))
}

/// The tree as `T`, whose schema is `schema`.
fn decode<T: DeserializeOwned>(
    path: &str,
    tree: &yaml::Node,
    schema: &Value,
) -> Result<T, Vec<RuleError>> {
    let misfits = conform::misfits(path, tree, schema);
    if !misfits.is_empty() {
        return Err(misfits);
    }
    serde_json::from_value(tree.to_json())
        .map_err(|error| vec![whole_file(path, &error.to_string())])
}

/// The JSON Schema of a format.
pub(crate) fn schema_of<T: JsonSchema>() -> Value {
    schemars::schema_for!(T).to_value()
}

fn whole_file(path: &str, message: &str) -> RuleError {
    RuleError {
        file: path.to_owned(),
        line: 1,
        column: 1,
        field: String::new(),
        message: message.to_owned(),
    }
}

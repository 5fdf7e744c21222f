//! The rules in force, shared by all threads.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tripline_ir::FileSpan;
use tripline_rules::Rules;

use crate::config::{Config, ConfigProblem};
use crate::files::UnreadablePath;
use crate::{FileSystem, UNUSED_SUPPRESSION};

/// The rules in force: the built-in ones, or those with a user's own.
#[derive(Clone, Debug)]
pub enum SharedRules {
    /// The built-in ones.
    Builtin(&'static Rules),
    /// The built-in ones and a user's own.
    Extended(Arc<Rules>),
}

impl SharedRules {
    /// The built-in rules.
    pub fn builtin() -> Self {
        SharedRules::Builtin(Rules::builtin())
    }

    /// The built-in rules with those in the rule folders of the configuration. What is wrong in these is returned
    /// beside the built-in rules, which then hold alone.
    pub fn load(files: &dyn FileSystem, config: &Config) -> (Self, Vec<ConfigProblem>) {
        let mut texts: Vec<(String, String)> = Vec::new();
        let mut problems = Vec::new();
        let unreadable = |error: UnreadablePath| ConfigProblem {
            path: error.path.clone(),
            source: Arc::from(""),
            span: None,
            message: error.to_string(),
        };
        for folder in config.rule_folders(files) {
            for entry in files.walk(&folder, &|_| true) {
                let read = entry.and_then(|path| match files.read(&path) {
                    Ok(bytes) => Ok((path, bytes)),
                    Err(error) => Err(UnreadablePath::new(&path, &error)),
                });
                match read {
                    Ok((path, bytes)) if is_rule_file(&path) => {
                        texts.push((
                            path.display().to_string(),
                            String::from_utf8_lossy(&bytes).into_owned(),
                        ));
                    }
                    Ok(_) => {}
                    Err(error) => problems.push(unreadable(error)),
                }
            }
        }
        if texts.is_empty() {
            return (SharedRules::builtin(), problems);
        }
        match Rules::builtin().extended(&texts) {
            Ok(rules) => (SharedRules::Extended(Arc::new(rules)), problems),
            Err(errors) => {
                problems.extend(errors.into_iter().map(|error| {
                    let source = texts
                        .iter()
                        .find(|(path, _)| *path == error.file)
                        .map_or("", |(_, text)| text);
                    let field = if error.field.is_empty() {
                        String::new()
                    } else {
                        format!("{}: ", error.field)
                    };
                    ConfigProblem {
                        path: PathBuf::from(&error.file),
                        source: Arc::from(source),
                        span: place(source, error.line, error.column),
                        message: format!("{field}{}", error.message),
                    }
                }));
                (SharedRules::builtin(), problems)
            }
        }
    }

    /// Whether these are the very rules of `other`.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let (ours, theirs): (&Rules, &Rules) = (self, other);
        std::ptr::eq(ours, theirs)
    }

    /// The ids of the checks, with the one of this crate.
    pub(crate) fn check_ids(&self) -> Vec<&str> {
        self.checks()
            .iter()
            .map(|check| &*check.id)
            .chain([UNUSED_SUPPRESSION])
            .collect()
    }
}

impl Deref for SharedRules {
    type Target = Rules;

    fn deref(&self) -> &Rules {
        match self {
            SharedRules::Builtin(rules) => rules,
            SharedRules::Extended(rules) => rules,
        }
    }
}

/// Whether a file in a rule folder is a rule file: `models/<language>/<library>.yml`, `checks/<id>.md`, `secrets/<group>.yml`.
fn is_rule_file(path: &Path) -> bool {
    let is_below = |name: &str| path.iter().any(|part| part == name);
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("yml" | "yaml") => is_below("models") || is_below("secrets"),
        Some("md") => is_below("checks"),
        _ => false,
    }
}

/// The character at a one-based line and column in characters.
fn place(source: &str, line: u32, column: u32) -> Option<FileSpan> {
    let before: usize = source
        .split_inclusive('\n')
        .take(line.checked_sub(1)? as usize)
        .map(str::len)
        .sum();
    let (offset, char) = source
        .get(before..)?
        .char_indices()
        .nth(column.checked_sub(1)? as usize)?;
    let start = (before + offset) as u32;
    Some(FileSpan {
        start,
        end: start + char.len_utf8() as u32,
    })
}

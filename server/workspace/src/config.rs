//! Configuration: what `tripline.toml`, `.claude/settings.json` and the editor say, and which of it holds for a file.
//!
//! The sources, each overriding the ones before it key by key: the defaults; the editor's settings;
//! `plugins.security-review` in the nearest `.claude/settings.json` at the workspace root or above; the nearest
//! `tripline.toml` at the root or above; the `tripline.toml` of each folder on the way from the root to the file. What a
//! file `extend`s comes before the file itself. The lists `exclude`, `allowlist` and `rules` add up, and the `[checks]`
//! tables merge.
//!
//! What a repository says overrides what an editor says, so that the editor and the command line agree.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::de::{DeTable, DeValue};
use tripline_ir::FileSpan;
use tripline_rules::{Confidence, Severity};
use tripline_syntax::MAX_FILE_BYTES;

use crate::FileSystem;
use crate::files::UnreadablePath;

/// Name of the configuration file.
pub const FILE_NAME: &str = "tripline.toml";

/// The settings of coding agents, below a workspace root or above it.
pub const AGENT_FILE: &str = ".claude/settings.json";

/// The folder of custom rules that is read when it is there and no `rules` are given.
pub const RULES_FOLDER: &str = ".tripline";

/// Largest file that is analysed unless `max-file-size` says otherwise, in bytes.
pub const DEFAULT_MAX_FILE_SIZE: usize = 1024 * 1024;

/// Longest chain of `extend`.
const MAX_EXTENDS: usize = 16;

/// The keys of [`ConfigFile`].
const KEYS: [&str; 14] = [
    "allowlist",
    "categories",
    "checks",
    "confidence-threshold",
    "enabled",
    "exclude",
    "extend",
    "fail-on",
    "max-file-size",
    "on-change",
    "on-save",
    "rules",
    "scope",
    "severity-threshold",
];

/// What `tripline.toml` may say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[schemars(title = "tripline.toml")]
pub struct ConfigFile {
    /// Another configuration file, relative to this one, which holds unless this one says otherwise.
    pub extend: Option<String>,
    /// Whether anything is analysed. Default: true.
    pub enabled: Option<bool>,
    /// Least severity of findings that are shown. Default: low.
    pub severity_threshold: Option<Severity>,
    /// Least confidence of findings that are shown. Default: medium.
    pub confidence_threshold: Option<Confidence>,
    /// Ids of the only checks that run. Default: all.
    pub categories: Option<Vec<String>>,
    /// Whether the editor shows findings when a file is saved. Default: true.
    pub on_save: Option<bool>,
    /// Whether the editor shows findings while a file is edited. Default: true.
    pub on_change: Option<bool>,
    /// Whether findings are shown everywhere or only in what differs from the git base. Default: all.
    pub scope: Option<Scope>,
    /// Files and folders that are not analysed: patterns as in `.gitignore`, relative to this file.
    pub exclude: Vec<String>,
    /// Calls that are known to be safe, by resolved qualified name (`myapp.db.run_trusted`). With the suffix
    /// ` with params` (`sqlalchemy.text with params`) a call is safe if it, or the call that takes its result, has a
    /// further argument.
    pub allowlist: Vec<String>,
    /// Folders of custom models and checks, relative to this file. Default: `.tripline`.
    pub rules: Option<Vec<String>>,
    /// Least severity of findings that make `tripline scan` fail. Default: low.
    pub fail_on: Option<Severity>,
    /// Largest file that is analysed, in bytes. Default: 1048576. Files above 5242880 bytes never are.
    pub max_file_size: Option<usize>,
    /// What holds for single checks, by id.
    pub checks: BTreeMap<String, CheckConfig>,
}

/// What holds for a single check.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct CheckConfig {
    /// Whether the check runs. Default: true.
    pub enabled: Option<bool>,
    /// Severity of its findings, instead of the check's own.
    pub severity: Option<Severity>,
    /// Least confidence of its findings that are shown, instead of `confidence-threshold`.
    pub confidence: Option<Confidence>,
    /// Files and folders in which the check does not run: patterns as in `.gitignore`, relative to this file.
    pub exclude: Vec<String>,
    /// Calls that are known to be safe for this check, as in the `allowlist` of all.
    pub allowlist: Vec<String>,
}

/// Where findings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Everywhere.
    #[default]
    All,
    /// In what differs from the git base.
    Changed,
}

/// The JSON Schema of `tripline.toml`.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(ConfigFile).to_value()
}

/// What holds for the files of one folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Whether anything is analysed.
    pub enabled: bool,
    /// Least severity of findings that are shown.
    pub severity_threshold: Severity,
    /// Least confidence of findings that are shown.
    pub confidence_threshold: Confidence,
    /// Ids of the only checks that run; empty for all.
    pub categories: BTreeSet<String>,
    /// Whether the editor shows findings when a file is saved.
    pub on_save: bool,
    /// Whether the editor shows findings while a file is edited.
    pub on_change: bool,
    /// Where findings are shown.
    pub scope: Scope,
    /// What is not analysed.
    pub exclude: Patterns,
    /// Calls that are known to be safe.
    pub allowlist: BTreeSet<String>,
    /// Folders of custom models and checks; empty for [`RULES_FOLDER`].
    pub rules: Vec<PathBuf>,
    /// Least severity of findings that make a scan fail.
    pub fail_on: Severity,
    /// Largest file that is analysed, in bytes.
    pub max_file_size: usize,
    /// What holds for single checks.
    pub checks: BTreeMap<String, CheckSettings>,
}

/// What holds for a single check in the files of one folder.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckSettings {
    /// Whether it runs.
    pub enabled: bool,
    /// Severity of its findings, if not its own.
    pub severity: Option<Severity>,
    /// Least confidence of its findings that are shown, if not that of all checks.
    pub confidence: Option<Confidence>,
    /// Where it does not run.
    pub exclude: Patterns,
    /// Calls that are known to be safe for it.
    pub allowlist: BTreeSet<String>,
}

impl Default for CheckSettings {
    fn default() -> Self {
        CheckSettings {
            enabled: true,
            severity: None,
            confidence: None,
            exclude: Patterns::default(),
            allowlist: BTreeSet::new(),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            enabled: true,
            severity_threshold: Severity::Low,
            confidence_threshold: Confidence::Medium,
            categories: BTreeSet::new(),
            on_save: true,
            on_change: true,
            scope: Scope::All,
            exclude: Patterns::default(),
            allowlist: BTreeSet::new(),
            rules: Vec::new(),
            fail_on: Severity::Low,
            max_file_size: DEFAULT_MAX_FILE_SIZE,
            checks: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Whether a check runs in a file.
    pub fn runs(&self, check: &str, path: &Path) -> bool {
        let of_check = self.checks.get(check);
        self.enabled
            && (self.categories.is_empty() || self.categories.contains(check))
            && of_check.is_none_or(|settings| settings.enabled && !settings.exclude.contain(path))
    }

    /// Whether a finding of this check, severity and confidence is shown.
    pub fn shows(&self, check: &str, severity: Severity, confidence: Confidence) -> bool {
        let least = self
            .checks
            .get(check)
            .and_then(|settings| settings.confidence);
        severity >= self.severity_threshold
            && confidence >= least.unwrap_or(self.confidence_threshold)
    }

    /// The allowlist entries that hold for a check.
    pub fn allowed<'a>(&'a self, check: &str) -> impl Iterator<Item = &'a str> {
        let of_check = self
            .checks
            .get(check)
            .into_iter()
            .flat_map(|settings| &settings.allowlist);
        self.allowlist.iter().chain(of_check).map(String::as_str)
    }

    fn overlay(&mut self, file: &ConfigFile, folder: &Path) {
        fn set<T: Clone>(place: &mut T, value: Option<&T>) {
            if let Some(value) = value {
                place.clone_from(value);
            }
        }
        set(&mut self.enabled, file.enabled.as_ref());
        set(
            &mut self.severity_threshold,
            file.severity_threshold.as_ref(),
        );
        set(
            &mut self.confidence_threshold,
            file.confidence_threshold.as_ref(),
        );
        set(&mut self.on_save, file.on_save.as_ref());
        set(&mut self.on_change, file.on_change.as_ref());
        set(&mut self.scope, file.scope.as_ref());
        set(&mut self.fail_on, file.fail_on.as_ref());
        set(&mut self.max_file_size, file.max_file_size.as_ref());
        self.max_file_size = self.max_file_size.min(MAX_FILE_BYTES);
        if let Some(categories) = &file.categories {
            self.categories = categories.iter().map(|id| id.replace('_', "-")).collect();
        }
        self.exclude.add(folder, &file.exclude);
        self.allowlist
            .extend(file.allowlist.iter().map(|entry| one_spaced(entry)));
        self.rules.extend(
            file.rules
                .iter()
                .flatten()
                .map(|path| normal(&folder.join(path))),
        );
        for (id, check) in &file.checks {
            let settings = self.checks.entry(id.clone()).or_default();
            set(&mut settings.enabled, check.enabled.as_ref());
            settings.severity = check.severity.or(settings.severity);
            settings.confidence = check.confidence.or(settings.confidence);
            settings.exclude.add(folder, &check.exclude);
            settings
                .allowlist
                .extend(check.allowlist.iter().map(|entry| one_spaced(entry)));
        }
    }
}

/// Patterns as in `.gitignore`, each relative to the folder of the file that it stands in.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    written: Vec<(PathBuf, Vec<String>)>,
    compiled: Vec<Arc<Gitignore>>,
}

impl PartialEq for Patterns {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Patterns {
    /// Whether a pattern matches the file at `path` or a folder that it lies in.
    pub fn contain(&self, path: &Path) -> bool {
        self.matches(path, |patterns| {
            patterns
                .matched_path_or_any_parents(path, false)
                .is_ignore()
        })
    }

    /// Whether a pattern matches the folder at `path` or a folder that it lies in.
    pub fn contain_folder(&self, path: &Path) -> bool {
        self.matches(path, |patterns| {
            patterns.matched_path_or_any_parents(path, true).is_ignore()
        })
    }

    fn matches(&self, path: &Path, matched: impl Fn(&Gitignore) -> bool) -> bool {
        // A path elsewhere makes the matcher panic.
        self.compiled
            .iter()
            .any(|patterns| path.starts_with(patterns.path()) && matched(patterns))
    }

    /// Adds patterns that stand in a file in `folder`; those that are no patterns are left out.
    fn add(&mut self, folder: &Path, patterns: &[String]) {
        if patterns.is_empty() {
            return;
        }
        let mut builder = builder(folder);
        for pattern in patterns {
            let _left_out = builder.add_line(None, pattern);
        }
        if let Ok(compiled) = builder.build() {
            self.written.push((folder.to_owned(), patterns.to_vec()));
            self.compiled.push(Arc::new(compiled));
        }
    }
}

fn builder(folder: &Path) -> GitignoreBuilder {
    let mut builder = GitignoreBuilder::new(folder);
    builder.allow_unclosed_class(false);
    builder
}

/// Something wrong in a configuration file.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfigProblem {
    /// The file; the path of the workspace root for the editor's settings.
    pub path: PathBuf,
    /// The text of the file, for whoever shows the place.
    pub source: Arc<str>,
    /// The place, in bytes of the source.
    pub span: Option<FileSpan>,
    /// What is wrong and what was probably meant.
    pub message: String,
}

impl ConfigProblem {
    /// The one-based line and column of the place, in characters.
    pub fn line_column(&self) -> Option<(u32, u32)> {
        let before = self.source.get(..self.span?.start as usize)?;
        let line = before.matches('\n').count() as u32 + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |line| line.chars().count()) as u32
            + 1;
        Some((line, column))
    }
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path.display())?;
        if let Some((line, column)) = self.line_column() {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}", self.message)
    }
}

impl std::error::Error for ConfigProblem {}

/// The configuration of one workspace root, read as far as it was asked for.
#[derive(Clone, Debug)]
pub struct Config {
    root: PathBuf,
    root_settings: Arc<Settings>,
    folders: FxHashMap<PathBuf, Arc<Settings>>,
    problems: Vec<ConfigProblem>,
    sources: BTreeSet<PathBuf>,
    check_uses: Vec<CheckUse>,
}

/// A check that a configuration file names.
#[derive(Clone, Debug)]
struct CheckUse {
    id: String,
    path: PathBuf,
    source: Arc<str>,
    span: Option<FileSpan>,
}

impl Config {
    /// The configuration of the workspace root `root`, with what the editor says.
    pub fn load(files: &dyn FileSystem, root: &Path, editor: Option<&serde_json::Value>) -> Self {
        let mut config = Config {
            root: root.to_owned(),
            root_settings: Arc::default(),
            folders: FxHashMap::default(),
            problems: Vec::new(),
            sources: BTreeSet::new(),
            check_uses: Vec::new(),
        };
        let mut settings = Settings::default();
        if let Some(value) = editor {
            let source: Arc<str> = Arc::from("");
            let file = config.json_keys(root, &source, 0, value);
            settings.overlay(&file, root);
        }
        if let Some(path) = nearest(files, root, AGENT_FILE) {
            let folder = path
                .parent()
                .and_then(Path::parent)
                .unwrap_or(root)
                .to_owned();
            let file = config.read_agent_file(files, &path);
            settings.overlay(&file, &folder);
        }
        if let Some(path) = nearest(files, root, FILE_NAME) {
            config.read_chain(files, &path, &mut settings);
        }
        config.root_settings = Arc::new(settings);
        config
    }

    /// The workspace root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What holds at the workspace root.
    pub fn settings(&self) -> &Arc<Settings> {
        &self.root_settings
    }

    /// What holds for the file at `path`. Reads the configuration files of the folders on the way to it that were not
    /// read before.
    pub fn settings_for(&mut self, files: &dyn FileSystem, path: &Path) -> Arc<Settings> {
        match path.parent() {
            Some(folder) if path.starts_with(&self.root) => self.settings_of_folder(files, folder),
            _ => Arc::clone(&self.root_settings),
        }
    }

    /// What is wrong in the files that were read, in the order of their paths.
    pub fn problems(&self) -> &[ConfigProblem] {
        &self.problems
    }

    /// The files that were read, or that would be if they were there: what to watch besides `**/tripline.toml`.
    pub fn sources(&self) -> impl Iterator<Item = &Path> {
        self.sources.iter().map(PathBuf::as_path)
    }

    /// The folders of custom models and checks that are there.
    pub fn rule_folders(&self, files: &dyn FileSystem) -> Vec<PathBuf> {
        let mut folders = self.root_settings.rules.clone();
        if folders.is_empty() {
            folders.extend(
                self.root
                    .ancestors()
                    .map(|folder| folder.join(RULES_FOLDER))
                    .find(|folder| matches!(files.metadata(folder), Ok(crate::Metadata::Folder))),
            );
        }
        folders
    }

    /// The places where the configuration names a check that is not among `known`.
    pub fn unknown_checks(&self, known: &[&str]) -> Vec<ConfigProblem> {
        let unknown = self
            .check_uses
            .iter()
            .filter(|named| !known.contains(&named.id.as_str()));
        let mut problems: Vec<_> = unknown
            .map(|named| ConfigProblem {
                path: named.path.clone(),
                source: Arc::clone(&named.source),
                span: named.span,
                message: format!(
                    "no check has the id `{}`{}",
                    named.id,
                    did_you_mean(&named.id, known)
                ),
            })
            .collect();
        problems.sort_by(|a, b| (&a.path, a.span, &a.message).cmp(&(&b.path, b.span, &b.message)));
        problems.dedup();
        problems
    }

    fn settings_of_folder(&mut self, files: &dyn FileSystem, folder: &Path) -> Arc<Settings> {
        if folder == self.root || !folder.starts_with(&self.root) {
            return Arc::clone(&self.root_settings);
        }
        if let Some(known) = self.folders.get(folder) {
            return Arc::clone(known);
        }
        let above = match folder.parent() {
            Some(parent) => self.settings_of_folder(files, parent),
            None => Arc::clone(&self.root_settings),
        };
        let path = folder.join(FILE_NAME);
        let settings = if files.metadata(&path).is_ok() {
            let mut settings = Settings::clone(&above);
            self.read_chain(files, &path, &mut settings);
            Arc::new(settings)
        } else {
            above
        };
        self.folders
            .insert(folder.to_owned(), Arc::clone(&settings));
        settings
    }

    /// Lays the file at `path` over `settings`, after what it extends.
    fn read_chain(&mut self, files: &dyn FileSystem, path: &Path, settings: &mut Settings) {
        let mut chain = Vec::new();
        let mut next = Some((path.to_owned(), None));
        while let Some((path, from)) = next.take() {
            let seen = chain.iter().any(|(known, _)| *known == path);
            if seen || chain.len() == MAX_EXTENDS {
                let what = if seen {
                    "comes back to itself"
                } else {
                    "is too long"
                };
                self.extend_problem(from, &format!("the chain of `extend` {what}"));
                break;
            }
            self.sources.insert(path.clone());
            let source = match files.read(&path) {
                Ok(bytes) => Arc::from(String::from_utf8_lossy(&bytes)),
                Err(error) => {
                    let unreadable = UnreadablePath::new(&path, &error);
                    match from {
                        Some(_) => self.extend_problem(from, &unreadable.to_string()),
                        None => self.problem(&path, &Arc::from(""), None, unreadable.to_string()),
                    }
                    break;
                }
            };
            let file = self.parse_toml(&path, &source);
            let folder = path.parent().unwrap_or(&self.root).to_owned();
            if let Some(target) = &file.extend {
                let span = toml_span(&source, &["extend"]);
                next = Some((
                    normal(&folder.join(target)),
                    Some((path.clone(), Arc::clone(&source), span)),
                ));
            }
            chain.push((path, file));
        }
        for (path, file) in chain.iter().rev() {
            settings.overlay(file, path.parent().unwrap_or(&self.root));
        }
    }

    fn extend_problem(
        &mut self,
        from: Option<(PathBuf, Arc<str>, Option<FileSpan>)>,
        message: &str,
    ) {
        if let Some((path, source, span)) = from {
            self.problem(&path, &source, span, message.to_owned());
        }
    }

    /// What a `tripline.toml` says; nothing if it is wrong.
    fn parse_toml(&mut self, path: &Path, source: &Arc<str>) -> ConfigFile {
        let file: ConfigFile = match toml::from_str(source) {
            Ok(file) => file,
            Err(error) => {
                let span = error.span().map(file_span);
                self.problem(path, source, span, readable(error.message()));
                return ConfigFile::default();
            }
        };
        self.validate(path, source, &file, &|keys| toml_span(source, keys));
        file
    }

    /// What `plugins.security-review` of an agent's settings says.
    fn read_agent_file(&mut self, files: &dyn FileSystem, path: &Path) -> ConfigFile {
        self.sources.insert(path.to_owned());
        let source: Arc<str> = match files.read(path) {
            Ok(bytes) => Arc::from(String::from_utf8_lossy(&bytes)),
            Err(error) => {
                let message = UnreadablePath::new(path, &error).to_string();
                self.problem(path, &Arc::from(""), None, message);
                return ConfigFile::default();
            }
        };
        let value: serde_json::Value = match serde_json::from_str(&source) {
            Ok(value) => value,
            Err(error) => {
                let span = json_place(&source, error.line(), error.column());
                self.problem(path, &source, Some(span), error.to_string());
                return ConfigFile::default();
            }
        };
        let Some(section) = value
            .get("plugins")
            .and_then(|plugins| plugins.get("security-review"))
        else {
            return ConfigFile::default();
        };
        let from = source.find("\"security-review\"").unwrap_or(0);
        self.json_keys(path, &source, from, section)
    }

    /// What the keys of a JSON object say, in snake, camel or kebab case. A key that is wrong is reported and left out.
    /// The keys stand in `source` after the byte `from`.
    fn json_keys(
        &mut self,
        path: &Path,
        source: &Arc<str>,
        from: usize,
        value: &serde_json::Value,
    ) -> ConfigFile {
        let Some(object) = value.as_object() else {
            if !value.is_null() {
                self.problem(
                    path,
                    source,
                    None,
                    "the settings must be an object".to_owned(),
                );
            }
            return ConfigFile::default();
        };
        let place = |key: &str| {
            let quoted = format!("\"{key}\"");
            let start = from + source.get(from..)?.find(&quoted)?;
            Some(file_span(start..start + quoted.len()))
        };
        let mut merged = serde_json::Map::new();
        for (key, value) in object {
            let name = kebab(key);
            if !KEYS.contains(&name.as_str()) {
                let shown: Vec<String> = KEYS.iter().map(|known| styled_like(key, known)).collect();
                let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
                self.problem(
                    path,
                    source,
                    place(key),
                    format!("unknown key `{key}`{}", did_you_mean(key, &shown)),
                );
                continue;
            }
            let value = if name == "checks" {
                kebab_checks(value)
            } else {
                value.clone()
            };
            let single = serde_json::Map::from_iter([(name.clone(), value.clone())]);
            match ConfigFile::deserialize(serde_json::Value::Object(single)) {
                Ok(_) => {
                    merged.insert(name, value);
                }
                Err(error) => {
                    self.problem(
                        path,
                        source,
                        place(key),
                        format!("`{key}`: {}", readable(&error.to_string())),
                    );
                }
            }
        }
        let file = ConfigFile::deserialize(serde_json::Value::Object(merged)).unwrap_or_default();
        self.validate(path, source, &file, &|keys| place(keys.last()?));
        file
    }

    /// Reports what the types do not exclude, and notes which checks are named.
    fn validate(
        &mut self,
        path: &Path,
        source: &Arc<str>,
        file: &ConfigFile,
        place: &dyn Fn(&[&str]) -> Option<FileSpan>,
    ) {
        let folder = path.parent().unwrap_or(path);
        let mut report_patterns = |keys: &[&str], patterns: &[String]| {
            for (index, pattern) in patterns.iter().enumerate() {
                if let Err(error) = builder(folder).add_line(None, pattern) {
                    let position = index.to_string();
                    let span = place(&[keys, &[&position]].concat()).or_else(|| place(keys));
                    self.problem(
                        path,
                        source,
                        span,
                        format!("`{pattern}` is no pattern: {error}"),
                    );
                }
            }
        };
        report_patterns(&["exclude"], &file.exclude);
        for (id, check) in &file.checks {
            report_patterns(&["checks", id, "exclude"], &check.exclude);
        }
        let mut note = |id: &str, span| {
            self.check_uses.push(CheckUse {
                id: id.to_owned(),
                path: path.to_owned(),
                source: Arc::clone(source),
                span,
            });
        };
        for id in file.checks.keys() {
            note(id, place(&["checks", id]));
        }
        for (index, id) in file.categories.iter().flatten().enumerate() {
            let position = index.to_string();
            note(
                &id.replace('_', "-"),
                place(&["categories", &position]).or_else(|| place(&["categories"])),
            );
        }
    }

    fn problem(&mut self, path: &Path, source: &Arc<str>, span: Option<FileSpan>, message: String) {
        let problem = ConfigProblem {
            path: path.to_owned(),
            source: Arc::clone(source),
            span,
            message,
        };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
            self.problems
                .sort_by(|a, b| (&a.path, a.span, &a.message).cmp(&(&b.path, b.span, &b.message)));
        }
    }
}

/// The file called `name` in `folder` or the nearest folder above.
fn nearest(files: &dyn FileSystem, folder: &Path, name: &str) -> Option<PathBuf> {
    folder
        .ancestors()
        .map(|folder| folder.join(name))
        .find(|path| matches!(files.metadata(path), Ok(crate::Metadata::File(_))))
}

/// The path without `.` and `..`, as far as its text tells.
fn normal(path: &Path) -> PathBuf {
    let mut result = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                result.pop();
            }
            _ => result.push(component),
        }
    }
    result
}

/// The entry with single spaces between its words.
fn one_spaced(entry: &str) -> String {
    entry.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn file_span(range: Range<usize>) -> FileSpan {
    FileSpan {
        start: range.start as u32,
        end: range.end as u32,
    }
}

/// The place of the value at a path of keys and indices: of its key where it is in a table, of itself where it is in a
/// list.
fn toml_span(source: &str, keys: &[&str]) -> Option<FileSpan> {
    let document = DeTable::parse(source).ok()?;
    let (first, rest) = keys.split_first()?;
    let (key, mut value) = document.get_ref().get_key_value(*first)?;
    let mut span = key.span();
    for key in rest {
        match value.get_ref() {
            DeValue::Table(table) => {
                let (key, inner) = table.get_key_value(*key)?;
                span = key.span();
                value = inner;
            }
            DeValue::Array(list) => {
                value = list.get(key.parse::<usize>().ok()?)?;
                span = value.span();
            }
            _ => return None,
        }
    }
    Some(file_span(span))
}

/// The byte at a one-based line and column of bytes, as `serde_json` counts.
fn json_place(source: &str, line: usize, column: usize) -> FileSpan {
    let start: usize = source
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let mut offset = (start + column.saturating_sub(1)).min(source.len());
    while !source.is_char_boundary(offset) {
        offset -= 1;
    }
    let end = source[offset..]
        .chars()
        .next()
        .map_or(offset, |char| offset + char.len_utf8());
    file_span(offset..end)
}

/// A message of serde with what was probably meant: it names what it found and what it expected in backquotes.
fn readable(message: &str) -> String {
    let message = message
        .replacen("unknown field", "unknown key", 1)
        .replacen("unknown variant", "unknown value", 1);
    let mut quoted = message.split('`').skip(1).step_by(2);
    match quoted.next() {
        Some(found) if message.starts_with("unknown ") => {
            let known: Vec<&str> = quoted.collect();
            let hint = did_you_mean(found, &known);
            if hint.is_empty() {
                message
            } else {
                format!("{}{hint}", message.split(',').next().unwrap_or(&message))
            }
        }
        _ => message,
    }
}

/// `; did you mean ...?` if a known word is near; empty otherwise.
pub(crate) fn did_you_mean(word: &str, known: &[&str]) -> String {
    let nearest = known
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= 2.max(word.len().min(candidate.len()) / 3))
        .min();
    nearest.map_or_else(String::new, |(_, candidate)| {
        format!("; did you mean `{candidate}`?")
    })
}

/// A key in kebab case: `onSave` and `on_save` are `on-save`.
fn kebab(key: &str) -> String {
    let mut result = String::with_capacity(key.len() + 2);
    for char in key.chars() {
        match char {
            '_' => result.push('-'),
            'A'..='Z' => {
                result.push('-');
                result.push(char.to_ascii_lowercase());
            }
            _ => result.push(char),
        }
    }
    result
}

/// The key `known` in the case that `key` is written in.
fn styled_like(key: &str, known: &str) -> String {
    if key.contains('-') {
        return known.to_owned();
    }
    if !key.chars().any(|char| char.is_ascii_uppercase()) {
        return known.replace('-', "_");
    }
    let mut words = known.split('-');
    let mut result = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut chars = word.chars();
        result.extend(chars.next().map(|first| first.to_ascii_uppercase()));
        result.extend(chars);
    }
    result
}

/// The `checks` table of a JSON object with its keys in kebab case.
fn kebab_checks(value: &serde_json::Value) -> serde_json::Value {
    let Some(checks) = value.as_object() else {
        return value.clone();
    };
    let renamed = checks.iter().map(|(id, check)| {
        let check = match check.as_object() {
            Some(keys) => keys
                .iter()
                .map(|(key, value)| (kebab(key), value.clone()))
                .collect(),
            None => check.clone(),
        };
        (id.replace('_', "-"), check)
    });
    renamed.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::Memory;

    fn load(files: &[(&str, &str)]) -> (Memory, Config) {
        let files = Memory::with(files);
        let config = Config::load(&files, Path::new("/w"), None);
        (files, config)
    }

    fn problems(toml: &str) -> Vec<String> {
        let (_, config) = load(&[("/w/tripline.toml", toml)]);
        config.problems().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn without_files_the_defaults_hold() {
        let (_, config) = load(&[]);
        assert_eq!(**config.settings(), Settings::default());
        assert!(config.problems().is_empty());
    }

    #[test]
    fn every_key_is_read() {
        let (_, config) = load(&[(
            "/w/tripline.toml",
            r#"
            enabled = false
            severity-threshold = "high"
            confidence-threshold = "low"
            categories = ["sql-injection"]
            on-save = false
            on-change = false
            scope = "changed"
            exclude = ["legacy/"]
            allowlist = ["app.run", "sqlalchemy.text  with params"]
            rules = ["security", "../shared"]
            fail-on = "critical"
            max-file-size = 2000
            [checks."sql-injection"]
            enabled = false
            severity = "low"
            confidence = "high"
            exclude = ["tests/"]
            allowlist = ["app.query"]
            "#,
        )]);
        assert_eq!(config.problems(), []);
        let settings = config.settings();
        assert!(!settings.enabled && !settings.on_save && !settings.on_change);
        assert_eq!(settings.severity_threshold, Severity::High);
        assert_eq!(settings.confidence_threshold, Confidence::Low);
        assert!(settings.categories.contains("sql-injection"));
        assert_eq!(settings.scope, Scope::Changed);
        assert!(settings.exclude.contain(Path::new("/w/a/legacy/b.py")));
        assert!(!settings.exclude.contain(Path::new("/w/a/b.py")));
        assert!(
            !settings
                .exclude
                .contain(Path::new("/elsewhere/legacy/b.py"))
        );
        assert!(settings.allowlist.contains("sqlalchemy.text with params"));
        assert_eq!(
            settings.rules,
            [PathBuf::from("/w/security"), PathBuf::from("/shared")]
        );
        assert_eq!(settings.fail_on, Severity::Critical);
        assert_eq!(settings.max_file_size, 2000);
        let check = &settings.checks["sql-injection"];
        assert!(!check.enabled && check.exclude.contain(Path::new("/w/tests/a.py")));
        assert_eq!(
            (check.severity, check.confidence),
            (Some(Severity::Low), Some(Confidence::High))
        );
    }

    #[test]
    fn the_known_keys_are_those_of_the_file() {
        let schema = schema();
        let properties = schema["properties"].as_object().unwrap();
        let mut known: Vec<&str> = properties.keys().map(String::as_str).collect();
        known.sort_unstable();
        assert_eq!(known, KEYS);
    }

    #[test]
    fn an_unknown_key_is_reported_at_its_place_with_what_was_meant() {
        assert_eq!(
            problems("enabled = true\nsevrity-threshold = \"high\"\n"),
            [
                "/w/tripline.toml:2:1: unknown key `sevrity-threshold`; did you mean `severity-threshold`?"
            ]
        );
        assert_eq!(
            problems("[checks.sql-injection]\nenbled = true\n"),
            ["/w/tripline.toml:2:1: unknown key `enbled`; did you mean `enabled`?"]
        );
    }

    #[test]
    fn an_unknown_value_is_reported_at_its_place_with_what_was_meant() {
        assert_eq!(
            problems("severity-threshold = \"hihg\"\n"),
            ["/w/tripline.toml:1:22: unknown value `hihg`; did you mean `high`?"]
        );
        assert_eq!(
            problems("scope = \"everything\"\n"),
            ["/w/tripline.toml:1:9: unknown value `everything`, expected `all` or `changed`"]
        );
        assert_eq!(
            problems("enabled = \"yes\"\n"),
            ["/w/tripline.toml:1:11: invalid type: string \"yes\", expected a boolean"]
        );
    }

    #[test]
    fn what_is_no_toml_is_reported_at_its_place() {
        let found = problems("enabled = true\nexclude = [\n");
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("/w/tripline.toml:2:"), "{found:?}");
    }

    #[test]
    fn a_pattern_that_is_none_is_reported_at_its_place() {
        let found = problems("exclude = [\"fine\", \"a[\"]\n");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with("/w/tripline.toml:1:20: `a[` is no pattern"),
            "{found:?}"
        );
    }

    #[test]
    fn a_check_that_does_not_exist_is_reported_with_what_was_meant() {
        let (_, config) = load(&[(
            "/w/tripline.toml",
            "categories = [\"sql-injecton\"]\n[checks.hardcoded-secrets]\nenabled = false\n",
        )]);
        let known = ["sql-injection", "hardcoded-secret"];
        let found: Vec<String> = config
            .unknown_checks(&known)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            found,
            [
                "/w/tripline.toml:1:15: no check has the id `sql-injecton`; did you mean `sql-injection`?",
                "/w/tripline.toml:2:9: no check has the id `hardcoded-secrets`; did you mean `hardcoded-secret`?",
            ]
        );
    }

    #[test]
    fn the_nearest_file_at_the_root_or_above_holds() {
        let files = Memory::with(&[
            ("/tripline.toml", "fail-on = \"critical\""),
            ("/a/tripline.toml", "fail-on = \"high\""),
        ]);
        let config = Config::load(&files, Path::new("/a/b/c"), None);
        assert_eq!(config.settings().fail_on, Severity::High);
        assert_eq!(
            config.sources().collect::<Vec<_>>(),
            [Path::new("/a/tripline.toml")]
        );
    }

    #[test]
    fn an_inner_file_changes_what_it_names_alone() {
        let (files, mut config) = load(&[
            (
                "/w/tripline.toml",
                "severity-threshold = \"high\"\nexclude = [\"gen/\"]\n[checks.xss]\nenabled = false\n",
            ),
            (
                "/w/a/tripline.toml",
                "severity-threshold = \"low\"\nexclude = [\"/b/x.py\"]\n[checks.xss]\nseverity = \"low\"\n",
            ),
        ]);
        let inner = config.settings_for(&files, Path::new("/w/a/b/x.py"));
        assert_eq!(inner.severity_threshold, Severity::Low);
        assert!(inner.exclude.contain(Path::new("/w/a/b/x.py")));
        assert!(inner.exclude.contain(Path::new("/w/a/gen/y.py")));
        assert!(!inner.checks["xss"].enabled);
        assert_eq!(inner.checks["xss"].severity, Some(Severity::Low));
        let outer = config.settings_for(&files, Path::new("/w/b/x.py"));
        assert_eq!(&outer, config.settings());
    }

    #[test]
    fn what_is_extended_holds_unless_overridden() {
        let (_, config) = load(&[
            (
                "/w/tripline.toml",
                "extend = \"shared/base.toml\"\nfail-on = \"high\"\n",
            ),
            (
                "/w/shared/base.toml",
                "extend = \"../deep.toml\"\nfail-on = \"low\"\nexclude = [\"/gen\"]\n",
            ),
            ("/w/deep.toml", "scope = \"changed\"\n"),
        ]);
        assert_eq!(config.problems(), []);
        assert_eq!(config.settings().fail_on, Severity::High);
        assert_eq!(config.settings().scope, Scope::Changed);
        assert!(
            config
                .settings()
                .exclude
                .contain(Path::new("/w/shared/gen/a.py"))
        );
        let sources: Vec<_> = config.sources().collect();
        assert_eq!(sources.len(), 3);
    }

    #[test]
    fn a_chain_that_comes_back_or_leads_nowhere_is_reported_where_it_is_written() {
        let (_, config) = load(&[
            (
                "/w/tripline.toml",
                "fail-on = \"high\"\nextend = \"b.toml\"\n",
            ),
            ("/w/b.toml", "extend = \"tripline.toml\"\n"),
        ]);
        assert_eq!(
            config.problems()[0].to_string(),
            "/w/b.toml:1:1: the chain of `extend` comes back to itself"
        );
        assert_eq!(config.settings().fail_on, Severity::High);
        assert_eq!(
            problems("\nextend = \"gone.toml\"\n"),
            ["/w/tripline.toml:2:1: cannot read /w/gone.toml: entity not found"]
        );
    }

    #[test]
    fn the_settings_of_agents_are_read_in_snake_case_below_tripline_toml() {
        let agent = json!({"plugins": {"security-review": {
            "severity_threshold": "high",
            "on_save": false,
            "exclude": ["gen/"],
            "categories": ["sql_injection"],
            "checks": {"sql_injection": {"enabled": false}},
        }}});
        let (_, config) = load(&[
            ("/w/.claude/settings.json", &agent.to_string()),
            ("/w/tripline.toml", "severity-threshold = \"medium\"\n"),
        ]);
        assert_eq!(config.problems(), []);
        let settings = config.settings();
        assert_eq!(settings.severity_threshold, Severity::Medium);
        assert!(!settings.on_save);
        assert!(settings.exclude.contain(Path::new("/w/gen/a.py")));
        assert!(settings.categories.contains("sql-injection"));
        assert!(!settings.checks["sql-injection"].enabled);
    }

    #[test]
    fn a_wrong_key_of_agents_is_reported_and_the_others_hold() {
        let agent = "{\"plugins\": {\"security-review\": {\n  \"severty_threshold\": \"high\",\n  \"scope\": 3,\n  \
                     \"on_save\": false}}}";
        let (_, config) = load(&[("/w/.claude/settings.json", agent)]);
        let found: Vec<String> = config.problems().iter().map(ToString::to_string).collect();
        assert_eq!(
            found[0],
            "/w/.claude/settings.json:2:3: unknown key `severty_threshold`; did you mean `severity_threshold`?"
        );
        assert!(
            found[1].starts_with("/w/.claude/settings.json:3:3: `scope`: "),
            "{found:?}"
        );
        assert!(!config.settings().on_save);
    }

    #[test]
    fn other_settings_of_agents_do_not_concern_us() {
        let (_, config) = load(&[(
            "/w/.claude/settings.json",
            "{\"plugins\": [1], \"permissions\": {}}",
        )]);
        assert_eq!(config.problems(), []);
        let (_, config) = load(&[("/w/.claude/settings.json", "{\n  \"plugins\": }")]);
        assert_eq!(config.problems().len(), 1);
        assert_eq!(config.problems()[0].line_column(), Some((2, 14)));
    }

    #[test]
    fn the_editor_speaks_in_any_case_and_last() {
        let files = Memory::with(&[("/w/tripline.toml", "scope = \"all\"\n")]);
        let editor = json!({"severityThreshold": "high", "scope": "changed", "onSav": true});
        let config = Config::load(&files, Path::new("/w"), Some(&editor));
        assert_eq!(config.settings().severity_threshold, Severity::High);
        assert_eq!(config.settings().scope, Scope::All);
        assert_eq!(
            config.problems()[0].message,
            "unknown key `onSav`; did you mean `onSave`?"
        );
    }

    #[test]
    fn the_rules_folder_is_found_unless_others_are_given() {
        let files = Memory::with(&[
            ("/w/.tripline/checks/a.md", ""),
            ("/w/b/tripline.toml", "rules = [\"mine\"]"),
        ]);
        let config = Config::load(&files, Path::new("/w"), None);
        assert_eq!(config.rule_folders(&files), [PathBuf::from("/w/.tripline")]);
        let config = Config::load(&files, Path::new("/w/b"), None);
        assert_eq!(config.rule_folders(&files), [PathBuf::from("/w/b/mine")]);
    }
}

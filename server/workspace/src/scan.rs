//! The scan of files and folders, on all cores.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use tripline_syntax::Document;

use crate::analysis::{analyze, analyze_text, name_below};
use crate::db::panic_message;
use crate::files::{self, FileKind, ReadError};
use crate::{
    Config, FileReport, FileSystem, Metadata, Settings, SharedRules, SkipReason, SourceText,
    UnreadablePath,
};

/// Stack of a thread that analyses, in bytes: code nests deeper than a default stack bears.
pub const STACK_BYTES: usize = 16 * 1024 * 1024;

/// What to scan, and with what.
#[derive(Clone, Debug)]
pub struct ScanRequest {
    /// Files and folders, absolute. A file that is named here is analysed though it be ignored, vendored, generated or
    /// excluded.
    pub paths: Vec<PathBuf>,
    /// The rules.
    pub rules: SharedRules,
    /// How many threads to use; zero for one a core.
    pub threads: usize,
}

/// How far a scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Files that are done.
    pub done: usize,
    /// Files in all.
    pub total: usize,
}

/// What a scan yields: the same on any number of threads.
#[derive(Clone, Debug, Default)]
pub struct ScanReport {
    /// The analysed files, sorted by path.
    pub files: Vec<ScannedFile>,
    /// Files, and folders of other people's code, that were not analysed, sorted by path.
    pub skipped: Vec<(PathBuf, SkipReason)>,
    /// What could not be read, sorted by path.
    pub unreadable: Vec<UnreadablePath>,
    /// Lines of the analysed files.
    pub lines: usize,
    /// Whether the scan was cancelled, so that files are missing.
    pub is_cancelled: bool,
}

/// An analysed file.
#[derive(Clone, Debug)]
pub struct ScannedFile {
    /// Its path.
    pub path: PathBuf,
    /// What is reported of it.
    pub report: Arc<FileReport>,
    /// What holds for it.
    pub settings: Arc<Settings>,
    /// Its text, if something is reported of it.
    pub source: Option<Arc<SourceText>>,
}

impl ScanReport {
    /// How many files were skipped for each reason.
    pub fn skip_counts(&self) -> BTreeMap<SkipReason, usize> {
        let mut counts = BTreeMap::new();
        for (_, reason) in &self.skipped {
            *counts.entry(*reason).or_default() += 1;
        }
        counts
    }
}

/// What became of one file.
enum Outcome {
    Analysed(Box<ScannedFile>, usize),
    Skipped(PathBuf, SkipReason),
    Unreadable(UnreadablePath),
    Cancelled,
}

/// A file to analyse.
struct Candidate {
    path: PathBuf,
    name: String,
    kind: FileKind,
    settings: Arc<Settings>,
    is_named: bool,
}

/// Scans what is requested. `progress` is called from any thread after each file; setting `cancelled` ends the scan soon.
pub fn scan(
    files: &dyn FileSystem,
    request: &ScanRequest,
    config: &mut Config,
    progress: &(dyn Fn(Progress) + Sync),
    cancelled: &AtomicBool,
) -> ScanReport {
    let mut report = ScanReport::default();
    let candidates = candidates(files, request, config, &mut report);
    let total = candidates.len();
    let done = AtomicUsize::new(0);
    progress(Progress { done: 0, total });
    let work = || -> Vec<Outcome> {
        candidates
            .into_par_iter()
            .map(|candidate| {
                if cancelled.load(Ordering::Relaxed) {
                    return Outcome::Cancelled;
                }
                let outcome = examine(files, candidate, &request.rules);
                progress(Progress {
                    done: done.fetch_add(1, Ordering::Relaxed) + 1,
                    total,
                });
                outcome
            })
            .collect()
    };
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(request.threads)
        .stack_size(STACK_BYTES)
        .build();
    let outcomes = match pool {
        Ok(pool) => pool.install(work),
        Err(error) => {
            tracing::warn!(%error, "no threads of our own for the scan");
            work()
        }
    };
    for outcome in outcomes {
        match outcome {
            Outcome::Analysed(file, lines) => {
                report.lines += lines;
                report.files.push(*file);
            }
            Outcome::Skipped(path, reason) => report.skipped.push((path, reason)),
            Outcome::Unreadable(unreadable) => report.unreadable.push(unreadable),
            Outcome::Cancelled => report.is_cancelled = true,
        }
    }
    report.skipped.sort();
    report.unreadable.sort();
    report.unreadable.dedup();
    report
}

/// The files to analyse, sorted by path. What is not even read goes to the report.
fn candidates(
    files: &dyn FileSystem,
    request: &ScanRequest,
    config: &mut Config,
    report: &mut ScanReport,
) -> Vec<Candidate> {
    let mut found: BTreeMap<PathBuf, bool> = BTreeMap::new();
    let mut passed_over = BTreeSet::new();
    for path in &request.paths {
        match files.metadata(path) {
            Ok(Metadata::File(_)) => {
                found.insert(path.clone(), true);
            }
            Ok(Metadata::Folder) => {
                let (below, skipped) = walk(files, path, config);
                for entry in below {
                    match entry {
                        Ok(path) => {
                            found.entry(path).or_insert(false);
                        }
                        Err(unreadable) => report.unreadable.push(unreadable),
                    }
                }
                passed_over.extend(skipped);
            }
            Err(error) => report.unreadable.push(UnreadablePath::new(path, &error)),
        }
    }
    report.skipped.extend(passed_over);
    let mut candidates = Vec::new();
    for (path, is_named) in found {
        let Some(kind) = FileKind::of(&path) else {
            continue;
        };
        let settings = config.settings_for(files, &path);
        if !settings.enabled {
            report.skipped.push((path, SkipReason::Disabled));
        } else if !is_named && settings.exclude.contain(&path) {
            report.skipped.push((path, SkipReason::Excluded));
        } else {
            let name = name_below(Some(config.root()), &path);
            candidates.push(Candidate {
                path,
                name,
                kind,
                settings,
                is_named,
            });
        }
    }
    candidates
}

type Walked = Vec<Result<PathBuf, UnreadablePath>>;

/// The files below a folder, and the folders that were passed over.
fn walk(
    files: &dyn FileSystem,
    root: &Path,
    config: &Config,
) -> (Walked, Vec<(PathBuf, SkipReason)>) {
    let passed_over = Mutex::new(Vec::new());
    let enter = |folder: &Path| {
        let reason = if folder.file_name().is_some_and(files::is_vendored) {
            SkipReason::Vendored
        } else if config.settings().exclude.contain_folder(folder) {
            SkipReason::Excluded
        } else {
            return true;
        };
        passed_over
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((folder.to_owned(), reason));
        false
    };
    let found = files.walk(root, &enter);
    (
        found,
        passed_over
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner),
    )
}

fn examine(files: &dyn FileSystem, candidate: Candidate, rules: &SharedRules) -> Outcome {
    let Candidate {
        path,
        name,
        kind,
        settings,
        is_named,
    } = candidate;
    let source = match files::read_source(files, &path, settings.max_file_size) {
        Ok(source) => source,
        Err(ReadError::Skipped(reason)) => return Outcome::Skipped(path, reason),
        Err(ReadError::Unreadable(unreadable)) => return Outcome::Unreadable(unreadable),
    };
    let text = source.text.as_str();
    let written = match kind {
        FileKind::Program(language) if !is_named => files::machine_written(&path, language, text),
        FileKind::Program(_) | FileKind::Text => None,
    };
    if let Some(reason) = written {
        return Outcome::Skipped(path, reason);
    }
    let lines = text.lines().count();
    let analysis = AssertUnwindSafe(|| match kind {
        FileKind::Program(language) => {
            let document = Document::parse(language, text);
            analyze(&path, &name, document, &settings, rules).report
        }
        FileKind::Text => analyze_text(&path, &name, text, &settings, rules),
    });
    let report = match catch_unwind(analysis) {
        Ok(report) => report,
        Err(payload) => {
            tracing::error!(path = %path.display(), panic = panic_message(&*payload), "analysis failed");
            Arc::new(FileReport {
                failed_bodies: vec![String::new()],
                ..FileReport::default()
            })
        }
    };
    let is_shown = !report.shown().is_empty() || !report.suppressed.is_empty();
    let source = is_shown.then(|| Arc::new(source));
    Outcome::Analysed(
        Box::new(ScannedFile {
            path,
            report,
            settings,
            source,
        }),
        lines,
    )
}

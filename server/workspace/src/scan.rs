//! The scan of files and folders, on all cores.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use tripline_syntax::Language;

use crate::analysis::name_below;
use crate::db::{Content, Origin, Unread, panic_message};
use crate::files::{self, FileKind, ReadError};
use crate::modules::ModuleTree;
use crate::program::{Member, Program};
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
    /// The folder whose other files are known too, though nothing is reported of them: the project of the paths.
    pub around: Option<PathBuf>,
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
    /// The files together, to ask for fixes.
    pub program: Option<Program>,
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

/// A file to analyse.
struct Candidate {
    path: PathBuf,
    name: String,
    kind: FileKind,
    settings: Arc<Settings>,
    is_named: bool,
}

/// What reading one file has yielded.
enum Read {
    Text(Candidate, Arc<SourceText>),
    Skipped(PathBuf, SkipReason),
    Unreadable(UnreadablePath),
}

/// What the analysis of one file has yielded.
enum Outcome {
    Analysed(Box<ScannedFile>, usize),
    Skipped(PathBuf, SkipReason),
    Cancelled,
}

/// Scans what is requested. `progress` is called from any thread after each file; setting `cancelled` ends the scan soon.
pub fn scan(
    files: &Arc<dyn FileSystem>,
    request: &ScanRequest,
    config: &mut Config,
    progress: &(dyn Fn(Progress) + Sync),
    cancelled: &AtomicBool,
) -> ScanReport {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(request.threads)
        .stack_size(STACK_BYTES)
        .build();
    match pool {
        Ok(pool) => pool.install(|| scan_here(files, request, config, progress, cancelled)),
        Err(error) => {
            tracing::warn!(%error, "no threads of our own for the scan");
            scan_here(files, request, config, progress, cancelled)
        }
    }
}

fn scan_here(
    files: &Arc<dyn FileSystem>,
    request: &ScanRequest,
    config: &mut Config,
    progress: &(dyn Fn(Progress) + Sync),
    cancelled: &AtomicBool,
) -> ScanReport {
    let mut report = ScanReport::default();
    let mut manifests = BTreeSet::new();
    let candidates = candidates(&**files, request, config, &mut report, &mut manifests);
    let total = candidates.len();
    progress(Progress { done: 0, total });
    let reads: Vec<Read> = candidates
        .into_par_iter()
        .map(|candidate| read(&**files, candidate))
        .collect();
    let mut members = Vec::new();
    let mut sources = Vec::new();
    for read in reads {
        match read {
            Read::Text(candidate, source) => {
                members.push(candidate.member(&source));
                sources.push((candidate, source));
            }
            Read::Skipped(path, reason) => report.skipped.push((path, reason)),
            Read::Unreadable(unreadable) => report.unreadable.push(unreadable),
        }
    }
    if let Some(around) = &request.around {
        let known: BTreeSet<PathBuf> = members.iter().map(|member| member.path.clone()).collect();
        members.extend(surrounding(files, around, config, &known, &mut manifests));
    }
    let manifests: Vec<(PathBuf, String)> = manifests
        .into_iter()
        .filter_map(|path| {
            let text = files.read(&path).ok()?;
            Some((path, String::from_utf8(text).ok()?))
        })
        .collect();
    let mut program = Program::new(&request.rules, members, &manifests);
    sources
        .par_iter()
        .for_each_with(program.clone(), |program, (candidate, _)| {
            if !cancelled.load(Ordering::Relaxed) {
                let _again = catch_unwind(AssertUnwindSafe(|| program.read(&candidate.path)));
            }
        });
    program.announce();
    let done = AtomicUsize::new(0);
    sources
        .par_iter()
        .for_each_with(program.clone(), |program, (candidate, _)| {
            if cancelled.load(Ordering::Relaxed) {
                return;
            }
            // What goes wrong here does so again where the file is reported.
            let _again = catch_unwind(AssertUnwindSafe(|| program.analyze(&candidate.path)));
            progress(Progress {
                done: done.fetch_add(1, Ordering::Relaxed) + 1,
                total,
            });
        });
    let outcomes: Vec<Outcome> = sources
        .into_par_iter()
        .map_with(program.clone(), |program, (candidate, source)| {
            if cancelled.load(Ordering::Relaxed) {
                return Outcome::Cancelled;
            }
            reported(program, candidate, source)
        })
        .collect();
    for outcome in outcomes {
        match outcome {
            Outcome::Analysed(file, lines) => {
                report.lines += lines;
                report.files.push(*file);
            }
            Outcome::Skipped(path, reason) => report.skipped.push((path, reason)),
            Outcome::Cancelled => report.is_cancelled = true,
        }
    }
    report.skipped.sort();
    report.unreadable.sort();
    report.unreadable.dedup();
    report.program = Some(program);
    report
}

impl Candidate {
    fn member(&self, source: &SourceText) -> Member {
        let text = Arc::from(source.text.as_str());
        Member {
            path: self.path.clone(),
            name: self.name.clone(),
            content: match self.kind {
                FileKind::Program(language) => Content::Closed(language, text),
                FileKind::Text => Content::Text(text),
            },
            settings: Arc::clone(&self.settings),
            skipped: None,
            origin: if self.is_named {
                Origin::Named
            } else {
                Origin::Found
            },
            reports: true,
        }
    }
}

/// The program files of a folder besides those that are known, which are read when they are needed.
fn surrounding(
    files: &Arc<dyn FileSystem>,
    around: &Path,
    config: &mut Config,
    known: &BTreeSet<PathBuf>,
    manifests: &mut BTreeSet<PathBuf>,
) -> Vec<Member> {
    let (found, _) = walk(&**files, around, config);
    let mut members = Vec::new();
    for path in found.into_iter().flatten() {
        if ModuleTree::is_manifest(&path) {
            manifests.insert(path.clone());
        }
        let Some(language) = Language::from_path(&path).filter(|_| !known.contains(&path)) else {
            continue;
        };
        let settings = config.settings_for(&**files, &path);
        if !settings.enabled || settings.exclude.contain(&path) {
            continue;
        }
        let unread = Unread::new(Arc::clone(files), path.clone(), settings.max_file_size);
        members.push(Member {
            name: name_below(Some(config.root()), &path),
            content: Content::Unread(language, Arc::new(unread)),
            settings,
            skipped: None,
            origin: Origin::Found,
            reports: false,
            path,
        });
    }
    members
}

/// The files to analyse, sorted by path. What is not even read goes to the report.
fn candidates(
    files: &dyn FileSystem,
    request: &ScanRequest,
    config: &mut Config,
    report: &mut ScanReport,
    manifests: &mut BTreeSet<PathBuf>,
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
                            if ModuleTree::is_manifest(&path) {
                                manifests.insert(path.clone());
                            }
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

fn read(files: &dyn FileSystem, candidate: Candidate) -> Read {
    match files::read_source(files, &candidate.path, candidate.settings.max_file_size) {
        Ok(source) => Read::Text(candidate, Arc::new(source)),
        Err(ReadError::Skipped(reason)) => Read::Skipped(candidate.path, reason),
        Err(ReadError::Unreadable(unreadable)) => Read::Unreadable(unreadable),
    }
}

fn reported(program: &Program, candidate: Candidate, source: Arc<SourceText>) -> Outcome {
    let Candidate { path, settings, .. } = candidate;
    let lines = source.text.lines().count();
    let report = match catch_unwind(AssertUnwindSafe(|| program.report(&path))) {
        Ok(report) => report.unwrap_or_default(),
        Err(payload) => {
            tracing::error!(path = %path.display(), panic = panic_message(&*payload), "analysis failed");
            Arc::new(FileReport {
                failed_bodies: vec![String::new()],
                ..FileReport::default()
            })
        }
    };
    if let Some(reason) = report.skipped {
        return Outcome::Skipped(path, reason);
    }
    let is_shown = !report.shown().is_empty() || !report.suppressed.is_empty();
    Outcome::Analysed(
        Box::new(ScannedFile {
            path,
            report,
            settings,
            source: is_shown.then_some(source),
        }),
        lines,
    )
}

//! `tripline scan`.

use std::io::{self, IsTerminal, Read, Write};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use tripline_rules::{Confidence, Severity};
use tripline_workspace::{Progress, ScanReport};

use crate::Outcome;
use crate::arguments::{Format, ScanArguments};
use crate::error::Error;
use crate::format;
use crate::output::{Output, complain, note};
use crate::patch::{self, Patches};
use crate::project::{Overrides, Project, absolute, current_folder};
use crate::report::{Fixes, Report, Selection};

/// How long a scan may take before it shows a progress bar.
const PATIENCE: Duration = Duration::from_millis(400);

/// Scans, fixes if asked to, and shows what was found.
pub(crate) fn run(arguments: &ScanArguments, output: &mut Output) -> Result<Outcome, Error> {
    let current = current_folder()?;
    let paths = requested_paths(arguments, &current);
    let overrides = Overrides {
        config: arguments.config.clone(),
        severity: arguments.severity,
        confidence: arguments.confidence,
        categories: arguments
            .category
            .iter()
            .map(|id| id.replace('_', "-"))
            .collect(),
    };
    let mut project = Project::open(current, &paths, &overrides)?;
    if arguments.stdin {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| Error::file("read", "standard input", error))?;
        for path in &paths {
            project.files.insert(path.clone(), bytes.clone());
        }
    }
    let mut scanned = find(&mut project, arguments, &paths)?;
    let mut would_fix = 0;
    if arguments.fixing.fix {
        let patches = Patches::of(&project, &scanned, patch::scope(&arguments.fixing));
        if arguments.fixing.dry_run {
            patches.show(&project, output)?;
            would_fix = patches.fixed();
        } else if !patches.is_empty() {
            patches.apply()?;
            scanned = find(&mut project, arguments, &paths)?;
            if arguments.format == Format::Text {
                patches.summarize(&project, output)?;
            }
        }
    }
    let selection = Selection {
        severity: arguments.severity.unwrap_or(Severity::Low),
        confidence: arguments.confidence.unwrap_or(Confidence::Low),
        fixes: match arguments.format {
            Format::Json | Format::Sarif => Fixes::Proven,
            _ => Fixes::Omitted,
        },
    };
    let report = Report::new(&project, &scanned, selection);
    if !arguments.fixing.dry_run {
        format::write(arguments.format, &report, &project, output)?;
    }
    output.flush()?;
    if arguments.fixing.dry_run {
        let left = report.count().saturating_sub(would_fix);
        let fixed = format::counted(would_fix, "finding");
        note(&format!("Would fix {fixed}; {left} would remain."));
    }
    for error in &report.errors {
        complain(&error.message);
    }
    if report.is_empty() {
        note(
            "No file to scan: Tripline reads Python, JavaScript, TypeScript, Go and Rust, and looks for secrets in texts.",
        );
    }
    let fail_on = arguments
        .fail_on
        .unwrap_or(project.config.settings().fail_on);
    let fails = report
        .findings()
        .any(|(_, reported)| reported.finding.severity >= fail_on);
    let outcome = match (report.errors.is_empty(), fails) {
        (false, _) => Outcome::Incomplete,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    };
    drop(report);
    // The process is about to end: what the scan knows would be given back piece by piece for nothing.
    mem::forget(scanned);
    Ok(outcome)
}

fn requested_paths(arguments: &ScanArguments, current: &Path) -> Vec<PathBuf> {
    if let Some(path) = &arguments.path {
        return vec![absolute(current, path)];
    }
    if arguments.paths.is_empty() {
        return vec![current.to_owned()];
    }
    arguments
        .paths
        .iter()
        .map(|path| absolute(current, path))
        .collect()
}

fn find(
    project: &mut Project,
    arguments: &ScanArguments,
    paths: &[PathBuf],
) -> Result<ScanReport, Error> {
    let bar = LazyBar::new(arguments);
    let threads = usize::from(arguments.threads);
    let report = project.scan(paths.to_vec(), threads, &|progress| bar.advance(progress));
    bar.finish();
    // Configuration files of folders are read on the way.
    project.accept_config()?;
    Ok(report)
}

/// A progress bar that appears once the work has taken a while.
struct LazyBar {
    is_wanted: bool,
    start: Instant,
    bar: Mutex<Option<ProgressBar>>,
}

impl LazyBar {
    fn new(arguments: &ScanArguments) -> Self {
        LazyBar {
            is_wanted: !arguments.no_progress && io::stderr().is_terminal(),
            start: Instant::now(),
            bar: Mutex::new(None),
        }
    }

    fn advance(&self, progress: Progress) {
        if !self.is_wanted || self.start.elapsed() < PATIENCE {
            return;
        }
        let Ok(mut bar) = self.bar.lock() else { return };
        let bar = bar.get_or_insert_with(|| {
            let bar = ProgressBar::new(progress.total as u64);
            if let Ok(style) =
                ProgressStyle::with_template("{bar:32} {pos}/{len} files  {eta} left")
            {
                bar.set_style(style);
            }
            bar
        });
        bar.set_position(progress.done as u64);
    }

    fn finish(&self) {
        if let Ok(mut bar) = self.bar.lock()
            && let Some(bar) = bar.take()
        {
            bar.finish_and_clear();
        }
    }
}

//! What a scan found, as every format shows it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use tripline_fix::Fix;
use tripline_rules::{Check, Confidence, Finding, FindingStep, Safety, Severity};
use tripline_syntax::{Document, Encoding, Language, Rope, position};
use tripline_workspace::{
    Analysis, FileReport, Program, STACK_BYTES, ScanReport, ScannedFile, Settings, SharedRules,
    UNUSED_SUPPRESSION, analyze, analyze_text,
};

use crate::project::Project;
use crate::source::MaskedText;

/// What a scan found.
#[derive(Debug)]
pub(crate) struct Report {
    /// The files with findings, sorted by path.
    pub(crate) files: Vec<ReportedFile>,
    /// What was not analysed, with the reason, sorted by path.
    pub(crate) skipped: Vec<Skipped>,
    /// What went wrong, sorted by path.
    pub(crate) errors: Vec<Failure>,
    /// The checks that findings name, sorted by id.
    pub(crate) checks: Vec<ReportedCheck>,
    /// Number of analysed files.
    pub(crate) scanned: usize,
    /// Number of lines in them.
    pub(crate) lines: usize,
    /// Number of findings that comments accept.
    pub(crate) suppressed: usize,
}

/// A file with findings.
#[derive(Debug)]
pub(crate) struct ReportedFile {
    /// Its path and its lines.
    pub(crate) page: Page,
    /// The text that may be shown.
    pub(crate) masked: MaskedText,
    /// The findings, in source order.
    pub(crate) findings: Vec<ReportedFinding>,
    /// The other files that flows go through, by path.
    others: BTreeMap<PathBuf, Page>,
}

/// The path of a file and where its lines are.
#[derive(Debug)]
pub(crate) struct Page {
    /// Path as people read it: below the current folder.
    pub(crate) shown: String,
    /// Path below the root of the project.
    pub(crate) name: String,
    rope: Rope,
}

/// A finding with its fixes.
#[derive(Debug)]
pub(crate) struct ReportedFinding {
    /// The finding.
    pub(crate) finding: Finding,
    /// Its proven fixes, in order of preference, without those that would show a secret.
    pub(crate) fixes: Vec<Fix>,
}

/// A file that was not analysed.
#[derive(Debug)]
pub(crate) struct Skipped {
    /// Path as people read it.
    pub(crate) shown: String,
    /// Path below the root of the project.
    pub(crate) name: String,
    /// Why.
    pub(crate) reason: String,
}

/// Something that went wrong.
#[derive(Debug)]
pub(crate) struct Failure {
    /// Path as people read it.
    pub(crate) shown: String,
    /// Path below the root of the project.
    pub(crate) name: String,
    /// What.
    pub(crate) message: String,
}

/// What a report says of a check.
#[derive(Debug)]
pub(crate) struct ReportedCheck {
    /// Id.
    pub(crate) id: String,
    /// The class's name.
    pub(crate) title: String,
    /// CWE numbers, the main one first.
    pub(crate) cwe: Vec<u32>,
    /// OWASP Top 10 categories with their years.
    pub(crate) owasp: Vec<String>,
    /// Severity.
    pub(crate) severity: Severity,
    /// Documentation in Markdown.
    pub(crate) docs: String,
}

/// A place by line and column, both from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Line.
    pub(crate) line: u32,
    /// Column in the units of the encoding that was asked for.
    pub(crate) column: u32,
}

/// Which findings are reported, and what is worked out for them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Selection {
    /// Least severity.
    pub(crate) severity: Severity,
    /// Least confidence.
    pub(crate) confidence: Confidence,
    /// Whether the format shows fixes.
    pub(crate) fixes: Fixes,
}

/// Whether fixes are worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fixes {
    /// They are.
    Proven,
    /// Nobody asks for them.
    Omitted,
}

impl Selection {
    /// Whether a finding is reported.
    pub(crate) fn shows(self, finding: &Finding) -> bool {
        finding.severity >= self.severity && finding.confidence >= self.confidence
    }
}

impl Report {
    /// The report of a scan.
    pub(crate) fn new(project: &Project, scan: &ScanReport, selection: Selection) -> Self {
        let files = reported_files(project, scan, selection);
        let skipped = scan
            .skipped
            .iter()
            .map(|(path, reason)| (path, reason.to_string()))
            .chain(
                scan.files
                    .iter()
                    .filter(|file| file.report.is_truncated)
                    .map(|file| (&file.path, "too costly to parse".to_owned())),
            );
        let mut skipped: Vec<Skipped> = skipped
            .map(|(path, reason)| Skipped {
                shown: project.shown(path),
                name: project.name(path),
                reason,
            })
            .collect();
        skipped.sort_by(|a, b| a.name.cmp(&b.name));
        let mut errors: Vec<Failure> = scan
            .unreadable
            .iter()
            .map(|unreadable| failure(project, &unreadable.path, unreadable.to_string()))
            .collect();
        for file in &scan.files {
            for body in &file.report.failed_bodies {
                let message = format!("{}: {}", file.path.display(), failed_body(body));
                errors.push(failure(project, &file.path, message));
            }
        }
        errors.sort_by(|a, b| (&a.name, &a.message).cmp(&(&b.name, &b.message)));
        Report {
            checks: checks(&files, &project.rules),
            files,
            skipped,
            errors,
            scanned: scan.files.len(),
            lines: scan.lines,
            suppressed: scan
                .files
                .iter()
                .map(|file| file.report.suppressed.len())
                .sum(),
        }
    }

    /// The findings with their files, in order.
    pub(crate) fn findings(&self) -> impl Iterator<Item = (&ReportedFile, &ReportedFinding)> {
        self.files
            .iter()
            .flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
    }

    /// Whether there was nothing to look at.
    pub(crate) fn is_empty(&self) -> bool {
        self.scanned == 0 && self.skipped.is_empty() && self.errors.is_empty()
    }

    /// How many findings there are.
    pub(crate) fn count(&self) -> usize {
        self.files.iter().map(|file| file.findings.len()).sum()
    }

    /// How many findings there are of each severity, the worst first.
    pub(crate) fn severities(&self) -> Vec<(Severity, usize)> {
        let mut counts: BTreeMap<Reverse<Severity>, usize> = BTreeMap::new();
        for (_, reported) in self.findings() {
            *counts
                .entry(Reverse(reported.finding.severity))
                .or_default() += 1;
        }
        counts
            .into_iter()
            .map(|(Reverse(severity), count)| (severity, count))
            .collect()
    }

    /// The check of a finding, with its index.
    pub(crate) fn check(&self, finding: &Finding) -> Option<(usize, &ReportedCheck)> {
        let index = self
            .checks
            .binary_search_by(|check| check.id.as_str().cmp(&finding.check))
            .ok()?;
        Some((index, &self.checks[index]))
    }

    /// How many paths were skipped for each reason.
    pub(crate) fn skip_counts(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for skipped in &self.skipped {
            *counts.entry(skipped.reason.as_str()).or_default() += 1;
        }
        counts
    }
}

impl ReportedFile {
    /// The file of a step.
    pub(crate) fn page_of(&self, step: &FindingStep) -> &Page {
        let other = step
            .file
            .and_then(|path| self.others.get(Path::new(path.as_str())));
        other.unwrap_or(&self.page)
    }
}

impl Page {
    fn new(project: &Project, path: &Path, text: &str) -> Self {
        Page {
            shown: project.shown(path),
            name: project.name(path),
            rope: Rope::from_str(text),
        }
    }

    /// The place of a byte.
    pub(crate) fn place(&self, offset: u32, encoding: Encoding) -> Place {
        let place = position(&self.rope, offset, encoding);
        Place {
            line: place.line,
            column: place.character,
        }
    }

    /// The line of a byte, from one, as people count.
    pub(crate) fn line(&self, offset: u32) -> u32 {
        self.place(offset, Encoding::Utf32).line + 1
    }
}

/// The reports of the files with findings, worked out on all cores.
fn reported_files(project: &Project, scan: &ScanReport, selection: Selection) -> Vec<ReportedFile> {
    let (files, program) = (&scan.files, scan.program.clone());
    let all = || {
        let reported = |program: &mut Option<Program>, file| {
            reported_file(project, program.as_ref(), file, selection)
        };
        let found: Vec<_> = files.par_iter().map_with(program, reported).collect();
        found.into_iter().flatten().collect()
    };
    let pool = rayon::ThreadPoolBuilder::new()
        .stack_size(STACK_BYTES)
        .build();
    match pool {
        Ok(pool) => pool.install(all),
        // Those that there are must do.
        Err(_) => all(),
    }
}

/// The report of one file; `None` if nothing is reported of it.
fn reported_file(
    project: &Project,
    program: Option<&Program>,
    file: &ScannedFile,
    selection: Selection,
) -> Option<ReportedFile> {
    let shown: Vec<Finding> = file
        .report
        .shown()
        .into_iter()
        .filter(|finding| selection.shows(finding))
        .cloned()
        .collect();
    let source = file.source.as_ref().filter(|_| !shown.is_empty())?;
    // In a text that is no program there are secrets alone, and no fixes.
    let analysis = program.and_then(|program| program.analysis(&file.path));
    let secrets = match &analysis {
        Some(analysis) => analysis.secrets(),
        None => secrets_in(project, &file.path, &source.text),
    };
    let values: Vec<&str> = secrets
        .iter()
        .filter_map(|secret| source.text.get(secret.clone()))
        .filter(|value| !value.trim().is_empty())
        .collect();
    let hides = |fix: &Fix| {
        let mut texts = fix.edits.iter().map(|edit| &edit.text);
        !texts.any(|text| values.iter().any(|value| text.contains(value)))
    };
    let findings = shown
        .into_iter()
        .map(|finding| {
            let mut fixes = match (&analysis, selection.fixes) {
                (Some(analysis), Fixes::Proven) => proven_fixes(analysis, &file.report, &finding),
                _ => Vec::new(),
            };
            fixes.retain(&hides);
            ReportedFinding { finding, fixes }
        })
        .collect::<Vec<_>>();
    let steps = findings.iter().flat_map(|reported| {
        reported
            .finding
            .steps
            .iter()
            .chain(&reported.finding.related)
    });
    let others = steps.filter_map(|step| Some(PathBuf::from(step.file?.as_str())));
    let page = |path: PathBuf| {
        let text = program?.text(&path)?;
        let page = Page::new(project, &path, &text);
        Some((path, page))
    };
    let others = others
        .collect::<BTreeSet<_>>()
        .into_iter()
        .filter_map(page)
        .collect();
    Some(ReportedFile {
        page: Page::new(project, &file.path, &source.text),
        masked: MaskedText::new(&source.text, &secrets),
        findings,
        others,
    })
}

/// The bytes of the secrets in a version of the file at `path`, whatever the configuration hides: what is not reported
/// may still be a secret on a line that is shown.
pub(crate) fn secrets_in(project: &Project, path: &Path, text: &str) -> Vec<Range<usize>> {
    let name = project.name(path);
    if let Some(language) = Language::from_path(path) {
        let document = Document::parse(language, text);
        return analyze(path, &name, document, &Arc::default(), &project.rules).secrets();
    }
    let report = analyze_text(path, &name, text, &show_all(), &project.rules);
    let secrets = report.findings.iter().flat_map(|finding| &finding.secrets);
    secrets.map(|span| span.range()).collect()
}

/// Settings that hide nothing.
pub(crate) fn show_all() -> Arc<Settings> {
    Arc::new(Settings {
        severity_threshold: Severity::Low,
        confidence_threshold: Confidence::Low,
        ..Settings::default()
    })
}

/// The proven fixes of a finding of `report`, in order of preference.
pub(crate) fn proven_fixes(
    analysis: &Analysis,
    report: &FileReport,
    finding: &Finding,
) -> Vec<Fix> {
    if &*finding.check == UNUSED_SUPPRESSION {
        let unused = report
            .unused_suppressions
            .iter()
            .find(|unused| unused.finding == *finding && !unused.edits.is_empty());
        return unused
            .map(|unused| Fix {
                title: unused.title.clone(),
                safety: Safety::Safe,
                edits: unused.edits.clone(),
                companions: Vec::new(),
            })
            .into_iter()
            .collect();
    }
    // A proof analyses code that nobody wrote; an error in it costs the fix and nothing else.
    catch_unwind(AssertUnwindSafe(|| analysis.fixes(finding))).unwrap_or_default()
}

fn failure(project: &Project, path: &Path, message: String) -> Failure {
    Failure {
        shown: project.shown(path),
        name: project.name(path),
        message,
    }
}

fn failed_body(body: &str) -> String {
    if body.is_empty() {
        "internal error: the file was not analysed".to_owned()
    } else {
        format!("internal error: `{body}` was not analysed")
    }
}

fn checks(files: &[ReportedFile], rules: &SharedRules) -> Vec<ReportedCheck> {
    let mut checks: BTreeMap<&str, ReportedCheck> = BTreeMap::new();
    for reported in files.iter().flat_map(|file| &file.findings) {
        let id = &*reported.finding.check;
        checks.entry(id).or_insert_with(|| match rules.check(id) {
            Some(check) => ReportedCheck::of(check),
            None => ReportedCheck::unused_suppression(),
        });
    }
    checks.into_values().collect()
}

impl ReportedCheck {
    /// What a report says of a check.
    pub(crate) fn of(check: &Check) -> Self {
        let owasp = [("2021", &check.owasp_2021), ("2025", &check.owasp_2025)];
        ReportedCheck {
            id: check.id.to_string(),
            title: check.title.to_string(),
            cwe: check.cwe.clone(),
            owasp: owasp
                .into_iter()
                .filter(|(_, category)| !category.is_empty())
                .map(|(year, category)| format!("{category}:{year}"))
                .collect(),
            severity: check.severity,
            docs: check.docs.trim().to_owned(),
        }
    }

    /// The one check that no page describes: suppressions that suppress nothing.
    pub(crate) fn unused_suppression() -> Self {
        ReportedCheck {
            id: UNUSED_SUPPRESSION.to_owned(),
            title: "Unused suppression".to_owned(),
            cwe: Vec::new(),
            owasp: Vec::new(),
            severity: Severity::Low,
            docs: "A `tripline: ignore` comment that accepts no finding hides the next one that appears on its line. \
                   Remove the comment, or the id in it that is not needed."
                .to_owned(),
        }
    }
}

//! What is reported of a file: its findings after allowlist, suppressions and thresholds.

use std::path::Path;
use std::sync::Arc;

use tripline_ir::{BodyKey, BodyLayout, Call, ExprId, ExprKind, FileIr, FileSpan, Symbol};
use tripline_rules::{Confidence, Finding, RawFinding, Rules, Severity};

use crate::suppress::{Suppressed, Suppressions, UNUSED_SUPPRESSION, UnusedSuppression};
use crate::{Settings, SkipReason};

/// The suffix of an allowlist entry that holds for calls with a further argument.
const WITH_PARAMS: &str = " with params";

/// What is reported of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileReport {
    /// The findings that are shown, in source order.
    pub findings: Vec<Finding>,
    /// The findings that comments accept, in source order.
    pub suppressed: Vec<Suppressed>,
    /// Suppressions that suppress nothing, in source order.
    pub unused_suppressions: Vec<UnusedSuppression>,
    /// Why the file was not analysed, if it was not.
    pub skipped: Option<SkipReason>,
    /// Whether the file was too large or too costly to parse, so that nothing is known of it.
    pub is_truncated: bool,
    /// Paths of names of the bodies whose analysis failed by an error of this program, which lack findings.
    pub failed_bodies: Vec<String>,
}

impl FileReport {
    /// The report of a file that was not analysed.
    pub fn skipped(reason: SkipReason) -> Self {
        FileReport {
            skipped: Some(reason),
            ..FileReport::default()
        }
    }

    /// What to show, in source order: the findings and the reports of unused suppressions.
    pub fn shown(&self) -> Vec<&Finding> {
        let unused = self
            .unused_suppressions
            .iter()
            .map(|unused| &unused.finding);
        let mut shown: Vec<&Finding> = self.findings.iter().chain(unused).collect();
        shown.sort_by(|a, b| {
            (a.span, &a.check, a.fingerprint).cmp(&(b.span, &b.check, b.fingerprint))
        });
        shown
    }
}

/// What the analysis of a file yields before anything is filtered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Found {
    /// Every finding.
    pub(crate) findings: Vec<Finding>,
    /// The calls that findings speak of.
    pub(crate) calls: Vec<CallSite>,
    /// Path of names and place of the bodies whose analysis failed.
    pub(crate) failed: Vec<(String, FileSpan)>,
    /// Whether the file was too large or too costly to parse.
    pub(crate) is_truncated: bool,
}

/// A call that a finding speaks of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CallSite {
    check: Arc<str>,
    /// The primary span of the finding.
    span: FileSpan,
    callee: Symbol,
    body: BodyKey,
    expr: Option<ExprId>,
}

impl CallSite {
    /// The call of a finding, if it speaks of one.
    pub(crate) fn of(ir: &FileIr, finding: &RawFinding, rules: &Rules) -> Option<Self> {
        let fix = finding.fix.as_ref()?;
        let (body, span) = finding.primary;
        Some(CallSite {
            check: Arc::clone(&rules.checks().get(finding.check as usize)?.id),
            span: ir.body(body)?.resolve(span),
            callee: fix.callee?,
            body: fix.body,
            expr: fix.expr,
        })
    }
}

/// The report of the file at `path`, whose checks have the ids `known`.
pub(crate) fn report(
    path: &Path,
    ir: &FileIr,
    text: &str,
    found: Found,
    settings: &Settings,
    known: &[&str],
) -> FileReport {
    let Found {
        findings,
        calls,
        failed,
        is_truncated,
    } = found;
    let findings: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| {
            settings.runs(&finding.check, path) && !is_allowed(ir, finding, &calls, settings)
        })
        .map(|finding| with_severity(finding, settings))
        .collect();
    let mut suppressions = Suppressions::of(ir, text);
    let (mut findings, mut suppressed) = suppressions.apply(findings);
    let shows =
        |finding: &Finding| settings.shows(&finding.check, finding.severity, finding.confidence);
    findings.retain(shows);
    suppressed.retain(|suppressed| shows(&suppressed.finding));
    let mut unused_suppressions = Vec::new();
    if settings.runs(UNUSED_SUPPRESSION, path)
        && settings.shows(UNUSED_SUPPRESSION, Severity::Low, Confidence::High)
    {
        let broken: Vec<FileSpan> = failed
            .iter()
            .map(|(_, span)| *span)
            .chain(ir.errors.iter().copied())
            .collect();
        let judges = |check: &str| settings.runs(check, path);
        unused_suppressions = suppressions.unused(&judges, known, &broken);
    }
    FileReport {
        findings,
        suppressed,
        unused_suppressions,
        skipped: None,
        is_truncated,
        failed_bodies: failed.into_iter().map(|(path, _)| path).collect(),
    }
}

fn with_severity(mut finding: Finding, settings: &Settings) -> Finding {
    if let Some(severity) = settings
        .checks
        .get(&*finding.check)
        .and_then(|check| check.severity)
    {
        finding.severity = severity;
    }
    finding
}

/// Whether the allowlist says that the call of a finding is safe.
fn is_allowed(ir: &FileIr, finding: &Finding, calls: &[CallSite], settings: &Settings) -> bool {
    let mut entries = settings.allowed(&finding.check).peekable();
    if entries.peek().is_none() {
        return false;
    }
    let calls: Vec<&CallSite> = calls
        .iter()
        .filter(|call| call.span == finding.span && call.check == finding.check)
        .collect();
    entries.any(|entry| {
        calls
            .iter()
            .any(|call| match entry.strip_suffix(WITH_PARAMS) {
                None => *call.callee == *entry,
                Some(name) => {
                    let place = ir.body(call.body).zip(call.expr);
                    *call.callee == *name
                        && place.is_some_and(|(layout, expr)| has_params(layout, expr))
                }
            })
    })
}

/// Whether a call, or the call that takes its result, has a further argument; a call of a method of the result is one
/// that takes it.
fn has_params(layout: &BodyLayout, id: ExprId) -> bool {
    let body = &layout.body;
    let call_of = |id: ExprId| match body.exprs.get(id.0 as usize).map(|expr| &expr.kind) {
        Some(ExprKind::Call(call)) => Some(call),
        _ => None,
    };
    if call_of(id).is_some_and(|call| call.args.len() > 1) {
        return true;
    }
    let takes = |call: &Call| {
        let as_argument = call.args.len() > 1 && call.args.iter().any(|arg| arg.value == id);
        let as_receiver = !call.args.is_empty()
            && matches!(body.expr(call.callee).kind, ExprKind::Attribute { base, .. } if base == id);
        as_argument || as_receiver
    };
    (0..body.exprs.len()).any(|index| call_of(ExprId(index as u32)).is_some_and(takes))
}

//! The proof of a candidate.

use std::collections::BTreeMap;
use std::sync::Arc;

use tripline_ir::{FileIr, FileSpan, lower};
use tripline_rules::{Finding, Fingerprint};
use tripline_syntax::{Document, OverlapError, TextEdit};

use crate::{Analyze, Fix, Source, propose};

/// Why a candidate is no fix.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Its edits contradict each other.
    #[error(transparent)]
    Overlap(#[from] OverlapError),
    /// It changes nothing.
    #[error("the fix changes nothing")]
    NoChange,
    /// The text parses worse than before.
    #[error("the fixed text has a syntax error")]
    SyntaxError,
    /// The finding is still there.
    #[error("the finding is still there after the fix")]
    StillThere,
    /// There is a finding that was not there.
    #[error("the fix brings a new finding of {check}")]
    NewFinding {
        /// Its check.
        check: Arc<str>,
    },
    /// The fixed text would be fixed again.
    #[error("applying the fix twice changes the text again")]
    NotIdempotent,
}

/// The fixes of a finding that are proven, best first. `before` are all findings of the file.
pub fn fixes(
    source: &Source<'_>,
    finding: &Finding,
    before: &[Finding],
    analyze: &Analyze<'_>,
) -> Vec<Fix> {
    propose(source, finding)
        .iter()
        .filter_map(|candidate| prove(source, finding, before, candidate, analyze).ok())
        .collect()
}

/// Applies a candidate to a copy of the file and analyses that. It is a fix if the finding is gone, there is no finding
/// that was not there before, the copy has no more syntax errors, and nothing is left to be fixed for the finding.
pub fn prove(
    source: &Source<'_>,
    finding: &Finding,
    before: &[Finding],
    candidate: &Fix,
    analyze: &Analyze<'_>,
) -> Result<Fix, Refusal> {
    let copy = Copy::new(source, &candidate.edits)?;
    let after = analyze(&copy.document, &copy.ir);
    let was_there = overlapping(before, finding, finding.span);
    let place = moved(finding.span, &candidate.edits);
    let is_there = overlapping(&after, finding, place);
    let of_check = |findings: &[Finding]| {
        findings
            .iter()
            .filter(|other| other.check == finding.check)
            .count()
    };
    if is_there >= was_there.max(1) || of_check(&after) >= of_check(before).max(1) {
        return Err(Refusal::StillThere);
    }
    nothing_new(before, &after)?;
    let result = Source {
        path: source.path,
        document: &copy.document,
        ir: &copy.ir,
    };
    let again = after
        .iter()
        .filter(|other| other.check == finding.check && touches(other.span, place));
    if again
        .flat_map(|other| propose(&result, other))
        .any(|fix| fix.title == candidate.title)
        && was_there < 2
    {
        return Err(Refusal::NotIdempotent);
    }
    Ok(candidate.clone())
}

/// A version of a file after edits.
pub(crate) struct Copy {
    pub(crate) document: Document,
    pub(crate) ir: FileIr,
}

impl Copy {
    /// Fails if the edits overlap, change nothing, or break the syntax.
    pub(crate) fn new(source: &Source<'_>, edits: &[TextEdit]) -> Result<Self, Refusal> {
        let document = source.document.edited_at_once(edits)?;
        if document.text() == source.document.text() {
            return Err(Refusal::NoChange);
        }
        if document.error_count() > source.document.error_count() || document.is_truncated() {
            return Err(Refusal::SyntaxError);
        }
        let ir = lower::lower_edited(&document, source.document, source.ir);
        Ok(Copy { document, ir })
    }
}

/// Fails if some finding of `after` was not in `before`.
pub(crate) fn nothing_new(before: &[Finding], after: &[Finding]) -> Result<(), Refusal> {
    let mut known: BTreeMap<(&str, Fingerprint), usize> = BTreeMap::new();
    for finding in before {
        *known
            .entry((&finding.check, finding.fingerprint))
            .or_default() += 1;
    }
    for finding in after {
        match known.get_mut(&(&*finding.check, finding.fingerprint)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => {
                return Err(Refusal::NewFinding {
                    check: Arc::clone(&finding.check),
                });
            }
        }
    }
    Ok(())
}

fn overlapping(findings: &[Finding], like: &Finding, span: FileSpan) -> usize {
    findings
        .iter()
        .filter(|other| {
            other.check == like.check && other.rule == like.rule && touches(other.span, span)
        })
        .count()
}

fn touches(one: FileSpan, other: FileSpan) -> bool {
    one.start < other.end.max(other.start + 1) && other.start < one.end.max(one.start + 1)
}

/// Where a span is after the edits.
fn moved(span: FileSpan, edits: &[TextEdit]) -> FileSpan {
    let at = |offset: u32, is_end: bool| {
        let (mut added, mut removed) = (0, 0);
        for edit in edits {
            let is_before = edit.range.end <= offset && (is_end || edit.range.start < offset);
            if is_before {
                added += edit.text.len() as u32;
                removed += edit.range.end - edit.range.start;
            }
        }
        (offset + added).saturating_sub(removed)
    };
    let start = at(span.start, false);
    FileSpan {
        start,
        end: at(span.end, true).max(start),
    }
}

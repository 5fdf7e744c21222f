//! Every fix of a file.

use std::sync::Arc;

use tripline_ir::FileIr;
use tripline_rules::{Finding, Fingerprint, Safety};
use tripline_syntax::{Document, TextEdit};

use crate::prove::{Copy, nothing_new};
use crate::{Analyze, Companion, Source, diff, fixes, imports};

/// Most rounds; each applies what does not overlap.
const MAX_ROUNDS: usize = 10;

/// Which fixes to apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those that keep the behaviour for benign input.
    SafeOnly,
    /// Those with an assumption as well; of several for one finding, the first.
    SafeAndReview,
}

/// What applying every fix of a file does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FixAll {
    /// The text with all fixes.
    pub text: String,
    /// From the original text to that: in order, without overlap, in whole lines.
    pub edits: Vec<TextEdit>,
    /// What was fixed, in the order in which it was.
    pub applied: Vec<Applied>,
    /// What the fixes need in other files, sorted, each once.
    pub companions: Vec<Companion>,
}

/// A fix that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The check of the finding.
    pub check: Arc<str>,
    /// The finding.
    pub fingerprint: Fingerprint,
    /// The title of the fix.
    pub title: String,
}

/// Applies proven fixes until none is left. `before` are all findings of the file.
pub fn fix_all(
    source: &Source<'_>,
    before: &[Finding],
    which: Scope,
    analyze: &Analyze<'_>,
) -> FixAll {
    let original = source.document.text();
    let mut document: Document = source.document.clone();
    let mut ir: FileIr = source.ir.clone();
    let mut findings = before.to_vec();
    let mut all = FixAll::default();
    for _ in 0..MAX_ROUNDS {
        let version = Source {
            path: source.path,
            document: &document,
            ir: &ir,
        };
        let Some(round) = round(&version, &findings, which, analyze) else {
            break;
        };
        all.applied.extend(round.applied);
        all.companions.extend(round.companions);
        document = round.copy.document;
        ir = round.copy.ir;
        findings = round.findings;
    }
    all.companions.sort();
    all.companions.dedup();
    all.edits = diff::line_edits(original, document.text());
    all.text = document.text().to_string();
    all
}

struct Round {
    copy: Copy,
    findings: Vec<Finding>,
    applied: Vec<Applied>,
    companions: Vec<Companion>,
}

/// Applies the fixes that do not overlap; where they do not fit together, the first alone.
fn round(
    source: &Source<'_>,
    findings: &[Finding],
    which: Scope,
    analyze: &Analyze<'_>,
) -> Option<Round> {
    let mut chosen = Vec::new();
    let mut edits: Vec<TextEdit> = Vec::new();
    for finding in findings {
        let wanted = fixes(source, finding, findings, analyze)
            .into_iter()
            .find(|fix| which == Scope::SafeAndReview || fix.safety == Safety::Safe);
        let Some(fix) = wanted else {
            continue;
        };
        if fix
            .edits
            .iter()
            .all(|edit| edits.contains(edit) || !edits.iter().any(|other| overlap(edit, other)))
        {
            edits.extend(
                fix.edits
                    .iter()
                    .filter(|edit| !edits.contains(edit))
                    .cloned()
                    .collect::<Vec<_>>(),
            );
            chosen.push((finding, fix));
        }
    }
    let mut attempt = applied(source, findings, &edits, analyze);
    if attempt.is_none() && chosen.len() > 1 {
        chosen.truncate(1);
        attempt = applied(source, findings, &chosen[0].1.edits, analyze);
    }
    let (copy, findings) = attempt?;
    let report = |(finding, fix): &(&Finding, crate::Fix)| Applied {
        check: Arc::clone(&finding.check),
        fingerprint: finding.fingerprint,
        title: fix.title.clone(),
    };
    Some(Round {
        applied: chosen.iter().map(report).collect(),
        companions: chosen
            .iter()
            .flat_map(|(_, fix)| fix.companions.clone())
            .collect(),
        copy,
        findings,
    })
}

fn applied(
    source: &Source<'_>,
    findings: &[Finding],
    edits: &[TextEdit],
    analyze: &Analyze<'_>,
) -> Option<(Copy, Vec<Finding>)> {
    if edits.is_empty() {
        return None;
    }
    let mut copy = Copy::new(source, edits).ok()?;
    let version = Source {
        path: source.path,
        document: &copy.document,
        ir: &copy.ir,
    };
    // Each fix alone leaves the import to the others.
    if let Some(orphans) = imports::orphaned(source, &version).finish(copy.document.text()) {
        copy = Copy::new(&version, &orphans).ok()?;
    }
    let after = analyze(&copy.document, &copy.ir);
    nothing_new(findings, &after).ok()?;
    (after.len() < findings.len()).then_some((copy, after))
}

/// Whether two edits cannot be applied together. Insertions at one place can.
fn overlap(one: &TextEdit, other: &TextEdit) -> bool {
    one.range.start < other.range.end && other.range.start < one.range.end
        || one.range.is_empty()
            && other.range.start < one.range.start
            && one.range.start < other.range.end
        || other.range.is_empty()
            && one.range.start < other.range.start
            && other.range.start < one.range.end
}

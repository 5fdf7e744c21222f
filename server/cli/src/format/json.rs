//! Tripline's own JSON, in a shape that does not change within one `version`.
//!
//! Lines and columns count from one, columns in Unicode scalar values; offsets are bytes from zero; an end is exclusive.

use std::io::Write;

use serde_json::{Value, json};
use tripline_fix::Fix;
use tripline_rules::{FindingStep, Safety, StepKind};
use tripline_syntax::Encoding;

use super::{confidence_name, severity_name};
use crate::error::Error;
use crate::output::Output;
use crate::report::{Page, Report, ReportedFile, ReportedFinding};

pub(super) fn write(report: &Report, output: &mut Output) -> Result<(), Error> {
    let findings: Vec<Value> = report
        .findings()
        .map(|(file, reported)| finding(report, file, reported))
        .collect();
    let severities: serde_json::Map<String, Value> = report
        .severities()
        .into_iter()
        .map(|(severity, count)| (severity_name(severity).to_owned(), json!(count)))
        .collect();
    let whole = json!({
        "version": 1,
        "tool": { "name": "tripline", "version": env!("CARGO_PKG_VERSION") },
        "summary": {
            "files": report.scanned,
            "lines": report.lines,
            "findings": report.count(),
            "suppressed": report.suppressed,
            "severities": severities,
        },
        "findings": findings,
        "skipped": report.skipped.iter().map(|skipped| json!({
            "path": skipped.shown,
            "reason": skipped.reason,
        })).collect::<Vec<_>>(),
        "errors": report.errors.iter().map(|error| json!({
            "path": error.shown,
            "message": error.message,
        })).collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *output, &whole).map_err(std::io::Error::from)?;
    writeln!(output)?;
    Ok(())
}

fn finding(report: &Report, file: &ReportedFile, reported: &ReportedFinding) -> Value {
    let finding = &reported.finding;
    let check = report.check(finding).map(|(_, check)| check);
    json!({
        "check": *finding.check,
        "rule": *finding.rule,
        "title": *finding.title,
        "message": finding.message,
        "help": finding.help,
        "severity": severity_name(finding.severity),
        "confidence": confidence_name(finding.confidence),
        "cwe": check.map(|check| check.cwe.as_slice()).unwrap_or_default(),
        "owasp": check.map(|check| check.owasp.as_slice()).unwrap_or_default(),
        "path": file.page.shown,
        "range": range(&file.page, finding.span.start, finding.span.end),
        "source": file.masked.line_of(&finding.span.range()),
        "steps": finding.steps.iter().map(|step| self::step(file, step)).collect::<Vec<_>>(),
        "related": finding.related.iter().map(|step| self::step(file, step)).collect::<Vec<_>>(),
        "fingerprint": finding.fingerprint.to_string(),
        "fixes": reported.fixes.iter().map(|fix| self::fix(file, fix)).collect::<Vec<_>>(),
    })
}

fn step(file: &ReportedFile, step: &FindingStep) -> Value {
    let kind = match step.kind {
        StepKind::Source => "source",
        StepKind::Intermediate => "intermediate",
        StepKind::Sink => "sink",
    };
    let page = file.page_of(step);
    json!({
        "kind": kind,
        "message": step.message,
        "path": page.shown,
        "range": range(page, step.span.start, step.span.end),
    })
}

fn fix(file: &ReportedFile, fix: &Fix) -> Value {
    let safety = match fix.safety {
        Safety::Safe => "safe",
        Safety::Review => "review",
    };
    json!({
        "title": fix.title,
        "safety": safety,
        "edits": fix.edits.iter().map(|edit| json!({
            "range": range(&file.page, edit.range.start, edit.range.end),
            "text": edit.text,
        })).collect::<Vec<_>>(),
        "companions": fix.companions.iter().map(|companion| json!({
            "file": companion.file,
            "line": companion.line,
        })).collect::<Vec<_>>(),
    })
}

fn range(page: &Page, start: u32, end: u32) -> Value {
    let place = |offset: u32| {
        let place = page.place(offset, Encoding::Utf32);
        json!({ "line": place.line + 1, "column": place.column + 1, "offset": offset })
    };
    json!({ "start": place(start), "end": place(end) })
}

//! SARIF 2.1.0, as code scanning services read it.

use std::io::Write;

use serde_json::{Value, json};
use tripline_fix::Fix;
use tripline_rules::{Confidence, FindingStep, Severity};
use tripline_syntax::Encoding;

use super::severity_name;
use crate::error::Error;
use crate::output::Output;
use crate::project::Project;
use crate::report::{Page, Report, ReportedCheck, ReportedFile, ReportedFinding};

/// The name of the base that locations are relative to.
const ROOT: &str = "SRCROOT";

pub(super) fn write(report: &Report, project: &Project, output: &mut Output) -> Result<(), Error> {
    let results: Vec<Value> = report
        .findings()
        .map(|(file, reported)| result(report, file, reported))
        .collect();
    let skipped = report.skipped.iter().map(|skipped| {
        let text = format!("Skipped {}: {}", skipped.name, skipped.reason);
        notification("note", &text, &skipped.name)
    });
    let errors = report
        .errors
        .iter()
        .map(|error| notification("error", &error.message, &error.name));
    let notifications: Vec<Value> = errors.chain(skipped).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "Tripline",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "informationUri": "https://tripline.dev",
                    "rules": report.checks.iter().map(rule).collect::<Vec<_>>(),
                }
            },
            "columnKind": "utf16CodeUnits",
            "originalUriBaseIds": { ROOT: { "uri": folder_uri(&project.root.to_string_lossy()) } },
            "invocations": [{
                "executionSuccessful": report.errors.is_empty(),
                "toolExecutionNotifications": notifications,
            }],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *output, &log).map_err(std::io::Error::from)?;
    writeln!(output)?;
    Ok(())
}

fn rule(check: &ReportedCheck) -> Value {
    let mut tags = vec!["security".to_owned()];
    tags.extend(
        check
            .cwe
            .iter()
            .map(|cwe| format!("external/cwe/cwe-{cwe:03}")),
    );
    tags.extend(
        check
            .owasp
            .iter()
            .map(|category| format!("external/owasp/{category}")),
    );
    json!({
        "id": check.id,
        "name": check.title,
        "shortDescription": { "text": check.title },
        "fullDescription": { "text": first_paragraph(&check.docs) },
        "help": { "text": check.docs, "markdown": check.docs },
        "helpUri": format!("https://tripline.dev/checks/{}", check.id),
        "defaultConfiguration": { "level": level(check.severity) },
        "properties": {
            "tags": tags,
            "precision": "high",
            "security-severity": security_severity(check.severity),
        },
    })
}

fn result(report: &Report, file: &ReportedFile, reported: &ReportedFinding) -> Value {
    let finding = &reported.finding;
    let text = if finding.help.is_empty() {
        format!("{}: {}.", finding.title, finding.message)
    } else {
        format!("{}: {}. {}", finding.title, finding.message, finding.help)
    };
    let mut result = json!({
        "ruleId": *finding.check,
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location(&file.page, finding.span.start, finding.span.end) }],
        "partialFingerprints": { "tripline/v1": finding.fingerprint.to_string() },
        "properties": {
            "severity": severity_name(finding.severity),
            "precision": precision(finding.confidence),
            "security-severity": security_severity(finding.severity),
        },
    });
    if let Some((index, _)) = report.check(finding) {
        result["ruleIndex"] = json!(index);
    }
    if !finding.steps.is_empty() {
        let steps: Vec<Value> = finding
            .steps
            .iter()
            .map(|step| json!({ "location": flow_location(file, step) }))
            .collect();
        result["codeFlows"] = json!([{ "threadFlows": [{ "locations": steps }] }]);
    }
    if !finding.related.is_empty() {
        let related: Vec<Value> = finding
            .related
            .iter()
            .map(|step| flow_location(file, step))
            .collect();
        result["relatedLocations"] = json!(related);
    }
    if !reported.fixes.is_empty() {
        let fixes: Vec<Value> = reported
            .fixes
            .iter()
            .map(|fix| self::fix(file, fix))
            .collect();
        result["fixes"] = json!(fixes);
    }
    result
}

fn flow_location(file: &ReportedFile, step: &FindingStep) -> Value {
    json!({
        "physicalLocation": location(file.page_of(step), step.span.start, step.span.end),
        "message": { "text": step.message },
    })
}

fn location(page: &Page, start: u32, end: u32) -> Value {
    json!({
        "artifactLocation": artifact(&page.name),
        "region": region(page, start, end),
    })
}

fn artifact(name: &str) -> Value {
    if name.starts_with('/') {
        json!({ "uri": format!("file://{}", encoded(name)) })
    } else {
        json!({ "uri": encoded(name), "uriBaseId": ROOT })
    }
}

fn region(page: &Page, start: u32, end: u32) -> Value {
    let first = page.place(start, Encoding::Utf16);
    let last = page.place(end, Encoding::Utf16);
    json!({
        "startLine": first.line + 1,
        "startColumn": first.column + 1,
        "endLine": last.line + 1,
        "endColumn": last.column + 1,
    })
}

fn fix(file: &ReportedFile, fix: &Fix) -> Value {
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| {
            json!({
                "deletedRegion": region(&file.page, edit.range.start, edit.range.end),
                "insertedContent": { "text": edit.text },
            })
        })
        .collect();
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{
            "artifactLocation": artifact(&file.page.name),
            "replacements": replacements,
        }],
    })
}

fn notification(level: &str, text: &str, name: &str) -> Value {
    json!({
        "level": level,
        "message": { "text": text },
        "locations": [{ "physicalLocation": { "artifactLocation": artifact(name) } }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low => "note",
    }
}

/// The score by which GitHub code scanning ranks: over 9.0 is critical, 7.0 high, 4.0 medium.
fn security_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
    }
}

fn precision(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "very-high",
        Confidence::Medium => "high",
        Confidence::Low => "low",
    }
}

fn first_paragraph(docs: &str) -> String {
    let paragraph = docs
        .split("\n\n")
        .map(str::trim)
        .find(|paragraph| !paragraph.is_empty() && !paragraph.starts_with('#'))
        .unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A path as part of a URI.
fn encoded(path: &str) -> String {
    use std::fmt::Write;

    let mut result = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            result.push(char::from(byte));
        } else {
            // A string never refuses text.
            let _written = write!(result, "%{byte:02X}");
        }
    }
    result
}

fn folder_uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.trim_matches('/');
    format!("file:///{}/", encoded(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_percent_encoded() {
        assert_eq!(encoded("src/a b/ü.py"), "src/a%20b/%C3%BC.py");
        assert_eq!(folder_uri("/w/x y"), "file:///w/x%20y/");
    }
}

//! The code quality report of GitLab.

use std::io::Write;

use serde_json::{Value, json};
use tripline_rules::Severity;

use crate::error::Error;
use crate::output::Output;
use crate::report::Report;

pub(super) fn write(report: &Report, output: &mut Output) -> Result<(), Error> {
    let issues: Vec<Value> = report
        .findings()
        .map(|(file, reported)| {
            let finding = &reported.finding;
            let severity = match finding.severity {
                Severity::Critical => "blocker",
                Severity::High => "critical",
                Severity::Medium => "major",
                Severity::Low => "minor",
            };
            json!({
                "description": format!("{}: {}", finding.title, finding.message),
                "check_name": *finding.check,
                "fingerprint": finding.fingerprint.to_string(),
                "severity": severity,
                "location": {
                    "path": file.page.name,
                    "lines": { "begin": file.page.line(finding.span.start), "end": file.page.line(finding.span.end) },
                },
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *output, &issues).map_err(std::io::Error::from)?;
    writeln!(output)?;
    Ok(())
}

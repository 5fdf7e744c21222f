//! Text for a pipe.

use std::io::Write;

use super::{counted, severity_name};
use crate::error::Error;
use crate::output::Output;
use crate::report::{Report, ReportedFile, ReportedFinding};

/// Where the text of a finding starts, in columns.
const INDENT: &str = "         ";

pub(super) fn write(report: &Report, output: &mut Output) -> Result<(), Error> {
    for file in &report.files {
        writeln!(output, "{}", file.page.shown)?;
        for reported in &file.findings {
            finding(file, reported, output)?;
        }
        writeln!(output)?;
    }
    summary(report, output)
}

fn finding(
    file: &ReportedFile,
    reported: &ReportedFinding,
    output: &mut Output,
) -> Result<(), Error> {
    let finding = &reported.finding;
    let label = format!("[{}]", severity_name(finding.severity).to_uppercase());
    let line = file.page.line(finding.span.start);
    writeln!(
        output,
        "{label:8} Line {line} — {}: {}",
        finding.title, finding.message
    )?;
    writeln!(
        output,
        "{INDENT}{}",
        file.masked.line_of(&finding.span.range())
    )?;
    if !finding.help.is_empty() {
        writeln!(output, "{INDENT}→ {}", finding.help)?;
    }
    Ok(())
}

/// Says how many findings there are, what was skipped, and why.
pub(super) fn summary(report: &Report, output: &mut Output) -> Result<(), Error> {
    let skips: Vec<String> = report
        .skip_counts()
        .into_iter()
        .map(|(reason, count)| format!("{count} {reason}"))
        .collect();
    if !skips.is_empty() {
        let what = counted(report.skipped.len(), "path");
        writeln!(output, "Skipped {what}: {}.", skips.join(", "))?;
    }
    if report.suppressed > 0 {
        writeln!(
            output,
            "Suppressed by comments: {}.",
            counted(report.suppressed, "finding")
        )?;
    }
    if report.count() == 0 {
        writeln!(output, "No issues found. (0 findings)")?;
        return Ok(());
    }
    let severities: Vec<String> = report
        .severities()
        .into_iter()
        .map(|(severity, count)| format!("{count} {}", severity_name(severity)))
        .collect();
    writeln!(
        output,
        "{} in {} ({}); {} scanned.",
        counted(report.count(), "finding"),
        counted(report.files.len(), "file"),
        severities.join(", "),
        counted(report.scanned, "file")
    )?;
    Ok(())
}

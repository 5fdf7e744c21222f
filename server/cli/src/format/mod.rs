//! The formats in which a report is shown.

mod github;
mod gitlab;
mod json;
mod junit;
mod markdown;
mod sarif;
mod terminal;
mod text;

use crate::arguments::Format;
use crate::error::Error;
use crate::output::Output;
use crate::project::Project;
use crate::report::Report;

/// Writes a report.
pub(crate) fn write(
    format: Format,
    report: &Report,
    project: &Project,
    output: &mut Output,
) -> Result<(), Error> {
    match format {
        Format::Text if output.is_terminal() => terminal::write(report, output),
        Format::Text => text::write(report, output),
        Format::Json => json::write(report, output),
        Format::Sarif => sarif::write(report, project, output),
        Format::Github => github::write(report, output),
        Format::Gitlab => gitlab::write(report, output),
        Format::Junit => junit::write(report, output),
        Format::Markdown => markdown::write(report, output),
    }
}

/// A severity as it is written everywhere.
pub(crate) fn severity_name(severity: tripline_rules::Severity) -> &'static str {
    match severity {
        tripline_rules::Severity::Low => "low",
        tripline_rules::Severity::Medium => "medium",
        tripline_rules::Severity::High => "high",
        tripline_rules::Severity::Critical => "critical",
    }
}

/// A confidence as it is written everywhere.
fn confidence_name(confidence: tripline_rules::Confidence) -> &'static str {
    match confidence {
        tripline_rules::Confidence::Low => "low",
        tripline_rules::Confidence::Medium => "medium",
        tripline_rules::Confidence::High => "high",
    }
}

/// `1 finding`, `2 findings`.
pub(crate) fn counted(count: usize, singular: &str) -> String {
    if count == 1 {
        format!("1 {singular}")
    } else {
        format!("{count} {singular}s")
    }
}

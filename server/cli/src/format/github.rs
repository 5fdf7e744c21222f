//! Annotations of a GitHub Actions run.

use std::io::Write;

use tripline_rules::Severity;
use tripline_syntax::Encoding;

use super::text;
use crate::error::Error;
use crate::output::Output;
use crate::report::Report;

pub(super) fn write(report: &Report, output: &mut Output) -> Result<(), Error> {
    for (file, reported) in report.findings() {
        let finding = &reported.finding;
        let command = match finding.severity {
            Severity::Critical | Severity::High => "error",
            Severity::Medium => "warning",
            Severity::Low => "notice",
        };
        let start = file.page.place(finding.span.start, Encoding::Utf32);
        let end = file.page.place(finding.span.end, Encoding::Utf32);
        writeln!(
            output,
            "::{command} file={},line={},endLine={},col={},title={}::{}",
            property(&file.page.name),
            start.line + 1,
            end.line + 1,
            start.column + 1,
            property(&format!("{} ({})", finding.title, finding.check)),
            message(&format!("{}. {}", finding.message, finding.help))
        )?;
    }
    text::summary(report, output)
}

/// The text of a command, escaped as its syntax asks for.
fn message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property of a command.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

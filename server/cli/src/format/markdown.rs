//! A table for a comment or a summary.

use std::io::Write;

use super::{confidence_name, counted, severity_name};
use crate::error::Error;
use crate::output::Output;
use crate::report::Report;

pub(super) fn write(report: &Report, output: &mut Output) -> Result<(), Error> {
    if report.count() == 0 {
        writeln!(output, "No issues found. (0 findings)")?;
        return Ok(());
    }
    writeln!(output, "**{}**", counted(report.count(), "finding"))?;
    writeln!(output)?;
    writeln!(
        output,
        "| severity | confidence | place | finding | instead |"
    )?;
    writeln!(output, "| --- | --- | --- | --- | --- |")?;
    for (file, reported) in report.findings() {
        let finding = &reported.finding;
        writeln!(
            output,
            "| {} | {} | `{}:{}` | {} | {} |",
            severity_name(finding.severity),
            confidence_name(finding.confidence),
            cell(&file.page.shown),
            file.page.line(finding.span.start),
            cell(&format!(
                "{}: {} (`{}`)",
                finding.title, finding.message, finding.check
            )),
            cell(&finding.help)
        )?;
    }
    Ok(())
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}

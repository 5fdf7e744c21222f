//! A test report: each file is a test suite, each finding a failed case.

use std::io::Write;

use crate::error::Error;
use crate::output::Output;
use crate::report::Report;

pub(super) fn write(report: &Report, output: &mut Output) -> Result<(), Error> {
    let count = report.count();
    writeln!(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        output,
        "<testsuites name=\"tripline\" tests=\"{count}\" failures=\"{count}\">"
    )?;
    for file in &report.files {
        let number = file.findings.len();
        let name = escaped(&file.page.name);
        writeln!(
            output,
            "  <testsuite name=\"{name}\" tests=\"{number}\" failures=\"{number}\">"
        )?;
        for reported in &file.findings {
            let finding = &reported.finding;
            let line = file.page.line(finding.span.start);
            let case = escaped(&format!("{} at line {line}", finding.check));
            writeln!(
                output,
                "    <testcase name=\"{case}\" classname=\"{name}\">"
            )?;
            writeln!(
                output,
                "      <failure message=\"{}\">{}</failure>",
                escaped(&format!("{}: {}", finding.title, finding.message)),
                escaped(&format!("{}:{line}: {}", file.page.name, finding.help))
            )?;
            writeln!(output, "    </testcase>")?;
        }
        writeln!(output, "  </testsuite>")?;
    }
    writeln!(output, "</testsuites>")?;
    Ok(())
}

/// Text as XML content or in an attribute; control characters, which XML cannot hold, as spaces.
fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => result.push_str("&amp;"),
            '<' => result.push_str("&lt;"),
            '>' => result.push_str("&gt;"),
            '"' => result.push_str("&quot;"),
            char if char.is_control() => result.push(' '),
            char => result.push(char),
        }
    }
    result
}

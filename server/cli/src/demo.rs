//! `tripline demo`: the two-minute check that a newcomer makes.

use std::fs;
use std::io::Write;

use tripline_fix::Scope;
use tripline_rules::{Confidence, Severity};
use tripline_workspace::ScanReport;

use crate::Outcome;
use crate::arguments::{DemoArguments, Format};
use crate::error::Error;
use crate::format;
use crate::output::Output;
use crate::patch::Patches;
use crate::project::{Overrides, Project};
use crate::report::{Fixes, Report, Selection};

/// The vulnerable project: name and text of each file.
const PROJECT: [(&str, &str); 3] = [
    ("users.py", include_str!("demo/users.py.txt")),
    ("server.js", include_str!("demo/server.js.txt")),
    ("store.go", include_str!("demo/store.go.txt")),
];

/// Writes a vulnerable project, scans it, fixes it and scans it again.
pub(crate) fn run(arguments: &DemoArguments, output: &mut Output) -> Result<Outcome, Error> {
    let scratch = tempfile::Builder::new()
        .prefix("tripline-demo-")
        .tempdir()
        .map_err(|error| Error::file("write to", std::env::temp_dir(), error))?;
    let folder = scratch.path().to_owned();
    for (name, text) in PROJECT {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| Error::file("write", &path, error))?;
    }
    let mut project = Project::open(folder.clone(), &[], &Overrides::default())?;
    writeln!(output, "A small project in {}:", folder.display())?;
    writeln!(output)?;
    writeln!(output, "$ tripline scan")?;
    let found = project.scan(vec![folder.clone()], 0, &|_| ());
    show(&project, &found, output)?;

    writeln!(output)?;
    writeln!(output, "$ tripline scan --fix --review-fixes --dry-run")?;
    let patches = Patches::of(&project, &found, Scope::SafeAndReview);
    patches.show(&project, output)?;

    writeln!(output)?;
    writeln!(output, "$ tripline scan --fix --review-fixes")?;
    patches.apply()?;
    patches.summarize(&project, output)?;
    let left = project.scan(vec![folder.clone()], 0, &|_| ());
    let report = show(&project, &left, output)?;
    let is_clean = report.count() == 0;
    if arguments.keep {
        let kept = scratch.keep();
        writeln!(output)?;
        writeln!(output, "The project is kept in {}", kept.display())?;
    }
    Ok(if is_clean {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

fn show(project: &Project, scanned: &ScanReport, output: &mut Output) -> Result<Report, Error> {
    let selection = Selection {
        severity: Severity::Low,
        confidence: Confidence::Low,
        fixes: Fixes::Omitted,
    };
    let report = Report::new(project, scanned, selection);
    format::write(Format::Text, &report, project, output)?;
    Ok(report)
}

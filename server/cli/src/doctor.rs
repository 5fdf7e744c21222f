//! `tripline doctor`.

use std::io::Write;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use tripline_syntax::Language;
use tripline_workspace::{ScanRequest, scan};

use crate::Outcome;
use crate::error::Error;
use crate::output::Output;
use crate::project::{Overrides, Project, absolute, current_folder};

/// Shows what is installed, what is configured and what would be scanned.
pub(crate) fn run(folder: Option<&Path>, output: &mut Output) -> Result<Outcome, Error> {
    let current = current_folder()?;
    let folder = absolute(&current, folder.unwrap_or(Path::new(".")));
    writeln!(output, "tripline {}", env!("CARGO_PKG_VERSION"))?;
    if let Ok(program) = std::env::current_exe() {
        writeln!(output, "program        {}", program.display())?;
    }
    let mut project = Project::open(
        current,
        std::slice::from_ref(&folder),
        &Overrides::default(),
    )?;
    let languages: Vec<&str> = Language::ALL
        .iter()
        .map(|language| language.name())
        .collect();
    writeln!(output, "languages      {}", languages.join(", "))?;
    let ids: Vec<&str> = project
        .rules
        .checks()
        .iter()
        .map(|check| &*check.id)
        .collect();
    writeln!(output, "checks         {} ({})", ids.len(), ids.join(", "))?;
    writeln!(output, "root           {}", project.root.display())?;
    let sources: Vec<String> = project
        .config
        .sources()
        .filter(|source| source.exists())
        .map(|source| source.display().to_string())
        .collect();
    let configuration = if sources.is_empty() {
        "none; the defaults hold".to_owned()
    } else {
        sources.join(", ")
    };
    writeln!(output, "configuration  {configuration}")?;
    let request = ScanRequest {
        paths: vec![folder],
        rules: project.rules.clone(),
        threads: 0,
    };
    let report = scan(
        &project.files,
        &request,
        &mut project.config,
        &|_| (),
        &AtomicBool::new(false),
    );
    project.accept_config()?;
    writeln!(
        output,
        "files          {} with {} lines",
        report.files.len(),
        report.lines
    )?;
    for (reason, count) in report.skip_counts() {
        writeln!(output, "skipped        {count} {reason}")?;
    }
    for unreadable in &report.unreadable {
        writeln!(output, "unreadable     {unreadable}")?;
    }
    writeln!(
        output,
        "editors        start `tripline lsp`; editors/ has the settings of each"
    )?;
    Ok(if report.unreadable.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Incomplete
    })
}

//! `tripline doctor`.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use tripline_rules::Rules;
use tripline_syntax::Language;
use tripline_workspace::ScanReport;

use crate::Outcome;
use crate::error::Error;
use crate::format::counted;
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
    let ids: Vec<&str> = project
        .rules
        .checks()
        .iter()
        .map(|check| &*check.id)
        .collect();
    writeln!(output, "checks         {} ({})", ids.len(), ids.join(", "))?;
    if !Rules::builtin_errors().is_empty() {
        writeln!(output, "left out       {}", Rules::builtin_errors().trim())?;
    }
    for (language, count) in rules_by_language(&project) {
        writeln!(
            output,
            "               {} for {language}",
            counted(count, "rule")
        )?;
    }
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
    let is_repository = project
        .root
        .ancestors()
        .any(|folder| folder.join(".git").exists());
    let ignoring = if is_repository {
        "git repository; what .gitignore excludes is not scanned"
    } else {
        "no git repository; .gitignore files hold nevertheless"
    };
    writeln!(output, "git            {ignoring}")?;
    let report = project.scan(vec![folder], 0, &|_| ());
    project.accept_config()?;
    writeln!(
        output,
        "would scan     {}, {}",
        counted(report.files.len(), "file"),
        counted(report.lines, "line")
    )?;
    for (kind, count) in files_by_language(&report) {
        writeln!(output, "               {count} {kind}")?;
    }
    for (reason, count) in report.skip_counts() {
        writeln!(output, "would skip     {count} {reason}")?;
    }
    for unreadable in &report.unreadable {
        writeln!(output, "unreadable     {unreadable}")?;
    }
    writeln!(
        output,
        "editor         have it start `tripline lsp`; the page of each editor under editors/ says how"
    )?;
    Ok(if report.unreadable.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Incomplete
    })
}

/// How many rules look at each language.
fn rules_by_language(project: &Project) -> Vec<(&'static str, usize)> {
    let rules = || project.rules.checks().iter().flat_map(|check| &check.rules);
    let looks_at = |named: &[String], language: Language| {
        let family = if language.is_ecmascript() {
            Language::JavaScript
        } else {
            language
        };
        named.is_empty()
            || named
                .iter()
                .any(|name| name == family.name() || name == language.name())
    };
    Language::ALL
        .into_iter()
        .map(|language| {
            let count = rules()
                .filter(|rule| looks_at(&rule.languages, language))
                .count();
            (language.name(), count)
        })
        .collect()
}

/// How many files of each language are scanned.
fn files_by_language(report: &ScanReport) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for file in &report.files {
        let kind = Language::from_path(&file.path).map_or("texts", Language::name);
        *counts.entry(kind).or_default() += 1;
    }
    counts
}

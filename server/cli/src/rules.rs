//! `tripline rules`.

mod list;

use std::io::Write;
use std::path::Path;

use tripline_rules::{FixedExample, run_examples, schema};
use tripline_syntax::{Document, apply_edits};
use tripline_workspace::{SharedRules, analyze, config};

use crate::Outcome;
use crate::arguments::{RulesCommand, SchemaFormat};
use crate::error::Error;
use crate::format::counted;
use crate::output::Output;
use crate::project::{Overrides, Project, current_folder};
use crate::report::show_all;

/// Lists, tests or describes the rules.
pub(crate) fn run(command: &RulesCommand, output: &mut Output) -> Result<Outcome, Error> {
    match command {
        RulesCommand::List(arguments) => list::run(arguments, output),
        RulesCommand::Test { id } => test(id.as_deref(), output),
        RulesCommand::Schema { format } => schema_of(*format, output),
    }
}

fn test(id: Option<&str>, output: &mut Output) -> Result<Outcome, Error> {
    let project = Project::open(current_folder()?, &[], &Overrides::default())?;
    let only = id.map(|id| project.check_id(id)).transpose()?;
    let fix = |example: &FixedExample<'_>| fixed(example, &project.rules);
    let failures = run_examples(&project.rules, only.as_deref(), Some(&fix));
    for failure in &failures {
        writeln!(output, "{failure}")?;
    }
    let count: usize = project
        .rules
        .checks()
        .iter()
        .filter(|check| only.as_deref().is_none_or(|id| id == &*check.id))
        .map(|check| check.examples.len())
        .sum();
    writeln!(
        output,
        "{} of {}; {}.",
        counted(count, "example"),
        only.as_deref().unwrap_or("all checks"),
        counted(failures.len(), "failure")
    )?;
    Ok(if failures.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

/// The text after the first fix of each finding of the example's check.
fn fixed(example: &FixedExample<'_>, rules: &SharedRules) -> Result<String, String> {
    let name = example.path.unwrap_or("example");
    let mut text = example.text.to_owned();
    // Each fix moves what stands behind it: one at a time.
    for _ in 0..32 {
        let document = Document::parse(example.language, &text);
        let analysis = analyze(Path::new(name), name, document, &show_all(), rules);
        let fix = analysis
            .report
            .findings
            .iter()
            .filter(|finding| &*finding.check == example.check)
            .find_map(|finding| analysis.fixes(finding).into_iter().next());
        let Some(fix) = fix else { return Ok(text) };
        text = apply_edits(&text, &fix.edits).map_err(|error| error.to_string())?;
    }
    Err("the fixes do not come to an end".to_owned())
}

fn schema_of(format: SchemaFormat, output: &mut Output) -> Result<Outcome, Error> {
    let schema = match format {
        SchemaFormat::Model => schema::model(),
        SchemaFormat::Check => schema::check(),
        SchemaFormat::Secrets => schema::secrets(),
        SchemaFormat::Config => config::schema(),
    };
    serde_json::to_writer_pretty(&mut *output, &schema).map_err(std::io::Error::from)?;
    writeln!(output)?;
    Ok(Outcome::Clean)
}

//! `tripline rules list`.

use std::io::Write;

use serde::Serialize;
use tripline_rules::check::{Matcher, Rule};
use tripline_rules::{Check, Safety, Severity};

use crate::Outcome;
use crate::arguments::{FixFilter, ListArguments, ListFormat};
use crate::error::Error;
use crate::format::severity_name;
use crate::output::Output;
use crate::project::{Overrides, Project, current_folder};

/// The languages with models, by the name of their family.
const LANGUAGES: [&str; 4] = ["python", "javascript", "go", "rust"];

/// A check or a rule of one.
#[derive(Serialize)]
struct Entry<'a> {
    /// Id of the check, name of the rule.
    id: &'a str,
    severity: &'static str,
    /// The check's title, the rule's message.
    title: &'a str,
    cwe: &'a [u32],
    languages: Vec<&'static str>,
    /// `safe`, `review`, or both, or neither.
    fixes: Vec<&'static str>,
}

/// Lists the checks that are asked for, or the rules of one check.
pub(super) fn run(arguments: &ListArguments, output: &mut Output) -> Result<Outcome, Error> {
    let project = Project::open(current_folder()?, &[], &Overrides::default())?;
    let class = arguments.class.as_deref();
    let class = class.map(|id| project.check_id(id)).transpose()?;
    let mut entries = Vec::new();
    for check in project.rules.checks() {
        let rules: Vec<&Rule> = check.rules.iter().collect();
        match &class {
            None => entries.push(entry(
                check,
                &check.id,
                check.severity,
                &check.title,
                &rules,
            )),
            Some(id) if *id == *check.id => entries.extend(rules.into_iter().map(|rule| {
                let severity = rule.severity.unwrap_or(check.severity);
                entry(check, &rule.name, severity, &rule.message, &[rule])
            })),
            Some(_) => {}
        }
    }
    entries.retain(|entry| is_asked_for(entry, arguments));
    match arguments.format {
        ListFormat::Text => text(&entries, output)?,
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *output, &entries).map_err(std::io::Error::from)?;
            writeln!(output)?;
        }
    }
    Ok(Outcome::Clean)
}

fn entry<'a>(
    check: &'a Check,
    id: &'a str,
    severity: Severity,
    title: &'a str,
    rules: &[&Rule],
) -> Entry<'a> {
    let speaks_of = |language: &&str| rules.iter().any(|rule| is_for(rule, language));
    let fixes = [("safe", Safety::Safe), ("review", Safety::Review)];
    let specs = || rules.iter().flat_map(|rule| &rule.fixes);
    let fixes = fixes
        .iter()
        .filter(|(_, safety)| specs().any(|fix| fix.safety == *safety));
    Entry {
        id,
        severity: severity_name(severity),
        title,
        cwe: &check.cwe,
        languages: LANGUAGES.into_iter().filter(speaks_of).collect(),
        fixes: fixes.map(|(name, _)| *name).collect(),
    }
}

/// Whether a rule looks at code of a language.
fn is_for(rule: &Rule, language: &str) -> bool {
    let named = rule.languages.is_empty() || rule.languages.iter().any(|known| known == language);
    match &rule.matcher {
        Matcher::Query(query) => query.query.keys().any(|known| known == language),
        _ => named,
    }
}

fn is_asked_for(entry: &Entry<'_>, arguments: &ListArguments) -> bool {
    let language = arguments
        .language
        .as_deref()
        .map(|language| match language {
            "typescript" => "javascript",
            other => other,
        });
    let has_fix = |fix: FixFilter| match fix {
        FixFilter::Safe => entry.fixes.contains(&"safe"),
        FixFilter::Review => entry.fixes.contains(&"review"),
        FixFilter::None => entry.fixes.is_empty(),
    };
    language.is_none_or(|language| entry.languages.contains(&language))
        && arguments
            .cwe
            .is_none_or(|number| entry.cwe.contains(&number))
        && arguments.fix.is_none_or(has_fix)
}

fn text(entries: &[Entry<'_>], output: &mut Output) -> Result<(), Error> {
    let width = entries
        .iter()
        .map(|entry| entry.id.len())
        .max()
        .unwrap_or(0);
    for entry in entries {
        let cwe: Vec<_> = entry
            .cwe
            .iter()
            .map(|number| format!("CWE-{number}"))
            .collect();
        let languages = if entry.languages == LANGUAGES {
            "all languages".to_owned()
        } else {
            entry.languages.join(", ")
        };
        let fixes = match entry.fixes.as_slice() {
            [] => "no fix".to_owned(),
            fixes => format!("fix: {}", fixes.join(", ")),
        };
        writeln!(
            output,
            "{:width$}  {:8}  {}  ({}; {languages}; {fixes})",
            entry.id,
            entry.severity,
            entry.title,
            cwe.join(", "),
        )?;
    }
    Ok(())
}

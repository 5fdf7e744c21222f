//! A keystroke in a file of each language, or in a file of the disk.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use tripline_syntax::Language;
use tripline_workspace::{Host, Memory, SharedRules};

use crate::generate::{self, Place};
use crate::{EDITS, LINES, growth, print, quantile};

/// What is typed where, by its name.
type Edit = (&'static str, (Place, &'static str));

const EVERY_EDIT: [Edit; 2] = [
    ("letter", growth::LETTER),
    ("bracket", (Place::InString, "\"(")),
];

const LANGUAGES: [Language; 4] = [
    Language::Python,
    Language::JavaScript,
    Language::Go,
    Language::Rust,
];

/// Measures every edit in a generated file of every language.
pub(crate) fn measure(rules: &SharedRules) -> Value {
    of_languages(rules, &LANGUAGES, &EVERY_EDIT)
}

/// Measures what the arguments name of edits, and of languages or files: where they name none, all edits and languages.
pub(crate) fn measure_named(rules: &SharedRules, arguments: &[String]) {
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let mut edits = EVERY_EDIT.to_vec();
    edits.retain(|(name, _)| has(name));
    if edits.is_empty() {
        edits.extend(EVERY_EDIT);
    }
    let files: Vec<&String> = arguments.iter().filter(|name| name.contains('.')).collect();
    for file in &files {
        of_file(rules, Path::new(file), &edits);
    }
    if !files.is_empty() {
        return;
    }
    let mut languages = LANGUAGES.to_vec();
    languages.retain(|language| has(language.name()));
    if languages.is_empty() {
        languages.extend(LANGUAGES);
    }
    of_languages(rules, &languages, &edits);
}

fn of_languages(rules: &SharedRules, languages: &[Language], edits: &[Edit]) -> Value {
    let mut rows = Vec::new();
    for &language in languages {
        let path = match language {
            Language::Python => "/project/service.py",
            Language::Go => "/project/service.go",
            Language::Rust => "/project/src/service.rs",
            _ => "/project/service.js",
        };
        let text = generate::service(language, LINES);
        let file = (Path::new(path), language, &*text);
        rows.extend(of_text(rules, file, edits, language.name()));
    }
    let has_findings = |row: &Value| row["findings"].as_u64() > Some(0);
    assert!(
        rows.iter().all(has_findings),
        "the generated files have some"
    );
    Value::Array(rows)
}

fn of_file(rules: &SharedRules, path: &Path, edits: &[Edit]) {
    let Some(language) = Language::from_path(path) else {
        return println!("edit, {}: no language of Tripline", path.display());
    };
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let name = format!("{} of {} lines", path.display(), text.lines().count());
            of_text(rules, (path, language, &text), edits, &name);
        }
        Err(error) => println!("edit, {}: {error}", path.display()),
    }
}

fn of_text(
    rules: &SharedRules,
    (path, language, text): (&Path, Language, &str),
    edits: &[Edit],
    name: &str,
) -> Vec<Value> {
    let mut host = Host::new(Arc::new(Memory::new()), rules.clone());
    host.open(path, language, 1, text);
    let report = host.snapshot().diagnostics(path).expect("nobody writes");
    let findings = report.map_or(0, |report| report.findings.len());
    let measured = edits.iter().map(|&(edit, typed)| {
        let mut times = growth::edits(&mut host, path, text.to_owned(), typed, EDITS / 4);
        print(&format!("edit, {name}: a {edit}"), &mut times);
        json!({
            "name": name, "findings": findings, "edit": edit,
            "p50_ms": quantile(&mut times, 0.5), "p99_ms": quantile(&mut times, 0.99),
        })
    });
    measured.collect()
}

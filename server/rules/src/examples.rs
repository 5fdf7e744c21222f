//! The examples of check pages as tests.

use std::fmt;

use tripline_ir::lower;
use tripline_syntax::{Document, Language, line_column};

use crate::catalog::Check;
use crate::engine::{Source, Syntax, analyze};
use crate::load::{Example, Expectation, Role};
use crate::{Confidence, Rules};

/// An example that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleFailure {
    /// The page.
    pub page: String,
    /// Line of the page on which the block's text starts, or of the line that differs.
    pub line: u32,
    /// What differs.
    pub message: String,
}

impl fmt::Display for ExampleFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.page, self.line, self.message)
    }
}

/// Yields the text after the first fix of each finding of a check, given language, file name and text.
pub type Fix<'a> = &'a dyn Fn(&FixedExample<'_>) -> Result<String, String>;

/// What a fixer is asked to fix.
#[derive(Clone, Copy, Debug)]
pub struct FixedExample<'a> {
    /// The language.
    pub language: Language,
    /// Name of the file, where the example has one.
    pub path: Option<&'a str>,
    /// The vulnerable text.
    pub text: &'a str,
    /// Id of the check whose findings are fixed.
    pub check: &'a str,
}

/// Runs the examples of all checks, or of the one with this id. Without `fix` no `fixed` block is compared.
pub fn run_examples(
    rules: &Rules,
    only: Option<&str>,
    fix: Option<Fix<'_>>,
) -> Vec<ExampleFailure> {
    let mut failures = Vec::new();
    for check in rules
        .checks()
        .iter()
        .filter(|check| only.is_none_or(|id| id == &*check.id))
    {
        let mut vulnerable: Option<&Example> = None;
        for example in &check.examples {
            let run = Run {
                rules,
                check,
                example,
            };
            match example.role {
                Role::Vulnerable => {
                    vulnerable = Some(example);
                    run.expect_findings(&mut failures);
                }
                Role::Safe => run.expect_findings(&mut failures),
                Role::Fixed => {
                    run.expect_findings(&mut failures);
                    if let (Some(fix), Some(before)) = (fix, vulnerable) {
                        run.expect_fix(before, fix, &mut failures);
                    }
                }
            }
        }
    }
    failures
}

struct Run<'a> {
    rules: &'a Rules,
    check: &'a Check,
    example: &'a Example,
}

impl Run<'_> {
    fn expect_findings(&self, failures: &mut Vec<ExampleFailure>) {
        let example = self.example;
        let Some(language) = language(&example.language) else {
            return;
        };
        let document = Document::parse(language, &example.text);
        if document.error_count() > 0 {
            self.fail(0, "the block does not parse".to_owned(), failures);
        }
        let ir = lower::lower(&document, None);
        let source = Source {
            path: example.file.as_deref(),
            syntax: Syntax::Parsed(&document),
            ir: &ir,
        };
        let found = analyze(&source, self.rules);
        let mut actual: Vec<(Expectation, String)> = found
            .iter()
            .map(|finding| {
                let (line, _) = line_column(document.rope(), finding.span.start);
                let expectation = Expectation {
                    line: line - 1,
                    check: finding.check.to_string(),
                    low: finding.confidence == Confidence::Low,
                };
                (
                    expectation,
                    format!("{}: {}", finding.rule, finding.message),
                )
            })
            .collect();
        actual.sort();
        let mut expected = example.expectations.clone();
        for (found, message) in actual {
            if let Some(index) = expected.iter().position(|expected| *expected == found) {
                expected.remove(index);
                continue;
            }
            let low = if found.low { " of low confidence" } else { "" };
            let message = format!("unexpected finding{low} of {} ({message})", found.check);
            self.fail(found.line, message, failures);
        }
        for missing in expected {
            let low = if missing.low {
                " of low confidence"
            } else {
                ""
            };
            self.fail(
                missing.line,
                format!("no finding{low} of {}", missing.check),
                failures,
            );
        }
    }

    fn expect_fix(&self, before: &Example, fix: Fix<'_>, failures: &mut Vec<ExampleFailure>) {
        let Some(language) = language(&before.language) else {
            return;
        };
        let request = FixedExample {
            language,
            path: before.file.as_deref(),
            text: &before.text,
            check: &self.check.id,
        };
        match fix(&request) {
            Err(message) => self.fail(
                0,
                format!("the block before is not fixed: {message}"),
                failures,
            ),
            Ok(fixed) if fixed == self.example.text => {}
            Ok(fixed) => {
                let (line, message) = first_difference(&self.example.text, &fixed);
                self.fail(line, message, failures);
            }
        }
    }

    fn fail(&self, line: u32, message: String, failures: &mut Vec<ExampleFailure>) {
        failures.push(ExampleFailure {
            page: self.check.path.clone(),
            line: self.example.line + line,
            message,
        });
    }
}

/// The first line that differs, from 0, and how.
fn first_difference(expected: &str, actual: &str) -> (u32, String) {
    let mut actual_lines = actual.lines();
    for (index, line) in expected.lines().enumerate() {
        let other = actual_lines.next();
        if other != Some(line) {
            let other = other.map_or("nothing".to_owned(), |other| format!("`{other}`"));
            return (
                index as u32,
                format!("the fix yields {other} instead of `{line}`"),
            );
        }
    }
    let line = expected.lines().count() as u32;
    let message = actual_lines.next().map_or(
        "the fix differs in its last line break".to_owned(),
        |more| format!("the fix yields `{more}` beyond the block"),
    );
    (line.saturating_sub(1), message)
}

fn language(name: &str) -> Option<Language> {
    Language::ALL
        .into_iter()
        .find(|language| language.name() == name)
}

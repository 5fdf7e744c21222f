//! The `fixed` blocks of the checks' pages are byte for byte what the fixes yield.

use std::path::Path;

use tripline_fix::{Source, fixes};
use tripline_ir::{FileIr, lower};
use tripline_rules::{Finding, FixedExample, Rules};
use tripline_syntax::{Document, apply_edits};

#[test]
fn fixed_blocks_are_what_the_fixes_yield() {
    let rules = Rules::builtin();
    let failures =
        tripline_rules::run_examples(rules, None, Some(&|example| fixed(rules, example)));
    let listed: Vec<String> = failures.iter().map(ToString::to_string).collect();
    assert!(listed.is_empty(), "{}", listed.join("\n"));
}

/// The text after the first fix of each finding of the check.
fn fixed(rules: &Rules, example: &FixedExample<'_>) -> Result<String, String> {
    let analyze = |document: &Document, ir: &FileIr| -> Vec<Finding> {
        let source = tripline_rules::Source {
            path: example.path,
            syntax: tripline_rules::Syntax::Parsed(document),
            ir,
        };
        tripline_rules::analyze(&source, rules)
    };
    let mut text = example.text.to_owned();
    for _ in 0..20 {
        let document = Document::parse(example.language, &text);
        let ir = lower::lower(&document, None);
        let findings = analyze(&document, &ir);
        let source = Source {
            path: Path::new(example.path.unwrap_or("")),
            document: &document,
            ir: &ir,
        };
        let of_check = findings
            .iter()
            .filter(|finding| *finding.check == *example.check);
        let fix = of_check
            .flat_map(|finding| fixes(&source, finding, &findings, &analyze))
            .next();
        match fix {
            Some(fix) => {
                text = apply_edits(&text, &fix.edits).map_err(|error| error.to_string())?;
            }
            None => return Ok(text),
        }
    }
    Err("a fix is offered again and again".to_owned())
}

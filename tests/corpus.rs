//! The annotated corpus: what is found in small programs, and what is not.
//!
//! Files are `flow/<language>/{vulnerable,safe}/<what_it_tests>.<ext>`. A line that must carry a finding ends with a
//! comment `expect: <check>`; several checks are separated by commas. No other line may carry one at the confidence that
//! is shown by default, and no line of a safe file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tripline_ir::lower::lower;
use tripline_rules::{Confidence, Rules, Source, analyze};
use tripline_syntax::{Document, Language, line_column};

/// A line and the check that speaks of it.
type Place = (u32, String);

#[test]
fn vulnerable_programs_carry_exactly_their_findings() {
    judge("vulnerable");
}

#[test]
fn safe_programs_carry_no_finding() {
    judge("safe");
}

fn judge(verdict: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("flow");
    let mut wrong = Vec::new();
    let mut count = 0;
    for language in files(&root) {
        for file in files(&language.join(verdict)) {
            count += 1;
            let text = std::fs::read_to_string(&file).expect("a file of the corpus is text");
            let expected = expected(&text);
            let found = found(&file, &text);
            let name = file.strip_prefix(&root).expect("it is inside").display();
            if expected.is_empty() != (verdict == "safe") {
                wrong.push(format!("{name}: is in the wrong folder"));
            }
            for (line, check) in expected.difference(&found) {
                wrong.push(format!("{name}:{line}: missed {check}"));
            }
            for (line, check) in found.difference(&expected) {
                wrong.push(format!("{name}:{line}: wrongly found {check}"));
            }
        }
    }
    assert!(count > 0, "the corpus is empty");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands in a folder, sorted; nothing for a folder that is not there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the corpus can be read").path())
        .collect();
    paths.sort();
    paths
}

fn expected(text: &str) -> BTreeSet<Place> {
    let mut places = BTreeSet::new();
    for (line, content) in (1..).zip(text.lines()) {
        let Some((_, checks)) = content.rsplit_once("expect: ") else {
            continue;
        };
        places.extend(checks.split(", ").map(|check| (line, check.to_owned())));
    }
    places
}

fn found(file: &Path, text: &str) -> BTreeSet<Place> {
    let language = Language::from_path(file).expect("its extension names its language");
    let document = Document::parse(language, text);
    let ir = lower(&document, None);
    // The file's name alone: secrets under a folder of tests count less.
    let name = file.file_name().expect("it is a file").to_string_lossy();
    let source = Source {
        path: Some(&name),
        document: &document,
        ir: &ir,
    };
    analyze(&source, Rules::builtin())
        .into_iter()
        .filter(|finding| finding.confidence >= Confidence::Medium)
        .map(|finding| {
            let (line, _) = line_column(document.rope(), finding.span.start);
            (line, finding.check.to_string())
        })
        .collect()
}

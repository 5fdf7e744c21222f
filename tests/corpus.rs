//! The annotated corpus: what is found in small programs, and what is not.
//!
//! Programs are `flow/<language>/{vulnerable,safe}/<what_it_tests>.<ext>`, or folders of that name for those of several
//! files. A line that must carry a finding ends with a comment `expect: <check>`; several checks are separated by commas,
//! and `expect: <check> from <file>` says in which other file of the program the data enters. No other line may carry one
//! at the confidence that is shown by default, and no line of a safe program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use tripline_rules::Finding;
use tripline_syntax::{Rope, line_column};
use tripline_workspace::{Config, FileSystem, Memory, ScanRequest, SharedRules, scan};

/// Where programs are while they are scanned.
const ROOT: &str = "/program";

/// A line of a file, and the check that speaks of it with the file that the data comes from.
type Place = (String, u32, String);

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
    for language in entries(&root) {
        for program in entries(&language.join(verdict)) {
            count += 1;
            let name = program.strip_prefix(&root).expect("it is inside").display();
            let files = read(&program);
            let expected: BTreeSet<Place> = files
                .iter()
                .flat_map(|(name, text)| expected(name, text))
                .collect();
            let found = found(&files);
            if expected.is_empty() != (verdict == "safe") {
                wrong.push(format!("{name}: is in the wrong folder"));
            }
            for (file, line, check) in expected.difference(&found) {
                wrong.push(format!("{name}: {file}:{line}: missed {check}"));
            }
            for (file, line, check) in found.difference(&expected) {
                wrong.push(format!("{name}: {file}:{line}: wrongly found {check}"));
            }
        }
    }
    assert!(count > 0, "the corpus is empty");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands in a folder, sorted; nothing for a folder that is not there.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the corpus can be read").path())
        .collect();
    paths.sort();
    paths
}

/// The files of a program with their texts, by their paths below it.
fn read(program: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut open = vec![program.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(entries(&path));
            continue;
        }
        let base = if program.is_dir() {
            program
        } else {
            // The file's name alone: secrets under a folder of tests count less.
            program.parent().expect("a program is in a folder")
        };
        let below = path.strip_prefix(base).expect("it is inside");
        let text = std::fs::read_to_string(&path).expect("a file of the corpus is text");
        files.push((below.to_string_lossy().into_owned(), text));
    }
    files
}

fn expected(file: &str, text: &str) -> BTreeSet<Place> {
    let mut places = BTreeSet::new();
    for (line, content) in (1..).zip(text.lines()) {
        let Some((_, checks)) = content.rsplit_once("expect: ") else {
            continue;
        };
        let checks = checks.split(", ");
        places.extend(checks.map(|check| (file.to_owned(), line, check.to_owned())));
    }
    places
}

fn found(program: &[(String, String)]) -> BTreeSet<Place> {
    let memory = Memory::new();
    for (name, text) in program {
        memory.write(Path::new(ROOT).join(name), text.as_str());
    }
    let files: Arc<dyn FileSystem> = Arc::new(memory);
    let mut config = Config::load(&*files, Path::new(ROOT), None);
    let request = ScanRequest {
        paths: vec![PathBuf::from(ROOT)],
        around: None,
        rules: SharedRules::builtin(),
        threads: 1,
    };
    let never = AtomicBool::new(false);
    let report = scan(&files, &request, &mut config, &|_| (), &never);
    assert!(
        report.unreadable.is_empty() && report.skipped.is_empty(),
        "every file of the corpus is analysed: {:?}",
        report.skipped
    );
    let mut places = BTreeSet::new();
    for file in &report.files {
        let failed = &file.report.failed_bodies;
        assert!(
            failed.is_empty(),
            "{}: failed in {failed:?}",
            file.path.display()
        );
        let name = below(&file.path);
        let text = program.iter().find(|(known, _)| *known == name);
        let rope = Rope::from_str(text.map_or("", |(_, text)| text));
        for finding in &file.report.findings {
            let (line, _) = line_column(&rope, finding.span.start);
            places.insert((name.clone(), line, told(finding)));
        }
    }
    places
}

/// The check of a finding, and in which other file its data enters.
fn told(finding: &Finding) -> String {
    let origin = finding.steps.first().and_then(|step| step.file);
    match origin {
        Some(path) => format!("{} from {}", finding.check, below(Path::new(path.as_str()))),
        None => finding.check.to_string(),
    }
}

fn below(path: &Path) -> String {
    let below = path.strip_prefix(ROOT).unwrap_or(path);
    below.to_string_lossy().into_owned()
}

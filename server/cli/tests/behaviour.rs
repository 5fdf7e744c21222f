//! Fixed programs behave: Python programs run against `SQLite` before and after `scan --fix`. Benign input gives the same
//! rows, and an injection that worked works no more.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/behaviour")
}

/// What the program's `run` returns for these arguments, as JSON.
fn rows(program: &Path, arguments: &str) -> String {
    let output = Command::new("python3")
        .arg(folder().join("harness.py"))
        .arg(program)
        .arg(arguments)
        .output()
        .expect("python3 is installed");
    assert!(
        output.status.success(),
        "{} fails:\n{}\n{}",
        program.display(),
        fs::read_to_string(program).unwrap_or_default(),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn header<'a>(text: &'a str, name: &str) -> &'a str {
    let prefix = format!("# {name}: ");
    text.lines()
        .find_map(|line| line.strip_prefix(prefix.as_str()))
        .unwrap_or_else(|| panic!("the program says what is {name}"))
}

#[test]
fn fixed_programs_keep_their_rows_and_lose_their_injection() {
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let mut programs: Vec<PathBuf> = fs::read_dir(folder().join("programs"))
        .expect("the programs")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    programs.sort();
    assert!(programs.len() >= 10, "the programs are there");
    for original in programs {
        let text = fs::read_to_string(&original).expect("a readable program");
        let (benign, injection) = (header(&text, "benign"), header(&text, "injection"));
        let name = original.file_name().expect("a file");
        let fixed = scratch.path().join(name);
        fs::copy(&original, &fixed).expect("a writable temporary folder");

        let status = Command::new(env!("CARGO_BIN_EXE_tripline"))
            .args(["scan", "--fix"])
            .arg(&fixed)
            .output()
            .expect("the program starts");
        assert_eq!(
            status.status.code(),
            Some(0),
            "{}: {}",
            name.display(),
            String::from_utf8_lossy(&status.stdout)
        );
        let after = fs::read_to_string(&fixed).expect("a readable program");
        assert_ne!(after, text, "{} was fixed", name.display());

        let worked = rows(&original, injection);
        assert_ne!(
            worked,
            "[]",
            "the injection into {} works before",
            name.display()
        );
        assert_eq!(
            rows(&original, benign),
            rows(&fixed, benign),
            "benign input of {}:\n{after}",
            name.display()
        );
        assert_ne!(
            worked,
            rows(&fixed, injection),
            "the injection into {} still works:\n{after}",
            name.display()
        );
    }
}

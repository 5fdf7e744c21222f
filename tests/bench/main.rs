//! Measures what a user waits for. Run with `cargo bench -p tripline-tests`.
//!
//! - *edit*: a keystroke in a Python file of 5,000 lines, from the edit to the file's new findings.
//! - *proof*: a quick fix with its proof, in the same file.
//! - *open*: the first findings of that file, from nothing.
//! - *scan*: a workspace of generated files, cold, in lines a second, on one thread and on all.
//! - *session*: an edit that moves every finding, from `didChange` to `publishDiagnostics`, over the pipes of a real
//!   `tripline lsp` process: the program that `TRIPLINE` names, or the one in `target/release`; left out without it.
//! - *flicker*: the share of keystrokes at which a finding of another line vanishes, typing the programs of `tests/flow` again.
//! - *memory*: the peak of this process after the scan (Linux).
//!
//! Times depend on the machine; nothing here asserts one.

#![allow(clippy::print_stdout, reason = "the report is what the program is for")]
#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "shares and rates are shown with few digits"
)]

mod flicker;
mod generate;
mod session;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use tripline_syntax::{Language, TextEdit};
use tripline_workspace::{Config, Disk, FileSystem, Host, Memory, ScanRequest, SharedRules, scan};

use crate::session::Session;

const EDITS: usize = 400;
const LINES: usize = 5_000;
const FILES: usize = 400;
const LINES_A_FILE: usize = 500;

fn main() {
    let rules = SharedRules::builtin();
    open_and_edit(&rules);
    cold_scan(&rules);
    session_with_a_process();
    type_again(&rules);
}

fn type_again(rules: &SharedRules) {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("flow");
    for language in [
        Language::Python,
        Language::JavaScript,
        Language::TypeScript,
        Language::Go,
    ] {
        let folder = programs.join(language.name()).join("vulnerable");
        let flicker = flicker::measure(&folder, language, rules);
        for (what, losses) in [
            ("statements", flicker.statements),
            ("lines that open something", flicker.openers),
        ] {
            println!(
                "flicker: {}, {what}: a finding vanishes at {} of {} keystrokes ({:.2} %), in {} lines",
                language.name(),
                losses.losing,
                losses.keystrokes,
                100.0 * losses.losing as f64 / losses.keystrokes.max(1) as f64,
                losses.lines.len()
            );
            for line in losses.lines.iter().take(5) {
                println!("    {line}");
            }
        }
    }
}

fn session_with_a_process() {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/release/tripline");
    let program = std::env::var_os("TRIPLINE").unwrap_or_else(|| built.into_os_string());
    if !Path::new(&program).exists() {
        println!("session: no program at {}", Path::new(&program).display());
        return;
    }
    match session_times(&program) {
        Ok((mut opened, mut edits)) => {
            print("session: start to diagnostics", &mut opened);
            print("session: edit to diagnostics", &mut edits);
        }
        Err(error) => println!("session: {error}"),
    }
}

fn session_times(program: &OsStr) -> std::io::Result<(Vec<Duration>, Vec<Duration>)> {
    let text = generate::python(LINES, 1);
    let start = Instant::now();
    let mut session = Session::start(program)?;
    session.open(&text)?;
    let opened = start.elapsed();
    let mut edits = Vec::new();
    for version in 2..EDITS as i32 + 2 {
        let start = Instant::now();
        session.edit_top(version)?;
        edits.push(start.elapsed());
    }
    Ok((vec![opened], edits))
}

/// The most memory that this process has had, in bytes; `None` where the system does not tell.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

fn open_and_edit(rules: &SharedRules) {
    let text = generate::python(LINES, 1);
    println!("file: {} lines, {} bytes", text.lines().count(), text.len());
    let path = Path::new("/project/service.py");

    let mut opened = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        let mut host = Host::new(Arc::new(Memory::new()), rules.clone());
        host.open(path, Language::Python, 1, &text);
        let report = host
            .snapshot()
            .diagnostics(path)
            .expect("nobody writes")
            .expect("an open file");
        opened.push(start.elapsed());
        assert!(
            !report.findings.is_empty(),
            "the generated file has findings"
        );
    }
    print("open to findings", &mut opened);

    let mut host = Host::new(Arc::new(Memory::new()), rules.clone());
    host.open(path, Language::Python, 1, &text);
    let report = host
        .snapshot()
        .diagnostics(path)
        .expect("nobody writes")
        .expect("an open file");

    let mut proofs = Vec::new();
    for finding in report
        .findings
        .iter()
        .filter(|finding| !finding.fixes.is_empty())
        .take(40)
    {
        let snapshot = host.snapshot();
        let start = Instant::now();
        let fixes = snapshot.fixes(path, finding).expect("nobody writes");
        proofs.push(start.elapsed());
        assert!(
            !fixes.is_empty(),
            "the fix of {} is proven",
            finding.message
        );
    }
    print("quick fix with proof", &mut proofs);

    let mut version = 1;
    let mut text = text;
    for (name, typed) in [
        ("edit: a letter", "x"),
        ("edit: a line", "\n"),
        ("edit: an open bracket", "("),
    ] {
        let mut times = Vec::new();
        for index in 0..EDITS / 2 {
            // The end of a comment line inside a function, another one each time.
            let at = generate::typing_place(&text, index * 37 + 11);
            for (range, replacement) in [(at..at, typed), (at..at + typed.len(), "")] {
                version += 1;
                let edit = TextEdit {
                    range: range.start as u32..range.end as u32,
                    text: replacement.to_owned(),
                };
                let start = Instant::now();
                host.edit(path, version, std::slice::from_ref(&edit))
                    .expect("an open file");
                let report = host.snapshot().diagnostics(path).expect("nobody writes");
                times.push(start.elapsed());
                assert!(report.is_some(), "an open file");
                text.replace_range(range, replacement);
            }
        }
        print(name, &mut times);
    }
}

fn cold_scan(rules: &SharedRules) {
    let folder = std::env::temp_dir().join(format!("tripline-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a writable temporary folder");
    let mut lines = 0;
    let mut bytes = 0;
    for index in 0..FILES {
        let text = generate::python(LINES_A_FILE, index as u64 + 2);
        lines += text.lines().count();
        bytes += text.len();
        std::fs::write(folder.join(format!("module_{index}.py")), text)
            .expect("a writable temporary folder");
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    for threads in [1, cores] {
        let mut times = Vec::new();
        let mut findings = 0;
        for _ in 0..3 {
            let request = ScanRequest {
                paths: vec![PathBuf::from(&folder)],
                around: None,
                rules: rules.clone(),
                threads,
            };
            let mut config = Config::load(&Disk, &folder, None);
            let start = Instant::now();
            let files: Arc<dyn FileSystem> = Arc::new(Disk);
            let report = scan(
                &files,
                &request,
                &mut config,
                &|_| (),
                &AtomicBool::new(false),
            );
            times.push(start.elapsed());
            findings = report
                .files
                .iter()
                .map(|file| file.report.findings.len())
                .sum();
        }
        times.sort_unstable();
        let rate = lines as f64 / times[times.len() / 2].as_secs_f64();
        println!(
            "scan on {threads} threads: {lines} lines, {findings} findings, {rate:.0} lines/s (median of 3)"
        );
    }
    if let Some(peak) = peak_memory() {
        println!(
            "memory: {peak} bytes at the peak, {:.1} a source byte of the workspace",
            peak as f64 / bytes as f64
        );
    }
    std::fs::remove_dir_all(&folder).expect("the folder that was just made");
}

fn print(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "{name}: p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms (n = {})",
        at(0.5),
        at(0.99),
        at(1.0),
        times.len()
    );
}

//! Measures what a user waits for. Run with `cargo bench -p tripline-tests`.
//!
//! - *edit*: a keystroke in a file of 5,000 lines, from the edit to the file's new findings.
//! - *proof*: a quick fix with its proof, in the same file.
//! - *open*: the first findings of that file, from nothing.
//! - *scan*: a workspace of generated files, cold, in lines a second, on one thread and on all.
//! - *session*: an edit that moves every finding, from `didChange` to `publishDiagnostics`, over the pipes of a real
//!   `tripline lsp` process: the program that `TRIPLINE` names, or the one in `target/release`; left out without it.
//! - *flicker*: the share of keystrokes at which a finding of another line vanishes, typing the programs of `tests/flow` again.
//! - *secrets*: the search of a text for the tokens of providers, in megabytes a second on one core.
//! - *growth*: the latency of an edit in files of 100 to 100,000 lines; the throughput and memory of a scan, and the latency of an
//!   edit with everything known, in workspaces of 10,000 to 1,000,000 lines.
//!
//! `cargo bench -p tripline-tests -- flicker` measures flicker alone, `-- edits` a keystroke in a file of each language,
//! `-- edits rust` in one of Rust, `-- edits rust letter` a letter alone there, `-- edits rust bracket` a bracket alone,
//! `-- edits src/main.rs` both in that file.
//!
//! `-- secrets FOLDER` searches the programs below a folder for secrets, by their grammars alone.
//!
//! `TRIPLINE_BENCH_FIGURES` names a file for the figures of growth, from which `report.py` draws them. Memory is told on Linux.
//!
//! Times depend on the machine; nothing here asserts one.

#![allow(clippy::print_stdout, reason = "the report is what the program is for")]
#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "shares and rates are shown with few digits"
)]

mod edits;
mod flicker;
mod generate;
mod growth;
mod secrets;
mod session;

use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::json;
use tripline_syntax::Language;
use tripline_workspace::{Host, Memory, SharedRules};

use crate::generate::Place;
use crate::session::Session;

const EDITS: usize = 400;
const STARTS: usize = 20;
const LINES: usize = 5_000;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let rules = SharedRules::builtin();
    if growth::ran_task(&rules) {
        return;
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    if has("flicker") {
        return type_again(&rules);
    }
    if has("edits") {
        return edits::measure_named(&rules, &arguments);
    }
    if has("secrets") {
        return secrets::measure(&rules, &arguments);
    }
    open_and_edit(&rules);
    secrets::measure(&rules, &[]);
    session_with_a_process();
    let figures = json!({
        "languages": edits::measure(&rules),
        "files": growth::files(&rules),
        "workspaces": growth::workspaces(),
    });
    if let Some(file) = std::env::var_os("TRIPLINE_BENCH_FIGURES") {
        std::fs::write(&file, figures.to_string()).expect("the file can be written");
    }
    type_again(&rules);
}

fn type_again(rules: &SharedRules) {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("flow");
    for language in [
        Language::Python,
        Language::JavaScript,
        Language::TypeScript,
        Language::Go,
        Language::Rust,
    ] {
        let folder = programs.join(language.name()).join("vulnerable");
        let flicker = flicker::measure(&folder, language, rules);
        for (what, losses) in [
            ("statements", flicker.statements),
            ("lines that open something", flicker.openers),
            ("blocks", flicker.blocks),
            ("files from nothing", flicker.from_nothing),
        ] {
            println!(
                "flicker: {}, {what}: a finding vanishes at {} of {} keystrokes ({:.2} %), in {} lines",
                language.name(),
                losses.losing,
                losses.keystrokes,
                100.0 * losses.losing as f64 / losses.keystrokes.max(1) as f64,
                losses.lines.len()
            );
            for line in losses.lines.iter().take(14) {
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
            for (lines, times) in &mut opened {
                print(
                    &format!("session: start to diagnostics of {lines} lines"),
                    times,
                );
            }
            print("session: edit to diagnostics", &mut edits);
        }
        Err(error) => println!("session: {error}"),
    }
}

/// The times to the first diagnostics, by the lines of the file, and those of edits.
type SessionTimes = (Vec<(usize, Vec<Duration>)>, Vec<Duration>);

fn session_times(program: &OsStr) -> std::io::Result<SessionTimes> {
    let mut opened = Vec::new();
    for lines in [LINES / 10, LINES] {
        let text = generate::python(lines, 1);
        let mut times = Vec::new();
        for _ in 0..STARTS {
            let start = Instant::now();
            let mut session = Session::start(program)?;
            session.open(&text)?;
            times.push(start.elapsed());
        }
        opened.push((lines, times));
    }
    let mut session = Session::start(program)?;
    session.open(&generate::python(LINES, 1))?;
    let mut edits = Vec::new();
    for version in 2..EDITS as i32 + 2 {
        let start = Instant::now();
        session.edit_top(version)?;
        edits.push(start.elapsed());
    }
    Ok((opened, edits))
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

    for (name, typed) in [
        ("edit: a letter", growth::LETTER),
        ("edit: a letter of a comment", (Place::AfterComment, "x")),
        ("edit: an empty line", (Place::AfterReturn, "\n")),
        ("edit: a letter too many", (Place::AfterReturn, "x")),
        ("edit: an open bracket", (Place::AfterReturn, "(")),
        ("edit: a comment broken in two", (Place::InComment, "\n")),
    ] {
        let mut times = growth::edits(&mut host, path, text.clone(), typed, EDITS / 2);
        print(name, &mut times);
    }
}

/// The time that a share of these is not longer than, in milliseconds. They are sorted for it.
fn quantile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0
}

fn print(name: &str, times: &mut [Duration]) {
    println!(
        "{name}: p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms (n = {})",
        quantile(times, 0.5),
        quantile(times, 0.99),
        quantile(times, 1.0),
        times.len()
    );
}

//! How costs grow with the size of a file and of a workspace. What takes much memory runs in a process of its own, which is
//! this program again.

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tripline_syntax::{Language, TextEdit};
use tripline_workspace::{Config, Disk, FileSystem, Host, Memory, ScanRequest, SharedRules, scan};

use crate::generate::{self, Place};
use crate::quantile;

/// Tells a process that this program has started what to do: `scan FOLDER THREADS` or `edit FOLDER`.
const TASK: &str = "TRIPLINE_BENCH_TASK";

const FILE_LINES: [usize; 7] = [100, 300, 1_000, 3_000, 10_000, 30_000, 100_000];
const WORKSPACE_LINES: [usize; 3] = [10_000, 100_000, 1_000_000];
const EDITS: usize = 100;

/// A letter of the code itself, after which it is as whole as before.
pub(crate) const LETTER: (Place, &str) = (Place::InString, "x");

/// Does what the process was started for; `false` if it was started by a user.
pub(crate) fn ran_task(rules: &SharedRules) -> bool {
    let Some(task) = std::env::var_os(TASK) else {
        return false;
    };
    let task = task.to_str().expect("the task is Unicode").to_owned();
    let mut words = task.split('\n');
    let kind = words.next().unwrap_or_default();
    let folder = PathBuf::from(words.next().expect("a task has a folder"));
    let measured = match kind {
        "scan" => {
            let threads = words.next().and_then(|threads| threads.parse().ok());
            scan_once(rules, &folder, threads.expect("a scan has threads"))
        }
        _ => edit_in_workspace(rules, &folder),
    };
    println!("{measured}");
    true
}

/// The latency of an edit over the size of its file.
pub(crate) fn files(rules: &SharedRules) -> Value {
    let mut rows = Vec::new();
    for lines in FILE_LINES {
        let text = generate::python(lines, 1);
        let path = Path::new("/project/service.py");
        let mut host = Host::new(Arc::new(Memory::new()), rules.clone());
        let start = Instant::now();
        host.open(path, Language::Python, 1, &text);
        let report = host.snapshot().diagnostics(path).expect("nobody writes");
        let opened = start.elapsed();
        assert!(report.is_some(), "an open file");
        let mut times = edits(&mut host, path, text, LETTER, EDITS);
        let (p50, p99) = (quantile(&mut times, 0.5), quantile(&mut times, 0.99));
        println!(
            "edit in a file of {lines} lines: p50 {p50:.2} ms, p99 {p99:.2} ms; opening it: {:.1} ms",
            opened.as_secs_f64() * 1000.0
        );
        rows.push(json!({"lines": lines, "p50_ms": p50, "p99_ms": p99, "open_ms": opened.as_secs_f64() * 1000.0}));
    }
    Value::Array(rows)
}

/// Types this at such a place and deletes it again, in another function each time; how long until the findings are there.
pub(crate) fn edits(
    host: &mut Host,
    path: &Path,
    mut text: String,
    (place, typed): (Place, &str),
    count: usize,
) -> Vec<Duration> {
    let mut times = Vec::new();
    for index in 0..count {
        let at = place.find(&text, index * 37 + 11);
        for (range, replacement) in [(at..at, typed), (at..at + typed.len(), "")] {
            let version = host.snapshot().version(path).expect("an open file") + 1;
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
    times
}

/// The time and memory of a scan, and the latency of an edit, over the size of the workspace.
pub(crate) fn workspaces() -> Value {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut rows = Vec::new();
    for lines in WORKSPACE_LINES {
        let folder = std::env::temp_dir().join(format!("tripline-growth-{}", std::process::id()));
        let bytes = write_workspace(&folder, lines);
        let one = child("scan", &folder, 1);
        let all = child("scan", &folder, cores);
        let edit = child("edit", &folder, 0);
        std::fs::remove_dir_all(&folder).expect("the folder that was just made");
        let per_byte = |value: &Value| value["memory"].as_f64().unwrap_or(f64::NAN) / bytes as f64;
        let seconds = |value: &Value| value["seconds"].as_f64().unwrap_or(f64::NAN);
        let row = json!({
            "lines": lines, "bytes": bytes, "cores": cores,
            "seconds_1": seconds(&one), "seconds_all": seconds(&all),
            "scan_bytes_a_byte": per_byte(&one), "host_bytes_a_byte": per_byte(&edit),
            "load_seconds": seconds(&edit), "edit_p50_ms": edit["p50_ms"], "edit_p99_ms": edit["p99_ms"],
        });
        println!(
            "workspace of {lines} lines: {:.0} lines/s on 1 core, {:.0} on {cores}; memory a source byte: {:.1} scanning, {:.1} open \
             in an editor; edit: p50 {:.2} ms, p99 {:.2} ms",
            lines as f64 / seconds(&one),
            lines as f64 / seconds(&all),
            per_byte(&one),
            per_byte(&edit),
            edit["p50_ms"].as_f64().unwrap_or(f64::NAN),
            edit["p99_ms"].as_f64().unwrap_or(f64::NAN),
        );
        rows.push(row);
    }
    Value::Array(rows)
}

/// Writes a workspace of about so many lines; how many bytes it has.
pub(crate) fn write_workspace(folder: &Path, lines: usize) -> usize {
    let mut bytes = 0;
    for (path, text) in generate::workspace(lines) {
        let path = folder.join(path);
        let package = path.parent().expect("files lie in packages");
        std::fs::create_dir_all(package).expect("a writable temporary folder");
        bytes += text.len();
        std::fs::write(path, text).expect("a writable temporary folder");
    }
    bytes
}

fn child(kind: &str, folder: &Path, threads: usize) -> Value {
    let mut task = String::new();
    write!(task, "{kind}\n{}\n{threads}", folder.display()).expect("writing to a string succeeds");
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(program)
        .env(TASK, OsStr::new(&task))
        .output()
        .expect("this program can be started");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        let told = String::from_utf8_lossy(&output.stderr);
        panic!("the task {kind} has failed: {error}; {told}")
    })
}

fn scan_once(rules: &SharedRules, folder: &Path, threads: usize) -> Value {
    let request = ScanRequest {
        paths: vec![folder.to_owned()],
        around: None,
        rules: rules.clone(),
        threads,
    };
    let mut config = Config::load(&Disk, folder, None);
    let files: Arc<dyn FileSystem> = Arc::new(Disk);
    let start = Instant::now();
    let report = scan(
        &files,
        &request,
        &mut config,
        &|_| (),
        &AtomicBool::new(false),
    );
    let seconds = start.elapsed().as_secs_f64();
    let findings: usize = report
        .files
        .iter()
        .map(|file| file.report.findings.len())
        .sum();
    assert!(findings > 0, "the generated workspace has findings");
    json!({"seconds": seconds, "memory": memory("VmHWM:")})
}

/// The workspace as an editor has it: everything analysed, one file open.
fn edit_in_workspace(rules: &SharedRules, folder: &Path) -> Value {
    let mut host = Host::new(Arc::new(Disk), rules.clone());
    let start = Instant::now();
    host.set_roots(&[folder.to_owned()]);
    let found = host.loader().program();
    host.add(found);
    let snapshot = host.snapshot();
    let paths: Vec<PathBuf> = snapshot.paths().map(Path::to_owned).collect();
    for path in &paths {
        snapshot.analyze(path).expect("nobody writes");
    }
    drop(snapshot);
    host.report_across();
    let announcements = host.snapshot().announcements().expect("nobody writes");
    if let Some(announcements) = announcements {
        host.announce(announcements);
    }
    let path = &paths[paths.len() / 2];
    let text = host.snapshot().text(path).expect("a file of the workspace");
    host.open(path, Language::Python, 1, &text);
    let report = host.snapshot().diagnostics(path).expect("nobody writes");
    let seconds = start.elapsed().as_secs_f64();
    assert!(report.is_some(), "an open file");
    let idle = memory("VmRSS:");
    let mut times = edits(&mut host, path, text.to_string(), LETTER, EDITS);
    json!({
        "seconds": seconds, "memory": idle,
        "p50_ms": quantile(&mut times, 0.5), "p99_ms": quantile(&mut times, 0.99),
    })
}

/// A figure of this process's memory, in bytes; `None` where the system does not tell.
pub(crate) fn memory(figure: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(figure))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

//! The database as a whole: what an edit computes anew, and that it yields what an analysis from scratch does.

mod links;
mod oracle;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use proptest::prelude::*;
use serde_json::json;
use tripline_fix::Scope;
use tripline_syntax::{Document, Language, TextEdit};

use crate::db::Database;
use crate::{
    Config, FileReport, FileSystem, Host, Memory, ScanReport, ScanRequest, SharedRules, SkipReason,
    UNUSED_SUPPRESSION, analyze, scan,
};

const PATH: &str = "/w/app.py";

const APP: &str = r#"import sqlite3

TABLE = "users"


def connect():
    return sqlite3.connect("app.db")


def find(name):
    cursor = connect().cursor()
    cursor.execute(f"SELECT * FROM {TABLE} WHERE name = '{name}'")
    return cursor.fetchall()


class Repo:
    def __init__(self):
        self.connection = connect()

    def count(self, where):
        return self.even(self.run("SELECT count(*) FROM users WHERE " + where))

    def run(self, query):
        return self.connection.cursor().execute(query)

    def even(self, number):
        return number == 0 or self.odd(number - 1)

    def odd(self, number):
        return number != 0 and self.even(number - 1)
"#;

/// Lets the analyses know what files say to others by now.
fn announce(host: &mut Host) {
    let announcements = host.snapshot().announcements().unwrap();
    if let Some(announcements) = announcements {
        host.announce(announcements);
    }
    assert!(host.snapshot().announcements().unwrap().is_none());
}

/// A host on these files, and the queries that it runs.
struct Fixture {
    host: Host,
    files: Arc<Memory>,
    executed: Arc<Mutex<Vec<String>>>,
    /// The queries of which it finds out that they still hold.
    validated: Arc<Mutex<Vec<String>>>,
}

impl Fixture {
    fn new(files: &[(&str, &str)]) -> Self {
        let executed = Arc::new(Mutex::new(Vec::new()));
        let files = Arc::new(Memory::with(files));
        let validated = Arc::new(Mutex::new(Vec::new()));
        let logs = (Arc::clone(&executed), Arc::clone(&validated));
        let db = Database::observed(move |event| {
            let (log, key) = match event.kind {
                salsa::EventKind::WillExecute { database_key } => (&logs.0, database_key),
                salsa::EventKind::DidValidateMemoizedValue { database_key } => {
                    (&logs.1, database_key)
                }
                _ => return,
            };
            let name = format!("{key:?}");
            let name = name.split('(').next().unwrap_or_default().to_owned();
            log.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(name);
        });
        let mut host = Host::with_database(db, Arc::clone(&files) as _, SharedRules::builtin());
        host.set_roots(&[PathBuf::from("/w")]);
        Fixture {
            host,
            files,
            executed,
            validated,
        }
    }

    fn open(text: &str) -> Self {
        let mut fixture = Fixture::new(&[]);
        fixture
            .host
            .open(Path::new(PATH), Language::Python, 1, text);
        fixture.report();
        fixture
    }

    fn report(&self) -> Arc<FileReport> {
        self.report_of(PATH)
    }

    fn report_of(&self, path: &str) -> Arc<FileReport> {
        self.host
            .snapshot()
            .diagnostics(Path::new(path))
            .unwrap()
            .unwrap()
    }

    fn text(&self) -> String {
        self.host
            .snapshot()
            .document(Path::new(PATH))
            .unwrap()
            .text()
            .to_string()
    }

    /// Replaces the first `old` by `new`.
    fn replace(&mut self, old: &str, new: &str) {
        let start = self.text().find(old).unwrap() as u32;
        let edit = TextEdit {
            range: start..start + old.len() as u32,
            text: new.to_owned(),
        };
        self.host.edit(Path::new(PATH), 2, &[edit]).unwrap();
    }

    /// How often each of these queries runs for the next report.
    fn executions(&self, names: &[&str]) -> Vec<usize> {
        self.executed.lock().unwrap().clear();
        self.report();
        let executed = self.executed.lock().unwrap();
        names
            .iter()
            .map(|name| executed.iter().filter(|executed| executed == name).count())
            .collect()
    }
}

fn from_scratch(text: &str) -> FileReport {
    let document = Document::parse(Language::Python, text);
    FileReport::clone(
        &analyze(
            Path::new(PATH),
            "app.py",
            document,
            &Arc::default(),
            &SharedRules::builtin(),
        )
        .report,
    )
}

#[test]
fn an_edit_in_a_function_analyses_that_function_alone() {
    let mut fixture = Fixture::open(APP);
    fixture.replace("return cursor.fetchall()", "return list(cursor)");
    assert_eq!(
        fixture.executions(&["analysis", "globals", "constructed", "members"]),
        [1, 0, 0, 0]
    );
}

#[test]
fn an_edit_above_a_function_analyses_nothing_of_it() {
    let mut fixture = Fixture::open(APP);
    fixture.replace(
        "TABLE =",
        "# The table of the people who use this.\nTABLE =",
    );
    assert_eq!(
        fixture.executions(&["analysis", "globals", "constructed"]),
        [0, 0, 0]
    );
    assert_eq!(*fixture.report(), from_scratch(&fixture.text()));
}

#[test]
fn an_edit_that_changes_a_summary_analyses_the_callers_too() {
    let mut fixture = Fixture::open(APP);
    fixture.replace("    return sqlite3.connect(\"app.db\")", "    return None");
    let analysed = fixture.executions(&["analysis"])[0];
    assert!(analysed >= 2, "{analysed}");
    assert_eq!(*fixture.report(), from_scratch(&fixture.text()));
}

#[test]
fn asking_again_computes_nothing() {
    let fixture = Fixture::open(APP);
    fixture.report();
    assert!(fixture.executed.lock().unwrap().len() > 10);
    assert_eq!(
        fixture.executions(&["analysis", "found", "file_report"]),
        [0, 0, 0]
    );
}

#[test]
fn the_queries_find_what_the_engine_finds() {
    let document = Document::parse(Language::Python, APP);
    let ir = tripline_ir::lower::lower(&document, None);
    let rules = SharedRules::builtin();
    let source = tripline_rules::Source {
        path: Some("app.py"),
        syntax: tripline_rules::Syntax::Parsed(&document),
        ir: &ir,
    };
    let low = json!({"confidence-threshold": "low"});
    let config = Config::load(&Memory::new(), Path::new("/w"), Some(&low));
    let analysis = analyze(
        Path::new(PATH),
        "app.py",
        document.clone(),
        config.settings(),
        &rules,
    );
    let found = tripline_rules::analyze(&source, &rules);
    assert_eq!(analysis.report.findings, found);
    assert!(!found.is_empty());
}

#[test]
fn the_schedule_is_the_one_of_the_engine() {
    let document = Document::parse(Language::Python, APP);
    let ir = tripline_ir::lower::lower(&document, None);
    let functions = ir.bodies.iter().skip(1);
    let functions: Vec<_> = functions
        .map(|layout| (layout.body.key, crate::schedule::mentioned(&layout.body)))
        .collect();
    let schedule = crate::schedule::Schedule::of(&functions);
    let ours: Vec<_> = schedule.order().map(|(key, _)| key).collect();
    let theirs: Vec<_> = tripline_rules::bottom_up(&ir)
        .into_iter()
        .flat_map(|group| {
            if group.is_recursive {
                group.bodies.repeat(2)
            } else {
                group.bodies
            }
        })
        .collect();
    assert_eq!(ours, theirs);
}

/// An edit: a place, how much to remove and what to insert, all reduced to what the text allows.
fn edits() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    let piece = prop_oneof![
        Just("\n".to_owned()),
        Just("    ".to_owned()),
        Just("def other(x):\n    return connect()\n".to_owned()),
        Just("(".to_owned()),
        Just("\"".to_owned()),
        Just("name".to_owned()),
        Just("# tripline: ignore[sql-injection]\n".to_owned()),
        Just("self.odd(number)".to_owned()),
        "[a-z.é()]{0,6}",
    ];
    proptest::collection::vec((any::<prop::sample::Index>(), 0..12_usize, piece), 1..12).prop_map(
        |edits| {
            edits
                .into_iter()
                .map(|(at, length, text)| (at.index(10_000), length, text))
                .collect()
        },
    )
}

fn char_start(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len()))
        .rev()
        .find(|offset| text.is_char_boundary(*offset))
        .unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn random_edits_yield_what_an_analysis_from_scratch_does(edits in edits()) {
        let mut fixture = Fixture::open(APP);
        for (version, (at, length, inserted)) in (2..).zip(edits) {
            let text = fixture.text();
            let start = char_start(&text, at % (text.len() + 1));
            let end = char_start(&text, start + length);
            let edit = TextEdit { range: start as u32..end as u32, text: inserted };
            fixture.host.edit(Path::new(PATH), version, &[edit]).unwrap();
            // From an error tree-sitter recovers in another way than from scratch: the documents are then not the same.
            let document = fixture.host.snapshot().document(Path::new(PATH)).unwrap();
            let settings = Arc::default();
            let scratch = analyze(Path::new(PATH), "app.py", document, &settings, &SharedRules::builtin());
            prop_assert_eq!(&*fixture.report(), &*scratch.report);
        }
    }
}

#[test]
fn the_oracle_has_something_to_find() {
    let report = from_scratch(APP);
    let checks: Vec<&str> = report
        .findings
        .iter()
        .map(|finding| &*finding.check)
        .collect();
    assert!(checks.contains(&"sql-injection"), "{checks:?}");
}

#[test]
fn a_write_cancels_the_reads_of_snapshots() {
    let mut fixture = Fixture::open(APP);
    let snapshot = fixture.host.snapshot();
    let reader = std::thread::spawn(move || {
        // Reads until a write comes in between; the write waits until this thread drops the snapshot.
        loop {
            match snapshot.diagnostics(Path::new(PATH)) {
                Ok(report) => assert!(report.is_some()),
                Err(cancelled) => return cancelled,
            }
        }
    });
    fixture.replace("users", "people");
    assert_eq!(reader.join().unwrap(), crate::Cancelled);
    assert_eq!(*fixture.report(), from_scratch(&fixture.text()));
}

#[test]
fn a_file_on_the_disk_counts_until_it_is_opened_and_after_it_is_closed() {
    let mut fixture = Fixture::new(&[(PATH, APP)]);
    let path = Path::new(PATH);
    fixture.host.load(path).unwrap();
    assert!(!fixture.report().findings.is_empty());
    fixture.host.open(path, Language::Python, 1, "x = 1\n");
    assert!(fixture.report().findings.is_empty());
    fixture.host.load(path).unwrap();
    assert!(fixture.report().findings.is_empty());
    assert_eq!(fixture.host.snapshot().version(path), Some(1));
    fixture.host.close(path);
    assert!(!fixture.report().findings.is_empty());
    assert_eq!(fixture.host.snapshot().version(path), None);
    fixture.files.remove(PATH);
    assert!(fixture.host.load(path).is_err());
    assert_eq!(fixture.host.snapshot().diagnostics(path).unwrap(), None);
    fixture
        .host
        .open(Path::new("untitled:1"), Language::Python, 1, APP);
    assert!(!fixture.report_of("untitled:1").findings.is_empty());
    fixture.host.close(Path::new("untitled:1"));
    assert_eq!(fixture.host.snapshot().paths().count(), 0);
}

#[test]
fn a_file_that_appears_counts_if_a_walk_finds_it() {
    let fixture = Fixture::new(&[
        ("/w/.gitignore", "build/\n"),
        ("/w/a/b/c.py", ""),
        ("/w/build/c.py", ""),
        ("/w/node_modules/c.js", ""),
        ("/w/.cache/c.py", ""),
        ("/w/notes.md", ""),
    ]);
    let loader = fixture.host.loader();
    assert_eq!(loader.walk(), [PathBuf::from("/w/a/b/c.py")]);
    let paths = [
        "/w/a/b/c.py",
        "/w/build/c.py",
        "/w/node_modules/c.js",
        "/w/.cache/c.py",
        "/w/notes.md",
        "/x/c.py",
    ];
    let found: Vec<bool> = paths
        .iter()
        .map(|path| loader.finds(Path::new(path)))
        .collect();
    assert_eq!(found, [true, false, false, false, false, false]);
}

#[test]
fn a_new_file_is_read_by_its_path() {
    let mut fixture = Fixture::open(APP);
    assert_eq!(
        fixture.host.snapshot().diagnostics(Path::new("/w/new.py")),
        Ok(None)
    );
    fixture.files.write("/w/new.py", APP);
    let file = fixture
        .host
        .loader()
        .read(Path::new("/w/new.py"))
        .unwrap()
        .unwrap();
    fixture.host.add(vec![file]);
    assert_eq!(
        fixture.report_of("/w/new.py").findings.len(),
        fixture.report().findings.len()
    );
}

#[test]
fn opening_and_closing_a_file_checks_no_other() {
    let mut fixture = Fixture::new(&[(PATH, APP), ("/w/other.py", APP)]);
    for path in [PATH, "/w/other.py"] {
        fixture.host.load(Path::new(path)).unwrap();
        fixture.report_of(path);
    }
    fixture
        .host
        .open(Path::new("/w/other.py"), Language::Python, 1, APP);
    fixture.host.close(Path::new("/w/other.py"));
    assert_eq!(fixture.executions(&["file_report", "analysis"]), [0, 0]);
    assert_eq!(
        fixture.report_of("/w/other.py").findings.len(),
        fixture.report().findings.len()
    );
}

#[test]
fn a_file_that_is_gone_from_the_disk_stays_open() {
    let mut fixture = Fixture::open(APP);
    let findings = fixture.report().findings.len();
    fixture.host.remove(Path::new(PATH));
    assert_eq!(fixture.report().findings.len(), findings);
    fixture.host.close(Path::new(PATH));
    assert_eq!(
        fixture
            .host
            .snapshot()
            .diagnostics(Path::new(PATH))
            .unwrap(),
        None
    );
}

#[test]
fn a_text_that_is_no_program_is_searched_for_secrets() {
    let token = format!(
        "ghp_{}",
        "a8Kd03mZqWx7RtVb21Lp".repeat(2).get(..36).unwrap()
    );
    let text =
        format!("A=1\nTOKEN={token}\nOTHER={token} # tripline: ignore[hardcoded-secret] test\n");
    // The token has no right checksum, which makes it less likely.
    let config = ("/w/tripline.toml", "confidence-threshold = \"low\"\n");
    let files = Arc::new(Memory::with(&[("/w/.env", &text), config]));
    let scanned = scanned(&files, &["/w"], 1);
    let mut fixture = Fixture::new(&[("/w/.env", &text), config]);
    fixture.host.load(Path::new("/w/.env")).unwrap();
    assert_eq!(fixture.report_of("/w/.env"), scanned.files[0].report);
    let all = tripline_rules::scan_text(&text, None, &SharedRules::builtin());
    let report = fixture.report_of("/w/.env");
    assert_eq!(report.findings.len() + report.suppressed.len(), all.len());
    fixture.host.open_text(Path::new("/w/.env"), 1, "A=1\n");
    assert!(fixture.report_of("/w/.env").findings.is_empty());
    let edit = TextEdit {
        range: 4..4,
        text: text.clone(),
    };
    fixture.host.edit(Path::new("/w/.env"), 2, &[edit]).unwrap();
    assert_eq!(
        fixture.report_of("/w/.env").findings.len(),
        report.findings.len()
    );
}

#[test]
fn the_code_of_a_notebook_is_analysed_and_may_be_suppressed() {
    let line = |code: &str| format!("\"{code}\\n\",\n");
    let source = [
        line("import yaml"),
        line("key = 1"),
        line("API_KEY = 'sk-live-4f8a9c1e7b'"),
        line("API_KEY = 'sk-live-4f8a9c1e7c'  # tripline: ignore[hardcoded-secret] of the demo"),
    ];
    let text = format!(
        "{{\"cells\": [{{\"cell_type\": \"code\", \"outputs\": [], \"source\": [\n{}\"\"]}}]}}",
        source.concat()
    );
    let files = Arc::new(Memory::with(&[("/w/a.ipynb", &text)]));
    let report = &scanned(&files, &["/w"], 1).files[0].report;
    let found: Vec<&str> = report
        .findings
        .iter()
        .map(|finding| &text[finding.span.range()])
        .collect();
    assert_eq!(found, ["'sk-live-4f8a9c1e7b'"]);
    assert_eq!(report.suppressed.len(), 1);
    let mut fixture = Fixture::new(&[("/w/a.ipynb", &text)]);
    fixture.host.load(Path::new("/w/a.ipynb")).unwrap();
    assert_eq!(&fixture.report_of("/w/a.ipynb"), report);
}

#[test]
fn an_ignored_file_of_settings_is_not_scanned() {
    let text = "DB_PASSWORD=gr33n-Kettle-42\n";
    let files = Arc::new(Memory::with(&[
        ("/w/.gitignore", ".env\n"),
        ("/w/.env", text),
        ("/w/prod.env", text),
    ]));
    let scanned = scanned(&files, &["/w"], 1);
    let paths: Vec<_> = scanned.files.iter().map(|file| file.path.clone()).collect();
    assert_eq!(paths, [Path::new("/w/prod.env")]);
    assert_eq!(scanned.files[0].report.findings.len(), 1);
}

const FIXABLE: &str = "import sqlite3


def find(name):
    cursor = sqlite3.connect('a.db').cursor()
    cursor.execute(f\"SELECT * FROM users WHERE name = '{name}'\")
    return cursor.fetchall()
";

#[test]
fn a_proven_fix_removes_its_finding() {
    let mut fixture = Fixture::open(FIXABLE);
    let path = Path::new(PATH);
    let finding = fixture.report().findings[0].clone();
    let snapshot = fixture.host.snapshot();
    let fixes = snapshot.fixes(path, &finding).unwrap();
    assert_eq!(snapshot.fixes(path, &finding).unwrap(), fixes);
    let all = snapshot
        .fix_all(path, Scope::SafeAndReview)
        .unwrap()
        .unwrap();
    drop(snapshot);
    assert!(!fixes.is_empty());
    let document = Document::parse(Language::Python, FIXABLE);
    let analysis = analyze(
        path,
        "app.py",
        document.clone(),
        &Arc::default(),
        &SharedRules::builtin(),
    );
    assert_eq!(analysis.fixes(&finding), fixes);
    assert_eq!(analysis.fix_all(Scope::SafeAndReview), all);
    let fixed = document.edited_at_once(&fixes[0].edits).unwrap();
    assert_eq!(&all.text, &**fixed.text());
    fixture.host.set_text(path, 2, fixed.text()).unwrap();
    assert_eq!(fixture.report().findings, []);
}

#[test]
fn fixing_all_leaves_what_is_accepted() {
    let text = FIXABLE.replace(
        "    cursor.execute",
        "    # tripline: ignore[sql-injection] reviewed\n    cursor.execute",
    );
    let fixture = Fixture::open(&text);
    let all = fixture
        .host
        .snapshot()
        .fix_all(Path::new(PATH), Scope::SafeAndReview)
        .unwrap()
        .unwrap();
    assert_eq!(all.text, text);
}

#[test]
fn an_edit_of_a_file_that_is_not_open_is_an_error() {
    let mut fixture = Fixture::new(&[(PATH, APP)]);
    let error = fixture.host.edit(Path::new(PATH), 2, &[]).unwrap_err();
    assert_eq!(error.to_string(), "/w/app.py is not open");
}

#[test]
fn a_comment_accepts_a_finding_and_is_unused_without_it() {
    let mut fixture = Fixture::open(APP);
    let findings = fixture.report().findings.len();
    fixture.replace(
        "    cursor.execute",
        "    # tripline: ignore[sql-injection] reviewed\n    cursor.execute",
    );
    let report = fixture.report();
    assert_eq!(report.findings.len(), findings - 1);
    assert_eq!(report.suppressed.len(), 1);
    assert_eq!(report.suppressed[0].reason, "reviewed");
    assert!(report.unused_suppressions.is_empty());
    fixture.replace(
        "f\"SELECT * FROM {TABLE} WHERE name = '{name}'\"",
        "\"SELECT 1\"",
    );
    let report = fixture.report();
    assert_eq!(report.unused_suppressions.len(), 1);
    assert_eq!(
        &*report.unused_suppressions[0].finding.check,
        UNUSED_SUPPRESSION
    );
    assert!(
        report
            .shown()
            .contains(&&report.unused_suppressions[0].finding)
    );
}

#[test]
fn a_change_of_the_configuration_reaches_every_file() {
    let mut fixture = Fixture::new(&[(PATH, APP), ("/w/other/app.py", APP)]);
    for path in fixture.host.loader().walk() {
        fixture.host.load(&path).unwrap();
    }
    let findings = fixture.report().findings.len();
    fixture.files.write(
        "/w/tripline.toml",
        "[checks.sql-injection]\nenabled = false\n",
    );
    fixture.files.write(
        "/w/other/tripline.toml",
        "[checks.sql-injection]\nenabled = true\nseverity = \"low\"\n",
    );
    fixture.host.reload_config();
    assert!(
        fixture
            .report()
            .findings
            .iter()
            .all(|finding| &*finding.check != "sql-injection")
    );
    let other = fixture.report_of("/w/other/app.py");
    assert_eq!(other.findings.len(), findings);
    let sql = other
        .findings
        .iter()
        .find(|finding| &*finding.check == "sql-injection")
        .unwrap();
    assert_eq!(sql.severity, tripline_rules::Severity::Low);
    fixture
        .files
        .write("/w/tripline.toml", "exclude = [\"/app.py\"]\n");
    fixture.host.reload_config();
    assert_eq!(fixture.report().skipped, Some(SkipReason::Excluded));
}

#[test]
fn of_a_wrong_configuration_the_last_good_one_stays_in_force() {
    let mut fixture = Fixture::new(&[
        ("/w/tripline.toml", "severity-threshold = \"critical\"\n"),
        (PATH, APP),
    ]);
    fixture.host.load(Path::new(PATH)).unwrap();
    assert!(fixture.report().findings.is_empty());
    fixture
        .files
        .write("/w/tripline.toml", "severity-treshold = \"low\"\n");
    fixture.host.reload_config();
    assert!(fixture.report().findings.is_empty());
    let problems = fixture.host.config_problems();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].to_string(),
        "/w/tripline.toml:1:1: unknown key `severity-treshold`; did you mean `severity-threshold`?"
    );
    fixture
        .files
        .write("/w/tripline.toml", "severity-threshold = \"low\"\n");
    fixture.host.reload_config();
    assert!(!fixture.report().findings.is_empty());
    assert_eq!(fixture.host.config_problems(), []);
}

#[test]
fn the_editor_can_turn_everything_off() {
    let mut fixture = Fixture::open(APP);
    fixture.host.set_editor_settings(json!({"enabled": false}));
    assert_eq!(fixture.report().skipped, Some(SkipReason::Disabled));
}

#[test]
fn a_call_on_the_allowlist_is_no_finding() {
    let mut fixture = Fixture::open(APP);
    let sql = |report: &FileReport| {
        report
            .findings
            .iter()
            .filter(|finding| &*finding.check == "sql-injection")
            .count()
    };
    let before = sql(&fixture.report());
    fixture.files.write(
        "/w/tripline.toml",
        "allowlist = [\"sqlite3.Cursor.execute\"]\n",
    );
    fixture.host.reload_config();
    assert!(sql(&fixture.report()) < before);
    fixture.files.write(
        "/w/tripline.toml",
        "allowlist = [\"sqlite3.Cursor.execute with params\"]\n",
    );
    fixture.host.reload_config();
    assert_eq!(sql(&fixture.report()), before);
    fixture.replace("'{name}'\")", "'{name}' AND id = ?\", (1,))");
    assert_eq!(sql(&fixture.report()), before - 1);
}

fn scanned(files: &Arc<Memory>, paths: &[&str], threads: usize) -> ScanReport {
    let mut config = Config::load(&**files, Path::new("/w"), None);
    let request = ScanRequest {
        paths: paths.iter().map(PathBuf::from).collect(),
        around: None,
        rules: SharedRules::builtin(),
        threads,
    };
    let files: Arc<dyn FileSystem> = Arc::clone(files) as _;
    scan(
        &files,
        &request,
        &mut config,
        &|_| {},
        &AtomicBool::new(false),
    )
}

#[test]
fn a_scan_reports_the_same_on_any_number_of_threads() {
    let files = Arc::new(Memory::new());
    for index in 0..40 {
        files.write(format!("/w/pkg{}/mod{index}.py", index % 3), APP);
    }
    let one = scanned(&files, &["/w"], 1);
    let many = scanned(&files, &["/w/pkg2", "/w"], 4);
    assert_eq!(one.files.len(), 40);
    assert!(one.files.is_sorted_by_key(|file| file.path.clone()));
    assert_eq!(one.lines, 40 * APP.lines().count());
    let parts = |report: &ScanReport| -> Vec<_> {
        report
            .files
            .iter()
            .map(|file| (file.path.clone(), file.report.clone()))
            .collect()
    };
    assert_eq!(parts(&one), parts(&many));
    assert!(one.files.iter().all(|file| file.source.is_some()));
}

#[test]
fn a_scan_says_what_it_has_skipped_and_what_it_could_not_read() {
    let files = Arc::new(Memory::with(&[
        ("/w/a.py", "x = 1\n"),
        ("/w/README.md", ""),
        ("/w/node_modules/b.js", ""),
        ("/w/gen_pb2.py", ""),
        ("/w/old/c.py", ""),
        (
            "/w/tripline.toml",
            "exclude = [\"old/\"]\nmax-file-size = 100\n",
        ),
    ]));
    files.write("/w/latin.py", b"x = 'caf\xE9'");
    files.write("/w/binary.py", b"\x00\x01");
    files.write("/w/large.py", "x = 1\n".repeat(100));
    files.write("/w/secret.py", "");
    files.forbid("/w/secret.py");
    let report = scanned(&files, &["/w", "/gone"], 2);
    let skipped: Vec<String> = report
        .skipped
        .iter()
        .map(|(path, reason)| format!("{}: {reason}", path.display()))
        .collect();
    assert_eq!(
        skipped,
        [
            "/w/binary.py: binary",
            "/w/gen_pb2.py: generated",
            "/w/large.py: too large",
            "/w/latin.py: not UTF-8",
            "/w/node_modules: vendored",
            "/w/old: excluded by the configuration",
        ]
    );
    assert_eq!(report.skip_counts()[&SkipReason::Vendored], 1);
    let unreadable: Vec<String> = report.unreadable.iter().map(ToString::to_string).collect();
    assert_eq!(
        unreadable,
        [
            "cannot read /gone: entity not found",
            "cannot read /w/secret.py: permission denied"
        ]
    );
    assert_eq!(report.files.len(), 2);
}

#[test]
fn a_file_that_is_named_is_analysed_wherever_it_is() {
    let files = Arc::new(Memory::with(&[
        ("/w/.gitignore", "*.py\n"),
        ("/w/node_modules/a.py", APP),
        ("/w/a_pb2.py", APP),
        ("/w/tripline.toml", "exclude = [\"a_pb2.py\"]\n"),
    ]));
    let found = scanned(&files, &["/w"], 1);
    assert!(
        found
            .files
            .iter()
            .all(|file| file.path.ends_with("tripline.toml"))
    );
    let report = scanned(&files, &["/w/node_modules/a.py", "/w/a_pb2.py"], 1);
    assert_eq!(report.files.len(), 2);
    assert!(
        report
            .files
            .iter()
            .all(|file| !file.report.findings.is_empty())
    );
}

#[test]
fn a_cancelled_scan_says_so() {
    let files = Memory::with(&[(PATH, APP)]);
    let mut config = Config::load(&files, Path::new("/w"), None);
    let request = ScanRequest {
        paths: vec![PathBuf::from("/w")],
        around: None,
        rules: SharedRules::builtin(),
        threads: 1,
    };
    let files: Arc<dyn FileSystem> = Arc::new(files);
    let report = scan(
        &files,
        &request,
        &mut config,
        &|_| {},
        &AtomicBool::new(true),
    );
    assert!(report.is_cancelled && report.files.is_empty());
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    let files = Arc::new(Memory::new());
    files.write(PATH, format!("\u{feff}{APP}"));
    let report = scanned(&files, &["/w"], 1);
    assert_eq!(report.files[0].report.findings, from_scratch(APP).findings);
    assert!(report.files[0].source.as_ref().unwrap().has_bom);
}

#[test]
fn rules_of_the_workspace_join_the_built_in_ones_or_say_what_is_wrong() {
    let files = Memory::with(&[("/w/.tripline/checks/mine.md", "---\nid: mine\n---\n")]);
    let config = Config::load(&files, Path::new("/w"), None);
    let (rules, problems) = SharedRules::load(&files, &config);
    assert!(matches!(rules, SharedRules::Builtin(_)));
    assert!(!problems.is_empty());
    assert!(problems[0].path.ends_with("checks/mine.md"));
}

#[test]
fn half_typed_code_keeps_the_findings_of_every_other_statement() {
    let mut fixture = Fixture::open(APP);
    let before = fixture.report().findings.len();
    fixture.replace("TABLE = \"users\"\n", "TABLE = \"users\"\nfoo(\n\n");
    fixture.replace("foo(\n", "foo = bar(1,\n)\n");
    assert_eq!(fixture.report().findings.len(), before);
}

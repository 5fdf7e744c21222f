//! `tripline scan`: what it shows, and its exit code.

use std::io::Write;
use std::process::Stdio;

use super::started::{Folder, INJECTION, SECRET, SECRET_VALUE};

#[test]
fn findings_are_listed_by_file_for_a_pipe() {
    let folder = Folder::with(&[("app/users.py", INJECTION), ("app/keys.py", SECRET)]);
    let run = folder.run(&["scan"]);
    insta::assert_snapshot!(run.stdout);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stderr, "");
}

#[test]
fn a_clean_project_has_no_issues() {
    let folder = Folder::with(&[
        ("a.py", "x = 1\n"),
        ("b.go", "package b\n"),
        ("empty.js", ""),
    ]);
    let run = folder.run(&["scan"]);
    assert_eq!(run.stdout, "No issues found. (0 findings)\n");
    assert_eq!(run.code, Some(0));
}

#[test]
fn a_folder_without_sources_is_said_to_have_none() {
    let folder = Folder::with(&[("notes.adoc", "nothing")]);
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(0));
    assert!(run.stderr.starts_with("No file to scan"), "{}", run.stderr);
}

#[test]
fn what_must_be_found_in_a_file_of_its_own_is_found() {
    let cases = [
        (
            "a.py",
            "def f(cursor, uid):\n    cursor.execute(f\"SELECT * FROM users WHERE id={uid}\")\n",
            "[HIGH]",
        ),
        ("a.py", SECRET, "[HIGH]"),
        ("a.py", "if not is_admin:\n    pass\n", "[HIGH]"),
        (
            "a.py",
            "import yaml\n\ndata = open('a').read()\nvalue = yaml.load(data)\n",
            "[HIGH]",
        ),
        (
            "a.py",
            "response.headers[\"Access-Control-Allow-Origin\"] = \"*\"\n",
            "[MEDIUM]",
        ),
    ];
    for (name, text, severity) in cases {
        let folder = Folder::with(&[(name, text)]);
        let run = folder.run(&["scan"]);
        assert_eq!(run.code, Some(1), "{text}{}", run.stdout);
        assert!(run.stdout.contains(severity), "{text}{}", run.stdout);
    }
}

#[test]
fn thresholds_decide_what_is_shown_and_what_fails() {
    let folder = Folder::with(&[("a.py", INJECTION)]);
    assert_eq!(
        folder.run(&["scan", "--severity", "critical"]).code,
        Some(0)
    );
    assert_eq!(folder.run(&["scan", "--severity", "high"]).code, Some(1));
    let run = folder.run(&["scan", "--fail-on", "critical"]);
    assert_eq!(run.code, Some(0));
    assert!(run.stdout.contains("SQL injection"), "{}", run.stdout);
}

#[test]
fn findings_of_low_confidence_are_shown_on_request() {
    let text =
        "import sqlite3\nimport sys\n\nsqlite3.connect('a').execute(f\"SELECT {sys.argv[1]}\")\n";
    let folder = Folder::with(&[("a.py", text)]);
    assert_eq!(folder.run(&["scan"]).code, Some(0));
    assert_eq!(folder.run(&["scan", "--confidence", "low"]).code, Some(1));
}

#[test]
fn the_command_line_overrides_the_configuration() {
    let folder = Folder::with(&[
        ("tripline.toml", "severity-threshold = \"critical\"\n"),
        ("a.py", INJECTION),
    ]);
    assert_eq!(folder.run(&["scan"]).code, Some(0));
    assert_eq!(folder.run(&["scan", "--severity", "low"]).code, Some(1));
}

#[test]
fn one_category_runs_alone() {
    let folder = Folder::with(&[("a.py", INJECTION), ("b.py", SECRET)]);
    let run = folder.run(&["scan", "--category", "hardcoded_secret"]);
    assert!(run.stdout.contains("Hard-coded secret"), "{}", run.stdout);
    assert!(!run.stdout.contains("SQL injection"), "{}", run.stdout);
}

#[test]
fn standard_input_stands_for_a_file() {
    let folder = Folder::with(&[]);
    let run = folder.run_with_input(&["scan", "--stdin", "--path", "app/users.py"], INJECTION);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stdout
            .starts_with("app/users.py\n[HIGH]   Line 5 — SQL injection"),
        "{}",
        run.stdout
    );
    let run = folder.run_with_input(&["scan", "--stdin", "--path", "app/users.py"], "x = 1\n");
    assert_eq!(run.stdout, "No issues found. (0 findings)\n");
    assert_eq!(run.code, Some(0));
}

#[test]
fn standard_input_needs_a_path() {
    let folder = Folder::with(&[]);
    let run = folder.run(&["scan", "--stdin"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("--path"), "{}", run.stderr);
}

#[test]
fn an_accepted_finding_is_counted_and_an_unneeded_comment_reported() {
    let accepted = INJECTION.replace(
        "'\")\n",
        "'\")  # tripline: ignore[sql-injection] tests only\n",
    );
    let folder = Folder::with(&[("a.py", &accepted)]);
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(
        run.stdout.contains("Suppressed by comments: 1 finding."),
        "{}",
        run.stdout
    );
    let folder = Folder::with(&[("a.py", "x = 1  # tripline: ignore[sql-injection]\n")]);
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("Unused suppression"), "{}", run.stdout);
}

#[test]
fn what_is_ignored_or_vendored_is_left_alone_unless_it_is_named() {
    let folder = Folder::with(&[
        (".gitignore", "build/\n"),
        ("build/a.py", INJECTION),
        ("node_modules/x/b.js", "x"),
        (
            "gen.go",
            "// Code generated by x. DO NOT EDIT.\npackage p\n",
        ),
    ]);
    let run = folder.run(&["scan"]);
    insta::assert_snapshot!(run.stdout, @r"
    Skipped 2 paths: 1 generated, 1 vendored.
    No issues found. (0 findings)
    ");
    assert_eq!(folder.run(&["scan", "build/a.py"]).code, Some(1));
}

#[test]
fn a_path_elsewhere_has_its_own_configuration() {
    let folder = Folder::with(&[
        ("here/x.py", ""),
        ("there/tripline.toml", "enabled = false\n"),
        ("there/a.py", INJECTION),
    ]);
    let elsewhere = folder.path("there").display().to_string();
    let run = folder.run(&["scan", &elsewhere]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(
        run.stdout.contains("disabled by the configuration"),
        "{}",
        run.stdout
    );
}

#[test]
fn an_unknown_key_of_the_configuration_is_an_error_with_its_place() {
    let folder = Folder::with(&[("tripline.toml", "exlude = []\n"), ("a.py", INJECTION)]);
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(run.stdout, "");
    insta::assert_snapshot!(run.stderr);
}

#[test]
fn a_configuration_of_a_folder_is_judged_too() {
    let folder = Folder::with(&[
        ("sub/tripline.toml", "enabled = 1\n"),
        ("sub/a.py", INJECTION),
    ]);
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("<folder>/sub/tripline.toml:1:"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_configuration_that_names_no_check_is_an_error() {
    let folder = Folder::with(&[("tripline.toml", "[checks.sql-injektion]\nenabled = false\n")]);
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("did you mean `sql-injection`"),
        "{}",
        run.stderr
    );
}

#[test]
fn another_configuration_can_be_given() {
    let folder = Folder::with(&[
        ("ci/strict.toml", "exclude = [\"**\"]\n"),
        ("a.py", INJECTION),
    ]);
    assert_eq!(folder.run(&["scan"]).code, Some(1));
    folder.write("ci/strict.toml", b"severity-threshold = \"critical\"\n");
    assert_eq!(
        folder.run(&["scan", "--config", "ci/strict.toml"]).code,
        Some(0)
    );
    let run = folder.run(&["scan", "--config", "ci/missing.toml"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("cannot read <folder>/ci/missing.toml"),
        "{}",
        run.stderr
    );
}

#[test]
fn an_unknown_category_is_an_error() {
    let folder = Folder::with(&[("a.py", INJECTION)]);
    let run = folder.run(&["scan", "--category", "sql-injectoin"]);
    assert_eq!(run.code, Some(2));
    insta::assert_snapshot!(run.stderr, @"tripline: no check has the id `sql-injectoin`; did you mean `sql-injection`?");
}

#[test]
fn a_missing_path_is_an_error_and_the_others_are_scanned() {
    let folder = Folder::with(&[("a.py", INJECTION)]);
    let run = folder.run(&["scan", "a.py", "missing.py"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stdout.contains("SQL injection"), "{}", run.stdout);
    assert!(!run.stdout.contains("missing.py"), "{}", run.stdout);
    assert!(
        run.stderr.contains("cannot read <folder>/missing.py"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_rule_of_the_project_is_used_and_one_with_a_typo_is_an_error() {
    let page = "---\nid: no-legacy\ntitle: Legacy call\ncwe: [676]\nowasp_2021: A04\nowasp_2025: A06\nseverity: low\n\
                rules:\n  - name: call\n    call:\n      callee: [legacy.run]\n    message: legacy.run is called\n    \
                help: Call modern.run\n---\n\nUse `modern.run`.\n\n## Examples\n\n```python vulnerable\nimport legacy\n\n\
                legacy.run()  # expect\n```\n\n```python safe\nimport modern\n\nmodern.run()\n```\n";
    let folder = Folder::with(&[
        (".tripline/checks/no-legacy.md", page),
        ("a.py", "import legacy\n\nlegacy.run()\n"),
    ]);
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(1), "{}{}", run.stdout, run.stderr);
    assert!(
        run.stdout
            .contains("[LOW]    Line 3 — Legacy call: legacy.run is called"),
        "{}",
        run.stdout
    );
    let run = folder.run(&["rules", "test", "no-legacy"]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    folder.write(
        ".tripline/checks/no-legacy.md",
        page.replace("callee", "calee").as_bytes(),
    );
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr
            .contains("<folder>/.tripline/checks/no-legacy.md:11:"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("callee"), "{}", run.stderr);
}

#[test]
fn a_model_of_the_project_needs_no_rebuild() {
    let model = "library: warehouse\nimports: [warehouse]\ndocs: https://warehouse.example/api\ncallables:\n  \
                 - name: warehouse.query\n    sinks:\n      - kind: sql\n        \
                 argument: {position: 0, keyword: statement}\n        \
                 binding: {placeholder: question, values: list, position: 1, keyword: values}\n";
    let code = "import warehouse\n\n\ndef find(name):\n    return warehouse.query(f\"SELECT * FROM t WHERE n = '{name}'\")\n";
    let folder = Folder::with(&[
        ("app.py", code),
        (".tripline/models/python/warehouse.yml", model),
    ]);
    let run = folder.run(&["scan", "--fix"]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    let after = folder.read("app.py");
    assert!(
        after.contains("warehouse.query(\"SELECT * FROM t WHERE n = ?\", [name])"),
        "{after}"
    );
    folder.write(
        ".tripline/models/python/warehouse.yml",
        model.replace("callables", "calables").as_bytes(),
    );
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("warehouse.yml:4:1: calables:"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("did you mean `callables`"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_secret_is_masked_in_every_format() {
    let line = format!(
        "def f(cursor, x):\n    cursor.execute(f\"SELECT {{x}}\"); API_KEY = \"{SECRET_VALUE}\"\n"
    );
    let folder = Folder::with(&[
        ("a.py", &line),
        ("b.py", SECRET),
        ("c.js", &format!("const apiKey = \"{SECRET_VALUE}\";\n")),
        ("d.py", &format!("{}  # tripline: ignore\n", SECRET.trim())),
    ]);
    for format in [
        "text", "json", "sarif", "github", "gitlab", "junit", "markdown",
    ] {
        let run = folder.run(&["scan", "--format", format]);
        assert_eq!(run.code, Some(1), "{format}: {}", run.stderr);
        assert!(
            !run.stdout.contains(SECRET_VALUE),
            "{format}: {}",
            run.stdout
        );
        assert!(
            !run.stderr.contains(SECRET_VALUE),
            "{format}: {}",
            run.stderr
        );
    }
    let run = folder.run(&["scan", "--category", "sql-injection"]);
    assert!(!run.stdout.contains(SECRET_VALUE), "{}", run.stdout);
    for arguments in [
        ["scan", "--fix", "--dry-run"],
        ["scan", "--fix", "--no-progress"],
    ] {
        let run = folder.run(&arguments);
        assert!(!run.stdout.contains(SECRET_VALUE), "{}", run.stdout);
    }
}

#[test]
fn the_output_is_the_same_on_any_number_of_threads() {
    let names: Vec<String> = (0..40).map(|index| format!("m{index}/app.py")).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (name.as_str(), INJECTION))
        .collect();
    let folder = Folder::with(&files);
    let one = folder.run(&["scan", "--format", "json", "--threads", "1"]);
    let many = folder.run(&["scan", "--format", "json", "--threads", "8"]);
    assert_eq!(one.stdout, many.stdout);
}

#[test]
fn a_closed_output_ends_the_program_quietly() {
    let folder = Folder::with(&[]);
    let mut child = folder
        .command(&["scan", "--stdin", "--path", "a.py"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child
        .stdin
        .take()
        .unwrap()
        .write_all(INJECTION.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

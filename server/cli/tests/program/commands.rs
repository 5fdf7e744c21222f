//! The other commands.

use serde_json::Value;

use super::started::{Folder, INJECTION};

#[test]
fn the_demonstration_ends_clean() {
    let folder = Folder::with(&[]);
    let run = folder.run(&["demo"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    for name in ["users.py", "server.js", "store.go"] {
        assert!(run.stdout.contains(name), "{}", run.stdout);
    }
    assert!(run.stdout.contains("SQL injection") && run.stdout.contains("Hard-coded secret"));
    assert!(
        run.stdout.ends_with("No issues found. (0 findings)\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_check_is_explained_by_its_page() {
    let folder = Folder::with(&[]);
    let run = folder.run(&["explain", "sql_injection"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stdout.starts_with("# SQL injection (sql-injection)\n"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("CWE-89"), "{}", run.stdout);
    assert_eq!(folder.run(&["explain", "unused-suppression"]).code, Some(0));
    let run = folder.run(&["explain", "sql-injektion"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("did you mean `sql-injection`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_checks_are_listed() {
    let run = Folder::with(&[]).run(&["rules", "list"]);
    assert_eq!(run.code, Some(0));
    for id in [
        "auth-bypass",
        "code-injection",
        "command-injection",
        "hardcoded-secret",
        "insecure-defaults",
        "insecure-deserialization",
        "open-redirect",
        "path-traversal",
        "permissive-headers",
        "sql-injection",
        "tls-verification",
        "weak-crypto",
        "weak-random",
        "ssrf",
        "xss",
        "trojan-source",
    ] {
        assert!(run.stdout.contains(id), "{}", run.stdout);
    }
}

#[test]
fn checks_are_listed_by_language_class_weakness_and_fix() {
    let folder = Folder::with(&[]);
    let ids = |arguments: &[&str]| -> Vec<String> {
        let run = folder.run(&[&["rules", "list", "--format", "json"], arguments].concat());
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let entries: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
        let entries = entries.as_array().expect("a list").iter();
        entries
            .map(|entry| entry["id"].as_str().expect("an id").to_owned())
            .collect()
    };
    let all = ids(&[]);
    assert_eq!(ids(&["--cwe", "CWE-89"]), ["sql-injection"]);
    assert_eq!(ids(&["--cwe", "89"]), ["sql-injection"]);
    assert!(ids(&["--fix", "none"]).contains(&"path-traversal".to_owned()));
    assert!(!ids(&["--fix", "safe"]).contains(&"path-traversal".to_owned()));
    assert!(ids(&["--language", "typescript"]).contains(&"sql-injection".to_owned()));
    assert!(!ids(&["--language", "rust"]).contains(&"insecure-deserialization".to_owned()));
    let rules = ids(&["--class", "path_traversal", "--language", "go"]);
    assert!(
        rules.contains(&"served-path-of-a-client".to_owned()),
        "{rules:?}"
    );
    assert!(rules.iter().all(|rule| !all.contains(rule)));
    assert_eq!(folder.run(&["rules", "list", "--cwe", "x"]).code, Some(2));
    let run = folder.run(&["rules", "list", "--class", "sql-injektion"]);
    assert_eq!(run.code, Some(2));
}

#[test]
fn the_examples_of_the_built_in_checks_hold() {
    let run = Folder::with(&[]).run(&["rules", "test"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
}

#[test]
fn an_example_that_does_not_hold_is_named() {
    let page = "---\nid: no-legacy\ntitle: Legacy call\ncwe: [676]\nowasp_2021: A04\nowasp_2025: A06\nseverity: low\n\
                rules:\n  - name: call\n    call:\n      callee: [legacy.run]\n    message: legacy.run is called\n    \
                help: Call modern.run\n---\n\nUse `modern.run`.\n\n## Examples\n\n```python vulnerable\nimport modern\n\n\
                modern.run()  # expect\n```\n\n```python safe\nimport modern\n\nmodern.run()\n```\n";
    let folder = Folder::with(&[(".tripline/checks/no-legacy.md", page)]);
    let run = folder.run(&["rules", "test", "no-legacy"]);
    assert_eq!(run.code, Some(1), "{}{}", run.stdout, run.stderr);
    assert!(
        run.stdout.contains("no finding of no-legacy"),
        "{}",
        run.stdout
    );
}

#[test]
fn schemas_are_json() {
    let folder = Folder::with(&[]);
    for format in ["model", "check", "secrets", "config"] {
        let run = folder.run(&["rules", "schema", format]);
        let schema: Value = serde_json::from_str(&run.stdout).unwrap();
        assert!(jsonschema::validator_for(&schema).is_ok(), "{format}");
    }
}

#[test]
fn a_configuration_is_written_once_and_is_valid() {
    let folder = Folder::with(&[("a.py", INJECTION)]);
    assert_eq!(folder.run(&["init"]).code, Some(0));
    assert_eq!(folder.run(&["scan"]).code, Some(1));
    let run = folder.run(&["init"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("is there already"), "{}", run.stderr);
    // Every line that is commented out is valid as well.
    let uncommented: String = folder
        .read("tripline.toml")
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.contains(" = ") || rest.starts_with('[') => format!("{rest}\n"),
            _ => format!("{line}\n"),
        })
        .filter(|line| !line.starts_with("extend"))
        .collect();
    folder.write("tripline.toml", uncommented.as_bytes());
    folder.write(".tripline/README.md", b"Rules of our own.");
    let run = folder.run(&["scan"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
}

#[test]
fn the_doctor_says_what_holds() {
    let folder = Folder::with(&[
        ("tripline.toml", ""),
        ("a.py", INJECTION),
        ("b.go", "package b\n"),
    ]);
    let run = folder.run(&["doctor"]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    for words in [
        "tripline 0",
        "tripline.toml",
        "would scan",
        "1 python",
        "1 go",
    ] {
        assert!(run.stdout.contains(words), "{words}: {}", run.stdout);
    }
    folder.write("tripline.toml", b"nonsense = 1\n");
    let run = folder.run(&["doctor"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("nonsense"), "{}", run.stderr);
}

#[test]
fn completions_are_written_for_a_shell() {
    let run = Folder::with(&[]).run(&["completions", "bash"]);
    assert_eq!(run.code, Some(0));
    assert!(run.stdout.contains("tripline"));
}

#[test]
fn the_server_accepts_the_transport_that_clients_name() {
    let folder = Folder::with(&[]);
    let named = folder.run(&["lsp", "--stdio"]);
    // The input ends without a shutdown request.
    assert_eq!(named.code, folder.run(&["lsp"]).code);
    assert!(
        named.stdout.is_empty() && !named.stderr.contains("unexpected"),
        "{}",
        named.stderr
    );
}

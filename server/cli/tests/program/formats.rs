//! The formats for programs.

use std::path::Path;

use serde_json::Value;

use super::started::{Folder, INJECTION, SECRET};

const FLOW: &str = r#"import sqlite3
from flask import Flask, request

app = Flask(__name__)


@app.route("/ö")
def orders():
    status = request.args.get("status")
    query = "SELECT * FROM orders WHERE '🦀' AND status = '%s'" % status
    db = sqlite3.connect("shop.db")
    return db.execute(query).fetchall()
"#;

fn mixed() -> Folder {
    let folder = Folder::with(&[
        ("src/with space ü.py", FLOW),
        ("src/keys.py", SECRET),
        ("src/old.py", "x = 1  # tripline: ignore\n"),
        ("src/users.py", INJECTION),
        ("node_modules/a/b.js", ""),
    ]);
    folder.write("src/latin.py", b"# caf\xE9\n");
    folder
}

#[test]
fn sarif_is_valid_and_says_what_code_scanning_needs() {
    let folder = mixed();
    let run = folder.run(&["scan", ".", "missing", "--format", "sarif"]);
    assert_eq!(run.code, Some(2));
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_valid(&log);

    let driver = &log["runs"][0]["tool"]["driver"];
    let rules = driver["rules"].as_array().unwrap();
    let rule = rules
        .iter()
        .find(|rule| rule["id"] == "sql-injection")
        .unwrap();
    let tags = rule["properties"]["tags"].as_array().unwrap();
    assert!(tags.contains(&"security".into()) && tags.contains(&"external/cwe/cwe-089".into()));
    assert_eq!(rule["properties"]["security-severity"], "8.0");
    assert!(
        rule["help"]["markdown"]
            .as_str()
            .unwrap()
            .contains("placeholder")
    );

    let results = log["runs"][0]["results"].as_array().unwrap();
    for result in results {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(result["partialFingerprints"]["tripline/v1"].is_string());
        let artifact = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        assert!(artifact["uri"].as_str().unwrap().starts_with("src/"));
    }
    let uri = |result: &Value| {
        let place = &result["locations"][0]["physicalLocation"];
        place["artifactLocation"]["uri"].clone()
    };
    let flow = results
        .iter()
        .find(|result| uri(result) == "src/with%20space%20%C3%BC.py")
        .unwrap();
    let steps = flow["codeFlows"][0]["threadFlows"][0]["locations"]
        .as_array()
        .unwrap();
    assert!(steps.len() >= 2, "{steps:?}");
    let fixed = results
        .iter()
        .find(|result| !result["fixes"].is_null())
        .unwrap();
    assert!(
        fixed["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"].is_object()
    );

    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notifications = invocation["toolExecutionNotifications"].as_array().unwrap();
    let said = |what: &str| {
        notifications
            .iter()
            .any(|note| note["message"]["text"].as_str().unwrap().contains(what))
    };
    assert!(said("cannot read") && said("not UTF-8") && said("vendored"));
}

#[test]
fn sarif_counts_columns_in_utf_16() {
    let text = "import sqlite3\n\n\ndef f(cursor: sqlite3.Cursor, x):\n    s = '🦀'; cursor.execute(f\"SELECT a FROM t WHERE b = {x}\")\n";
    let folder = Folder::with(&[("a.py", text)]);
    let run = folder.run(&["scan", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(log["runs"][0]["columnKind"], "utf16CodeUnits");
    let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    let line = text.lines().nth(4).unwrap();
    let before = &line[..line.find("f\"").unwrap()];
    assert_eq!(region["startColumn"], before.encode_utf16().count() + 1);
    assert_eq!(region["startLine"], 5);
}

#[test]
fn sarif_without_findings_is_valid() {
    let folder = Folder::with(&[("a.py", "x = 1\n")]);
    let run = folder.run(&["scan", "--format", "sarif"]);
    assert_eq!(run.code, Some(0));
    assert_valid(&serde_json::from_str(&run.stdout).unwrap());
}

fn assert_valid(log: &Value) {
    let schema =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cli/sarif-schema-2.1.0.json");
    // One pattern of the published schema has an unescaped bracket, which strict regular expressions refuse.
    let schema = std::fs::read_to_string(schema)
        .expect("the schema")
        .replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}\\\\]?$");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let errors: Vec<String> = validator
        .iter_errors(log)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn json_has_its_documented_shape() {
    let folder = Folder::with(&[("a.py", INJECTION)]);
    let run = folder.run(&["scan", "--format", "json"]);
    insta::assert_snapshot!(run.stdout);
}

#[test]
fn edits_in_json_apply_at_their_offsets() {
    let folder = Folder::with(&[("a.py", INJECTION)]);
    let run = folder.run(&["scan", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let mut text = INJECTION.to_owned();
    let edits = report["findings"][0]["fixes"][0]["edits"]
        .as_array()
        .unwrap();
    for edit in edits.iter().rev() {
        let at = |end: &str| edit["range"][end]["offset"].as_u64().unwrap() as usize;
        text.replace_range(at("start")..at("end"), edit["text"].as_str().unwrap());
    }
    assert!(
        text.contains("cursor.execute(\"SELECT * FROM users WHERE email=?\", (email,))"),
        "{text}"
    );
}

#[test]
fn annotations_of_github_escape_what_their_syntax_uses() {
    let folder = Folder::with(&[("a,b.py", INJECTION)]);
    let run = folder.run(&["scan", "--format", "github"]);
    let first = run.stdout.lines().next().unwrap();
    assert!(
        first.starts_with("::error file=a%2Cb.py,line=5,"),
        "{first}"
    );
}

#[test]
fn reports_for_other_services_are_well_formed() {
    let folder = mixed();
    let gitlab = folder.run(&["scan", "--format", "gitlab"]);
    let issues: Value = serde_json::from_str(&gitlab.stdout).unwrap();
    assert!(
        issues
            .as_array()
            .unwrap()
            .iter()
            .all(|issue| issue["fingerprint"].is_string())
    );
    let junit = folder.run(&["scan", "--format", "junit"]);
    assert!(junit.stdout.starts_with("<?xml") && junit.stdout.ends_with("</testsuites>\n"));
    let markdown = folder.run(&["scan", "--format", "markdown"]);
    assert!(markdown.stdout.contains("| --- |"), "{}", markdown.stdout);
}

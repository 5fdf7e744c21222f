//! Code actions and hovers.

use serde_json::{Value, json};
use tripline_syntax::Encoding;

use crate::server::{Client, Server};
use crate::text::{SAFE, VULNERABLE, codes, edited, range_of};

const APP: &str = "file:///w/app.py";
const SECRET: &str = "API_KEY = \"sk-live-4f8a9c1e7b\"\n";
const BOTH: &str = "\
import sqlite3

API_KEY = \"sk-live-4f8a9c1e7b\"


def find_user(conn: sqlite3.Connection, email: str):
    conn.execute(f\"SELECT id FROM users WHERE email = '{email}'\")
";

/// Opens a text with one finding and returns its diagnostics.
fn open(server: &mut Server, text: &str) -> Value {
    server.open(APP, "python", text);
    server.published(APP)["diagnostics"].take()
}

fn titled<'a>(actions: &'a [Value], start: &str) -> &'a Value {
    let title = |action: &&Value| {
        action["title"]
            .as_str()
            .is_some_and(|title| title.starts_with(start))
    };
    actions
        .iter()
        .find(title)
        .unwrap_or_else(|| panic!("no {start:?} in {actions:#?}"))
}

/// The text after the part of an edit that is about the document itself.
fn applied(edit: &Value, text: &str, version: i32, encoding: Encoding) -> String {
    let change = &edit["documentChanges"][0];
    assert_eq!(
        change["textDocument"],
        json!({ "uri": APP, "version": version })
    );
    edited(text, &change["edits"], encoding)
}

fn everything() -> Value {
    json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } })
}

#[test]
fn a_fix_is_applied_and_the_finding_is_gone() {
    for (client, encoding) in [
        (Client::push(), Encoding::Utf16),
        (Client::push().utf8(), Encoding::Utf8),
    ] {
        let mut server = client.start(&[]);
        let text = VULNERABLE.replace("    cursor.execute(", "    note = '🦀é'; cursor.execute(");
        let diagnostics = open(&mut server, &text);
        let actions = server.actions(APP, &diagnostics[0]["range"], &diagnostics);
        let fix = titled(&actions, "Pass the values");
        assert_eq!(fix["kind"], "quickfix");
        assert_eq!(fix["isPreferred"], true);
        assert_eq!(fix["diagnostics"], diagnostics);
        let fixed = applied(&fix["edit"], &text, 1, encoding);
        assert_eq!(
            fixed,
            SAFE.replace("    cursor.execute(", "    note = '🦀é'; cursor.execute(")
        );
        server.replace(APP, 2, &fixed);
        assert_eq!(server.published(APP)["diagnostics"], json!([]));
    }
}

#[test]
fn an_edit_is_computed_when_the_action_is_chosen_and_refused_when_the_text_has_changed() {
    let mut server = Client::push().resolving().start(&[]);
    let diagnostics = open(&mut server, VULNERABLE);
    let actions = server.actions(APP, &diagnostics[0]["range"], &diagnostics);
    assert!(actions.iter().all(|action| action.get("edit").is_none()));
    let fix = titled(&actions, "Pass the values").clone();
    let resolved = server.request("codeAction/resolve", fix.clone());
    assert_eq!(
        applied(&resolved["edit"], VULNERABLE, 1, Encoding::Utf16),
        SAFE
    );
    server.replace(APP, 2, &format!("\n{VULNERABLE}"));
    assert_eq!(server.published(APP)["version"], 2);
    assert_eq!(server.refused("codeAction/resolve", fix), -32801);
    server.close(APP);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    assert_eq!(
        server.refused("codeAction/resolve", actions[0].clone()),
        -32801
    );
}

#[test]
fn the_actions_are_found_by_the_diagnostic_where_the_range_is_elsewhere() {
    let mut server = Client::push().start(&[]);
    let diagnostics = open(&mut server, VULNERABLE);
    let elsewhere =
        json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
    assert_eq!(
        server.actions(APP, &elsewhere, &json!([])),
        [] as [Value; 0]
    );
    titled(&server.actions(APP, &elsewhere, &diagnostics), "Suppress");
    // What a client sends is not trusted.
    let mut forged = diagnostics.clone();
    forged[0]["data"] = json!({ "v": 1, "fingerprint": "0123", "check": "x", "version": 1 });
    assert_eq!(server.actions(APP, &elsewhere, &forged), [] as [Value; 0]);
}

#[test]
fn a_suppression_is_written_for_the_line_or_the_file() {
    for start in [
        "Suppress `sql-injection` on this line",
        "Suppress `sql-injection` in this file",
    ] {
        let mut server = Client::push().start(&[]);
        let diagnostics = open(&mut server, VULNERABLE);
        let actions = server.actions(APP, &diagnostics[0]["range"], &diagnostics);
        let suppress = titled(&actions, start);
        assert!(suppress.get("isPreferred").is_none());
        let text = applied(&suppress["edit"], VULNERABLE, 1, Encoding::Utf16);
        assert!(text.contains("# tripline: ignore"), "{text}");
        server.replace(APP, 2, &text);
        assert_eq!(server.published(APP)["diagnostics"], json!([]));
    }
}

#[test]
fn an_unused_suppression_is_removed() {
    let mut server = Client::push().start(&[]);
    let text = "a = 1  # tripline: ignore[sql-injection] reason\n";
    let diagnostics = open(&mut server, text);
    let actions = server.actions(APP, &diagnostics[0]["range"], &diagnostics);
    assert_eq!(actions.len(), 1);
    assert_eq!(
        applied(&actions[0]["edit"], text, 1, Encoding::Utf16),
        "a = 1\n"
    );
}

#[test]
fn only_the_kinds_that_are_asked_for_are_offered() {
    let mut server = Client::push().resolving().start(&[]);
    open(&mut server, VULNERABLE);
    for (only, kinds) in [
        (json!(["quickfix"]), vec!["quickfix"]),
        (json!(["source.fixAll"]), vec!["source.fixAll.tripline"]),
        (json!(["source"]), vec!["source.fixAll.tripline"]),
        (
            json!(["source.fixAll.tripline", "source.fixAll"]),
            vec!["source.fixAll.tripline"],
        ),
        (json!(["source.fixAll.other"]), vec![]),
        (json!(["source.fix"]), vec![]),
        (json!(["refactor"]), vec![]),
        (json!([""]), vec!["quickfix", "source.fixAll.tripline"]),
    ] {
        let params = json!({
            "textDocument": { "uri": APP },
            "range": everything(),
            "context": { "diagnostics": [], "only": only },
        });
        let actions = server.request("textDocument/codeAction", params);
        let mut found: Vec<_> = actions
            .as_array()
            .unwrap()
            .iter()
            .map(|action| action["kind"].as_str().unwrap())
            .collect();
        found.dedup();
        assert_eq!(found, kinds, "{only}");
    }
}

#[test]
fn every_safe_fix_is_applied_at_once() {
    let second = "\n\ndef remove(conn: sqlite3.Connection, name: str):\n    conn.execute(f\"DELETE FROM users WHERE name = '{name}'\")\n";
    let text = format!("{VULNERABLE}{second}");
    for client in [Client::push(), Client::push().resolving()] {
        let mut server = client.start(&[]);
        assert_eq!(codes(&open(&mut server, &text)).len(), 2);
        let params = json!({
            "textDocument": { "uri": APP },
            "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } },
            "context": { "diagnostics": [], "only": ["source.fixAll"] },
        });
        let actions = server.request("textDocument/codeAction", params);
        let mut action = actions[0].clone();
        if action.get("edit").is_none() {
            action = server.request("codeAction/resolve", action);
        }
        let fixed = applied(&action["edit"], &text, 1, Encoding::Utf16);
        assert!(fixed.starts_with(SAFE), "{fixed}");
        server.replace(APP, 2, &fixed);
        assert_eq!(server.published(APP)["diagnostics"], json!([]));
    }
}

#[test]
fn a_secret_moves_to_the_environment_and_leaves_an_entry() {
    let mut server = Client::push().start(&[]);
    let diagnostics = open(&mut server, SECRET);
    let actions = server.actions(APP, &diagnostics[0]["range"], &diagnostics);
    let changes = actions[0]["edit"]["documentChanges"].as_array().unwrap();
    assert_eq!(changes[1]["kind"], "create");
    assert_eq!(changes[1]["uri"], "file:///w/.env.example");
    assert_eq!(
        changes[2]["textDocument"],
        json!({ "uri": "file:///w/.env.example", "version": null })
    );
    assert_eq!(changes[2]["edits"][0]["newText"], "API_KEY=\n");
    assert!(
        !actions
            .iter()
            .any(|action| action.to_string().contains("4f8a9c1e7b")),
        "{actions:#?}"
    );
    let fixed = applied(&actions[0]["edit"], SECRET, 1, Encoding::Utf16);
    server.replace(APP, 2, &fixed);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
}

#[test]
fn an_entry_is_appended_to_the_file_that_is_there_and_not_twice() {
    let mut server = Client::push().start(&[("/w/.env.example", "OTHER=")]);
    let diagnostics = open(&mut server, SECRET);
    let actions = server.actions(APP, &diagnostics[0]["range"], &diagnostics);
    let changes = actions[0]["edit"]["documentChanges"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    let entry = &changes[1]["edits"][0];
    assert_eq!(entry["newText"], "\nAPI_KEY=\n");
    assert_eq!(
        entry["range"]["start"],
        json!({ "line": 0, "character": 6 })
    );
    server.files.write("/w/.env.example", "API_KEY=\n");
    let actions = server.actions(APP, &diagnostics[0]["range"], &diagnostics);
    assert_eq!(
        actions[0]["edit"]["documentChanges"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_client_without_versioned_edits_gets_plain_ones() {
    let literals = json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } });
    let mut server = Client::bare()
        .with("/textDocument/codeAction", literals)
        .start(&[]);
    let diagnostics = open(&mut server, SECRET);
    let actions = server.actions(APP, &diagnostics[0]["range"], &diagnostics);
    let edit = &actions[0]["edit"];
    assert!(edit.get("documentChanges").is_none());
    assert_eq!(
        edit["changes"]
            .as_object()
            .unwrap()
            .keys()
            .collect::<Vec<_>>(),
        [APP]
    );
}

#[test]
fn both_findings_of_a_newcomers_file_are_fixed_one_after_the_other() {
    let mut server = Client::push().start(&[]);
    let mut text = BOTH.to_owned();
    let mut diagnostics = open(&mut server, &text);
    assert_eq!(codes(&diagnostics), ["hardcoded-secret", "sql-injection"]);
    for version in 1..3 {
        let actions = server.actions(APP, &diagnostics[0]["range"], &diagnostics);
        assert_eq!(actions[0]["isPreferred"], true, "{actions:#?}");
        text = applied(&actions[0]["edit"], &text, version, Encoding::Utf16);
        server.replace(APP, version + 1, &text);
        diagnostics = server.published(APP)["diagnostics"].take();
    }
    assert_eq!(diagnostics, json!([]), "{text}");
}

#[test]
fn a_hover_explains_the_finding() {
    let mut server = Client::push().start(&[]);
    let diagnostics = open(&mut server, VULNERABLE);
    let position = &diagnostics[0]["range"]["start"];
    let hover = server.request(
        "textDocument/hover",
        json!({ "textDocument": { "uri": APP }, "position": position }),
    );
    assert_eq!(hover["range"], diagnostics[0]["range"]);
    assert_eq!(hover["contents"]["kind"], "markdown");
    let text = hover["contents"]["value"].as_str().unwrap();
    for part in [
        "SQL injection",
        "can be rewritten by whoever controls one of the values",
        "line 4: ",
        "CWE-89",
        "Pass the values",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    let elsewhere = range_of(VULNERABLE, "import", Encoding::Utf16);
    let params = json!({ "textDocument": { "uri": APP }, "position": elsewhere["start"] });
    assert_eq!(server.request("textDocument/hover", params), Value::Null);
}

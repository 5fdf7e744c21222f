//! Documents under edit.

use serde_json::{Value, json};
use tripline_syntax::Encoding;

use crate::server::{Client, Server};
use crate::text::{SAFE, VULNERABLE, codes, edited, position_at, range_of};

const APP: &str = "file:///w/app.py";

/// The diagnostics of a text in a session of its own.
fn from_scratch(client: Client, text: &str) -> Value {
    let mut server = client.start(&[]);
    server.open(APP, "python", text);
    server.published(APP)["diagnostics"].take()
}

/// Diagnostics without what depends on the version.
fn shown(mut diagnostics: Value) -> Value {
    for diagnostic in diagnostics.as_array_mut().into_iter().flatten() {
        diagnostic["data"] = Value::Null;
    }
    diagnostics
}

#[test]
fn edits_of_ranges_move_and_remove_findings() {
    let mut server = Client::push().start(&[]);
    let mut text = VULNERABLE.replace('\n', "\r\n");
    server.open(APP, "python", &text);
    server.published(APP);
    // A line more above, with characters of every width.
    let start = json!({ "line": 1, "character": 0 });
    let change = json!([{ "range": { "start": start, "end": start }, "newText": "# 🦀 é\r\n", "text": "# 🦀 é\r\n" }]);
    server.change(APP, 2, change.clone());
    text = edited(&text, &change, Encoding::Utf16);
    let published = server.published(APP);
    assert_eq!(published["version"], 2);
    assert_eq!(
        shown(published["diagnostics"].clone()),
        shown(from_scratch(Client::push(), &text))
    );
    // Several changes at once, each in the text after those before it.
    let query = range_of(
        &text,
        "f\"SELECT id FROM users WHERE email = '{email}'\"",
        Encoding::Utf16,
    );
    let import = range_of(&text, "import sqlite3\r\n", Encoding::Utf16);
    server.change(
        APP,
        3,
        json!([{ "range": query, "text": "\"SELECT 1\"" }, { "range": import, "text": "" }]),
    );
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
}

#[test]
fn a_version_may_jump_but_not_go_back() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    server.published(APP);
    server.replace(APP, 7, SAFE);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    server.replace(APP, 7, VULNERABLE);
    server.replace(APP, 3, VULNERABLE);
    server.replace(APP, 8, VULNERABLE);
    let published = server.published(APP);
    assert_eq!(published["version"], 8);
}

#[test]
fn the_saved_text_heals_a_document_that_has_lost_its_way() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", SAFE);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    server.notify(
        "textDocument/didSave",
        json!({ "textDocument": { "uri": APP }, "text": VULNERABLE }),
    );
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
}

#[test]
fn while_a_statement_does_not_parse_the_findings_of_others_stay() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    server.published(APP);
    let end = position_at(VULNERABLE, VULNERABLE.len(), Encoding::Utf16);
    server.change(
        APP,
        2,
        json!([{ "range": { "start": end, "end": end }, "text": "\n\ndef f(:\n    retu" }]),
    );
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound
    }
}

const FRAGMENTS: [&str; 10] = [
    "\n",
    "x = 1\r\n",
    "é",
    "🦀",
    "(",
    "\"",
    "# note\n",
    "def f(a):\n    pass\n",
    "cursor.execute(a)\n",
    "",
];

#[test]
fn a_thousand_edits_between_requests_end_where_their_text_does() {
    for (client, encoding) in [
        (Client::push(), Encoding::Utf16),
        (Client::push().utf8(), Encoding::Utf8),
    ] {
        let mut server = client.clone().start(&[]);
        let mut text = VULNERABLE.to_owned();
        server.open(APP, "python", &text);
        let mut random = Random(7);
        let mut asked = Vec::new();
        for version in 2..1002 {
            let mut ends = [random.below(text.len() + 1), 0];
            ends[1] = (ends[0] + random.below(6)).min(text.len());
            for end in &mut ends {
                while !text.is_char_boundary(*end) {
                    *end -= 1;
                }
            }
            let range = json!({
                "start": position_at(&text, ends[0], encoding),
                "end": position_at(&text, ends[1], encoding),
            });
            let fragment = FRAGMENTS[random.below(FRAGMENTS.len())];
            let edit = json!([{ "range": range, "newText": fragment, "text": fragment }]);
            text = edited(&text, &edit, encoding);
            server.change(APP, version, edit);
            if version % 3 == 0 {
                let position = position_at(&text, ends[0].min(text.len()), encoding);
                let params = json!({ "textDocument": { "uri": APP }, "position": position });
                asked.push(server.ask("textDocument/hover", params));
            }
        }
        // A finding on top of the debris, so that there is something to publish; then the debris goes.
        let kept = format!("{VULNERABLE}\n\n\n");
        let start = json!({ "line": 0, "character": 0 });
        server.change(
            APP,
            1002,
            json!([{ "range": { "start": start, "end": start }, "text": kept }]),
        );
        text.insert_str(0, &kept);
        let (diagnostics, versions) = server.published_until(APP, 1002);
        assert!(
            versions.is_sorted_by(|a, b| a < b),
            "an older version after a newer one: {versions:?}"
        );
        assert!(codes(&diagnostics).contains(&"sql-injection"));
        let debris = json!({
            "start": position_at(&text, kept.len(), encoding),
            "end": position_at(&text, text.len(), encoding),
        });
        server.change(APP, 1003, json!([{ "range": debris, "text": "" }]));
        let (diagnostics, _) = server.published_until(APP, 1003);
        assert_eq!(shown(diagnostics), shown(from_scratch(client, &kept)));
        answered(&mut server, asked);
    }
}

/// Every request has an answer: a result, or that the document has changed.
fn answered(server: &mut Server, asked: Vec<i64>) {
    for id in asked {
        let response = server.response(id);
        let code = response["error"]["code"].as_i64();
        assert!(code.is_none() || code == Some(-32801), "{response}");
    }
}

#[test]
fn edits_of_one_document_do_not_lose_the_findings_of_another() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    server.open("file:///w/other.py", "python", SAFE);
    for version in 2..200 {
        server.replace(
            "file:///w/other.py",
            version,
            &format!("{SAFE}# {version}\n"),
        );
    }
    server.replace("file:///w/other.py", 200, VULNERABLE);
    let published = server.published(APP);
    assert_eq!(codes(&published["diagnostics"]), ["sql-injection"]);
    let (diagnostics, _) = server.published_until("file:///w/other.py", 200);
    assert_eq!(codes(&diagnostics), ["sql-injection"]);
}

//! Diagnostics that are pushed.

use serde_json::{Value, json};
use tripline_syntax::Encoding;

use crate::server::Client;
use crate::text::{SAFE, VULNERABLE, codes, range_of};

const APP: &str = "file:///w/app.py";

#[test]
fn an_opened_document_gets_its_findings() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    let published = server.published(APP);
    assert_eq!(published["version"], 1);
    let diagnostics = &published["diagnostics"];
    assert_eq!(codes(diagnostics), ["sql-injection"]);
    let finding = &diagnostics[0];
    let query = "f\"SELECT id FROM users WHERE email = '{email}'\"";
    assert_eq!(
        finding["range"],
        range_of(VULNERABLE, query, Encoding::Utf16)
    );
    assert_eq!(finding["severity"], 1);
    assert_eq!(finding["source"], "tripline");
    assert_eq!(
        finding["codeDescription"]["href"],
        "https://tripline.dev/checks/sql-injection"
    );
    let message = finding["message"].as_str().unwrap();
    assert!(
        message.starts_with("SQL injection: string interpolation in query. "),
        "{message}"
    );
    assert_eq!(finding["data"]["check"], "sql-injection");
}

#[test]
fn a_client_that_is_pushed_to_is_offered_no_pull() {
    let server = Client::push().start(&[]);
    assert!(server.offered.get("diagnosticProvider").is_none());
}

#[test]
fn the_flow_is_related_information_where_the_client_shows_it() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    let published = server.published(APP);
    let related = published["diagnostics"][0]["relatedInformation"]
        .as_array()
        .unwrap();
    let first = &related[0];
    assert_eq!(first["location"]["uri"], APP);
    assert_eq!(first["location"]["range"]["start"]["line"], 3, "{first}");
    assert!(related.iter().all(|step| step["message"] != ""));
}

#[test]
fn the_flow_is_in_the_message_where_the_client_shows_nothing_else() {
    let mut server = Client::bare().start(&[]);
    server.open(APP, "python", VULNERABLE);
    let published = server.published(APP);
    let finding = &published["diagnostics"][0];
    assert!(
        finding["message"].as_str().unwrap().contains("\nline 4: "),
        "{finding}"
    );
    for key in ["relatedInformation", "codeDescription", "data", "tags"] {
        assert!(finding.get(key).is_none(), "{key}");
    }
}

#[test]
fn what_another_document_says_of_one_is_shown_there() {
    let articles = "import sqlite3\n\n\ndef sorted_by(column):\n    connection = sqlite3.connect(\"blog.db\")\n    \
                    return connection.execute(\"SELECT title FROM articles ORDER BY \" + column).fetchall()\n";
    let app = "from flask import Flask\n\nimport articles\n\napp = Flask(__name__)\n";
    let route = "app.add_url_rule(\"/articles/by/<column>\", view_func=articles.sorted_by)\n";
    let (app_uri, articles_uri) = (APP, "file:///w/articles.py");
    let mut server = Client::push().start(&[("/w/app.py", app), ("/w/articles.py", articles)]);
    server.open(articles_uri, "python", articles);
    assert_eq!(server.published(articles_uri)["diagnostics"], json!([]));
    server.open(app_uri, "python", app);
    assert_eq!(server.published(app_uri)["diagnostics"], json!([]));
    server.replace(app_uri, 2, &format!("{app}{route}"));
    assert_eq!(
        codes(&server.published(articles_uri)["diagnostics"]),
        ["sql-injection"]
    );
}

#[test]
fn a_fixed_document_loses_its_findings() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(codes(&server.published(APP)["diagnostics"]).len(), 1);
    server.replace(APP, 2, SAFE);
    let published = server.published(APP);
    assert_eq!(published["version"], 2);
    assert_eq!(published["diagnostics"], json!([]));
}

#[test]
fn positions_count_in_the_units_of_the_client() {
    let text = VULNERABLE.replace("    cursor.execute(", "    note = '🦀é'; cursor.execute(");
    let query = "f\"SELECT id FROM users WHERE email = '{email}'\"";
    for (client, name, encoding) in [
        (Client::push(), "utf-16", Encoding::Utf16),
        (Client::push().utf8(), "utf-8", Encoding::Utf8),
        (
            Client::push().with("/general/positionEncodings", json!(["utf-32"])),
            "utf-32",
            Encoding::Utf32,
        ),
    ] {
        let mut server = client.start(&[]);
        assert_eq!(server.offered["positionEncoding"], name);
        server.open(APP, "python", &text);
        assert_eq!(
            server.published(APP)["diagnostics"][0]["range"],
            range_of(&text, query, encoding),
            "{name}"
        );
    }
}

#[test]
fn a_closed_document_loses_its_diagnostics() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(codes(&server.published(APP)["diagnostics"]).len(), 1);
    server.close(APP);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    server.open(APP, "python", VULNERABLE);
    assert_eq!(codes(&server.published(APP)["diagnostics"]).len(), 1);
}

#[test]
fn a_document_that_was_never_saved_is_analysed() {
    let mut server = Client::push().start(&[]);
    server.open("untitled:Untitled-1", "python", VULNERABLE);
    assert_eq!(
        codes(&server.published("untitled:Untitled-1")["diagnostics"]),
        ["sql-injection"]
    );
    server.open("untitled:Untitled-2", "python", SAFE);
    assert_eq!(
        server.published("untitled:Untitled-2")["diagnostics"],
        json!([])
    );
}

#[test]
fn a_file_without_a_folder_is_analysed() {
    let mut server = Client::push().roots(&[]).start(&[]);
    server.open("file:///elsewhere/app.py", "python", VULNERABLE);
    assert_eq!(
        codes(&server.published("file:///elsewhere/app.py")["diagnostics"]),
        ["sql-injection"]
    );
}

#[test]
fn the_language_that_the_editor_names_counts_before_the_extension() {
    let mut server = Client::push().start(&[]);
    server.open("file:///w/script", "python", VULNERABLE);
    assert_eq!(
        codes(&server.published("file:///w/script")["diagnostics"]),
        ["sql-injection"]
    );
    server.open("file:///w/other.py", "unheard-of", VULNERABLE);
    assert_eq!(
        codes(&server.published("file:///w/other.py")["diagnostics"]),
        ["sql-injection"]
    );
}

#[test]
fn the_spelling_of_the_client_is_sent_back() {
    let mut server = Client::push().start(&[]);
    let uri = "file:///w/%61pp.py";
    server.open(uri, "python", VULNERABLE);
    assert_eq!(codes(&server.published(uri)["diagnostics"]).len(), 1);
    server.replace(APP, 2, SAFE);
    assert_eq!(server.published(uri)["diagnostics"], json!([]));
}

#[test]
fn a_document_of_another_language_is_left_alone() {
    let mut server = Client::push().start(&[]);
    server.open("file:///w/notes.txt", "plaintext", "f\"SELECT {x}\"");
    server.replace("file:///w/notes.txt", 2, "nothing");
    server.close("file:///w/notes.txt");
}

#[test]
fn an_unused_suppression_is_shown_as_unnecessary() {
    let mut server = Client::push().start(&[]);
    server.open(
        APP,
        "python",
        "a = 1  # tripline: ignore[sql-injection] reason\n",
    );
    let published = server.published(APP);
    assert_eq!(codes(&published["diagnostics"]), ["unused-suppression"]);
    assert_eq!(published["diagnostics"][0]["tags"], json!([1]));
}

#[test]
fn no_message_holds_the_secret() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", "API_KEY = \"sk-live-4f8a9c1e7b\"\n");
    let published = server.published(APP);
    assert_eq!(codes(&published["diagnostics"]), ["hardcoded-secret"]);
    assert!(!published.to_string().contains("4f8a9c1e7b"), "{published}");
}

#[test]
fn documents_of_several_roots_are_analysed() {
    let mut server = Client::push()
        .roots(&["file:///a", "file:///b"])
        .start(&[("/b/tripline.toml", "enabled = false\n")]);
    server.open("file:///a/app.py", "python", VULNERABLE);
    assert_eq!(
        codes(&server.published("file:///a/app.py")["diagnostics"]).len(),
        1
    );
    server.open("file:///b/app.py", "python", VULNERABLE);
    assert_eq!(
        server.published("file:///b/app.py")["diagnostics"],
        json!([])
    );
    let event = json!({ "added": [], "removed": [{ "uri": "file:///b", "name": "b" }] });
    server.notify(
        "workspace/didChangeWorkspaceFolders",
        json!({ "event": event }),
    );
    assert_ne!(
        server.request("textDocument/hover", hover("file:///a/app.py")),
        Value::Null
    );
}

fn hover(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": { "line": 5, "character": 22 } })
}

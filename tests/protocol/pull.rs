//! Diagnostics that are pulled.

use serde_json::{Value, json};

use crate::server::{Client, Server};
use crate::text::{SAFE, VULNERABLE, codes};

const APP: &str = "file:///w/app.py";

fn start(files: &[(&str, &str)]) -> Server {
    Client::pull().start(files)
}

/// The server asks for a refresh once a changed configuration is read.
fn refreshed(server: &mut Server) {
    let request = server.server_request("workspace/diagnostic/refresh");
    server.answer(&request, Value::Null);
}

fn workspace(previous: Value, token: Option<&str>) -> Value {
    let mut params = json!({ "previousResultIds": previous });
    if let Some(token) = token {
        params["partialResultToken"] = json!(token);
    }
    params
}

#[test]
fn a_pulled_document_is_not_pushed() {
    let mut server = start(&[]);
    assert_eq!(
        server.offered["diagnosticProvider"]["workspaceDiagnostics"],
        true
    );
    server.open(APP, "python", VULNERABLE);
    assert_eq!(codes(&server.pulled(APP)), ["sql-injection"]);
    server.replace(APP, 2, SAFE);
    assert_eq!(server.pulled(APP), json!([]));
    server.close(APP);
}

#[test]
fn a_client_that_cannot_be_asked_to_pull_again_is_pushed_to() {
    let mut server = Client::push()
        .with("/textDocument/diagnostic", json!({}))
        .start(&[]);
    assert!(server.offered.get("diagnosticProvider").is_none());
    server.open(APP, "python", VULNERABLE);
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
}

#[test]
fn an_equal_report_is_unchanged() {
    let mut server = start(&[]);
    server.open(APP, "python", VULNERABLE);
    let document = json!({ "uri": APP });
    let first = server.request(
        "textDocument/diagnostic",
        json!({ "textDocument": document }),
    );
    let ask = json!({ "textDocument": document, "previousResultId": first["resultId"] });
    let second = server.request("textDocument/diagnostic", ask.clone());
    assert_eq!(
        second,
        json!({ "kind": "unchanged", "resultId": first["resultId"] })
    );
    // Text after the finding changes nothing of it.
    server.replace(APP, 2, &format!("{VULNERABLE}\n"));
    assert_eq!(
        server.request("textDocument/diagnostic", ask.clone())["kind"],
        "unchanged"
    );
    server.replace(APP, 3, &format!("\n{VULNERABLE}"));
    assert_eq!(
        server.request("textDocument/diagnostic", ask)["kind"],
        "full"
    );
}

#[test]
fn a_document_that_is_not_known_has_no_diagnostics() {
    let mut server = start(&[]);
    assert_eq!(server.pulled("file:///w/unknown.py"), json!([]));
    assert_eq!(server.pulled("nonsense"), json!([]));
}

#[test]
fn the_workspace_is_read_from_the_disk_and_open_documents_from_the_editor() {
    let files = [
        ("/w/a.py", VULNERABLE),
        ("/w/b.py", VULNERABLE),
        ("/w/c.py", SAFE),
        ("/w/node_modules/d.py", VULNERABLE),
    ];
    let mut server = start(&files);
    server.open("file:///w/b.py", "python", SAFE);
    server.open("file:///w/c.py", "python", VULNERABLE);
    let report = server.request("workspace/diagnostic", workspace(json!([]), None));
    let items = report["items"].as_array().unwrap();
    let found: Vec<_> = items
        .iter()
        .map(|item| {
            (
                item["uri"].as_str().unwrap(),
                codes(&item["items"]),
                &item["version"],
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("file:///w/a.py", vec!["sql-injection"], &Value::Null),
            ("file:///w/c.py", vec!["sql-injection"], &json!(1)),
        ]
    );
    // Nothing has changed, and nothing is sent again.
    let previous: Vec<Value> = items
        .iter()
        .map(|item| json!({ "uri": item["uri"], "value": item["resultId"] }))
        .collect();
    let report = server.request("workspace/diagnostic", workspace(json!(previous), None));
    assert_eq!(report["items"], json!([]));
    // What is gone is taken away.
    server.replace("file:///w/c.py", 2, SAFE);
    let report = server.request("workspace/diagnostic", workspace(json!(previous), None));
    assert_eq!(report["items"][0]["uri"], "file:///w/c.py");
    assert_eq!(report["items"][0]["items"], json!([]));
    assert_eq!(report["items"].as_array().unwrap().len(), 1);
}

#[test]
fn many_files_come_in_parts_before_the_answer() {
    let paths: Vec<String> = (0..250).map(|index| format!("/w/f{index:03}.py")).collect();
    let files: Vec<(&str, &str)> = paths
        .iter()
        .map(|path| (path.as_str(), VULNERABLE))
        .collect();
    let mut server = start(&files);
    let id = server.ask("workspace/diagnostic", workspace(json!([]), Some("parts")));
    let response = server.response(id);
    let mut uris = Vec::new();
    let mut collect = |items: &Value| {
        uris.extend(
            items
                .as_array()
                .unwrap()
                .iter()
                .map(|item| item["uri"].as_str().unwrap().to_owned()),
        );
    };
    for _ in 0..2 {
        // Found among what came before the response.
        let part = server.read_already("$/progress");
        assert_eq!(part["token"], "parts");
        collect(&part["value"]["items"]);
    }
    collect(&response["result"]["items"]);
    let expected: Vec<String> = paths.iter().map(|path| format!("file://{path}")).collect();
    assert_eq!(uris, expected);
}

#[test]
fn a_request_waits_while_nothing_changes() {
    let mut server = start(&[("/w/a.py", SAFE)]);
    let id = server.ask("workspace/diagnostic", workspace(json!([]), Some("parts")));
    // An answer to a later request shows that the server is not busy with the first.
    server.open(APP, "python", SAFE);
    assert_eq!(server.pulled(APP), json!([]));
    server.replace(APP, 2, VULNERABLE);
    let response = server.response(id);
    assert_eq!(response["result"]["items"][0]["uri"], APP);
    // A second request takes the place of the first, and shutting down answers the last.
    let first = server.ask(
        "workspace/diagnostic",
        workspace(json!([{ "uri": APP, "value": "other" }]), None),
    );
    assert_eq!(server.response(first)["result"]["items"][0]["uri"], APP);
    let again = response["result"]["items"][0]["resultId"].clone();
    let previous = json!([{ "uri": APP, "value": again }]);
    let waiting = server.ask(
        "workspace/diagnostic",
        workspace(previous.clone(), Some("parts")),
    );
    let other = server.ask("workspace/diagnostic", workspace(previous, Some("parts")));
    assert_eq!(server.response(waiting)["result"]["items"], json!([]));
    let end = server.ask("shutdown", Value::Null);
    assert_eq!(server.response(other)["result"]["items"], json!([]));
    assert!(server.response(end)["result"].is_null());
    assert_eq!(server.exit(), 0);
}

#[test]
fn a_waiting_request_can_be_cancelled() {
    let mut server = start(&[]);
    let id = server.ask("workspace/diagnostic", workspace(json!([]), Some("parts")));
    server.notify("$/cancelRequest", json!({ "id": id }));
    assert_eq!(server.response(id)["error"]["code"], -32800);
}

#[test]
fn files_that_change_on_the_disk_are_read_again() {
    let mut server = start(&[("/w/a.py", SAFE), ("/w/b.py", VULNERABLE)]);
    let report = server.request("workspace/diagnostic", workspace(json!([]), None));
    assert_eq!(report["items"].as_array().unwrap().len(), 1);
    let id = report["items"][0]["resultId"].clone();
    server.files.write("/w/a.py", VULNERABLE);
    server.files.remove("/w/b.py");
    let changes =
        json!([{ "uri": "file:///w/a.py", "type": 2 }, { "uri": "file:///w/b.py", "type": 3 }]);
    server.notify(
        "workspace/didChangeWatchedFiles",
        json!({ "changes": changes }),
    );
    let previous = json!([{ "uri": "file:///w/b.py", "value": id }]);
    let report = server.request("workspace/diagnostic", workspace(previous, None));
    let found: Vec<_> = report["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (&item["uri"], codes(&item["items"])))
        .collect();
    assert_eq!(
        found,
        [
            (&json!("file:///w/a.py"), vec!["sql-injection"]),
            (&json!("file:///w/b.py"), vec![])
        ]
    );
}

#[test]
fn a_changed_configuration_is_pulled_after_a_refresh() {
    let mut server = start(&[]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(codes(&server.pulled(APP)), ["sql-injection"]);
    server.files.write(
        "/w/tripline.toml",
        "[checks.sql-injection]\nenabled = false\n",
    );
    let changes = json!([{ "uri": "file:///w/tripline.toml", "type": 1 }]);
    server.notify(
        "workspace/didChangeWatchedFiles",
        json!({ "changes": changes }),
    );
    refreshed(&mut server);
    assert_eq!(server.pulled(APP), json!([]));
}

#[test]
fn a_wrong_configuration_is_told_and_pulled() {
    let mut server = start(&[]);
    server.files.write("/w/tripline.toml", "enabld = false\n");
    let changes = json!([{ "uri": "file:///w/tripline.toml", "type": 1 }]);
    server.notify(
        "workspace/didChangeWatchedFiles",
        json!({ "changes": changes }),
    );
    let message = server.notification("window/showMessage");
    assert!(
        message["message"]
            .as_str()
            .unwrap()
            .contains("did you mean `enabled`?"),
        "{message}"
    );
    let report = server.request("workspace/diagnostic", workspace(json!([]), None));
    assert_eq!(report["items"][0]["uri"], "file:///w/tripline.toml");
}

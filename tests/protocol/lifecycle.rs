//! The beginning and the end of a session.

use serde_json::{Value, json};

use crate::server::{Client, Server};
use crate::text::VULNERABLE;

const APP: &str = "file:///w/app.py";

#[test]
fn the_server_says_who_it_is_and_what_it_offers() {
    let server = Client::push().resolving().start(&[]);
    let sync = &server.offered["textDocumentSync"];
    assert_eq!(
        sync,
        &json!({ "openClose": true, "change": 2, "save": { "includeText": true } })
    );
    let actions = &server.offered["codeActionProvider"];
    assert_eq!(
        actions["codeActionKinds"],
        json!(["quickfix", "source.fixAll.tripline"])
    );
    assert_eq!(actions["resolveProvider"], true);
    assert_eq!(server.offered["hoverProvider"], true);
}

#[test]
fn a_client_that_leaves_without_a_word_ends_the_server() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(server.hang_up(), 1);
}

#[test]
fn an_exit_without_shutdown_is_abrupt() {
    assert_eq!(Client::push().start(&[]).exit(), 1);
}

#[test]
fn nothing_is_answered_before_initialize_and_after_shutdown() {
    let mut server = Server::uninitialized(std::sync::Arc::default());
    assert_eq!(server.refused("textDocument/hover", json!({})), -32002);
    assert_eq!(server.exit(), 1);
    let mut server = Client::push().start(&[]);
    server.request("shutdown", Value::Null);
    let position = json!({ "line": 0, "character": 0 });
    let params = json!({ "textDocument": { "uri": APP }, "position": position });
    assert_eq!(server.refused("textDocument/hover", params), -32600);
    assert_eq!(server.exit(), 0);
}

#[test]
fn the_server_shuts_down_while_it_analyses() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", &VULNERABLE.repeat(500));
    let id = server.ask("shutdown", Value::Null);
    assert!(server.response(id)["result"].is_null());
    assert_eq!(server.exit(), 0);
}

#[test]
fn a_pulling_client_can_leave_while_the_workspace_is_scanned() {
    let files: Vec<(String, String)> = (0..200)
        .map(|index| (format!("/w/{index}.py"), VULNERABLE.repeat(5)))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let mut server = Client::pull().start(&files);
    let waiting = server.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let id = server.ask("shutdown", Value::Null);
    assert!(server.response(id)["result"].is_null());
    assert_eq!(server.response(waiting)["result"]["items"], json!([]));
    assert_eq!(server.exit(), 0);
}

//! Messages and texts that no good client sends.

use serde_json::{Value, json};

use crate::server::{Client, Server};
use crate::text::{VULNERABLE, codes};

const APP: &str = "file:///w/app.py";

/// The server still finds what there is to find.
fn works(server: &mut Server) {
    server.open("file:///w/still.py", "python", VULNERABLE);
    assert_eq!(
        codes(&server.published("file:///w/still.py")["diagnostics"]),
        ["sql-injection"]
    );
}

fn at(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

#[test]
fn a_malformed_message_is_refused_and_skipped() {
    let mut server = Client::push().start(&[]);
    server.send_raw(b"Content-Length: 8\r\n\r\n{broken!");
    assert_eq!(server.stray_error(), -32700);
    server.send_raw(b"Content-Length: 2\r\n\r\n[]");
    assert_eq!(server.stray_error(), -32600);
    server.send_raw(b"Content-Type: nothing\r\n\r\n");
    assert_eq!(server.stray_error(), -32700);
    server.send_raw(b"Content-Length: \xFF\xFE\r\n\r\n");
    assert_eq!(server.stray_error(), -32700);
    server.send_raw(b"Content-Length: 2\r\n\r\n\xFF\xFE");
    assert_eq!(server.stray_error(), -32700);
    server.send(&json!({ "jsonrpc": "2.0", "method": 7 }));
    assert_eq!(server.stray_error(), -32600);
    server.send(&json!({ "jsonrpc": "2.0" }));
    assert_eq!(server.stray_error(), -32600);
    works(&mut server);
}

#[test]
fn headers_are_read_in_any_case_and_order() {
    let mut server = Client::push().start(&[]);
    let body = json!({ "jsonrpc": "2.0", "id": 99, "method": "textDocument/hover", "params": {
        "textDocument": { "uri": APP }, "position": at(0, 0),
    } })
    .to_string();
    let header = "content-type: application/vscode-jsonrpc; charset=UTF-8\r\ncontent-length";
    server.send_raw(format!("{header}: {}\r\n\r\n{body}", body.len()).as_bytes());
    assert_eq!(server.response(99)["result"], Value::Null);
}

#[test]
fn wrong_parameters_and_unknown_methods_are_refused() {
    let mut server = Client::push().start(&[]);
    assert_eq!(
        server.refused("textDocument/hover", json!({ "textDocument": 3 })),
        -32602
    );
    assert_eq!(server.refused("textDocument/hover", Value::Null), -32602);
    assert_eq!(server.refused("no/such/method", json!({})), -32601);
    assert_eq!(
        server.refused(
            "codeAction/resolve",
            json!({ "title": "x", "data": { "v": 9 } })
        ),
        -32602
    );
    assert_eq!(
        server.refused("codeAction/resolve", json!({ "title": "x" })),
        -32602
    );
    server.notify("textDocument/didOpen", json!({ "nonsense": true }));
    server.notify("$/whatever", json!({}));
    server.notify("no/such/notification", json!({}));
    works(&mut server);
}

#[test]
fn what_is_not_open_cannot_be_changed() {
    let mut server = Client::push().start(&[]);
    server.replace(APP, 2, VULNERABLE);
    server.close(APP);
    server.notify(
        "textDocument/didSave",
        json!({ "textDocument": { "uri": APP }, "text": VULNERABLE }),
    );
    for uri in [
        "",
        "nonsense",
        "file:",
        "file:///%FF",
        "term://x#a#1",
        "http://[::1]/a.py",
        "file:///w/%00.py",
    ] {
        server.replace(uri, 2, VULNERABLE);
        server.close(uri);
        let params = json!({ "textDocument": { "uri": uri }, "position": at(0, 0) });
        assert_eq!(server.request("textDocument/hover", params), Value::Null);
    }
    works(&mut server);
}

#[test]
fn any_uri_can_be_opened() {
    let mut server = Client::push().start(&[]);
    for uri in [
        "",
        "nonsense",
        "file:///%FF.py",
        "term://x#a#1",
        "file:///w/%2e%2e/%2e%2e/a.py",
    ] {
        server.open(uri, "python", VULNERABLE);
        assert_eq!(
            codes(&server.published(uri)["diagnostics"]),
            ["sql-injection"],
            "{uri:?}"
        );
    }
}

#[test]
fn ranges_outside_the_text_are_clamped() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    server.published(APP);
    let far = at(4_000_000_000, 4_000_000_000);
    // At the end, twice: once far behind it, once with swapped ends.
    server.change(
        APP,
        2,
        json!([{ "range": { "start": far, "end": far }, "text": "# end\n" }]),
    );
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
    server.change(
        APP,
        3,
        json!([{ "range": { "start": far, "end": at(0, 0) }, "text": "a = 1\n" }]),
    );
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    let params = json!({ "textDocument": { "uri": APP }, "position": far });
    assert_eq!(server.request("textDocument/hover", params), Value::Null);
    let swapped = json!({ "start": far, "end": at(0, 0) });
    assert_eq!(server.actions(APP, &swapped, &json!([])), [] as [Value; 0]);
}

#[test]
fn a_client_that_never_answers_delays_nothing() {
    let mut server = Client::pull()
        .with("/workspace/configuration", json!(true))
        .with(
            "/workspace/didChangeWatchedFiles",
            json!({ "dynamicRegistration": true }),
        )
        .start(&[]);
    for version in 2..300 {
        server.notify(
            "workspace/didChangeConfiguration",
            json!({ "settings": null }),
        );
        server.open(&format!("file:///w/{version}.py"), "python", "a = 1\n");
    }
    assert_eq!(server.pulled("file:///w/299.py"), json!([]));
    for _ in 0..299 {
        server.server_request("workspace/configuration");
    }
    server.server_request("client/registerCapability");
}

#[test]
fn a_file_that_is_too_large_is_open_without_findings() {
    let mut server = Client::push().start(&[]);
    let large = "x = 1  # nothing to see\n".repeat(260_000);
    assert!(large.len() > 5 * 1024 * 1024);
    server.open(APP, "python", &large);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    let start = at(0, 0);
    server.change(
        APP,
        2,
        json!([{ "range": { "start": start, "end": start }, "text": "y = 2\n" }]),
    );
    server.replace(APP, 3, VULNERABLE);
    let (diagnostics, _) = server.published_until(APP, 3);
    assert_eq!(codes(&diagnostics), ["sql-injection"]);
}

#[test]
fn deep_nesting_ends_well() {
    let mut server = Client::push().start(&[]);
    let deep = format!("x = {}1{}\n", "(".repeat(100_000), ")".repeat(100_000));
    server.open(APP, "python", &deep);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    works(&mut server);
}

#[test]
fn a_file_on_the_disk_that_is_no_text_is_passed_over() {
    let mut server = Client::pull().start(&[("/w/a.py", VULNERABLE)]);
    server.files.write("/w/latin.py", b"x = '\xE9'\n");
    server.files.write("/w/secret.py", "x = 1\n");
    server.files.forbid("/w/secret.py");
    let report = server.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let uris: Vec<_> = report["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| &item["uri"])
        .collect();
    assert_eq!(uris, ["file:///w/a.py"]);
}

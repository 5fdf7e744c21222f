//! Settings, from files and from the editor.

use serde_json::{Value, json};

use crate::server::Client;
use crate::text::{VULNERABLE, codes};

const APP: &str = "file:///w/app.py";
const CONFIG: &str = "file:///w/tripline.toml";

const OFF: &str = "[checks.sql-injection]\nenabled = false\n";

fn changed(uri: &str) -> Value {
    json!({ "changes": [{ "uri": uri, "type": 2 }] })
}

#[test]
fn a_configuration_file_counts_from_the_start_and_when_it_changes() {
    let mut server = Client::push().start(&[("/w/tripline.toml", OFF)]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    server.files.write("/w/tripline.toml", "");
    server.notify("workspace/didChangeWatchedFiles", changed(CONFIG));
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
}

#[test]
fn a_configuration_file_that_the_editor_saves_counts_without_a_watcher() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
    server.files.write("/w/tripline.toml", OFF);
    server.notify(
        "textDocument/didSave",
        json!({ "textDocument": { "uri": CONFIG } }),
    );
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
}

#[test]
fn a_wrong_configuration_is_a_diagnostic_and_the_last_good_one_stays() {
    let mut server = Client::push().start(&[("/w/tripline.toml", OFF)]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    server
        .files
        .write("/w/tripline.toml", "# mine\nenabld = true\n");
    server.notify("workspace/didChangeWatchedFiles", changed(CONFIG));
    let published = server.published(CONFIG);
    let problem = &published["diagnostics"][0];
    assert_eq!(problem["severity"], 1);
    assert_eq!(
        problem["range"]["start"],
        json!({ "line": 1, "character": 0 })
    );
    assert!(
        problem["message"]
            .as_str()
            .unwrap()
            .contains("did you mean `enabled`?"),
        "{problem}"
    );
    // Still off.
    server.replace(
        APP,
        2,
        &format!("{VULNERABLE}API_KEY = \"sk-live-4f8a9c1e7b\"\n"),
    );
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["hardcoded-secret"]
    );
    server.files.write("/w/tripline.toml", "");
    server.notify("workspace/didChangeWatchedFiles", changed(CONFIG));
    assert_eq!(server.published(CONFIG)["diagnostics"], json!([]));
    assert_eq!(
        server.published(APP)["diagnostics"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn rules_of_the_workspace_count_as_they_are_saved_and_the_last_good_ones_stay() {
    const MODEL: &str = "file:///w/.tripline/models/python/warehouse.yml";
    const SOUND: &str = "library: warehouse\nimports: [warehouse]\ndocs: https://wiki.example.com\ncallables:\n  \
                         - name: warehouse.query\n    sinks: [{kind: sql, argument: 0}]\n";
    let program = "import warehouse\n\n\ndef find(name):\n    warehouse.query(f\"SELECT * FROM t WHERE n = '{name}'\")\n";
    let saved = json!({ "textDocument": { "uri": MODEL } });
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", program);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    let path = "/w/.tripline/models/python/warehouse.yml";
    server.files.write(path, SOUND);
    server.notify("textDocument/didSave", saved.clone());
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
    server.files.write(path, SOUND.replace("imports", "import"));
    server.notify("textDocument/didSave", saved.clone());
    let problem = server.published(MODEL)["diagnostics"][0].clone();
    assert_eq!(problem["range"]["start"]["line"], 1);
    let message = problem["message"].as_str().unwrap_or_default();
    assert!(message.contains("did you mean `imports`?"), "{message}");
    let longer = format!("{program}API_KEY = \"sk-live-4f8a9c1e7b\"\n");
    server.replace(APP, 2, &longer);
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection", "hardcoded-secret"]
    );
    server.files.write(path, SOUND.replace("query", "ask"));
    server.notify("textDocument/didSave", saved);
    assert_eq!(server.published(MODEL)["diagnostics"], json!([]));
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["hardcoded-secret"]
    );
}

#[test]
fn an_unknown_check_in_the_configuration_is_reported_at_its_place() {
    let mut server = Client::push().start(&[(
        "/w/tripline.toml",
        "[checks.sql-injektion]\nenabled = false\n",
    )]);
    let published = server.published(CONFIG);
    let message = published["diagnostics"][0]["message"].as_str().unwrap();
    assert!(
        message.contains("did you mean `sql-injection`?"),
        "{message}"
    );
}

#[test]
fn settings_that_come_with_the_start_count() {
    let settings = json!({ "checks": { "sql-injection": { "enabled": false } }, "path": "/bin/tripline", "scope": "" });
    let mut server = Client::push().settings(settings).start(&[]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
}

#[test]
fn settings_that_the_editor_sends_count() {
    let mut server = Client::push().start(&[]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
    let settings = json!({ "tripline": { "severityThreshold": "critical" } });
    server.notify(
        "workspace/didChangeConfiguration",
        json!({ "settings": settings }),
    );
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
}

#[test]
fn settings_that_the_editor_is_asked_for_count() {
    let mut server = Client::push()
        .with("/workspace/configuration", json!(true))
        .start(&[]);
    let request = server.server_request("workspace/configuration");
    assert_eq!(
        request["params"]["items"],
        json!([{ "section": "tripline" }])
    );
    server.open(APP, "python", VULNERABLE);
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
    server.answer(&request, json!([{ "severityThreshold": "critical" }]));
    assert_eq!(server.published(APP)["diagnostics"], json!([]));
    server.notify(
        "workspace/didChangeConfiguration",
        json!({ "settings": null }),
    );
    let request = server.server_request("workspace/configuration");
    server.answer(&request, json!([{}]));
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
}

#[test]
fn a_setting_that_is_wrong_is_told() {
    let mut server = Client::push()
        .settings(json!({ "severityTreshold": "high" }))
        .start(&[]);
    let message = server.notification("window/showMessage");
    assert!(
        message["message"]
            .as_str()
            .unwrap()
            .contains("did you mean `severityThreshold`?"),
        "{message}"
    );
}

#[test]
fn files_are_watched_where_the_client_can() {
    let mut server = Client::push()
        .with(
            "/workspace/didChangeWatchedFiles",
            json!({ "dynamicRegistration": true }),
        )
        .with(
            "/workspace/didChangeConfiguration",
            json!({ "dynamicRegistration": true }),
        )
        .start(&[]);
    let request = server.server_request("client/registerCapability");
    let registrations = request["params"]["registrations"].as_array().unwrap();
    let methods: Vec<_> = registrations
        .iter()
        .map(|registration| registration["method"].as_str().unwrap())
        .collect();
    assert_eq!(
        methods,
        [
            "workspace/didChangeWatchedFiles",
            "workspace/didChangeConfiguration"
        ]
    );
    let watchers = &registrations[0]["registerOptions"]["watchers"];
    assert_eq!(watchers[0]["globPattern"], "**/tripline.toml");
    server.answer(&request, Value::Null);
}

#[test]
fn diagnostics_wait_for_the_save_where_the_configuration_says_so() {
    let mut server = Client::push().start(&[("/w/tripline.toml", "on-change = false\n")]);
    server.open(APP, "python", VULNERABLE);
    assert_eq!(
        codes(&server.published(APP)["diagnostics"]),
        ["sql-injection"]
    );
    server.replace(APP, 2, "");
    server.replace(APP, 3, "a = 1\n");
    server.notify(
        "textDocument/didSave",
        json!({ "textDocument": { "uri": APP } }),
    );
    let published = server.published(APP);
    assert_eq!(
        (&published["version"], &published["diagnostics"]),
        (&json!(3), &json!([]))
    );
}

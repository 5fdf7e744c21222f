//! A server in this process, and a client that tests speak through.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;
use tripline_lsp::{Options, serve};
use tripline_workspace::Memory;

/// How long a message is waited for until the test is taken for hung.
const HUNG: Duration = Duration::from_secs(300);

/// What the client announces.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    capabilities: Value,
    roots: Vec<&'static str>,
    settings: Value,
}

impl Client {
    /// A client that is pushed to, counts in UTF-16, and announces nothing else.
    pub(crate) fn bare() -> Self {
        Client {
            capabilities: json!({}),
            roots: vec!["file:///w"],
            settings: Value::Null,
        }
    }

    /// A client that is pushed to and can do what current editors can.
    pub(crate) fn push() -> Self {
        let shown = json!({
            "relatedInformation": true,
            "codeDescriptionSupport": true,
            "dataSupport": true,
            "tagSupport": { "valueSet": [1] },
        });
        Client::bare()
            .with("/textDocument/publishDiagnostics", shown)
            .with(
                "/textDocument/codeAction",
                json!({
                    "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } },
                    "isPreferredSupport": true,
                }),
            )
            .with(
                "/workspace/workspaceEdit",
                json!({ "documentChanges": true, "resourceOperations": ["create"] }),
            )
    }

    /// The same, but it pulls.
    pub(crate) fn pull() -> Self {
        Client::push()
            .with(
                "/textDocument/diagnostic",
                json!({ "relatedInformation": true, "dataSupport": true }),
            )
            .with("/workspace/diagnostics", json!({ "refreshSupport": true }))
    }

    /// Announces a capability, by its path.
    pub(crate) fn with(mut self, path: &str, value: Value) -> Self {
        let mut place = &mut self.capabilities;
        for key in path.split('/').skip(1) {
            place = &mut place[key];
        }
        *place = value;
        self
    }

    /// Counts in UTF-8.
    pub(crate) fn utf8(self) -> Self {
        self.with("/general/positionEncodings", json!(["utf-16", "utf-8"]))
    }

    /// Asks for edits of code actions when they are chosen.
    pub(crate) fn resolving(self) -> Self {
        self.with("/textDocument/codeAction/dataSupport", json!(true))
            .with(
                "/textDocument/codeAction/resolveSupport",
                json!({ "properties": ["edit"] }),
            )
    }

    /// Has these folders open.
    pub(crate) fn roots(mut self, roots: &[&'static str]) -> Self {
        self.roots = roots.to_vec();
        self
    }

    /// Sends these settings on start.
    pub(crate) fn settings(mut self, settings: Value) -> Self {
        self.settings = settings;
        self
    }

    /// Starts a server on these files, and initializes it.
    pub(crate) fn start(self, files: &[(&str, &str)]) -> Server {
        let mut server = Server::uninitialized(Arc::new(Memory::with(files)));
        let folders: Vec<Value> = self
            .roots
            .iter()
            .map(|uri| json!({ "uri": uri, "name": uri }))
            .collect();
        let params = json!({
            "processId": null,
            "rootUri": self.roots.first(),
            "workspaceFolders": folders,
            "capabilities": self.capabilities,
            "initializationOptions": self.settings,
        });
        server.offered = server.request("initialize", params)["capabilities"].clone();
        server.notify("initialized", json!({}));
        server
    }
}

/// A running server. Dropping it shuts it down and fails if a message was left unread.
pub(crate) struct Server {
    /// What the server offers.
    pub(crate) offered: Value,
    /// Its files.
    pub(crate) files: Arc<Memory>,
    runtime: Runtime,
    outgoing: Option<DuplexStream>,
    received: Receiver<Value>,
    unread: VecDeque<Value>,
    serving: Option<JoinHandle<u8>>,
    next_id: i64,
}

impl Server {
    /// A server that has not received `initialize`.
    pub(crate) fn uninitialized(files: Arc<Memory>) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime");
        let (outgoing, input) = tokio::io::duplex(1 << 16);
        let (output, received) = tokio::io::duplex(1 << 16);
        let options = Options {
            files: files.clone(),
            ..Options::default()
        };
        let serving = runtime.spawn(serve(input, output, options));
        let (sender, receiver) = channel();
        runtime.spawn(async move {
            let mut reader = BufReader::new(received);
            while let Some(message) = read_frame(&mut reader).await {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Server {
            offered: Value::Null,
            files,
            runtime,
            outgoing: Some(outgoing),
            received: receiver,
            unread: VecDeque::new(),
            serving: Some(serving),
            next_id: 0,
        }
    }

    /// Sends bytes as they are.
    pub(crate) fn send_raw(&mut self, bytes: &[u8]) {
        let stream = self.outgoing.as_mut().expect("the stream is open");
        self.runtime
            .block_on(stream.write_all(bytes))
            .expect("the server reads");
    }

    /// Sends a message.
    pub(crate) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    /// Sends a notification.
    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and returns its id.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        let id = self.next_id;
        let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&message);
        id
    }

    /// The response to a request.
    pub(crate) fn response(&mut self, id: i64) -> Value {
        self.find(&format!("response {id}"), |message| {
            message["id"] == id && message.get("method").is_none()
        })
    }

    /// The result of a request.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        let mut response = self.response(id);
        assert!(response.get("error").is_none(), "{method}: {response}");
        response["result"].take()
    }

    /// The code of the error that a request gets.
    pub(crate) fn refused(&mut self, method: &str, params: Value) -> i64 {
        let id = self.ask(method, params);
        let response = self.response(id);
        response["error"]["code"]
            .as_i64()
            .unwrap_or_else(|| panic!("{method} is not refused: {response}"))
    }

    /// The parameters of the next notification of this method.
    pub(crate) fn notification(&mut self, method: &str) -> Value {
        let mut message = self.find(method, |message| {
            message["method"] == method && message.get("id").is_none()
        });
        message["params"].take()
    }

    /// The same, if it came before what was read already.
    pub(crate) fn read_already(&mut self, method: &str) -> Value {
        let index = self
            .unread
            .iter()
            .position(|message| message["method"] == method);
        let index = index.unwrap_or_else(|| panic!("no {method} came before: {:?}", self.unread));
        self.unread
            .remove(index)
            .expect("the index is in the queue")["params"]
            .take()
    }

    /// The next request of this method from the server, whole.
    pub(crate) fn server_request(&mut self, method: &str) -> Value {
        self.find(method, |message| {
            message["method"] == method && message.get("id").is_some()
        })
    }

    /// Answers a request of the server.
    pub(crate) fn answer(&mut self, request: &Value, result: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }));
    }

    /// The next error that belongs to no request.
    pub(crate) fn stray_error(&mut self) -> i64 {
        let message = self.find("an error without id", |message| {
            message.get("error").is_some()
        });
        message["error"]["code"].as_i64().expect("a code")
    }

    /// Opens a document as version 1.
    pub(crate) fn open(&mut self, uri: &str, language: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Changes a document.
    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": changes }),
        );
    }

    /// Replaces the text of a document.
    pub(crate) fn replace(&mut self, uri: &str, version: i32, text: &str) {
        self.change(uri, version, json!([{ "text": text }]));
    }

    /// Closes a document.
    pub(crate) fn close(&mut self, uri: &str) {
        self.notify(
            "textDocument/didClose",
            json!({ "textDocument": { "uri": uri } }),
        );
    }

    /// The diagnostics that are published next for a document.
    pub(crate) fn published(&mut self, uri: &str) -> Value {
        let mut message = self.find(&format!("diagnostics of {uri}"), |message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
        });
        message["params"].take()
    }

    /// The diagnostics of a version of a document, and the versions that were published on the way.
    pub(crate) fn published_until(&mut self, uri: &str, version: i32) -> (Value, Vec<i64>) {
        let mut versions = Vec::new();
        loop {
            let mut params = self.published(uri);
            let found = params["version"].as_i64().expect("a version");
            versions.push(found);
            if found == i64::from(version) {
                return (params["diagnostics"].take(), versions);
            }
        }
    }

    /// The diagnostics of a document, pulled.
    pub(crate) fn pulled(&mut self, uri: &str) -> Value {
        let mut report = self.request(
            "textDocument/diagnostic",
            json!({ "textDocument": { "uri": uri } }),
        );
        assert_eq!(report["kind"], "full");
        report["items"].take()
    }

    /// The code actions for a range.
    pub(crate) fn actions(&mut self, uri: &str, range: &Value, diagnostics: &Value) -> Vec<Value> {
        let params = json!({
            "textDocument": { "uri": uri },
            "range": range,
            "context": { "diagnostics": diagnostics },
        });
        match self.request("textDocument/codeAction", params) {
            Value::Array(actions) => actions,
            other => panic!("no actions: {other}"),
        }
    }

    /// Closes the client's end without a word, and returns the exit code.
    pub(crate) fn hang_up(mut self) -> u8 {
        self.outgoing = None;
        let serving = self.serving.take().expect("the server runs");
        self.runtime.block_on(serving).expect("the server ends")
    }

    /// Sends `exit` and returns the exit code.
    pub(crate) fn exit(mut self) -> u8 {
        self.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
        let serving = self.serving.take().expect("the server runs");
        self.runtime.block_on(serving).expect("the server ends")
    }

    fn find(&mut self, what: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        if let Some(index) = self.unread.iter().position(&is_it) {
            return self
                .unread
                .remove(index)
                .expect("the index is in the queue");
        }
        loop {
            match self.received.recv_timeout(HUNG) {
                Ok(message) if is_it(&message) => return message,
                Ok(message) => self.unread.push_back(message),
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("the server has ended before {what}: {:?}", self.unread)
                }
                Err(RecvTimeoutError::Timeout) => panic!("waiting for {what}: {:?}", self.unread),
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let Some(serving) = self.serving.take() else {
            return;
        };
        let result = self.request("shutdown", Value::Null);
        assert!(result.is_null());
        self.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
        let code = self.runtime.block_on(serving).expect("the server ends");
        assert_eq!(code, 0, "the exit code after shutdown");
        self.unread.extend(self.received.iter());
        assert!(
            self.unread.is_empty(),
            "messages that nobody has read: {:#?}",
            self.unread
        );
    }
}

async fn read_frame(reader: &mut BufReader<DuplexStream>) -> Option<Value> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        length = line
            .strip_prefix("Content-Length: ")
            .map(|length| length.trim().parse().expect("a length"));
    }
    let mut body = vec![0; length.expect("a length")];
    reader.read_exact(&mut body).await.ok()?;
    Some(serde_json::from_slice(&body).expect("JSON"))
}

//! A session with a real `tripline lsp` process over its pipes.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// The address of the one document.
const URI: &str = "file:///project/service.py";

/// A server that has answered `initialize`.
pub(crate) struct Session {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Session {
    /// Starts the program and greets it.
    pub(crate) fn start(program: &OsStr) -> io::Result<Session> {
        let mut process = Command::new(program)
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let input = process.stdin.take().expect("its input is a pipe");
        let output = process.stdout.take().expect("its output is a pipe");
        let mut session = Session {
            process,
            input,
            output: BufReader::new(output),
        };
        let capabilities =
            json!({"textDocument": {"publishDiagnostics": {"versionSupport": true}}});
        session.send(&json!({
            "jsonrpc": "2.0", "id": 1, "method": "initialize",
            "params": {"processId": null, "rootUri": null, "capabilities": capabilities},
        }))?;
        while session.receive()?["id"] != 1 {}
        session.send(&json!({"jsonrpc": "2.0", "method": "initialized", "params": {}}))?;
        Ok(session)
    }

    /// Opens the document as version 1 and waits for its diagnostics.
    pub(crate) fn open(&mut self, text: &str) -> io::Result<()> {
        let document = json!({"uri": URI, "languageId": "python", "version": 1, "text": text});
        self.notify("textDocument/didOpen", &json!({"textDocument": document}))?;
        self.published(1)
    }

    /// Inserts or deletes an empty line at the top, which moves every diagnostic, and waits for them.
    pub(crate) fn edit_top(&mut self, version: i32) -> io::Result<()> {
        let (end_line, text) = if version % 2 == 0 { (0, "\n") } else { (1, "") };
        let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": end_line, "character": 0}});
        self.notify(
            "textDocument/didChange",
            &json!({
                "textDocument": {"uri": URI, "version": version},
                "contentChanges": [{"range": range, "text": text}],
            }),
        )?;
        self.published(version)
    }

    fn notify(&mut self, method: &str, params: &Value) -> io::Result<()> {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}))
    }

    fn published(&mut self, version: i32) -> io::Result<()> {
        loop {
            let message = self.receive()?;
            if message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["version"] == version
            {
                return Ok(());
            }
        }
    }

    fn send(&mut self, message: &Value) -> io::Result<()> {
        let body = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{body}", body.len())?;
        self.input.flush()
    }

    fn receive(&mut self) -> io::Result<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            match line.trim_end().split_once(": ") {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.parse().map_err(io::Error::other)?;
                }
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body)?;
        Ok(serde_json::from_slice(&body)?)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The process may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

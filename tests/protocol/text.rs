//! Programs, and edits as a client applies them.

use serde_json::{Value, json};
use tripline_syntax::{Document, Encoding, Language, Position, TextEdit, apply_edits, offset};

/// A file with one SQL injection, in line 6.
pub(crate) const VULNERABLE: &str = "\
import sqlite3


def find_user(conn: sqlite3.Connection, email: str):
    cursor = conn.cursor()
    cursor.execute(f\"SELECT id FROM users WHERE email = '{email}'\")
    return cursor.fetchone()
";

/// The same file, fixed by hand.
pub(crate) const SAFE: &str = "\
import sqlite3


def find_user(conn: sqlite3.Connection, email: str):
    cursor = conn.cursor()
    cursor.execute(\"SELECT id FROM users WHERE email = ?\", (email,))
    return cursor.fetchone()
";

/// The range of the first occurrence of `part` in `text`, counted in `encoding`.
pub(crate) fn range_of(text: &str, part: &str, encoding: Encoding) -> Value {
    let start = text.find(part).expect("the text has the part");
    json!({ "start": position_at(text, start, encoding), "end": position_at(text, start + part.len(), encoding) })
}

/// The position of a byte.
pub(crate) fn position_at(text: &str, byte: usize, encoding: Encoding) -> Value {
    let document = Document::parse(Language::Python, text);
    let position = tripline_syntax::position(document.rope(), byte as u32, encoding);
    json!({ "line": position.line, "character": position.character })
}

/// The text after the `TextEdit`s of the protocol.
pub(crate) fn edited(text: &str, edits: &Value, encoding: Encoding) -> String {
    let document = Document::parse(Language::Python, text);
    let at = |position: &Value| {
        let number = |key: &str| position[key].as_u64().expect("a number") as u32;
        let position = Position {
            line: number("line"),
            character: number("character"),
        };
        offset(document.rope(), position, encoding)
    };
    let edits: Vec<TextEdit> = edits
        .as_array()
        .expect("a list of edits")
        .iter()
        .map(|edit| TextEdit {
            range: at(&edit["range"]["start"])..at(&edit["range"]["end"]),
            text: edit["newText"].as_str().expect("a text").to_owned(),
        })
        .collect();
    apply_edits(text, &edits).expect("edits without overlap")
}

/// The codes of diagnostics.
pub(crate) fn codes(diagnostics: &Value) -> Vec<&str> {
    let list = diagnostics.as_array().expect("a list of diagnostics");
    list.iter()
        .map(|diagnostic| diagnostic["code"].as_str().expect("a code"))
        .collect()
}

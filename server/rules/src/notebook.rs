//! Jupyter notebooks: the code of their cells as one program, and the texts and outputs around it as texts.
//!
//! The format is JSON ([nbformat]); a position in a cell is a position in one of its strings. What is found is reported where
//! it stands in the file, so that every reader of the file can be pointed to it; fixes are not offered, since they would be
//! edits of a program that does not exist as a file.
//!
//! [nbformat]: https://nbformat.readthedocs.io/en/latest/format_description.html

use std::collections::BTreeMap;
use std::ops::Range;

use tripline_ir::{FileSpan, lower};
use tripline_syntax::{Document, Language};
use xxhash_rust::xxh3::xxh3_64;

use crate::assemble::scan_text;
use crate::catalog::Rules;
use crate::engine::{Source, Syntax, analyze};
use crate::test_code::is_test_text;
use crate::{Confidence, Finding, Fingerprint};

/// How deep values may be nested.
const MAX_DEPTH: usize = 64;

/// Longest escape, in bytes: two halves of a character.
const MAX_ESCAPE: usize = 12;

/// The findings in a notebook, sorted by span; `None` for a text that is none. The path is relative to the workspace, where
/// the text has one.
pub(crate) fn scan_notebook(text: &str, path: Option<&str>, rules: &Rules) -> Option<Vec<Finding>> {
    let notebook = Parser { text, at: 0 }.value(0)?;
    let Value::List(cells) = notebook.get(text, "cells")? else {
        return None;
    };
    let is_python = notebook.language(text).is_none_or(|name| name == "python");
    let mut code = Decoded::default();
    let mut findings = Vec::new();
    for cell in cells {
        let is_code = cell.get(text, "cell_type").and_then(|kind| kind.text(text)) == Some("code");
        if let Some(source) = cell.get(text, "source") {
            let source = Decoded::of(text, source);
            if is_code && is_python && !source.text.starts_with("%%") {
                code.append(&source.as_program());
            } else {
                findings.extend(texts_found(&source, path, rules));
            }
        }
        if let Some(outputs) = cell.get(text, "outputs") {
            let mut shown = Vec::new();
            outputs.shown(text, &mut shown);
            for output in shown {
                findings.extend(texts_found(&Decoded::of(text, output), path, rules));
            }
        }
    }
    findings.extend(code_found(&code, path, rules));
    findings.sort_by(|a, b| (a.span, &a.check, &a.rule).cmp(&(b.span, &b.check, &b.rule)));
    number_equal(&mut findings);
    Some(findings)
}

/// Tells findings of different cells apart that are alike in all else.
fn number_equal(findings: &mut [Finding]) {
    let mut occurrences: BTreeMap<Fingerprint, u64> = BTreeMap::new();
    for finding in findings {
        let occurrence = occurrences.entry(finding.fingerprint).or_insert(0);
        if *occurrence > 0 {
            let both = [finding.fingerprint.0, *occurrence].map(u64::to_le_bytes);
            finding.fingerprint = Fingerprint(xxh3_64(&both.concat()));
        }
        *occurrence += 1;
    }
}

fn code_found(code: &Decoded, path: Option<&str>, rules: &Rules) -> Vec<Finding> {
    let document = Document::parse(Language::Python, &code.text);
    let ir = lower::lower(&document, None);
    let source = Source {
        path,
        syntax: Syntax::Parsed(&document),
        ir: &ir,
    };
    let found = analyze(&source, rules).into_iter();
    found.map(|finding| code.in_file(finding)).collect()
}

/// Secrets of known providers: a text or an output has no settings.
fn texts_found(text: &Decoded, path: Option<&str>, rules: &Rules) -> Vec<Finding> {
    let is_test = path.is_some_and(is_test_text);
    let found = scan_text(&text.text, None, rules).into_iter();
    found
        .map(|mut finding| {
            if is_test {
                finding.confidence = Confidence::Low;
            }
            text.in_file(finding)
        })
        .collect()
}

/// The text of strings of a file, and where it stands there.
#[derive(Default)]
struct Decoded {
    text: String,
    /// From where in the text on it stands where in the file, and is written there as it reads.
    places: Vec<(usize, usize)>,
}

impl Decoded {
    /// The text of a string, or of a list of strings.
    fn of(file: &str, value: &Value) -> Decoded {
        let mut decoded = Decoded::default();
        match value {
            Value::Text(range) => decoded.push(file, range.clone()),
            Value::List(lines) => {
                for line in lines {
                    if let Value::Text(range) = line {
                        decoded.push(file, range.clone());
                    }
                }
            }
            Value::Table(_) | Value::Other => {}
        }
        decoded
    }

    /// Adds what a string in quotes says, whose content is at `range`.
    fn push(&mut self, file: &str, range: Range<usize>) {
        let mut rest = &file[range.clone()];
        let mut at = range.start;
        while !rest.is_empty() {
            self.places.push((self.text.len(), at));
            let plain = rest.find('\\').unwrap_or(rest.len());
            self.text.push_str(&rest[..plain]);
            let escape = &rest[plain..];
            let (character, length) = unescaped(escape);
            if let Some(character) = character {
                self.places.push((self.text.len(), at + plain));
                self.text.push(character);
            }
            rest = escape.get(length..).unwrap_or_default();
            at = range.end - rest.len();
        }
        self.places.push((self.text.len(), range.end));
    }

    fn append(&mut self, other: &Decoded) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        let places = other.places.iter();
        self.places
            .extend(places.map(|(offset, place)| (start + offset, *place)));
        self.text.push('\n');
    }

    /// The text with what is a command of the notebook and no Python made a comment.
    fn as_program(&self) -> Decoded {
        let mut text = String::with_capacity(self.text.len());
        for line in self.text.split_inclusive('\n') {
            let command = line.trim_start();
            if command.starts_with(['%', '!']) {
                let indent = line.len() - command.len();
                text.push_str(&line[..indent]);
                text.push('#');
                text.push_str(&command[1..]);
            } else {
                text.push_str(line);
            }
        }
        Decoded {
            text,
            places: self.places.clone(),
        }
    }

    /// A finding in the text as one in the file.
    fn in_file(&self, mut finding: Finding) -> Finding {
        finding.span = self.span(finding.span);
        for span in &mut finding.secrets {
            *span = self.span(*span);
        }
        for step in finding.steps.iter_mut().chain(&mut finding.related) {
            step.span = self.span(step.span);
        }
        finding.fixes.clear();
        finding
    }

    fn span(&self, span: FileSpan) -> FileSpan {
        let (start, end) = (span.start as usize, span.end as usize);
        let last = end.saturating_sub(1).max(start);
        // What is behind the last character stands right behind it, but for the first character of the next string.
        let (last_place, behind) = (self.place(last), self.place(end));
        let is_near = behind > last_place && behind - last_place <= MAX_ESCAPE;
        let end = if is_near {
            behind
        } else {
            last_place + (end - last)
        };
        FileSpan {
            start: self.place(start) as u32,
            end: end as u32,
        }
    }

    fn place(&self, offset: usize) -> usize {
        let next = self.places.partition_point(|(from, _)| *from <= offset);
        let known = next.checked_sub(1).and_then(|at| self.places.get(at));
        known.map_or(0, |(from, place)| place + offset - from)
    }
}

/// What the escape that a text begins with stands for, and its length in bytes.
fn unescaped(escape: &str) -> (Option<char>, usize) {
    let bytes = escape.as_bytes();
    let Some(kind) = bytes.get(1) else {
        return (None, 1);
    };
    match kind {
        b'n' => (Some('\n'), 2),
        b't' => (Some('\t'), 2),
        b'r' => (Some('\r'), 2),
        b'b' | b'f' => (Some(' '), 2),
        b'u' => {
            let unit = |at: usize| {
                let digits = escape.get(at..at + 4)?;
                u32::from_str_radix(digits, 16).ok()
            };
            let first = unit(2);
            if let Some(character) = first.and_then(char::from_u32) {
                return (Some(character), 6);
            }
            let second = unit(8).filter(|_| escape.get(6..8) == Some("\\u"));
            let both = first
                .zip(second)
                .map(|(high, low)| char::decode_utf16([high as u16, low as u16]).next());
            match both {
                Some(Some(Ok(character))) => (Some(character), 12),
                _ => (Some(char::REPLACEMENT_CHARACTER), 6),
            }
        }
        _ => (Some(char::from(*kind)), 2),
    }
}

/// A value of JSON, by where its strings stand.
enum Value {
    /// The content of a string, escapes as they are written.
    Text(Range<usize>),
    List(Vec<Value>),
    /// Names as ranges.
    Table(Vec<(Range<usize>, Value)>),
    Other,
}

impl Value {
    fn get<'v>(&'v self, text: &str, name: &str) -> Option<&'v Value> {
        let Value::Table(entries) = self else {
            return None;
        };
        let mut entries = entries.iter();
        entries
            .find(|(key, _)| &text[key.clone()] == name)
            .map(|(_, value)| value)
    }

    fn text<'t>(&self, text: &'t str) -> Option<&'t str> {
        match self {
            Value::Text(range) => Some(&text[range.clone()]),
            _ => None,
        }
    }

    /// The language of the kernel.
    fn language<'t>(&self, text: &'t str) -> Option<&'t str> {
        let metadata = self.get(text, "metadata")?;
        let info = metadata.get(text, "language_info");
        let name = info.and_then(|info| info.get(text, "name"));
        let kernel = metadata.get(text, "kernelspec");
        let language = kernel.and_then(|kernel| kernel.get(text, "language"));
        name.or(language)?.text(text)
    }

    /// The texts that outputs show; not images.
    fn shown<'v>(&'v self, text: &str, found: &mut Vec<&'v Value>) {
        match self {
            Value::Text(_) => found.push(self),
            Value::List(parts) if parts.iter().all(|part| matches!(part, Value::Text(_))) => {
                found.push(self);
            }
            Value::List(parts) => parts.iter().for_each(|part| part.shown(text, found)),
            Value::Table(entries) => {
                for (name, value) in entries {
                    let name = &text[name.clone()];
                    if !name.starts_with("image/") && !name.starts_with("application/pdf") {
                        value.shown(text, found);
                    }
                }
            }
            Value::Other => {}
        }
    }
}

/// Reads JSON.
struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.peek()? {
            b'"' => Some(Value::Text(self.string()?)),
            b'[' => self.list(depth),
            b'{' => self.table(depth),
            _ => {
                let rest = &self.text[self.at..];
                let length = rest.find([',', ']', '}', '\n']).unwrap_or(rest.len());
                self.at += length;
                (length > 0).then_some(Value::Other)
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        let mut values = Vec::new();
        self.at += 1;
        while self.peek()? != b']' {
            values.push(self.value(depth + 1)?);
            self.comma(b']')?;
        }
        self.at += 1;
        Some(Value::List(values))
    }

    fn table(&mut self, depth: usize) -> Option<Value> {
        let mut entries = Vec::new();
        self.at += 1;
        while self.peek()? != b'}' {
            let name = self.string()?;
            if self.peek()? != b':' {
                return None;
            }
            self.at += 1;
            entries.push((name, self.value(depth + 1)?));
            self.comma(b'}')?;
        }
        self.at += 1;
        Some(Value::Table(entries))
    }

    /// Passes the comma before the next value, if the list or table does not end.
    fn comma(&mut self, end: u8) -> Option<()> {
        match self.peek()? {
            b',' => {
                self.at += 1;
                Some(())
            }
            byte => (byte == end).then_some(()),
        }
    }

    /// The content of the string that stands here.
    fn string(&mut self) -> Option<Range<usize>> {
        if self.peek()? != b'"' {
            return None;
        }
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        let mut end = start;
        while *bytes.get(end)? != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        self.at = end + 1;
        Some(start..end)
    }

    /// The next byte that is no space.
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at)?.is_ascii_whitespace() {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }
}

//! How often a finding vanishes while another statement is half-typed.
//!
//! Each line of a program is deleted and typed again, character by character. What is found both
//! without the line and with it does not depend on the line, and must be found at every keystroke in between.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tripline_syntax::{Language, TextEdit};
use tripline_workspace::{Host, Memory, SharedRules};

/// What typing one language's programs again has shown.
#[derive(Default)]
pub(crate) struct Flicker {
    /// Of lines that stand for themselves.
    pub(crate) statements: Losses,
    /// Of lines that open a block or a bracket: what follows belongs to them.
    pub(crate) openers: Losses,
}

/// Keystrokes and what they cost.
#[derive(Default)]
pub(crate) struct Losses {
    pub(crate) keystrokes: usize,
    /// Keystrokes at which a finding of another line is missing.
    pub(crate) losing: usize,
    /// Lines with such a keystroke: the file, the line and the first text that it happened at.
    pub(crate) lines: Vec<String>,
}

/// Types the lines of the programs in a folder.
pub(crate) fn measure(folder: &Path, language: Language, rules: &SharedRules) -> Flicker {
    let mut flicker = Flicker::default();
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    paths.sort();
    for path in paths {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        Typist::new(&path, language, &text, rules).type_lines(&mut flicker);
    }
    flicker
}

struct Typist<'a> {
    path: &'a Path,
    host: Host,
    version: i32,
    text: String,
}

impl<'a> Typist<'a> {
    fn new(path: &'a Path, language: Language, text: &str, rules: &SharedRules) -> Self {
        let mut host = Host::new(Arc::new(Memory::new()), rules.clone());
        host.open(path, language, 1, text);
        Typist {
            path,
            host,
            version: 1,
            text: text.to_owned(),
        }
    }

    fn type_lines(mut self, flicker: &mut Flicker) {
        let mut start = 0;
        let lines: Vec<String> = self.text.lines().map(str::to_owned).collect();
        for (row, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let at = start + indent..start + line.len();
            start += line.len() + 1;
            if !at.is_empty() {
                self.type_line(row, at, flicker);
            }
        }
    }

    fn type_line(&mut self, row: usize, at: Range<usize>, flicker: &mut Flicker) {
        let line = self.text[at.clone()].to_owned();
        let with = self.found();
        self.edit(at.clone(), "");
        let without = self.found();
        let lasting: Vec<_> = with
            .intersection(&without)
            .filter(|(_, found)| *found != row)
            .cloned()
            .collect();
        if lasting.is_empty() {
            self.edit(at.start..at.start, &line);
            return;
        }
        let losses = if line.ends_with([':', '{', '(', '[', ',']) {
            &mut flicker.openers
        } else {
            &mut flicker.statements
        };
        let mut is_first = true;
        for (offset, character) in line.char_indices() {
            let place = at.start + offset;
            self.edit(place..place, character.encode_utf8(&mut [0; 4]));
            let found = self.found();
            losses.keystrokes += 1;
            if lasting.iter().any(|finding| !found.contains(finding)) {
                losses.losing += 1;
                if std::mem::take(&mut is_first) {
                    let file = self.path.file_name().unwrap_or_default().display();
                    let typed = &line[..offset + character.len_utf8()];
                    losses.lines.push(format!("{file}:{}: {typed}", row + 1));
                }
            }
        }
    }

    fn edit(&mut self, range: Range<usize>, text: &str) {
        self.version += 1;
        let edit = TextEdit {
            range: range.start as u32..range.end as u32,
            text: text.to_owned(),
        };
        self.host
            .edit(self.path, self.version, &[edit])
            .expect("an open file");
        self.text.replace_range(range, text);
    }

    /// The findings by check and line.
    fn found(&self) -> BTreeSet<(String, usize)> {
        let report = self.host.snapshot().diagnostics(self.path);
        let report = report.expect("nobody writes").expect("an open file");
        let row = |offset: u32| self.text[..offset as usize].matches('\n').count();
        let findings = report.findings.iter();
        findings
            .map(|finding| (finding.check.to_string(), row(finding.span.start)))
            .collect()
    }
}

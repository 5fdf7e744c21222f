//! How often a finding vanishes while another statement is half-typed.
//!
//! Lines and blocks of programs are deleted and typed again, character by character, and programs are typed from nothing.
//! What is found both without the text and with it does not depend on it, and must be found at every keystroke in between.

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
    /// Of lines that open a block or a bracket, with what is in it already below: what follows belongs to them.
    pub(crate) openers: Losses,
    /// Of blocks as a whole, from the line that opens one to the one that closes it.
    pub(crate) blocks: Losses,
    /// Of the lines of a file that ends where it is typed.
    pub(crate) from_nothing: Losses,
}

/// Every how many programs are typed from nothing.
const TYPED_WHOLE: usize = 4;

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
    for (index, path) in paths.iter().enumerate() {
        let Ok(text) = std::fs::read_to_string(path) else {
            continue;
        };
        let typist = |text| Typist::new(path, language, text, rules);
        typist(&text).type_lines(&mut flicker);
        typist(&text).type_blocks(&mut flicker.blocks);
        if index % TYPED_WHOLE == 0 {
            typist("").type_all(&text, &mut flicker.from_nothing);
        }
    }
    flicker
}

/// The blocks of a text: a line that opens something, the deeper lines below it, and the line that closes it.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let range = start..start + line.len();
        start = range.end;
        range
    });
    let lines: Vec<Range<usize>> = lines.collect();
    let indent = |line: &Range<usize>| {
        let text = &text[line.clone()];
        (!text.trim().is_empty()).then(|| text.len() - text.trim_start().len())
    };
    let mut blocks = Vec::new();
    for (row, opener) in lines.iter().enumerate() {
        let Some(outer) = indent(opener) else {
            continue;
        };
        let is_inside = |line: &&Range<usize>| indent(line).is_none_or(|inner| inner > outer);
        let inside = lines[row + 1..].iter().take_while(is_inside).count();
        if inside == 0 {
            continue;
        }
        let closes = |line: &&Range<usize>| {
            let text = text[(*line).clone()].trim();
            indent(line) == Some(outer)
                && matches!(text, "}" | "})" | "});" | ")" | ");" | "]" | "];")
        };
        let after = row + 1 + inside;
        let end = lines
            .get(after)
            .filter(closes)
            .unwrap_or(&lines[after - 1])
            .end;
        let written = text[..end].trim_end().len();
        blocks.push(opener.start + outer..written);
    }
    blocks
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
        let line = &self.text[at.clone()];
        let losses = if line.ends_with([':', '{', '(', '[', ',']) {
            &mut flicker.openers
        } else {
            &mut flicker.statements
        };
        self.type_again(row..row + 1, at, losses);
    }

    fn type_blocks(mut self, losses: &mut Losses) {
        for at in blocks(&self.text) {
            let row = self.text[..at.start].matches('\n').count();
            let rows = self.text[at.clone()].matches('\n').count() + 1;
            self.type_again(row..row + rows, at, losses);
        }
    }

    fn type_all(mut self, text: &str, losses: &mut Losses) {
        for (row, line) in text.split_inclusive('\n').enumerate() {
            let start = self.text.len();
            self.edit(start..start, line);
            self.type_again(row..row + 1, start..start + line.len(), losses);
        }
    }

    /// Deletes what is in some rows and types it again.
    fn type_again(&mut self, rows: Range<usize>, at: Range<usize>, losses: &mut Losses) {
        let typed = self.text[at.clone()].to_owned();
        // What stands behind it moves with each line of it.
        let mut lines = rows.len() - 1;
        let with = self.found();
        self.edit(at.clone(), "");
        let without = self.found();
        let lasting: Vec<_> = with
            .into_iter()
            .filter_map(|(check, row)| {
                let is_behind = row >= rows.end;
                let alone = if is_behind { row - lines } else { row };
                (!rows.contains(&row) && without.contains(&(check.clone(), alone)))
                    .then_some((check, alone, is_behind))
            })
            .collect();
        if lasting.is_empty() {
            self.edit(at.start..at.start, &typed);
            return;
        }
        lines = 0;
        let mut is_first = true;
        for (offset, character) in typed.char_indices() {
            let place = at.start + offset;
            self.edit(place..place, character.encode_utf8(&mut [0; 4]));
            lines += usize::from(character == '\n');
            let found = self.found();
            losses.keystrokes += 1;
            let is_there = |(check, row, is_behind): &(String, usize, bool)| {
                let now = if *is_behind { row + lines } else { *row };
                found.contains(&(check.clone(), now))
            };
            if !lasting.iter().all(is_there) {
                losses.losing += 1;
                if std::mem::take(&mut is_first) {
                    let file = self.path.file_name().unwrap_or_default().display();
                    let typed = &typed[..offset + character.len_utf8()];
                    losses
                        .lines
                        .push(format!("{file}:{}: {typed:?}", rows.start + 1));
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

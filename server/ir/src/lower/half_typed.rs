//! Half-typed code, parsed as if the line that does not parse were empty.
//!
//! While a bracket or a quote is missing, the parser takes what follows for a part of the broken statement. One line is
//! broken while somebody types: it is overwritten with spaces, so that every offset stays what it is, and where the rest is
//! free of errors, the rest counts. The same holds of a line that takes the next statement for its own end: `const user =`.

use std::ops::Range;

use tripline_syntax::{Document, TextEdit};

use crate::FileSpan;
use crate::lower::builder::errors_below;

/// Most lines that are left out, one at a time, to see whether they are the broken one.
const MAX_TRIES: usize = 6;

/// Text that is parsed for it at most, in bytes: of large files only the likeliest lines are tried.
const MAX_PARSED: usize = 1 << 20;

/// Most errors that are looked at; where there are more, nobody has just typed one line.
const MAX_ERRORS: usize = 40;

/// The document without its broken line, if it is free of errors then.
pub(super) fn without_broken_line(document: &Document) -> Option<Document> {
    let root = document.tree().root_node();
    if !root.has_error() {
        return unfinished_line(document).and_then(|line| without(document, line));
    }
    let mut errors = Vec::new();
    errors_below(root, &mut errors);
    let text = document.text();
    let lines = Lines::of(text);
    // An error inside a line costs no other line, and may be the parser's: it does not know every syntax.
    let reaches_further = |error: &FileSpan| {
        text[error.range()].trim().contains('\n') || lines.is_odd(lines.at(error.start))
    };
    if errors.len() > MAX_ERRORS || !errors.iter().any(reaches_further) {
        return None;
    }
    let tries = MAX_TRIES.min(MAX_PARSED / text.len().max(1));
    let suspects = lines.suspects(&errors);
    let mut suspects = suspects.into_iter().take(tries);
    suspects.find_map(|line| without(document, lines.code(line)))
}

/// The document with a range overwritten, if it is free of errors then.
fn without(document: &Document, range: Range<usize>) -> Option<Document> {
    let empty = TextEdit {
        range: range.start as u32..range.end as u32,
        text: " ".repeat(range.len()),
    };
    let without = document.edited(&[empty]);
    (!without.tree().root_node().has_error()).then_some(without)
}

/// The first line that begins a statement, ends where a name or a value is to follow, and goes on in a line that looks like
/// the next statement: it is indented no deeper, and begins with a word.
fn unfinished_line(document: &Document) -> Option<Range<usize>> {
    let text = document.text();
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let code = line.trim();
        let indent = line.len() - line.trim_start().len();
        let range = start + indent..start + indent + code.len();
        start += line.len();
        if !code.ends_with(['.', '=']) {
            return None;
        }
        let below = text[start..].lines().find(|line| !line.trim().is_empty())?;
        let next = below.trim_start();
        let is_word = |first: char| first.is_alphabetic() || first == '_' || first == '$';
        let looks_apart = below.len() - next.len() <= indent && next.starts_with(is_word);
        let swallows = || {
            let end = document
                .tree()
                .root_node()
                .descendant_for_byte_range(range.end - 1, range.end)?;
            // In a comment or a string, it is text.
            let is_sign = !end.is_named() && end.child_count() == 0;
            let mut statement = is_sign.then_some(end)?;
            while statement.start_byte() > range.start {
                statement = statement.parent()?;
            }
            while statement.end_byte() <= range.end {
                statement = statement.parent()?;
            }
            (statement.start_byte() == range.start).then_some(())
        };
        (looks_apart && swallows().is_some()).then_some(range)
    })
}

/// The lines of a text.
struct Lines<'t> {
    text: &'t str,
    /// What is in each line that is not blank, without the space around it; in order.
    content: Vec<Range<usize>>,
    /// How far each is indented, in bytes.
    indents: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let mut content = Vec::new();
        let mut indents = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive(['\n', '\r']) {
            let inner = line.trim();
            if !inner.is_empty() {
                let indent = line.len() - line.trim_start().len();
                indents.push(indent);
                content.push(start + indent..start + indent + inner.len());
            }
            start += line.len();
        }
        Lines {
            text,
            content,
            indents,
        }
    }

    /// A line without the comment at its end.
    fn code(&self, line: usize) -> Range<usize> {
        let range = self.content[line].clone();
        range.start..range.start + balance(&self.text[range]).comment
    }

    /// The line that holds an offset, or the last before it.
    fn at(&self, offset: u32) -> usize {
        let after = self
            .content
            .partition_point(|line| line.start <= offset as usize);
        after.saturating_sub(1)
    }

    /// The lines that may be the broken one, the likeliest first.
    fn suspects(&self, errors: &[FileSpan]) -> Vec<usize> {
        if self.content.is_empty() {
            return Vec::new();
        }
        let starts = errors.iter().map(|error| self.at(error.start));
        let odd = (0..self.content.len()).filter(|line| self.is_odd(*line));
        let before = errors
            .iter()
            .map(|error| self.at(error.start).saturating_sub(1));
        let ends = errors.iter().map(|error| self.at(error.end));
        let mut suspects: Vec<usize> = Vec::new();
        // An odd line at an error, then errors, then other odd ones.
        let at_errors: Vec<usize> = starts.collect();
        let odd: Vec<usize> = odd.collect();
        let both = odd.iter().filter(|line| at_errors.contains(line));
        let few_odd = odd.iter().take(MAX_TRIES / 2);
        for line in both
            .chain(at_errors.iter().take(2))
            .chain(few_odd)
            .copied()
            .chain(before)
            .chain(ends)
            .chain(at_errors.iter().copied())
        {
            if !suspects.contains(&line) && !self.opens_block(line) {
                suspects.push(line);
            }
        }
        suspects
    }

    /// Whether what follows a line belongs to it, so that it cannot be left out alone.
    fn opens_block(&self, line: usize) -> bool {
        let Balance { opened, closed, .. } = balance(&self.text[self.content[line].clone()]);
        let is_deeper = |below: &usize| *below > self.indents[line];
        opened > closed && self.indents.get(line + 1).is_some_and(is_deeper)
    }

    /// Whether a line opens what the indentation of the next does not show, closes what it did not open, or leaves a string
    /// open.
    fn is_odd(&self, line: usize) -> bool {
        let Some(content) = self.content.get(line) else {
            return false;
        };
        let text = &self.text[content.clone()];
        let Balance {
            opened,
            closed,
            is_quoted,
            ..
        } = balance(text);
        let indent = self.indents[line];
        let is_closing = |text: &str| text.starts_with([')', ']', '}']);
        let next = line + 1;
        let opens_nothing = opened > closed
            && self.indents.get(next).is_none_or(|below| {
                let text = &self.text[self.content[next].clone()];
                *below < indent || *below == indent && !is_closing(text)
            });
        is_quoted || opens_nothing || closed > opened && !is_closing(text)
    }
}

/// What a line opens and closes.
struct Balance {
    opened: usize,
    closed: usize,
    is_quoted: bool,
    /// Where the comment at its end starts; its length, if there is none.
    comment: usize,
}

fn balance(line: &str) -> Balance {
    let mut balance = Balance {
        opened: 0,
        closed: 0,
        is_quoted: false,
        comment: line.len(),
    };
    let mut quote = None;
    let mut characters = line.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match (quote, character) {
            (Some(_), '\\') => {
                characters.next();
            }
            (Some(open), _) if open == character => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(character),
            (None, '/') if matches!(characters.peek(), Some((_, '/' | '*'))) => {
                balance.comment = at;
                break;
            }
            (None, '(' | '[' | '{') => balance.opened += 1,
            (None, ')' | ']' | '}') => balance.closed += 1,
            _ => {}
        }
    }
    balance.is_quoted = quote.is_some();
    balance
}

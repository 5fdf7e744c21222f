//! The lines of a text, and which of them look broken.

use std::ops::Range;

use tree_sitter::Node;
use tripline_syntax::{Document, Language};

use crate::FileSpan;

/// Most lines that are suspected because of nothing but their looks.
const MAX_ODD: usize = 3;

/// Keywords that something is to follow, of JavaScript and TypeScript.
const ECMASCRIPT_PREFIXES: [&str; 19] = [
    "as", "async", "await", "case", "class", "const", "delete", "export", "extends", "in", "let",
    "new", "of", "return", "throw", "type", "typeof", "var", "yield",
];

const GO_PREFIXES: [&str; 8] = [
    "case", "const", "defer", "go", "range", "return", "type", "var",
];

const RUST_PREFIXES: [&str; 10] = [
    "as", "async", "const", "in", "let", "move", "mut", "pub", "return", "type",
];

/// The lines of a text that are not blank, in order.
pub(super) struct Lines<'t> {
    text: &'t str,
    language: Language,
    written: Vec<Line>,
    /// Whether a string or a comment has no end.
    is_cut: bool,
}

/// A line.
struct Line {
    /// What is in it, without the space around it.
    content: Range<usize>,
    /// How far it is indented, in bytes.
    indent: usize,
    opened: usize,
    closed: usize,
    /// A string or comment begins in it and does not end there, or ends in it and did not begin there.
    is_quoted: bool,
    /// It starts in a string or a comment.
    starts_quoted: bool,
    /// Where the comment at its end starts; the end of its content, if there is none.
    comment: usize,
}

/// What text is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Code,
    String(char),
    Comment,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str, language: Language) -> Self {
        Lines::within(text, 0..text.len(), language)
    }

    /// The lines of a part of a text, at whose start no string and no comment is open.
    fn within(text: &'t str, part: Range<usize>, language: Language) -> Self {
        let mut lines = Vec::new();
        let mut start = part.start;
        let mut inside = Inside::Code;
        let mut is_cut = false;
        for written in text[part].split_inclusive(['\n', '\r']) {
            let before = inside;
            let inner = written.trim();
            let indent = written.len() - written.trim_start().len();
            let content = start + indent..start + indent + inner.len();
            let mut line = Line {
                comment: content.end,
                content,
                indent,
                opened: 0,
                closed: 0,
                is_quoted: false,
                starts_quoted: before != Inside::Code,
            };
            line.read(inner, language, &mut inside);
            if let Inside::String(quote) = inside
                && !spans_lines(language, quote)
            {
                line.is_quoted = true;
                is_cut = true;
                inside = Inside::Code;
            }
            line.is_quoted |= inside != before;
            if !inner.is_empty() {
                lines.push(line);
            }
            start += written.len();
        }
        Lines {
            text,
            language,
            written: lines,
            is_cut: is_cut || inside != Inside::Code,
        }
    }

    /// Whether a string or a comment has no end, as far as the text alone tells.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// A line without the comment at its end.
    pub(super) fn code(&self, line: usize) -> Range<usize> {
        let line = &self.written[line];
        line.content.start..line.comment
    }

    /// The declaration that a line is a part of: from a line that begins at the left margin to the next one.
    pub(super) fn declaration(&self, line: usize) -> Range<usize> {
        let begins = |line: &Line| {
            let text = &self.text[line.content.clone()];
            let goes_on = ["where", "else", "catch", "finally"].iter();
            let is_word = |first: char| first.is_alphabetic() || "_$".contains(first);
            line.indent == 0
                && !line.starts_quoted
                && text.starts_with(is_word)
                && !goes_on.copied().any(|word| text.starts_with(word))
        };
        let is_mark = |line: &Line| self.text[line.content.clone()].starts_with(['@', '#']);
        let (above, below) = self.written.split_at(line + 1);
        let first = above.iter().rposition(begins).unwrap_or(0);
        let mut last = below
            .iter()
            .position(begins)
            .map_or(self.written.len(), |next| line + 1 + next);
        // Attributes and decorators belong to what follows.
        while last > line + 1 && is_mark(&self.written[last - 1]) {
            last -= 1;
        }
        let end = self
            .written
            .get(last)
            .map(|next| next.content.start - next.indent);
        let first = &self.written[first].content;
        let start = first.start;
        start..end.unwrap_or(self.text.len())
    }

    /// Whether an error may cost other lines. One inside a line does not, and may be the parser's: it does not know every
    /// syntax.
    pub(super) fn reaches_further(&self, error: FileSpan) -> bool {
        self.text[error.range()].trim().contains('\n') || self.is_odd(self.at(error.start))
    }

    /// The lines that may be the broken one, the likeliest first.
    pub(super) fn suspects(&self, errors: &[FileSpan]) -> Vec<usize> {
        if self.written.is_empty() {
            return Vec::new();
        }
        let at_errors: Vec<usize> = errors.iter().map(|error| self.at(error.start)).collect();
        let odd: Vec<usize> = (0..self.written.len())
            .filter(|line| self.is_odd(*line))
            .collect();
        let before = at_errors.iter().map(|line| line.saturating_sub(1));
        let ends = errors.iter().map(|error| self.at(error.end));
        let both = odd.iter().filter(|line| at_errors.contains(line));
        let few_odd = odd.iter().take(MAX_ODD);
        let mut suspects: Vec<usize> = Vec::new();
        // An odd line at an error, then errors, then other odd ones.
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

    /// The first line that begins a statement and goes on in a line that looks like the next one: it is indented no deeper, and
    /// begins with a word. Either it ends where a name or a value is to follow, or there is an error in one of both.
    pub(super) fn unfinished(&self, document: &Document, errors: &[FileSpan]) -> Option<usize> {
        let at_errors: Vec<usize> = errors.iter().map(|error| self.at(error.start)).collect();
        let is_unfinished = |line: &usize| {
            let (this, Some(next)) = (&self.written[*line], self.written.get(line + 1)) else {
                return false;
            };
            next.indent <= this.indent
                && begins_statement(&self.text[next.content.clone()])
                && (at_errors.contains(line)
                    || at_errors.contains(&(line + 1))
                    || wants_more(&self.text[self.code(*line)], self.language))
                && self.takes_next(document, *line)
        };
        (0..self.written.len()).find(is_unfinished)
    }

    /// Whether a statement that begins with a line ends in the next one, or behind it. One that assigns what is assigned there
    /// is complete: `a =` above `b = c`.
    fn takes_next(&self, document: &Document, line: usize) -> bool {
        let code = self.code(line);
        let Some(next) = self.written.get(line + 1) else {
            return false;
        };
        let statement = || {
            let root = document.tree().root_node();
            let mut node = root.descendant_for_byte_range(code.end.checked_sub(1)?, code.end)?;
            let covers_next = |node: Node<'_>| node.end_byte() > next.content.start;
            while node.start_byte() > code.start || !covers_next(node) {
                if is_text(node) && covers_next(node) {
                    return None;
                }
                node = node.parent()?;
            }
            let value = root.descendant_for_byte_range(next.content.start, next.content.start)?;
            let is_statement = node.start_byte() == code.start && !holds_statements(node);
            if !is_statement || is_text(node) || begins_assignment(value) {
                return None;
            }
            let mut around = node.parent()?;
            while let Some(further) = around
                .parent()
                .filter(|_| around.start_byte() == code.start)
            {
                around = further;
            }
            holds_statements(around).then_some(())
        };
        statement().is_some()
    }

    /// The line that holds an offset, or the last before it.
    fn at(&self, offset: u32) -> usize {
        let after = self
            .written
            .partition_point(|line| line.content.start <= offset as usize);
        after.saturating_sub(1)
    }

    /// Whether what follows a line belongs to it, so that it cannot be left out alone.
    fn opens_block(&self, line: usize) -> bool {
        let Line {
            opened,
            closed,
            indent,
            ..
        } = self.written[line];
        let is_deeper = |below: &Line| below.indent > indent;
        opened > closed && self.written.get(line + 1).is_some_and(is_deeper)
    }

    /// Whether a line opens what the indentation of the next does not show, closes what it did not open, has one end of a
    /// string, or ends in the middle of something.
    pub(super) fn is_odd(&self, line: usize) -> bool {
        let Some(known) = self.written.get(line) else {
            return false;
        };
        let is_closing = |line: &Line| self.text[line.content.clone()].starts_with([')', ']', '}']);
        let opens_nothing = known.opened > known.closed
            && self.written.get(line + 1).is_none_or(|below| {
                below.indent < known.indent || below.indent == known.indent && !is_closing(below)
            });
        let closes_nothing = known.closed > known.opened && !is_closing(known);
        known.is_quoted || opens_nothing || closes_nothing || self.is_left(line)
    }

    /// Whether a line ends where more is to follow, and the next one is not it.
    fn is_left(&self, line: usize) -> bool {
        let code = &self.text[self.code(line)];
        let is_operator = code.ends_with(['+', '-', '*', '/', '%', '&', '|', '<', '!']);
        self.written.get(line + 1).is_some_and(|next| {
            next.indent <= self.written[line].indent
                && (is_operator || wants_more(code, self.language))
                && begins_statement(&self.text[next.content.clone()])
        })
    }
}

/// Whether a node is a string, a comment or text between tags.
fn is_text(node: Node<'_>) -> bool {
    let kind = node.kind();
    kind.contains("string") || kind.ends_with("comment") || kind == "jsx_text"
}

/// Whether something is assigned to what begins with a node.
fn begins_assignment(first: Node<'_>) -> bool {
    let mut node = first;
    while let Some(around) = node.parent() {
        if around.start_byte() != first.start_byte() {
            return false;
        }
        if around.kind() == "assignment_expression" {
            return true;
        }
        node = around;
    }
    false
}

/// Whether the children of a node are statements, declarations or members of a class.
fn holds_statements(node: Node<'_>) -> bool {
    let kind = node.kind();
    let is_case = kind.starts_with("switch_") || kind.ends_with("_case");
    let is_list = kind == "declaration_list" || kind == "statement_list";
    let is_root = node.parent().is_none();
    kind.ends_with("block") || kind.ends_with("body") || is_case || is_list || is_root
}

/// Whether [`Lines::unfinished`] finds a line in a text without errors, or in a part of it, at whose start no string and no
/// comment is open.
pub(in crate::lower) fn is_unfinished(document: &Document, part: Option<Range<usize>>) -> bool {
    let text = &**document.text();
    let part = part.map_or(0..text.len(), |part| {
        let start = text[..part.start].rfind('\n').map_or(0, |end| end + 1);
        // With the next written line.
        let end = text[part.end..].find('\n');
        let end = part.end + end.unwrap_or(text.len() - part.end);
        let behind = text[end..].trim_start();
        let next = behind.find('\n').unwrap_or(behind.len());
        start..text.len() - behind.len() + next
    });
    let language = document.language();
    if language == Language::Python || !may_be_unfinished(&text[part.clone()], language) {
        return false;
    }
    let lines = Lines::within(text, part, language);
    lines.unfinished(document, &[]).is_some()
}

/// Whether some line may be one of those that [`Lines::unfinished`] finds where there is no error, by the looks of the text.
fn may_be_unfinished(text: &str, language: Language) -> bool {
    let mut waiting = None;
    text.lines().any(|line| {
        let code = line.trim();
        if code.is_empty() {
            return false;
        }
        let indent = line.len() - line.trim_start().len();
        let found = waiting.is_some_and(|before| indent <= before) && begins_statement(code);
        // A comment ends as it likes.
        let is_comment = code.starts_with(['*', '/']);
        let wants_more_before = |comment: &str| {
            let mut comments = code.match_indices(comment);
            comments.any(|(at, _)| wants_more(&code[..at], language))
        };
        let wants_more =
            wants_more(code, language) || wants_more_before("//") || wants_more_before("/*");
        waiting = (!is_comment && wants_more).then_some(indent);
        found
    })
}

/// Whether a line may be the first of a statement.
fn begins_statement(line: &str) -> bool {
    let is_word = |first: char| first.is_alphabetic() || "_$#@".contains(first);
    line.starts_with(is_word)
}

/// Whether a name or a value is to follow.
fn wants_more(code: &str, language: Language) -> bool {
    let is_cut = [".", "=", "::", "=>"].iter().any(|end| code.ends_with(end));
    let is_part = |character: char| character.is_alphanumeric() || "_$#".contains(character);
    let before = code.trim_end_matches(is_part);
    let words = match language {
        Language::Python => [].as_slice(),
        Language::JavaScript | Language::TypeScript | Language::Tsx => &ECMASCRIPT_PREFIXES,
        Language::Go => &GO_PREFIXES,
        Language::Rust => &RUST_PREFIXES,
    };
    // A member may have the name of a keyword.
    is_cut || !before.ends_with('.') && words.contains(&&code[before.len()..])
}

impl Line {
    /// Goes through the text of the line.
    fn read(&mut self, text: &str, language: Language, inside: &mut Inside) {
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let rest = &text[at + character.len_utf8()..];
            match (*inside, character) {
                (Inside::String(quote), '\\') if !is_raw(language, quote) => {
                    characters.next();
                }
                (Inside::String(quote), _) if quote == character => *inside = Inside::Code,
                (Inside::Comment, '*') if rest.starts_with('/') => {
                    characters.next();
                    *inside = Inside::Code;
                }
                (Inside::Code, '/') if rest.starts_with('/') => {
                    self.comment = self.content.start + at;
                    return;
                }
                (Inside::Code, '/') if rest.starts_with('*') => {
                    let behind = rest.split_once("*/").map_or("", |(_, behind)| behind);
                    if behind.trim().is_empty() {
                        self.comment = self.content.start + at;
                    }
                    characters.next();
                    *inside = Inside::Comment;
                }
                (Inside::Code, '\'') if language == Language::Rust => {
                    // A lifetime, or a character.
                    let mut inner = rest.chars();
                    let is_escape = inner.next() == Some('\\');
                    if is_escape || inner.next() == Some('\'') {
                        *inside = Inside::String('\'');
                        if !is_escape {
                            characters.next();
                        }
                    }
                }
                (Inside::Code, '"' | '\'') => *inside = Inside::String(character),
                (Inside::Code, '`') if language != Language::Rust => {
                    *inside = Inside::String(character);
                }
                (Inside::Code, '(' | '[' | '{') => self.opened += 1,
                (Inside::Code, ')' | ']' | '}') => self.closed += 1,
                _ => {}
            }
        }
    }
}

/// Whether a string with this quote may hold the end of a line.
fn spans_lines(language: Language, quote: char) -> bool {
    match language {
        Language::Rust => quote == '"',
        _ => quote == '`',
    }
}

/// Whether a backslash in a string with this quote stands for itself.
fn is_raw(language: Language, quote: char) -> bool {
    language == Language::Go && quote == '`'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_unfinished_if_it_takes_the_next_one_and_not_by_its_looks() {
        let javascript = Language::JavaScript;
        let cases = [
            (javascript, "const user =\nsave(x);\n", true),
            (javascript, "function f() {\n  user.\n  save(x);\n}\n", true),
            (javascript, "a.type =\na.kind = save;\n", false),
            (javascript, "if (\n  a !==\n  b\n) {\n  f();\n}\n", false),
            (javascript, "f(\n  a ===\n  b,\n);\n", false),
            (javascript, "throw new E(`No ${a}.\nAsk b`);\n", false),
            (javascript, "x = a.in\ny = 1\n", false),
            (javascript, "f(); // of\ng();\n", false),
            (
                Language::Tsx,
                "const a = <p>It is.\nSo it is.</p>;\n",
                false,
            ),
            (
                Language::Go,
                "package p\n\nfunc f() {\n\tx :=\n\tg()\n}\n",
                true,
            ),
            (
                Language::Go,
                "package p\n\nfunc f() {\n\tx := a.b_type\n\tg(x)\n}\n",
                false,
            ),
            (
                Language::Go,
                "package p\n\nfunc f() {\n\tx := a.type_\n\tout = in\n\tg(x)\n}\n",
                false,
            ),
            (Language::Rust, "fn f() {\n    let x =\n    g();\n}\n", true),
            (
                Language::Rust,
                "fn f() {\n    let x = a.r#type;\n    g(x);\n}\n",
                false,
            ),
        ];
        for (language, text, expected) in cases {
            let document = Document::parse(language, text);
            assert!(!document.tree().root_node().has_error(), "{text}");
            assert_eq!(is_unfinished(&document, None), expected, "{text}");
        }
    }
}

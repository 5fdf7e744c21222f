//! The brackets of a text, and those that its indentation says are missing or too many.

use std::ops::Range;

use tree_sitter::Node;
use tripline_syntax::Document;

/// A token of a document: comments and what strings hold are none.
struct Token {
    range: Range<usize>,
    kind: TokenKind,
    /// The indentation of its line in bytes, if it is the first there.
    first_at: Option<usize>,
    /// The indentation of its line in bytes.
    indent: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TokenKind {
    /// It opens what this closes.
    Opens(char),
    Closes(char),
    /// It may stand where what it belongs to begins: `case`, `default`, `.then`.
    Continues,
    Other,
}

/// The tokens of a document that does not parse.
pub(super) struct Brackets {
    tokens: Vec<Token>,
}

/// What makes the brackets of a text match.
#[derive(Default)]
pub(super) struct Matching {
    /// Those that close what the text leaves open, by where they belong.
    pub(super) missing: Vec<(usize, String)>,
    /// Those that close what the text does not open.
    pub(super) stray: Vec<Range<usize>>,
}

/// The line of the last token.
#[derive(Default)]
struct Line {
    start: usize,
    indent: usize,
}

impl Line {
    /// Goes on to an offset behind; whether that is in another line.
    fn moves_to(&mut self, text: &str, offset: usize) -> bool {
        let passed = text.get(self.start..offset).unwrap_or_default();
        let Some(last) = passed.rfind('\n') else {
            return false;
        };
        self.start += last + 1;
        let line = &passed[last + 1..];
        self.indent = line.len() - line.trim_start().len();
        true
    }
}

/// Something open.
struct Open {
    closer: char,
    indent: usize,
}

impl Brackets {
    pub(super) fn of(document: &Document) -> Self {
        let text = document.text();
        let mut tokens = Vec::new();
        let mut cursor = document.tree().walk();
        let mut line = Line::default();
        loop {
            let node = cursor.node();
            let is_comment = node.kind().contains("comment");
            if !is_comment && cursor.goto_first_child() {
                continue;
            }
            let range = node.byte_range();
            if !is_comment && !range.is_empty() {
                let is_first = line.moves_to(text, range.start) || tokens.is_empty();
                tokens.push(Token {
                    kind: TokenKind::of(node, &text[range.clone()]),
                    first_at: is_first.then_some(line.indent),
                    indent: line.indent,
                    range,
                });
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    return Brackets { tokens };
                }
            }
        }
    }

    /// What makes them match.
    pub(super) fn matching(&self) -> Matching {
        let mut matching = Matching::default();
        let mut open: Vec<Open> = Vec::new();
        let mut end = 0;
        for token in &self.tokens {
            if let Some(indent) = token.first_at {
                let may_be_inside =
                    matches!(token.kind, TokenKind::Closes(_) | TokenKind::Continues);
                let is_over =
                    |top: &mut Open| top.indent > indent || top.indent == indent && !may_be_inside;
                while let Some(over) = open.pop_if(is_over) {
                    matching.insert(end, over.closer);
                }
            }
            match token.kind {
                TokenKind::Opens(closer) => open.push(Open {
                    closer,
                    indent: token.indent,
                }),
                TokenKind::Closes(closer) => {
                    let closes = |known: &Open| {
                        let fits = token.first_at.is_none_or(|indent| {
                            known.indent == indent || closer != '}' && known.indent < indent
                        });
                        known.closer == closer && fits
                    };
                    match open.iter().rposition(closes) {
                        Some(at) => {
                            let inner = open.split_off(at);
                            for unclosed in inner[1..].iter().rev() {
                                matching.insert(end, unclosed.closer);
                            }
                        }
                        None => matching.stray.push(token.range.clone()),
                    }
                }
                TokenKind::Continues | TokenKind::Other => {}
            }
            end = token.range.end;
        }
        for unclosed in open.iter().rev() {
            matching.insert(end, unclosed.closer);
        }
        matching
    }
}

impl Matching {
    fn insert(&mut self, at: usize, closer: char) {
        match self.missing.last_mut() {
            Some((known, text)) if *known == at => text.push(closer),
            _ => self.missing.push((at, String::from(closer))),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.stray.is_empty()
    }
}

impl TokenKind {
    fn of(node: Node<'_>, text: &str) -> TokenKind {
        if node.is_named() {
            return TokenKind::Other;
        }
        match text {
            "(" => TokenKind::Opens(')'),
            "[" => TokenKind::Opens(']'),
            "{" | "${" => TokenKind::Opens('}'),
            ")" => TokenKind::Closes(')'),
            "]" => TokenKind::Closes(']'),
            "}" => TokenKind::Closes('}'),
            "case" | "default" | "." => TokenKind::Continues,
            _ => TokenKind::Other,
        }
    }
}

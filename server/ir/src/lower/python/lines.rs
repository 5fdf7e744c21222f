//! Logical lines of Python text that need not parse.

use std::ops::Range;

/// Words that start a statement and nothing else, wherever they stand.
const STATEMENTS: [&str; 17] = [
    "assert",
    "async def",
    "break",
    "class",
    "continue",
    "def",
    "del",
    "from",
    "global",
    "import",
    "nonlocal",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
];

/// Words that start the header of a block.
const HEADERS: [&str; 10] = [
    "async", "class", "def", "elif", "except", "for", "if", "match", "while", "with",
];

/// Words with which an expression goes on.
const OPERATORS: [&str; 8] = ["and", "or", "in", "is", "not", "if", "else", "for"];

/// Bytes that may be read in vain because a bracket or string turns out to have no end. After that, brackets and strings
/// end with their physical line.
const MAX_REREAD_BYTES: usize = 1 << 19;

/// A statement, or the header of a compound one, told from its neighbours by indentation, brackets and quotes alone.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// From its first character to its last, without indentation and line end.
    pub(super) range: Range<usize>,
    /// Bytes of indentation.
    pub(super) indent: usize,
    /// Whether a bracket, a quote or an operator in it lacks its partner.
    pub(super) is_torn: bool,
}

/// What to make of a triple-quoted string that holds what looks like a definition.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    /// A string is a string.
    Trusted,
    /// Its end is missing.
    Doubted,
}

/// The logical lines of a text. Where a bracket is not closed, a line that is indented no deeper or starts with the
/// keyword of a statement is a new one.
pub(super) fn logical_lines(text: &str, quotes: Quotes) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    let mut reread = 0;
    while at < text.len() {
        let start = at + indentation(&text[at..]);
        let end = end_of_physical_line(text, start);
        if start == end || text[start..].starts_with('#') {
            at = next_physical_line(text, end);
            continue;
        }
        let mut scanner = Scanner {
            text: if reread < MAX_REREAD_BYTES {
                text
            } else {
                &text[..end]
            },
            start,
            indent: start - at,
            at: start,
            depth: 0,
            is_torn: false,
            quotes,
            last: 0,
        };
        let end = scanner.end_of_line().unwrap_or_else(|| {
            scanner.is_torn = true;
            reread += scanner.at - start;
            end
        });
        let content = text[start..end].trim_ascii_end();
        let is_torn = scanner.is_torn || b"=+-/%&|^<>@~".contains(&scanner.last);
        lines.push(Line {
            range: start..start + content.len(),
            indent: start - at,
            is_torn,
        });
        at = next_physical_line(text, end);
    }
    lines
}

/// Whether a line starts with this word.
pub(super) fn starts_with_word(line: &str, word: &str) -> bool {
    line.strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(is_word))
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn indentation(text: &str) -> usize {
    text.bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\x0c'))
        .count()
}

fn end_of_physical_line(text: &str, from: usize) -> usize {
    text[from..]
        .find(['\n', '\r'])
        .map_or(text.len(), |length| from + length)
}

fn next_physical_line(text: &str, end: usize) -> usize {
    let breaks = if text[end..].starts_with("\r\n") {
        2
    } else {
        1
    };
    (end + breaks).min(text.len())
}

struct Scanner<'a> {
    text: &'a str,
    start: usize,
    indent: usize,
    at: usize,
    depth: u32,
    is_torn: bool,
    quotes: Quotes,
    /// The last character that is neither white space nor in a comment.
    last: u8,
}

impl Scanner<'_> {
    /// Where the logical line ends; `None` if the text ends inside its brackets or strings.
    fn end_of_line(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b'(' | b'[' | b'{' => self.depth += 1,
                b')' | b']' | b'}' => match self.depth.checked_sub(1) {
                    Some(depth) => self.depth = depth,
                    None => self.is_torn = true,
                },
                b'#' => {
                    self.at = end_of_physical_line(self.text, self.at);
                    continue;
                }
                b'"' | b'\'' => {
                    self.string(char::from(byte))?;
                    self.last = byte;
                    continue;
                }
                b'\\' => {
                    let next = bytes.get(self.at + 1);
                    self.at = match next {
                        Some(b'\n' | b'\r') => next_physical_line(self.text, self.at + 1),
                        _ => self.at + 1,
                    };
                    continue;
                }
                b'\n' | b'\r' => {
                    if self.depth == 0 {
                        return Some(self.at);
                    }
                    if self.is_complete_header()
                        || self.is_new_statement(next_physical_line(self.text, self.at))
                    {
                        self.is_torn = true;
                        return Some(self.at);
                    }
                }
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                self.last = byte;
            }
            self.at += 1;
        }
        (self.depth == 0).then_some(self.text.len())
    }

    /// Whether the line is the header of a block up to here, but for a bracket.
    fn is_complete_header(&self) -> bool {
        let line = &self.text[self.start..];
        self.last == b':' && HEADERS.iter().any(|word| starts_with_word(line, word))
    }

    /// Moves behind a string; `None` if it has no end.
    fn string(&mut self, quote: char) -> Option<()> {
        let rest = &self.text[self.at..];
        let triple = if quote == '"' { "\"\"\"" } else { "'''" };
        if rest.starts_with(triple) {
            return self.triple_quoted(triple);
        }
        let mut characters = rest.char_indices();
        characters.next();
        while let Some((index, character)) = characters.next() {
            match character {
                '\\' => {
                    let rest = characters.as_str();
                    let escaped = if rest.starts_with("\r\n") { 2 } else { 1 };
                    characters.by_ref().take(escaped).for_each(drop);
                }
                '\n' | '\r' => {
                    self.is_torn = true;
                    self.at += index;
                    return Some(());
                }
                _ if character == quote => {
                    self.at += index + 1;
                    return Some(());
                }
                _ => {}
            }
        }
        self.is_torn = true;
        self.at = self.text.len();
        Some(())
    }

    fn triple_quoted(&mut self, triple: &str) -> Option<()> {
        let start = self.at + 3;
        let mut end = start;
        loop {
            let Some(length) = self.text[end..].find(['\\', '"', '\'']) else {
                self.at = self.text.len();
                return None;
            };
            end += length;
            let rest = &self.text[end..];
            if rest.starts_with(triple) {
                break;
            }
            end += match rest.strip_prefix('\\') {
                Some(escaped) => 1 + escaped.chars().next().map_or(0, char::len_utf8),
                None => 1,
            };
        }
        if self.quotes == Quotes::Doubted {
            let mut lines = self.text[start..end].lines().skip(1);
            if lines.any(|line| self.is_outer_definition(line)) {
                self.at = end;
                return None;
            }
        }
        self.at = end + 3;
        Some(())
    }

    /// Whether a physical line starts a definition outside the block of this one.
    fn is_outer_definition(&self, line: &str) -> bool {
        let indent = indentation(line);
        let is_outer = indent == 0 || indent < self.indent;
        is_outer
            && ["def ", "class ", "async def ", "@"]
                .iter()
                .any(|start| line[indent..].starts_with(start))
    }

    /// Whether the physical line at `start`, which stands inside brackets, is a statement rather than a part of this one.
    fn is_new_statement(&self, start: usize) -> bool {
        let indent = indentation(&self.text[start..]);
        let line = &self.text[start + indent..];
        if !line.starts_with(|first: char| first == '@' || is_word(first) && !first.is_numeric()) {
            return false;
        }
        if STATEMENTS.iter().any(|word| starts_with_word(line, word)) && !is_keyword_argument(line)
        {
            return true;
        }
        indent <= self.indent
            && !OPERATORS.iter().any(|word| starts_with_word(line, word))
            && !is_prefixed_string(line)
    }
}

/// `f"..."`.
fn is_prefixed_string(line: &str) -> bool {
    let rest = line.trim_start_matches(|letter: char| "rbuftRBUFT".contains(letter));
    rest.len() + 2 >= line.len() && rest.starts_with(['"', '\''])
}

/// `from=1`, which is no Python but no statement either.
fn is_keyword_argument(line: &str) -> bool {
    line.trim_start_matches(is_word)
        .trim_start()
        .starts_with('=')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str, quotes: Quotes) -> Vec<(&str, usize, bool)> {
        let lines = logical_lines(text, quotes);
        lines
            .into_iter()
            .map(|line| (&text[line.range], line.indent, line.is_torn))
            .collect()
    }

    #[test]
    fn brackets_and_strings_join_physical_lines() {
        let text = "x = f(\n  a, # (\n)\n\n# c\nif y:\n    s = \"\"\"a\n\ndef b\n\"\"\"\n    t = 1 + \\\n  2\r\n";
        let expected = [
            ("x = f(\n  a, # (\n)", 0, false),
            ("if y:", 0, false),
            ("s = \"\"\"a\n\ndef b\n\"\"\"", 4, false),
            ("t = 1 + \\\n  2", 4, false),
        ];
        assert_eq!(lines(text, Quotes::Trusted), expected);
    }

    #[test]
    fn a_missing_bracket_or_quote_tears_one_line() {
        let text = "x =\nx = f(a\ny = 'a\nz = [1,\n    2,\nreturn x\n)\nw = (\n";
        let expected = [
            ("x =", 0, true),
            ("x = f(a", 0, true),
            ("y = 'a", 0, true),
            ("z = [1,\n    2,", 0, true),
            ("return x", 0, false),
            (")", 0, true),
            ("w = (", 0, true),
        ];
        assert_eq!(lines(text, Quotes::Trusted), expected);
    }

    #[test]
    fn a_doubted_string_ends_with_its_line() {
        let text = "x = \"\"\"a\ndef f():\n    \"\"\"doc\"\"\"\n";
        let expected = [
            ("x = \"\"\"a", 0, true),
            ("def f():", 0, false),
            ("\"\"\"doc\"\"\"", 4, false),
        ];
        assert_eq!(lines(text, Quotes::Doubted), expected);
    }

    #[test]
    fn a_doubted_string_holds_what_is_indented_like_it() {
        let text = "    s = \"\"\"a\n    def f():\n\"\"\"\n";
        let whole = ("s = \"\"\"a\n    def f():\n\"\"\"", 4, false);
        assert_eq!(lines(text, Quotes::Doubted), [whole]);
        let text = "    s = \"\"\"a\n  def f():\n\"\"\"\n";
        assert_eq!(lines(text, Quotes::Doubted)[0], ("s = \"\"\"a", 4, true));
    }

    proptest! {
        #[test]
        fn lines_of_any_text_follow_each_other(text in "([ \n\r()\\\\\"'#a:]|def |\\PC)*") {
            for quotes in [Quotes::Trusted, Quotes::Doubted] {
                let mut end = 0;
                for line in logical_lines(&text, quotes) {
                    prop_assert!(line.range.start >= end && text.get(line.range.clone()).is_some());
                    prop_assert!(!line.range.is_empty());
                    end = line.range.end;
                }
            }
        }
    }
}

//! The format strings of `std::fmt`.

use std::ops::Range;

use tripline_syntax::Language;

use crate::literal;

/// A piece of a format string; ranges are bytes of the literal's content as written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Constant text, escapes, `{{` and `}}` resolved.
    Text { value: String, range: Range<usize> },
    /// What stands for an argument.
    Hole {
        range: Range<usize>,
        argument: Argument,
        /// From the colon on.
        spec: String,
    },
}

/// The argument that a hole shows.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Argument {
    /// The argument of this index.
    Position(usize),
    /// The argument of this name, or else the variable.
    Name { name: String, range: Range<usize> },
}

/// The pieces of a literal's content. A brace that opens no hole is text.
pub(super) fn pieces(content: &str, is_raw: bool) -> Vec<Piece> {
    let characters: Vec<_> = literal::characters(Language::Rust, content, is_raw).collect();
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut text_start = 0;
    let mut next = 0;
    let mut at = 0;
    while let Some((range, character)) = characters.get(at) {
        let follows = characters.get(at + 1).map(|(_, character)| *character);
        if matches!(character, '{' | '}') && follows == Some(*character) {
            text.push(*character);
            at += 2;
            continue;
        }
        let length = characters[at..]
            .iter()
            .position(|(_, character)| *character == '}')
            .filter(|_| *character == '{');
        let Some(length) = length else {
            text.push(*character);
            at += 1;
            continue;
        };
        let inner = &characters[at + 1..at + length];
        let end = characters[at + length].0.end;
        let Some((argument, spec)) = hole(inner, &mut next) else {
            text.push(*character);
            at += 1;
            continue;
        };
        if range.start > text_start {
            pieces.push(Piece::Text {
                value: std::mem::take(&mut text),
                range: text_start..range.start,
            });
        }
        pieces.push(Piece::Hole {
            range: range.start..end,
            argument,
            spec,
        });
        text_start = end;
        at += length + 1;
    }
    if content.len() > text_start {
        pieces.push(Piece::Text {
            value: text,
            range: text_start..content.len(),
        });
    }
    pieces
}

/// What stands between braces; `None` if that is no hole. `next` counts the arguments that go by their order.
fn hole(inner: &[(Range<usize>, char)], next: &mut usize) -> Option<(Argument, String)> {
    let colon = inner.iter().position(|(_, character)| *character == ':');
    let (name, spec) = inner.split_at(colon.unwrap_or(inner.len()));
    let spec: String = spec.iter().map(|(_, character)| *character).collect();
    let spec = spec.trim_end().to_owned();
    let is_space = |(_, character): &(Range<usize>, char)| character.is_whitespace();
    let start = name.iter().position(|letter| !is_space(letter));
    let end = name.iter().rposition(|letter| !is_space(letter));
    let name = start
        .zip(end)
        .map_or(&[][..], |(start, end)| &name[start..=end]);
    if spec.contains(".*") {
        // The precision is an argument before the value.
        *next += 1;
    }
    let (Some((first, _)), Some((last, _))) = (name.first(), name.last()) else {
        let position = *next;
        *next += 1;
        return Some((Argument::Position(position), spec));
    };
    let range = first.start..last.end;
    let name: String = name.iter().map(|(_, character)| *character).collect();
    if let Ok(position) = name.parse() {
        return Some((Argument::Position(position), spec));
    }
    let is_name = name
        .chars()
        .all(|character| character == '_' || character.is_alphanumeric());
    is_name.then_some((Argument::Name { name, range }, spec))
}

#[cfg(test)]
mod tests {
    use super::{Argument, Piece, pieces};

    /// Text in quotes, a hole as written with its argument and its specification.
    fn shown(content: &str) -> Vec<String> {
        let show = |piece| match piece {
            Piece::Text { value, .. } => format!("{value:?}"),
            Piece::Hole {
                range,
                argument,
                spec,
            } => {
                let argument = match argument {
                    Argument::Position(position) => position.to_string(),
                    Argument::Name { name, range } => {
                        assert_eq!(content[range].trim_start_matches("r#"), name);
                        name
                    }
                };
                format!("{}={argument}{spec}", &content[range])
            }
        };
        pieces(content, false).into_iter().map(show).collect()
    }

    #[test]
    fn holes_by_order_index_and_name() {
        assert_eq!(
            shown("a{}b{0}{}{name}{ x }"),
            [
                "\"a\"",
                "{}=0",
                "\"b\"",
                "{0}=0",
                "{}=1",
                "{name}=name",
                "{ x }=x"
            ]
        );
    }

    #[test]
    fn specifications_start_at_the_colon() {
        assert_eq!(
            shown("{:?}{x:>width$}{:.*}{1:#x}"),
            [
                "{:?}=0:?",
                "{x:>width$}=x:>width$",
                "{:.*}=2:.*",
                "{1:#x}=1:#x"
            ]
        );
    }

    #[test]
    fn doubled_braces_and_escapes_are_text() {
        assert_eq!(shown(r"{{x}}\t{}"), ["\"{x}\\t\"", "{}=0"]);
        assert_eq!(shown(r"\u{7b}"), ["\"{\""]);
    }

    #[test]
    fn a_lone_brace_is_text() {
        assert_eq!(shown("a } b { c"), ["\"a } b { c\""]);
        assert_eq!(shown("{a.b}"), ["\"{a.b}\""]);
    }
}

//! The format strings of package `fmt`.

use std::ops::Range;

use tripline_syntax::Language;

use crate::literal;

/// A piece of a format string; ranges are bytes of the literal's content as written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Constant text, escapes and `%%` resolved.
    Text { value: String, range: Range<usize> },
    /// A verb that prints an operand.
    Verb {
        range: Range<usize>,
        /// Index among the operands after the format.
        operand: usize,
    },
}

/// Reads format strings; several literals that are added up are one format, so the next operand carries over.
#[derive(Default)]
pub(super) struct Format {
    next_operand: usize,
}

impl Format {
    /// The pieces of a literal's content. A verb whose letter is no ASCII letter is text: `fmt` prints it as an error.
    pub(super) fn pieces(&mut self, content: &str, is_raw: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut value = String::new();
        let mut start = 0;
        let mut at = 0;
        while let Some(found) = content[at..].find('%') {
            let percent = at + found;
            let end = percent + 1 + self.verb_length(&content[percent + 1..]);
            let letter = content[percent + 1..end].bytes().next_back();
            match letter {
                Some(b'%') => {
                    push_decoded(&mut value, &content[at..percent], is_raw);
                    value.push('%');
                }
                Some(letter) if letter.is_ascii_alphabetic() => {
                    push_decoded(&mut value, &content[at..percent], is_raw);
                    if percent > start {
                        pieces.push(Piece::Text {
                            value: std::mem::take(&mut value),
                            range: start..percent,
                        });
                    }
                    pieces.push(Piece::Verb {
                        range: percent..end,
                        operand: self.next_operand,
                    });
                    self.next_operand += 1;
                    start = end;
                }
                _ => push_decoded(&mut value, &content[at..end], is_raw),
            }
            at = end;
        }
        push_decoded(&mut value, &content[at..], is_raw);
        if content.len() > start {
            pieces.push(Piece::Text {
                value,
                range: start..content.len(),
            });
        }
        pieces
    }

    /// Bytes from behind a `%` to the end of its verb. Zero if no verb ends there.
    ///
    /// Operands that give a width or a precision are consumed, and `[n]` makes the n-th operand the next.
    fn verb_length(&mut self, rest: &str) -> usize {
        let bytes = rest.as_bytes();
        let mut at = 0;
        loop {
            match bytes.get(at) {
                Some(b'+' | b'-' | b'#' | b' ' | b'.' | b'0'..=b'9') => at += 1,
                Some(b'*') => {
                    self.next_operand += 1;
                    at += 1;
                }
                Some(b'[') => {
                    let Some(length) = rest[at..].find(']') else {
                        return 0;
                    };
                    let index = rest[at + 1..at + length].trim().parse::<usize>();
                    let Some(operand) = index.ok().and_then(|index| index.checked_sub(1)) else {
                        return 0;
                    };
                    self.next_operand = operand;
                    at += length + 1;
                }
                Some(letter) if letter.is_ascii_alphabetic() || *letter == b'%' => return at + 1,
                _ => return 0,
            }
        }
    }
}

fn push_decoded(value: &mut String, content: &str, is_raw: bool) {
    value.push_str(&literal::decode_cow(Language::Go, content, is_raw));
}

#[cfg(test)]
mod tests {
    use super::{Format, Piece};

    /// Text in quotes, a verb as written with the index of its operand.
    fn pieces(content: &str) -> Vec<String> {
        let pieces = Format::default().pieces(content, false);
        let show = |piece| match piece {
            Piece::Text { value, .. } => format!("{value:?}"),
            Piece::Verb { range, operand } => format!("{}={operand}", &content[range]),
        };
        pieces.into_iter().map(show).collect()
    }

    #[test]
    fn verbs_with_flags_widths_and_indices() {
        assert_eq!(
            pieces("a%sb%-5d%+v%.2f"),
            ["\"a\"", "%s=0", "\"b\"", "%-5d=1", "%+v=2", "%.2f=3"]
        );
        assert_eq!(pieces("%[2]s%s%[1]q"), ["%[2]s=1", "%s=2", "%[1]q=0"]);
        assert_eq!(pieces("%*d%.*f"), ["%*d=1", "%.*f=3"]);
        assert_eq!(pieces("%[3]*.[2]*[1]f"), ["%[3]*.[2]*[1]f=0"]);
    }

    #[test]
    fn escaped_percent_and_escapes_are_text() {
        assert_eq!(
            pieces(r"100%% of\t%s\n"),
            ["\"100% of\\t\"", "%s=0", "\"\\n\""]
        );
    }

    #[test]
    fn what_is_no_verb_is_text() {
        assert_eq!(pieces("50%"), ["\"50%\""]);
        assert_eq!(pieces(r"50%\n"), ["\"50%\\n\""]);
        assert_eq!(pieces("%é%[x]d%[0]d"), ["\"%é%[x]d%[0]d\""]);
    }

    #[test]
    fn operands_carry_over_to_the_next_literal() {
        let mut format = Format::default();
        format.pieces("%s", false);
        assert_eq!(format.pieces("`%d`", true).len(), 3);
        assert_eq!(format.next_operand, 2);
    }
}

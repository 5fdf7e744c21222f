//! The placeholders of Python's `%` and `str.format` strings.

use std::ops::Range;

use tripline_syntax::Language;

use crate::literal;

/// A piece of a format string, in source order. Ranges are absolute.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// Constant text, escapes and doubled markers resolved.
    Text { value: String, range: Range<usize> },
    /// A placeholder.
    Hole {
        range: Range<usize>,
        argument: Argument<'a>,
        spec: &'a str,
    },
}

/// Which argument fills a placeholder.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Argument<'a> {
    /// The next positional one.
    Next,
    /// The positional one of this index.
    Index(usize),
    /// The one of this name.
    Name(&'a str),
}

/// Splits the content of a literal of a `%` format, which starts at the absolute offset `start`.
pub(super) fn percent<'a>(content: &'a str, start: usize, raw: bool, pieces: &mut Vec<Piece<'a>>) {
    let mut text = Text::new(content, start, raw);
    let mut at = 0;
    while let Some(found) = content[at..].find('%') {
        let marker = at + found;
        let rest = &content[marker + 1..];
        if rest.starts_with('%') {
            text.extend(marker, marker + 2, "%");
            at = marker + 2;
            continue;
        }
        let Some((length, argument, spec)) = percent_placeholder(rest) else {
            at = marker + 1;
            continue;
        };
        text.flush(marker, pieces);
        at = marker + 1 + length;
        text.skip(at);
        pieces.push(Piece::Hole {
            range: start + marker..start + at,
            argument,
            spec,
        });
    }
    text.flush(content.len(), pieces);
}

/// Length, argument and specification of what follows a `%`.
fn percent_placeholder(rest: &str) -> Option<(usize, Argument<'_>, &str)> {
    let (argument, start) = match rest.strip_prefix('(') {
        Some(named) => {
            let end = named.find(')')?;
            (Argument::Name(&named[..end]), end + 2)
        }
        None => (Argument::Next, 0),
    };
    let spec = &rest[start..];
    let length = spec
        .bytes()
        .position(|byte| !b"#0- +123456789.*hlL".contains(&byte))?;
    if !b"diouxXeEfFgGcrsa".contains(&spec.as_bytes()[length]) {
        return None;
    }
    let end = start + length + 1;
    Some((end, argument, &rest[start..end]))
}

/// Splits the content of a literal of a `str.format` format, which starts at the absolute offset `start`. A placeholder
/// inside the specification of another follows it.
pub(super) fn braces<'a>(content: &'a str, start: usize, raw: bool, pieces: &mut Vec<Piece<'a>>) {
    let mut text = Text::new(content, start, raw);
    let mut at = 0;
    while let Some(found) = content[at..].find(['{', '}', '\\']) {
        let marker = at + found;
        let rest = &content[marker..];
        at = marker + 1;
        if let Some(escaped) = rest.strip_prefix('\\') {
            if !raw {
                let named = rest.starts_with("\\N{").then(|| rest.find('}')).flatten();
                let escaped = escaped.chars().next().map_or(0, char::len_utf8);
                at += named.unwrap_or(escaped);
            }
            continue;
        }
        if rest.starts_with("{{") || rest.starts_with("}}") {
            text.extend(marker, marker + 2, &rest[..1]);
            at = marker + 2;
            continue;
        }
        if rest.starts_with('}') {
            continue;
        }
        let Some(length) = closing_brace(rest) else {
            continue;
        };
        text.flush(marker, pieces);
        at = marker + length;
        text.skip(at);
        replacement_field(&content[marker..at], start + marker, pieces);
    }
    text.flush(content.len(), pieces);
}

/// Adds the holes of `{...}`.
fn replacement_field<'a>(field: &'a str, start: usize, pieces: &mut Vec<Piece<'a>>) {
    let inner = &field[1..field.len() - 1];
    let name_end = inner.find([':', '!']).unwrap_or(inner.len());
    let (name, spec) = inner.split_at(name_end);
    let root = &name[..name.find(['.', '[']).unwrap_or(name.len())];
    let argument = match root.parse() {
        Ok(index) => Argument::Index(index),
        Err(_) if root.is_empty() => Argument::Next,
        Err(_) => Argument::Name(root),
    };
    pieces.push(Piece::Hole {
        range: start..start + field.len(),
        argument,
        spec,
    });
    let mut at = 1 + name_end;
    while let Some(open) = field[at..field.len() - 1].find('{') {
        let nested = at + open;
        let Some(close) = field[nested..field.len() - 1].find('}') else {
            return;
        };
        at = nested + close + 1;
        let inner = field[nested + 1..at - 1].trim_start_matches('{');
        let argument = match inner.parse() {
            Ok(index) => Argument::Index(index),
            Err(_) if inner.is_empty() => Argument::Next,
            Err(_) => Argument::Name(inner),
        };
        pieces.push(Piece::Hole {
            range: start + nested..start + at,
            argument,
            spec: "",
        });
    }
}

/// Length of the `{...}` that `text` starts with.
fn closing_brace(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return Some(index + 1),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Gathers constant text between placeholders.
struct Text<'a> {
    content: &'a str,
    start: usize,
    raw: bool,
    /// Where the gathered text starts.
    from: usize,
    /// Up to where `value` holds it.
    to: usize,
    value: String,
}

impl<'a> Text<'a> {
    fn new(content: &'a str, start: usize, raw: bool) -> Self {
        Text {
            content,
            start,
            raw,
            from: 0,
            to: 0,
            value: String::new(),
        }
    }

    /// Takes the text up to `marker`, and `value` for what stands from there to `end`.
    fn extend(&mut self, marker: usize, end: usize, value: &str) {
        self.decode_to(marker);
        self.value.push_str(value);
        self.to = end;
    }

    /// Ends the text at `end` and adds it.
    fn flush(&mut self, end: usize, pieces: &mut Vec<Piece<'_>>) {
        self.decode_to(end);
        if end > self.from {
            let value = std::mem::take(&mut self.value);
            pieces.push(Piece::Text {
                value,
                range: self.start + self.from..self.start + end,
            });
        }
    }

    /// Starts new text.
    fn skip(&mut self, to: usize) {
        self.from = to;
        self.to = to;
        self.value.clear();
    }

    fn decode_to(&mut self, end: usize) {
        self.value.push_str(&literal::decode_cow(
            Language::Python,
            &self.content[self.to..end],
            self.raw,
        ));
        self.to = end;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn show(pieces: &[Piece<'_>]) -> String {
        let show = |piece: &Piece<'_>| match piece {
            Piece::Text { value, range } => format!("{value:?}@{}..{}", range.start, range.end),
            Piece::Hole {
                range,
                argument,
                spec,
            } => {
                format!("{argument:?}{spec:?}@{}..{}", range.start, range.end)
            }
        };
        pieces.iter().map(show).collect::<Vec<_>>().join(" ")
    }

    fn percent_of(content: &str) -> String {
        let mut pieces = Vec::new();
        percent(content, 0, false, &mut pieces);
        show(&pieces)
    }

    fn braces_of(content: &str) -> String {
        let mut pieces = Vec::new();
        braces(content, 0, false, &mut pieces);
        show(&pieces)
    }

    #[test]
    fn percent_placeholders() {
        assert_eq!(percent_of("a=%s"), r#""a="@0..2 Next"s"@2..4"#);
        assert_eq!(
            percent_of(r"100%% \n%(k)-5.2f!"),
            r#""100% \n"@0..8 Name("k")"-5.2f"@8..17 "!"@17..18"#
        );
        assert_eq!(
            percent_of("50% of %"),
            r#""50"@0..2 Next" o"@2..5 "f %"@5..8"#
        );
        assert_eq!(percent_of("%"), r#""%"@0..1"#);
    }

    #[test]
    fn brace_placeholders() {
        assert_eq!(
            braces_of("{} {0} {a.b[0]!r:>10}"),
            concat!(
                r#"Next""@0..2 " "@2..3 Index(0)""@3..6 " "@6..7 "#,
                r#"Name("a")"!r:>10"@7..21"#
            )
        );
        assert_eq!(braces_of("{{x}} {"), r#""{x} {"@0..7"#);
        assert_eq!(
            braces_of("{:>{width}}"),
            r#"Next":>{width}"@0..11 Name("width")""@3..10"#
        );
        assert_eq!(braces_of(r"\N{DASH}{}"), "\"\u{fffd}\"@0..8 Next\"\"@8..10");
    }

    proptest! {
        #[test]
        fn any_format_splits_into_ranges_inside_it(content in "([%{}()\\\\s:!.N0]|\\PC)*", raw: bool) {
            for split in [percent, braces] {
                let mut pieces = Vec::new();
                split(&content, 0, raw, &mut pieces);
                for piece in &pieces {
                    let (Piece::Text { range, .. } | Piece::Hole { range, .. }) = piece;
                    prop_assert!(content.get(range.clone()).is_some_and(|text| !text.is_empty()));
                }
            }
        }
    }
}

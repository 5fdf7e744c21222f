//! String literals: quotes, prefixes and escapes of each language.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use tripline_syntax::Language;

/// What surrounds the content of a string literal, and how the content reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiters<'a> {
    /// What stands before the quote: `rb` in `rb"..."`, `r#` in `r#"..."#`. Empty in languages without prefixes.
    pub prefix: &'a str,
    /// The opening quote, which is the closing one too: `"`, `'''`, `` ` ``.
    pub quote: &'a str,
    /// What stands behind the closing quote: `#` in `r#"..."#`. Empty in languages other than Rust.
    pub suffix: &'a str,
    /// Whether a backslash is an ordinary character.
    pub raw: bool,
    /// Whether the content may have holes: Python f-strings and t-strings, JavaScript template literals.
    pub interpolated: bool,
}

/// The delimiters of a string literal, given its source from its first byte on; `None` if that is not the start of one.
pub fn delimiters(language: Language, literal_source: &str) -> Option<Delimiters<'_>> {
    if language == Language::Python {
        return python_delimiters(literal_source);
    }
    if language == Language::Rust {
        return rust_delimiters(literal_source);
    }
    let quote = literal_source.get(..1)?;
    let (raw, interpolated) = match (language, quote) {
        (Language::Go, "`") => (true, false),
        (Language::Go, "'") => return None,
        (_, "`") => (false, true),
        (_, "\"" | "'") => (false, false),
        _ => return None,
    };
    Some(Delimiters {
        prefix: "",
        quote,
        suffix: "",
        raw,
        interpolated,
    })
}

fn rust_delimiters(source: &str) -> Option<Delimiters<'_>> {
    let letters = ["br", "cr", "b", "c", "r", ""];
    let letters = letters
        .into_iter()
        .find(|letters| source.starts_with(letters))?;
    let raw = letters.ends_with('r');
    let rest = &source[letters.len()..];
    let hashes = rest.bytes().take_while(|byte| raw && *byte == b'#').count();
    let quote = rest.get(hashes..=hashes).filter(|quote| *quote == "\"")?;
    Some(Delimiters {
        prefix: &source[..letters.len() + hashes],
        quote,
        suffix: &rest[..hashes],
        raw,
        interpolated: false,
    })
}

fn python_delimiters(source: &str) -> Option<Delimiters<'_>> {
    let length = source
        .bytes()
        .take_while(u8::is_ascii_alphabetic)
        .take(3)
        .count();
    let (prefix, rest) = source.split_at(length);
    let has = |letter: u8| {
        prefix
            .bytes()
            .any(|byte| byte.eq_ignore_ascii_case(&letter))
    };
    if !prefix
        .bytes()
        .all(|byte| b"rbuft".contains(&byte.to_ascii_lowercase()))
    {
        return None;
    }
    let length = match rest {
        _ if rest.starts_with("\"\"\"") || rest.starts_with("'''") => 3,
        _ if rest.starts_with(['"', '\'']) => 1,
        _ => return None,
    };
    Some(Delimiters {
        prefix,
        quote: &rest[..length],
        suffix: "",
        raw: has(b'r'),
        interpolated: has(b'f') || has(b't'),
    })
}

/// The characters of a literal's content, each with the byte range of `content` that wrote it.
///
/// A line continuation yields nothing. What cannot be a character (a lone surrogate, a byte of Go above `\x7f`) or is
/// not known here (`\N{...}`) yields U+FFFD. A malformed escape yields what the language gives for an unknown one:
/// the backslash and what follows, in JavaScript what follows alone.
pub fn characters(
    language: Language,
    content: &str,
    raw: bool,
) -> impl Iterator<Item = (Range<usize>, char)> + use<'_> {
    Characters {
        language,
        content,
        raw,
        at: 0,
    }
}

/// The value of a literal's content.
pub fn decode(language: Language, content: &str, raw: bool) -> String {
    decode_cow(language, content, raw).into_owned()
}

/// The value of a literal's content, borrowed where nothing in it is escaped.
pub(crate) fn decode_cow(language: Language, content: &str, raw: bool) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte != b'\r' && (raw || byte != b'\\');
    if content.bytes().all(is_plain) {
        return Cow::Borrowed(content);
    }
    let mut value = String::with_capacity(content.len());
    value.extend(characters(language, content, raw).map(|(_, character)| character));
    Cow::Owned(value)
}

/// A literal with this value. The quote is the preferred one, unless another needs fewer escapes; a preferred quote
/// that the language or the value does not admit is replaced by the double quote.
pub fn quote(language: Language, value: &str, preferred_quote: char) -> String {
    let has_double_alone = matches!(language, Language::Go | Language::Rust);
    if language == Language::Go
        && preferred_quote == '`'
        && value
            .chars()
            .all(|c| c != '`' && (c == '\n' || c == '\t' || !needs_escape(c)))
    {
        return format!("`{value}`");
    }
    let admitted = match preferred_quote {
        '\'' => !has_double_alone,
        '`' => language.is_ecmascript(),
        other => other == '"',
    };
    let quote = match if admitted { preferred_quote } else { '"' } {
        '"' if !has_double_alone && value.contains('"') && !value.contains('\'') => '\'',
        '\'' if value.contains('\'') && !value.contains('"') => '"',
        quote => quote,
    };
    let mut literal = String::with_capacity(value.len() + 2);
    literal.push(quote);
    let mut rest = value.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            '$' if quote == '`' && rest.peek() == Some(&'{') => literal.push_str("\\$"),
            _ if character == quote => literal.extend(['\\', quote]),
            _ if character.is_ascii() && needs_escape(character) => {
                let _ = write!(literal, "\\x{:02x}", u32::from(character));
            }
            _ if needs_escape(character) && language == Language::Rust => {
                let _ = write!(literal, "\\u{{{:x}}}", u32::from(character));
            }
            _ if needs_escape(character) => {
                let _ = write!(literal, "\\u{:04x}", u32::from(character));
            }
            _ => literal.push(character),
        }
    }
    literal.push(quote);
    literal
}

/// Characters that would not survive, or could not be seen, in a source file. All are in the basic plane.
fn needs_escape(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{200e}' | '\u{200f}'
        )
        || ('\u{202a}'..='\u{202e}').contains(&character)
        || ('\u{2066}'..='\u{2069}').contains(&character)
}

struct Characters<'a> {
    language: Language,
    content: &'a str,
    raw: bool,
    at: usize,
}

/// What an escape sequence stands for.
enum Escape {
    /// A character, written by this many bytes.
    Character(char, usize),
    /// Nothing, written by this many bytes.
    Nothing(usize),
    /// No escape: the backslash stands for itself.
    Literal,
}

impl Iterator for Characters<'_> {
    type Item = (Range<usize>, char);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let start = self.at;
            let rest = &self.content[start..];
            let (character, length) = match rest.chars().next()? {
                '\\' if !self.raw => match self.escape(rest) {
                    Escape::Character(character, length) => (character, length),
                    Escape::Nothing(length) => {
                        self.at += length;
                        continue;
                    }
                    Escape::Literal => ('\\', 1),
                },
                '\r' if self.language == Language::Go => {
                    self.at += 1;
                    continue;
                }
                '\r' if rest.starts_with("\r\n") => ('\n', 2),
                '\r' => ('\n', 1),
                plain => (plain, plain.len_utf8()),
            };
            self.at += length;
            return Some((start..self.at, character));
        }
    }
}

impl Characters<'_> {
    /// The escape that `rest` starts with.
    fn escape(&self, rest: &str) -> Escape {
        if self.language == Language::Rust {
            return rust_escape(rest);
        }
        let Some(letter) = rest[1..].chars().next() else {
            return Escape::Literal;
        };
        let is_javascript = self.language.is_ecmascript();
        let simple = match letter {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'v' => '\u{b}',
            'a' if !is_javascript => '\u{7}',
            '\\' | '\'' | '"' => letter,
            '0'..='7' => return self.octal(rest),
            'x' => return self.hexadecimal(rest, 2),
            'u' if is_javascript => return javascript_unicode(rest),
            'u' => return self.hexadecimal(rest, 4),
            'U' if !is_javascript => return self.hexadecimal(rest, 8),
            'N' if self.language == Language::Python && rest.starts_with("\\N{") => {
                return match rest.find('}') {
                    Some(end) => Escape::Character(char::REPLACEMENT_CHARACTER, end + 1),
                    None => Escape::Literal,
                };
            }
            '\r' if rest.starts_with("\\\r\n") => return Escape::Nothing(3),
            '\n' | '\r' => return Escape::Nothing(2),
            '\u{2028}' | '\u{2029}' if is_javascript => return Escape::Nothing(4),
            _ => return self.not_an_escape(letter),
        };
        Escape::Character(simple, 2)
    }

    fn not_an_escape(&self, letter: char) -> Escape {
        if self.language.is_ecmascript() {
            Escape::Character(letter, 1 + letter.len_utf8())
        } else {
            Escape::Literal
        }
    }

    /// `\0`, `\12`, `\177`.
    fn octal(&self, rest: &str) -> Escape {
        let mut value = 0;
        let mut digits = 0;
        for digit in rest[1..]
            .bytes()
            .take(3)
            .take_while(|byte| (b'0'..=b'7').contains(byte))
        {
            let next = value * 8 + u32::from(digit - b'0');
            if self.language.is_ecmascript() && next > 0xff {
                break;
            }
            value = next;
            digits += 1;
        }
        Escape::Character(self.character(value, true), 1 + digits)
    }

    /// `\xNN`, `\uNNNN`, `\UNNNNNNNN`.
    fn hexadecimal(&self, rest: &str, digits: usize) -> Escape {
        match hexadecimal_value(rest, 2, digits) {
            Some(value) => Escape::Character(self.character(value, digits == 2), 2 + digits),
            None => self.not_an_escape(if digits == 2 { 'x' } else { 'u' }),
        }
    }

    fn character(&self, value: u32, is_byte: bool) -> char {
        if is_byte && self.language == Language::Go && value > 0x7f {
            return char::REPLACEMENT_CHARACTER;
        }
        char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER)
    }
}

/// The escape of Rust that `rest` starts with. A line continuation takes the blanks of the next line with it.
fn rust_escape(rest: &str) -> Escape {
    let simple = match rest.as_bytes().get(1) {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'0') => '\0',
        Some(b'\\') => '\\',
        Some(b'\'') => '\'',
        Some(b'"') => '"',
        Some(b'x') => {
            return match hexadecimal_value(rest, 2, 2) {
                Some(value) if value > 0x7f => Escape::Character(char::REPLACEMENT_CHARACTER, 4),
                value => value
                    .and_then(char::from_u32)
                    .map_or(Escape::Literal, |value| Escape::Character(value, 4)),
            };
        }
        Some(b'u') => {
            let braced = rest
                .strip_prefix("\\u{")
                .and_then(|rest| rest.split_once('}'));
            let Some((digits, _)) = braced else {
                return Escape::Literal;
            };
            let value = u32::from_str_radix(&digits.replace('_', ""), 16).ok();
            let value = value.map(char::from_u32);
            return value.map_or(Escape::Literal, |value| {
                let value = value.unwrap_or(char::REPLACEMENT_CHARACTER);
                Escape::Character(value, digits.len() + 4)
            });
        }
        Some(b'\n' | b'\r') => {
            let blanks = rest[1..].trim_start_matches([' ', '\t', '\n', '\r']);
            return Escape::Nothing(rest.len() - blanks.len());
        }
        _ => return Escape::Literal,
    };
    Escape::Character(simple, 2)
}

/// `\uNNNN`, a surrogate pair of two such, or `\u{N...}`.
fn javascript_unicode(rest: &str) -> Escape {
    if let Some(braced) = rest.strip_prefix("\\u{") {
        let value = braced
            .find('}')
            .and_then(|end| Some((end, u32::from_str_radix(&braced[..end], 16).ok()?)));
        return match value {
            Some((end, value)) => Escape::Character(
                char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER),
                end + 4,
            ),
            None => Escape::Character('u', 2),
        };
    }
    let Some(first) = hexadecimal_value(rest, 2, 4) else {
        return Escape::Character('u', 2);
    };
    if let Some(character) = char::from_u32(first) {
        return Escape::Character(character, 6);
    }
    let second = rest
        .get(6..)
        .filter(|rest| rest.starts_with("\\u"))
        .and_then(|rest| hexadecimal_value(rest, 2, 4));
    let pair = second.and_then(|second| {
        let units = [first as u16, second as u16];
        char::decode_utf16(units).next().and_then(Result::ok)
    });
    pair.map_or(Escape::Character(char::REPLACEMENT_CHARACTER, 6), |pair| {
        Escape::Character(pair, 12)
    })
}

/// The value of exactly this many hexadecimal digits.
fn hexadecimal_value(text: &str, start: usize, digits: usize) -> Option<u32> {
    let digits = text.get(start..start + digits)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PYTHON: Language = Language::Python;
    const JAVASCRIPT: Language = Language::JavaScript;
    const GO: Language = Language::Go;
    const RUST: Language = Language::Rust;

    #[test]
    fn delimiters_of_each_language() {
        let python =
            |source| delimiters(PYTHON, source).map(|d| (d.prefix, d.quote, d.raw, d.interpolated));
        assert_eq!(python("'a'"), Some(("", "'", false, false)));
        assert_eq!(
            python("Rb\"\"\"a\"\"\""),
            Some(("Rb", "\"\"\"", true, false))
        );
        assert_eq!(python("f'{x}'"), Some(("f", "'", false, true)));
        assert_eq!(python("''"), Some(("", "'", false, false)));
        assert_eq!(python("foo('a')"), None);
        assert_eq!(python("x"), None);
        assert_eq!(python(""), None);
        let go = |source| delimiters(GO, source).map(|d| (d.quote, d.raw, d.interpolated));
        assert_eq!(go("`a`"), Some(("`", true, false)));
        assert_eq!(go("\"a\""), Some(("\"", false, false)));
        assert_eq!(go("'a'"), None);
        let rust = |source| delimiters(RUST, source).map(|d| (d.prefix, d.quote, d.suffix, d.raw));
        assert_eq!(rust("\"a\""), Some(("", "\"", "", false)));
        assert_eq!(rust("b\"a\""), Some(("b", "\"", "", false)));
        assert_eq!(rust("br##\"a\"##"), Some(("br##", "\"", "##", true)));
        assert_eq!(rust("r\"a\""), Some(("r", "\"", "", true)));
        assert_eq!(rust("'a'"), None);
        assert_eq!(rust("r#type"), None);
        assert_eq!(rust(""), None);
        assert!(delimiters(JAVASCRIPT, "`a`").is_some_and(|d| d.interpolated && !d.raw));
        assert!(delimiters(Language::Tsx, "'a'").is_some_and(|d| !d.interpolated));
        assert_eq!(delimiters(JAVASCRIPT, "é"), None);
    }

    #[test]
    fn escapes_resolve_as_the_language_says() {
        let cases: &[(Language, &str, &str)] = &[
            (
                PYTHON,
                r"a\n\x41\u00e9\U0001F600\101\0",
                "a\nA\u{e9}\u{1f600}A\0",
            ),
            (PYTHON, r"\d \N{DASH}|\'", "\\d \u{fffd}|'"),
            (PYTHON, "a\\\nb\\\r\nc", "abc"),
            (PYTHON, r"\x4 \u12 \N{x", r"\x4 \u12 \N{x"),
            (PYTHON, "a\r\nb\rc", "a\nb\nc"),
            (PYTHON, r"\ud83d\ude00", "\u{fffd}\u{fffd}"),
            (
                JAVASCRIPT,
                r"\d\a\u{1F600}\uD83D\uDE00\uD83Dx",
                "da\u{1f600}\u{1f600}\u{fffd}x",
            ),
            (JAVASCRIPT, r"\u{zz}\u12\x1", "u{zz}u12x1"),
            (JAVASCRIPT, r"\400\`\$", "\u{20}0`$"),
            (JAVASCRIPT, "a\\\u{2028}b", "ab"),
            (GO, r"\a\101\x41\xff\u00e9", "\u{7}AA\u{fffd}\u{e9}"),
            (GO, "tail\\", "tail\\"),
            (RUST, r#"\n\0\x41\u{1_F600}\'\"\\"#, "\n\0A\u{1f600}'\"\\"),
            (RUST, "a\\\n   b\\\r\n\t c\r\nd", "abc\nd"),
            (
                RUST,
                r"\q\x8f\u{d800}\u12\x4",
                "\\q\u{fffd}\u{fffd}\\u12\\x4",
            ),
        ];
        for &(language, content, value) in cases {
            assert_eq!(
                decode(language, content, false),
                value,
                "{language:?} {content}"
            );
        }
        assert_eq!(decode(PYTHON, r"\d\n", true), r"\d\n");
        assert_eq!(decode(GO, "a\r\nb", true), "a\nb");
    }

    #[test]
    fn characters_tell_which_bytes_wrote_them() {
        let found: Vec<_> = characters(PYTHON, "a\\x41\\\né", false).collect();
        assert_eq!(found, [(0..1, 'a'), (1..5, 'A'), (7..9, 'é')]);
        let found: Vec<_> = characters(JAVASCRIPT, r"\uD83D\uDE00.", false).collect();
        assert_eq!(found, [(0..12, '\u{1f600}'), (12..13, '.')]);
    }

    #[test]
    fn quotes_are_chosen_to_avoid_escapes() {
        assert_eq!(quote(PYTHON, "it's", '\''), "\"it's\"");
        assert_eq!(quote(PYTHON, "say \"it's\"", '"'), "\"say \\\"it's\\\"\"");
        assert_eq!(quote(GO, "a\"b", '`'), "`a\"b`");
        assert_eq!(quote(GO, "a`b", '`'), "\"a`b\"");
        assert_eq!(quote(GO, "a", '\''), "\"a\"");
        assert_eq!(quote(RUST, "a\"b\u{200e}", '\''), r#""a\"b\u{200e}""#);
        assert_eq!(quote(JAVASCRIPT, "${a}`\0", '`'), "`\\${a}\\`\\x00`");
    }

    fn language() -> impl Strategy<Value = Language> {
        prop::sample::select(Language::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn a_quoted_value_decodes_to_itself(language in language(), value in any::<String>(), mark in "[\"'`]") {
            let literal = quote(language, &value, mark.chars().next().unwrap());
            let found = delimiters(language, &literal).unwrap();
            let content = &literal[found.quote.len()..literal.len() - found.quote.len()];
            prop_assert_eq!(decode(language, content, found.raw), value);
        }

        #[test]
        fn any_content_decodes(language in language(), content in "([\\\\xuUN{}0-9a-f'\"\r\n]|\\PC)*", raw: bool) {
            let mut end = 0;
            for (range, _) in characters(language, &content, raw) {
                prop_assert!(range.start >= end && range.start < range.end);
                end = range.end;
            }
        }
    }
}

//! Brackets that are missing in a declaration, put where they do least harm.

/// Most changes to one declaration.
const MAX_CHANGES: usize = 8;

/// The text of a declaration with its brackets balanced, every byte at its place: closing brackets that are missing
/// stand in the blanks at its end, and a line whose opening bracket or quote closes nowhere is blank. `None` where
/// that does not do.
pub(super) fn balanced(text: &str) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    for changes in 0..MAX_CHANGES {
        match scan(&bytes) {
            Scan::Unclosed(open) if open.is_empty() => {
                return (changes > 0)
                    .then(|| String::from_utf8(bytes).ok())
                    .flatten();
            }
            Scan::Unclosed(open) => {
                let blanks = bytes
                    .iter()
                    .rev()
                    .take_while(|byte| byte.is_ascii_whitespace());
                if blanks.count() < open.len() {
                    return None;
                }
                let end = bytes.len();
                for (index, bracket) in open.iter().enumerate() {
                    bytes[end - 1 - index] = closing(*bracket);
                }
                return String::from_utf8(bytes).ok();
            }
            Scan::Lost(at) => blank_line(&mut bytes, at)?,
            Scan::Stray(at) => bytes[at] = b' ',
        }
    }
    None
}

/// What brackets and quotes say of a text.
enum Scan {
    /// The opening brackets that are not closed, outermost first.
    Unclosed(Vec<u8>),
    /// A bracket or quote that closes nowhere, before others that do.
    Lost(usize),
    /// A closing bracket that closes nothing.
    Stray(usize),
}

fn scan(bytes: &[u8]) -> Scan {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'(' | b'[' | b'{' => open.push((byte, start)),
            b')' | b']' | b'}' => {
                let matching = open
                    .iter()
                    .rposition(|(opening, _)| closing(*opening) == byte);
                match matching {
                    None => return Scan::Stray(start),
                    Some(index) if index + 1 < open.len() => return Scan::Lost(open[index + 1].1),
                    Some(_) => {
                        open.pop();
                    }
                }
            }
            b'/' if bytes.get(at) == Some(&b'/') => {
                let length = bytes[at..].iter().position(|&byte| byte == b'\n');
                at = length.map_or(bytes.len(), |length| at + length);
            }
            b'/' if bytes.get(at) == Some(&b'*') => at = comment_end(bytes, start),
            b'r' if !is_word(bytes, start) => {
                let hashes = bytes[at..].iter().take_while(|&&byte| byte == b'#').count();
                if bytes.get(at + hashes) == Some(&b'"') {
                    let close = format!("\"{}", "#".repeat(hashes));
                    match find(bytes, at + hashes + 1, close.as_bytes()) {
                        Some(end) => at = end + close.len(),
                        None => return Scan::Lost(start),
                    }
                }
            }
            b'"' => match string_end(bytes, at) {
                Some(end) => at = end,
                None => return Scan::Lost(start),
            },
            b'\'' => at = character_end(bytes, at),
            _ => {}
        }
    }
    Scan::Unclosed(open.into_iter().map(|(bracket, _)| bracket).collect())
}

fn closing(bracket: u8) -> u8 {
    match bracket {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// Whether the byte before is a part of a word that goes on here.
fn is_word(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| bytes[before]);
    before.is_some_and(|byte| {
        byte.is_ascii_alphanumeric() && byte != b'b' && byte != b'c' || byte == b'_'
    })
}

fn comment_end(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while at < bytes.len() {
        match bytes.get(at..at + 2) {
            Some(b"/*") => (depth, at) = (depth + 1, at + 2),
            Some(b"*/") if depth <= 1 => return at + 2,
            Some(b"*/") => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    bytes.len()
}

fn string_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// One past a character literal whose quote is before `at`; `at` for a lifetime.
fn character_end(bytes: &[u8], at: usize) -> usize {
    let close = if bytes.get(at) == Some(&b'\\') {
        find(bytes, at + 2, b"'").filter(|end| end - at < 12)
    } else {
        let limit = (at + 5).min(bytes.len());
        let letters = bytes.get(at..limit).unwrap_or_default();
        letters
            .iter()
            .enumerate()
            .skip(1)
            .find(|(index, byte)| **byte == b'\'' && (*index == 1 || letters[0] >= 0x80))
            .map(|(index, _)| at + index)
    };
    close.map_or(at, |close| close + 1)
}

fn find(bytes: &[u8], start: usize, wanted: &[u8]) -> Option<usize> {
    let rest = bytes.get(start..)?;
    let found = rest
        .windows(wanted.len())
        .position(|window| window == wanted)?;
    Some(start + found)
}

/// Blanks the line of a byte; `None` if the declaration itself opens there.
fn blank_line(bytes: &mut [u8], at: usize) -> Option<()> {
    let start = bytes[..at].iter().rposition(|&byte| byte == b'\n');
    let end = bytes[at..].iter().position(|&byte| byte == b'\n');
    let range = start.map_or(0, |start| start + 1)..end.map_or(bytes.len(), |end| at + end);
    let opening = bytes.iter().position(|&byte| byte == b'{')?;
    if range.start <= opening {
        return None;
    }
    bytes[range].fill(b' ');
    Some(())
}

#[cfg(test)]
mod tests {
    use super::balanced;

    #[test]
    fn what_is_balanced_stays() {
        for text in [
            "fn f() { x('{', \"{\", r#\"\"{\"#, '\\'', b'('); /* { /* */ */ } // {\n",
            "fn f<'a>(x: &'a str) {}",
        ] {
            assert_eq!(balanced(text), None, "{text}");
        }
    }

    #[test]
    fn missing_brackets_stand_in_the_blanks_at_the_end() {
        assert_eq!(
            balanced("fn f() {\n  if x {\n}\n").as_deref(),
            Some("fn f() {\n  if x {\n}}")
        );
        assert_eq!(
            balanced("fn f() { g(|x| {\n}\n\n").as_deref(),
            Some("fn f() { g(|x| {\n})}")
        );
        assert_eq!(balanced("fn f() {"), None);
    }

    #[test]
    fn a_line_that_closes_nowhere_is_blank() {
        assert_eq!(
            balanced("fn f() {\n  g(1\n  h();\n}").as_deref(),
            Some("fn f() {\n     \n  h();\n}")
        );
        assert_eq!(
            balanced("fn f() {\n  g(\"a)\n}\n").as_deref(),
            Some("fn f() {\n       \n}\n")
        );
    }

    #[test]
    fn a_bracket_that_closes_nothing_is_blank() {
        assert_eq!(balanced("fn f() { ) }").as_deref(), Some("fn f() {   }"));
    }
}

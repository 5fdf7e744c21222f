//! Where comments stand.

use std::ops::Range;

use tree_sitter::Node;
use tripline_syntax::Document;

use super::grammar::Kind;
use crate::{Comment, FileSpan};

/// Comments in source order.
///
/// Where the text parses, its tokens tell where comments are, at a fraction of the cost of visiting every node.
pub(super) fn comments_of(document: &Document, top_level: &[Node<'_>]) -> Vec<Comment> {
    let text = document.text();
    let mut comments = Vec::new();
    let mut push = |start: usize, end: usize| {
        let span = FileSpan {
            start: start as u32,
            end: end as u32,
        };
        comments.push(Comment { span });
    };
    if document.is_truncated() {
        return comments;
    }
    if !document.tree().root_node().has_error() {
        scan(text, |range| push(range.start, range.end));
        return comments;
    }
    let mut cursor = document.tree().walk();
    for node in top_level {
        cursor.reset(*node);
        'below: loop {
            let node = cursor.node();
            if Kind::of(node) == Kind::Comment {
                push(node.start_byte(), node.end_byte());
            } else if node.has_error() {
                if cursor.goto_first_child() {
                    continue;
                }
            } else if node.child_count() > 0 {
                let start = node.start_byte();
                scan(&text[node.byte_range()], |range| {
                    push(start + range.start, start + range.end);
                });
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    break 'below;
                }
            }
        }
    }
    comments
}

/// The comments in a range of a text that parses, which starts and ends at the border of a token.
pub(super) fn comments_in(text: &str, range: Range<usize>) -> Vec<Comment> {
    let mut comments = Vec::new();
    scan(&text[range.clone()], |found| {
        let span = FileSpan {
            start: (range.start + found.start) as u32,
            end: (range.start + found.end) as u32,
        };
        comments.push(Comment { span });
    });
    comments
}

/// Calls `found` with the range of every comment of `text`, which starts and ends at the border of a token.
fn scan(text: &str, mut found: impl FnMut(Range<usize>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'/' => {
                let end = comment_end(bytes, at);
                if end > at + 1 {
                    found(at..end);
                }
                at = end;
            }
            b'"' | b'\'' => at = quoted_end(bytes, at + 1, byte),
            b'`' => at = past(bytes, at + 1, b'`'),
            _ => at += 1,
        }
    }
}

/// The end of the comment that starts at the slash at `start`; one past the slash if none does.
fn comment_end(bytes: &[u8], start: usize) -> usize {
    match bytes.get(start + 1) {
        Some(b'/') => bytes[start..]
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(bytes.len(), |length| start + length),
        Some(b'*') => {
            let mut at = start + 2;
            loop {
                at = past(bytes, at, b'*');
                match bytes.get(at) {
                    Some(b'/') => return at + 1,
                    Some(_) => {}
                    None => return bytes.len(),
                }
            }
        }
        _ => start + 1,
    }
}

/// One past the closing quote of a string or rune whose content starts at `at`; the end of the line if it has none.
fn quoted_end(bytes: &[u8], mut at: usize, quote: u8) -> usize {
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b'\\' => 2,
            b'\n' => return at,
            _ if byte == quote => return at + 1,
            _ => 1,
        };
    }
    bytes.len()
}

/// One past the next `wanted`, or the end.
fn past(bytes: &[u8], at: usize, wanted: u8) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter()
        .position(|&byte| byte == wanted)
        .map_or(bytes.len(), |length| at + length + 1)
}

#[cfg(test)]
mod tests {
    use super::scan;

    fn comments(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        scan(text, |range| found.push(&text[range]));
        found
    }

    #[test]
    fn comments_of_both_kinds_are_found() {
        assert_eq!(
            comments("a // b // c\n/* d */ e /**/ // f"),
            ["// b // c", "/* d */", "/**/", "// f"]
        );
    }

    #[test]
    fn markers_in_strings_and_runes_are_no_comments() {
        assert_eq!(
            comments(r#"x("//", "\"/*", '"', '\'', '/') / 2 // y"#),
            ["// y"]
        );
        assert_eq!(comments("`\\` // a\n`//\n/*` // b"), ["// a", "// b"]);
    }

    #[test]
    fn unterminated_text_ends_the_scan() {
        assert_eq!(comments("/* a"), ["/* a"]);
        assert_eq!(comments("/* a *"), ["/* a *"]);
        assert_eq!(comments("` // a"), Vec::<&str>::new());
        assert_eq!(comments("\"\\"), Vec::<&str>::new());
        assert_eq!(comments("/"), Vec::<&str>::new());
    }
}

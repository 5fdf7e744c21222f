//! Files that are no programs, in which only secrets are looked for.

use std::sync::Arc;

use tripline_ir::{Comment, FileIr, FileSpan};
use tripline_syntax::Language;

/// What starts a comment in the usual formats.
const MARKERS: [&str; 2] = ["#", "//"];

/// The lowered form of a text that is no program: it has comments with suppressions, and nothing else.
pub(crate) fn comments_only(text: &str) -> FileIr {
    let mut comments = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let content = line.trim_end_matches(['\n', '\r']);
        let directive = content.find("tripline:");
        let marked = directive.map(|directive| content[..directive].trim_end());
        let marker =
            marked.and_then(|before| MARKERS.iter().find(|marker| before.ends_with(**marker)));
        if let (Some(before), Some(marker)) = (marked, marker) {
            let start = line_start + before.len() - marker.len();
            let span = FileSpan {
                start: start as u32,
                end: (line_start + content.len()) as u32,
            };
            comments.push(Comment { span });
        }
        line_start += line.len();
    }
    FileIr {
        // Of the languages, the one whose comments are those of most such files.
        language: Language::Python,
        items: Arc::default(),
        bodies: Vec::new(),
        comments,
        errors: Vec::new(),
        is_truncated: false,
        is_finished: false,
        tests: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_with_suppressions_are_found() {
        let text =
            "A=1\r\nB=2 # tripline: ignore[x]\r\n// tripline: ignore\nsay tripline: ignore\n";
        let found: Vec<&str> = comments_only(text)
            .comments
            .iter()
            .map(|comment| &text[comment.span.range()])
            .collect();
        assert_eq!(found, ["# tripline: ignore[x]", "// tripline: ignore"]);
    }
}

//! Edits while they are collected.

use std::ops::Range;

use tripline_syntax::TextEdit;

/// Edits of one text, in any order until they are [finished](Edits::finish).
#[derive(Clone, Debug, Default)]
pub(crate) struct Edits(Vec<TextEdit>);

impl Edits {
    pub(crate) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push(TextEdit {
            range: range.start as u32..range.end as u32,
            text: text.into(),
        });
    }

    pub(crate) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    pub(crate) fn delete(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    pub(crate) fn append(&mut self, other: Edits) {
        self.0.extend(other.0);
    }

    /// The edits in the order of the text; `None` if two of them overlap or they change nothing.
    pub(crate) fn finish(self, text: &str) -> Option<Vec<TextEdit>> {
        let mut edits = self.0;
        edits.retain(|edit| {
            text.get(edit.range.start as usize..edit.range.end as usize) != Some(&edit.text)
        });
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        edits.dedup();
        let overlaps = edits
            .windows(2)
            .any(|pair| pair[1].range.start < pair[0].range.end);
        (!edits.is_empty() && !overlaps).then_some(edits)
    }
}

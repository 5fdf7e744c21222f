//! Replacements of text.

use std::fmt;
use std::ops::Range;

/// Replaces the bytes of `range` by `text`.
///
/// Total: a bound past the end of the text is the end, a bound inside a character is the start of that character, and
/// an inverted range is turned around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// What is replaced, in bytes; empty for an insertion.
    pub range: Range<u32>,
    /// What takes its place; empty for a deletion.
    pub text: String,
}

/// Two edits that were to be applied together replace the same text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlapError {
    /// The range that starts first, in bytes.
    pub first: Range<u32>,
    /// The range that starts inside it, in bytes.
    pub second: Range<u32>,
}

impl fmt::Display for OverlapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, second } = self;
        write!(f, "the edits of bytes {first:?} and {second:?} overlap")
    }
}

impl std::error::Error for OverlapError {}

/// Applies `edits` to `text` at once: every range refers to `text` as it is given, in any order.
///
/// Ranges may touch. Insertions at one offset keep the order in which they are given, and come before a replacement
/// that starts there.
pub fn apply_edits(text: &str, edits: &[TextEdit]) -> Result<String, OverlapError> {
    let edits = in_order(edits, |offset| char_start(text, offset))?;
    let mut result =
        String::with_capacity(text.len() + edits.iter().map(|(_, text)| text.len()).sum::<usize>());
    let mut copied = 0;
    for (range, replacement) in edits {
        result.push_str(&text[copied..range.start]);
        result.push_str(replacement);
        copied = range.end;
    }
    result.push_str(&text[copied..]);
    Ok(result)
}

/// The edits with their ranges made valid by `char_start`, in the order of the text.
pub(crate) fn in_order(
    edits: &[TextEdit],
    char_start: impl Fn(usize) -> usize,
) -> Result<Vec<(Range<usize>, &str)>, OverlapError> {
    let mut ordered: Vec<_> = edits
        .iter()
        .map(|edit| (valid_range(&edit.range, &char_start), edit.text.as_str()))
        .collect();
    // The sort is stable, and an insertion has the smallest end of all edits with its start.
    ordered.sort_by_key(|(range, _)| (range.start, range.end));
    for pair in ordered.windows(2) {
        let (first, second) = (&pair[0].0, &pair[1].0);
        if second.start < first.end {
            return Err(OverlapError {
                first: in_u32(first),
                second: in_u32(second),
            });
        }
    }
    Ok(ordered)
}

/// The bytes that `range` stands for, where `char_start` clamps an offset and snaps it to the start of its character.
pub(crate) fn valid_range(range: &Range<u32>, char_start: impl Fn(usize) -> usize) -> Range<usize> {
    let low = range.start.min(range.end);
    let high = range.start.max(range.end);
    char_start(low as usize)..char_start(high as usize)
}

fn in_u32(range: &Range<usize>) -> Range<u32> {
    range.start as u32..range.end as u32
}

/// The start of the character that the byte `offset` is in; the end of the text if it is past the end.
fn char_start(text: &str, offset: usize) -> usize {
    let clamped = offset.min(text.len());
    (0..=clamped)
        .rev()
        .find(|&candidate| text.is_char_boundary(candidate))
        .unwrap_or(0)
}

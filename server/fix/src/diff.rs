//! Differences of two texts.

use similar::{DiffTag, TextDiff};
use tripline_syntax::TextEdit;

/// What turns `before` into `after`, as `patch` and `git apply` read it; empty if nothing does.
///
/// `path` is relative to the root of the project, with `/` between its parts.
pub fn unified_diff(path: &str, before: &str, after: &str) -> String {
    if before == after {
        return String::new();
    }
    TextDiff::from_lines(before, after)
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}

/// The lines that differ, as edits of `before`: in order, without overlap.
pub(crate) fn line_edits(before: &str, after: &str) -> Vec<TextEdit> {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let diff = TextDiff::from_slices(&old, &new);
    let length = |lines: &[&str]| lines.iter().map(|line| line.len()).sum::<usize>();
    diff.ops()
        .iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .map(|op| {
            let (was, is) = (op.old_range(), op.new_range());
            let start = length(&old[..was.start]);
            TextEdit {
                range: start as u32..(start + length(&old[was])) as u32,
                text: new[is].concat(),
            }
        })
        .collect()
}

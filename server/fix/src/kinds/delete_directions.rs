//! Deletes the characters of the finding that turn the direction of text around.

use tripline_rules::{Finding, Safety, is_direction};

use super::Draft;
use crate::edits::Edits;
use crate::place::Place;

pub(super) fn draft(place: Place<'_>, finding: &Finding) -> Draft {
    let mut edits = Edits::default();
    let range = finding.span.range();
    let controls = place.slice(range.clone()).char_indices();
    let mut is_comment = true;
    for (at, character) in controls.filter(|(_, character)| is_direction(*character)) {
        let start = range.start + at;
        edits.delete(start..start + character.len_utf8());
        let mut comments = place.source.ir.comments.iter();
        is_comment &= comments.any(|comment| comment.span.range().contains(&start));
    }
    let mut draft = Draft::from(edits);
    if !is_comment {
        // A string is another one without them.
        draft.safety = Some(Safety::Review);
        draft.title = Some(
            "Delete the characters that control the direction of text (right if no string needs them)"
                .to_owned(),
        );
    }
    draft
}

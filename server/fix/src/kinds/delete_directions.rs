//! Deletes the characters of the finding that turn the direction of text around.

use tripline_rules::{Finding, is_direction};

use super::Draft;
use crate::edits::Edits;
use crate::place::Place;

pub(super) fn draft(place: Place<'_>, finding: &Finding) -> Draft {
    let mut edits = Edits::default();
    let range = finding.span.range();
    let controls = place.slice(range.clone()).char_indices();
    for (at, character) in controls.filter(|(_, character)| is_direction(*character)) {
        let start = range.start + at;
        edits.delete(start..start + character.len_utf8());
    }
    edits.into()
}

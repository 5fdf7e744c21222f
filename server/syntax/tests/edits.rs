//! Edits that are applied at once.

use proptest::prelude::*;
use std::ops::Range;
use tripline_syntax::{Document, Language, OverlapError, TextEdit, apply_edits};

fn edit(range: Range<u32>, text: &str) -> TextEdit {
    TextEdit {
        range,
        text: text.to_owned(),
    }
}

#[test]
fn ranges_are_those_of_the_original_text() {
    let edits = [edit(4..7, "THREE"), edit(0..3, "")];
    assert_eq!(apply_edits("one two", &edits).unwrap(), " THREE");
}

#[test]
fn insertions_at_one_offset_keep_their_order() {
    let edits = [edit(1..1, "1"), edit(1..1, "2"), edit(1..1, "3")];
    assert_eq!(apply_edits("ab", &edits).unwrap(), "a123b");
}

#[test]
fn an_insertion_precedes_the_replacement_that_starts_with_it() {
    let edits = [edit(1..2, "B"), edit(1..1, "+"), edit(2..2, "-")];
    assert_eq!(apply_edits("abc", &edits).unwrap(), "a+B-c");
}

#[test]
fn overlapping_edits_are_refused() {
    let error = OverlapError {
        first: 0..3,
        second: 2..4,
    };
    assert_eq!(
        apply_edits("abcdef", &[edit(2..4, ""), edit(0..3, "")]),
        Err(error.clone())
    );
    assert_eq!(
        error.to_string(),
        "the edits of bytes 0..3 and 2..4 overlap"
    );
    assert!(apply_edits("abcdef", &[edit(0..3, ""), edit(1..1, "x")]).is_err());
    assert!(apply_edits("abcdef", &[edit(0..3, "x"), edit(0..3, "x")]).is_err());
}

#[test]
fn malformed_ranges_are_made_valid() {
    assert_eq!(apply_edits("abc", &[edit(99..200, "!")]).unwrap(), "abc!");
    #[expect(clippy::reversed_empty_ranges, reason = "this is the malformed range")]
    let inverted = edit(2..1, "X");
    assert_eq!(apply_edits("abc", &[inverted]).unwrap(), "aXc");
    assert_eq!(apply_edits("💥", &[edit(2..3, "x")]).unwrap(), "x💥");
    assert_eq!(apply_edits("💥a", &[edit(1..5, "x")]).unwrap(), "x");
}

fn any_edits() -> impl Strategy<Value = Vec<TextEdit>> {
    let edit = (0_u32..60, 0_u32..60, "[a-zé💥\n]{0,4}").prop_map(|(start, end, text)| TextEdit {
        range: start..end,
        text,
    });
    prop::collection::vec(edit, 0..6)
}

proptest! {
    #[test]
    fn applying_never_panics_and_yields_the_length_that_the_edits_say(text in "[a-zé💥\r\n]{0,40}", edits in any_edits()) {
        let Ok(result) = apply_edits(&text, &edits) else { return Ok(()) };
        let inserted: usize = edits.iter().map(|edit| edit.text.len()).sum();
        prop_assert!(result.len() <= text.len() + inserted);
        prop_assert!(result.len() >= inserted);
    }

    #[test]
    fn the_order_of_edits_that_do_not_touch_is_irrelevant(text in "[a-z]{60}", edits in any_edits()) {
        let mut spaced: Vec<TextEdit> = edits;
        for (index, edit) in spaced.iter_mut().enumerate() {
            let start = index as u32 * 10;
            edit.range = start..start + edit.range.end % 9;
        }
        let forward = apply_edits(&text, &spaced);
        spaced.reverse();
        prop_assert_eq!(forward, apply_edits(&text, &spaced));
    }

    #[test]
    fn a_document_edited_at_once_has_the_text_of_the_edits(text in "[a-zé💥\r\n(]{0,40}", edits in any_edits()) {
        let document = Document::parse(Language::Python, &text).edited_at_once(&edits);
        let document = document.map(|document| document.text().to_string());
        prop_assert_eq!(document, apply_edits(&text, &edits));
    }
}

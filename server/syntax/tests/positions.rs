//! Byte offsets and line-based positions against a reference that walks the text character by character.

use proptest::prelude::*;
use ropey::Rope;
use tripline_syntax::{Encoding, Position, line_column, offset, position};

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

fn at(line: u32, character: u32) -> Position {
    Position { line, character }
}

/// The lines of `text` as the protocol has them: the byte at which each starts, and its text without the line break.
fn reference_lines(text: &str) -> Vec<(usize, &str)> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut byte = 0;
    while byte < bytes.len() {
        let break_length = match bytes[byte] {
            b'\r' if bytes.get(byte + 1) == Some(&b'\n') => 2,
            b'\r' | b'\n' => 1,
            _ => 0,
        };
        if break_length == 0 {
            byte += 1;
            continue;
        }
        lines.push((start, &text[start..byte]));
        byte += break_length;
        start = byte;
    }
    lines.push((start, &text[start..]));
    lines
}

fn width(c: char, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => c.len_utf8(),
        Encoding::Utf16 => c.len_utf16(),
        Encoding::Utf32 => 1,
    }
}

fn reference_offset(text: &str, position: Position, encoding: Encoding) -> usize {
    let lines = reference_lines(text);
    let Some((start, line)) = lines.get(position.line as usize) else {
        return text.len();
    };
    let mut units = 0;
    for (byte, c) in line.char_indices() {
        units += width(c, encoding);
        if units > position.character as usize {
            return start + byte;
        }
    }
    start + line.len()
}

fn reference_position(text: &str, offset: usize, encoding: Encoding) -> Position {
    let lines = reference_lines(text);
    let line = lines
        .iter()
        .rposition(|&(start, _)| start <= offset)
        .expect("the first line starts at 0");
    let (start, content) = lines[line];
    let units: usize = content
        .char_indices()
        .take_while(|&(byte, c)| start + byte + c.len_utf8() <= offset)
        .map(|(_, c)| width(c, encoding))
        .sum();
    at(line as u32, units as u32)
}

/// Text in which line breaks, characters that other conventions take for line breaks, and wide characters abound.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z ]{0,8}".boxed(),
        2 => Just("\n".to_owned()).boxed(),
        2 => Just("\r".to_owned()).boxed(),
        2 => Just("\r\n".to_owned()).boxed(),
        1 => Just("é".to_owned()).boxed(),
        1 => Just("e\u{301}".to_owned()).boxed(),
        1 => Just("💥".to_owned()).boxed(),
        1 => Just("👩‍👩‍👧".to_owned()).boxed(),
        1 => Just("\u{b}\u{c}".to_owned()).boxed(),
        1 => Just("\u{85}".to_owned()).boxed(),
        1 => Just("\u{2028}\u{2029}".to_owned()).boxed(),
        1 => Just("\0".to_owned()).boxed(),
        1 => Just("\u{feff}".to_owned()).boxed(),
    ];
    (prop::collection::vec(piece, 0..40), 1_usize..40)
        .prop_map(|(pieces, times)| pieces.concat().repeat(times))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_offset_has_the_position_of_the_reference(text in text(), offset in any::<prop::sample::Index>()) {
        let rope = Rope::from_str(&text);
        let byte = offset.index(text.len() + 3);
        for encoding in ENCODINGS {
            let expected = reference_position(&text, byte.min(text.len()), encoding);
            prop_assert_eq!(position(&rope, byte as u32, encoding), expected);
        }
    }

    #[test]
    fn every_position_has_the_offset_of_the_reference(text in text(), line in 0_u32..60, character in 0_u32..80) {
        let rope = Rope::from_str(&text);
        for encoding in ENCODINGS {
            let expected = reference_offset(&text, at(line, character), encoding);
            prop_assert_eq!(offset(&rope, at(line, character), encoding) as usize, expected);
        }
    }

    #[test]
    fn a_character_survives_the_round_trip(text in text(), index in any::<prop::sample::Index>()) {
        let rope = Rope::from_str(&text);
        let boundaries: Vec<usize> = (0..=text.len()).filter(|&byte| text.is_char_boundary(byte)).collect();
        let byte = boundaries[index.index(boundaries.len())];
        let is_inside_line_break = text[..byte].ends_with('\r') && text[byte..].starts_with('\n');
        let expected = if is_inside_line_break { byte - 1 } else { byte };
        for encoding in ENCODINGS {
            let there = position(&rope, byte as u32, encoding);
            prop_assert_eq!(offset(&rope, there, encoding) as usize, expected);
        }
    }

    #[test]
    fn lines_stay_right_when_edits_split_and_join_line_breaks(
        text in text(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), "[\r\na💥]{0,3}"), 1..8),
    ) {
        let mut rope = Rope::from_str(&text);
        for (start, end, inserted) in edits {
            let start = start.index(rope.len_chars() + 1);
            let end = (start + end.index(4)).min(rope.len_chars());
            rope.remove(start..end);
            rope.insert(start, &inserted);
            let edited = String::from(&rope);
            prop_assert_eq!(rope.len_lines(), reference_lines(&edited).len());
            for byte in (0..=edited.len()).step_by(1 + edited.len() / 20) {
                let expected = reference_position(&edited, byte, Encoding::Utf16);
                prop_assert_eq!(position(&rope, byte as u32, Encoding::Utf16), expected);
            }
        }
    }
}

#[test]
fn only_the_line_breaks_of_the_protocol_end_a_line() {
    let rope = Rope::from_str("a\nb\r\nc\rd\u{b}e\u{c}f\u{85}g\u{2028}h\u{2029}i");
    assert_eq!(position(&rope, u32::MAX, Encoding::Utf32), at(3, 11));
}

#[test]
fn an_emoji_counts_as_its_encoding_says() {
    let rope = Rope::from_str("x = '💥' + y");
    let y = 13;
    assert_eq!(position(&rope, y, Encoding::Utf8), at(0, 13));
    assert_eq!(position(&rope, y, Encoding::Utf16), at(0, 11));
    assert_eq!(position(&rope, y, Encoding::Utf32), at(0, 10));
}

#[test]
fn a_place_inside_an_emoji_is_its_start() {
    let rope = Rope::from_str("💥");
    assert_eq!(offset(&rope, at(0, 1), Encoding::Utf16), 0);
    assert_eq!(offset(&rope, at(0, 3), Encoding::Utf8), 0);
    assert_eq!(position(&rope, 2, Encoding::Utf8), at(0, 0));
}

#[test]
fn a_place_past_the_end_is_the_end() {
    let rope = Rope::from_str("ab\r\ncd");
    for encoding in ENCODINGS {
        assert_eq!(offset(&rope, at(0, u32::MAX), encoding), 2);
        assert_eq!(offset(&rope, at(1, 9), encoding), 6);
        assert_eq!(offset(&rope, at(2, 0), encoding), 6);
        assert_eq!(offset(&rope, at(u32::MAX, u32::MAX), encoding), 6);
        assert_eq!(position(&rope, 99, encoding), at(1, 2));
    }
}

#[test]
fn between_the_two_characters_of_a_line_break_is_the_end_of_the_line() {
    let rope = Rope::from_str("ab\r\ncd");
    assert_eq!(position(&rope, 3, Encoding::Utf8), at(0, 2));
}

#[test]
fn an_empty_text_has_one_empty_line() {
    let rope = Rope::new();
    assert_eq!(offset(&rope, at(0, 5), Encoding::Utf16), 0);
    assert_eq!(position(&rope, 5, Encoding::Utf16), at(0, 0));
}

#[test]
fn terminals_count_lines_and_characters_from_one() {
    let rope = Rope::from_str("a\n💥b");
    assert_eq!(line_column(&rope, 0), (1, 1));
    assert_eq!(line_column(&rope, 6), (2, 2));
    assert_eq!(line_column(&rope, u32::MAX), (2, 3));
}

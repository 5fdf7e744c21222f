//! Conversion between byte offsets and line-based positions.

use ropey::Rope;

/// The unit in which [`Position::character`] counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Encoding {
    /// Bytes of UTF-8.
    Utf8,
    /// Code units of UTF-16: a character above U+FFFF counts two.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

/// A place in a text by line and column, both zero-based; `character` counts the code units of an [`Encoding`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, PartialOrd, Ord)]
pub struct Position {
    /// Zero-based line.
    pub line: u32,
    /// Code units from the start of the line.
    pub character: u32,
}

/// The byte offset of `position`.
///
/// Total: a character past the end of its line yields the end of that line, before the line break; a line past the end
/// of the text yields the end of the text; a place inside a character yields the start of that character.
pub fn offset(rope: &Rope, position: Position, encoding: Encoding) -> u32 {
    let line = position.line as usize;
    if line >= rope.len_lines() {
        return rope.len_bytes() as u32;
    }
    let start = rope.line_to_byte(line);
    let end = line_end(rope, line);
    let units = position.character as usize;
    let byte = match encoding {
        Encoding::Utf8 => char_start(rope, start.saturating_add(units).min(end)),
        Encoding::Utf16 => {
            let first = rope.char_to_utf16_cu(rope.byte_to_char(start));
            let last = rope.char_to_utf16_cu(rope.byte_to_char(end));
            rope.char_to_byte(rope.utf16_cu_to_char(first.saturating_add(units).min(last)))
        }
        Encoding::Utf32 => {
            let first = rope.byte_to_char(start);
            let last = rope.byte_to_char(end);
            rope.char_to_byte(first.saturating_add(units).min(last))
        }
    };
    byte as u32
}

/// The position of the byte `offset`.
///
/// Total: an offset past the end of the text yields the position of the end; an offset inside a character yields the
/// start of that character, and one between `\r` and `\n` the end of the line before both.
pub fn position(rope: &Rope, offset: u32, encoding: Encoding) -> Position {
    let byte = char_start(rope, offset as usize);
    let line = rope.byte_to_line(byte);
    let start = rope.line_to_byte(line);
    let byte = byte.min(line_end(rope, line));
    let character = match encoding {
        Encoding::Utf8 => byte - start,
        Encoding::Utf16 => {
            rope.char_to_utf16_cu(rope.byte_to_char(byte))
                - rope.char_to_utf16_cu(rope.byte_to_char(start))
        }
        Encoding::Utf32 => rope.byte_to_char(byte) - rope.byte_to_char(start),
    };
    Position {
        line: line as u32,
        character: character as u32,
    }
}

/// The one-based line and the one-based column, in Unicode scalar values, of the byte `offset`, as terminals show them.
///
/// Total, in the way of [`position`].
pub fn line_column(rope: &Rope, offset: u32) -> (u32, u32) {
    let position = position(rope, offset, Encoding::Utf32);
    (position.line + 1, position.character + 1)
}

/// The start of the character that the byte `offset` is in; the end of the text if it is past the end.
pub(crate) fn char_start(rope: &Rope, offset: usize) -> usize {
    rope.char_to_byte(rope.byte_to_char(offset.min(rope.len_bytes())))
}

/// The byte offset at which `line` ends, before its line break.
fn line_end(rope: &Rope, line: usize) -> usize {
    if line + 1 == rope.len_lines() {
        return rope.len_bytes();
    }
    let start = rope.line_to_byte(line);
    let next = rope.line_to_byte(line + 1);
    let is_crlf = next - start >= 2 && rope.byte(next - 1) == b'\n' && rope.byte(next - 2) == b'\r';
    if is_crlf { next - 2 } else { next - 1 }
}

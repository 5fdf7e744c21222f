//! Byte offsets to the protocol's ranges and back.
//!
//! Every conversion is total: what lies outside the text is clamped to it, as the protocol asks for.

use ropey::Rope;
use tower_lsp::gen_lsp_types::{DiagnosticSeverity, Position, Range};
use tripline_rules::Severity;
use tripline_syntax::Encoding;

/// The text that positions are in, and the unit they count in.
#[derive(Clone, Copy)]
pub(crate) struct Lines<'a> {
    rope: &'a Rope,
    encoding: Encoding,
}

impl<'a> Lines<'a> {
    /// Positions in `rope` that count in `encoding`.
    pub(crate) fn new(rope: &'a Rope, encoding: Encoding) -> Self {
        Lines { rope, encoding }
    }

    /// The range of these bytes.
    pub(crate) fn range(self, start: u32, end: u32) -> Range {
        Range {
            start: self.position(start),
            end: self.position(end.max(start)),
        }
    }

    /// The bytes of a range; one whose ends are swapped is turned around.
    pub(crate) fn bytes(self, range: Range) -> std::ops::Range<u32> {
        let start = self.offset(range.start);
        let end = self.offset(range.end);
        start.min(end)..start.max(end)
    }

    /// The byte of a position.
    pub(crate) fn offset(self, position: Position) -> u32 {
        let position = tripline_syntax::Position {
            line: position.line,
            character: position.character,
        };
        tripline_syntax::offset(self.rope, position, self.encoding)
    }

    /// The place of the end of the text.
    pub(crate) fn end(self) -> Range {
        let end = self.rope.len_bytes() as u32;
        self.range(end, end)
    }

    fn position(self, offset: u32) -> Position {
        let position = tripline_syntax::position(self.rope, offset, self.encoding);
        Position {
            line: position.line,
            character: position.character,
        }
    }
}

/// The protocol's severity of a finding.
pub(crate) fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Critical | Severity::High => DiagnosticSeverity::Error,
        Severity::Medium => DiagnosticSeverity::Warning,
        Severity::Low => DiagnosticSeverity::Information,
    }
}

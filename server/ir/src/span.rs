//! Byte ranges, relative to a body and absolute in a file.

use serde::{Deserialize, Serialize};

/// A byte range inside a body, relative to one of the body's anchors.
///
/// A function has one anchor, the start of its definition. A module has one anchor for each of its top-level (and
/// class-level) statements, so that an edit between two of them moves no span in the body.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct Span {
    /// Index into [`crate::BodyLayout::anchors`].
    pub anchor: u32,
    /// First byte, relative to the anchor.
    pub start: u32,
    /// One past the last byte, relative to the anchor.
    pub end: u32,
}

impl Span {
    /// The smallest span that covers both; `self` when the anchors differ.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        if self.anchor != other.anchor {
            return self;
        }
        Span {
            anchor: self.anchor,
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.anchor == other.anchor && self.start <= other.start && other.end <= self.end
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// An absolute byte range in a file.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct FileSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl FileSpan {
    /// The span as a range that indexes text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

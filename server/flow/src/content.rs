//! What is known of a value's text.

use std::sync::Arc;

use smallvec::SmallVec;

/// A constant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constant {
    /// A string.
    String(Arc<str>),
    /// A bytes literal's text.
    Bytes(Arc<str>),
    /// A number as written.
    Number(Arc<str>),
    /// A truth value.
    Bool(bool),
    /// `None`, `null`, `nil`.
    Null,
}

/// What is known of a value's text, from most to least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// One of a few constants.
    Exact(SmallVec<[Constant; 1]>),
    /// Made of string literals of the program alone, e.g. `",".join("?" for _ in xs)`.
    Literal,
    /// A number, truth value, UUID or date: its text is harmless everywhere.
    Scalar,
    /// Nothing.
    #[default]
    Opaque,
}

impl Content {
    /// Most constants that are told apart.
    pub const MAX_CONSTANTS: usize = 8;

    /// The only constant it can be.
    pub fn constant(&self) -> Option<&Constant> {
        match self {
            Content::Exact(constants) if constants.len() == 1 => constants.first(),
            _ => None,
        }
    }

    /// The only string it can be.
    pub fn string(&self) -> Option<&str> {
        match self.constant()? {
            Constant::String(text) => Some(text),
            _ => None,
        }
    }

    /// Whether no outside text can be in it.
    pub fn is_fixed(&self) -> bool {
        !matches!(self, Content::Opaque)
    }
}

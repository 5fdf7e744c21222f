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
    /// A regular expression literal's pattern.
    Pattern(Arc<str>),
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

    /// Longest constant that is folded, in bytes.
    pub const MAX_TEXT: usize = 4096;

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

    /// Whether one of the texts that it is known to be is one of these.
    pub(crate) fn may_be(&self, texts: &[Box<str>]) -> bool {
        self.constants().any(|constant| {
            matches!(constant, Constant::String(known) if texts.iter().any(|text| **text == **known))
        })
    }

    /// Whether one of the constants that it is known to be is true or a text that is not empty.
    pub(crate) fn may_be_set(&self) -> bool {
        self.constants().any(|constant| match constant {
            Constant::Bool(truth) => *truth,
            Constant::String(text) => !text.is_empty(),
            _ => false,
        })
    }

    fn constants(&self) -> impl Iterator<Item = &Constant> {
        let constants = match self {
            Content::Exact(constants) => constants.as_slice(),
            _ => &[],
        };
        constants.iter()
    }

    /// The only regular expression it can be.
    pub(crate) fn pattern(&self) -> Option<&str> {
        match self.constant()? {
            Constant::String(text) | Constant::Pattern(text) => Some(text),
            _ => None,
        }
    }

    /// What is known of a place that holds one of two values.
    #[must_use]
    pub fn join(&self, other: &Content) -> Content {
        match (self, other) {
            (Content::Opaque, _) | (_, Content::Opaque) => Content::Opaque,
            (Content::Exact(one), Content::Exact(two)) => {
                let mut both = one.clone();
                both.extend(
                    two.iter()
                        .filter(|constant| !one.contains(constant))
                        .cloned(),
                );
                both.sort();
                if both.len() > Self::MAX_CONSTANTS {
                    Content::Literal
                } else {
                    Content::Exact(both)
                }
            }
            (Content::Scalar, _) | (_, Content::Scalar) => Content::Scalar,
            _ => Content::Literal,
        }
    }

    /// What is known of text that is put together from both.
    #[must_use]
    pub fn concat(&self, other: &Content) -> Content {
        match (self, other) {
            (Content::Opaque, _) | (_, Content::Opaque) => Content::Opaque,
            (Content::Exact(one), Content::Exact(two))
                if one.len() * two.len() <= Self::MAX_CONSTANTS =>
            {
                let mut all = SmallVec::new();
                for left in one {
                    for right in two {
                        let (Some(left), Some(right)) = (left.text(), right.text()) else {
                            return Content::Literal;
                        };
                        if left.len() + right.len() > Self::MAX_TEXT {
                            return Content::Literal;
                        }
                        all.push(Constant::String(Arc::from(format!("{left}{right}"))));
                    }
                }
                all.sort();
                all.dedup();
                Content::Exact(all)
            }
            (Content::Scalar, Content::Scalar) => Content::Scalar,
            _ => Content::Literal,
        }
    }

    /// What text contributes to a collection that it is put into: constants are not told apart there.
    #[must_use]
    pub fn as_element(&self) -> Content {
        match self {
            Content::Exact(_) | Content::Literal => Content::Literal,
            Content::Scalar => Content::Scalar,
            Content::Opaque => Content::Opaque,
        }
    }

    /// Whether no outside text can be in it.
    pub fn is_fixed(&self) -> bool {
        !matches!(self, Content::Opaque)
    }
}

impl Constant {
    /// Its text inside a built string; truth values and nulls are written differently by each language.
    pub fn text(&self) -> Option<&str> {
        match self {
            Constant::String(text) | Constant::Number(text) => Some(text),
            Constant::Bytes(_) | Constant::Bool(_) | Constant::Pattern(_) | Constant::Null => None,
        }
    }

    /// Whether a condition takes it for true; `None` where that depends on the language.
    pub fn truth(&self) -> Option<bool> {
        match self {
            Constant::Bool(truth) => Some(*truth),
            Constant::Pattern(_) => Some(true),
            Constant::Null => Some(false),
            Constant::Number(text) => Some(&**text != "0"),
            Constant::String(text) | Constant::Bytes(text) => Some(!text.is_empty()),
        }
    }
}

//! Where a value's text may come from.

use std::sync::Arc;

use smallvec::SmallVec;
use tripline_ir::{BodyKey, Span};

use crate::{Kind, KindSet};

/// Where untrusted data enters. Ordered from the least to the most worrying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Provenance {
    /// The result of code that nothing is known of.
    Unknown,
    /// The machine itself: environment, command line, files, databases.
    Local,
    /// A parameter of the function.
    Parameter,
    /// A request reached the program.
    Remote,
}

/// One hop of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The body it happens in.
    pub body: BodyKey,
    /// The expression.
    pub span: Span,
    /// The hop before; `None` where the data enters.
    pub previous: Option<Arc<Step>>,
}

/// A reason to distrust a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where it comes from.
    pub provenance: Provenance,
    /// Index of the parameter, for [`Provenance::Parameter`].
    pub parameter: Option<u32>,
    /// It passed through code that nothing is known of.
    pub weakened: bool,
    /// Kinds that a sanitizer or guard has made it harmless for.
    pub cleared: KindSet,
    /// Its way so far, last hop first.
    pub step: Arc<Step>,
}

/// The reasons to distrust a value; none for a trusted one. Bounded by [`Taint::MAX_LABELS`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taint(pub SmallVec<[Label; 1]>);

impl Taint {
    /// Most labels that one value keeps: the most worrying ones.
    pub const MAX_LABELS: usize = 8;
    /// Most hops that a label keeps.
    pub const MAX_STEPS: usize = 24;

    /// Whether there is no reason for distrust.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The labels that are not cleared for a kind.
    pub fn against(&self, kind: Kind) -> impl Iterator<Item = &Label> {
        self.0.iter().filter(move |label| !label.cleared.contains(kind))
    }
}

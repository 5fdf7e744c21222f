//! Where a value's text may come from.

use std::sync::Arc;

use smallvec::SmallVec;
use tripline_ir::{BodyKey, Span, Symbol};

use crate::{Kind, KindSet};

/// Where untrusted data enters. Ordered from the least to the most worrying.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
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
    previous: Option<Arc<Step>>,
    /// The hops inside a function that is called here, of which this is the last; shared by its callers.
    inside: Option<Arc<Step>>,
    /// Where the data enters.
    first: (BodyKey, Span),
    /// How many hops there are at most, with this one.
    depth: usize,
}

/// A reason to distrust a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where it comes from.
    pub provenance: Provenance,
    /// Index of the parameter, for [`Provenance::Parameter`].
    pub parameter: Option<u32>,
    /// The member of the parameter, or of the method's receiver, that holds it, or a member of that: `user`, `user.name`. Of
    /// the receiver, empty for itself.
    pub member: Option<Symbol>,
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
        self.0
            .iter()
            .filter(move |label| !label.cleared.contains(kind))
    }
}

impl Taint {
    /// The taint of one fresh label.
    pub fn enters(
        provenance: Provenance,
        parameter: Option<u32>,
        body: BodyKey,
        span: Span,
    ) -> Taint {
        let step = Arc::new(Step::first_of(body, span));
        Taint(smallvec::smallvec![Label {
            provenance,
            parameter,
            member: None,
            weakened: false,
            cleared: KindSet::NONE,
            step
        }])
    }

    /// The taint of a method's receiver, which callers know more of.
    pub(crate) fn receiver(body: BodyKey, span: Span) -> Taint {
        let mut taint = Taint::enters(Provenance::Unknown, None, body, span);
        for label in &mut taint.0 {
            label.member = Some(Symbol::new(""));
        }
        taint
    }

    /// The taint of a member of a value of this taint. Members of members are told apart, and not those of these.
    pub(crate) fn of_member(mut self, name: Symbol) -> Taint {
        for label in &mut self.0 {
            match label.member {
                Some(member) if member.is_empty() => label.member = Some(name),
                None if label.parameter.is_some() => label.member = Some(name),
                // What makers of options set has no members of its own.
                Some(member) if !member.contains('.') && !label.is_option() => {
                    label.member = Some(member.member(&name));
                }
                _ => {}
            }
        }
        self
    }

    /// The labels of both, the most worrying first where there are too many.
    #[must_use]
    pub fn union(&self, other: &Taint) -> Taint {
        if other.0.is_empty() || self == other {
            return self.clone();
        }
        let mut labels = self.0.clone();
        for label in &other.0 {
            match labels.iter_mut().find(|known| known.enters_like(label)) {
                Some(known) => {
                    known.cleared = known.cleared.intersection(label.cleared);
                    known.weakened &= label.weakened;
                }
                None => labels.push(label.clone()),
            }
        }
        if labels.len() > Self::MAX_LABELS {
            labels.sort_by_key(|label| std::cmp::Reverse(label.provenance));
            labels.truncate(Self::MAX_LABELS);
        }
        Taint(labels)
    }

    /// The same labels after one more hop.
    #[must_use]
    pub fn via(mut self, body: BodyKey, span: Span) -> Taint {
        for label in &mut self.0 {
            label.step = Step::after(&label.step, body, span);
        }
        self
    }

    /// The same labels after all that happens to a label inside a function.
    #[must_use]
    pub(crate) fn through(mut self, inside: &Arc<Step>) -> Taint {
        for label in &mut self.0 {
            label.step = Step::through(&label.step, inside);
        }
        self
    }

    /// The same labels, harmless for some more kinds.
    #[must_use]
    pub fn cleared(mut self, kinds: KindSet) -> Taint {
        for label in &mut self.0 {
            label.cleared = label.cleared.union(kinds);
        }
        self
    }

    /// The same labels after code that nothing is known of.
    #[must_use]
    pub fn weakened(mut self) -> Taint {
        for label in &mut self.0 {
            label.weakened = true;
        }
        self
    }
}

impl Label {
    /// Whether it stands for what the functions in a parameter set as a member.
    pub(crate) fn is_option(&self) -> bool {
        self.provenance == Provenance::Unknown && self.parameter.is_some()
    }

    /// Whether both labels speak of the same data.
    pub fn enters_like(&self, other: &Label) -> bool {
        self.provenance == other.provenance
            && self.parameter == other.parameter
            && self.member == other.member
            && self.step.first() == other.step.first()
    }
}

impl Step {
    /// Where data enters.
    fn first_of(body: BodyKey, span: Span) -> Step {
        Step {
            body,
            span,
            previous: None,
            inside: None,
            first: (body, span),
            depth: 1,
        }
    }

    /// The hop after another one.
    fn after(previous: &Arc<Step>, body: BodyKey, span: Span) -> Arc<Step> {
        if previous.depth >= Taint::MAX_STEPS || previous.body == body && previous.span == span {
            return Arc::clone(previous);
        }
        Arc::new(Step {
            body,
            span,
            previous: Some(Arc::clone(previous)),
            inside: None,
            first: previous.first,
            depth: previous.depth + 1,
        })
    }

    /// All hops of a function after those of its caller.
    fn through(previous: &Arc<Step>, inside: &Arc<Step>) -> Arc<Step> {
        if inside.depth == 1 {
            return Step::after(previous, inside.body, inside.span);
        }
        if previous.depth >= Taint::MAX_STEPS {
            return Arc::clone(previous);
        }
        Arc::new(Step {
            body: inside.body,
            span: inside.span,
            previous: Some(Arc::clone(previous)),
            inside: Some(Arc::clone(inside)),
            first: previous.first,
            depth: previous.depth + inside.depth,
        })
    }

    /// The same hops with the bodies as somebody else names them.
    pub(crate) fn seen(&self, named: impl Fn(BodyKey) -> BodyKey) -> Arc<Step> {
        let (body, span) = self.first;
        let first = Arc::new(Step::first_of(named(body), span));
        let others = self.hops().into_iter().skip(1);
        others.fold(first, |before, (body, span)| {
            Step::after(&before, named(body), span)
        })
    }

    /// Where the data enters.
    pub fn first(&self) -> (BodyKey, Span) {
        self.first
    }

    /// The hops from where the data enters to here.
    pub fn hops(&self) -> Vec<(BodyKey, Span)> {
        let mut hops = Vec::with_capacity(self.depth.min(Taint::MAX_STEPS));
        self.add_to(&mut hops);
        hops
    }

    fn add_to(&self, hops: &mut Vec<(BodyKey, Span)>) {
        if let Some(previous) = &self.previous {
            previous.add_to(hops);
        }
        match &self.inside {
            Some(inside) => inside.add_to(hops),
            None if hops.last() == Some(&(self.body, self.span)) => {}
            None if hops.len() >= Taint::MAX_STEPS => {}
            None => hops.push((self.body, self.span)),
        }
    }
}

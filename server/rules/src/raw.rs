//! A finding of one body, before it is placed in a file.

use std::sync::Arc;

use tripline_flow::{Provenance, Shape};
use tripline_ir::{BodyKey, ExprId, Span, StmtId, Symbol};

use crate::model::{ArgumentsSpec, Binding};
use crate::{Confidence, StepKind};

/// A place in a body.
pub type Place = (BodyKey, Span);

/// A finding of one body. Spans are relative to bodies, so that it stays valid while text around its body changes;
/// [`crate::assemble`] turns it into a [`crate::Finding`].
#[derive(Clone, Debug, PartialEq)]
pub struct RawFinding {
    /// Index into [`crate::Rules::checks`].
    pub check: u32,
    /// Index of the rule in the check.
    pub rule: u32,
    /// `None` for a latent one: data of a parameter that only callers in the file can fill. It is no finding by itself; it
    /// tells how to fix the one that a caller with untrusted data makes of it.
    pub confidence: Option<Confidence>,
    /// The primary expression.
    pub primary: Place,
    /// What `{name}` stands for.
    pub name: Option<Symbol>,
    /// The expression that `{callee}` stands for.
    pub callee: Option<Place>,
    /// The way of the data.
    pub steps: Vec<RawStep>,
    /// Where else data enters.
    pub related: Vec<RawStep>,
    /// The part of the text that is secret.
    pub secret: Option<Place>,
    /// What a fix starts from.
    pub fix: Option<RawFix>,
}

/// A step of a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawStep {
    /// Its role.
    pub kind: StepKind,
    /// Where.
    pub place: Place,
    /// Of a source, what enters.
    pub provenance: Option<Provenance>,
}

/// What a fix starts from.
#[derive(Clone, Debug, PartialEq)]
pub struct RawFix {
    /// For a flow: the kind of harm.
    pub kind: Option<tripline_flow::Kind>,
    /// The body.
    pub body: BodyKey,
    /// The matched expression.
    pub expr: Option<ExprId>,
    /// The primary expression.
    pub primary: Option<ExprId>,
    /// The statement of a branch and its arm.
    pub branch: Option<(StmtId, usize)>,
    /// The resolved callee.
    pub callee: Option<Symbol>,
    /// The shape of a query.
    pub shape: Option<Arc<Shape>>,
    /// How the driver binds values.
    pub binding: Option<Binding>,
    /// How a command is run without a shell.
    pub arguments: Option<ArgumentsSpec>,
    /// The environment variable that a secret belongs in.
    pub variable: Option<String>,
}

impl RawFinding {
    /// The file that the finding is reported in, where that is not the one whose analysis has found it: untrusted data goes
    /// there to a function that does the harm.
    pub fn reported_in(&self) -> Option<Symbol> {
        let source = self.steps.first().and_then(|step| step.provenance);
        // What a caller passes is what the function's own analysis has judged.
        let is_new = source != Some(Provenance::Parameter) && self.confidence.is_some();
        self.primary.0.file.filter(|_| is_new)
    }

    /// The finding as the file at `to` speaks of it, where `from` is the path of the file whose analysis has found it.
    #[must_use]
    pub fn moved(mut self, from: Symbol, to: Symbol) -> RawFinding {
        let place = |place: &mut Place| place.0 = place.0.seen_from_elsewhere(from).seen_from(to);
        place(&mut self.primary);
        self.callee.iter_mut().for_each(place);
        for step in self.steps.iter_mut().chain(&mut self.related) {
            place(&mut step.place);
        }
        self
    }

    /// Takes what another finding of the same check at the same place knows: the higher confidence wins, then the rule that
    /// stands first; the sources of the other become related.
    pub(crate) fn absorb(&mut self, mut other: RawFinding) {
        let rank = |finding: &RawFinding| (finding.confidence, std::cmp::Reverse(finding.rule));
        if rank(&other) > rank(self) {
            std::mem::swap(self, &mut other);
        }
        if self.fix.as_ref().is_none_or(|fix| fix.shape.is_none())
            && other.fix.as_ref().is_some_and(|fix| fix.shape.is_some())
        {
            self.fix = other.fix;
        }
        self.callee = self.callee.or(other.callee);
        if other.confidence.is_none() {
            return;
        }
        let first = self.steps.first().and_then(|source| source.provenance);
        for step in other
            .steps
            .into_iter()
            .filter(|step| step.kind == StepKind::Source)
            .chain(other.related)
        {
            // Who calls the function is known now.
            if step.provenance == Some(Provenance::Parameter) && first > step.provenance {
                continue;
            }
            if !self
                .steps
                .iter()
                .chain(&self.related)
                .any(|known| known.place == step.place)
            {
                self.related.push(step);
            }
        }
    }
}

//! What a condition guarantees on each of its branches.

use std::sync::Arc;

use tripline_ir::{ArgName, BodyKey, Call, CompareOp, ExprId, ExprKind, Symbol};

use super::Interpreter;
use crate::value::{Guarantee, Narrowing};
use crate::{ArgRef, Content, FunctionRef, KindSet, Provenance, Value};

/// Deepest nesting of a condition that is looked into.
const MAX_DEPTH: usize = 12;

impl<'a> Interpreter<'a, '_> {
    /// Lets a condition hold, or not, from here on in the current branch.
    pub(super) fn assume(&mut self, test: ExprId, holds: bool) {
        for guarantee in self.implied(test, holds, 0) {
            self.narrow(&guarantee);
        }
    }

    /// What the truth of an expression guarantees, to be kept with its value.
    pub(super) fn guarantees(&mut self, test: ExprId) -> Option<Arc<[Guarantee]>> {
        let implied = self.implied(test, true, 0);
        (!implied.is_empty()).then(|| implied.into())
    }

    /// What a condition's truth says of the parameters of the function: index and kinds.
    pub(super) fn parameter_guards(&mut self, test: ExprId) -> Vec<(u32, KindSet)> {
        let mut guards = Vec::new();
        for guarantee in self.implied(test, true, 0) {
            let kinds = match guarantee.narrowing {
                Narrowing::Content(_) => KindSet::ALL,
                Narrowing::Cleared(kinds) => kinds,
            };
            let index = self.body.params.iter().position(|param| {
                matches!(self.body.expr(param.pattern).kind, ExprKind::Name(name) if name == guarantee.place)
            });
            if let Some(index) = index {
                guards.push((index as u32, kinds));
            }
        }
        guards
    }

    pub(super) fn narrow(&mut self, guarantee: &Guarantee) {
        let simple = !guarantee.place.contains('.');
        let mut value = if simple {
            self.lookup(guarantee.place)
        } else {
            self.environment
                .place(guarantee.place)
                .cloned()
                .unwrap_or_default()
        };
        match &guarantee.narrowing {
            Narrowing::Content(content) => {
                value = Value {
                    ty: value.ty,
                    content: content.clone(),
                    ..Value::default()
                };
            }
            Narrowing::Cleared(kinds) => {
                if value.taint.is_empty() && !value.content.is_fixed() {
                    let span = self
                        .body
                        .exprs
                        .first()
                        .map(|expr| expr.span)
                        .unwrap_or_default();
                    value.taint =
                        crate::Taint::enters(Provenance::Unknown, None, self.body.key, span);
                }
                value.taint = value.taint.cleared(*kinds);
            }
        }
        if simple {
            self.environment.set(guarantee.place, value);
        } else {
            self.environment.set_place(guarantee.place, value);
        }
    }

    pub(super) fn implied(&mut self, test: ExprId, holds: bool, depth: usize) -> Vec<Guarantee> {
        if depth >= MAX_DEPTH || self.visits_left == 0 {
            return Vec::new();
        }
        let body = self.body;
        match &body.expr(test).kind {
            ExprKind::Not(inner) => self.implied(*inner, !holds, depth + 1),
            ExprKind::And(left, right) if holds => self.both(*left, *right, holds, depth),
            ExprKind::Or(left, right) if !holds => self.both(*left, *right, holds, depth),
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                let one = self.implied(*left, holds, depth + 1);
                let two = self.implied(*right, holds, depth + 1);
                common(one, &two)
            }
            ExprKind::Compare { op, left, right } => self.compared(*op, *left, *right, holds),
            ExprKind::Call(call) if holds => self.checked(call, depth),
            ExprKind::Index { base, index } if holds => self.looked_up(*base, *index),
            ExprKind::Name(name) if holds => {
                let value = self.lookup(*name);
                value
                    .guarantees
                    .map(|known| known.to_vec())
                    .unwrap_or_default()
            }
            ExprKind::Assign { target, value } if self.is_rust() => {
                self.tried(*target, *value, holds, depth + 1)
            }
            ExprKind::Cast { value, to: None } if self.is_rust() => {
                self.implied(*value, holds, depth + 1)
            }
            ExprKind::Assign { value, .. } | ExprKind::Await(value) => {
                self.implied(*value, holds, depth + 1)
            }
            _ => Vec::new(),
        }
    }

    fn both(&mut self, left: ExprId, right: ExprId, holds: bool, depth: usize) -> Vec<Guarantee> {
        let mut all = self.implied(left, holds, depth + 1);
        all.extend(self.implied(right, holds, depth + 1));
        all
    }

    fn compared(
        &mut self,
        op: CompareOp,
        left: ExprId,
        right: ExprId,
        holds: bool,
    ) -> Vec<Guarantee> {
        let equal = match op {
            CompareOp::Eq | CompareOp::Is => holds,
            CompareOp::NotEq | CompareOp::IsNot => !holds,
            CompareOp::In | CompareOp::NotIn => {
                return if holds == (op == CompareOp::In) {
                    self.member_of(left, right)
                } else {
                    Vec::new()
                };
            }
            CompareOp::Other => return Vec::new(),
        };
        if !equal {
            return Vec::new();
        }
        for (place, other) in [(left, right), (right, left)] {
            if let Some(path) = self.place(place) {
                let value = self.eval(other);
                if value.content.is_fixed() && value.taint.is_empty() {
                    return vec![Guarantee {
                        place: path,
                        narrowing: Narrowing::Content(value.content),
                    }];
                }
            }
        }
        Vec::new()
    }

    /// `place in collection`: the place holds one of the collection's values, which are the program's own unless the
    /// collection itself is tainted.
    fn member_of(&mut self, place: ExprId, collection: ExprId) -> Vec<Guarantee> {
        let Some(path) = self.place(place) else {
            return Vec::new();
        };
        let collection = self.eval(collection);
        if !is_trusted(&collection) {
            return Vec::new();
        }
        vec![Guarantee {
            place: path,
            narrowing: Narrowing::Content(Content::Literal),
        }]
    }

    /// `allowed[place]` taken for a truth value.
    fn looked_up(&mut self, base: ExprId, index: ExprId) -> Vec<Guarantee> {
        let table = self.eval(base);
        if table.fields.is_none() || !is_trusted(&table) {
            return Vec::new();
        }
        let Some(path) = self.place(index) else {
            return Vec::new();
        };
        vec![Guarantee {
            place: path,
            narrowing: Narrowing::Content(Content::Literal),
        }]
    }

    /// What an assigned value says when it, or what was assigned with it, holds: `value, ok := table[key]` of the key,
    /// `match = pattern.fullmatch(name)` of the name.
    pub(super) fn assigned_guarantees(&mut self, value: ExprId) -> Option<Arc<[Guarantee]>> {
        let found = match &self.body.expr(value).kind {
            ExprKind::Index { base, index } => self.looked_up(*base, *index),
            ExprKind::Call(call) => self.checked(call, 0),
            _ => return None,
        };
        (!found.is_empty()).then(|| found.into())
    }

    fn checked(&mut self, call: &'a Call, depth: usize) -> Vec<Guarantee> {
        if let Some(found) = self.checked_by_program(call) {
            return found;
        }
        let (receiver, name) = match &self.body.expr(call.callee).kind {
            ExprKind::Attribute { base, name, .. } => (Some(*base), Some(*name)),
            ExprKind::Name(name) => (None, Some(*name)),
            _ => (None, None),
        };
        if name.is_some_and(|name| name.as_str() == "isinstance")
            && let [subject, ty, ..] = &*call.args
        {
            let scalar = self
                .annotated_type(ty.value)
                .is_some_and(|ty| self.context.knowledge.is_scalar(ty));
            return match self.place(subject.value) {
                Some(place) if scalar => {
                    vec![Guarantee {
                        place,
                        narrowing: Narrowing::Content(Content::Scalar),
                    }]
                }
                _ => Vec::new(),
            };
        }
        let qualified = self.qualified(call.callee);
        let knowledge = self.context.knowledge;
        let model = qualified
            .and_then(|name| knowledge.callable(name))
            .filter(|model| model.guard.is_some())
            .or_else(|| {
                let (_, model) = receiver
                    .and(name)
                    .and_then(|name| knowledge.method(None, name))?;
                Some(model)
            });
        let Some(guard) = model.and_then(|model| model.guard.clone()) else {
            return Vec::new();
        };
        if guard.by_element {
            return self.true_for_element(receiver, call, depth + 1);
        }
        let subject = match &guard.argument {
            ArgRef::Receiver => receiver,
            argument => call
                .args
                .iter()
                .enumerate()
                .find(|(position, arg)| matches_argument(argument, *position, arg.name))
                .map(|(_, arg)| arg.value),
        };
        let Some(place) = subject.and_then(|subject| self.place(subject)) else {
            return Vec::new();
        };
        if guard.argument != ArgRef::Receiver
            && let Some(receiver) = receiver
        {
            let receiver = self.eval(receiver);
            if !is_trusted(&receiver) {
                return Vec::new();
            }
        }
        let narrowing = if guard.kinds == KindSet::ALL {
            Narrowing::Content(Content::Literal)
        } else {
            Narrowing::Cleared(guard.kinds)
        };
        vec![Guarantee { place, narrowing }]
    }

    /// What the summary of a function of the program says of its truth.
    fn checked_by_program(&mut self, call: &Call) -> Option<Vec<Guarantee>> {
        let function = self.eval(call.callee).function?;
        let FunctionRef::Body(key) = function else {
            return None;
        };
        let summary = (self.context.summary)(key)?;
        if summary.guards.is_empty() {
            return None;
        }
        Some(self.guaranteed(key, call, &summary.guards))
    }

    /// What a call of a function of the program says of its arguments, where that says this of its parameters.
    pub(super) fn guaranteed(
        &mut self,
        key: BodyKey,
        call: &Call,
        guards: &[(u32, KindSet)],
    ) -> Vec<Guarantee> {
        let mut found = Vec::new();
        let Some(declaration) = self.declaration(key).filter(|_| !guards.is_empty()) else {
            return found;
        };
        let params = &declaration.params;
        let skip = self.skipped_params(key, call.callee);
        for (index, kinds) in guards {
            let name: Option<Symbol> = params.get(*index as usize).copied().flatten();
            let arg = call
                .args
                .iter()
                .enumerate()
                .find(|(position, arg)| match arg.name {
                    ArgName::Positional => *position as u32 + skip == *index,
                    ArgName::Keyword(keyword) => Some(keyword) == name,
                    ArgName::Spread | ArgName::KeywordSpread => false,
                });
            if let Some(place) = arg.and_then(|(_, arg)| self.place(arg.value)) {
                let narrowing = if *kinds == KindSet::ALL {
                    Narrowing::Content(Content::Literal)
                } else {
                    Narrowing::Cleared(*kinds)
                };
                found.push(Guarantee { place, narrowing });
            }
        }
        found
    }
}

/// Whether a collection holds only what the program put there.
fn is_trusted(collection: &Value) -> bool {
    collection.content.is_fixed()
        || !collection
            .taint
            .0
            .iter()
            .any(|label| matches!(label.provenance, Provenance::Remote | Provenance::Parameter))
}

pub(super) fn matches_argument(argument: &ArgRef, position: usize, name: ArgName) -> bool {
    match (argument, name) {
        (ArgRef::Any, _) => true,
        (
            ArgRef::At {
                position: Some(wanted),
                ..
            },
            ArgName::Positional,
        ) => *wanted as usize == position,
        (
            ArgRef::At {
                keyword: Some(wanted),
                ..
            },
            ArgName::Keyword(keyword),
        ) => *wanted == keyword,
        (ArgRef::From(first), ArgName::Positional | ArgName::Spread) => *first as usize <= position,
        _ => false,
    }
}

/// Guarantees about the places that both sides speak of: either may be the one that holds.
fn common(one: Vec<Guarantee>, two: &[Guarantee]) -> Vec<Guarantee> {
    let mut found = Vec::new();
    for guarantee in one {
        let Some(also) = two.iter().find(|also| also.place == guarantee.place) else {
            continue;
        };
        let narrowing = match (&guarantee.narrowing, &also.narrowing) {
            (Narrowing::Content(one), Narrowing::Content(two)) => Narrowing::Content(one.join(two)),
            (Narrowing::Cleared(one), Narrowing::Cleared(two)) => {
                Narrowing::Cleared(one.intersection(*two))
            }
            (Narrowing::Cleared(kinds), Narrowing::Content(_))
            | (Narrowing::Content(_), Narrowing::Cleared(kinds)) => Narrowing::Cleared(*kinds),
        };
        found.push(Guarantee {
            place: guarantee.place,
            narrowing,
        });
    }
    found
}

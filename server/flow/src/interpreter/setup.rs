//! What functions set up for others: names of the module, and what handlers leave in the objects of a framework for those
//! that run after them.

use std::sync::Arc;

use tripline_ir::{BodyKind, Declaration, ExprId, ExprKind, Param, Span, StmtKind, Symbol};
use tripline_syntax::Language;

use super::Interpreter;
use crate::{Content, Fields, Label, Provenance, Summary, Value};

impl Interpreter<'_, '_> {
    /// Keeps what a handler of these parameters has left in the objects of a framework, where it hands on to the next one.
    pub(super) fn note_carried(&mut self, params: &[Param], within: Span) {
        let names: Vec<Symbol> = params
            .iter()
            .filter_map(|param| self.param_name(param))
            .collect();
        if names.len() < 2 || !self.calls_last(&names, within) {
            return;
        }
        for name in names {
            let Some(value) = self.environment.get(name) else {
                continue;
            };
            let (Some(ty), Some(fields)) = (value.ty, &value.fields) else {
                continue;
            };
            let model = self.context.knowledge.type_model(ty);
            if model.is_some_and(|model| model.carries) {
                let fields = left_behind(fields);
                self.carried.carry(ty, &fields);
            }
        }
    }

    /// Whether the last of some parameters is called: `next()`.
    fn calls_last(&self, names: &[Symbol], within: Span) -> bool {
        let body = self.body;
        let Some(last) = names.last() else {
            return false;
        };
        body.exprs.iter().any(|expr| match &expr.kind {
            ExprKind::Call(call) => {
                (body.params.len() == names.len() || within.contains(expr.span))
                    && matches!(&body.expr(call.callee).kind, ExprKind::Name(name) if name == last)
            }
            _ => false,
        })
    }

    /// What handlers that run before leave in a member of an object.
    pub(super) fn carried_member(&self, object: &Value, name: Symbol) -> Option<Value> {
        let ty = object.ty?;
        let own = self.carried.carried(ty, &name);
        own.or_else(|| self.context.globals.carried(ty, &name))
            .cloned()
    }

    /// The names that the function says to be the module's, with their values at its end.
    pub(super) fn set_names(&self) -> Vec<(Symbol, Value)> {
        let mut names: Vec<(Symbol, Value)> = Vec::new();
        for stmt in &self.body.stmts {
            let StmtKind::Assign {
                targets,
                declaration: Declaration::Outer,
                ..
            } = &stmt.kind
            else {
                continue;
            };
            for target in targets {
                if let ExprKind::Name(name) = self.body.expr(*target).kind
                    && let Some(value) = self.environment.get(name)
                    && !names.iter().any(|(known, _)| *known == name)
                {
                    names.push((name, without(value.clone(), &is_of_caller)));
                }
            }
        }
        names.sort_by_key(|(name, _)| *name);
        names
    }
}

impl Interpreter<'_, '_> {
    /// Keeps which names of the module hold data, or have objects that do: `SESSION["user"] = name`, `TABLES.append(name)`.
    pub(super) fn note_sets(&mut self) {
        if self.body.kind == BodyKind::Module {
            return;
        }
        let changed = self.changed.iter().chain(&self.replaced);
        let globals = self.context.globals;
        let changed = changed.filter(|name| globals.get(**name).is_some());
        let mut changed: Vec<Symbol> = changed.copied().collect();
        changed.sort_unstable();
        changed.dedup();
        for name in changed {
            let (Some(before), Some(after)) = (globals.get(name), self.environment.get(name))
            else {
                continue;
            };
            if let Some(value) = with_data(before, after).filter(|_| !self.is_own(name)) {
                self.add_set(name, value);
            }
        }
    }

    fn add_set(&mut self, name: Symbol, value: Value) {
        match self.sets.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = known.join(&value),
            None => self.sets.push((name, value)),
        }
    }

    /// Keeps which names of the module hold data after a function has been called.
    pub(super) fn note_sets_of(
        &mut self,
        summary: &Summary,
        instantiated: &dyn Fn(&Value) -> Value,
    ) {
        for (name, value) in &summary.sets {
            let value = instantiated(value);
            self.add_set(*name, value);
        }
    }

    /// Whether a name is one of the function's own, although the module has one like it.
    fn is_own(&self, name: Symbol) -> bool {
        let body = self.body;
        let binds = |pattern: ExprId| matches!(body.expr(pattern).kind, ExprKind::Name(known) if known == name);
        let is_python = self.context.language == Language::Python;
        let mut is_outer = false;
        let mut is_assigned = false;
        for stmt in &body.stmts {
            match &stmt.kind {
                StmtKind::Assign {
                    targets,
                    declaration,
                    ..
                } if targets.iter().any(|target| binds(*target)) => {
                    is_outer |= *declaration == Declaration::Outer;
                    is_assigned |= is_python || *declaration != Declaration::None;
                }
                StmtKind::For {
                    target: Some(target),
                    ..
                } => is_assigned |= binds(*target),
                _ => {}
            }
        }
        let mut params = body.params.iter();
        params.any(|param| binds(param.pattern)) || is_assigned && !is_outer
    }
}

/// What is known of a name of the module, with the data that it may hold besides. `None` if there is none.
fn with_data(before: &Value, after: &Value) -> Option<Value> {
    let is_new = |label: &&Label| !before.taint.0.iter().any(|known| known.enters_like(label));
    let labels = after.taint.0.iter().filter(is_new);
    let mut labels = labels.filter(|label| is_data(label)).peekable();
    let known = before.fields.as_deref();
    let members = after.fields.as_deref().filter(|_| !is_same(before, after));
    let named = members.into_iter().flat_map(|members| &members.named);
    let named =
        named.filter(|(name, member)| known.and_then(|known| known.get(name)) != Some(member));
    let mut named = named.filter(|(_, member)| holds_data(member)).peekable();
    let elements = members.map_or(&[][..], |members| &members.positional);
    let mut elements = elements
        .iter()
        .filter(|element| holds_data(element))
        .peekable();
    if labels.peek().is_none() && named.peek().is_none() && elements.peek().is_none() {
        return None;
    }
    let mut value = before.clone();
    if labels.peek().is_some() {
        value.content = Content::Opaque;
        value.taint.0.extend(labels.cloned());
    }
    let mut fields = known.cloned().unwrap_or_default();
    fields.complete = false;
    for (name, member) in named {
        fields.set(name, member.clone());
    }
    for element in elements {
        fields.push(element.clone());
    }
    value.fields = Some(fields.bounded());
    Some(value)
}

fn is_same(one: &Value, two: &Value) -> bool {
    match (&one.fields, &two.fields) {
        (Some(one), Some(two)) => Arc::ptr_eq(one, two),
        _ => false,
    }
}

/// Whether a label stands for what a client has sent, or what the caller has passed.
fn is_data(label: &Label) -> bool {
    let is_passed = label.parameter.is_some();
    !label.weakened && (is_passed || label.provenance == Provenance::Remote)
}

fn holds_data(value: &Value) -> bool {
    let mut members = value.fields.iter().flat_map(|fields| fields.values());
    value.taint.0.iter().any(is_data) || members.any(holds_data)
}

/// What names then hold that callers have passed.
pub(super) fn of_callers(mut sets: Vec<(Symbol, Value)>) -> Vec<(Symbol, Value)> {
    sets.retain(|(_, value)| is_passed(value));
    sets
}

fn is_passed(value: &Value) -> bool {
    let mut members = value.fields.iter().flat_map(|fields| fields.values());
    value.taint.0.iter().any(is_of_caller) || members.any(is_passed)
}

/// What names then hold, whoever calls.
pub(super) fn of_others(sets: &[(Symbol, Value)]) -> impl Iterator<Item = (Symbol, Value)> {
    let is_uncertain = |label: &Label| is_of_caller(label) || label.weakened;
    let held = sets.iter();
    held.map(move |(name, value)| (*name, without(value.clone(), &is_uncertain)))
        .filter(|(_, value)| holds_data(value))
}

/// Members as the handlers after it see them. What code that nothing is known of has made of data, such as the user that a
/// token stands for, is seldom what was sent.
pub(super) fn left_behind(fields: &Fields) -> Fields {
    let is_uncertain = |label: &Label| is_of_caller(label) || label.weakened;
    let mut fields = fields.clone();
    for member in fields.values_mut() {
        *member = without(std::mem::take(member), &is_uncertain);
    }
    fields
}

/// Whether a label stands for what the function was passed.
fn is_of_caller(label: &Label) -> bool {
    label.parameter.is_some() || label.member.is_some()
}

/// A value without some reasons to distrust it and its members.
fn without(mut value: Value, dropped: &dyn Fn(&Label) -> bool) -> Value {
    if value.taint.0.iter().any(dropped) {
        value.taint.0.retain(|label| !dropped(label));
        value.shape = None;
    }
    value.fields = value.fields.map(|fields| {
        let mut fields = Fields::clone(&fields);
        for member in fields.values_mut() {
            *member = without(std::mem::take(member), dropped);
        }
        fields.bounded()
    });
    value
}

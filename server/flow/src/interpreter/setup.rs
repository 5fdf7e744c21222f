//! What functions set up for others: names of the module, and what handlers leave in the objects of a framework for those
//! that run after them.

use tripline_ir::{Declaration, ExprKind, Param, Span, StmtKind, Symbol};

use super::Interpreter;
use crate::{Fields, Label, Value};

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

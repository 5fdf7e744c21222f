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
                let fields = of_anybody(fields);
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
                    names.push((name, without_caller(value.clone())));
                }
            }
        }
        names.sort_by_key(|(name, _)| *name);
        names
    }
}

/// Members as code sees them that knows nothing of the caller of the function that has set them.
fn of_anybody(fields: &Fields) -> Fields {
    let mut fields = fields.clone();
    let named = fields.named.iter_mut().map(|(_, member)| member);
    for member in named.chain(&mut fields.positional) {
        *member = without_caller(std::mem::take(member));
    }
    fields
}

fn without_caller(mut value: Value) -> Value {
    let is_callers = |label: &Label| label.parameter.is_some() || label.member.is_some();
    if value.taint.0.iter().any(is_callers) {
        value.taint.0.retain(|label| !is_callers(label));
        value.shape = None;
    }
    value.fields = value.fields.map(|fields| of_anybody(&fields).bounded());
    value
}

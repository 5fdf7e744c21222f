//! Go: functional options, `func WithLimit(n int) Option { return func(c *config) { c.limit = n } }`.
//!
//! A function that makes an option returns what the option sets, as members of the value. A function that runs the options
//! among its parameters has, in each member of what they are run on, what they may have set there.

use std::sync::Arc;

use tripline_ir::{ExprId, ExprKind, Symbol};
use tripline_syntax::Language;

use super::call::whole_parameter;
use super::{Interpreter, Watched};
use crate::observer::Argument;
use crate::{Content, Fields, FunctionRef, Provenance, Value};

impl Interpreter<'_, '_> {
    /// A function that a function returns, with the members that it sets on what it is run on.
    pub(super) fn option(&mut self, value: Value) -> Value {
        let Some((closure, parameter)) = self.closure_of_one(&value) else {
            return value;
        };
        let outer = self.watched.replace(Watched {
            closure,
            parameter,
            before: Fields::default(),
            after: Fields::default(),
        });
        self.run_closure_with_facts(closure, &[], &[]);
        let Some(watched) = std::mem::replace(&mut self.watched, outer) else {
            return value;
        };
        let is_set = |(name, member): &&(Arc<str>, Value)| watched.before.get(name) != Some(member);
        let set: Vec<_> = watched.after.named.iter().filter(is_set).cloned().collect();
        if set.is_empty() {
            return value;
        }
        Value {
            fields: Some(Fields::new(set, Vec::new(), false).bounded()),
            ..value
        }
    }

    /// A closure of Go in this body that takes one parameter, and the name of that.
    pub(super) fn closure_of_one(&self, value: &Value) -> Option<(ExprId, Symbol)> {
        let FunctionRef::Closure(key, expr) = value.function? else {
            return None;
        };
        if self.context.language != Language::Go || key != self.body.key {
            return None;
        }
        let ExprKind::Closure(closure) = &self.body.expr(expr).kind else {
            return None;
        };
        let [parameter] = &*closure.params else {
            return None;
        };
        Some((expr, self.param_name(parameter)?))
    }

    /// Keeps what a closure that is watched was given, before it runs.
    pub(super) fn watch_before(&mut self, closure: ExprId) {
        let watched = self.watched.as_mut();
        if let Some(watched) = watched.filter(|watched| watched.closure == closure) {
            let value = self.environment.get(watched.parameter);
            let fields = value.and_then(|value| value.fields.as_deref().cloned());
            watched.before = fields.unwrap_or_default();
        }
    }

    /// Keeps what it has made of that.
    pub(super) fn watch_after(&mut self, closure: ExprId) {
        let watched = self.watched.as_mut();
        if let Some(watched) = watched.filter(|watched| watched.closure == closure) {
            let value = self.environment.get(watched.parameter);
            let fields = value.and_then(|value| value.fields.as_deref().cloned());
            watched.after = fields.unwrap_or_default();
        }
    }

    /// Runs a function of a parameter on an object: each of its members may be what that sets.
    pub(super) fn apply_option(&mut self, callee: &Value, args: &[Argument]) {
        let [arg] = args else {
            return;
        };
        let (Some(_), Some(object)) = (whole_parameter(callee), self.object(arg.expr)) else {
            return;
        };
        if self.context.language != Language::Go {
            return;
        }
        let before = self.eval(object);
        let declared = before.ty.and_then(|ty| self.members(ty));
        let Some(declared) = declared.or_else(|| before.fields.clone()) else {
            return;
        };
        let mut fields = Fields::clone(&declared);
        for (name, member) in before.fields.iter().flat_map(|fields| &fields.named) {
            fields.set(name, member.clone());
        }
        for (name, member) in &mut fields.named {
            if self.has_scalar_type(member) || member.function.is_some() {
                continue;
            }
            let mut set = callee.taint.clone();
            for label in &mut set.0 {
                label.member = Some(Symbol::new(name));
                // Only the makers of options say what it is.
                label.provenance = Provenance::Unknown;
            }
            member.taint = member.taint.union(&set);
            member.content = Content::Opaque;
            member.shape = None;
        }
        let changed = Value {
            fields: Some(fields.bounded()),
            ..before
        };
        self.bind(object, changed, self.body.expr(object).span);
    }
}

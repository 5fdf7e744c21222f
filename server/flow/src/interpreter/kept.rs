//! What calls keep under keys for whoever asks for it later, in another function as well: `ctx.Value(key)` after
//! `context.WithValue(ctx, key, value)`.

use std::sync::Arc;

use tripline_ir::{Call, ExprId, ExprKind, Symbol};

use super::Interpreter;
use super::call::referred;
use super::condition::matches_argument;
use super::setup::left_behind;
use crate::observer::Argument;
use crate::{ArgRef, CallableModel, Fields, Kept, Provenance, Value};

impl Interpreter<'_, '_> {
    /// The result of a call, with what it keeps and what others have kept for it.
    pub(super) fn kept(
        &mut self,
        result: Value,
        model: &CallableModel,
        call: &Call,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Value {
        let result = match &model.keeps {
            Some(keeps) => self.keep(result, keeps, call, receiver, args),
            None => result,
        };
        let Some((of, key)) = &model.hands_out else {
            return result;
        };
        match self.key_of(key, call, receiver, args) {
            Some(key) => self.kept_under(*of, key, receiver),
            None => result,
        }
    }

    fn keep(
        &mut self,
        mut result: Value,
        keeps: &Kept,
        call: &Call,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Value {
        let Some(value) = referred(&keeps.value, receiver, args).first().copied() else {
            return result;
        };
        let Some(key) = &keeps.key else {
            if let Some(fields) = &value.fields {
                let fields = left_behind(fields);
                self.carried.carry(keeps.of, &fields);
            }
            return result;
        };
        if let Some(key) = self.key_of(key, call, receiver, args) {
            let mut kept = Fields::default();
            kept.set(&key, value.clone());
            let kept = left_behind(&kept);
            self.carried.carry(keeps.of, &kept);
            if result.ty == Some(keeps.of) {
                let mut fields = result.fields.take().unwrap_or_default();
                let members = Arc::make_mut(&mut fields);
                members.set(&key, value.clone());
                members.bound();
                result.fields = Some(fields);
            }
        }
        result
    }

    /// What is kept under a key of an object.
    fn kept_under(&self, of: Symbol, key: Symbol, receiver: Option<&Value>) -> Value {
        let fields = receiver.and_then(|receiver| receiver.fields.as_ref());
        if let Some(known) = fields.and_then(|fields| fields.get(&key)) {
            return known.clone();
        }
        let carried = [&self.carried, self.context.globals];
        let carried = carried.iter().filter_map(|known| known.carried(of, &key));
        let carried = carried.cloned().reduce(|one, two| one.join(&two));
        let mut value = carried.unwrap_or_default();
        if let Some(receiver) = receiver {
            let of_receiver = receiver.taint.clone().of_member(key).weakened();
            value.taint = value.taint.union(&of_receiver);
        }
        value
    }

    /// A key by its text, its type, or the name of what it is.
    fn key_of(
        &mut self,
        key: &ArgRef,
        call: &Call,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Option<Symbol> {
        let (expr, value) = if *key == ArgRef::Receiver {
            let ExprKind::Attribute { base, .. } = self.body.expr(call.callee).kind else {
                return None;
            };
            (base, receiver?)
        } else {
            let mut given = args.iter().enumerate();
            let (_, given) =
                given.find(|(position, arg)| matches_argument(key, *position, arg.name))?;
            (given.expr, &given.value)
        };
        if let Some(text) = value.content.string() {
            return Some(Symbol::new(text));
        }
        let mut labels = value.taint.0.iter();
        if labels.any(|label| label.provenance == Provenance::Parameter) {
            return None;
        }
        self.name_of_key(expr)
    }

    fn name_of_key(&mut self, expr: ExprId) -> Option<Symbol> {
        let body = self.body;
        match &body.expr(expr).kind {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some(*name),
            ExprKind::Reference(inner) | ExprKind::Cast { value: inner, .. } => {
                self.name_of_key(*inner)
            }
            ExprKind::Collection(collection) => self.name_of_key(collection.ty?),
            // A text of a type: `key("tenant")`.
            ExprKind::Call(call) => {
                let [text] = &*call.args else { return None };
                let text = self.eval(text.value);
                text.content.string().map(Symbol::new)
            }
            _ => None,
        }
    }
}

//! What calls put into their arguments and receivers.

use tripline_ir::{Call, ExprId, ExprKind, Symbol};

use super::modelled::referred;
use crate::interpreter::Interpreter;
use crate::interpreter::condition::matches_argument;
use crate::observer::Argument;
use crate::{ArgRef, CallableModel, Content, Fields, Taint, Value};

impl Interpreter<'_, '_> {
    /// Writes what a call puts into its arguments.
    pub(super) fn run_transfers(
        &mut self,
        expr: ExprId,
        call: &Call,
        model: &CallableModel,
        receiver: Option<&Value>,
        args: &[Argument],
    ) {
        for transfer in &model.appends {
            let Some(into) = self.transfer_target(call, &transfer.into, args) else {
                continue;
            };
            let before = self.eval(into);
            let mut operands = Vec::new();
            for from in &transfer.from {
                operands.extend(self.operands(call, from, receiver, args));
            }
            let operands = operands.into_iter().flat_map(texts).collect();
            let value = self.extended(&before, expr, operands);
            self.note_changed(into);
            self.bind(into, value, self.body.expr(expr).span);
        }
        for transfer in &model.collects {
            let Some(into) = self.transfer_target(call, &transfer.into, args) else {
                continue;
            };
            let before = self.eval(into);
            if before.fields.is_none() {
                // Of a text that it is called on it makes a longer one.
                if before.shape.is_some() || before.content.string().is_some() {
                    let mut operands = Vec::new();
                    for from in &transfer.from {
                        operands.extend(self.operands(call, from, receiver, args));
                    }
                    let value = self.extended(&before, expr, operands);
                    self.note_changed(into);
                    self.bind(into, value, self.body.expr(expr).span);
                }
                continue;
            }
            let mut after = before;
            let key = transfer.key.as_ref();
            let key = key.and_then(|key| referred(key, receiver, args).first().copied());
            for from in &transfer.from {
                for value in referred(from, receiver, args) {
                    after = match key {
                        Some(key) => with_entry(after, key, value),
                        None => with_element(after, value),
                    };
                }
            }
            self.note_changed(into);
            self.bind(into, after, self.body.expr(expr).span);
            for from in &transfer.from {
                for value in referred(from, receiver, args) {
                    self.pass_through_channel(into, value);
                }
            }
        }
        for transfer in &model.fills {
            let Some(into) = self.transfer_target(call, &transfer.into, args) else {
                continue;
            };
            let span = self.body.expr(expr).span;
            let mut taint = match model.source {
                Some(source) => Taint::enters(source, None, self.body.key, span),
                None => Taint::default(),
            };
            for from in &transfer.from {
                for value in referred(from, receiver, args) {
                    taint = taint.union(&value.taint);
                }
            }
            if taint.is_empty() {
                continue;
            }
            let before = self.eval(into);
            let filled = self.filled(&before, &taint);
            self.bind(into, filled, span);
        }
    }

    /// The result, and the receiver, as an object of the type that an argument makes it.
    pub(super) fn become_other(
        &mut self,
        mut result: Value,
        model: &CallableModel,
        call: &Call,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Value {
        let holds = |(argument, texts, _): &&(ArgRef, Vec<Box<str>>, Symbol)| {
            let given = referred(argument, None, args);
            given.iter().any(|given| given.content.may_be(texts))
        };
        let Some((_, _, ty)) = model.becomes.iter().find(holds) else {
            return result;
        };
        result.ty = Some(*ty);
        if let Some(receiver) = receiver
            && let Some(place) = self.transfer_target(call, &ArgRef::Receiver, args)
        {
            let changed = Value {
                ty: Some(*ty),
                ..receiver.clone()
            };
            self.bind(place, changed, self.body.expr(place).span);
        }
        result
    }

    pub(super) fn note_changed(&mut self, object: ExprId) {
        if let ExprKind::Name(name) = self.body.expr(object).kind {
            self.changed.insert(name);
        }
    }

    /// What a decoder makes of a variable: its members are the data's, except those whose type has harmless text.
    fn filled(&self, before: &Value, taint: &Taint) -> Value {
        if self.has_scalar_type(before) {
            return before.clone();
        }
        let declared = || before.ty.and_then(|ty| self.members(ty));
        let fields = before.fields.clone().or_else(declared).map(|fields| {
            let mut fields = Fields::clone(&fields);
            fields.complete = false;
            for member in fields.values_mut() {
                if !self.has_scalar_type(member) {
                    member.taint = taint.clone();
                    member.content = Content::Opaque;
                }
            }
            fields.bounded()
        });
        Value {
            ty: before.ty,
            taint: taint.clone(),
            fields,
            ..Value::default()
        }
    }

    /// The place that a call writes to, where it is a name, a member or an element.
    fn transfer_target(&self, call: &Call, into: &ArgRef, args: &[Argument]) -> Option<ExprId> {
        let target = match (into, &self.body.expr(call.callee).kind) {
            (ArgRef::Receiver, ExprKind::Attribute { base, .. }) => *base,
            (ArgRef::Receiver, _) => return None,
            _ => {
                args.iter()
                    .enumerate()
                    .find(|(position, arg)| matches_argument(into, *position, arg.name))?
                    .1
                    .expr
            }
        };
        self.object(target)
    }

    /// The name, member or element that an expression passes on as it is.
    pub(in crate::interpreter) fn object(&self, mut target: ExprId) -> Option<ExprId> {
        while let ExprKind::Reference(inner) | ExprKind::Cast { value: inner, .. } =
            &self.body.expr(target).kind
        {
            target = *inner;
        }
        matches!(
            self.body.expr(target).kind,
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Index { .. }
        )
        .then_some(target)
    }
}

/// The texts of an operand: of a collection of texts that are built of pieces, these.
fn texts((expr, value): (ExprId, Value)) -> Vec<(ExprId, Value)> {
    let elements = value.fields.as_ref().map(|fields| &fields.positional);
    match elements.filter(|elements| elements.iter().any(|element| element.shape.is_some())) {
        Some(elements) => elements
            .iter()
            .map(|element| (expr, element.clone()))
            .collect(),
        None => vec![(expr, value)],
    }
}

/// A collection with one element more.
pub(in crate::interpreter) fn with_element(mut collection: Value, element: &Value) -> Value {
    let content = element.content.as_element();
    let mut fields = collection.fields.as_deref().cloned().unwrap_or_default();
    let is_first = fields.positional.is_empty() && fields.named.is_empty();
    fields.push(element.clone());
    collection.content = if is_first {
        content
    } else {
        collection.content.join(&content)
    };
    collection.taint = collection.taint.union(&element.taint);
    collection.fields = Some(fields.bounded());
    collection
}

/// A table with one entry more.
pub(super) fn with_entry(mut table: Value, key: &Value, value: &Value) -> Value {
    let mut fields = table.fields.as_deref().cloned().unwrap_or_default();
    match key.content.constant().and_then(crate::Constant::text) {
        Some(name) => fields.set(name, value.clone()),
        None => fields.complete = false,
    }
    table.content = Content::Opaque;
    table.taint = table.taint.union(&value.taint);
    table.fields = Some(fields.bounded());
    table
}

//! The shape of texts that modelled calls put together.

use std::sync::Arc;

use tripline_ir::{Call, ExprId, ExprKind};

use crate::interpreter::Interpreter;
use crate::interpreter::condition::matches_argument;
use crate::interpreter::format::formatted;
use crate::interpreter::format::replaced;
use crate::observer::Argument;
use crate::{ArgRef, Flow, Shape, Value};

impl Interpreter<'_, '_> {
    /// The expressions that a reference to arguments means, with their values.
    pub(super) fn operands(
        &self,
        call: &Call,
        argument: &ArgRef,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Vec<(ExprId, Value)> {
        if *argument == ArgRef::Receiver {
            let base = match &self.body.expr(call.callee).kind {
                ExprKind::Attribute { base, .. } => Some(*base),
                _ => None,
            };
            return base.zip(receiver.cloned()).into_iter().collect();
        }
        args.iter()
            .enumerate()
            .filter(|(position, arg)| matches_argument(argument, *position, arg.name))
            .map(|(_, arg)| (arg.expr, arg.value.clone()))
            .collect()
    }

    /// The shape of text that a call puts together from a constant and other values: a format that is a name, a template
    /// whose placeholder is replaced, the elements of a list that are joined.
    pub(super) fn pieced(
        &self,
        expr: ExprId,
        call: &Call,
        flow: &Flow,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Option<Arc<Shape>> {
        let operands: Vec<(ExprId, Value)> = match flow {
            Flow::Arguments(wanted) => wanted
                .iter()
                .flat_map(|argument| self.operands(call, argument, receiver, args))
                .collect(),
            Flow::Format(template) => {
                let (at, template) = self.operands(call, template, receiver, args).pop()?;
                if let Some(text) = template.content.string() {
                    formatted(text, at, args)
                } else {
                    let inserted = args.iter().map(|arg| (arg.expr, arg.value.clone()));
                    [(at, template)].into_iter().chain(inserted).collect()
                }
            }
            Flow::Replace { text, from, to } => {
                let (at, text) = self.operands(call, text, receiver, args).pop()?;
                let from = self.operands(call, from, receiver, args).pop()?.1;
                let to = self.operands(call, to, receiver, args).pop()?;
                match (text.content.string(), from.content.string()) {
                    (Some(text), Some(from)) => replaced(text, at, from, &to),
                    _ => vec![(at, text), to],
                }
            }
            Flow::Join { separator, items } => {
                let separator = self.operands(call, separator, receiver, args).pop();
                let (at, items) = self.operands(call, items, receiver, args).pop()?;
                let fields = items
                    .fields
                    .filter(|fields| !fields.positional.is_empty())?;
                let mut joined = Vec::new();
                for (index, element) in fields.positional.iter().enumerate() {
                    joined.extend(separator.clone().filter(|_| index > 0));
                    joined.push((at, element.clone()));
                }
                joined
            }
            _ => return None,
        };
        let is_text = |value: &Value| value.content.string().is_some() || value.shape.is_some();
        let is_element_built = |(_, value): &(ExprId, Value)| {
            value.shape.as_ref().is_some_and(|shape| shape.has_hole())
        };
        let is_built = (operands.len() > 1
            || matches!(flow, Flow::Join { .. }) && operands.iter().any(is_element_built))
            && operands.iter().any(|(_, value)| is_text(value))
            && operands.iter().any(|(_, value)| !value.content.is_fixed());
        if !is_built {
            return None;
        }
        self.extended(&Value::default(), expr, operands).shape
    }
}

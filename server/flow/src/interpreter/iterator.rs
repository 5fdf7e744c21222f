//! Go: functions that are iterated over, `func(yield func(K, V) bool)`.

use tripline_ir::{Call, ExprId, ExprKind};
use tripline_syntax::Language;

use super::Interpreter;
use super::written::collection_of;
use crate::observer::Argument;
use crate::{FunctionRef, Value};

impl Interpreter<'_, '_> {
    /// A function of this body that hands values to its only parameter, as a collection of these; any other value as it is.
    pub(super) fn iterated(&mut self, value: Value) -> Value {
        let Some((closure, parameter)) = self.closure_of_one(&value) else {
            return value;
        };
        self.handing_to.push((parameter, None));
        self.run_closure_with_facts(closure, &[], &[]);
        match self.handing_to.pop() {
            Some((_, Some(handed_out))) => {
                let elements = collection_of(Value::default(), vec![handed_out]);
                Value {
                    function: value.function,
                    ..elements
                }
            }
            _ => value,
        }
    }

    /// A method that is iterated over, `for x := range list.Each`, as a collection of what it hands to its parameter.
    pub(super) fn iterated_method(&mut self, iter: ExprId, value: Value) -> Value {
        let (Some(FunctionRef::Body(key)), ExprKind::Attribute { base, .. }) =
            (value.function, &self.body.expr(iter).kind)
        else {
            return value;
        };
        if self.context.language != Language::Go {
            return value;
        }
        let object = self.eval(*base);
        let span = self.body.expr(iter).span;
        let handed = self.hands_to_parameters(key, &object, span).into_iter();
        let handed = handed.map(together).collect();
        collection_of(Value::default(), handed)
    }

    /// Notes what a function that is iterated over hands out, if a call is of that.
    pub(super) fn note_handed_out(&mut self, call: &Call, args: &[Argument]) {
        let ExprKind::Name(name) = self.body.expr(call.callee).kind else {
            return;
        };
        let Some((_, handed_out)) = self
            .handing_to
            .last_mut()
            .filter(|(parameter, _)| *parameter == name)
        else {
            return;
        };
        let given = together(args.iter().map(|arg| arg.value.clone()).collect());
        *handed_out = Some(match handed_out.take() {
            Some(known) => known.join(&given),
            None => given,
        });
    }
}

/// What is handed out at once: a value, or a pair.
fn together(mut values: Vec<Value>) -> Value {
    match values.len() {
        1 => values.remove(0),
        _ => collection_of(Value::default(), values),
    }
}

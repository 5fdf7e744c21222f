//! Values that are one of several functions, classes or instances of the program: what a table of them yields.

use std::sync::Arc;

use tripline_ir::{BodyKey, Call, ExprId, Span, Symbol};

use super::caller::Caller;
use super::unknown_result;
use crate::interpreter::Interpreter;
use crate::observer::Argument;
use crate::{Fields, FunctionRef, Value};

/// The type of such a value, which no program can name. Its positional members are what it may be.
const ONE_OF: &str = "[one of]";
/// Most of them that one value may be.
const MAX_CHOICES: usize = 8;

impl<'a> Interpreter<'a, '_> {
    /// One of the values of a table, if these are functions and classes of the program.
    pub(in crate::interpreter) fn chosen_of(&self, table: &Fields) -> Option<Value> {
        let is_callable = |value: &Value| {
            value.function.is_some() || value.origin.is_some_and(|name| self.is_class(name))
        };
        let is_first = table.values().next().is_some_and(is_callable);
        if !is_first || !table.values().all(is_callable) {
            return None;
        }
        one_of(table.values().cloned().collect())
    }

    /// The methods of a name that a call may reach of a value that is one of several instances.
    pub(super) fn methods_of_choice(&self, value: &Value, name: Symbol) -> Arc<[BodyKey]> {
        let Some(choices) = choices(value) else {
            return Arc::default();
        };
        let types = choices.positional.iter().filter_map(|choice| choice.ty);
        let methods = types.filter_map(|ty| match self.method(ty, name)? {
            FunctionRef::Body(key) => Some(key),
            FunctionRef::Closure(..) => None,
        });
        methods.collect()
    }

    /// A call of one of several functions or classes.
    pub(super) fn call_choice(
        &mut self,
        expr: ExprId,
        choices: &Fields,
        call: &'a Call,
        args: &[Argument],
        span: Span,
    ) -> Value {
        let mut branches = Vec::new();
        let mut results: Vec<Value> = Vec::new();
        for choice in &choices.positional {
            self.environment.push();
            results.push(match choice.function {
                Some(FunctionRef::Body(key)) => {
                    self.call_function(expr, key, call, args, span, None).0
                }
                Some(FunctionRef::Closure(key, closure)) => self
                    .call_closure(key, closure, args, span)
                    .unwrap_or_else(|| unknown_result(None, args)),
                None => self.construct(expr, choice.origin, call, args, span),
            });
            branches.push(self.environment.pop());
        }
        self.environment.merge(branches);
        let is_instance = |value: &Value| value.ty.is_some_and(|ty| self.is_class(ty));
        if results.iter().all(is_instance)
            && let Some(value) = one_of(results.clone())
        {
            return value;
        }
        let joined = results.into_iter().reduce(|one, two| one.join(&two));
        joined.unwrap_or_default()
    }

    /// A call of a closure of this body or of the module; `None` for one of which nothing is known.
    pub(super) fn call_closure(
        &mut self,
        key: BodyKey,
        closure: ExprId,
        args: &[Argument],
        span: Span,
    ) -> Option<Value> {
        if key == self.body.key {
            let given: Vec<Value> = args.iter().map(|arg| arg.value.clone()).collect();
            return Some(self.run_closure_with_facts(closure, &[], &given));
        }
        let globals = self.context.globals;
        let returned = globals.returned(closure).filter(|_| key.is_module())?;
        let caller = Caller {
            context: self.context,
            receiver: None,
            argument: &|parameter| args.get(parameter as usize).map(|arg| arg.value.clone()),
            body: self.body.key,
            span,
        };
        Some(caller.instantiated(&returned))
    }
}

/// What a value may be, if it is one of several.
pub(super) fn choices(value: &Value) -> Option<&Arc<Fields>> {
    let is_choice = value.ty.is_some_and(|ty| ty.as_str() == ONE_OF);
    value.fields.as_ref().filter(|_| is_choice)
}

/// One of several values; `None` if there are too many or none differs.
fn one_of(values: Vec<Value>) -> Option<Value> {
    let mut distinct: Vec<Value> = Vec::new();
    for value in values {
        let is_same = |known: &Value| {
            known.function == value.function && known.origin == value.origin && known.ty == value.ty
        };
        if !distinct.iter().any(is_same) {
            distinct.push(value);
        }
    }
    if !(2..=MAX_CHOICES).contains(&distinct.len()) {
        return None;
    }
    Some(Value {
        fields: Some(Fields::new(Vec::new(), distinct, false).bounded()),
        ..Value::of_type(Symbol::new(ONE_OF))
    })
}

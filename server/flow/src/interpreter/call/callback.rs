//! Functions that are handed to others: callbacks of libraries, and parameters that functions of the program call.

use tripline_ir::{ArgName, BodyKey, Call, ExprId, ExprKind, ParamKind, Span, Symbol};

use super::caller::Caller;
use super::function::whole_parameter;
use super::modelled::referred;
use crate::interpreter::condition::matches_argument;
use crate::interpreter::{Decoration, Interpreter};
use crate::observer::Argument;
use crate::summary::ParamCall;
use crate::{Callback, FunctionRef, ParamFact, Provenance, Summary, Value};

/// The member of a function's value that holds its decorators.
pub(in crate::interpreter) const DECORATORS: &str = "$decorators";
/// Most calls of parameters that a summary tells.
const MAX_PARAM_CALLS: usize = 16;

impl<'a> Interpreter<'a, '_> {
    pub(super) fn run_callbacks(
        &mut self,
        callbacks: &[Callback],
        receiver: Option<&Value>,
        args: &[Argument],
    ) {
        for callback in callbacks {
            for (position, arg) in args.iter().enumerate() {
                if !matches_argument(&callback.argument, position, arg.name) {
                    continue;
                }
                for function in self.called_of(callback, &arg.value) {
                    self.run_callback(callback, &function, receiver, args, &[]);
                }
                // Several handlers may stand in a list, each beside the path that it is for.
                let members = arg.value.fields.as_deref();
                let members = members.filter(|_| arg.value.function.is_none());
                for member in members.map_or(&[][..], |members| &members.positional) {
                    let parts = member.fields.as_deref();
                    let parts = parts.filter(|_| member.function.is_none());
                    let parts = parts.map_or(&[][..], |parts| &parts.positional);
                    for handler in parts.iter().chain([member]) {
                        for function in self.called_of(callback, handler) {
                            self.run_callback(callback, &function, receiver, args, parts);
                        }
                    }
                }
            }
        }
    }

    /// The functions that are called of a value: itself, or the methods of a class.
    fn called_of(&self, callback: &Callback, value: &Value) -> Vec<Value> {
        if value.function.is_some() {
            return vec![value.clone()];
        }
        let class = value.origin.filter(|_| !callback.methods.is_empty());
        let Some(class) = class.filter(|class| self.is_class(*class)) else {
            return Vec::new();
        };
        let names = callback.methods.iter();
        let methods = names.filter_map(|name| self.method(class, *name));
        methods
            .map(|function| Value {
                function: Some(function),
                ..Value::default()
            })
            .collect()
    }

    fn run_callback(
        &mut self,
        callback: &Callback,
        called: &Value,
        receiver: Option<&Value>,
        args: &[Argument],
        beside: &[Value],
    ) {
        let Some(function) = called.function else {
            return;
        };
        let bound = before(Some(called), Vec::new());
        let mut facts = vec![ParamFact::default(); bound.len()];
        facts.extend(callback.params.iter().cloned());
        match function {
            FunctionRef::Closure(key, closure) if key == self.body.key => {
                let body = self.body;
                let ExprKind::Closure(definition) = &body.expr(closure).kind else {
                    return;
                };
                if callback
                    .arity
                    .is_some_and(|arity| arity as usize != definition.params.len())
                {
                    return;
                }
                let mut given = bound;
                for fact in &callback.params {
                    let element = fact.argument.as_ref().and_then(|argument| {
                        let collection = referred(argument, receiver, args);
                        collection.first().map(|value| value.element())
                    });
                    given.push(element.unwrap_or_default());
                }
                self.run_closure_with_facts(closure, &facts, &given);
            }
            FunctionRef::Body(key) if !self.callbacks.iter().any(|(known, _)| *known == key) => {
                let names = self.parameters(key);
                if callback
                    .arity
                    .is_some_and(|wanted| names.len() != wanted as usize)
                {
                    return;
                }
                let values = args.iter().map(|arg| &arg.value).chain(beside);
                let texts = values.filter_map(|value| value.content.string());
                let texts: Vec<String> = texts.map(str::to_owned).collect();
                let named = |(index, fact): (usize, ParamFact)| {
                    let texts = texts.clone();
                    Decoration::of_call(fact, texts).fact_of(names.get(index).copied().flatten())
                };
                let facts = facts.into_iter().enumerate().map(named).collect();
                self.callbacks.push((key, facts));
            }
            FunctionRef::Body(_) | FunctionRef::Closure(..) => {}
        }
    }

    /// The names of the parameters of a function of the program, without a receiver.
    pub(super) fn parameters(&self, key: BodyKey) -> Vec<Option<Symbol>> {
        let Some(function) = self.declaration(key) else {
            return Vec::new();
        };
        let has_receiver = function.class.is_some() && !self.context.language.is_ecmascript();
        let names = function.params.iter().skip(usize::from(has_receiver));
        names.copied().collect()
    }

    /// Calls the functions among its arguments as a function does: what each gives back. `expr` is the call of the function.
    pub(super) fn call_parameters(
        &mut self,
        expr: ExprId,
        summary: &Summary,
        argument_of: &dyn Fn(u32) -> Option<Argument>,
    ) -> Vec<(u32, Value)> {
        let mut results: Vec<(u32, Value)> = Vec::new();
        for call in &summary.calls {
            let Some(passed) = argument_of(call.parameter) else {
                continue;
            };
            let caller = Caller {
                context: self.context,
                receiver: None,
                argument: &|parameter| argument_of(parameter).map(|arg| arg.value),
                body: self.body.key,
                span: passed.span,
            };
            let given = call.arguments.iter();
            let given: Vec<Value> = given.map(|value| caller.instantiated(value)).collect();
            let result = match passed.value.function {
                Some(FunctionRef::Closure(key, closure)) if key == self.body.key => {
                    self.run_closure_with_facts(closure, &[], &given)
                }
                Some(FunctionRef::Body(key)) => match self.call_back(expr, key, &passed, &given) {
                    Some(result) => result,
                    None => continue,
                },
                _ => continue,
            };
            match results
                .iter_mut()
                .find(|(known, _)| *known == call.parameter)
            {
                Some((_, known)) => *known = known.join(&result),
                None => results.push((call.parameter, result)),
            }
        }
        results
    }

    /// Calls a function of the program that stands as an argument with these values: what it gives back.
    fn call_back(
        &mut self,
        expr: ExprId,
        key: BodyKey,
        passed: &Argument,
        given: &[Value],
    ) -> Option<Value> {
        let summary = (self.context.summary)(key)?;
        let first = self.skipped_params(key, passed.expr);
        let value_of = |parameter: u32| {
            let position = parameter.checked_sub(first)?;
            given.get(position as usize).cloned()
        };
        let caller = Caller {
            context: self.context,
            receiver: None,
            argument: &value_of,
            body: self.body.key,
            span: passed.span,
        };
        for sink in &summary.sinks {
            if let Some(value) = caller.passed(sink.input) {
                let arg = Argument {
                    value,
                    ..passed.clone()
                };
                self.reached_in(expr, sink, arg, &[]);
            }
        }
        Some(caller.returned(&summary))
    }

    /// A call of a function that is a parameter.
    pub(super) fn called_parameter(&mut self, call: &'a Call, args: &[Argument]) -> Option<Value> {
        let ExprKind::Name(name) = self.body.expr(call.callee).kind else {
            return None;
        };
        let callee = self.lookup(name);
        self.apply_option(&callee, args);
        self.call_of_parameter(&callee, args)
    }

    /// How many arguments come before all that the closure that is being run was passed.
    fn before_spread(&self, args: &[Argument]) -> Option<usize> {
        let closure = self.running.last().copied()?;
        let ExprKind::Closure(closure) = &self.body.expr(closure).kind else {
            return None;
        };
        let first = closure.params.first()?;
        let passes_all = first.kind == ParamKind::Rest;
        let spread = args.iter().position(|arg| arg.name == ArgName::Spread);
        spread.filter(|_| passes_all)
    }

    /// What a function of the program hands to the functions that it is passed, called on an object.
    pub(in crate::interpreter) fn hands_to_parameters(
        &self,
        key: BodyKey,
        object: &Value,
        span: Span,
    ) -> Vec<Vec<Value>> {
        let Some(summary) = (self.context.summary)(key) else {
            return Vec::new();
        };
        let caller = Caller {
            context: self.context,
            receiver: Some(object),
            argument: &|parameter| (parameter == 0).then(|| object.clone()),
            body: self.body.key,
            span,
        };
        let calls = summary.calls.iter();
        let handed = calls.map(|call| {
            call.arguments
                .iter()
                .map(|value| caller.instantiated(value))
        });
        handed.map(Iterator::collect).collect()
    }

    /// The arguments that a decorator of the program passes to what it decorates before those that the callers pass.
    pub(super) fn given_by_decorator(&self, decorator: &Value) -> Vec<Value> {
        let Some(FunctionRef::Body(key)) = decorator.function else {
            return Vec::new();
        };
        let Some(summary) = (self.context.summary)(key) else {
            return Vec::new();
        };
        let mut calls = summary.calls.iter().filter(|call| call.parameter == 0);
        let found = calls.find_map(|call| Some(&call.arguments[..call.before_spread?]));
        let caller = Caller {
            context: self.context,
            receiver: None,
            argument: &|_| None,
            body: self.body.key,
            span: Span::default(),
        };
        let given = found.unwrap_or_default().iter();
        given.map(|value| caller.instantiated(value)).collect()
    }

    /// Keeps that the function calls one of its parameters. What it then has is whatever that gives back.
    fn call_of_parameter(&mut self, callee: &Value, args: &[Argument]) -> Option<Value> {
        let parameter = whole_parameter(callee)?;
        let call = ParamCall {
            parameter,
            arguments: args.iter().map(|arg| arg.value.clone()).collect(),
            before_spread: self.before_spread(args),
        };
        if self.calls.len() < MAX_PARAM_CALLS && !self.calls.contains(&call) {
            self.calls.push(call);
        }
        let mut taint = callee.taint.clone();
        for label in &mut taint.0 {
            label.provenance = Provenance::Unknown;
        }
        Some(Value {
            taint,
            ..Value::default()
        })
    }
}

/// A function that is bound to the arguments from a position on, and to those by keyword, beside those that it already is.
pub(super) fn bound(function: &Value, first: u32, args: &[Argument]) -> Value {
    let mut fields = function.fields.as_deref().cloned().unwrap_or_default();
    for (position, arg) in args.iter().enumerate() {
        match arg.name {
            ArgName::Positional if position >= first as usize => fields.push(arg.value.clone()),
            ArgName::Keyword(name) => fields.set(&name, arg.value.clone()),
            _ => {}
        }
    }
    Value {
        fields: Some(fields.bounded()),
        ..function.clone()
    }
}

/// The values that a function is bound to, before those that it is called back with.
pub(super) fn before(function: Option<&Value>, given: Vec<Value>) -> Vec<Value> {
    let bound = function
        .filter(|value| value.function.is_some())
        .and_then(|value| value.fields.as_deref());
    let bound = bound.map_or(&[][..], |bound| &bound.positional);
    bound.iter().cloned().chain(given).collect()
}

//! Calls: what they go to and what comes out of them. What each kind of callee does is in the modules below.

mod callback;
mod caller;
mod choice;
mod construct;
mod function;
mod modelled;
mod pieced;
mod sink;
mod transfer;

use std::sync::Arc;

use tripline_ir::{Arg, BodyKey, Call, CallForm, ExprId, ExprKind, Symbol};
use tripline_syntax::Language;

use super::Interpreter;
use crate::observer::{Argument, CallEvent};
use crate::value::When;
use crate::{Fields, Flow, FunctionRef, KindSet, Value};
use choice::choices;
use modelled::sanitized;

pub(super) use callback::DECORATORS;
pub(super) use function::whole_parameter;
pub(super) use modelled::{LAST, referred};
pub(super) use transfer::with_element;

/// What a call goes to.
struct Target {
    /// Qualified name, through the receiver's type where that is known.
    qualified: Option<Symbol>,
    function: Option<FunctionRef>,
    /// Where it goes through an interface, the methods that it may reach.
    implementations: Arc<[BodyKey]>,
    /// Where it is one of several functions or classes, these.
    choices: Option<Arc<Fields>>,
    /// The arguments that the function is bound to.
    bound: Option<Arc<Fields>>,
    receiver: Option<Value>,
    receiver_name: Option<Symbol>,
    name: Option<Symbol>,
}

/// The call of an object of a type as a member of the type, which no program can name: `knex("users")`.
const CALLED: &str = "[call]";

impl Target {
    /// Whether nothing is known of what it goes to.
    fn is_unknown(&self) -> bool {
        self.qualified.is_none() && self.function.is_none()
    }

    fn of_value(value: &Value, name: Option<Symbol>) -> Target {
        Target {
            qualified: value.origin,
            function: value.function,
            implementations: Arc::default(),
            choices: choices(value).cloned(),
            bound: value.fields.clone(),
            receiver: None,
            receiver_name: None,
            name,
        }
    }
}

impl<'a> Interpreter<'a, '_> {
    /// What is passed, in the order in which it is written.
    fn arguments(&mut self, args: &[Arg]) -> Vec<Argument> {
        args.iter()
            .map(|arg| Argument {
                name: arg.name,
                expr: arg.value,
                span: arg.span,
                value: self.eval(arg.value),
            })
            .collect()
    }

    pub(super) fn call(&mut self, expr: ExprId, call: &'a Call) -> Value {
        let body = self.body;
        let span = body.expr(expr).span;
        let target = self.target(call);
        let args = self.arguments(&call.args);
        let knowledge = self.context.knowledge;
        let resolved = target
            .qualified
            .and_then(|name| knowledge.callable(name).map(|model| (name, model)));
        // An interface may be there for a library's types as well, whose methods are then guessed by their names.
        let is_own = target.function.is_some() || self.do_harm(&target.implementations);
        let guessed = || {
            if is_own {
                return None;
            }
            knowledge.method(
                target.receiver_name,
                target.name.filter(|_| target.receiver.is_some())?,
            )
        };
        let modelled = resolved.or_else(guessed);
        let callee = modelled.map(|(name, _)| name).or(target.qualified);
        let receiver = target.receiver.as_ref();
        let event = CallEvent {
            body,
            expr,
            call,
            callee,
            written: target.qualified.filter(|written| callee != Some(*written)),
            name: target.name,
            is_own,
            receiver,
            args: &args,
        };
        self.observer.call(&event);
        self.note_handed_out(call, &args);
        if let Some((name, model)) = modelled {
            for sink in &model.sinks {
                self.reach(expr, sink, name, receiver, &args);
            }
            self.run_callbacks(&model.callbacks, receiver, &args);
            self.run_transfers(expr, call, model, receiver, &args);
        }
        let is_super = target.name.is_some_and(|name| name.as_str() == "super")
            && self.context.language == Language::Python
            && args.is_empty();
        let is_shown = target.function.is_none() && args.is_empty() && shows(target.name);
        let displayed = receiver.filter(|_| is_shown).and_then(|receiver| {
            let displayed = self.displayed(receiver, span);
            (displayed != *receiver).then_some(displayed)
        });
        let is_own_tag = call.form == CallForm::TaggedTemplate && target.function.is_some();
        let template = args.first().filter(|_| is_own_tag);
        let template = template.and_then(|template| template.value.shape.clone());
        let args = if is_own_tag {
            self.tag_arguments(args)
        } else {
            args
        };
        let bound = target.bound.as_ref().filter(|_| target.function.is_some());
        let args = match bound {
            Some(bound) => self.with_bound(call.callee, bound, args),
            None => args,
        };
        let mut value = match (modelled, target.function) {
            _ if displayed.is_some() => displayed.unwrap_or_default(),
            _ if is_super => self.lookup(Symbol::new("super")),
            (_, Some(FunctionRef::Body(key))) => {
                self.call_function(expr, key, call, &args, span, None).0
            }
            (_, Some(FunctionRef::Closure(key, closure)))
                if let Some(value) = self.call_closure(key, closure, &args, span) =>
            {
                value
            }
            (None, None) if let Some(choices) = &target.choices => {
                self.call_choice(expr, choices, call, &args, span)
            }
            (None, None) if !target.implementations.is_empty() => {
                self.call_any(expr, &target.implementations, call, &args, span)
            }
            (Some((_, model)), _) => {
                let shape = self.pieced(expr, call, &model.flow, receiver, &args);
                let value = match &model.flow {
                    Flow::Parsed(text) => match referred(text, receiver, &args).first() {
                        Some(text) => self.parsed_as(call, text, span),
                        None => Value::scalar(),
                    },
                    _ => self.modelled_result(model, receiver, &args, span),
                };
                match shape {
                    Some(shape) if sanitized(model, &args) == KindSet::NONE => Value {
                        shape: Some(shape),
                        ..value
                    },
                    _ => value,
                }
            }
            _ if target.qualified.is_some_and(|name| self.is_class(name)) => {
                self.construct(expr, target.qualified, call, &args, span)
            }
            _ if self.is_derived_constructor(call, &target) => {
                let class = target.receiver.as_ref().and_then(|class| class.origin);
                Value {
                    ty: class,
                    fields: class.and_then(|class| self.members(class)),
                    ..unknown_result(None, &args)
                }
            }
            _ => self
                .called_parameter(call, &args)
                .unwrap_or_else(|| unknown_result(receiver, &args)),
        };
        // A tag that puts what stands in its template into a text puts it where it stands.
        let is_object = |fields: &Arc<Fields>| !fields.named.is_empty();
        if template.is_some()
            && !value.fields.as_ref().is_some_and(is_object)
            && !value.taint.is_empty()
        {
            value.shape = template;
        }
        if value.ty.is_none()
            && target.function.is_none()
            && target.implementations.is_empty()
            && let Some(name) = target.qualified
        {
            let last = name.rsplit('.').next().unwrap_or_default();
            if call.form == CallForm::New
                || last.starts_with(|first: char| first.is_ascii_uppercase())
            {
                value.ty = Some(name);
            }
        }
        // What a method of a type that nobody has described returns is guessed from the method's name alone. Types of Rust
        // share the names of the standard library's methods, and what these do.
        let is_guess = resolved.is_none()
            && receiver.is_some_and(|receiver| receiver.ty.is_some())
            && !self.is_rust();
        if is_guess && modelled.is_some_and(|(_, model)| model.source.is_none()) {
            value.taint = value.taint.weakened();
        }
        if !modelled.is_some_and(|(_, model)| matches!(model.flow, Flow::Same(_) | Flow::Text(_))) {
            value.result_of = callee;
        }
        if let (Some((_, model)), ExprKind::Attribute { base, .. }, [from]) =
            (modelled, &body.expr(call.callee).kind, &*args)
            && matches!(model.flow, Flow::Rest { .. })
        {
            let kinds = self.harmless_behind(*base, from.expr);
            value.taint = value.taint.cleared(kinds);
        }
        if let Some((_, model)) = modelled {
            value = self.kept(value, model, call, receiver, &args);
            value = self.become_other(value, model, call, receiver, &args);
        }
        // Where failures are exceptions or panics, what follows a call follows its success.
        if !self.is_rust() {
            let found = self.succeeded(call).into_iter();
            for guarantee in found.filter(|guarantee| guarantee.when == When::True) {
                self.narrow(&guarantee);
            }
        }
        if let Some(receiver) = receiver
            && let Some(result) = self.table_get(receiver, target.name, &args)
        {
            value = result;
        }
        self.hop(value, span)
    }

    fn target(&mut self, call: &'a Call) -> Target {
        let body = self.body;
        match &body.expr(call.callee).kind {
            ExprKind::Attribute { base, name, .. } => {
                let receiver = self.eval(*base);
                let receiver_name = match &body.expr(*base).kind {
                    ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some(*name),
                    ExprKind::Call(inner) => match &body.expr(inner.callee).kind {
                        ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some(*name),
                        _ => None,
                    },
                    _ => None,
                };
                let member = self.member(&receiver, *name, body.expr(call.callee).span);
                if let Some(called) = self.called_object(&member) {
                    return called;
                }
                // A member that holds a method of a library: `run` of `Server{run: db.Query}`.
                let held = member.origin.filter(|_| receiver.origin.is_none());
                let qualified = held.or_else(|| self.qualified_member(&receiver, *name));
                let implementations = match receiver.ty {
                    Some(_) if choices(&receiver).is_some() => {
                        self.methods_of_choice(&receiver, *name)
                    }
                    Some(ty) if receiver.origin.is_none() => self.implementations(ty, *name),
                    _ => Arc::default(),
                };
                Target {
                    qualified,
                    function: member.function.filter(|_| implementations.len() < 2),
                    implementations,
                    choices: choices(&member).cloned(),
                    bound: member.fields,
                    receiver: Some(receiver),
                    receiver_name,
                    name: Some(*name),
                }
            }
            ExprKind::Name(name) => {
                let value = self.lookup(*name);
                if let Some(called) = self.called_object(&value) {
                    return called;
                }
                let target = Target::of_value(&value, Some(*name));
                match value.ty.filter(|_| target.is_unknown()) {
                    Some(ty) => Target {
                        qualified: Some(ty.member(CALLED))
                            .filter(|name| self.context.knowledge.callable(*name).is_some()),
                        ..target
                    },
                    None => target,
                }
            }
            _ => Target::of_value(&self.eval(call.callee), None),
        }
    }

    /// The call of an object of a class of the program that says what calling its objects does.
    fn called_object(&self, object: &Value) -> Option<Target> {
        let class = object
            .ty
            .filter(|_| self.context.language == Language::Python)?;
        if object.origin.is_some() || object.function.is_some() {
            return None;
        }
        let name = Symbol::new("__call__");
        let function = self.method(class, name)?;
        Some(Target {
            qualified: None,
            function: Some(function),
            implementations: Arc::default(),
            choices: None,
            bound: None,
            receiver: Some(object.clone()),
            receiver_name: None,
            name: Some(name),
        })
    }

    /// `table.get(key)` and `table.get(key, default)` on a table of which everything is known.
    fn table_get(
        &self,
        receiver: &Value,
        name: Option<Symbol>,
        args: &[Argument],
    ) -> Option<Value> {
        let fields = receiver
            .fields
            .as_ref()
            .filter(|fields| fields.complete && !fields.named.is_empty())?;
        if name?.as_str() != "get" {
            return None;
        }
        let key = args.first().map(|arg| &arg.value.content);
        let key = key.and_then(|key| key.constant()?.text());
        if let Some(value) = key.and_then(|key| fields.get(key)) {
            return Some(value.clone());
        }
        if let Some(chosen) = self.chosen_of(fields) {
            return Some(chosen);
        }
        let first = fields.named.first().map(|(_, value)| value.clone())?;
        let found = fields
            .values()
            .fold(first, |joined, value| joined.join(value));
        Some(
            args.get(1)
                .map_or(found.clone(), |default| found.join(&default.value)),
        )
    }
}

/// Whether a method gives what a format makes of its receiver.
fn shows(method: Option<Symbol>) -> bool {
    method.is_some_and(|method| method.as_str() == "to_string")
}

/// What comes out of code that nothing is known of.
fn unknown_result(receiver: Option<&Value>, args: &[Argument]) -> Value {
    let mut taint = receiver
        .map(|receiver| receiver.taint.clone())
        .unwrap_or_default();
    for arg in args {
        taint = taint.union(&arg.value.taint);
    }
    Value {
        taint: taint.weakened(),
        ..Value::default()
    }
}

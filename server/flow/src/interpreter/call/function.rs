//! Calls of functions of the program, by their summaries.

use tripline_ir::{ArgName, BodyKey, Call, ExprId, ExprKind, Part, Span, Symbol};
use tripline_syntax::Language;

use super::callback::DECORATORS;
use super::caller::{Caller, option_of};
use super::unknown_result;
use crate::interpreter::Interpreter;
use crate::interpreter::members::after;
use crate::interpreter::place::held_by;
use crate::interpreter::written::collection_of;
use crate::observer::Argument;
use crate::summary::{Input, ParamSink};
use crate::{Content, Fields, FunctionRef, KindSet, Summary, Value};

impl<'a> Interpreter<'a, '_> {
    /// The arguments of a call of a function that is bound to others.
    pub(super) fn with_bound(
        &self,
        callee: ExprId,
        bound: &Fields,
        args: Vec<Argument>,
    ) -> Vec<Argument> {
        let span = self.body.expr(callee).span;
        let argument = |name: ArgName, value: &Value| Argument {
            name,
            expr: callee,
            span,
            value: value.clone(),
        };
        let decorators = bound.get(DECORATORS).and_then(|by| by.fields.as_deref());
        let decorators = decorators.map_or(&[][..], |by| &by.positional);
        let given = decorators.iter().flat_map(|by| self.given_by_decorator(by));
        let given: Vec<Value> = given.collect();
        let positional = given.iter().chain(&bound.positional);
        let named = bound.named.iter();
        let named = named.filter(|(name, _)| &**name != DECORATORS);
        positional
            .map(|value| argument(ArgName::Positional, value))
            .chain(args)
            .chain(named.map(|(name, value)| argument(ArgName::Keyword(Symbol::new(name)), value)))
            .collect()
    }

    /// What a tag of the program is called with: the texts of its template, and what stands between them.
    pub(super) fn tag_arguments(&mut self, args: Vec<Argument>) -> Vec<Argument> {
        let body = self.body;
        let [template] = args.as_slice() else {
            return args;
        };
        let ExprKind::Template { parts, .. } = &body.expr(template.expr).kind else {
            return args;
        };
        let text = Value {
            content: Content::Literal,
            ..Value::default()
        };
        let mut passed = vec![Argument {
            value: collection_of(Value::default(), vec![text]),
            ..template.clone()
        }];
        for part in parts {
            if let Part::Hole { value, .. } = part {
                passed.push(Argument {
                    name: ArgName::Positional,
                    expr: *value,
                    span: body.expr(*value).span,
                    value: self.eval(*value),
                });
            }
        }
        passed
    }

    /// Positions by which a method's parameters are shifted against its arguments.
    pub(in crate::interpreter) fn skipped_params(&mut self, key: BodyKey, callee: ExprId) -> u32 {
        let ecmascript = self.context.language.is_ecmascript();
        let declaration = self.declaration(key);
        let is_method = declaration
            .as_ref()
            .is_some_and(|function| function.class.is_some());
        let Some(first) =
            declaration.and_then(|function| function.params.first().copied().flatten())
        else {
            return 0;
        };
        let receiver_first = match self.context.language {
            Language::Python => self.is_receiver_name(first),
            Language::Rust => first.as_str() == "self" && !self.is_type_path(callee),
            _ => true,
        };
        let bound = matches!(
            self.body.expr(callee).kind,
            ExprKind::Attribute { .. } | ExprKind::Name(_) | ExprKind::Index { .. }
        );
        u32::from(is_method && !ecmascript && bound && receiver_first)
    }

    /// Whether a method's first parameter is its receiver by its name.
    pub(super) fn is_receiver_name(&self, first: Symbol) -> bool {
        self.context.language == Language::Python && matches!(first.as_str(), "self" | "cls")
    }

    /// Whether a callee is a member of a type and not of a value: `Store::find`, which takes its receiver as an argument.
    pub(super) fn is_type_path(&mut self, callee: ExprId) -> bool {
        let ExprKind::Attribute { base, .. } = self.body.expr(callee).kind else {
            return false;
        };
        let ExprKind::Name(name) = self.body.expr(base).kind else {
            return false;
        };
        self.is_class(name)
            && self
                .environment
                .get(name)
                .is_none_or(|value| value.ty.is_none())
    }

    /// A call of a function of the program, by its summary: what it returns, and what is known of its receiver after it.
    pub(in crate::interpreter) fn call_function(
        &mut self,
        expr: ExprId,
        key: BodyKey,
        call: &'a Call,
        args: &[Argument],
        span: Span,
        made: Option<Value>,
    ) -> (Value, Option<Value>) {
        let Some(summary) = (self.context.summary)(key) else {
            return (unknown_result(None, args), made);
        };
        let declaration = self.declaration(key);
        let params = declaration
            .as_ref()
            .map_or(&[][..], |function| &function.params);
        let skip = match made {
            Some(_) => u32::from(
                params
                    .first()
                    .is_some_and(|first| first.is_some_and(|first| self.is_receiver_name(first))),
            ),
            None => self.skipped_params(key, call.callee),
        };
        let receiver_at = match &self.body.expr(call.callee).kind {
            ExprKind::Attribute { base, .. } if made.is_none() => Some(*base),
            _ => None,
        };
        let receiver = made.or_else(|| {
            let receiver = receiver_at.map(|base| self.eval(base))?;
            // A function of a module is called on no object.
            (receiver.origin.is_none() || skip > 0).then_some(receiver)
        });
        let argument_of = |parameter: u32| argument_of(args, params, skip, summary.rest, parameter);
        for param_sink in &summary.sinks {
            let arg = match param_sink.input {
                Input::Parameter(parameter) => argument_of(parameter),
                Input::MemberOf(parameter, member) => argument_of(parameter).map(|mut arg| {
                    arg.value = held_by(self.context, (self.body.key, span), &arg.value, member);
                    arg
                }),
                Input::Option(parameter, member) => argument_of(parameter).map(|arg| Argument {
                    value: option_of(&arg.value, member),
                    ..arg
                }),
                Input::Member(member) => {
                    receiver_at.zip(receiver.as_ref()).map(|(at, receiver)| {
                        let first = member.split('.').next().unwrap_or_default();
                        let fields = receiver.fields.as_ref();
                        let is_known = fields.is_some_and(|fields| fields.get(first).is_some());
                        let here = (self.body.key, span);
                        let known = is_known.then(|| held_by(self.context, here, receiver, member));
                        Argument {
                            name: ArgName::Positional,
                            expr: at,
                            span: self.body.expr(at).span,
                            value: known.unwrap_or_default(),
                        }
                    })
                }
            };
            if let Some(arg) = arg {
                self.reached_in(expr, param_sink, arg, args);
            }
        }
        let called_back = self.call_parameters(expr, &summary, &argument_of);
        let caller = Caller {
            context: self.context,
            receiver: receiver.as_ref(),
            argument: &|parameter: u32| -> Option<Value> {
                if parameter < skip {
                    return receiver.clone();
                }
                let called = called_back.iter().find(|(known, _)| *known == parameter);
                let called = called.map(|(_, result)| result.clone());
                called.or_else(|| argument_of(parameter).map(|arg| arg.value))
            },
            body: self.body.key,
            span,
        };
        if key.file.is_none() {
            self.note_sets_of(&summary, &|value| caller.instantiated(value));
        }
        let mut result = caller.returned(&summary);
        let mut receiver_after = receiver.clone();
        for effect in &summary.effects {
            let is_receiver = effect.parameter.is_none_or(|parameter| parameter < skip);
            let (at, before) = if is_receiver {
                (receiver_at, receiver_after.clone())
            } else {
                let arg = effect.parameter.and_then(&argument_of);
                (arg.as_ref().map(|arg| arg.expr), arg.map(|arg| arg.value))
            };
            // Whatever is written through a pointer to a number is a number.
            let Some(before) = before.filter(|before| !self.has_scalar_type(before)) else {
                continue;
            };
            let changed = after(before, effect, &|value| caller.instantiated(value));
            if summary.gives_back.is_some() && summary.gives_back == effect.parameter {
                result = changed.clone();
            }
            if is_receiver {
                receiver_after = Some(changed.clone());
            }
            if let Some(at) = at.and_then(|at| self.object(at)) {
                self.note_changed(at);
                self.bind(at, changed, span);
            }
        }
        (result, receiver_after)
    }

    /// What a function is passed reaches a sink in it.
    pub(super) fn reached_in(
        &mut self,
        call: ExprId,
        sink: &ParamSink,
        mut arg: Argument,
        args: &[Argument],
    ) {
        if sink.weakened {
            arg.value.taint = arg.value.taint.weakened();
        }
        let built = sink.built.as_ref();
        self.reached(
            call,
            &sink.sink,
            sink.callee,
            &arg,
            args,
            &sink.through,
            built,
        );
    }

    /// The text that a method of an object appends to its only argument.
    pub(in crate::interpreter) fn written_by(
        &self,
        key: BodyKey,
        object: &Value,
        span: Span,
    ) -> Option<Value> {
        let summary = (self.context.summary)(key)?;
        let mut effects = summary.effects.iter();
        let effect = effects.find(|effect| effect.parameter == Some(1))?;
        effect.appended.as_ref()?;
        let caller = Caller {
            context: self.context,
            receiver: Some(object),
            argument: &|parameter| (parameter == 0).then(|| object.clone()),
            body: self.body.key,
            span,
        };
        Some(after(Value::default(), effect, &|value| {
            caller.instantiated(value)
        }))
    }

    /// A value as text is made of it: what the program's own class says of its objects. `spec` is the conversion and format
    /// of a template's hole.
    pub(in crate::interpreter) fn as_text(
        &self,
        value: &Value,
        spec: Option<&str>,
        span: Span,
    ) -> Value {
        if self.is_rust() {
            let is_debug = spec.is_some_and(|spec| spec.ends_with('?'));
            return if is_debug {
                value.clone()
            } else {
                self.displayed(value, span)
            };
        }
        let Some(class) = value.ty.filter(|_| value.shape.is_none()) else {
            return value.clone();
        };
        let names: &[&str] = match (self.context.language, spec) {
            (Language::Python, Some(spec)) if spec.starts_with("!r") => &["__repr__"],
            (Language::Python, Some(_)) => &["__format__", "__str__", "__repr__"],
            (Language::Python, None) => &["__str__", "__repr__"],
            (language, _) if language.is_ecmascript() => &["toString"],
            _ => return value.clone(),
        };
        let mut methods = names.iter();
        let method = methods.find_map(|name| self.method(class, Symbol::new(name)));
        let summary = match method {
            Some(FunctionRef::Body(key)) => (self.context.summary)(key),
            _ => None,
        };
        let Some(summary) = summary else {
            return value.clone();
        };
        let caller = Caller {
            context: self.context,
            receiver: Some(value),
            argument: &|parameter| (parameter == 0).then(|| value.clone()),
            body: self.body.key,
            span,
        };
        caller.returned(&summary)
    }

    /// What iterating over an object of a class of the program hands out; any other value as it is.
    pub(in crate::interpreter) fn iterated_object(&self, object: Value, span: Span) -> Value {
        let name = match self.context.language {
            Language::Python => "__iter__",
            language if language.is_ecmascript() => "[Symbol.iterator]",
            _ => return object,
        };
        self.given_by_method(name, &object, span).unwrap_or(object)
    }

    /// What entering a context manager of a class of the program gives; any other value as it is.
    pub(in crate::interpreter) fn entered(&self, object: Value, span: Span) -> Value {
        let mut names = ["__enter__", "__aenter__"].iter();
        let entered = names.find_map(|name| self.given_by_method(name, &object, span));
        entered.unwrap_or(object)
    }

    /// What a method without parameters that the language calls by itself gives for an object of a class of the program.
    fn given_by_method(&self, name: &str, object: &Value, span: Span) -> Option<Value> {
        let class = object.ty.filter(|_| object.function.is_none())?;
        let FunctionRef::Body(key) = self.method(class, Symbol::new(name))? else {
            return None;
        };
        let summary = (self.context.summary)(key)?;
        let caller = Caller {
            context: self.context,
            receiver: Some(object),
            argument: &|parameter| (parameter == 0).then(|| object.clone()),
            body: self.body.key,
            span,
        };
        Some(caller.returned(&summary))
    }

    /// An object after its setter was given a value.
    pub(in crate::interpreter) fn set_by(
        &self,
        summary: &Summary,
        object: Value,
        value: &Value,
        span: Span,
    ) -> Value {
        let before = object.clone();
        // The receiver is a parameter in Python.
        let first = u32::from(self.context.language == Language::Python);
        let caller = Caller {
            context: self.context,
            receiver: Some(&before),
            argument: &|parameter| (parameter == first).then(|| value.clone()),
            body: self.body.key,
            span,
        };
        let of_object = summary.effects.iter();
        let of_object = of_object.filter(|effect| effect.parameter.is_none_or(|at| at < first));
        of_object.fold(object, |object, effect| {
            after(object, effect, &|value| caller.instantiated(value))
        })
    }

    /// What a function of the program gives for a value.
    pub(in crate::interpreter) fn called_with(
        &self,
        key: BodyKey,
        value: &Value,
        span: Span,
    ) -> Option<Value> {
        let summary = (self.context.summary)(key)?;
        let caller = Caller {
            context: self.context,
            receiver: None,
            argument: &|parameter| (parameter == 0).then(|| value.clone()),
            body: self.body.key,
            span,
        };
        Some(caller.returned(&summary))
    }

    /// What a property gives for an object.
    pub(in crate::interpreter) fn property(
        &mut self,
        key: BodyKey,
        object: &Value,
        span: Span,
    ) -> Option<Value> {
        let summary = (self.context.summary)(key).filter(|summary| summary.is_property)?;
        let caller = Caller {
            context: self.context,
            receiver: Some(object),
            argument: &|_| Some(object.clone()),
            body: self.body.key,
            span,
        };
        Some(caller.returned(&summary))
    }
}

/// The argument that a parameter gets, where the first `skip` parameters get none and `rest` takes all from its place on.
pub(super) fn argument_of(
    args: &[Argument],
    params: &[Option<Symbol>],
    skip: u32,
    rest: Option<u32>,
    parameter: u32,
) -> Option<Argument> {
    let name = params.get(parameter as usize).copied().flatten();
    let is_rest = rest == Some(parameter);
    let mut fitting = args.iter().enumerate().filter(|(position, arg)| {
        let position = *position as u32 + skip;
        match arg.name {
            ArgName::Positional if is_rest => position >= parameter,
            ArgName::Positional => position == parameter,
            ArgName::Keyword(keyword) => Some(keyword) == name,
            ArgName::Spread => position <= parameter,
            ArgName::KeywordSpread => true,
        }
    });
    let mut first = fitting.next()?.1.clone();
    if let (ArgName::KeywordSpread, Some(name)) = (first.name, name) {
        first.value = entry_of(&first.value, name);
    }
    if !is_rest || first.name == ArgName::Spread {
        return Some(first);
    }
    let others = fitting.map(|(_, arg)| arg.value.clone());
    let all = std::iter::once(first.value.clone()).chain(others).collect();
    Some(Argument {
        value: collection_of(Value::default(), all),
        ..first
    })
}

/// What a parameter of a name is given of a table whose entries are arguments: `limit` of `find(**options)`.
fn entry_of(table: &Value, name: Symbol) -> Value {
    let fields = table.fields.as_ref();
    let known = fields.and_then(|fields| fields.get(&name).cloned());
    known.unwrap_or_else(|| match fields {
        Some(fields) if fields.complete => Value::default(),
        _ => table.clone(),
    })
}

/// The parameter that a value is, unchanged.
pub(in crate::interpreter) fn whole_parameter(value: &Value) -> Option<u32> {
    match value.taint.0.as_slice() {
        [label] if !label.weakened && label.cleared == KindSet::NONE && value.shape.is_none() => {
            label.parameter.filter(|_| label.member.is_none())
        }
        _ => None,
    }
}

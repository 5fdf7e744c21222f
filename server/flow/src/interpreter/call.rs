//! Calls: resolution, models, summaries, closures, callbacks.

use std::sync::Arc;

use smallvec::SmallVec;
use tripline_ir::{ArgName, BodyKey, Call, CallForm, ExprId, ExprKind, Literal, Span, Symbol};

use tripline_syntax::Language;

use super::condition::matches_argument;
use super::format::{formatted, replaced};
use super::members::after;
use super::place::held_by;
use super::regular::{confines, is_word, leaves_words};
use super::written::collection_of;
use super::{Context, Decoration, Interpreter};
use crate::observer::{Argument, CallEvent, SinkEvent};
use crate::summary::{Built, Input, ParamCall, ParamSink};
use crate::value::{Narrowing, When};
use crate::{
    Admits, ArgRef, CallableModel, Callback, Constant, Content, Ends, Fields, Flow, FunctionRef,
    KindSet, Label, ParamFact, Piece, Provenance, Shape, SinkModel, Summary, Taint, Value,
};

/// Longest way through functions that a summary tells.
const MAX_HOPS: usize = 8;
/// Most parameter sinks that a summary tells.
const MAX_PARAM_SINKS: usize = 64;
/// Most calls of parameters that a summary tells.
const MAX_PARAM_CALLS: usize = 16;

/// What a call goes to.
struct Target {
    /// Qualified name, through the receiver's type where that is known.
    qualified: Option<Symbol>,
    function: Option<FunctionRef>,
    /// Where it goes through an interface, the methods that it may reach.
    implementations: Arc<[BodyKey]>,
    /// The arguments that the function is bound to.
    bound: Option<Arc<Fields>>,
    receiver: Option<Value>,
    receiver_name: Option<Symbol>,
    name: Option<Symbol>,
}

impl Target {
    fn of_value(value: &Value, name: Option<Symbol>) -> Target {
        Target {
            qualified: value.origin,
            function: value.function,
            implementations: Arc::default(),
            bound: value.fields.clone(),
            receiver: None,
            receiver_name: None,
            name,
        }
    }
}

impl<'a> Interpreter<'a, '_> {
    pub(super) fn call(&mut self, expr: ExprId, call: &'a Call) -> Value {
        let body = self.body;
        let span = body.expr(expr).span;
        let target = self.target(call);
        let args: Vec<Argument> = call
            .args
            .iter()
            .map(|arg| Argument {
                name: arg.name,
                expr: arg.value,
                span: arg.span,
                value: self.eval(arg.value),
            })
            .collect();
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
            (_, Some(FunctionRef::Closure(key, closure))) if key == body.key => {
                let given: Vec<Value> = args.iter().map(|arg| arg.value.clone()).collect();
                self.run_closure_with_facts(closure, &[], &given)
            }
            (_, Some(FunctionRef::Closure(key, closure)))
                if key.is_module() && self.context.globals.returned(closure).is_some() =>
            {
                let returned = self.context.globals.returned(closure).unwrap_or_default();
                let caller = Caller {
                    context: self.context,
                    receiver: None,
                    argument: &|parameter| {
                        args.get(parameter as usize).map(|arg| arg.value.clone())
                    },
                    body: body.key,
                    span,
                };
                caller.instantiated(&returned)
            }
            (None, None) if !target.implementations.is_empty() => {
                self.call_any(expr, &target.implementations, call, &args, span)
            }
            (Some((_, model)), _) => {
                let shape = self.pieced(expr, call, &model.flow, receiver, &args);
                let value = self.modelled_result(model, receiver, &args, span);
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
        // Where failures are exceptions or panics, what follows a call follows its success.
        if !self.is_rust() {
            let found = self.succeeded(call).into_iter();
            for guarantee in found.filter(|guarantee| guarantee.when == When::True) {
                self.narrow(&guarantee);
            }
        }
        if let Some(receiver) = receiver
            && let Some(result) = table_get(receiver, target.name, &args)
        {
            value = result;
        }
        self.hop(value, span)
    }

    /// The arguments of a call of a function that is bound to others.
    fn with_bound(&self, callee: ExprId, bound: &Fields, args: Vec<Argument>) -> Vec<Argument> {
        let span = self.body.expr(callee).span;
        let argument = |name: ArgName, value: &Value| Argument {
            name,
            expr: callee,
            span,
            value: value.clone(),
        };
        let positional = bound.positional.iter();
        let named = bound.named.iter();
        positional
            .map(|value| argument(ArgName::Positional, value))
            .chain(args)
            .chain(named.map(|(name, value)| argument(ArgName::Keyword(Symbol::new(name)), value)))
            .collect()
    }

    /// Whether a call makes an instance of a class of the program by a function that is not written: `Report::default()`.
    fn is_derived_constructor(&mut self, call: &Call, target: &Target) -> bool {
        self.is_rust()
            && target.name.is_some_and(|name| name.as_str() == "default")
            && self.is_type_path(call.callee)
    }

    /// A call of a function that is a parameter.
    fn called_parameter(&mut self, call: &'a Call, args: &[Argument]) -> Option<Value> {
        let ExprKind::Name(name) = self.body.expr(call.callee).kind else {
            return None;
        };
        let callee = self.lookup(name);
        self.apply_option(&callee, args);
        self.call_of_parameter(&callee, args)
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
                let qualified = self.qualified_member(&receiver, *name);
                let implementations = match receiver.ty {
                    Some(ty) if receiver.origin.is_none() => self.implementations(ty, *name),
                    _ => Arc::default(),
                };
                Target {
                    qualified,
                    function: member.function.filter(|_| implementations.len() < 2),
                    implementations,
                    bound: member.fields,
                    receiver: Some(receiver),
                    receiver_name,
                    name: Some(*name),
                }
            }
            ExprKind::Name(name) => Target::of_value(&self.lookup(*name), Some(*name)),
            _ => Target::of_value(&self.eval(call.callee), None),
        }
    }

    /// Tells the observer of arguments that reach a sink, and the summary of parameters that do.
    fn reach(
        &mut self,
        expr: ExprId,
        sink: &SinkModel,
        callee: Symbol,
        receiver: Option<&Value>,
        args: &[Argument],
    ) {
        if sink
            .unless
            .as_ref()
            .is_some_and(|unless| may_have(unless, args))
        {
            return;
        }
        for (position, arg) in args.iter().enumerate() {
            if !matches_argument(&sink.argument, position, arg.name) {
                continue;
            }
            let members = self.harmful_members(sink, arg);
            if !members.is_empty() {
                for member in members {
                    self.reached(expr, sink, callee, &member, args, &[], None);
                }
                continue;
            }
            self.reached(expr, sink, callee, arg, args, &[], None);
        }
        if sink.argument == ArgRef::Receiver
            && let (Some(receiver), ExprKind::Call(call)) = (receiver, &self.body.expr(expr).kind)
            && let ExprKind::Attribute { base, .. } = &self.body.expr(call.callee).kind
        {
            let span = self.body.expr(*base).span;
            let arg = Argument {
                name: ArgName::Positional,
                expr: *base,
                span,
                value: receiver.clone(),
            };
            self.reached(expr, sink, callee, &arg, args, &[], None);
        }
    }

    /// The members of an object argument that do harm instead of the whole, at the literal where it is written.
    fn harmful_members(&self, sink: &SinkModel, arg: &Argument) -> Vec<Argument> {
        let Some(fields) = &arg.value.fields else {
            return Vec::new();
        };
        let member = |name: &Symbol| {
            let value = fields.get(name)?.clone();
            let expr = self.written_member(arg.expr, *name).unwrap_or(arg.expr);
            Some(Argument {
                name: arg.name,
                expr,
                span: self.body.expr(expr).span,
                value,
            })
        };
        sink.entries.iter().filter_map(member).collect()
    }

    /// The value of a key of an object literal.
    fn written_member(&self, literal: ExprId, name: Symbol) -> Option<ExprId> {
        let ExprKind::Collection(collection) = &self.body.expr(literal).kind else {
            return None;
        };
        let is_named = |key: ExprId| match &self.body.expr(key).kind {
            ExprKind::Literal(Literal::String(key)) => *key.value == *name.as_str(),
            ExprKind::Name(key) => *key == name,
            _ => false,
        };
        collection
            .entries
            .iter()
            .find(|entry| entry.key.is_some_and(is_named))
            .map(|entry| entry.value)
    }

    /// Writes what a call puts into its arguments.
    fn run_transfers(
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

    fn note_changed(&mut self, object: ExprId) {
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
    pub(super) fn object(&self, mut target: ExprId) -> Option<ExprId> {
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

    /// The expressions that a reference to arguments means, with their values.
    fn operands(
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
    fn pieced(
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

    #[allow(clippy::too_many_arguments, reason = "the parts of one event")]
    fn reached(
        &mut self,
        expr: ExprId,
        sink: &SinkModel,
        callee: Symbol,
        argument: &Argument,
        args: &[Argument],
        through: &[(BodyKey, Span)],
        built: Option<&Arc<Built>>,
    ) {
        let value = &argument.value;
        if value.content.is_fixed() && value.taint.is_empty() {
            return;
        }
        self.observer.sink(&SinkEvent {
            body: self.body,
            expr,
            sink,
            callee,
            argument,
            args,
            through,
            built: built.map(|built| &**built),
        });
        if through.len() >= MAX_HOPS || self.sinks.len() >= MAX_PARAM_SINKS {
            return;
        }
        let holes_taint: Vec<&Label> = value.taint.against(sink.kind).collect();
        for label in holes_taint {
            let Some(input) = input(label) else {
                continue;
            };
            let mut way = vec![(self.body.key, argument.span)];
            way.extend_from_slice(through);
            let known = ParamSink {
                input,
                sink: sink.clone(),
                callee,
                through: way.into(),
                built: built.cloned().or_else(|| {
                    let shape = value.shape.as_ref()?;
                    Some(Arc::new(Built::around(shape, label)))
                }),
                weakened: label.weakened,
            };
            if !self.sinks.contains(&known) {
                self.sinks.push(known);
            }
        }
    }

    fn run_callbacks(
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
                // Several handlers may stand in a list.
                let members = arg
                    .value
                    .fields
                    .iter()
                    .flat_map(|fields| &fields.positional)
                    .cloned();
                let functions: Vec<Value> = match arg.value.function {
                    Some(_) => vec![arg.value.clone()],
                    None => members.filter(|value| value.function.is_some()).collect(),
                };
                for function in functions {
                    self.run_callback(callback, &function, receiver, args);
                }
            }
        }
    }

    fn run_callback(
        &mut self,
        callback: &Callback,
        called: &Value,
        receiver: Option<&Value>,
        args: &[Argument],
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
                let texts = args.iter().filter_map(|arg| arg.value.content.string());
                let texts: Vec<String> = texts.map(str::to_owned).collect();
                let named = |(index, fact): (usize, ParamFact)| {
                    let texts = texts.clone();
                    Decoration { fact, texts }.fact_of(names.get(index).copied().flatten())
                };
                let facts = facts.into_iter().enumerate().map(named).collect();
                self.callbacks.push((key, facts));
            }
            FunctionRef::Body(_) | FunctionRef::Closure(..) => {}
        }
    }

    /// The names of the parameters of a function of the program, without a receiver.
    fn parameters(&self, key: BodyKey) -> Vec<Option<Symbol>> {
        let Some(function) = self.declaration(key) else {
            return Vec::new();
        };
        let has_receiver = function.class.is_some() && !self.context.language.is_ecmascript();
        let names = function.params.iter().skip(usize::from(has_receiver));
        names.copied().collect()
    }

    /// What comes out of a modelled call.
    fn modelled_result(
        &mut self,
        model: &CallableModel,
        receiver: Option<&Value>,
        args: &[Argument],
        span: Span,
    ) -> Value {
        let mut value = match &model.flow {
            Flow::Unknown if model.source.is_some() || model.returns.is_some() => Value::default(),
            Flow::Unknown => unknown_result(receiver, args),
            Flow::Nothing => Value::default(),
            Flow::Scalar => Value::scalar(),
            Flow::Converted { value, converter } => {
                let is_scalar = referred(converter, receiver, args)
                    .iter()
                    .any(|by| self.makes_scalars(by));
                if is_scalar {
                    Value::scalar()
                } else {
                    passed_on(&referred(value, receiver, args))
                }
            }
            Flow::Same(argument) => referred(argument, receiver, args)
                .first()
                .map(|value| (*value).clone())
                .unwrap_or_default(),
            Flow::Arguments(wanted) if wanted.is_empty() => Value {
                content: Content::Literal,
                ..Value::default()
            },
            Flow::Arguments(wanted) => {
                let mut values: Vec<&Value> = Vec::new();
                for argument in wanted {
                    values.extend(referred(argument, receiver, args));
                }
                passed_on(&values)
            }
            Flow::Parts(whole, kinds) => {
                let whole = passed_on(&referred(whole, receiver, args));
                let parts = kinds.iter().map(|kinds| Value {
                    shape: None,
                    taint: whole.taint.clone().cleared(*kinds),
                    ..whole.clone()
                });
                collection_of(Value::default(), parts.collect())
            }
            Flow::Format(template) => {
                let mut values = referred(template, receiver, args);
                values.extend(args.iter().map(|arg| &arg.value));
                passed_on(&values)
            }
            Flow::Replace { text, from, to } => {
                let parts = [text, from, to].map(|part| referred(part, receiver, args));
                let constant =
                    |values: &[&Value]| Some(values.first()?.content.string()?.to_owned());
                let [text, from, to] = &parts;
                match (constant(text), constant(from), constant(to)) {
                    (Some(text), Some(from), Some(to)) => {
                        let replaced = text.replace(&from, &to);
                        Value::constant(Constant::String(Arc::from(replaced)))
                    }
                    _ if is_cleaned(from, to) => Value {
                        content: Content::Literal,
                        ..Value::default()
                    },
                    _ => passed_on(&[text.as_slice(), to].concat()),
                }
            }
            Flow::Substituted { text, pattern, to } => {
                let [text, pattern, to] =
                    [text, pattern, to].map(|part| referred(part, receiver, args));
                if is_cleaned(&pattern, &to) {
                    Value {
                        content: Content::Literal,
                        ..Value::default()
                    }
                } else {
                    passed_on(&[text, to].concat())
                }
            }
            Flow::Join { separator, items } => {
                let mut values = referred(separator, receiver, args);
                values.extend(referred(items, receiver, args));
                passed_on(&values)
            }
            Flow::Closure(argument) => self.mapped(argument, receiver, args),
            Flow::Filtered(argument) => self.filtered(argument, receiver, args),
            Flow::Enumerated(items) => {
                let items = referred(items, receiver, args).first().copied();
                let element = items.map(Value::element).unwrap_or_default();
                let pair = collection_of(Value::default(), vec![Value::scalar(), element]);
                collection_of(Value::default(), vec![pair])
            }
            Flow::Ends(types) => {
                let end = |ty: &Symbol| Value {
                    fields: Some(Fields::default().bounded()),
                    ..Value::of_type(*ty)
                };
                collection_of(Value::default(), types.iter().map(end).collect())
            }
            Flow::Text(argument) => match referred(argument, receiver, args).first() {
                Some(value) => passed_on(&[&self.as_text(value, None, span)]),
                None => Value::default(),
            },
            Flow::Bound { function, first } => match referred(function, receiver, args).first() {
                Some(function) if function.function.is_some() => bound(function, *first, args),
                _ => unknown_result(receiver, args),
            },
            Flow::Copied(argument) => match referred(argument, receiver, args).first() {
                Some(items) => Value {
                    fields: items.fields.clone(),
                    ..passed_on(&[items])
                },
                None => Value {
                    fields: Some(Fields::new(Vec::new(), Vec::new(), true).bounded()),
                    ..Value::default()
                },
            },
            Flow::Table(argument) => {
                let pairs = referred(argument, receiver, args).first().copied();
                table(pairs)
            }
            Flow::Merged(wanted) => {
                let mut fields = Fields::new(Vec::new(), Vec::new(), true);
                for part in wanted
                    .iter()
                    .flat_map(|part| referred(part, receiver, args))
                {
                    let known = part.fields.as_deref().cloned().unwrap_or_default();
                    fields.complete &= known.complete;
                    for (name, member) in &known.named {
                        fields.set(name, member.clone());
                    }
                }
                Value {
                    fields: Some(fields.bounded()),
                    ..unknown_result(receiver, args)
                }
            }
            Flow::Limited {
                schema,
                to,
                converter,
                pattern,
            } => {
                let mut limited = Value::default();
                if converter.is_none()
                    && let Some(schema) = referred(schema, receiver, args).first()
                {
                    limited = Value::clone(schema);
                }
                let find = |argument: &Option<ArgRef>| {
                    let argument = argument.as_ref()?;
                    referred(argument, receiver, args).first().copied()
                };
                if find(converter).is_some_and(|by| self.gives_scalars(by))
                    || find(pattern).is_some_and(is_confining)
                {
                    limited.ty = Some(*to);
                }
                limited
            }
            Flow::Validated {
                value,
                schema,
                member,
            } => self.validated(value, schema, *member, receiver, args),
            Flow::Elements(wanted) => {
                let elements = wanted
                    .iter()
                    .flat_map(|argument| referred(argument, receiver, args));
                collection_of(Value::default(), elements.cloned().collect())
            }
        };
        if let Some(source) = model.source {
            let entered = Taint::enters(source, None, self.body.key, span);
            value.taint = value.taint.union(&entered);
            value.content = Content::Opaque;
        }
        if model.returns.is_some() {
            value.ty = model.returns;
            if value
                .ty
                .is_some_and(|ty| self.context.knowledge.is_scalar(ty))
            {
                value.content = Content::Scalar;
                value.taint = Taint::default();
            }
        }
        let sanitized = sanitized(model, args);
        if sanitized != KindSet::NONE {
            value.shape = None;
            if value.taint.is_empty() && !value.content.is_fixed() {
                value.taint = Taint::enters(Provenance::Unknown, None, self.body.key, span);
            }
            value.taint = value.taint.cleared(sanitized);
        }
        value
    }

    /// The data of an argument, as a schema lets it through.
    fn validated(
        &self,
        value: &ArgRef,
        schema: &ArgRef,
        member: Option<Symbol>,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Value {
        let schema = referred(schema, receiver, args).first().copied();
        let admitted = schema
            .map(|schema| self.admitted(schema))
            .unwrap_or_default();
        let mut taint = Taint::default();
        for data in referred(value, receiver, args) {
            taint = taint.union(&data.taint);
        }
        let data = self.of_data(&admitted, &taint);
        let Some(member) = member else { return data };
        let mut fields = Fields::default();
        fields.set(&member, data);
        Value {
            taint,
            fields: Some(fields.bounded()),
            ..Value::default()
        }
    }

    /// Whether a function or type turns whatever it is given into a harmless value.
    fn makes_scalars(&self, converter: &Value) -> bool {
        let knowledge = self.context.knowledge;
        converter.origin.is_some_and(|name| {
            knowledge.is_scalar(name)
                || knowledge
                    .callable(name)
                    .is_some_and(|model| model.flow == Flow::Scalar)
        })
    }

    /// Whether a function gives harmless values for data that nothing is known of.
    fn gives_scalars(&mut self, converter: &Value) -> bool {
        match converter.function {
            Some(FunctionRef::Closure(key, closure)) if key == self.body.key => {
                let taint =
                    Taint::enters(Provenance::Unknown, None, key, self.body.expr(closure).span);
                let data = Value {
                    taint,
                    ..Value::default()
                };
                let given = self.run_closure_with_facts(closure, &[], &[data]);
                given.content.is_fixed() && given.taint.is_empty()
            }
            Some(_) => false,
            None => self.makes_scalars(converter),
        }
    }

    /// The elements for which a function argument is true, of the receiver or of another argument.
    fn filtered(
        &mut self,
        argument: &ArgRef,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Value {
        let predicate = referred(argument, None, args).first().copied();
        let is_other =
            |(position, arg): &(usize, &Argument)| !matches_argument(argument, *position, arg.name);
        let items = receiver.or_else(|| {
            let other = args.iter().enumerate().find(is_other);
            other.map(|(_, arg)| &arg.value)
        });
        let items = items.cloned().unwrap_or_default();
        match self.true_of_parameter(predicate.and_then(|predicate| predicate.function)) {
            Some(Narrowing::Content(content)) => {
                let element = Value {
                    content,
                    ..Value::default()
                };
                collection_of(Value::default(), vec![element])
            }
            Some(Narrowing::Cleared(kinds)) => Value {
                taint: items.taint.cleared(kinds),
                ..Value::default()
            },
            None => items,
        }
    }

    /// A collection of what a function argument returns for the elements of the receiver, or where the function is called
    /// for another argument (`map(f, xs)`), of that.
    fn mapped(&mut self, argument: &ArgRef, receiver: Option<&Value>, args: &[Argument]) -> Value {
        let converter = referred(argument, None, args).first().copied();
        let is_other =
            |(position, arg): &(usize, &Argument)| !matches_argument(argument, *position, arg.name);
        let items = receiver.or_else(|| {
            let other = args.iter().enumerate().find(is_other);
            other.map(|(_, arg)| &arg.value)
        });
        let given = items.map(Value::element).unwrap_or_default();
        let element = match converter.and_then(|converter| converter.function) {
            Some(FunctionRef::Closure(key, closure)) if key == self.body.key => {
                self.run_closure_with_facts(closure, &[], &before(converter, vec![given]))
            }
            _ if converter.is_some_and(|converter| self.makes_scalars(converter)) => {
                Value::scalar()
            }
            _ => Value {
                taint: given.taint.weakened(),
                ..Value::default()
            },
        };
        let content = element.content.as_element();
        let taint = element.taint.clone();
        let fields = Fields::new(Vec::new(), vec![element], false);
        Value {
            content,
            taint,
            fields: Some(fields.bounded()),
            ..Value::default()
        }
    }

    /// An instance of a class of the program.
    fn construct(
        &mut self,
        expr: ExprId,
        class: Option<Symbol>,
        call: &'a Call,
        args: &[Argument],
        span: Span,
    ) -> Value {
        let Some(class) = class else {
            return Value::default();
        };
        let mut instance = Value {
            ty: Some(class),
            fields: self.members(class),
            ..Value::default()
        };
        let mut is_written = false;
        for name in ["__init__", "constructor"] {
            let Some(FunctionRef::Body(key)) = self.method(class, Symbol::new(name)) else {
                continue;
            };
            is_written = true;
            if let Some(fields) = self.constructed(class, key, args, span) {
                instance.fields = Some(fields);
            }
            let made = Some(instance.clone());
            let (_, made) = self.call_function(expr, key, call, args, span, made);
            instance = made.unwrap_or(instance);
        }
        if self.is_rust() {
            return with_parts(instance, args);
        }
        if is_written {
            return instance;
        }
        let classes = &self.context.items.classes;
        if self.context.language == Language::Python
            && classes.iter().any(|known| known.name == class)
        {
            return self.with_declared(instance, class, args);
        }
        // One without declared members, but for constants, holds nothing: an enumeration raises for what is none of its values.
        let is_declared = |fields: &Arc<Fields>| {
            fields
                .values()
                .any(|member| member.content.constant().is_none())
        };
        if instance.fields.as_ref().is_some_and(is_declared) {
            return with_named(instance, args);
        }
        instance
    }

    /// The members that a constructor assigns, for what it is given.
    fn constructed(
        &mut self,
        class: Symbol,
        key: BodyKey,
        args: &[Argument],
        span: Span,
    ) -> Option<Arc<Fields>> {
        let known = self.constructed_members(class)?;
        let declaration = self.declaration(key)?;
        let params = &declaration.params;
        let first = params.first().copied().flatten();
        let skip = u32::from(first.is_some_and(|first| self.is_receiver_name(first)));
        let argument = |parameter: u32| {
            let arg = argument_of(args, params, skip, None, parameter)?;
            Some(arg.value)
        };
        let caller = Caller {
            context: self.context,
            receiver: None,
            argument: &argument,
            body: self.body.key,
            span,
        };
        let mut fields = Fields::clone(&known);
        for member in fields.values_mut() {
            *member = caller.instantiated(member);
        }
        Some(fields.bounded())
    }

    /// An instance of a class whose constructor is made of its declared fields: `@dataclass`, `NamedTuple`.
    fn with_declared(&self, mut instance: Value, class: Symbol, args: &[Argument]) -> Value {
        let classes = &self.context.items.classes;
        let Some(declared) = classes.iter().find(|known| known.name == class) else {
            return instance;
        };
        let is_checked = self.class_admits(class, Admits::Members);
        let mut fields = instance.fields.as_deref().cloned().unwrap_or_default();
        for (position, arg) in args.iter().enumerate() {
            let name = match arg.name {
                ArgName::Keyword(name) => Some(name),
                ArgName::Positional => declared.fields.get(position).map(|(name, _)| *name),
                ArgName::Spread | ArgName::KeywordSpread => None,
            };
            match name {
                Some(name) if is_checked => {
                    let admitted = fields.get(&name).cloned().unwrap_or_default();
                    let is_described =
                        admitted.content.is_fixed() || self.has_scalar_type(&admitted);
                    let value = if is_described {
                        admitted
                    } else {
                        arg.value.clone()
                    };
                    fields.set(&name, value);
                }
                Some(name) => fields.set(&name, arg.value.clone()),
                None => instance.taint = instance.taint.union(&arg.value.taint),
            }
        }
        instance.fields = Some(fields.bounded());
        instance
    }

    /// Positions by which a method's parameters are shifted against its arguments.
    pub(super) fn skipped_params(&mut self, key: BodyKey, callee: ExprId) -> u32 {
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
            ExprKind::Attribute { .. } | ExprKind::Name(_)
        );
        u32::from(is_method && !ecmascript && bound && receiver_first)
    }

    /// Whether a method's first parameter is its receiver by its name.
    fn is_receiver_name(&self, first: Symbol) -> bool {
        self.context.language == Language::Python && matches!(first.as_str(), "self" | "cls")
    }

    /// Whether a callee is a member of a type and not of a value: `Store::find`, which takes its receiver as an argument.
    fn is_type_path(&mut self, callee: ExprId) -> bool {
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
    pub(super) fn call_function(
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
                    arg.value = held_by(&arg.value, member);
                    arg
                }),
                Input::Option(parameter, member) => argument_of(parameter).map(|arg| Argument {
                    value: option_of(&arg.value, member),
                    ..arg
                }),
                Input::Member(member) => {
                    receiver_at.zip(receiver.as_ref()).map(|(at, receiver)| {
                        let known = receiver
                            .fields
                            .as_ref()
                            .and_then(|fields| fields.get(&member));
                        Argument {
                            name: ArgName::Positional,
                            expr: at,
                            span: self.body.expr(at).span,
                            value: known.cloned().unwrap_or_default(),
                        }
                    })
                }
            };
            if let Some(arg) = arg {
                let through = &param_sink.through;
                let mut arg = arg.clone();
                if param_sink.weakened {
                    arg.value.taint = arg.value.taint.weakened();
                }
                self.reached(
                    expr,
                    &param_sink.sink,
                    param_sink.callee,
                    &arg,
                    args,
                    through,
                    param_sink.built.as_ref(),
                );
            }
        }
        let called_back = self.call_parameters(&summary, &argument_of);
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

    /// Calls the functions among its arguments as a function does: what each gives back.
    fn call_parameters(
        &mut self,
        summary: &Summary,
        argument_of: &dyn Fn(u32) -> Option<Argument>,
    ) -> Vec<(u32, Value)> {
        let mut results: Vec<(u32, Value)> = Vec::new();
        for call in &summary.calls {
            let function = argument_of(call.parameter).and_then(|arg| arg.value.function);
            let Some(FunctionRef::Closure(key, closure)) = function else {
                continue;
            };
            if key != self.body.key {
                continue;
            }
            let caller = Caller {
                context: self.context,
                receiver: None,
                argument: &|parameter| argument_of(parameter).map(|arg| arg.value),
                body: self.body.key,
                span: self.body.expr(closure).span,
            };
            let given: Vec<Value> = call
                .arguments
                .iter()
                .map(|value| caller.instantiated(value))
                .collect();
            let result = self.run_closure_with_facts(closure, &[], &given);
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

    /// Keeps that the function calls one of its parameters. What it then has is whatever that gives back.
    fn call_of_parameter(&mut self, callee: &Value, args: &[Argument]) -> Option<Value> {
        let parameter = whole_parameter(callee)?;
        let call = ParamCall {
            parameter,
            arguments: args.iter().map(|arg| arg.value.clone()).collect(),
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

    /// The text that a method of an object appends to its only argument.
    pub(super) fn written_by(&self, key: BodyKey, object: &Value, span: Span) -> Option<Value> {
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
    pub(super) fn as_text(&self, value: &Value, spec: Option<&str>, span: Span) -> Value {
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

    /// An object after its setter was given a value.
    pub(super) fn set_by(
        &self,
        summary: &Summary,
        object: Value,
        value: &Value,
        span: Span,
    ) -> Value {
        let before = object.clone();
        let caller = Caller {
            context: self.context,
            receiver: Some(&before),
            argument: &|parameter| (parameter == 0).then(|| value.clone()),
            body: self.body.key,
            span,
        };
        let of_object = summary.effects.iter().filter(|e| e.parameter.is_none());
        of_object.fold(object, |object, effect| {
            after(object, effect, &|value| caller.instantiated(value))
        })
    }

    /// What a property gives for an object.
    pub(super) fn property(&mut self, key: BodyKey, object: &Value, span: Span) -> Option<Value> {
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

/// What a function of the program is called with.
struct Caller<'c> {
    context: &'c Context<'c>,
    receiver: Option<&'c Value>,
    argument: &'c dyn Fn(u32) -> Option<Value>,
    body: BodyKey,
    span: Span,
}

impl Caller<'_> {
    /// What the function returns.
    fn returned(&self, summary: &Summary) -> Value {
        // What it has checked before is told by what it returns.
        let is_checked = |parameter: &u32| {
            let mut ensured = summary.ensures.iter();
            ensured.any(|(known, _)| known == parameter)
        };
        let unchecked = summary.gives_back.filter(|known| !is_checked(known));
        let given_back = unchecked.and_then(self.argument);
        given_back.unwrap_or_else(|| self.instantiated(&summary.returns))
    }

    /// What a value of the function is for this caller.
    fn instantiated(&self, value: &Value) -> Value {
        let mut instance = value.clone();
        instance.taint = self.taint(&value.taint);
        instance.guarantees = None;
        if let Some(fields) = &value.fields {
            let mut fields = Fields::clone(fields);
            for member in fields.values_mut() {
                if !member.taint.is_empty() || member.fields.is_some() {
                    *member = self.instantiated(member);
                }
            }
            instance.fields = Some(fields.bounded());
        }
        if let Some(shape) = &value.shape {
            let mut pieces = shape.pieces.clone();
            for piece in &mut pieces {
                if let Piece::Hole { value, .. } = piece {
                    **value = self.hole(value);
                }
            }
            let fixed = pieces.iter().all(|piece| match piece {
                Piece::Text { .. } => true,
                Piece::Hole { value, .. } => value.content.is_fixed() && value.taint.is_empty(),
            });
            if fixed && instance.taint.is_empty() {
                instance.content = Content::Literal;
            }
            instance.shape = Some(Arc::new(Shape {
                pieces,
                built_at: shape.built_at.clone(),
            }));
        } else if let Some(whole) = self.whole(value) {
            // The function gives its argument back.
            if instance.content == Content::Opaque && whole.content.is_fixed() {
                instance.content = whole.content.clone();
            }
            let is_said = |ty: &Symbol| !self.context.is_interface(*ty) || whole.ty.is_none();
            instance.ty = instance.ty.filter(is_said).or(whole.ty);
            instance.fields = instance.fields.or(whole.fields);
            instance.shape = whole.shape;
        }
        instance.taint = instance.taint.via(self.body, self.span);
        instance
    }

    fn hole(&self, value: &Value) -> Value {
        let whole = self.whole(value);
        let mut value = value.clone();
        value.taint = self.taint(&value.taint);
        if let Some(whole) = whole
            && value.content == Content::Opaque
        {
            value.content = whole.content;
        }
        value
    }

    /// What the caller has of a value that is a parameter, or a member of the receiver, unchanged.
    fn whole(&self, value: &Value) -> Option<Value> {
        match value.taint.0.as_slice() {
            [label]
                if !label.weakened && label.cleared == KindSet::NONE && value.shape.is_none() =>
            {
                self.passed(input(label)?)
            }
            _ => None,
        }
    }

    /// What the caller has where the function takes something in.
    fn passed(&self, input: Input) -> Option<Value> {
        match input {
            Input::Parameter(parameter) => (self.argument)(parameter),
            Input::MemberOf(parameter, member) => {
                Some(held_by(&(self.argument)(parameter)?, member))
            }
            Input::Option(parameter, member) => {
                Some(option_of(&(self.argument)(parameter)?, member))
            }
            Input::Member(member) => self.member(member),
        }
    }

    /// What is known of a member of the receiver.
    fn member(&self, name: Symbol) -> Option<Value> {
        let receiver = self.receiver?;
        if name.is_empty() {
            return Some(receiver.clone());
        }
        Some(held_by(receiver, name))
    }

    fn taint(&self, taint: &Taint) -> Taint {
        let mut instantiated = Taint::default();
        for label in &taint.0 {
            let own = || Taint(SmallVec::from_iter([label.clone()]));
            let passed = match input(label) {
                // What the maker of an object has put into it, who is not known here.
                None if label.provenance == Provenance::Parameter => continue,
                None => own(),
                Some(input) => match self.passed(input) {
                    Some(value) => passed_by(label, value.taint),
                    None if label.parameter.is_none() => own(),
                    None => continue,
                },
            };
            instantiated = instantiated.union(&passed);
        }
        instantiated
    }
}

/// Whether a method gives what a format makes of its receiver.
fn shows(method: Option<Symbol>) -> bool {
    method.is_some_and(|method| method.as_str() == "to_string")
}

/// What of the caller's a label stands for.
fn input(label: &Label) -> Option<Input> {
    match (label.parameter, label.member) {
        // What makers of options set is nobody's data until they say so.
        (Some(parameter), Some(member)) if label.provenance == Provenance::Unknown => {
            Some(Input::Option(parameter, member))
        }
        (Some(parameter), Some(member)) => Some(Input::MemberOf(parameter, member)),
        (Some(parameter), None) => Some(Input::Parameter(parameter)),
        (None, member) => member.map(Input::Member),
    }
}

/// What the functions of a collection set as the member of a name.
fn option_of(functions: &Value, member: Symbol) -> Value {
    let fields = functions.element().fields;
    let known = fields.as_ref().and_then(|fields| fields.get(&member));
    known.cloned().unwrap_or_else(Value::scalar)
}

/// The taint of what is passed, after what has happened to it on the way of a label.
fn passed_by(label: &Label, taint: Taint) -> Taint {
    let mut passed = taint.cleared(label.cleared);
    if label.weakened {
        passed = passed.weakened();
    }
    for (body, span) in label.step.hops() {
        passed = passed.via(body, span);
    }
    passed
}

/// The argument that a parameter gets, where the first `skip` parameters get none and `rest` takes all from its place on.
fn argument_of(
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
    let first = fitting.next()?.1.clone();
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

/// A tuple struct or variant of these values.
fn with_parts(mut instance: Value, args: &[Argument]) -> Value {
    let mut fields = instance.fields.as_deref().cloned().unwrap_or_default();
    for (position, arg) in args.iter().enumerate() {
        fields.set(&position.to_string(), arg.value.clone());
        instance.taint = instance.taint.union(&arg.value.taint);
    }
    instance.fields = Some(fields.bounded());
    instance
}

/// An instance whose constructor nobody has written, of these values: of a data class.
fn with_named(mut instance: Value, args: &[Argument]) -> Value {
    if args.is_empty() {
        return instance;
    }
    let mut fields = instance.fields.as_deref().cloned().unwrap_or_default();
    for arg in args {
        if let ArgName::Keyword(name) = arg.name {
            fields.set(&name, arg.value.clone());
        }
        instance.taint = instance.taint.union(&arg.value.taint);
    }
    instance.fields = Some(fields.bounded());
    instance
}

/// A collection with one element more.
pub(super) fn with_element(mut collection: Value, element: &Value) -> Value {
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

/// Whether a value is a regular expression that lets no text through that can do harm.
fn is_confining(pattern: &Value) -> bool {
    let written = pattern.content.pattern();
    written.is_some_and(|written| confines(written, Ends::None))
}

/// Whether an argument may be an object with a member: no function and no text, and not one of which all members are known.
fn may_have((argument, member): &(ArgRef, Symbol), args: &[Argument]) -> bool {
    referred(argument, None, args).iter().any(|value| {
        let is_other = value.function.is_some() || value.content.is_fixed();
        match &value.fields {
            Some(fields) => fields.get(member).is_some() || !fields.complete,
            None => !is_other && value.shape.is_none() && value.taint.is_empty(),
        }
    })
}

/// The kinds that the result of a call is harmless for.
fn sanitized(model: &CallableModel, args: &[Argument]) -> KindSet {
    let mut kinds = model.sanitizes;
    if args.first().is_some_and(|arg| is_from_root(&arg.value)) {
        kinds = kinds.union(model.sanitizes_from_root);
    }
    for (argument, texts, more) in &model.sanitizes_given {
        let given = referred(argument, None, args);
        let written = given.first().and_then(|given| given.content.pattern());
        if written.is_some_and(|written| texts.iter().any(|text| **text == *written)) {
            kinds = kinds.union(*more);
        }
    }
    kinds
}

/// Whether a text is the root folder, or something that is inserted right after it: `"/" + name`.
fn is_from_root(path: &Value) -> bool {
    let first = match &path.shape {
        Some(shape) => match shape.pieces.first() {
            Some(Piece::Text { text, .. }) => Some(&**text),
            _ => None,
        },
        None => path.content.string(),
    };
    first == Some("/")
}

/// Whether what a regular expression finds is all of a text but letters, digits and harmless punctuation, and is replaced by
/// such: `re.sub(r"[^\w-]", "_", name)`.
fn is_cleaned(pattern: &[&Value], to: &[&Value]) -> bool {
    let found = pattern
        .first()
        .and_then(|pattern| pattern.content.pattern());
    let put = to.first().and_then(|to| to.content.string());
    found.is_some_and(leaves_words) && put.is_some_and(is_word)
}

/// A function that is bound to the arguments from a position on, and to those by keyword, beside those that it already is.
fn bound(function: &Value, first: u32, args: &[Argument]) -> Value {
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
fn before(function: Option<&Value>, given: Vec<Value>) -> Vec<Value> {
    let bound = function
        .filter(|value| value.function.is_some())
        .and_then(|value| value.fields.as_deref());
    let bound = bound.map_or(&[][..], |bound| &bound.positional);
    bound.iter().cloned().chain(given).collect()
}

/// A table with one entry more.
fn with_entry(mut table: Value, key: &Value, value: &Value) -> Value {
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

/// A table of the pairs of a key and a value that a collection holds.
fn table(pairs: Option<&Value>) -> Value {
    let mut table = Value {
        fields: Some(Fields::new(Vec::new(), Vec::new(), true).bounded()),
        ..Value::default()
    };
    let Some(pairs) = pairs else { return table };
    let known = pairs.fields.as_deref();
    for pair in known.map_or(&[][..], |known| &known.positional) {
        let parts = pair.fields.as_deref().map(|parts| &*parts.positional);
        table = match parts {
            Some([key, value]) => with_entry(table, key, value),
            _ => with_entry(table, &Value::default(), pair),
        };
    }
    if !known.is_some_and(|known| known.complete) {
        table = with_entry(table, &Value::default(), pairs);
    }
    table.content = passed_on(&[pairs]).content;
    table
}

/// The values that a reference to arguments means.
fn referred<'v>(
    argument: &ArgRef,
    receiver: Option<&'v Value>,
    args: &'v [Argument],
) -> Vec<&'v Value> {
    if *argument == ArgRef::Receiver {
        return receiver.into_iter().collect();
    }
    args.iter()
        .enumerate()
        .filter(|(position, arg)| matches_argument(argument, *position, arg.name))
        .map(|(_, arg)| &arg.value)
        .collect()
}

/// A value made of the text of others.
fn passed_on(values: &[&Value]) -> Value {
    let mut taint = Taint::default();
    let mut content: Option<Content> = None;
    for value in values {
        taint = taint.union(&value.taint);
        let element = value.content.as_element();
        content = Some(content.map_or_else(|| element.clone(), |known| known.join(&element)));
    }
    let built = values.iter().find_map(|value| value.shape.as_ref());
    // The text is not what the pieces say any more, but it was built of them.
    let shape = built.map(|shape| {
        Arc::new(Shape {
            pieces: shape.pieces.clone(),
            built_at: Vec::new(),
        })
    });
    Value {
        content: content.unwrap_or_default(),
        taint,
        shape,
        ..Value::default()
    }
}

/// The parameter that a value is, unchanged.
pub(super) fn whole_parameter(value: &Value) -> Option<u32> {
    match value.taint.0.as_slice() {
        [label] if !label.weakened && label.cleared == KindSet::NONE && value.shape.is_none() => {
            label.parameter.filter(|_| label.member.is_none())
        }
        _ => None,
    }
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

/// `table.get(key)` and `table.get(key, default)` on a table of which everything is known.
fn table_get(receiver: &Value, name: Option<Symbol>, args: &[Argument]) -> Option<Value> {
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
    let first = fields.named.first().map(|(_, value)| value.clone())?;
    let found = fields
        .values()
        .fold(first, |joined, value| joined.join(value));
    Some(
        args.get(1)
            .map_or(found.clone(), |default| found.join(&default.value)),
    )
}

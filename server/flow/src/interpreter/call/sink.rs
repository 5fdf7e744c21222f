//! Arguments that reach sinks.

use std::sync::Arc;

use tripline_ir::{
    ArgName, BodyKey, CollectionKind, Entry, ExprId, ExprKind, Literal, Span, Symbol,
};

use super::caller::input;
use super::modelled::referred;
use crate::interpreter::Interpreter;
use crate::interpreter::condition::matches_argument;
use crate::observer::{Argument, SinkEvent};
use crate::summary::{Built, ParamSink};
use crate::{ArgRef, Fields, Label, Need, SaidBy, SinkModel, Value};

/// Longest way through functions that a summary tells.
const MAX_HOPS: usize = 8;
/// Most parameter sinks that a summary tells.
const MAX_PARAM_SINKS: usize = 64;

impl Interpreter<'_, '_> {
    /// Tells the observer of arguments that reach a sink, and the summary of parameters that do.
    pub(super) fn reach(
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
            || sink.given.iter().any(|given| !says(given, args))
        {
            return;
        }
        if !sink.needs.iter().all(|need| holds(need, args)) {
            return;
        }
        if sink.joined {
            self.reach_together(expr, sink, callee, args);
            return;
        }
        for (position, arg) in args.iter().enumerate() {
            if !matches_argument(&sink.argument, position, arg.name) {
                continue;
            }
            let before = position.checked_sub(1).map(|before| &args[before].value);
            if !sink.elements && !is_behind(sink, before) {
                continue;
            }
            let is_list = |fields: &Arc<Fields>| !fields.positional.is_empty();
            let has_element =
                sink.element.is_some() && arg.value.fields.as_ref().is_some_and(is_list);
            if sink.element.is_some() && !has_element && arg.value.shape.is_some() {
                continue;
            }
            let of_list = sink.elements || has_element;
            let members = if of_list {
                self.harmful_elements(sink, arg)
            } else {
                self.harmful_members(sink, arg)
            };
            if of_list || !members.is_empty() {
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

    /// Tells of the text that some arguments make up together: `fmt.Fprintf(w, "<p>%s</p>", name)`. The first of them that is
    /// distrusted stands for it.
    fn reach_together(
        &mut self,
        expr: ExprId,
        sink: &SinkModel,
        callee: Symbol,
        args: &[Argument],
    ) {
        let is_part = |(position, arg): &(usize, &Argument)| {
            matches_argument(&sink.argument, *position, arg.name)
        };
        let parts: Vec<&Argument> = args
            .iter()
            .enumerate()
            .filter(is_part)
            .map(|(_, arg)| arg)
            .collect();
        let is_distrusted =
            |part: &&&Argument| part.value.taint.against(sink.kind).next().is_some();
        let Some(first) = parts.iter().find(is_distrusted) else {
            return;
        };
        let mut argument = Argument::clone(first);
        if parts.len() > 1 {
            let operands = parts.iter().map(|part| (part.expr, part.value.clone()));
            argument.value = self.extended(&Value::default(), expr, operands.collect());
        }
        self.reached(expr, sink, callee, &argument, args, &[], None);
    }

    /// Tells of a value that is given to a member whose setter does harm: `set innerHTML` of an element.
    pub(in crate::interpreter) fn reach_setter(
        &mut self,
        expr: ExprId,
        base: Option<(ExprId, &Value)>,
        name: Symbol,
        value: (ExprId, &Value),
    ) {
        let knowledge = self.context.knowledge;
        let setter = Symbol::new(&format!("set {name}"));
        let qualified = base.and_then(|(_, base)| self.qualified_member(base, setter));
        let resolved = qualified.and_then(|name| Some((name, knowledge.callable(name)?)));
        let receiver = base.and_then(|(base, _)| match self.body.expr(base).kind {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some(name),
            _ => None,
        });
        let Some((callee, model)) = resolved.or_else(|| knowledge.method(receiver, setter)) else {
            return;
        };
        let argument = Argument {
            name: ArgName::Positional,
            expr: value.0,
            span: self.body.expr(value.0).span,
            value: value.1.clone(),
        };
        for sink in &model.sinks {
            self.reach(expr, sink, callee, None, std::slice::from_ref(&argument));
        }
    }

    /// Tells of what a function returns, of a tuple the first element, whose decorators pass it on to something that does harm.
    pub(in crate::interpreter) fn reach_by_result(&mut self, expr: ExprId, value: &Value) {
        if self.frames.len() > 1 || self.body.decorators.is_empty() {
            return;
        }
        let knowledge = self.context.knowledge;
        let (expr, value) = match &self.body.expr(expr).kind {
            ExprKind::Collection(collection) if collection.kind == CollectionKind::Tuple => {
                let members = value.fields.as_deref();
                let first = members.and_then(|members| members.positional.first());
                match (collection.entries.first(), first) {
                    (Some(entry), Some(first)) => (entry.value, first),
                    _ => return,
                }
            }
            _ => (expr, value),
        };
        for to in self.result_receivers() {
            let argument = Argument {
                name: ArgName::Positional,
                expr,
                span: self.body.expr(expr).span,
                value: value.clone(),
            };
            let sinks = knowledge.callable(to).map_or(&[][..], |model| &model.sinks);
            for sink in sinks {
                self.reach(expr, sink, to, None, std::slice::from_ref(&argument));
            }
        }
    }

    /// The functions that the decorators of the body pass its result on to.
    fn result_receivers(&mut self) -> Vec<Symbol> {
        let body = self.body;
        let mut receivers = Vec::new();
        for &decorator in &body.decorators {
            let (callee, args) = match &body.expr(decorator).kind {
                ExprKind::Call(call) => (call.callee, &call.args[..]),
                _ => (decorator, &[][..]),
            };
            let Some(results) = self
                .decorator_model(callee)
                .and_then(|model| model.results.as_ref())
            else {
                continue;
            };
            let args = self.arguments(args);
            if results
                .given
                .as_ref()
                .is_none_or(|given| says(given, &args))
            {
                receivers.push(results.to);
            }
        }
        receivers
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

    /// The elements of a list argument that do harm instead of the whole, at the literal where they are written.
    fn harmful_elements(&self, sink: &SinkModel, arg: &Argument) -> Vec<Argument> {
        let Some(fields) = &arg.value.fields else {
            return Vec::new();
        };
        let elements = fields.positional.iter().enumerate();
        let harmful = elements.filter(|(index, _)| {
            let before = index.checked_sub(1);
            sink.element.is_none_or(|at| at as usize == *index)
                && is_behind(sink, before.map(|before| &fields.positional[before]))
        });
        let element = |(index, value): (usize, &Value)| {
            let expr = self.written_element(arg.expr, index).unwrap_or(arg.expr);
            Argument {
                name: arg.name,
                expr,
                span: self.body.expr(expr).span,
                value: value.clone(),
            }
        };
        harmful.map(element).collect()
    }

    /// An element of a list literal in which nothing is spread.
    fn written_element(&self, literal: ExprId, index: usize) -> Option<ExprId> {
        match &self.body.expr(literal).kind {
            ExprKind::Collection(collection) => {
                let is_spread =
                    |entry: &Entry| matches!(self.body.expr(entry.value).kind, ExprKind::Spread(_));
                let entry = collection.entries.get(index)?;
                (!collection.entries.iter().any(is_spread)).then_some(entry.value)
            }
            ExprKind::Reference(inner) | ExprKind::Cast { value: inner, .. } => {
                self.written_element(*inner, index)
            }
            _ => None,
        }
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

    #[allow(clippy::too_many_arguments, reason = "the parts of one event")]
    pub(super) fn reached(
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
}

/// Whether an argument is what another one needs to do harm.
fn holds(need: &Need, args: &[Argument]) -> bool {
    let is_so = |value: &Value| {
        if need.texts.is_empty() {
            value.content.may_be_set()
        } else {
            value.content.may_be(&need.texts)
        }
    };
    referred(&need.argument, None, args)
        .into_iter()
        .any(|value| {
            let fields = value.fields.as_deref();
            match (need.entry, need.element) {
                (Some(entry), _) => fields
                    .and_then(|fields| fields.get(&entry))
                    .is_some_and(is_so),
                (None, Some(at)) => {
                    let element = fields.and_then(|fields| fields.positional.get(at as usize));
                    element.is_some_and(is_so)
                }
                (None, None) => is_so(value),
            }
        })
}

/// Whether what stands before an argument or an element is what the sink asks for there.
fn is_behind(sink: &SinkModel, before: Option<&Value>) -> bool {
    sink.behind.is_empty() || before.is_some_and(|before| before.content.may_be(&sink.behind))
}

/// Whether an argument says that another is taken for what does harm.
fn says(given: &SaidBy, args: &[Argument]) -> bool {
    let values = referred(&given.argument, None, args);
    let Some(value) = values.first() else {
        let is_spread = |arg: &Argument| arg.name == ArgName::Spread;
        return given.or_absent && !args.iter().any(is_spread);
    };
    let text = value.content.string();
    let text = text.or_else(|| Some(value.origin.as_ref().or(value.ty.as_ref())?.as_str()));
    let said = text.map(|text| text.split(';').next().unwrap_or_default().trim());
    said.is_some_and(|said| {
        let mut texts = given.texts.iter();
        texts.any(|text| text.eq_ignore_ascii_case(said))
    })
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

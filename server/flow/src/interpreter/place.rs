//! Places: binding patterns, members, and the dotted paths that conditions speak of.

use std::sync::Arc;

use tripline_ir::{
    ArgName, AssignOp, BodyKey, CollectionKind, Entry, ExprId, ExprKind, Literal, Span, Symbol,
};
use tripline_syntax::Language;

use super::call::LAST;
use super::{Context, Interpreter};
use crate::observer::AssignEvent;
use crate::value::{Guarantee, When};
use crate::{AttributeModel, Constant, Content, Fields, FunctionRef, Provenance, Taint, Value};

/// Deepest chain of members that is followed.
const MAX_PATH: usize = 5;

impl<'a> Interpreter<'a, '_> {
    /// Binds a pattern.
    pub(super) fn bind(&mut self, pattern: ExprId, mut value: Value, span: Span) {
        let body = self.body;
        match &body.expr(pattern).kind {
            ExprKind::Name(name) => {
                value.taint = self.via(value.taint, span);
                self.environment.set(*name, value);
            }
            ExprKind::Attribute { base, name, .. } => self.set_member(*base, name, &value),
            ExprKind::Index { base, index } if self.is_send(*index) => self.send(*base, &value),
            ExprKind::Index { base, index } => {
                let key = self.eval(*index);
                match key.content.constant() {
                    Some(constant) if constant.text().is_some() => {
                        let text = constant.text().unwrap_or_default().to_owned();
                        self.set_member(*base, &text, &value);
                    }
                    _ => self.forget_members(*base, &value),
                }
            }
            ExprKind::Collection(collection) if self.bind_variant(collection, &value, span) => {}
            ExprKind::Collection(collection) => {
                let named = matches!(
                    collection.kind,
                    CollectionKind::Dict | CollectionKind::Struct
                );
                for (position, entry) in collection.entries.iter().enumerate() {
                    let is_last = position + 1 == collection.entries.len();
                    let member = match self.last_of_all(&value).filter(|_| is_last && !named) {
                        Some(last) => last,
                        None => self.destructured(&value, entry, position, named),
                    };
                    self.bind(entry.value, member, span);
                }
            }
            ExprKind::Default { pattern, default } => {
                let default = self.eval(*default);
                let value = if value == Value::default() {
                    value
                } else {
                    value.join(&default)
                };
                self.bind(*pattern, value, span);
            }
            ExprKind::Spread(inner) => {
                value.shape = None;
                value.content = Content::Opaque;
                self.bind(*inner, value, span);
            }
            ExprKind::Reference(inner) => {
                if let ExprKind::Name(name) = body.expr(*inner).kind {
                    self.changed.insert(name);
                    self.overwritten.insert(name);
                }
                self.bind(*inner, value, span);
            }
            ExprKind::Cast { value: inner, .. } => self.bind(*inner, value, span),
            ExprKind::Assign {
                target,
                value: inner,
            } => self.bind_captured(*target, *inner, value, span),
            ExprKind::Or(one, two) => {
                self.bind(*one, value.clone(), span);
                self.bind(*two, value, span);
            }
            // A class as a pattern of a `match` of Python.
            ExprKind::Call(call) if self.context.language == Language::Python => {
                let value = self.of_class(call.callee, value);
                let declared = value
                    .ty
                    .map_or_else(Vec::new, |ty| self.declared_fields(ty));
                for (position, arg) in call.args.iter().enumerate() {
                    let named = match arg.name {
                        ArgName::Keyword(name) => Some(name),
                        _ => declared.get(position).copied(),
                    };
                    let part = match named {
                        Some(name) => self.member(&value, name, arg.span),
                        None if call.args.len() == 1 => value.clone(),
                        None => value.element(),
                    };
                    self.bind(arg.value, part, span);
                }
            }
            _ => {}
        }
    }

    /// Marks the names of a pattern as the closure's own.
    pub(super) fn declare(&mut self, pattern: ExprId) {
        let body = self.body;
        match &body.expr(pattern).kind {
            ExprKind::Name(name) => self.environment.declare(*name),
            ExprKind::Collection(collection) => {
                for entry in &collection.entries {
                    self.declare(entry.value);
                }
            }
            ExprKind::Default { pattern, .. } => self.declare(*pattern),
            ExprKind::Spread(inner) => self.declare(*inner),
            ExprKind::Assign {
                target: one,
                value: two,
            }
            | ExprKind::Or(one, two) => {
                self.declare(*one);
                self.declare(*two);
            }
            _ => {}
        }
    }

    /// Assigns to a pattern as a statement does, and tells the observer.
    pub(super) fn assign(
        &mut self,
        target: ExprId,
        expr: Option<ExprId>,
        value: &Value,
        op: AssignOp,
    ) {
        let body = self.body;
        let span = body.expr(target).span;
        if let ExprKind::Name(name) = body.expr(target).kind {
            self.replaced.insert(name);
        }
        if op != AssignOp::Other {
            match &body.expr(target).kind {
                ExprKind::Attribute { base, .. } | ExprKind::Index { base, .. } => {
                    let object = self.eval(*base);
                    if op != AssignOp::Add {
                        self.observer.assign(&AssignEvent {
                            body,
                            target,
                            base: Some(&object),
                            expr,
                            value,
                        });
                    }
                    if let (Some(expr), Some(name)) = (expr, self.constant_member(target)) {
                        let base = Some((*base, &object));
                        self.reach_setter(target, base, name, (expr, value));
                    }
                }
                ExprKind::Name(_)
                    if op != AssignOp::Add
                        && self.frames.len() == 1
                        && body.kind == tripline_ir::BodyKind::Module =>
                {
                    self.observer.assign(&AssignEvent {
                        body,
                        target,
                        base: None,
                        expr,
                        value,
                    });
                }
                _ => {}
            }
        }
        if let ExprKind::Attribute { base, name, .. } = body.expr(target).kind
            && self.call_setter(base, name, value, span)
        {
            return;
        }
        self.bind(target, value.clone(), span);
    }

    /// The name of the member that a target is, by attribute or by constant subscript.
    fn constant_member(&self, target: ExprId) -> Option<Symbol> {
        match &self.body.expr(target).kind {
            ExprKind::Attribute { name, .. } => Some(*name),
            ExprKind::Index { index, .. } => match &self.body.expr(*index).kind {
                ExprKind::Literal(Literal::String(key)) => Some(Symbol::new(&key.value)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Assigns to a member as the setter of the object's class does, where it has one.
    fn call_setter(&mut self, base: ExprId, name: Symbol, value: &Value, span: Span) -> bool {
        let is_python = self.context.language == Language::Python;
        if !is_python && !self.context.language.is_ecmascript() {
            return false;
        }
        let object = self.eval(base);
        let setter = Symbol::new(&format!("set {name}"));
        let method = object.ty.and_then(|class| self.method(class, setter));
        let summary = match method {
            Some(FunctionRef::Body(key)) => (self.context.summary)(key),
            _ => None,
        };
        let Some(summary) = summary else { return false };
        let changed = self.set_by(&summary, object, value, span);
        self.bind(base, changed, span);
        true
    }

    fn destructured(
        &mut self,
        value: &Value,
        entry: &Entry,
        position: usize,
        named: bool,
    ) -> Value {
        if matches!(self.body.expr(entry.value).kind, ExprKind::Spread(_)) {
            return value.element();
        }
        if named {
            let key = entry.key.map(|key| self.eval(key));
            return match key.as_ref().and_then(|key| key.content.string()) {
                Some(name) => {
                    let name = Symbol::new(name);
                    self.member(value, name, entry.span)
                }
                None => value.element(),
            };
        }
        let part = match &value.fields {
            Some(fields) if !fields.positional.is_empty() => {
                let known = fields.positional.get(position).cloned();
                known.unwrap_or_else(|| value.element())
            }
            _ if self.is_declared_tuple(value) => {
                let declared = value
                    .ty
                    .map_or_else(Vec::new, |ty| self.declared_fields(ty));
                match declared.get(position) {
                    Some(name) => self.member(value, *name, entry.span),
                    None => value.element(),
                }
            }
            // The first result of a Go call that also yields an error, or of a Promise pair, keeps the type.
            _ if position == 0 => Value {
                shape: None,
                ..value.clone()
            },
            _ => value.element(),
        };
        Value {
            guarantees: result_guarantees(value, position),
            ..part
        }
    }

    /// The last element of a collection of Python, which is taken apart as a whole, where more is known of it than of the
    /// others.
    fn last_of_all(&self, value: &Value) -> Option<Value> {
        let fields = value.fields.as_ref()?;
        let is_python = self.context.language == Language::Python;
        fields.get(LAST).filter(|_| is_python).cloned()
    }

    /// Whether a value is an instance of a class of the program that is taken apart by the order of its fields: a named tuple.
    fn is_declared_tuple(&self, value: &Value) -> bool {
        let is_python = self.context.language == Language::Python;
        is_python && value.ty.is_some_and(|ty| self.is_class(ty))
    }

    /// Sets a member of the object that an expression denotes.
    pub(super) fn set_member(&mut self, base: ExprId, name: &str, value: &Value) {
        self.change_members(base, 0, &mut |fields, taint| {
            taint.0.extend(value.taint.0.iter().cloned());
            fields.set(name, value.clone());
        });
    }

    /// An unknown member was set: what is known of the others may be wrong.
    fn forget_members(&mut self, base: ExprId, value: &Value) {
        self.change_members(base, 0, &mut |fields, taint| {
            taint.0.extend(value.taint.0.iter().cloned());
            fields.complete = fields.complete && value.content.is_fixed();
        });
    }

    /// Adds an element to the collection that an expression denotes.
    pub(super) fn add_element(&mut self, base: ExprId, value: &Value) {
        let element = value.clone();
        self.change_members(base, 0, &mut |fields, taint| {
            taint.0.extend(element.taint.0.iter().cloned());
            fields.complete = false;
            if !fields.positional.contains(&element) {
                fields.push(element.clone());
            }
        });
    }

    fn change_members(
        &mut self,
        base: ExprId,
        depth: usize,
        change: &mut dyn FnMut(&mut Fields, &mut Taint),
    ) {
        if depth >= MAX_PATH {
            return;
        }
        let body = self.body;
        match &body.expr(base).kind {
            ExprKind::Name(name) => {
                self.changed.insert(*name);
                let mut value = self
                    .environment
                    .take(*name)
                    .unwrap_or_else(|| self.lookup(*name));
                let mut fields = value.fields.take().unwrap_or_default();
                // The taint of an object of a known class does not grow by what its members hold: they are told apart.
                let mut taint = Taint::default();
                let members = Arc::make_mut(&mut fields);
                change(members, &mut taint);
                members.bound();
                if value.ty.is_none() && value.origin.is_none() {
                    value.taint = value.taint.union(&taint);
                }
                value.fields = Some(fields);
                value.shape = None;
                self.environment.set(*name, value);
            }
            ExprKind::Attribute {
                base: outer, name, ..
            } => {
                let (outer, name) = (*outer, *name);
                let mut value = self.eval(base);
                let mut fields = value.fields.as_deref().cloned().unwrap_or_default();
                let mut taint = Taint::default();
                change(&mut fields, &mut taint);
                if value.ty.is_none() && value.origin.is_none() {
                    value.taint = value.taint.union(&taint);
                }
                value.fields = Some(fields.bounded());
                self.change_members(outer, depth + 1, &mut |outer_fields, _| {
                    outer_fields.set(&name, value.clone());
                });
            }
            ExprKind::Reference(inner) | ExprKind::Cast { value: inner, .. } => {
                self.change_members(*inner, depth + 1, change);
            }
            // An element of an element: `table[user][name] = value`.
            ExprKind::Index { base: outer, .. } => {
                let mut taint = Taint::default();
                change(&mut Fields::default(), &mut taint);
                self.change_members(*outer, depth + 1, &mut |fields, outer_taint| {
                    outer_taint.0.extend(taint.0.iter().cloned());
                    fields.complete = fields.complete && taint.is_empty();
                });
            }
            _ => {}
        }
    }

    /// A member of a value by name.
    pub(super) fn member(&mut self, base: &Value, name: Symbol, span: Span) -> Value {
        if let Some(member) = self.written_member_of(base, name) {
            return member;
        }
        let known = base
            .fields
            .as_ref()
            .and_then(|fields| fields.get(&name))
            .cloned();
        let is_told_apart =
            known.is_some() && base.fields.as_ref().is_some_and(|fields| fields.complete);
        let mut owners = [base.ty, base.origin].into_iter().flatten();
        if let Some(value) =
            known.or_else(|| owners.find_map(|owner| self.class_member(owner, name)))
        {
            let value = self.resolved(value);
            return if is_told_apart || self.has_scalar_type(&value) {
                value
            } else if is_declared_list(&value) {
                self.of_data(&value, &base.taint)
            } else {
                from_outside(value, base, name)
            };
        }
        let implemented = base.ty.and_then(|ty| self.sole_implementation(ty, name));
        for owner in [base.origin, base.ty].into_iter().flatten() {
            if let Some(function) = implemented.or_else(|| self.method(owner, name)) {
                if let FunctionRef::Body(key) = function
                    && let Some(value) = self.property(key, base, span)
                {
                    return value;
                }
                return Value {
                    function: Some(function),
                    ..Value::default()
                };
            }
        }
        let is_list = |fields: &Arc<Fields>| fields.named.is_empty();
        if self.context.language.is_ecmascript()
            && name.as_str() == "length"
            && base.fields.as_ref().is_some_and(is_list)
        {
            return Value::scalar();
        }
        let by_origin = base.origin.map(|origin| origin.member(&name));
        if let Some(declared) = by_origin.and_then(|name| self.context.others.value(name)) {
            return declared;
        }
        let by_type = base.ty.map(|ty| ty.member(&name));
        let mut value = Value {
            origin: by_origin,
            taint: base.taint.clone().of_member(name),
            ..Value::default()
        };
        let knowledge = self.context.knowledge;
        let model = [by_origin, by_type]
            .into_iter()
            .flatten()
            .find_map(|name| knowledge.attribute(name))
            .or_else(|| self.inherited_attribute(base, name));
        if model.is_none()
            && let Some(carried) = self.carried_member(base, name)
        {
            return carried;
        }
        if let Some(model) = model {
            value.ty = model.ty;
            if let Some(source) = model.source {
                // What the framework fills in is more than the parameter it came in by.
                let mut taint = base.taint.clone();
                taint
                    .0
                    .retain(|label| label.provenance != Provenance::Parameter);
                value.taint = Taint::enters(source, None, self.body.key, span).union(&taint);
            }
            if model.scalar {
                value.content = Content::Scalar;
                value.taint = Taint::default();
            }
            value.taint = value.taint.cleared(model.sanitizes);
        }
        value
    }

    /// What a library says of an attribute of a class that a class of the program inherits from.
    fn inherited_attribute(&self, base: &Value, name: Symbol) -> Option<&'a AttributeModel> {
        let knowledge = self.context.knowledge;
        let class = base.ty.filter(|_| knowledge.has_attribute(name))?;
        self.library_base(class, |base| knowledge.attribute(base.member(&name)))
    }

    /// A member of a value by subscript.
    pub(super) fn subscript(&mut self, base: &Value, key: &Value, span: Span) -> Value {
        if let Some(fields) = &base.fields {
            if let Some(constant) = key.content.constant() {
                let positional = match constant {
                    Constant::Number(text) if !fields.positional.is_empty() => text
                        .parse::<usize>()
                        .ok()
                        .and_then(|index| fields.positional.get(index)),
                    _ => None,
                };
                if let Some(value) = positional {
                    return value.clone();
                }
                let name = constant.text().unwrap_or_default();
                if let Some(value) = fields.get(name) {
                    return if fields.complete || self.has_scalar_type(value) {
                        value.clone()
                    } else {
                        from_outside(value.clone(), base, Symbol::new(name))
                    };
                }
            }
            // A look-up in a table of the program's own values: whatever the key, the result is one of them.
            if fields.complete
                && let Some(first) = fields.values().next()
            {
                if let Some(chosen) = self.chosen_of(fields) {
                    return chosen;
                }
                let first = first.clone();
                return fields
                    .values()
                    .fold(first, |joined, next| joined.join(next));
            }
        }
        if let Some(name) = key.content.string() {
            let name = Symbol::new(name);
            let value = self.member(base, name, span);
            return Value {
                origin: None,
                ..value
            };
        }
        base.element()
    }

    /// The dotted path of a name, member or constant subscript: `req.query.sort`.
    pub(super) fn path(&self, expr: ExprId) -> Option<Symbol> {
        let mut names: Vec<&str> = Vec::new();
        let mut expr = expr;
        for _ in 0..=MAX_PATH {
            match &self.body.expr(expr).kind {
                ExprKind::Name(name) => {
                    names.push(name.as_str());
                    names.reverse();
                    return Some(Symbol::new(&names.join(".")));
                }
                ExprKind::Attribute { base, name, .. } => {
                    names.push(name.as_str());
                    expr = *base;
                }
                ExprKind::Index { base, index } => {
                    let ExprKind::Literal(Literal::String(key)) = &self.body.expr(*index).kind
                    else {
                        return None;
                    };
                    names.push(&key.value);
                    expr = *base;
                }
                ExprKind::Cast { value, .. } | ExprKind::Reference(value) => expr = *value,
                _ => return None,
            }
        }
        None
    }
}

/// What one of several results says. A call answers first and fails after that, `ok, err := matches(x)`; a look-up yields first
/// and answers second.
fn result_guarantees(value: &Value, position: usize) -> Option<Arc<[Guarantee]>> {
    let is_answer = (value.content == Content::Scalar) == (position == 0);
    let known = value.guarantees.iter().flat_map(|known| known.iter());
    let found: Vec<Guarantee> = known
        .filter(|known| match known.when {
            When::True => is_answer,
            When::Null => position > 0,
            When::Checked | When::Behind => position == 0,
        })
        .cloned()
        .collect();
    (!found.is_empty()).then(|| found.into())
}

/// Whether all that is known of a value is the class of its elements.
fn is_declared_list(value: &Value) -> bool {
    let element = match value.fields.as_deref() {
        Some(fields) if fields.named.is_empty() => match fields.positional.as_slice() {
            [element] => element,
            _ => return false,
        },
        _ => return false,
    };
    element
        .ty
        .is_some_and(|class| *element == Value::of_type(class))
}

/// A member, of an object that is not the program's own, whose text nobody but the sender of its object has chosen: a field of a request's body.
pub(super) fn from_outside(mut member: Value, base: &Value, name: Symbol) -> Value {
    if member.taint.is_empty()
        && member.content == Content::Opaque
        && member.function.is_none()
        && member.fields.is_none()
    {
        member.taint = base.taint.clone().of_member(name);
    }
    member
}

/// What a library says of a member of its objects: of the query of a request.
fn described(
    context: &Context<'_>,
    (body, span): (BodyKey, Span),
    object: &Value,
    name: Symbol,
) -> Option<Value> {
    let mut owners = [object.origin, object.ty].into_iter().flatten();
    let model = owners.find_map(|owner| context.knowledge.attribute(owner.member(&name)))?;
    let mut value = Value {
        ty: model.ty,
        taint: object.taint.clone(),
        ..Value::default()
    };
    if let Some(source) = model.source {
        let entered = Taint::enters(source, None, body, span);
        value.taint = entered.union(&value.taint);
    }
    if model.scalar {
        return Some(Value::scalar());
    }
    value.taint = value.taint.cleared(model.sanitizes);
    Some(value)
}

/// Whether an object of no class is known by the names of its members: `{limit: 10}`.
fn is_written_object(object: &Value) -> bool {
    let fields = object.fields.as_ref();
    let is_named = fields.is_some_and(|fields| !fields.named.is_empty());
    is_named && object.ty.is_none() && object.origin.is_none()
}

/// What is known of the member of an object, or of a member of that, that somebody else reads. `at` is where the object is
/// handed over.
pub(super) fn held_by(
    context: &Context<'_>,
    at: (BodyKey, Span),
    object: &Value,
    name: Symbol,
) -> Value {
    let fields = object.fields.as_ref();
    if let Some((outer, inner)) = name.split_once('.')
        && fields.is_none_or(|fields| fields.get(&name).is_none())
    {
        let outer = held_by(context, at, object, Symbol::new(outer));
        return held_by(context, at, &outer, Symbol::new(inner));
    }
    if fields.is_none_or(|fields| fields.get(&name).is_none())
        && let Some(described) = described(context, at, object, name)
    {
        return described;
    }
    let is_complete = fields.is_some_and(|fields| fields.complete);
    match fields.and_then(|fields| fields.get(&name)) {
        Some(member) if is_complete => member.clone(),
        Some(member) => from_outside(member.clone(), object, name),
        None if is_complete && is_written_object(object) => Value::default(),
        None => Value {
            taint: object.taint.clone().of_member(name),
            ..Value::default()
        },
    }
}

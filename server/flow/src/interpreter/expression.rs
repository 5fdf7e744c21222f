//! Expressions.

use std::sync::Arc;

use tripline_ir::{
    ArgName, AssignOp, Closure, Collection, CollectionKind, CompareOp, ExprId, ExprKind,
    ImportKind, Literal, Span, Symbol,
};
use tripline_syntax::Language;

use super::Interpreter;
use super::call::LAST;
use crate::observer::{CompareEvent, ConstructEvent};
use crate::{Constant, Content, Fields, FunctionRef, Taint, Value};

/// Bytes of stack that one level of evaluation may need.
const STACK_RESERVE: usize = 128 * 1024;
/// Bytes of stack that are added when the reserve is reached.
const STACK_SEGMENT: usize = 2 * 1024 * 1024;

impl Interpreter<'_, '_> {
    /// The qualified name of a name that the language itself declares.
    pub(super) fn predeclared(&self, name: Symbol) -> Symbol {
        let module = match self.context.language {
            Language::Python => "builtins",
            Language::Go => "builtin",
            Language::Rust => "prelude",
            Language::JavaScript | Language::TypeScript | Language::Tsx => "globalThis",
        };
        Symbol::new(module).member(&name)
    }

    /// Whether a value's type says that its text is harmless, as it is written in a declaration of a field, too.
    pub(super) fn has_scalar_type(&self, value: &Value) -> bool {
        value.ty.is_some_and(|ty| {
            [ty, self.predeclared(ty)]
                .iter()
                .any(|ty| self.context.knowledge.is_scalar(*ty))
        })
    }

    /// The value of an expression.
    pub(super) fn eval(&mut self, expr: ExprId) -> Value {
        if self.visits_left == 0 {
            self.bound("visits");
            return Value::default();
        }
        self.visits_left -= 1;
        stacker::maybe_grow(STACK_RESERVE, STACK_SEGMENT, || self.eval_kind(expr))
    }

    fn eval_kind(&mut self, expr: ExprId) -> Value {
        let body = self.body;
        let span = body.expr(expr).span;
        match &body.expr(expr).kind {
            ExprKind::Name(name) => {
                let value = self.lookup(*name);
                if self.is_rust() && value.origin.is_some_and(|origin| self.fails(origin)) {
                    return Value::constant(Constant::Null);
                }
                value
            }
            ExprKind::Module(module) => self.denoted(*module, span),
            ExprKind::Attribute { base, name, .. } => {
                if let Some(narrowed) = self.narrowed(expr) {
                    return narrowed;
                }
                let base = self.eval(*base);
                let member = self.member(&base, *name, span);
                self.with_method(member, &base, *name)
            }
            ExprKind::Index { base, index } => {
                if let Some(narrowed) = self.narrowed(expr) {
                    return narrowed;
                }
                if let ExprKind::Rest(start) = body.expr(*index).kind {
                    return self.rest(*base, start);
                }
                let is_last = self.is_last(*base, *index);
                let base = self.eval(*base);
                let last = base.fields.as_ref().filter(|_| is_last);
                if let Some(last) = last.and_then(|fields| fields.get(LAST)) {
                    return last.clone();
                }
                let key = self.eval(*index);
                if self.context.language == Language::Python && is_literal_type(&base) {
                    return chosen(key);
                }
                // A type of what a value says: `z.infer<typeof query>`.
                if base.origin.is_some_and(|origin| self.is_of_value(origin)) {
                    return key;
                }
                self.subscript(&base, &key, span)
            }
            ExprKind::Call(call) => self.call(expr, call),
            ExprKind::Literal(literal) => literal_value(literal),
            ExprKind::Template { parts, format, .. } => self.template(expr, parts, *format),
            ExprKind::Concat(operands) => self.concat(expr, operands),
            ExprKind::Collection(collection) => self.collection(expr, collection),
            ExprKind::Closure(closure) => self.closure(expr, closure),
            ExprKind::Conditional {
                test,
                then,
                otherwise,
            } => self.conditional(*test, *then, *otherwise),
            ExprKind::And(left, right) => self.and(*left, *right),
            ExprKind::Or(left, right) => self.or(*left, *right),
            ExprKind::Not(inner) => {
                self.eval(*inner);
                Value {
                    guarantees: self.guarantees(expr),
                    ..Value::scalar()
                }
            }
            ExprKind::Compare { op, left, right } => {
                let (left, right) = (*left, *right);
                let left_value = self.eval(left);
                let right_value = self.eval(right);
                if matches!(op, CompareOp::Eq | CompareOp::NotEq) {
                    let event = CompareEvent {
                        body,
                        expr,
                        left: (left, &left_value),
                        right: (right, &right_value),
                    };
                    self.observer.compare(&event);
                }
                Value {
                    guarantees: self.guarantees(expr),
                    ..Value::scalar()
                }
            }
            ExprKind::Arithmetic { op, operands } => self.arithmetic(expr, op, operands),
            ExprKind::Await(inner) if self.is_async_block(*inner) => {
                self.eval(*inner);
                self.run_closure_with_facts(*inner, &[], &[])
            }
            ExprKind::Await(inner) if self.context.language == Language::Go => {
                self.eval(*inner).element()
            }
            ExprKind::Await(inner)
            | ExprKind::Spread(inner)
            | ExprKind::Reference(inner)
            | ExprKind::Rest(inner) => self.eval(*inner),
            ExprKind::Yield(inner) => {
                if let Some(inner) = inner {
                    let value = self.eval(*inner);
                    let is_all = matches!(body.expr(*inner).kind, ExprKind::Spread(_));
                    self.yielded(&if is_all { value.element() } else { value });
                }
                Value::default()
            }
            ExprKind::Comprehension {
                loops,
                conditions,
                element,
                makes,
            } => {
                self.environment.push();
                for (target, iter) in loops {
                    let iterated = self.eval(*iter);
                    let iterated = self.iterated_object(iterated, body.expr(*iter).span);
                    let element = iterated.element();
                    let target_span = body.expr(*target).span;
                    self.bind(*target, element, target_span);
                }
                for condition in conditions {
                    self.eval(*condition);
                    self.assume(*condition, true);
                }
                let element = self.eval(*element);
                self.environment.pop();
                if *makes == CollectionKind::Dict
                    && let Some(table) = table_of_own_keys(&element)
                {
                    return table;
                }
                let content = element.content.as_element();
                let fields = Fields::new(Vec::new(), vec![element.clone()], false);
                Value {
                    content,
                    taint: element.taint,
                    fields: Some(fields.bounded()),
                    ..Value::default()
                }
            }
            ExprKind::Assign { target, value } => {
                let result = self.eval_checked(*value);
                if self.is_rust() {
                    self.declare(*target);
                }
                self.assign(*target, Some(*value), &result, AssignOp::Set);
                result
            }
            ExprKind::Default { pattern, default } => {
                self.eval(*default);
                self.eval(*pattern)
            }
            ExprKind::Cast { value, to } => {
                let mut result = self.eval(*value);
                if self.is_rust() {
                    match to {
                        Some(to) => self.declare_type(&mut result, *to, true),
                        // `value?` comes back with a success alone.
                        None => self.assume(*value, true),
                    }
                    return result;
                }
                if let Some(ty) = to.and_then(|to| self.annotated_type(to)) {
                    // Go checks what it is told.
                    if self.context.language == Language::Go && self.context.knowledge.is_scalar(ty)
                    {
                        return Value {
                            ty: Some(ty),
                            ..Value::scalar()
                        };
                    }
                    result.ty = result.ty.or(Some(ty));
                }
                result
            }
            ExprKind::Element {
                attributes,
                children,
                ..
            } => {
                for attribute in attributes {
                    let value = self.eval(attribute.value);
                    if let ArgName::Keyword(name) = attribute.name {
                        self.reach_setter(expr, None, name, (attribute.value, &value));
                    }
                }
                for child in children {
                    self.eval(*child);
                }
                Value::default()
            }
            ExprKind::Unknown(parts) => {
                let mut taint = Taint::default();
                for part in parts {
                    taint = taint.union(&self.eval(*part).taint);
                }
                Value {
                    taint,
                    ..Value::default()
                }
            }
        }
    }

    /// The value of a name.
    pub(super) fn lookup(&mut self, name: Symbol) -> Value {
        if let Some(value) = self
            .environment
            .get(name)
            .or_else(|| self.context.globals.get(name))
        {
            return self.resolved(value.clone());
        }
        if let Some(function) = self.module_function(name) {
            return Value {
                function: Some(function),
                ..Value::default()
            };
        }
        if self.is_class(name) {
            return Value::of_origin(name);
        }
        if name.as_str() == "super"
            && let Some(instance) = self.as_base()
        {
            return instance;
        }
        let entry = self
            .body
            .exprs
            .first()
            .map(|expr| expr.span)
            .unwrap_or_default();
        if let Some(import) = self
            .context
            .items
            .imports
            .iter()
            .rev()
            .find(|import| import.local == Some(name))
        {
            let value = self.denoted(import.target, entry);
            return self.resolved(value);
        }
        if let Some(declared) = self.context.others.declared(name) {
            return declared;
        }
        let qualified = self.predeclared(name);
        if self.is_rust()
            && let Some(found) = self.imported_by_wildcard(name, qualified)
        {
            return self.denoted(found, entry);
        }
        if self.is_rust() && self.is_crate(name, qualified) {
            return self.denoted(name, entry);
        }
        if self.context.knowledge.callable(qualified).is_none()
            && self.context.knowledge.attribute(qualified).is_none()
            && self.context.knowledge.is_module(name)
        {
            return self.denoted(name, entry);
        }
        self.denoted(qualified, entry)
    }

    /// What a name denotes that a library is known to have of which everything is imported: `get` after `use rocket::*`,
    /// `web` after `use actix_web::*`.
    fn imported_by_wildcard(&self, name: Symbol, predeclared: Symbol) -> Option<Symbol> {
        let knowledge = self.context.knowledge;
        let mut imports = self.context.items.imports.iter().rev();
        let is_known = |name: Symbol| {
            knowledge.callable(name).is_some() || knowledge.type_model(name).is_some()
        };
        imports.find(|import| import.kind == ImportKind::Wildcard)?;
        if is_known(predeclared) {
            return None;
        }
        let wildcards = self.context.items.imports.iter().rev();
        let wildcards = wildcards.filter(|import| import.kind == ImportKind::Wildcard);
        let is_own = |module: &str| {
            let first = module.split('.').next();
            first.is_some_and(|first| matches!(first, "crate" | "self" | "super"))
        };
        let mut found = wildcards
            .filter(|import| !is_own(&import.module))
            .map(|import| import.module.member(&name));
        found.find(|name| is_known(*name) || knowledge.has_members(*name))
    }

    /// The receiver as an instance of the class's base: `super`, `super()`.
    fn as_base(&mut self) -> Option<Value> {
        let class = self.body.class?;
        let receiver = self.environment.get(self.receiver?)?.clone();
        let items = self.context.items;
        let declared = items.class(class)?;
        let bases = declared.bases.iter().map(|base| items.qualified(*base));
        let ty = bases.into_iter().find(|base| self.is_class(*base))?;
        Some(Value {
            ty: Some(ty),
            ..receiver
        })
    }

    /// What conditions say of a dotted place.
    fn narrowed(&mut self, expr: ExprId) -> Option<Value> {
        if !self.environment.has_places() {
            return None;
        }
        let path = self.path(expr)?;
        self.environment.place(path).cloned()
    }

    /// Whether an index is that of the last element: `parts[parts.length - 1]`.
    fn is_last(&self, base: ExprId, index: ExprId) -> bool {
        match &self.body.expr(index).kind {
            ExprKind::Arithmetic { op, operands } if op.as_str() == "-" => match **operands {
                [_] => self.integer(index) == Some(-1),
                [all, one] => self.integer(one) == Some(1) && self.is_length(all, base),
                _ => false,
            },
            _ => false,
        }
    }

    fn collection(&mut self, expr: ExprId, collection: &Collection) -> Value {
        let mut fields = Fields::new(Vec::new(), Vec::new(), true);
        let mut taint = Taint::default();
        let mut content = Content::Exact(smallvec::SmallVec::new());
        let named = matches!(
            collection.kind,
            CollectionKind::Dict | CollectionKind::Struct
        );
        let ty = collection
            .ty
            .filter(|_| collection.kind == CollectionKind::Struct)
            .and_then(|ty| self.annotated_type(ty));
        for entry in &collection.entries {
            if self.is_rust()
                && let (Some(class), Some(key)) = (ty, entry.key)
                && let ExprKind::Literal(Literal::String(member)) = &self.body.expr(key).kind
            {
                self.tell_member(entry.value, class, &member.value);
            }
            let value = self.eval(entry.value);
            taint = taint.union(&value.taint);
            content = if content == Content::Exact(smallvec::SmallVec::new()) {
                value.content.as_element()
            } else {
                content.join(&value.content.as_element())
            };
            if matches!(self.body.expr(entry.value).kind, ExprKind::Spread(_)) {
                fields.complete &= value.fields.as_ref().is_some_and(|spread| spread.complete);
                // What nothing is known of may hold any of the keys before it; in Rust it is what the others leave out.
                if named
                    && !self.is_rust()
                    && !value.fields.as_ref().is_some_and(|spread| spread.complete)
                {
                    let any = value.element();
                    for (_, member) in &mut fields.named {
                        *member = member.join(&any);
                    }
                }
                if let Some(spread) = &value.fields {
                    for (key, value) in &spread.named {
                        fields.set(key, value.clone());
                    }
                    for element in &spread.positional {
                        fields.push(element.clone());
                    }
                }
                continue;
            }
            match entry.key {
                Some(key) => {
                    let key = self.eval(key);
                    if let Some(name) = key.content.constant().and_then(Constant::text) {
                        fields.set(name, value);
                    } else {
                        fields.complete = false;
                        taint = taint.union(&key.taint);
                    }
                }
                None if named => fields.complete = false,
                None => fields.push(value),
            }
        }
        let content = if content.is_fixed() && !collection.entries.is_empty() {
            content
        } else {
            Content::Opaque
        };
        let value = Value {
            ty,
            content,
            taint,
            fields: Some(fields.bounded()),
            ..Value::default()
        };
        if named {
            self.observer.construct(&ConstructEvent {
                body: self.body,
                expr,
                ty,
                value: &value,
            });
        }
        value
    }

    fn closure(&mut self, expr: ExprId, closure: &Closure) -> Value {
        let mut facts = Vec::new();
        for &decorator in &closure.decorators {
            if let Some(decoration) = self.decorated(decorator) {
                facts = closure
                    .params
                    .iter()
                    .map(|param| decoration.fact_of(self.param_name(param)))
                    .collect();
            }
        }
        if let Some(frame) = self.frames.last_mut()
            && !frame.pending.iter().any(|(known, _)| *known == expr)
        {
            frame.pending.push((expr, facts));
        }
        Value {
            function: Some(FunctionRef::Closure(self.body.key, expr)),
            ..Value::default()
        }
    }

    fn conditional(&mut self, test: ExprId, then: ExprId, otherwise: ExprId) -> Value {
        let binds = self.is_rust();
        if binds {
            self.environment.push_scope();
        }
        self.eval(test);
        self.environment.push();
        self.assume(test, true);
        let one = self.eval(then);
        let first = self.environment.pop();
        if binds {
            let tested = self.environment.pop_scope();
            self.environment.apply(tested);
        }
        self.environment.push();
        self.assume(test, false);
        let two = self.eval(otherwise);
        let second = self.environment.pop();
        self.environment.merge(vec![first, second]);
        one.join(&two)
    }

    /// A member that is not called here, as the method of a library that it is: `db.Query` of `run := db.Query`.
    fn with_method(&self, member: Value, base: &Value, name: Symbol) -> Value {
        let keeps_receiver = matches!(self.context.language, Language::Go | Language::Python);
        let (true, None, Some(ty)) = (keeps_receiver, base.origin, base.ty) else {
            return member;
        };
        let is_known = member.ty.is_some() || member.function.is_some() || member.origin.is_some();
        let method = ty.member(&name);
        if is_known || self.context.knowledge.callable(method).is_none() {
            return member;
        }
        Value {
            origin: Some(method),
            ..member
        }
    }

    /// What stands in a text or a collection from a position on.
    fn rest(&mut self, base: ExprId, start: ExprId) -> Value {
        let whole = self.eval(base);
        self.eval(start);
        let mut rest = whole.element();
        let kinds = self.harmless_behind(base, start);
        rest.taint = rest.taint.cleared(kinds);
        rest
    }

    /// Whether an expression says how many elements another has.
    fn is_length(&self, expr: ExprId, of: ExprId) -> bool {
        let measured = match &self.body.expr(expr).kind {
            ExprKind::Attribute { base, name, .. } if name.as_str() == "length" => Some(*base),
            ExprKind::Call(call) => {
                let is_len = matches!(self.body.expr(call.callee).kind, ExprKind::Name(name) if name.as_str() == "len");
                let measured = call.args.first().filter(|_| is_len);
                measured.map(|arg| arg.value)
            }
            _ => None,
        };
        let measured = measured.and_then(|measured| self.path(measured));
        measured.is_some() && measured == self.path(of)
    }

    fn and(&mut self, left: ExprId, right: ExprId) -> Value {
        let one = self.eval(left);
        self.environment.push();
        self.assume(left, true);
        let two = self.eval(right);
        let written = self.environment.pop();
        if self.is_rust() {
            // What `let` binds in a chain is seen behind it.
            self.environment.apply(written);
        }
        let mut value = one.join(&two);
        let mut guarantees = one
            .guarantees
            .map(|known| known.to_vec())
            .unwrap_or_default();
        guarantees.extend(
            two.guarantees
                .iter()
                .flat_map(|known| known.iter().cloned()),
        );
        value.guarantees = (!guarantees.is_empty()).then(|| guarantees.into());
        value
    }

    fn or(&mut self, left: ExprId, right: ExprId) -> Value {
        let one = self.eval(left);
        self.environment.push();
        self.assume(left, false);
        let two = self.eval(right);
        self.environment.pop();
        if one.is_null() {
            return two;
        }
        let ty = one.ty.or(two.ty);
        let fields = one.fields.clone();
        let value = one.join(&two);
        Value {
            ty,
            fields: value.fields.or(fields),
            ..value
        }
    }

    fn arithmetic(&mut self, expr: ExprId, op: &str, operands: &[ExprId]) -> Value {
        let values: Vec<Value> = operands.iter().map(|operand| self.eval(*operand)).collect();
        if let ("-", [value]) = (op, &*values)
            && let Some(Constant::Number(number)) = value.content.constant()
            && !number.starts_with('-')
        {
            return Value::constant(Constant::Number(Arc::from(format!("-{number}"))));
        }
        let mut taint = Taint::default();
        for value in &values {
            taint = taint.union(&value.taint);
        }
        let texts = values.iter().any(|value| {
            matches!(value.content, Content::Literal)
                || value.fields.is_some()
                || matches!(value.content.constant(), Some(Constant::String(_)))
        });
        if self.context.language.is_ecmascript() && op != "typeof" {
            return Value::scalar();
        }
        match op {
            // `"?" * n` and `["?"] * n` repeat, `text % values` and `path / part` build text.
            "*" if texts => {
                let fixed = values
                    .iter()
                    .any(|value| matches!(value.content, Content::Exact(_) | Content::Literal));
                let fields = values.iter().find_map(|value| value.fields.clone());
                let content = if fixed {
                    Content::Literal
                } else {
                    Content::Opaque
                };
                let taint = if fixed { Taint::default() } else { taint };
                Value {
                    content,
                    taint,
                    fields,
                    ..Value::default()
                }
            }
            // Of a type of a library its method: `Markup("<b>%s</b>") % name`.
            "%" if let Some(model) = values[0]
                .ty
                .and_then(|ty| self.context.knowledge.callable(ty.member("__mod__"))) =>
            {
                Value {
                    ty: model.returns,
                    taint: taint.cleared(model.sanitizes),
                    ..Value::default()
                }
            }
            // A format that is a constant elsewhere: `QUERY % name`, `QUERY % (name, age)`.
            "%" if values[0].content.string().is_some()
                && values.iter().any(|value| !value.content.is_fixed()) =>
            {
                let mut pieces = vec![(operands[0], values[0].clone())];
                for (operand, value) in operands.iter().zip(&values).skip(1) {
                    match &value.fields {
                        Some(fields) if !fields.positional.is_empty() => {
                            let elements = fields.positional.iter().cloned();
                            pieces.extend(elements.map(|element| (*operand, element)));
                        }
                        _ => pieces.push((*operand, value.clone())),
                    }
                }
                self.extended(&Value::default(), expr, pieces)
            }
            "/" if values[0].ty.is_some() && !self.has_scalar_type(&values[0]) => {
                let is_fixed = values.iter().all(|value| value.content.is_fixed());
                Value {
                    ty: values[0].ty,
                    content: if is_fixed {
                        Content::Literal
                    } else {
                        Content::Opaque
                    },
                    taint,
                    ..Value::default()
                }
            }
            "%" | "/" | "|" | "&" if values.iter().any(|value| !value.content.is_fixed()) => {
                Value {
                    taint,
                    ..Value::default()
                }
            }
            _ => Value::scalar(),
        }
    }

    /// A hop of a value through an expression of this body.
    pub(super) fn hop(&self, mut value: Value, span: Span) -> Value {
        value.taint = self.via(value.taint, span);
        value
    }
}

/// A table of pairs like this one, if the program itself writes the keys.
fn table_of_own_keys(pair: &Value) -> Option<Value> {
    let [key, value] = pair.fields.as_deref()?.positional.as_slice() else {
        return None;
    };
    let is_own = key.content.is_fixed() && key.taint.is_empty();
    is_own.then(|| Value {
        taint: value.taint.clone(),
        fields: Some(Fields::new(Vec::new(), Vec::new(), true).bounded()),
        ..Value::default()
    })
}

fn literal_value(literal: &Literal) -> Value {
    let constant = match literal {
        Literal::String(text) => Constant::String(Arc::from(&*text.value)),
        Literal::Bytes(text) => Constant::Bytes(Arc::from(&*text.value)),
        Literal::Number(text) => Constant::Number(Arc::from(&**text)),
        Literal::Bool(truth) => Constant::Bool(*truth),
        Literal::Null => Constant::Null,
        Literal::Regex(pattern) => Constant::Pattern(Arc::from(&**pattern)),
    };
    Value::constant(constant)
}

/// Whether a value is the type whose arguments are its values: `Literal["asc", "desc"]`.
fn is_literal_type(value: &Value) -> bool {
    let name = value
        .origin
        .as_deref()
        .and_then(|name| name.rsplit('.').next());
    name == Some("Literal")
}

/// The texts that such a type admits.
fn chosen(key: Value) -> Value {
    let is_several = key.fields.as_ref().is_some_and(|fields| fields.complete);
    if is_several {
        return key;
    }
    Value {
        fields: Some(Fields::new(Vec::new(), vec![key], true).bounded()),
        ..Value::default()
    }
}

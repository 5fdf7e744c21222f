//! What annotations and schemas let through, and the data that was checked against them.
//!
//! What is let through is a value without taint: a fixed text where only harmless ones come through, members and elements of
//! that kind, and nothing known otherwise. Data that was checked has the taint of the data wherever nothing is known.

use std::sync::Arc;

use tripline_ir::{
    BodyKind, Collection, Declaration, ExprId, ExprKind, Literal, StmtId, StmtKind, Symbol,
};
use tripline_syntax::Language;

use super::Interpreter;
use super::written::collection_of;
use crate::{Admits, Content, Fields, Holds, Taint, Value};

/// Deepest nesting of types and schemas that is looked into.
const MAX_DEPTH: usize = 8;

impl Interpreter<'_, '_> {
    /// What a schema lets through: a value of a library's type, a class of the program, or a type.
    pub(super) fn admitted(&self, schema: &Value) -> Value {
        self.admitted_within(schema, 0).unwrap_or_default()
    }

    fn admitted_within(&self, schema: &Value, depth: usize) -> Option<Value> {
        if depth >= MAX_DEPTH {
            return None;
        }
        if let Some(name) = schema.origin {
            return self.admitted_by_type(name);
        }
        let inner = |schema: &Value| self.admitted_within(schema, depth + 1).unwrap_or_default();
        match self.context.knowledge.type_model(schema.ty?)?.admits? {
            Admits::Scalars => Some(Value::scalar()),
            Admits::Choices => Some(choice(None)),
            Admits::Members => {
                let known = schema.fields.as_ref()?;
                let named = known.named.iter();
                let named = named.map(|(name, member)| (Arc::clone(name), inner(member)));
                let fields = Fields::new(named.collect(), Vec::new(), known.complete);
                Some(Value {
                    fields: Some(fields.bounded()),
                    ..Value::default()
                })
            }
            Admits::Elements => {
                let element = inner(&schema.element());
                Some(collection_of(Value::default(), vec![element]))
            }
            Admits::Alternatives => {
                let mut alternatives = schema.fields.as_ref()?.positional.iter().map(inner);
                let first = alternatives.next()?;
                Some(alternatives.fold(first, |joined, next| joined.join(&next)))
            }
        }
    }

    /// What the name of a type or of a class of the program lets through.
    fn admitted_by_type(&self, name: Symbol) -> Option<Value> {
        if self.context.knowledge.is_scalar(name) {
            return Some(Value {
                ty: Some(name),
                ..Value::scalar()
            });
        }
        if !self.is_class(name) {
            return None;
        }
        if self.class_admits(name, Admits::Choices) {
            return Some(choice(Some(name)));
        }
        Some(Value {
            fields: self.members(name),
            ..Value::of_type(name)
        })
    }

    /// Whether a class of the program inherits from a type of a library that admits this of its heirs.
    pub(super) fn class_admits(&self, class: Symbol, admits: Admits) -> bool {
        let knowledge = self.context.knowledge;
        let has = |base: Symbol| knowledge.type_model(base)?.admits.filter(|a| *a == admits);
        self.library_base(class, has).is_some()
    }

    /// Data that has come through what lets this through.
    pub(super) fn of_data(&self, admitted: &Value, taint: &Taint) -> Value {
        let is_known = admitted.content.is_fixed()
            || admitted.function.is_some()
            || admitted.origin.is_some()
            || !admitted.taint.is_empty()
            || self.has_scalar_type(admitted);
        if is_known {
            return admitted.clone();
        }
        let fields = admitted.fields.as_ref().map(|fields| {
            let mut fields = Fields::clone(fields);
            for member in fields.values_mut() {
                *member = self.of_data(member, taint);
            }
            fields.bounded()
        });
        Value {
            taint: taint.clone(),
            fields,
            ..admitted.clone()
        }
    }

    /// What an annotation lets through, where it says something of the text or of elements.
    pub(super) fn annotated(&mut self, annotation: ExprId) -> Option<Value> {
        self.annotated_within(annotation, 0)
    }

    fn annotated_within(&mut self, annotation: ExprId, depth: usize) -> Option<Value> {
        if depth >= MAX_DEPTH {
            return None;
        }
        let body = self.body;
        match &body.expr(annotation).kind {
            ExprKind::Literal(_) => Some(choice(None)),
            ExprKind::Unknown(members) => self.any_of(members, depth),
            ExprKind::Arithmetic { op, operands } if op.as_str() == "|" => {
                self.any_of(operands, depth)
            }
            ExprKind::Call(_) => {
                let ty = self.eval(annotation).ty?;
                self.context
                    .knowledge
                    .is_scalar(ty)
                    .then(|| self.admitted_by_type(ty))?
            }
            ExprKind::Index { base, index } => self.annotated_generic(*base, *index, depth),
            ExprKind::Collection(members) if self.context.language.is_ecmascript() => {
                self.annotated_object(members, depth)
            }
            ExprKind::Name(_) | ExprKind::Attribute { .. } => {
                let value = self.eval(annotation);
                self.annotated_by_name(&value)
            }
            _ => None,
        }
    }

    /// `{ name: string; limit?: number }`.
    fn annotated_object(&mut self, members: &Collection, depth: usize) -> Option<Value> {
        let body = self.body;
        let mut fields = Fields::default();
        for member in &members.entries {
            if let ExprKind::Literal(Literal::String(name)) = &body.expr(member.key?).kind
                && let Some(admitted) = self.annotated_within(member.value, depth + 1)
            {
                fields.set(&name.value, admitted);
            }
        }
        let says_something = !fields.named.is_empty();
        says_something.then(|| Value {
            fields: Some(fields.bounded()),
            ..Value::default()
        })
    }

    fn annotated_by_name(&mut self, value: &Value) -> Option<Value> {
        // An enumeration whose members are written in this file.
        let is_choice = value.fields.as_ref().is_some_and(|fields| {
            fields.complete
                && fields.values().next().is_some()
                && fields.values().all(|member| member.content.is_fixed())
        });
        if is_choice {
            return Some(choice(None));
        }
        let admitted = self.admitted_within(value, 0)?;
        let is_class = value.origin.is_some() && !admitted.content.is_fixed();
        (!is_class).then_some(admitted)
    }

    fn annotated_generic(&mut self, base: ExprId, index: ExprId, depth: usize) -> Option<Value> {
        let body = self.body;
        let outer = self.annotated_type(base)?;
        let arguments: Vec<ExprId> = match &body.expr(index).kind {
            ExprKind::Collection(collection) => {
                let entries = collection.entries.iter();
                entries.map(|entry| entry.value).collect()
            }
            _ => vec![index],
        };
        let first = *arguments.first()?;
        if self.is_of_value(outer) {
            return self.annotated_within(first, depth + 1);
        }
        match outer.rsplit('.').next().unwrap_or_default() {
            "Literal" if self.context.language == Language::Python => Some(choice(None)),
            "Optional" | "Annotated" | "Final" | "ClassVar" | "Promise" | "Readonly"
            | "NonNullable" => self.annotated_within(first, depth + 1),
            "Union" => self.any_of(&arguments, depth),
            "list" | "List" | "Sequence" | "Iterable" | "Collection" | "set" | "Set"
            | "frozenset" | "FrozenSet" | "Array" | "ReadonlyArray" => {
                let element = self.annotated_within(first, depth + 1).or_else(|| {
                    let class = self.annotated_type(first)?;
                    self.is_class(class).then(|| Value::of_type(class))
                })?;
                Some(collection_of(Value::default(), vec![element]))
            }
            _ => None,
        }
    }

    /// Whether a generic type is that of what its argument lets through.
    pub(super) fn is_of_value(&self, ty: Symbol) -> bool {
        let model = self.context.knowledge.type_model(ty);
        model.is_some_and(|model| model.holds == Some(Holds::Value))
    }

    /// What several annotations let through together, of which `None` counts for nothing.
    fn any_of(&mut self, members: &[ExprId], depth: usize) -> Option<Value> {
        let mut all: Option<Value> = None;
        for member in members {
            let is_null = matches!(
                self.body.expr(*member).kind,
                ExprKind::Literal(tripline_ir::Literal::Null)
            );
            if is_null {
                continue;
            }
            let next = self.annotated_within(*member, depth + 1)?;
            all = Some(all.map_or_else(|| next.clone(), |known| known.join(&next)));
        }
        all
    }

    /// What the annotations in a class of the module say of the members of its instances.
    pub(super) fn annotated_members(&mut self, block: &[StmtId]) -> Vec<(Symbol, Value)> {
        let body = self.body;
        let mut members = Vec::new();
        if body.kind != BodyKind::Module {
            return members;
        }
        if self.context.language.is_ecmascript() {
            return self.decorated_members(block);
        }
        if self.context.language != Language::Python {
            return members;
        }
        for stmt in block {
            let StmtKind::Assign {
                targets,
                annotation: Some(annotation),
                declaration: Declaration::None,
                ..
            } = &body.stmt(*stmt).kind
            else {
                continue;
            };
            let [target] = &**targets else { continue };
            if let ExprKind::Name(name) = body.expr(*target).kind
                && let Some(value) = self.annotated(*annotation)
            {
                members.push((name, value));
            }
        }
        members
    }

    /// The members of a class that decorators let numbers and the like through to alone: `@IsUUID() id: string`. What
    /// decorates a member stands before it as a statement of the class.
    fn decorated_members(&mut self, block: &[StmtId]) -> Vec<(Symbol, Value)> {
        let body = self.body;
        let mut members = Vec::new();
        let mut is_checked = false;
        for stmt in block {
            match &body.stmt(*stmt).kind {
                StmtKind::Expr(decorator) => {
                    let ty = self.eval(*decorator).ty;
                    is_checked |= ty.is_some_and(|ty| self.context.knowledge.is_scalar(ty));
                }
                StmtKind::Assign { targets, .. } => {
                    if let [target] = **targets
                        && let ExprKind::Attribute { name, .. } = body.expr(target).kind
                        && is_checked
                    {
                        members.push((name, Value::scalar()));
                    }
                    is_checked = false;
                }
                _ => is_checked = false,
            }
        }
        members
    }
}

/// One of the program's own texts, or a member of an enumeration.
fn choice(class: Option<Symbol>) -> Value {
    let text = Value {
        content: Content::Literal,
        ..Value::default()
    };
    let Some(class) = class else { return text };
    let members = ["name", "value"].map(|name| (Arc::from(name), text.clone()));
    Value {
        ty: Some(class),
        fields: Some(Fields::new(members.into(), Vec::new(), false).bounded()),
        ..text
    }
}

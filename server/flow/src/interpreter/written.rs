//! Rust: types as they are written, which say what a value holds: `Query<Params>`, `Option<i64>`, `Vec<String>`.

use tripline_ir::{BodyKey, Call, CallForm, Collection, ExprId, ExprKind, Span, Symbol};

use super::Interpreter;
use crate::{
    ArgRef, CallableModel, Content, Fields, Flow, FunctionRef, Holds, ParamFact, Provenance, Taint,
    Value,
};

/// Deepest nesting of type arguments that is looked into.
const MAX_DEPTH: usize = 8;

/// A type with its arguments.
#[derive(Clone)]
pub(super) struct Written {
    /// Qualified; `()` for a tuple, whose arguments are its elements, `[]` for an array or slice.
    name: Symbol,
    arguments: Vec<Written>,
}

/// What reads a value of a type out of a text.
pub(super) enum Reader<'a> {
    OfProgram(BodyKey),
    OfLibrary(&'a CallableModel),
}

impl<'a> Interpreter<'a, '_> {
    /// The value of a parameter of a written type.
    pub(super) fn written_parameter(
        &mut self,
        annotation: ExprId,
        fact: &ParamFact,
        parameter: Option<u32>,
        span: Span,
    ) -> Value {
        let provenance = match (fact.source, parameter) {
            (Some(source), _) => Some((source, None)),
            (None, Some(parameter)) => Some((Provenance::Parameter, Some(parameter))),
            (None, None) => None,
        };
        let taint = provenance.map_or_else(Taint::default, |(source, parameter)| {
            Taint::enters(source, parameter, self.body.key, span).cleared(fact.cleared)
        });
        let written = self.written(annotation, 0);
        let mut value = self.value_of(&written, &taint, span);
        value.ty = value.ty.or(fact.ty);
        if fact.is_scalar {
            value = Value {
                ty: value.ty,
                ..Value::scalar()
            };
        }
        value
    }

    /// Lets a value be of a written type, where it says more than what is known of the value. A conversion to a number
    /// leaves nothing else of it.
    pub(super) fn declare_type(&mut self, value: &mut Value, annotation: ExprId, converts: bool) {
        if value.content.is_fixed() && !converts {
            return;
        }
        let span = self.body.expr(annotation).span;
        let written = self.written(annotation, 0);
        if let Some(converted) = self.converted(value, written.name, span) {
            *value = converted;
            return;
        }
        if value.ty.is_some() && value.fields.is_some() {
            return;
        }
        let declared = self.value_of(&written, &value.taint, span);
        if declared.content.is_fixed() && !value.content.is_fixed() {
            value.content = declared.content;
            value.taint = declared.taint;
            value.shape = None;
        }
        value.ty = value.ty.or(declared.ty);
        if value.fields.is_none() {
            value.fields = declared.fields;
        }
    }

    /// Keeps the type that is declared for a value which a call at its start is told to give: `Name` of
    /// `let name: Name = text.parse()?`.
    pub(super) fn tell(&mut self, value: ExprId, annotation: ExprId) {
        if let Some(callee) = self.told_by_place(value) {
            let written = self.written(annotation, 0);
            self.told.insert(callee, written);
        }
    }

    /// As [`Self::tell`], of the type that a class declares for its member which the value is written for: `id: u32` of
    /// `Query { id: text.parse()? }`.
    pub(super) fn tell_member(&mut self, value: ExprId, class: Symbol, member: &str) {
        let Some(callee) = self.told_by_place(value) else {
            return;
        };
        let declared = self.class_member(class, Symbol::new(member));
        if let Some(ty) = declared.and_then(|declared| declared.ty) {
            let written = self.parsed(&ty, 0);
            self.told.insert(callee, written);
        }
    }

    /// The callee of the call at the start of a value that gives what the place of the value asks for: of `text.parse()?`.
    fn told_by_place(&self, mut value: ExprId) -> Option<ExprId> {
        let body = self.body;
        for _ in 0..MAX_DEPTH {
            value = match &body.expr(value).kind {
                ExprKind::Cast { value, to: None } => *value,
                ExprKind::Call(call) => {
                    let ExprKind::Attribute { base, name, .. } = body.expr(call.callee).kind else {
                        return None;
                    };
                    let (_, model) = self.context.knowledge.method(None, name)?;
                    match &model.flow {
                        Flow::Parsed(_) => return Some(call.callee),
                        Flow::Same(ArgRef::Receiver) => base,
                        _ => return None,
                    }
                }
                _ => return None,
            };
        }
        None
    }

    /// The type that a call is told to give.
    pub(super) fn told(&mut self, call: &Call) -> Option<Written> {
        match call.form {
            CallForm::Typed(ty) => Some(self.written(ty, 0)),
            _ => self.told.get(&call.callee).cloned(),
        }
    }

    /// What reads a value of a written type out of a text, where the value may be as harmful as the text.
    pub(super) fn reader(&mut self, mut written: Written) -> Option<Reader<'a>> {
        let knowledge = self.context.knowledge;
        while knowledge
            .type_model(written.name)
            .is_some_and(|model| model.holds == Some(Holds::Value))
        {
            written = written.arguments.into_iter().next()?;
        }
        let from_str = Symbol::new("from_str");
        match self.method(written.name, from_str) {
            Some(FunctionRef::Body(key)) => Some(Reader::OfProgram(key)),
            Some(FunctionRef::Closure(..)) => None,
            None => {
                let model = knowledge.callable(written.name.member(&from_str))?;
                (model.flow != Flow::Scalar).then_some(Reader::OfLibrary(model))
            }
        }
    }

    /// A value of one type of the program where one of another is declared: what the only `From` of that makes of it.
    fn converted(&mut self, value: &Value, class: Symbol, span: Span) -> Option<Value> {
        let ty = value.ty.filter(|ty| *ty != class)?;
        if !self.is_class(class) || !self.is_class(ty) {
            return None;
        }
        let implementations = self.context.items.implementations.iter();
        let mut conversions = implementations
            .filter(|known| known.class == class && known.method.name.as_str() == "from");
        let only = conversions
            .next()
            .filter(|_| conversions.next().is_none())?;
        self.called_with(only.body, value, span)
    }

    /// A member that the language or a declaration in the file types: `pair.0`, `self.pool`, a field of a request's data.
    pub(super) fn written_member_of(&mut self, base: &Value, name: Symbol) -> Option<Value> {
        if !self.is_rust() {
            return None;
        }
        let known = base.fields.as_ref().and_then(|fields| fields.get(&name));
        let declared = || base.ty.and_then(|ty| self.class_member(ty, name));
        if let Some(value) = known.cloned().or_else(declared) {
            let is_declared = value.ty.is_some_and(|ty| value == Value::of_type(ty));
            return match value.ty.filter(|_| is_declared) {
                Some(ty) => {
                    let written = self.parsed(&ty, 0);
                    let taint = base.taint.clone().of_member(name);
                    Some(self.value_of(&written, &taint, Span::default()))
                }
                None => Some(value),
            };
        }
        let position = name.parse::<usize>().ok()?;
        match &base.fields {
            Some(fields) if !fields.positional.is_empty() => {
                fields.positional.get(position).cloned()
            }
            // The only field of a wrapper.
            _ if position == 0 => Some(base.clone()),
            _ => Some(base.element()),
        }
    }

    /// Whether an expression is an `async` block: it runs where it is awaited.
    pub(super) fn is_async_block(&self, expr: ExprId) -> bool {
        let ExprKind::Closure(closure) = &self.body.expr(expr).kind else {
            return false;
        };
        self.is_rust() && closure.params.is_empty()
    }

    fn written(&mut self, annotation: ExprId, depth: usize) -> Written {
        let unknown = || Written {
            name: Symbol::new("_"),
            arguments: Vec::new(),
        };
        if depth >= MAX_DEPTH {
            return unknown();
        }
        let body = self.body;
        match &body.expr(annotation).kind {
            ExprKind::Index { base, index } => {
                let outer = self.written(*base, depth + 1);
                let arguments = match &body.expr(*index).kind {
                    // Several arguments have the span of the whole type, a tuple as the only one its own.
                    ExprKind::Collection(arguments)
                        if body.expr(*index).span == body.expr(annotation).span =>
                    {
                        self.written_all(arguments, depth)
                    }
                    _ => vec![self.written(*index, depth + 1)],
                };
                Written { arguments, ..outer }
            }
            ExprKind::Collection(elements) => Written {
                name: Symbol::new("()"),
                arguments: self.written_all(elements, depth),
            },
            ExprKind::Name(name) if name.as_str() == "[]" => Written {
                name: *name,
                arguments: Vec::new(),
            },
            ExprKind::Name(_) | ExprKind::Attribute { .. } => match self.eval(annotation).origin {
                Some(name) => Written {
                    name,
                    arguments: Vec::new(),
                },
                None => unknown(),
            },
            _ => unknown(),
        }
    }

    fn written_all(&mut self, elements: &Collection, depth: usize) -> Vec<Written> {
        let elements = elements.entries.iter();
        elements
            .map(|element| self.written(element.value, depth + 1))
            .collect()
    }

    /// The type of a declaration, as its text says: `Option<i64>`, `Vec<crate.Item>`.
    fn parsed(&mut self, text: &str, depth: usize) -> Written {
        let (name, rest) = text.split_once('<').unwrap_or((text, ""));
        let arguments = rest.strip_suffix('>').unwrap_or(rest);
        let mut parts = Vec::new();
        let (mut start, mut open) = (0, 0);
        for (at, character) in arguments.char_indices() {
            match character {
                '<' => open += 1,
                '>' => open -= 1,
                ',' if open == 0 => {
                    parts.push(&arguments[start..at]);
                    start = at + 1;
                }
                _ => {}
            }
        }
        if start < arguments.len() {
            parts.push(&arguments[start..]);
        }
        let parts = if depth < MAX_DEPTH { parts } else { Vec::new() };
        Written {
            name: self.type_named(name),
            arguments: parts
                .into_iter()
                .map(|part| self.parsed(part, depth + 1))
                .collect(),
        }
    }

    /// The qualified name of a type that is written in a declaration of the file, which may be qualified already.
    fn type_named(&mut self, name: &str) -> Symbol {
        let symbol = Symbol::new(name);
        let (first, rest) = name
            .split_once('.')
            .map_or((name, None), |(first, rest)| (first, Some(rest)));
        if matches!(name, "()" | "[]") || self.is_class(symbol) {
            return symbol;
        }
        let first = Symbol::new(first);
        let imports = self.context.items.imports.iter().rev();
        let import = imports
            .into_iter()
            .find(|import| import.local == Some(first));
        match (import, rest) {
            (Some(import), Some(rest)) => import.target.member(rest),
            (Some(import), None) => import.target,
            (None, Some(_)) => symbol,
            (None, None) => self.predeclared(symbol),
        }
    }

    /// A value of a type whose data comes from where the labels say.
    fn value_of(&mut self, written: &Written, taint: &Taint, span: Span) -> Value {
        let knowledge = self.context.knowledge;
        let name = written.name;
        let mut typed = Value {
            ty: Some(name).filter(|name| name.as_str() != "_"),
            taint: taint.clone(),
            ..Value::default()
        };
        if knowledge.is_scalar(name) {
            typed.content = Content::Scalar;
            typed.taint = Taint::default();
            return typed;
        }
        let model = knowledge.type_model(name).unwrap_or_default();
        let entered = model
            .source
            .map(|source| Taint::enters(source, None, self.body.key, span));
        let taint = entered.as_ref().unwrap_or(taint);
        typed.taint = taint.clone();
        let holds = match name.as_str() {
            "()" => {
                let elements = written.arguments.iter();
                let elements = elements.map(|element| self.value_of(element, taint, span));
                return collection_of(typed, elements.collect());
            }
            "[]" => Some(Holds::Elements),
            _ => model.holds,
        };
        match (holds, written.arguments.first()) {
            (Some(Holds::Value), Some(inner)) => self.value_of(inner, taint, span),
            // Bytes are text.
            (Some(Holds::Elements), Some(element))
                if element.name == self.predeclared(Symbol::new("u8")) =>
            {
                typed
            }
            (Some(Holds::Elements), Some(element)) => {
                let element = self.value_of(element, taint, span);
                collection_of(typed, vec![element])
            }
            (Some(Holds::Entries), Some(_)) => {
                let parts = written.arguments.iter();
                let parts = parts.map(|part| self.value_of(part, taint, span)).collect();
                let entry = collection_of(Value::default(), parts);
                collection_of(typed, vec![entry])
            }
            _ if self.is_class(name) => self.instance_of(typed),
            _ => typed,
        }
    }

    /// A value of a type of the program. One that holds no data at all has no text but the program's own.
    fn instance_of(&mut self, typed: Value) -> Value {
        let Some(name) = typed.ty else {
            return typed;
        };
        let classes = &self.context.items.classes;
        let mut declarations = classes.iter().filter(|class| class.name == name);
        let elsewhere = self.context.others.class(name);
        let holds_data = declarations.any(|class| !class.fields.is_empty())
            || classes
                .iter()
                .any(|class| class.bases.contains(&name) && !class.fields.is_empty())
            || elsewhere.as_ref().is_some_and(|class| class.holds_data);
        if holds_data {
            return typed;
        }
        // The base of an alias is a type, that of a struct or enum a trait.
        let alias = classes
            .iter()
            .filter(|class| class.name == name)
            .find_map(|class| class.bases.first().copied())
            .or_else(|| elsewhere?.bases.first().copied())
            .map(|base| self.parsed(&base, 0));
        let knowledge = self.context.knowledge;
        match alias {
            Some(alias)
                if knowledge.type_model(alias.name).is_some()
                    || knowledge.is_scalar(alias.name) =>
            {
                self.value_of(&alias, &typed.taint, Span::default())
            }
            _ => Value {
                content: Content::Literal,
                taint: Taint::default(),
                ..typed
            },
        }
    }
}

/// A collection of these elements.
pub(super) fn collection_of(typed: Value, elements: Vec<Value>) -> Value {
    let mut taint = Taint::default();
    let mut content: Option<Content> = None;
    for element in &elements {
        taint = taint.union(&element.taint);
        let text = element.content.as_element();
        content = Some(content.map_or_else(|| text.clone(), |known| known.join(&text)));
    }
    Value {
        content: content.unwrap_or_default(),
        taint,
        fields: Some(Fields::new(Vec::new(), elements, false).bounded()),
        ..typed
    }
}

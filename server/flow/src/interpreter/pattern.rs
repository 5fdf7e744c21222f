//! Rust: patterns, what is tried with them, and the scopes of what they bind.

use tripline_ir::{
    ArgName, AssignOp, Block, Call, Case, Collection, CollectionKind, Entry, ExprId, ExprKind,
    Literal, Span, Symbol,
};
use tripline_syntax::Language;

use super::condition::fixed;
use super::{Control, Interpreter};
use crate::environment::Layer;
use crate::value::{Guarantee, Narrowing};
use crate::{ArgRef, Content, Flow, FunctionRef, KindSet, Value};

/// Deepest nesting of patterns and views that is looked into.
const MAX_DEPTH: usize = 12;

impl<'a> Interpreter<'a, '_> {
    pub(super) fn is_rust(&self) -> bool {
        self.context.language == Language::Rust
    }

    /// Opens what a block is: a scope where the language has them, a branch otherwise.
    pub(super) fn open_block(&mut self) {
        if self.is_rust() {
            self.environment.push_scope();
        } else {
            self.environment.push();
        }
    }

    /// Closes it and hands out its writes to what surrounds it.
    pub(super) fn close_block(&mut self) -> Layer {
        if self.is_rust() {
            self.environment.pop_scope()
        } else {
            self.environment.pop()
        }
    }

    /// Runs the statements of a block that always runs.
    pub(super) fn run_inner_block(&mut self, block: &'a Block) -> Control {
        // The blocks of a module are its inner modules, whose names go by their paths.
        let is_function = self.body.kind != tripline_ir::BodyKind::Module || self.frames.len() > 1;
        if !self.is_rust() || !is_function {
            return self.run_block(block);
        }
        self.environment.push_scope();
        let control = self.run_block(block);
        let written = self.environment.pop_scope();
        self.environment.apply(written);
        control
    }

    /// Whether a name that nothing in the file declares is a crate, whose paths need no import.
    pub(super) fn is_crate(&self, name: Symbol, predeclared: Symbol) -> bool {
        let knowledge = self.context.knowledge;
        name.starts_with(|first: char| first.is_ascii_lowercase())
            && knowledge.callable(predeclared).is_none()
            && knowledge.type_model(predeclared).is_none()
    }

    /// Declares the names of a pattern and binds them.
    pub(super) fn bind_new(&mut self, pattern: ExprId, value: Value, span: Span) {
        self.declare(pattern);
        self.bind(pattern, value, span);
    }

    /// `let pattern = value else { .. }`: the alternative leaves, and what the pattern binds stays. `None` if the statement is
    /// none of that.
    pub(super) fn run_let_else(
        &mut self,
        arms: &'a [(ExprId, Block)],
        otherwise: Option<&'a [tripline_ir::StmtId]>,
    ) -> Option<Control> {
        let ([(test, block)], Some(otherwise)) = (arms, otherwise) else {
            return None;
        };
        let ExprKind::Assign { target, value } = &self.body.expr(*test).kind else {
            return None;
        };
        if !self.is_rust() || !block.is_empty() {
            return None;
        }
        let (target, value) = (*target, *value);
        let result = self.eval_checked(value);
        self.environment.push_scope();
        self.assume(*test, false);
        let control = self.run_block(otherwise);
        let written = self.environment.pop_scope();
        if control == Control::Continues {
            self.environment.merge(vec![written, Layer::default()]);
        }
        self.declare(target);
        self.assign(target, Some(value), &result, AssignOp::Set);
        self.assume(*test, true);
        Some(Control::Continues)
    }

    /// A `match`: one of its cases fits.
    pub(super) fn run_match(&mut self, subject: ExprId, cases: &'a [Case]) -> Control {
        let value = self.eval_checked(subject);
        let place = self.place(subject);
        let mut survivors = Vec::new();
        for case in cases {
            self.environment.push_scope();
            self.fit(case, &value, place);
            if let Some(guard) = case.guard {
                self.eval(guard);
                self.assume(guard, true);
            }
            let control = self.run_block(&case.body);
            let written = self.environment.pop_scope();
            if control == Control::Continues {
                survivors.push(written);
            }
        }
        if survivors.is_empty() {
            return if cases.is_empty() {
                Control::Continues
            } else {
                Control::Leaves
            };
        }
        self.environment.merge(survivors);
        Control::Continues
    }

    /// Lets the patterns of a case fit a value, and the place that it comes from.
    fn fit(&mut self, case: &'a Case, value: &Value, place: Option<Symbol>) {
        let mut fixed: Option<Content> = None;
        let mut is_fixed = !case.patterns.is_empty();
        for &pattern in &case.patterns {
            match self.pattern_content(pattern, 0) {
                Some(content) => {
                    fixed =
                        Some(fixed.map_or_else(|| content.clone(), |known| known.join(&content)));
                }
                None => is_fixed = false,
            }
            let span = self.body.expr(pattern).span;
            self.bind_new(pattern, value.clone(), span);
        }
        if let (Some(content), Some(place), true) = (fixed, place, is_fixed) {
            self.hold(place, content);
        }
    }

    /// Lets a place hold a text of the program.
    fn hold(&mut self, place: Symbol, content: Content) {
        let value = Value {
            content,
            ..Value::default()
        };
        if place.contains('.') {
            self.environment.set_place(place, value);
        } else {
            self.environment.set(place, value);
        }
    }

    /// The constants that a pattern admits; `None` if it admits others.
    pub(super) fn pattern_content(&mut self, pattern: ExprId, depth: usize) -> Option<Content> {
        if depth >= MAX_DEPTH {
            return None;
        }
        let body = self.body;
        match &body.expr(pattern).kind {
            ExprKind::Literal(_) => Some(self.eval(pattern).content),
            // `Color.RED` as a pattern.
            ExprKind::Attribute { .. } => {
                Some(self.eval(pattern).content).filter(Content::is_fixed)
            }
            ExprKind::Or(one, two) => {
                let one = self.pattern_content(*one, depth + 1)?;
                let two = self.pattern_content(*two, depth + 1)?;
                Some(one.join(&two))
            }
            ExprKind::Assign { value, .. } => self.pattern_content(*value, depth + 1),
            ExprKind::Collection(Collection {
                kind: CollectionKind::Tuple,
                ty: Some(ty),
                entries,
            }) => match &**entries {
                [] => {
                    let value = self.eval(*ty);
                    let is_text = value.content.is_fixed() && value.taint.is_empty();
                    is_text.then_some(value.content)
                }
                [entry] => self.pattern_content(entry.value, depth + 1),
                _ => None,
            },
            _ => None,
        }
    }

    /// Binds the names of `name @ pattern`.
    pub(super) fn bind_captured(
        &mut self,
        name: ExprId,
        pattern: ExprId,
        mut value: Value,
        span: Span,
    ) {
        if let Some(content) = self.pattern_content(pattern, 0) {
            value = Value {
                content,
                ..Value::default()
            };
        } else if let ExprKind::Call(call) = &self.body.expr(pattern).kind {
            value = self.of_class(call.callee, value);
        }
        self.bind(name, value.clone(), span);
        self.bind(pattern, value, span);
    }

    /// A value that is an instance of the class that an expression names.
    pub(super) fn of_class(&mut self, class: ExprId, value: Value) -> Value {
        let class = self.eval(class).origin;
        match class {
            Some(class) if self.context.knowledge.is_scalar(class) => Value {
                ty: Some(class),
                ..Value::scalar()
            },
            Some(class) if self.is_class(class) => Value {
                ty: Some(class),
                ..value
            },
            _ => value,
        }
    }

    /// Binds what a pattern takes out of a variant or struct. Whether the pattern is one.
    pub(super) fn bind_variant(
        &mut self,
        collection: &Collection,
        value: &Value,
        span: Span,
    ) -> bool {
        let Some(ty) = collection.ty.filter(|_| self.is_rust()) else {
            return false;
        };
        let variant = self.denoted_path(ty);
        if variant.is_some_and(|variant| self.fails(variant)) {
            for entry in &collection.entries {
                self.bind(entry.value, Value::default(), span);
            }
            return true;
        }
        let class = variant.filter(|variant| self.is_class(*variant));
        let typed = Value {
            ty: class.or(value.ty),
            ..value.clone()
        };
        let model = variant.and_then(|variant| self.context.knowledge.callable(variant));
        let sanitized = model.map_or(KindSet::NONE, |model| model.sanitizes);
        let is_wrapper = class.is_none() && collection.kind == CollectionKind::Tuple;
        for (position, entry) in collection.entries.iter().enumerate() {
            if let ExprKind::Spread(_) = self.body.expr(entry.value).kind {
                continue;
            }
            let part = if is_wrapper && collection.entries.len() == 1 {
                Value {
                    taint: value.taint.clone().cleared(sanitized),
                    ..value.clone()
                }
            } else if is_wrapper {
                value.element()
            } else {
                let written = entry.key.and_then(|key| match &self.body.expr(key).kind {
                    ExprKind::Literal(Literal::String(key)) => Some(Symbol::new(&key.value)),
                    _ => None,
                });
                let name = written.unwrap_or_else(|| Symbol::new(&position.to_string()));
                self.member(&typed, name, entry.span)
            };
            self.bind(entry.value, part, span);
        }
        true
    }

    /// Whether a constructor or variant says that something has failed: a function that returns it gives nothing back.
    pub(super) fn fails(&self, variant: Symbol) -> bool {
        let model = self.context.knowledge.callable(variant);
        model.is_some_and(|model| model.diverges)
    }

    /// Whether an expression is such a failure: `Err(error)`, `None`.
    pub(super) fn is_failure(&mut self, expr: ExprId) -> bool {
        if !self.is_rust() {
            return false;
        }
        let body = self.body;
        let name = match &body.expr(expr).kind {
            ExprKind::Call(call) => call.callee,
            _ => expr,
        };
        match &body.expr(name).kind {
            ExprKind::Name(name) => self
                .lookup(*name)
                .origin
                .is_some_and(|origin| self.fails(origin)),
            _ => false,
        }
    }

    /// Whether an expression is a success with something or nothing in it: `Ok(())`, `Some(x)`, `true`.
    pub(super) fn is_success(&mut self, expr: ExprId) -> bool {
        let body = self.body;
        match &body.expr(expr).kind {
            ExprKind::Literal(Literal::Bool(truth)) => *truth,
            ExprKind::Call(call) => match &body.expr(call.callee).kind {
                ExprKind::Name(name) => {
                    let origin = self.lookup(*name).origin;
                    let model = origin.and_then(|origin| self.context.knowledge.callable(origin));
                    let whole = Flow::Same(ArgRef::At {
                        position: Some(0),
                        keyword: None,
                    });
                    model.is_some_and(|model| model.flow == whole)
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// What it guarantees that a pattern was tried.
    pub(super) fn tried(
        &mut self,
        target: ExprId,
        value: ExprId,
        holds: bool,
        depth: usize,
    ) -> Vec<Guarantee> {
        let variant = match &self.body.expr(target).kind {
            ExprKind::Collection(Collection { ty: Some(ty), .. }) => self.denoted_path(*ty),
            _ => None,
        };
        if variant.is_some_and(|variant| self.fails(variant)) {
            return self.implied(value, !holds, depth);
        }
        if holds
            && let Some(content) = self.pattern_content(target, 0)
            && let Some(place) = self.place(value)
        {
            return vec![fixed(place, content)];
        }
        self.implied(value, holds, depth)
    }

    /// The qualified name that a path denotes.
    fn denoted_path(&mut self, path: ExprId) -> Option<Symbol> {
        match &self.body.expr(path).kind {
            ExprKind::Name(name) => self.lookup(*name).origin,
            _ => self.eval(path).origin,
        }
    }

    /// The dotted path of a place, through what only looks at it: `&name`, `name.as_str()`.
    pub(super) fn place(&mut self, expr: ExprId) -> Option<Symbol> {
        let viewed = if self.is_rust() {
            self.viewed(expr)
        } else {
            expr
        };
        self.path(viewed)
    }

    fn viewed(&mut self, mut expr: ExprId) -> ExprId {
        let body = self.body;
        for _ in 0..MAX_DEPTH {
            expr = match &body.expr(expr).kind {
                ExprKind::Reference(inner) | ExprKind::Await(inner) => *inner,
                ExprKind::Cast { value, to: None } => *value,
                ExprKind::Call(call) => match &body.expr(call.callee).kind {
                    ExprKind::Attribute { base, name, .. } => {
                        let (base, name) = (*base, *name);
                        let callee = self.qualified(call.callee);
                        let knowledge = self.context.knowledge;
                        let model = callee
                            .and_then(|callee| knowledge.callable(callee))
                            .or_else(|| knowledge.method(None, name).map(|(_, model)| model));
                        if !model.is_some_and(|model| model.flow == Flow::Same(ArgRef::Receiver)) {
                            return expr;
                        }
                        base
                    }
                    _ => return expr,
                },
                _ => return expr,
            };
        }
        expr
    }

    /// What it says of the first parameter of a function that the function is true: of the whole, or of its parts by their
    /// position where it is taken apart, `([key]) => COLUMNS.has(key)`.
    pub(super) fn true_of_parameter(
        &mut self,
        function: Option<FunctionRef>,
    ) -> Vec<(Option<usize>, Narrowing)> {
        let body = self.body;
        let expr = match function {
            Some(FunctionRef::Closure(key, expr)) if key == body.key => expr,
            Some(FunctionRef::Closure(..)) | None => return Vec::new(),
            Some(FunctionRef::Body(key)) => {
                let summary = (self.context.summary)(key);
                let guards = summary.iter().flat_map(|summary| &summary.guards);
                let first = guards.filter(|(index, _)| *index == 0).take(1);
                let narrowing = first.map(|(_, kinds)| match *kinds {
                    KindSet::ALL => Narrowing::Content(Content::Literal),
                    kinds => Narrowing::Cleared(kinds),
                });
                return narrowing.map(|narrowing| (None, narrowing)).collect();
            }
        };
        let ExprKind::Closure(closure) = &body.expr(expr).kind else {
            return Vec::new();
        };
        let (Some(param), [statement]) = (closure.params.first(), &*closure.body) else {
            return Vec::new();
        };
        let tripline_ir::StmtKind::Return(Some(test)) = body.stmt(*statement).kind else {
            return Vec::new();
        };
        let own: Vec<(Option<usize>, Symbol)> = match &body.expr(param.pattern).kind {
            ExprKind::Name(name) => vec![(None, *name)],
            ExprKind::Collection(parts)
                if matches!(parts.kind, CollectionKind::List | CollectionKind::Tuple) =>
            {
                let parts = parts.entries.iter().enumerate();
                let name = |(position, part): (usize, &Entry)| match body.expr(part.value).kind {
                    ExprKind::Name(name) => Some((Some(position), name)),
                    _ => None,
                };
                parts.filter_map(name).collect()
            }
            _ => return Vec::new(),
        };
        self.environment.push_scope();
        self.bind_new(param.pattern, Value::default(), param.span);
        let found = self.implied(test, true, 0);
        self.environment.pop_scope();
        let narrowing = |(position, name): (Option<usize>, Symbol)| {
            let mut found = found.iter();
            let found = found.find(|guarantee| guarantee.place == name)?;
            Some((position, found.narrowing.clone()))
        };
        own.into_iter().filter_map(narrowing).collect()
    }

    /// What it guarantees that a function is true for an element of a collection: `ALLOWED.iter().any(|known| known == name)`.
    pub(super) fn true_for_element(
        &mut self,
        receiver: Option<ExprId>,
        call: &'a Call,
        depth: usize,
    ) -> Vec<Guarantee> {
        let body = self.body;
        let is_closure = |arg: ExprId| matches!(body.expr(arg).kind, ExprKind::Closure(_));
        let positional = call.args.iter();
        let positional = positional.filter(|arg| arg.name == ArgName::Positional);
        let (closures, others): (Vec<_>, Vec<_>) = positional
            .map(|arg| arg.value)
            .partition(|arg| is_closure(*arg));
        let closure = closures.first().copied();
        // The collection may be an argument: `slices.ContainsFunc(names, func(known string) bool { .. })`.
        let receiver = others.first().copied().or(receiver);
        let (Some(receiver), Some(closure)) = (receiver, closure) else {
            return Vec::new();
        };
        let ExprKind::Closure(closure) = &body.expr(closure).kind else {
            return Vec::new();
        };
        let (Some(param), [statement]) = (closure.params.first(), &*closure.body) else {
            return Vec::new();
        };
        let tripline_ir::StmtKind::Return(Some(test)) = body.stmt(*statement).kind else {
            return Vec::new();
        };
        let element = self.eval(receiver).element();
        self.environment.push_scope();
        self.bind_new(param.pattern, element, param.span);
        let mut found = self.implied(test, true, depth);
        self.environment.pop_scope();
        let own = match &body.expr(param.pattern).kind {
            ExprKind::Name(name) => Some(*name),
            _ => None,
        };
        found.retain(|guarantee| Some(guarantee.place) != own);
        found
    }
}

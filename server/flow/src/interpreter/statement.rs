//! Statements and control flow.

use tripline_ir::{
    AssignOp, BodyKind, Case, Declaration, ExprId, ExprKind, Handler, Import, Literal, StmtId,
    StmtKind, Symbol,
};

use super::call::{DECORATORS, with_element};
use super::written::collection_of;
use super::{Control, Frame, GivenBack, Interpreter, Loop, starts_empty};
use crate::environment::Layer;
use crate::observer::{BranchEvent, DiscardEvent};
use crate::{Constant, Content, Fields, FunctionRef, KindSet, Taint, Value};

/// Most runs of a loop's body: each sees what the one before has written.
const LOOP_RUNS: usize = 4;

/// How a loop ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LoopEnd {
    /// Before each run of its body, the first included.
    Anytime,
    /// Where its body says so alone.
    Break,
}

impl<'a> Interpreter<'a, '_> {
    pub(super) fn run_block(&mut self, block: &'a [StmtId]) -> Control {
        let mut control = Control::Continues;
        for &stmt in block {
            if control == Control::Leaves {
                // Code after a `return` does not run, but functions defined there may.
                if !matches!(
                    self.body.stmt(stmt).kind,
                    StmtKind::Define { .. } | StmtKind::Class { .. }
                ) {
                    continue;
                }
                self.run(stmt);
                continue;
            }
            control = self.run(stmt);
        }
        control
    }

    fn run(&mut self, stmt: StmtId) -> Control {
        let body = self.body;
        match &body.stmt(stmt).kind {
            StmtKind::Expr(expr) => self.run_expr(*expr),
            StmtKind::Assign {
                targets,
                value,
                op,
                annotation,
                declaration,
            } => {
                self.run_assign(targets, *value, *op, *annotation, *declaration);
                Control::Continues
            }
            StmtKind::Import(import) => {
                self.run_import(import);
                Control::Continues
            }
            StmtKind::Return(Some(value)) if self.is_failure(*value) => {
                self.eval(*value);
                self.note_denials();
                Control::Leaves
            }
            StmtKind::Return(value) => {
                if let (Some(value), Some(returns), true) = (*value, body.returns, self.is_rust())
                    && self.frames.len() == 1
                {
                    self.tell(value, returns);
                }
                let result = value.map(|value| {
                    let result = self.eval(value);
                    self.reach_by_result(value, &result);
                    self.note_guards(value, &result);
                    self.note_given_back(value);
                    let span = body.expr(value).span;
                    self.hop(result, span)
                });
                match *value {
                    Some(value) => self.note_success(value),
                    None => self.note_end_without_result(),
                }
                let result = result.unwrap_or_else(|| Value::constant(Constant::Null));
                self.note_exit(&result);
                self.returned(result);
                self.note_left_behind();
                Control::Leaves
            }
            StmtKind::Raise(value) => {
                if let Some(value) = value {
                    self.eval(*value);
                }
                Control::Leaves
            }
            StmtKind::Break | StmtKind::Continue => {
                if let Some(depth) = self.loops.last().map(|current| current.depth) {
                    let written = self.environment.flattened_above(depth);
                    if let Some(current) = self.loops.last_mut() {
                        current.exits.push(written);
                    }
                }
                Control::Leaves
            }
            StmtKind::If { arms, otherwise } => self.run_if(stmt, arms, otherwise.as_deref()),
            StmtKind::While { test, body: block } => {
                let end = match test {
                    Some(_) => LoopEnd::Anytime,
                    None => LoopEnd::Break,
                };
                self.run_loop(end, |interpreter| {
                    if let Some(test) = test {
                        interpreter.eval(*test);
                        interpreter.assume(*test, true);
                    }
                    interpreter.run_block(block);
                })
            }
            StmtKind::For {
                target,
                iter,
                body: block,
                keys,
            } => {
                let iterated = self.eval(*iter);
                let iterated = self.iterated_object(iterated, body.expr(*iter).span);
                let iterated = self.iterated(iterated);
                let iterated = self.iterated_method(*iter, iterated);
                let control = self.run_loop(LoopEnd::Anytime, |interpreter| {
                    if let Some(target) = target {
                        let element = if *keys {
                            key(&iterated)
                        } else {
                            interpreter.handed_out(&iterated, *iter)
                        };
                        let span = interpreter.body.expr(*target).span;
                        if interpreter.is_rust() {
                            interpreter.declare(*target);
                        }
                        interpreter.bind(*target, element, span);
                    }
                    interpreter.run_block(block);
                });
                self.outlast(*target, *iter, block);
                control
            }
            StmtKind::Switch { subject, cases } if self.is_rust() => {
                self.run_match(*subject, cases)
            }
            StmtKind::Switch { subject, cases } => self.run_switch(*subject, cases),
            StmtKind::Try {
                body: block,
                handlers,
                otherwise,
                finally,
            } => self.run_try(block, handlers, otherwise, finally),
            StmtKind::With { items, body: block } => {
                for item in items {
                    let mut value = self.eval(item.context);
                    value = self.entered(value, body.expr(item.context).span);
                    if let Some(target) = item.target {
                        // No collection is entered: a generator is, that hands out one value.
                        let handed_out = value
                            .fields
                            .as_ref()
                            .and_then(|fields| fields.positional.first().cloned());
                        if let Some(handed_out) = handed_out.filter(|_| value.ty.is_none()) {
                            value = handed_out;
                        }
                        let span = body.expr(item.context).span;
                        self.assign(
                            target,
                            Some(item.context),
                            &self.hop(value, span),
                            AssignOp::Set,
                        );
                    }
                }
                self.run_block(block)
            }
            StmtKind::Defer(expr) => {
                self.defer(*expr);
                Control::Continues
            }
            StmtKind::Assert(test) => {
                self.eval(*test);
                self.assume(*test, true);
                Control::Continues
            }
            StmtKind::Class {
                name,
                decorators,
                body: block,
            } => {
                for decorator in decorators {
                    self.eval(*decorator);
                }
                self.environment.push();
                self.run_block(block);
                let declared = self.annotated_members(block);
                let written = self.environment.pop();
                self.note_members(*name, written, declared);
                self.environment.set(*name, Value::of_origin(*name));
                Control::Continues
            }
            StmtKind::Define { name, decorators } => {
                let mut by = Vec::new();
                for decorator in decorators {
                    let decorator = self.eval(*decorator);
                    by.extend(decorator.function.is_some().then_some(decorator));
                }
                if let Some(function) = self.module_function(*name) {
                    self.environment.set(
                        *name,
                        Value {
                            function: Some(function),
                            fields: decorated_by(by),
                            ..Value::default()
                        },
                    );
                }
                Control::Continues
            }
            StmtKind::Pass => Control::Continues,
            StmtKind::Block(block) => self.run_inner_block(block),
            StmtKind::Unknown(parts) => {
                for part in parts {
                    self.eval(*part);
                }
                Control::Continues
            }
        }
    }

    fn run_expr(&mut self, expr: ExprId) -> Control {
        let body = self.body;
        let mut inner = expr;
        while let ExprKind::Await(awaited) = &body.expr(inner).kind {
            inner = *awaited;
        }
        self.eval(expr);
        let ExprKind::Call(call) = &body.expr(inner).kind else {
            return Control::Continues;
        };
        self.note_call(inner);
        let name = match &body.expr(call.callee).kind {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some(*name),
            _ => None,
        };
        let callee = self.qualified(call.callee);
        self.observer.discard(&DiscardEvent {
            body,
            expr: inner,
            callee,
            name,
        });
        let modelled = callee
            .and_then(|callee| self.context.knowledge.callable(callee))
            .is_some_and(|model| model.diverges);
        if modelled || self.diverges(call.callee) {
            Control::Leaves
        } else {
            Control::Continues
        }
    }

    /// Whether a call of a function of the program never comes back.
    fn diverges(&mut self, callee: ExprId) -> bool {
        let FunctionRef::Body(key) = (match self.eval(callee).function {
            Some(function) => function,
            None => return false,
        }) else {
            return false;
        };
        (self.context.summary)(key).is_some_and(|summary| summary.diverges)
    }

    fn run_assign(
        &mut self,
        targets: &[ExprId],
        value: Option<ExprId>,
        op: AssignOp,
        annotation: Option<ExprId>,
        declaration: Declaration,
    ) {
        let is_python = self.context.language == tripline_syntax::Language::Python;
        if declaration == Declaration::Outer {
            for target in targets {
                if let ExprKind::Name(name) = self.body.expr(*target).kind {
                    self.environment.declare_outer(name);
                }
            }
            return;
        }
        if declaration != Declaration::None || is_python {
            for target in targets {
                self.declare(*target);
            }
        }
        if let (Some(value), Some(annotation), true) = (value, annotation, self.is_rust()) {
            self.tell(value, annotation);
        }
        let mut result = match value {
            Some(value) if op == AssignOp::Add => {
                let Some(&target) = targets.first() else {
                    return;
                };
                let before = self.eval(target);
                self.appended(&before, target, value)
            }
            Some(value) => self.eval(value),
            None => Value::default(),
        };
        if let Some(value) = value {
            if matches!(self.body.expr(value).kind, ExprKind::Call(_)) {
                self.note_call(value);
            }
            if op == AssignOp::Set && result.shape.is_none() {
                result.shape = self.literal_shape(value);
            }
            if op == AssignOp::Other {
                result = Value::scalar();
            }
            if let Some(guarantees) = self.assigned_guarantees(value) {
                result.guarantees = Some(guarantees);
            }
        }
        if let Some(annotation) = annotation.filter(|_| self.is_rust()) {
            self.declare_type(&mut result, annotation, value.is_none());
        } else if let Some(ty) = annotation.and_then(|annotation| self.annotated_type(annotation))
            && result.ty.is_none()
            && !result.content.is_fixed()
        {
            result.ty = Some(ty);
            if self.context.knowledge.is_scalar(ty) && value.is_none() {
                result.content = Content::Scalar;
            }
        }
        for &target in targets {
            match &self.body.expr(target).kind {
                // `var one, two T`: each is of the type.
                ExprKind::Collection(declared) if value.is_none() => {
                    for entry in &declared.entries {
                        self.assign(entry.value, value, &result, op);
                    }
                }
                ExprKind::Collection(pattern) => {
                    self.assign(target, value, &result, op);
                    self.note_ends(pattern, &result);
                }
                _ => self.assign(target, value, &result, op),
            }
        }
    }

    fn run_import(&mut self, import: &Import) {
        if let Some(local) = import.local {
            self.environment.declare(local);
            let entry = self
                .body
                .exprs
                .first()
                .map(|expr| expr.span)
                .unwrap_or_default();
            let value = self.denoted(import.target, entry);
            self.environment.set(local, value);
        }
    }

    fn run_if(
        &mut self,
        stmt: StmtId,
        arms: &'a [(ExprId, tripline_ir::Block)],
        otherwise: Option<&'a [StmtId]>,
    ) -> Control {
        if let Some(control) = self.run_let_else(arms, otherwise) {
            return control;
        }
        let mut survivors: Vec<Layer> = Vec::new();
        // Each arm stands inside the falsehood of the tests before it.
        self.environment.push();
        let base = self.environment.depth();
        let mut always = false;
        for (index, (test, block)) in arms.iter().enumerate() {
            // What a test binds is the arm's own; what else it writes holds for the arms behind it as well.
            let binds = self.is_rust();
            if binds {
                self.environment.push_scope();
            }
            let value = self.eval(*test);
            let tested = binds.then(|| self.environment.flattened_above(base));
            self.observer.branch(&BranchEvent {
                body: self.body,
                stmt,
                arm: index,
                test: &value,
            });
            let known = match &self.body.expr(*test).kind {
                ExprKind::Literal(Literal::Bool(truth)) => Some(*truth),
                _ => None,
            };
            self.environment.push();
            self.assume(*test, true);
            let pending = self.pending_closures();
            let control = self.run_block(block);
            self.run_pending_closures(pending);
            let written = self.environment.flattened_above(base - 1);
            self.environment.pop();
            if let Some(tested) = tested {
                self.environment.pop();
                self.environment.apply(tested);
            }
            if control == Control::Continues && known != Some(false) {
                survivors.push(written);
            }
            if known == Some(true) {
                always = true;
                break;
            }
            self.assume(*test, false);
        }
        if !always {
            self.open_block();
            let control = otherwise.map_or(Control::Continues, |block| self.run_block(block));
            if control == Control::Continues {
                survivors.push(self.environment.flattened_above(base - 1));
            }
            self.environment.pop();
        }
        self.environment.pop();
        if survivors.is_empty() {
            return Control::Leaves;
        }
        self.environment.merge(survivors);
        Control::Continues
    }

    fn run_loop(&mut self, end: LoopEnd, mut run: impl FnMut(&mut Self)) -> Control {
        let mut breaks = Vec::new();
        // Inside other loops, their next run carries on what a run of this one leaves behind: repeating this one as often would
        // double the work with each level.
        let runs = match self.loops.len() {
            0 => LOOP_RUNS,
            1 => 2,
            _ => 1,
        };
        for _ in 0..runs {
            self.open_block();
            let depth = self.environment.depth() - 1;
            self.loops.push(Loop {
                depth,
                exits: Vec::new(),
            });
            run(self);
            let mut ends = self
                .loops
                .pop()
                .map(|current| current.exits)
                .unwrap_or_default();
            if end == LoopEnd::Break {
                breaks.extend(ends.iter().cloned());
            }
            ends.push(self.close_block());
            // The body may not run at all.
            ends.push(Layer::default());
            if !self.environment.merge(ends) {
                break;
            }
        }
        if !breaks.is_empty() {
            self.environment.merge(breaks);
        }
        Control::Continues
    }

    fn run_switch(&mut self, subject: ExprId, cases: &'a [Case]) -> Control {
        self.eval(subject);
        let place = self.path(subject);
        let mut survivors = Vec::new();
        let mut exhaustive = false;
        // `break` leaves a JavaScript switch, not the loop around it.
        let depth = self.environment.depth();
        self.loops.push(Loop {
            depth,
            exits: Vec::new(),
        });
        for case in cases {
            self.environment.push();
            self.assume_scalar_types(place, &case.patterns);
            let mut fixed: Option<Content> = None;
            let mut literal = !case.patterns.is_empty();
            for pattern in &case.patterns {
                if let ExprKind::Name(_) = self.body.expr(*pattern).kind
                    && self.context.language == tripline_syntax::Language::Python
                {
                    let value = self.eval(subject);
                    let span = self.body.expr(*pattern).span;
                    self.bind(*pattern, value, span);
                    literal = false;
                    continue;
                }
                let is_bound = self.context.language == tripline_syntax::Language::Python
                    && matches!(
                        self.body.expr(*pattern).kind,
                        ExprKind::Collection(_)
                            | ExprKind::Call(_)
                            | ExprKind::Or(..)
                            | ExprKind::Assign { .. }
                    );
                let content = if is_bound {
                    let value = self.eval(subject);
                    let span = self.body.expr(*pattern).span;
                    self.bind(*pattern, value, span);
                    self.pattern_content(*pattern, 0)
                } else {
                    Some(self.eval(*pattern).content).filter(Content::is_fixed)
                };
                match content {
                    Some(content) => {
                        fixed = Some(match fixed {
                            Some(known) => known.join(&content),
                            None => content,
                        });
                    }
                    None => literal = false,
                }
            }
            if let (Some(place), Some(content), true) = (place, fixed, literal) {
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
            if let Some(guard) = case.guard {
                self.eval(guard);
                self.assume(guard, true);
            }
            exhaustive |= case.patterns.is_empty() && case.guard.is_none();
            let control = self.run_block(&case.body);
            let written = self.environment.pop();
            if control == Control::Continues {
                survivors.push(written);
            }
        }
        let exits = self
            .loops
            .pop()
            .map(|current| current.exits)
            .unwrap_or_default();
        survivors.extend(exits);
        if !exhaustive {
            survivors.push(Layer::default());
        }
        if survivors.is_empty() {
            return Control::Leaves;
        }
        // What a case says of its subject holds inside the case; after the switch, any of them may have run.
        self.environment.merge(survivors);
        Control::Continues
    }

    /// A case of a type switch of Go whose types have harmless texts.
    fn assume_scalar_types(&mut self, place: Option<tripline_ir::Symbol>, types: &[ExprId]) {
        let (tripline_syntax::Language::Go, Some(place)) = (self.context.language, place) else {
            return;
        };
        let is_scalar = |ty: &ExprId| {
            let origin = self.eval(*ty).origin;
            origin.is_some_and(|origin| self.context.knowledge.is_scalar(origin))
        };
        if !types.is_empty() && types.iter().all(is_scalar) {
            self.environment.set(place, Value::scalar());
        }
    }

    fn run_try(
        &mut self,
        block: &'a [StmtId],
        handlers: &'a [Handler],
        otherwise: &'a [StmtId],
        finally: &'a [StmtId],
    ) -> Control {
        self.environment.push();
        let mut control = self.run_block(block);
        let written = self
            .environment
            .flattened_above(self.environment.depth() - 1);
        if control == Control::Continues {
            control = self.run_block(otherwise);
        }
        let completed = self.environment.pop();
        let mut survivors = Vec::new();
        if control == Control::Continues {
            survivors.push(completed);
        }
        for handler in handlers {
            self.environment.push();
            // The guarded block ran in part.
            self.environment
                .merge(vec![written.clone(), Layer::default()]);
            for ty in &handler.types {
                self.eval(*ty);
            }
            if let Some(target) = handler.target {
                let span = self.body.expr(target).span;
                self.declare(target);
                self.bind(target, Value::default(), span);
            }
            let control = self.run_block(&handler.body);
            let layer = self.environment.pop();
            if control == Control::Continues {
                survivors.push(layer);
            }
        }
        let leaves = survivors.is_empty();
        if !leaves {
            self.environment.merge(survivors);
        }
        let finally = self.run_block(finally);
        if leaves || finally == Control::Leaves {
            Control::Leaves
        } else {
            Control::Continues
        }
    }

    /// Adds to what the running function returns.
    pub(super) fn returned(&mut self, value: Value) {
        if let Some(frame) = self.frames.last_mut() {
            frame.returns = Some(match &frame.returns {
                Some(before) => before.join(&value),
                None => value,
            });
        }
    }

    /// Adds to what the running generator hands out.
    pub(super) fn yielded(&mut self, value: &Value) {
        if let Some(frame) = self.frames.last_mut() {
            let known = frame.yields.take();
            let known = known.unwrap_or_else(|| collection_of(Value::default(), Vec::new()));
            frame.yields = Some(with_element(known, value));
        }
    }

    /// Keeps the parameter that a function gives back.
    fn note_given_back(&mut self, expr: ExprId) {
        if self.frames.len() != 1 {
            return;
        }
        let parameter = match &self.body.expr(expr).kind {
            ExprKind::Name(name) if !self.replaced.contains(name) => {
                let mut given = self.given.iter();
                given.position(|(_, known, _)| known == name)
            }
            _ => None,
        };
        let parameter = parameter.and_then(|index| self.given[index].0);
        let given = parameter.map_or(GivenBack::Other, GivenBack::Parameter);
        if let Some(frame) = self.frames.last_mut() {
            frame.gives_back = match frame.gives_back {
                before if before == given || before == GivenBack::Unknown => given,
                _ => GivenBack::Other,
            };
        }
    }

    /// Keeps what it guarantees that a function of Go comes back with this result and no error, or another one with any.
    fn note_success(&mut self, result: ExprId) {
        if self.context.language == tripline_syntax::Language::Go {
            let body = self.body;
            let last = match &body.expr(result).kind {
                ExprKind::Collection(results) => results.entries.last().map(|entry| entry.value),
                _ => Some(result),
            };
            let is_null =
                |last: ExprId| matches!(body.expr(last).kind, ExprKind::Literal(Literal::Null));
            if !last.is_some_and(is_null) {
                return;
            }
        }
        self.note_end();
    }

    /// Keeps what it guarantees that a function comes back without a result, which counts as false.
    pub(super) fn note_end_without_result(&mut self) {
        self.note_denials();
        self.note_end();
    }

    /// Keeps what it guarantees that a function comes back: what every way to an end of it says.
    fn note_end(&mut self) {
        if self.frames.len() != 1 || self.body.kind == BodyKind::Module || self.is_rust() {
            return;
        }
        let mut guards = self.path_guards();
        // That the type of a parameter admits nothing else is known without the call.
        guards.retain(|(index, _)| {
            let annotation = self.body.params[*index as usize].annotation;
            let admitted = annotation.and_then(|annotation| self.annotated(annotation));
            !admitted.is_some_and(|admitted| admitted.content.is_fixed())
        });
        if let Some(frame) = self.frames.last_mut() {
            frame.ensures = Some(both(frame.ensures.take(), guards));
        }
    }

    /// Keeps what the truth of a function's result says of its parameters: what every result that may be true says. What its
    /// falsity says likewise.
    fn note_guards(&mut self, expr: ExprId, value: &Value) {
        let truth = value.content.constant().and_then(Constant::truth);
        let succeeds = self.is_rust() && self.is_success(expr);
        // A table of nothing but truths has none for what is not in it.
        let is_written = matches!(self.body.expr(expr).kind, ExprKind::Literal(_));
        let is_true = succeeds || is_written && truth == Some(true);
        let is_false = !succeeds && truth == Some(false);
        let guarding = !is_false && !self.is_settled(|frame| frame.guards.as_ref());
        let denying = !is_true && !self.is_settled(|frame| frame.denials.as_ref());
        if !guarding && !denying {
            return;
        }
        let is_condition = !is_true && !is_false;
        let said = is_condition.then(|| self.parameter_guards(expr));
        let [held, denied] = said.unwrap_or_default();
        if guarding {
            let guards = self.guards_here(held);
            self.note_guarding(|frame| &mut frame.guards, guards);
        }
        if denying {
            let denials = self.guards_here(denied);
            self.note_guarding(|frame| &mut frame.denials, denials);
        }
    }

    /// Keeps what the falsity of a function's result says of its parameters where it ends with a result that is false.
    fn note_denials(&mut self) {
        if !self.is_settled(|frame| frame.denials.as_ref()) {
            let denials = self.path_guards();
            self.note_guarding(|frame| &mut frame.denials, denials);
        }
    }

    fn note_guarding(
        &mut self,
        known: impl Fn(&mut Frame) -> &mut Option<Vec<(u32, KindSet)>>,
        guards: Vec<(u32, KindSet)>,
    ) {
        if let Some(frame) = self.frames.last_mut() {
            let known = known(frame);
            *known = Some(both(known.take(), guards));
        }
    }

    /// Whether nothing more can come of what the results of the function guarantee: some result says nothing.
    fn is_settled(&self, known: impl Fn(&Frame) -> Option<&Vec<(u32, KindSet)>>) -> bool {
        let is_function = self.frames.len() == 1 && self.body.kind != BodyKind::Module;
        let known = self.frames.last().and_then(known);
        !is_function || self.body.params.is_empty() || known.is_some_and(Vec::is_empty)
    }

    /// What the way to a result says of the parameters, and the result itself.
    fn guards_here(&mut self, by_result: Vec<(u32, KindSet)>) -> Vec<(u32, KindSet)> {
        let mut guards = self.path_guards();
        include(&mut guards, by_result);
        guards
    }

    /// What iterating over a value hands out.
    fn handed_out(&self, iterated: &Value, iter: ExprId) -> Value {
        let source = iterated
            .ty
            .and_then(|ty| self.context.knowledge.type_model(ty)?.yields);
        match source {
            Some(source) => Value {
                taint: Taint::enters(source, None, self.body.key, self.body.expr(iter).span),
                ..Value::default()
            },
            None if self.context.language.is_ecmascript() => {
                entry(iterated).unwrap_or_else(|| iterated.element())
            }
            None => iterated.element(),
        }
    }

    /// Keeps the types of what the statements of a class of the module assign: `store = Store()`, `static pool = new Pool()`.
    /// Their values may be others in an instance, but for constants. What annotations say holds for every instance.
    fn note_members(&mut self, class: Symbol, written: Layer, declared: Vec<(Symbol, Value)>) {
        if self.body.kind != BodyKind::Module || self.frames.len() != 1 {
            return;
        }
        let mut members = Fields::default();
        for (name, value) in written.into_names() {
            let is_object = name == class || name.as_str() == "this";
            if let Some(fields) = value.fields.as_ref().filter(|_| is_object) {
                for (name, value) in &fields.named {
                    self.note_member(&mut members, name, value);
                }
            } else {
                self.note_member(&mut members, &name, &value);
            }
        }
        for (name, value) in declared {
            members.set(&name, value);
        }
        if !members.named.is_empty() {
            self.classes.push((class, members));
        }
    }

    fn note_member(&self, members: &mut Fields, name: &str, value: &Value) {
        let is_known = |ty: &Symbol| {
            let knowledge = self.context.knowledge;
            let maker = value.result_of.and_then(|maker| knowledge.callable(maker));
            // What looks like an instance in a class of Python may be a declaration: `title = CharField()`.
            maker.is_some() || self.context.language.is_ecmascript() || self.is_class(*ty)
        };
        // By convention, nobody changes it: `TABLE = "orders"`. Classes that inherit may have texts of their own in its place.
        let is_constant = !name.chars().any(char::is_lowercase)
            && name.chars().any(char::is_uppercase)
            && value.content.constant().is_some();
        // What methods put into it is known by the object.
        let is_empty = self.context.language.is_ecmascript() && starts_empty(value);
        if is_constant || is_empty {
            members.set(name, value.clone());
        } else if let Some(ty) = value.ty.filter(is_known) {
            members.set(name, Value::of_type(ty));
        }
    }

    /// What the way to a `return True` says of the parameters.
    fn path_guards(&mut self) -> Vec<(u32, KindSet)> {
        let mut guards = Vec::new();
        for (index, param) in self.body.params.iter().enumerate() {
            let ExprKind::Name(name) = self.body.expr(param.pattern).kind else {
                continue;
            };
            let Some(value) = self.environment.get(name) else {
                continue;
            };
            // A name that was given another value says nothing of what was passed.
            if self.replaced.contains(&name) {
                continue;
            }
            if matches!(value.content, Content::Literal | Content::Exact(_)) {
                guards.push((index as u32, KindSet::ALL));
            } else if let Some(kinds) = value
                .taint
                .0
                .iter()
                .map(|label| label.cleared)
                .reduce(KindSet::intersection)
                && kinds != KindSet::NONE
            {
                guards.push((index as u32, kinds));
            }
        }
        guards
    }
}

/// Adds what is said of parameters besides.
fn include(guards: &mut Vec<(u32, KindSet)>, more: Vec<(u32, KindSet)>) {
    for (index, kinds) in more {
        match guards.iter_mut().find(|(known, _)| *known == index) {
            Some((_, known)) => *known = known.union(kinds),
            None => guards.push((index, kinds)),
        }
    }
}

/// What two ways to an end of a function say together.
fn both(before: Option<Vec<(u32, KindSet)>>, guards: Vec<(u32, KindSet)>) -> Vec<(u32, KindSet)> {
    let Some(before) = before else {
        return guards;
    };
    before
        .into_iter()
        .filter_map(|(index, kinds)| {
            let (_, also) = guards.iter().find(|(known, _)| *known == index)?;
            Some((index, kinds.intersection(*also)))
        })
        .collect()
}

/// A pair of a key and a value of a table, which hands out such pairs.
fn entry(table: &Value) -> Option<Value> {
    let fields = table.fields.as_ref()?;
    let (_, first) = fields.named.first()?;
    if !fields.positional.is_empty() {
        return None;
    }
    let known = fields.named.iter().map(|(_, value)| value);
    let mut value = known.fold(first.clone(), |joined, next| joined.join(next));
    if !fields.complete {
        value = value.join(&table.element());
    }
    let pair = vec![key(table), value];
    Some(collection_of(Value::default(), pair))
}

/// A key of a mapping or an index of a list.
pub(super) fn key(iterated: &Value) -> Value {
    let complete = iterated
        .fields
        .as_ref()
        .is_some_and(|fields| fields.complete);
    let content = if complete {
        Content::Literal
    } else {
        Content::Opaque
    };
    let taint = if complete {
        Taint::default()
    } else {
        iterated.taint.clone()
    };
    Value {
        content,
        taint,
        ..Value::default()
    }
}

/// A collection of pairs of a key and a value of a table.
pub(super) fn pairs(table: &Value) -> Value {
    let known = table.fields.as_deref().map(Fields::values);
    let known = known.into_iter().flatten().cloned();
    let value = known.reduce(|one, two| one.join(&two));
    let value = value.unwrap_or_else(|| Value {
        taint: table.taint.clone(),
        ..Value::default()
    });
    let pair = collection_of(Value::default(), vec![key(table), value]);
    collection_of(Value::default(), vec![pair])
}

/// What decorators make of a function, as a member of its value that no program can name.
fn decorated_by(decorators: Vec<Value>) -> Option<std::sync::Arc<Fields>> {
    if decorators.is_empty() {
        return None;
    }
    let decorators = collection_of(Value::default(), decorators);
    let mut fields = Fields::default();
    fields.set(DECORATORS, decorators);
    Some(fields.bounded())
}

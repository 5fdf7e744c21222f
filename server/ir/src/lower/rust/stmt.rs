//! Statements, and expressions that are made of statements.

use tree_sitter::Node;

use super::grammar::{Kind, field};
use super::ty::{class_of_type, type_text};
use super::uses::imports;
use super::{Loop, Lowering, Target, identifier};
use crate::lower::builder::Builder;
use crate::{
    AssignOp, Block, Case, Closure, Declaration, ExprId, ExprKind, StmtId, StmtKind, Symbol,
};

impl<'t> Lowering<'t, '_> {
    /// The statements of a function or closure, whose surroundings its loops do not see.
    pub(super) fn function_body(
        &mut self,
        b: &mut Builder<'_>,
        body: Node<'t>,
        target: Target,
        out: &mut Vec<StmtId>,
    ) {
        let loops = std::mem::take(&mut self.scope.loops);
        let block = self.block(b, |rust, b, out| match Kind::of(body) {
            Kind::Block => rust.block_into(b, body, target, out),
            _ => rust.value_into(b, body, target, out),
        });
        self.scope.loops = loops;
        out.extend(block);
    }

    /// The statements of a block as a scope of their own.
    pub(super) fn inner_block(&mut self, b: &mut Builder<'_>, block: Node<'t>) -> Block {
        self.block(b, |rust, b, out| {
            rust.block_into(b, block, Target::Effect, out);
        })
    }

    /// Statements that nothing outside them needs to run before.
    fn block(
        &mut self,
        b: &mut Builder<'_>,
        lower: impl FnOnce(&mut Self, &mut Builder<'_>, &mut Vec<StmtId>),
    ) -> Block {
        let outer = std::mem::take(&mut self.scope.hoisted);
        let mut out = Vec::new();
        lower(self, b, &mut out);
        self.flush(&mut out);
        self.scope.hoisted = outer;
        out.into()
    }

    /// Adds what must run before the next statement.
    fn flush(&mut self, out: &mut Vec<StmtId>) {
        out.append(&mut self.scope.hoisted);
    }

    /// Adds a statement behind what must run before it.
    pub(super) fn emit(
        &mut self,
        b: &mut Builder<'_>,
        kind: StmtKind,
        node: Node<'_>,
        out: &mut Vec<StmtId>,
    ) {
        self.flush(out);
        out.push(b.stmt_at(kind, node));
    }

    /// The statements of a block; what it declares is visible in all of it and comes first.
    fn block_into(
        &mut self,
        b: &mut Builder<'_>,
        block: Node<'t>,
        target: Target,
        out: &mut Vec<StmtId>,
    ) {
        let children = self.children(block);
        for item in &children {
            if Kind::of(*item).is_item() {
                self.statement(b, *item, out);
            }
        }
        let rest = |node: &&Node<'t>| !Kind::of(**node).is_item();
        let last = children.iter().rfind(rest).copied();
        for statement in children.iter().filter(rest) {
            let is_last = Some(*statement) == last;
            match is_last.then(|| self.tail(b, *statement)).flatten() {
                Some(tail) => self.value_into(b, tail, target, out),
                None => self.statement(b, *statement, out),
            }
        }
    }

    /// The expression that gives a block its value, if its last statement does.
    fn tail(&mut self, b: &Builder<'_>, statement: Node<'t>) -> Option<Node<'t>> {
        match Kind::of(statement) {
            Kind::ExpressionStatement if !b.text(statement).ends_with(';') => {
                self.children(statement).first().copied()
            }
            kind if kind.is_expression() => Some(statement),
            _ => None,
        }
    }

    pub(super) fn statement(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        if b.nested(|b| self.statement_kind(b, node, out)).is_none() {
            self.emit(b, StmtKind::Unknown(Box::default()), node, out);
        }
    }

    fn statement_kind(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        match Kind::of(node) {
            Kind::ExpressionStatement => {
                if let Some(expression) = self.children(node).first() {
                    self.value_into(b, *expression, Target::Effect, out);
                }
            }
            Kind::LetDeclaration => self.let_declaration(b, node, out),
            Kind::ConstItem | Kind::StaticItem => self.constant(b, node, out),
            Kind::UseDeclaration | Kind::ExternCrate => {
                for import in imports(node, b.source(), self.scope.modules) {
                    self.emit(b, StmtKind::Import(import), node, out);
                }
            }
            Kind::FunctionItem => self.nested_function(b, node, out),
            Kind::StructItem | Kind::EnumItem | Kind::UnionItem | Kind::TypeItem => {
                if let Some(name) = field!(node, name) {
                    let name = Symbol::new(identifier(b.text(name)));
                    self.nested_class(b, node, Some(name), out);
                }
            }
            Kind::ImplItem => {
                let class = field!(node, type).and_then(|ty| class_of_type(ty, b.source()));
                self.nested_class(b, node, class, out);
            }
            Kind::TraitItem => {
                let class =
                    field!(node, name).map(|name| Symbol::new(&type_text(name, b.source())));
                self.nested_class(b, node, class, out);
            }
            Kind::ModItem => {
                let body = self.block(b, |rust, b, out| {
                    if let Some(body) = field!(node, body) {
                        rust.block_into(b, body, Target::Effect, out);
                    }
                });
                self.emit(b, StmtKind::Block(body), node, out);
            }
            Kind::MacroDefinition
            | Kind::FunctionSignature
            | Kind::ForeignMod
            | Kind::AttributeItem
            | Kind::InnerAttributeItem
            | Kind::EmptyStatement
            | Kind::Label => {}
            kind if kind.is_expression() => self.value_into(b, node, Target::Effect, out),
            kind if kind.is_type() => {}
            _ => {
                for child in self.children(node) {
                    self.fragment(b, child, out);
                }
            }
        }
    }

    /// What can be recognised of broken code: whole statements, and expressions in unknown statements.
    fn fragment(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let kind = Kind::of(node);
        if kind.is_expression() && !kind.is_control() {
            let part = self.expr(b, node);
            self.emit(b, StmtKind::Unknown(Box::new([part])), node, out);
        } else {
            self.statement(b, node, out);
        }
    }

    fn let_declaration(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let value = field!(node, value).map(|value| self.expr(b, value));
        let Some(pattern) = field!(node, pattern) else {
            let parts = value.into_iter().collect();
            return self.emit(b, StmtKind::Unknown(parts), node, out);
        };
        if let (Some(alternative), Some(value)) = (field!(node, alternative), value) {
            let target = self.pattern(b, pattern);
            let span = b.get(target).span.cover(b.get(value).span);
            let test = b.expr(ExprKind::Assign { target, value }, span);
            self.flush(out);
            let otherwise = self.block(b, |rust, b, out| {
                rust.block_into(b, alternative, Target::Effect, out);
            });
            let arms = Box::new([(test, Block::default())]);
            let otherwise = Some(otherwise);
            return self.emit(b, StmtKind::If { arms, otherwise }, node, out);
        }
        let assignment = StmtKind::Assign {
            targets: self.targets(b, pattern),
            value,
            op: AssignOp::Set,
            annotation: field!(node, type).map(|ty| self.ty(b, ty)),
            declaration: Declaration::Variable,
        };
        self.emit(b, assignment, node, out);
    }

    fn constant(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let Some(name) = field!(node, name) else {
            return;
        };
        let value = field!(node, value).map(|value| self.expr(b, value));
        let mut children = self.children(node).into_iter();
        let is_mutable = children.any(|child| Kind::of(child) == Kind::MutableSpecifier);
        let constant = StmtKind::Assign {
            targets: Box::new([self.path(b, name)]),
            value,
            op: AssignOp::Set,
            annotation: field!(node, type).map(|ty| self.ty(b, ty)),
            declaration: if is_mutable {
                Declaration::Variable
            } else {
                Declaration::Const
            },
        };
        self.emit(b, constant, node, out);
    }

    /// A function inside a function is a closure with a name.
    fn nested_function(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let Some(name) = field!(node, name) else {
            return;
        };
        let symbol = Symbol::new(identifier(b.text(name)));
        let target = self.path(b, name);
        let params = field!(node, parameters).map(|parameters| self.params(b, parameters));
        let returns = field!(node, return_type);
        let mut body = Vec::new();
        if let Some(block) = field!(node, body) {
            let target = returns.map_or(Target::Effect, |_| Target::Result);
            self.function_body(b, block, target, &mut body);
        }
        let closure = Closure {
            name: Some(symbol),
            params: params.unwrap_or_default().into(),
            body: body.into(),
            decorators: Box::default(),
        };
        let value = b.expr_at(ExprKind::Closure(Box::new(closure)), node);
        let definition = StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op: AssignOp::Set,
            annotation: None,
            declaration: Declaration::Const,
        };
        self.emit(b, definition, node, out);
    }

    /// A type inside a function, or its methods.
    fn nested_class(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        class: Option<Symbol>,
        out: &mut Vec<StmtId>,
    ) {
        let outer = std::mem::replace(&mut self.scope.class, class);
        let body = field!(node, body).filter(|body| Kind::of(*body) == Kind::DeclarationList);
        let block = self.block(b, |rust, b, out| {
            if let Some(body) = body {
                rust.block_into(b, body, Target::Effect, out);
            }
        });
        self.scope.class = outer;
        let kind = match class {
            Some(name) => StmtKind::Class {
                name,
                decorators: Box::default(),
                body: block,
            },
            None => StmtKind::Block(block),
        };
        self.emit(b, kind, node, out);
    }

    /// Lowers an expression as statements that leave its value where `target` says.
    pub(super) fn value_into(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        target: Target,
        out: &mut Vec<StmtId>,
    ) {
        if b.nested(|b| self.control(b, node, target, out)).is_none() {
            self.emit(b, StmtKind::Unknown(Box::default()), node, out);
        }
    }

    fn control(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        target: Target,
        out: &mut Vec<StmtId>,
    ) {
        let node = self.without_parentheses(node);
        match Kind::of(node) {
            Kind::Block => self.block_statement(b, node, target, out),
            Kind::UnsafeBlock | Kind::ConstBlock | Kind::TryBlock => {
                match self.children(node).last() {
                    Some(block) => self.block_statement(b, *block, target, out),
                    None => self.emit(b, StmtKind::Unknown(Box::default()), node, out),
                }
            }
            Kind::IfExpression => {
                let test = self.condition(b, field!(node, condition), node);
                self.flush(out);
                let chain = self.if_from(b, node, test, target);
                self.emit(b, chain, node, out);
            }
            Kind::MatchExpression => self.match_into(b, node, target, out),
            Kind::LoopExpression => self.looped(b, node, target, out, |rust, b, _| {
                let body = rust.loop_body(b, node);
                StmtKind::While { test: None, body }
            }),
            Kind::WhileExpression => self.looped(b, node, Target::Effect, out, |rust, b, _| {
                rust.while_loop(b, node)
            }),
            Kind::ForExpression => self.looped(b, node, Target::Effect, out, |rust, b, out| {
                let iter = rust.operand(b, node, field!(node, value));
                rust.flush(out);
                let target = field!(node, pattern).map(|pattern| rust.pattern(b, pattern));
                StmtKind::For {
                    target,
                    iter,
                    body: rust.loop_body(b, node),
                    keys: false,
                }
            }),
            Kind::ReturnExpression => match self.children(node).first() {
                Some(value) => self.value_into(b, *value, Target::Result, out),
                None => self.emit(b, StmtKind::Return(None), node, out),
            },
            Kind::BreakExpression => self.break_expression(b, node, out),
            Kind::ContinueExpression => self.emit(b, StmtKind::Continue, node, out),
            Kind::AssignmentExpression | Kind::CompoundAssignment => {
                let assignment = self.assignment(b, node);
                self.emit(b, assignment, node, out);
            }
            Kind::MacroInvocation => {
                let value = self.macro_statement(b, node, out);
                if let Some(value) = value {
                    self.deliver(b, value, node, target, out);
                }
            }
            _ => {
                let value = self.expr(b, node);
                self.deliver(b, value, node, target, out);
            }
        }
    }

    /// Leaves a value where `target` says.
    fn deliver(
        &mut self,
        b: &mut Builder<'_>,
        value: ExprId,
        node: Node<'_>,
        target: Target,
        out: &mut Vec<StmtId>,
    ) {
        let kind = match target {
            Target::Effect => StmtKind::Expr(value),
            Target::Result => StmtKind::Return(Some(value)),
            Target::Value(name) => StmtKind::Assign {
                targets: Box::new([b.expr_at(ExprKind::Name(name), node)]),
                value: Some(value),
                op: AssignOp::Set,
                annotation: None,
                declaration: Declaration::None,
            },
        };
        self.emit(b, kind, node, out);
    }

    fn block_statement(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        target: Target,
        out: &mut Vec<StmtId>,
    ) {
        if self.label(b, node).is_none() {
            let block = self.block(b, |rust, b, out| rust.block_into(b, node, target, out));
            return self.emit(b, StmtKind::Block(block), node, out);
        }
        // A block that can be left is a loop that runs once.
        self.looped(b, node, target, out, |rust, b, _| {
            let body = rust.block(b, |rust, b, out| {
                rust.block_into(b, node, target, out);
                rust.emit(b, StmtKind::Break, node, out);
            });
            StmtKind::While { test: None, body }
        });
    }

    fn label(&mut self, b: &Builder<'_>, node: Node<'t>) -> Option<Symbol> {
        let label = self.children(node).first().copied()?;
        (Kind::of(label) == Kind::Label).then(|| Symbol::new(b.text(label)))
    }

    /// Adds a loop or a labelled block.
    fn looped(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        target: Target,
        out: &mut Vec<StmtId>,
        lower: impl FnOnce(&mut Self, &mut Builder<'_>, &mut Vec<StmtId>) -> StmtKind,
    ) {
        let label = self.label(b, node);
        self.scope.loops.push(Loop {
            label,
            target,
            is_block: Kind::of(node) == Kind::Block,
        });
        let kind = lower(self, b, out);
        self.scope.loops.pop();
        self.emit(b, kind, node, out);
    }

    fn loop_body(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Block {
        self.block(b, |rust, b, out| {
            if let Some(body) = field!(node, body) {
                rust.block_into(b, body, Target::Effect, out);
            }
        })
    }

    fn while_loop(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let outer = std::mem::take(&mut self.scope.hoisted);
        let test = self.condition(b, field!(node, condition), node);
        let before = std::mem::replace(&mut self.scope.hoisted, outer);
        let body = self.loop_body(b, node);
        if before.is_empty() {
            let test = Some(test);
            return StmtKind::While { test, body };
        }
        // What the condition needs runs each time.
        let span = b.get(test).span;
        let not = b.expr(ExprKind::Not(test), span);
        let leave = b.stmt(StmtKind::Break, span);
        let arms = Box::new([(not, Block::from([leave]))]);
        let otherwise = None;
        let leave = b.stmt(StmtKind::If { arms, otherwise }, span);
        let body = before.into_iter().chain([leave]).chain(body).collect();
        StmtKind::While { test: None, body }
    }

    fn break_expression(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let mut label = None;
        let mut value = None;
        for child in self.children(node) {
            match Kind::of(child) {
                Kind::Label => label = Some(Symbol::new(b.text(child))),
                _ => value = Some(child),
            }
        }
        let left = self.scope.loops.iter().rev().find(|around| match label {
            Some(label) => around.label == Some(label),
            None => !around.is_block,
        });
        let target = left.map_or(Target::Effect, |around| around.target);
        if let Some(value) = value {
            self.value_into(b, value, target, out);
        }
        self.emit(b, StmtKind::Break, node, out);
    }

    /// The condition of an `if`, `while` or guard.
    pub(super) fn condition(
        &mut self,
        b: &mut Builder<'_>,
        condition: Option<Node<'t>>,
        node: Node<'t>,
    ) -> ExprId {
        self.operand(b, node, condition)
    }

    /// An `if` whose test is lowered, and its `else if`s, up to one whose condition needs statements.
    fn if_from(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        test: ExprId,
        target: Target,
    ) -> StmtKind {
        let mut arms = Vec::new();
        let (mut arm, mut test) = (node, test);
        let otherwise = loop {
            let block = self.block(b, |rust, b, out| {
                if let Some(block) = field!(arm, consequence) {
                    rust.block_into(b, block, target, out);
                }
            });
            arms.push((test, block));
            let alternative = field!(arm, alternative);
            let alternative = alternative.and_then(|clause| self.children(clause).first().copied());
            match alternative {
                None => break None,
                Some(next) if Kind::of(next) == Kind::IfExpression => {
                    test = self.condition(b, field!(next, condition), next);
                    arm = next;
                    if !self.scope.hoisted.is_empty() {
                        let mut rest = std::mem::take(&mut self.scope.hoisted);
                        let chain = b.nested(|b| self.if_from(b, next, test, target));
                        let chain = chain.unwrap_or_else(|| StmtKind::Unknown(Box::default()));
                        rest.push(b.stmt_at(chain, next));
                        break Some(Block::from(rest));
                    }
                }
                Some(block) => {
                    break Some(self.block(b, |rust, b, out| {
                        rust.block_into(b, block, target, out);
                    }));
                }
            }
        };
        StmtKind::If {
            arms: arms.into(),
            otherwise,
        }
    }

    fn match_into(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        target: Target,
        out: &mut Vec<StmtId>,
    ) {
        let subject = self.operand(b, node, field!(node, value));
        self.flush(out);
        let arms = field!(node, body).map(|body| self.children(body));
        let mut cases = Vec::new();
        for arm in arms.unwrap_or_default() {
            if Kind::of(arm) != Kind::MatchArm {
                continue;
            }
            let (patterns, guard) = match field!(arm, pattern) {
                Some(pattern) => self.match_pattern(b, pattern),
                None => (vec![b.unknown(arm)], None),
            };
            let body = self.block(b, |rust, b, out| {
                if let Some(value) = field!(arm, value) {
                    rust.value_into(b, value, target, out);
                }
            });
            cases.push(Case {
                patterns: patterns.into(),
                guard,
                body,
            });
        }
        let cases = cases.into();
        self.emit(b, StmtKind::Switch { subject, cases }, node, out);
    }

    /// The alternatives of an arm, none for `_`, and its guard.
    pub(super) fn match_pattern(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
    ) -> (Vec<ExprId>, Option<ExprId>) {
        let mut patterns = Vec::new();
        if let Some(pattern) = self.all_children(node).first()
            && Kind::of(*pattern) != Kind::Underscore
        {
            self.alternatives(b, *pattern, &mut patterns);
        }
        let guard = field!(node, condition).map(|guard| self.expr(b, guard));
        (patterns, guard)
    }

    fn assignment(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let target = self.operand(b, node, field!(node, left));
        let value = self.operand(b, node, field!(node, right));
        let op = match field!(node, operator).map(|operator| b.text(operator)) {
            None => AssignOp::Set,
            Some("+=") => AssignOp::Add,
            Some(_) => AssignOp::Other,
        };
        StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op,
            annotation: None,
            declaration: Declaration::None,
        }
    }

    /// The value of an expression that is made of statements, which run before the statement around it.
    pub(super) fn hoist(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let name = self.scope.made_up_name();
        let target = b.expr_at(ExprKind::Name(name), node);
        let declaration = StmtKind::Assign {
            targets: Box::new([target]),
            value: None,
            op: AssignOp::Set,
            annotation: None,
            declaration: Declaration::Variable,
        };
        let mut before = vec![b.stmt_at(declaration, node)];
        let block = self.block(b, |rust, b, out| {
            rust.value_into(b, node, Target::Value(name), out);
        });
        before.extend(block);
        self.scope.hoisted.extend(before);
        b.expr_at(ExprKind::Name(name), node)
    }
}

//! Statements.

use std::ops::Range;

use smallvec::SmallVec;
use tree_sitter::Node;

use super::grammar::{Child, Children, Field, Kind};
use super::module::{imports, is_type_checking};
use super::{Lowering, literal_parts};
use crate::{
    AssignOp, Block, CollectionKind, Declaration, ExprId, Handler, Span, StmtId, StmtKind, WithItem,
};

impl<'t> Lowering<'_, '_, 't> {
    /// The statements of a module or class, each with an anchor.
    pub(super) fn anchored(&mut self, container: Node<'t>, out: &mut Vec<StmtId>) {
        for child in &self.tree.children(container) {
            self.b.anchor(child.node.start_byte());
            self.statement(child, out);
        }
    }

    pub(super) fn block(&mut self, block: Option<Node<'t>>) -> Block {
        let mut statements = Vec::new();
        if let Some(block) = block {
            self.statements(block, &mut statements);
        }
        statements.into_boxed_slice()
    }

    pub(super) fn statements(&mut self, block: Node<'t>, out: &mut Vec<StmtId>) {
        for child in &self.tree.children(block) {
            self.statement(child, out);
        }
    }

    pub(super) fn statement(&mut self, child: Child<'t>, out: &mut Vec<StmtId>) {
        if !self.b.enter() {
            out.push(
                self.b
                    .stmt_at(StmtKind::Unknown(Box::default()), child.node),
            );
            return;
        }
        self.statement_of_kind(child, out);
        self.b.leave();
    }

    fn statement_of_kind(&mut self, child: Child<'t>, out: &mut Vec<StmtId>) {
        let node = child.node;
        if let Some(line) = self.tree.patch_at(node.start_byte()) {
            return self.broken_line(child, line, out);
        }
        // Before the statements of a class in it set anchors of their own.
        let span = self.b.span(node);
        let kind = match child.kind {
            Kind::ExpressionStatement => self.expression_statement(node),
            Kind::Return => {
                let value = self.tree.children(node).first();
                StmtKind::Return(value.map(|value| self.expr(value.node)))
            }
            Kind::If => self.if_statement(node),
            Kind::For => return self.for_statement(node, span, out),
            Kind::While => return self.while_statement(node, span, out),
            Kind::With => self.with_statement(node),
            Kind::Try => self.try_statement(node),
            Kind::Match => self.match_statement(node),
            Kind::Raise => {
                let children = self.tree.children(node);
                let value = children
                    .into_iter()
                    .find(|child| child.field != Field::Cause);
                StmtKind::Raise(value.map(|value| self.expr(value.node)))
            }
            Kind::Assert => match self.tree.children(node).first() {
                Some(test) => StmtKind::Assert(self.expr(test.node)),
                None => StmtKind::Unknown(Box::default()),
            },
            Kind::Import | Kind::ImportFrom | Kind::FutureImport => {
                for import in imports(
                    self.tree,
                    self.b.slice(0..node.end_byte()),
                    node,
                    self.is_typing,
                ) {
                    out.push(self.b.stmt(StmtKind::Import(import), span));
                }
                return;
            }
            Kind::FunctionDefinition | Kind::ClassDefinition | Kind::Decorated => {
                return self.definition(node, out);
            }
            Kind::Pass => StmtKind::Pass,
            Kind::Global | Kind::Nonlocal => StmtKind::Assign {
                targets: self.parts(node),
                value: None,
                op: AssignOp::Set,
                annotation: None,
                declaration: Declaration::Outer,
            },
            Kind::Break => StmtKind::Break,
            Kind::Continue => StmtKind::Continue,
            Kind::TypeAlias => self.type_alias(node),
            Kind::Delete | Kind::Print | Kind::Exec => StmtKind::Unknown(self.parts(node)),
            _ => return self.broken(node, out),
        };
        out.push(self.b.stmt(kind, span));
    }

    /// A line that does not parse, and the statements of the block below it.
    fn broken_line(&mut self, child: Child<'t>, line: Range<usize>, out: &mut Vec<StmtId>) {
        let span = self.b.range(line.start, line.end);
        out.push(self.b.stmt(StmtKind::Unknown(Box::default()), span));
        if child.kind == Kind::If {
            for part in &self.tree.children(child.node) {
                match part.kind {
                    Kind::Block => self.statements(part.node, out),
                    kind if kind.is_container() => self.broken(part.node, out),
                    _ => {}
                }
            }
        }
    }

    /// Code that did not parse: its statements as they are, what is between them as unknown statements.
    pub(super) fn broken(&mut self, node: Node<'t>, out: &mut Vec<StmtId>) {
        let mut loose: SmallVec<[ExprId; 4]> = SmallVec::new();
        let span = self.b.span(node);
        for child in &self.tree.children(node) {
            if child.kind.is_statement() {
                self.flush_loose(&mut loose, span, out);
                self.statement(child, out);
            } else if child.kind.is_expression() {
                loose.push(self.expr(child.node));
            } else if child.kind != Kind::Token && self.b.enter() {
                self.flush_loose(&mut loose, span, out);
                self.broken(child.node, out);
                self.b.leave();
            }
        }
        self.flush_loose(&mut loose, span, out);
    }

    fn flush_loose(
        &mut self,
        loose: &mut SmallVec<[ExprId; 4]>,
        whole: Span,
        out: &mut Vec<StmtId>,
    ) {
        let (Some(first), Some(last)) = (loose.first(), loose.last()) else {
            return;
        };
        let span = self.b.get(*first).span.cover(self.b.get(*last).span);
        let span = if whole.contains(span) { span } else { whole };
        let parts = Box::from(loose.as_slice());
        out.push(self.b.stmt(StmtKind::Unknown(parts), span));
        loose.clear();
    }

    fn expression_statement(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let Some(first) = children.first() else {
            return StmtKind::Unknown(self.parts(node));
        };
        let parsed = children
            .into_iter()
            .filter(|child| child.kind != Kind::Error);
        if parsed.count() > 1 {
            let value = self.collection(node, CollectionKind::Tuple);
            return StmtKind::Expr(value);
        }
        match first.kind {
            Kind::Assignment => self.assignment(first.node),
            Kind::Augmented => {
                let parts = self.tree.children(first.node);
                let operator = parts
                    .get(Field::Operator)
                    .map_or("", |operator| self.b.text(operator));
                let op = if operator == "+=" {
                    AssignOp::Add
                } else {
                    AssignOp::Other
                };
                let target = self.field(first.node, &parts, Field::Left);
                let value = self.field(first.node, &parts, Field::Right);
                assign(Box::new([target]), Some(value), op, None)
            }
            Kind::String | Kind::ConcatenatedString if !self.has_interpolation(first) => {
                StmtKind::Pass
            }
            Kind::Ellipsis => StmtKind::Pass,
            _ => StmtKind::Expr(self.expr(first.node)),
        }
    }

    fn has_interpolation(&mut self, string: Child<'t>) -> bool {
        match string.kind {
            Kind::String => {
                literal_parts(self.b.text(string.node)).is_some_and(|(parts, _)| parts.interpolated)
            }
            _ => self.tree.children(string.node).into_iter().any(|piece| {
                literal_parts(self.b.text(piece.node)).is_some_and(|(parts, _)| parts.interpolated)
            }),
        }
    }

    fn assignment(&mut self, node: Node<'t>) -> StmtKind {
        let mut targets: SmallVec<[ExprId; 2]> = SmallVec::new();
        let mut annotation = None;
        let mut current = node;
        let value = loop {
            let children = self.tree.children(current);
            targets.push(self.field(current, &children, Field::Left));
            if let Some(ty) = children.get(Field::Type) {
                annotation = Some(self.annotation(ty));
            }
            match children.get(Field::Right) {
                Some(right) if self.tree.kinds.of(right) == Kind::Assignment => current = right,
                Some(right) => break Some(self.expr(right)),
                None => break None,
            }
        };
        assign(
            Box::from(targets.as_slice()),
            value,
            AssignOp::Set,
            annotation,
        )
    }

    fn type_alias(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let target = self.field(node, &children, Field::Left);
        let value = match children.get(Field::Right) {
            Some(right) => self.annotation(right),
            None => self.b.unknown(node),
        };
        assign(Box::new([target]), Some(value), AssignOp::Set, None)
    }

    fn if_statement(&mut self, node: Node<'t>) -> StmtKind {
        let is_type_checking = self.scope.has_bodies
            && is_type_checking(self.tree, self.b.slice(0..node.end_byte()), node);
        let children = self.tree.children(node);
        let was_typing = self.is_typing;
        self.is_typing |= is_type_checking;
        let mut arms = vec![self.arm(node, &children)];
        self.is_typing = was_typing;
        let mut otherwise = None;
        for child in &children {
            match child.kind {
                Kind::ElifClause => {
                    let parts = self.tree.children(child.node);
                    arms.push(self.arm(child.node, &parts));
                }
                Kind::ElseClause => otherwise = Some(self.clause_block(child.node)),
                _ => {}
            }
        }
        StmtKind::If {
            arms: arms.into_boxed_slice(),
            otherwise,
        }
    }

    fn arm(&mut self, node: Node<'t>, children: &Children<'t>) -> (ExprId, Block) {
        let test = self.field(node, children, Field::Condition);
        let block = self.block(children.get(Field::Consequence));
        (test, block)
    }

    /// The block of an `else` or `finally` clause.
    fn clause_block(&mut self, clause: Node<'t>) -> Block {
        let children = self.tree.children(clause);
        self.block(children.of_kind(Kind::Block))
    }

    fn for_statement(&mut self, node: Node<'t>, span: Span, out: &mut Vec<StmtId>) {
        let children = self.tree.children(node);
        let target = self.field(node, &children, Field::Left);
        let iter = self.field(node, &children, Field::Right);
        let body = self.block(children.get(Field::Body));
        out.push(self.b.stmt(
            StmtKind::For {
                target: Some(target),
                iter,
                body,
                keys: false,
            },
            span,
        ));
        self.loop_else(&children, out);
    }

    fn while_statement(&mut self, node: Node<'t>, span: Span, out: &mut Vec<StmtId>) {
        let children = self.tree.children(node);
        let test = self.field(node, &children, Field::Condition);
        let body = self.block(children.get(Field::Body));
        out.push(self.b.stmt(
            StmtKind::While {
                test: Some(test),
                body,
            },
            span,
        ));
        self.loop_else(&children, out);
    }

    /// The `else` of a loop, as a block after it.
    fn loop_else(&mut self, children: &Children<'t>, out: &mut Vec<StmtId>) {
        if let Some(clause) = children.of_kind(Kind::ElseClause) {
            let span = self.b.span(clause);
            let block = self.clause_block(clause);
            out.push(self.b.stmt(StmtKind::Block(block), span));
        }
    }

    fn with_statement(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let mut items = Vec::new();
        if let Some(clause) = children.of_kind(Kind::WithClause) {
            for item in &self.tree.children(clause) {
                let value = self.tree.children(item.node).get(Field::Value);
                self.with_item(value.unwrap_or(item.node), &mut items);
            }
        }
        let body = self.block(children.get(Field::Body));
        StmtKind::With {
            items: items.into_boxed_slice(),
            body,
        }
    }

    /// One manager, or several in parentheses, which the grammar may read as a tuple.
    fn with_item(&mut self, value: Node<'t>, items: &mut Vec<WithItem>) {
        let (node, kind) = self.tree.strip(value);
        if kind == Kind::Tuple {
            let children = self.tree.children(node);
            if children.0.iter().any(|child| child.kind == Kind::AsPattern) {
                for child in &children {
                    self.with_item(child.node, items);
                }
                return;
            }
        }
        let item = if kind == Kind::AsPattern {
            let (context, target) = self.as_pattern(node);
            WithItem { context, target }
        } else {
            WithItem {
                context: self.expr(node),
                target: None,
            }
        };
        items.push(item);
    }

    /// Value and target of `value as target`.
    fn as_pattern(&mut self, node: Node<'t>) -> (ExprId, Option<ExprId>) {
        let children = self.tree.children(node);
        let value = match children.first() {
            Some(value) if value.field != Field::Alias => self.expr(value.node),
            _ => self.b.unknown(node),
        };
        let target = children.get(Field::Alias).map(|alias| self.expr(alias));
        (value, target)
    }

    fn try_statement(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let body = self.block(children.get(Field::Body));
        let mut handlers = Vec::new();
        let mut otherwise = Block::default();
        let mut finally = Block::default();
        for child in &children {
            match child.kind {
                Kind::ExceptClause | Kind::ExceptGroupClause => {
                    handlers.push(self.handler(child.node));
                }
                Kind::ElseClause => otherwise = self.clause_block(child.node),
                Kind::FinallyClause => finally = self.clause_block(child.node),
                _ => {}
            }
        }
        StmtKind::Try {
            body,
            handlers: handlers.into_boxed_slice(),
            otherwise,
            finally,
        }
    }

    fn handler(&mut self, node: Node<'t>) -> Handler {
        let children = self.tree.children(node);
        let mut types: SmallVec<[ExprId; 4]> = SmallVec::new();
        let mut target = None;
        for child in &children {
            match child.kind {
                Kind::Block | Kind::Error => {}
                _ if child.field == Field::Alias => target = Some(self.expr(child.node)),
                Kind::AsPattern => {
                    let parts = self.tree.children(child.node);
                    if let Some(caught) = parts.first() {
                        self.caught(caught.node, &mut types);
                    }
                    target = parts.get(Field::Alias).map(|alias| self.expr(alias));
                }
                _ => self.caught(child.node, &mut types),
            }
        }
        let body = self.block(children.of_kind(Kind::Block));
        Handler {
            types: Box::from(types.as_slice()),
            target,
            body,
        }
    }

    /// A caught type, or each of a tuple of them.
    fn caught(&mut self, node: Node<'t>, types: &mut SmallVec<[ExprId; 4]>) {
        let (node, kind) = self.tree.strip(node);
        if kind == Kind::Tuple {
            for child in &self.tree.children(node) {
                types.push(self.expr(child.node));
            }
        } else {
            types.push(self.expr(node));
        }
    }
}

pub(super) fn assign(
    targets: Box<[ExprId]>,
    value: Option<ExprId>,
    op: AssignOp,
    annotation: Option<ExprId>,
) -> StmtKind {
    StmtKind::Assign {
        targets,
        value,
        op,
        annotation,
        declaration: Declaration::None,
    }
}

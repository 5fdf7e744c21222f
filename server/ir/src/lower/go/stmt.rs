//! Statements.

use smallvec::SmallVec;
use tree_sitter::Node;

use super::Lowering;
use super::expr::{name, tuple, tuple_at};
use super::grammar::{Kind, field};
use crate::lower::builder::Builder;
use crate::{
    AssignOp, Block, Case, Declaration, ExprId, ExprKind, Literal, StmtId, StmtKind, Symbol,
};

impl<'t> Lowering<'t> {
    /// The statements of a block, or of a clause of a `switch` or `select`.
    pub(super) fn statements(
        &mut self,
        b: &mut Builder<'_>,
        block: Node<'t>,
        out: &mut Vec<StmtId>,
    ) {
        for child in self.children(block) {
            if Kind::of(child) == Kind::StatementList {
                for statement in self.children(child) {
                    self.statement(b, statement, out);
                }
            } else {
                self.statement(b, child, out);
            }
        }
    }

    fn block(&mut self, b: &mut Builder<'_>, block: Option<Node<'t>>) -> Vec<StmtId> {
        let mut out = Vec::new();
        if let Some(block) = block {
            self.statements(b, block, &mut out);
        }
        out
    }

    /// The body of a loop, in which `break` leaves the loop.
    fn loop_body(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Vec<StmtId> {
        let in_switch = std::mem::replace(&mut self.in_switch, false);
        let body = self.block(b, field!(node, body));
        self.in_switch = in_switch;
        body
    }

    pub(super) fn statement(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        if b.nested(|b| self.statement_kind(b, node, out)).is_none() {
            out.push(b.stmt_at(StmtKind::Unknown(Box::default()), node));
        }
    }

    fn statement_kind(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let kind = match Kind::of(node) {
            Kind::ExpressionStatement => self.expression_statement(b, node),
            Kind::AssignmentStatement | Kind::ShortVarDeclaration => self.assignment(b, node),
            Kind::IncStatement | Kind::DecStatement => self.increment(b, node),
            Kind::VarSpec => self.specification(b, node, Declaration::Variable),
            Kind::ConstSpec => self.specification(b, node, Declaration::Const),
            Kind::VarDeclaration
            | Kind::VarSpecList
            | Kind::ConstDeclaration
            | Kind::TypeDeclaration
            | Kind::StatementList => {
                for child in self.children(node) {
                    self.statement(b, child, out);
                }
                return;
            }
            Kind::TypeSpec | Kind::TypeAlias => match field!(node, name) {
                Some(name) => {
                    let name = Symbol::new(b.text(name));
                    StmtKind::Class {
                        name,
                        decorators: Box::default(),
                        body: Box::default(),
                    }
                }
                None => return,
            },
            Kind::ReturnStatement => StmtKind::Return(self.returned(b, node)),
            Kind::GoStatement => StmtKind::Expr(self.only_child(b, node)),
            Kind::DeferStatement => StmtKind::Defer(self.only_child(b, node)),
            Kind::SendStatement => {
                let base = self.operand(b, node, field!(node, channel));
                let value = self.operand(b, node, field!(node, value));
                let span = b.get(base).span;
                let index = b.expr(ExprKind::Unknown(Box::default()), span);
                let target = b.expr(ExprKind::Index { base, index }, span);
                StmtKind::Assign {
                    targets: Box::new([target]),
                    value: Some(value),
                    op: AssignOp::Set,
                    annotation: None,
                    declaration: Declaration::None,
                }
            }
            Kind::ReceiveStatement => self.receive(b, node),
            Kind::IfStatement => return self.if_statement(b, node, out),
            Kind::ForStatement => return self.for_statement(b, node, out),
            Kind::ExpressionSwitchStatement => return self.expression_switch(b, node, out),
            Kind::TypeSwitchStatement => return self.type_switch(b, node, out),
            Kind::SelectStatement => self.select(b, node),
            Kind::LabeledStatement => {
                for child in self.children(node) {
                    if Kind::of(child) != Kind::LabelName {
                        self.statement(b, child, out);
                    }
                }
                return;
            }
            Kind::Block => StmtKind::Block(Block::from(self.block(b, Some(node)))),
            Kind::BreakStatement if self.in_switch && self.children(node).is_empty() => {
                StmtKind::Pass
            }
            Kind::BreakStatement => StmtKind::Break,
            Kind::ContinueStatement => StmtKind::Continue,
            Kind::FallthroughStatement | Kind::EmptyStatement => StmtKind::Pass,
            Kind::GotoStatement => StmtKind::Unknown(Box::default()),
            Kind::Comment => return,
            _ => return self.fragments(b, node, out),
        };
        out.push(b.stmt_at(kind, node));
    }

    /// What can be recognised of broken code: whole statements, and expressions in unknown statements.
    fn fragments(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let kind = Kind::of(node);
        if kind.is_expression() {
            let part = self.expr(b, node);
            out.push(b.stmt_at(StmtKind::Unknown(Box::new([part])), node));
        } else if !kind.is_type() {
            for child in self.children(node) {
                self.statement(b, child, out);
            }
        }
    }

    fn expression_statement(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let Some(&expression) = self.children(node).first() else {
            return StmtKind::Unknown(Box::default());
        };
        let is_panic = Kind::of(expression) == Kind::CallExpression
            && field!(expression, function).is_some_and(|function| b.text(function) == "panic");
        if is_panic && let Some(arguments) = field!(expression, arguments) {
            let raised = self
                .children(arguments)
                .first()
                .map(|argument| self.expr(b, *argument));
            return StmtKind::Raise(raised);
        }
        StmtKind::Expr(self.expr(b, expression))
    }

    fn assignment(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let target = self.list(b, node, field!(node, left));
        let value = self.list(b, node, field!(node, right));
        let op = match field!(node, operator).map(|operator| b.text(operator)) {
            None | Some("=") => AssignOp::Set,
            Some("+=") => AssignOp::Add,
            Some(_) => AssignOp::Other,
        };
        let is_declaration = Kind::of(node) == Kind::ShortVarDeclaration;
        StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op,
            annotation: None,
            declaration: if is_declaration {
                Declaration::Variable
            } else {
                Declaration::None
            },
        }
    }

    fn increment(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let target = self.only_child(b, node);
        let span = b.range(
            node.end_byte().saturating_sub(2).max(node.start_byte()),
            node.end_byte(),
        );
        let one = b.expr(ExprKind::Literal(Literal::Number("1".into())), span);
        StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(one),
            op: AssignOp::Other,
            annotation: None,
            declaration: Declaration::None,
        }
    }

    /// A specification of a `var` or `const`. A constant without a value repeats an expression over `iota`: unknown.
    fn specification(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        declaration: Declaration,
    ) -> StmtKind {
        let names: SmallVec<[ExprId; 4]> = self
            .names(node)
            .into_iter()
            .map(|node| name(b, node))
            .collect();
        let target = if let [single] = *names {
            single
        } else {
            let ends = names.first().zip(names.last());
            let span = ends.map_or(b.span(node), |(first, last)| {
                b.get(*first).span.cover(b.get(*last).span)
            });
            tuple_at(b, &names, span)
        };
        let annotation = field!(node, type).map(|ty| self.ty(b, ty));
        let value = match field!(node, value) {
            Some(value) => Some(self.list(b, node, Some(value))),
            None if declaration == Declaration::Const => Some(b.unknown(node)),
            None => None,
        };
        StmtKind::Assign {
            targets: Box::new([target]),
            value,
            op: AssignOp::Set,
            annotation,
            declaration,
        }
    }

    fn returned(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Option<ExprId> {
        if let Some(&list) = self.children(node).first() {
            return Some(self.list(b, node, Some(list)));
        }
        if self.results.is_empty() {
            return None;
        }
        let names: SmallVec<[ExprId; 4]> = self
            .results
            .iter()
            .map(|result| b.expr_at(ExprKind::Name(*result), node))
            .collect();
        Some(match *names {
            [single] => single,
            _ => tuple(b, &names, node),
        })
    }

    fn receive(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let left = field!(node, left);
        let target = left.map(|left| self.list(b, node, Some(left)));
        let right = field!(node, right);
        let value = self.operand(b, node, right);
        let Some(target) = target else {
            return StmtKind::Expr(value);
        };
        let between = left.zip(right).map_or("", |(left, right)| {
            b.slice(left.end_byte()..right.start_byte())
        });
        let is_declaration = between.contains(":=");
        StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op: AssignOp::Set,
            annotation: None,
            declaration: if is_declaration {
                Declaration::Variable
            } else {
                Declaration::None
            },
        }
    }

    /// Adds a statement whose initialiser, if it has one, precedes it in a scope of their own.
    fn scoped(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        initializer: Option<Node<'t>>,
        out: &mut Vec<StmtId>,
        lower: impl FnOnce(&mut Self, &mut Builder<'_>, &mut Vec<StmtId>),
    ) {
        let Some(initializer) = initializer else {
            return lower(self, b, out);
        };
        let mut block = Vec::new();
        self.statement(b, initializer, &mut block);
        lower(self, b, &mut block);
        out.push(b.stmt_at(StmtKind::Block(Block::from(block)), node));
    }

    fn if_statement(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        self.scoped(b, node, field!(node, initializer), out, |go, b, out| {
            let chain = go.if_chain(b, node);
            out.push(b.stmt_at(chain, node));
        });
    }

    /// An `if` and its `else if`s, up to one with an initialiser of its own.
    fn if_chain(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let mut arms = Vec::new();
        let mut arm = node;
        let otherwise = loop {
            let test = self.operand(b, arm, field!(arm, condition));
            let block = self.block(b, field!(arm, consequence));
            arms.push((test, Block::from(block)));
            match field!(arm, alternative) {
                None => break None,
                Some(block) if Kind::of(block) == Kind::Block => {
                    break Some(self.block(b, Some(block)));
                }
                Some(next) if field!(next, initializer).is_none() => arm = next,
                Some(next) => {
                    let mut block = Vec::new();
                    self.statement(b, next, &mut block);
                    break Some(block);
                }
            }
        };
        StmtKind::If {
            arms: arms.into_boxed_slice(),
            otherwise: otherwise.map(Block::from),
        }
    }

    fn for_statement(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let head = self
            .children(node)
            .into_iter()
            .find(|child| Kind::of(*child) != Kind::Block);
        let kind = match head.map(|head| (Kind::of(head), head)) {
            Some((Kind::ForClause, clause)) => {
                return self.scoped(b, node, field!(clause, initializer), out, |go, b, out| {
                    let test = field!(clause, condition).map(|condition| go.expr(b, condition));
                    let mut body = go.loop_body(b, node);
                    if let Some(update) = field!(clause, update) {
                        go.statement(b, update, &mut body);
                    }
                    out.push(b.stmt_at(
                        StmtKind::While {
                            test,
                            body: Block::from(body),
                        },
                        node,
                    ));
                });
            }
            Some((Kind::RangeClause, clause)) => {
                let left = field!(clause, left);
                let target = left.map(|left| self.list(b, clause, Some(left)));
                let iter = self.operand(b, clause, field!(clause, right));
                let keys = left.is_some_and(|left| self.children(left).len() == 1);
                StmtKind::For {
                    target,
                    iter,
                    body: Block::from(self.loop_body(b, node)),
                    keys,
                }
            }
            head => {
                let test = head.map(|(_, condition)| self.expr(b, condition));
                StmtKind::While {
                    test,
                    body: Block::from(self.loop_body(b, node)),
                }
            }
        };
        out.push(b.stmt_at(kind, node));
    }

    fn expression_switch(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        self.scoped(b, node, field!(node, initializer), out, |go, b, out| {
            let kind = match field!(node, value) {
                Some(value) => {
                    let subject = go.expr(b, value);
                    StmtKind::Switch {
                        subject,
                        cases: go.cases(b, node),
                    }
                }
                None => go.condition_switch(b, node),
            };
            out.push(b.stmt_at(kind, node));
        });
    }

    /// A `switch` without a subject.
    fn condition_switch(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let mut arms = Vec::new();
        let mut otherwise = None;
        for case in self.cases(b, node) {
            match *case.patterns {
                [] => otherwise = Some(case.body),
                _ => arms.push((b.balanced(&case.patterns, ExprKind::Or), case.body)),
            }
        }
        match otherwise {
            Some(block) if arms.is_empty() => StmtKind::Block(block),
            None if arms.is_empty() => StmtKind::Pass,
            otherwise => StmtKind::If {
                arms: arms.into_boxed_slice(),
                otherwise,
            },
        }
    }

    /// The clauses of a `switch` or `select`.
    fn cases(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Box<[Case]> {
        let in_switch = std::mem::replace(&mut self.in_switch, true);
        let mut cases = Vec::new();
        for clause in self.children(node) {
            let kind = Kind::of(clause);
            if !matches!(
                kind,
                Kind::ExpressionCase | Kind::TypeCase | Kind::CommunicationCase | Kind::DefaultCase
            ) {
                continue;
            }
            let mut patterns = Vec::new();
            let mut body = Vec::new();
            for child in self.children(clause) {
                match Kind::of(child) {
                    Kind::ExpressionList if kind == Kind::ExpressionCase => {
                        for value in self.children(child) {
                            patterns.push(self.expr(b, value));
                        }
                    }
                    Kind::SendStatement | Kind::ReceiveStatement => {
                        patterns.push(b.unknown(child));
                        self.statement(b, child, &mut body);
                    }
                    ty if ty.is_type() => patterns.push(self.ty(b, child)),
                    _ => self.statement(b, child, &mut body),
                }
            }
            cases.push(Case {
                patterns: patterns.into_boxed_slice(),
                guard: None,
                body: Block::from(body),
            });
        }
        self.in_switch = in_switch;
        cases.into_boxed_slice()
    }

    fn type_switch(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        self.scoped(b, node, field!(node, initializer), out, |go, b, out| {
            let value = go.operand(b, node, field!(node, value));
            let Some(alias) = field!(node, alias) else {
                let cases = go.cases(b, node);
                out.push(b.stmt_at(
                    StmtKind::Switch {
                        subject: value,
                        cases,
                    },
                    node,
                ));
                return;
            };
            let target = go.list(b, node, Some(alias));
            let binding = StmtKind::Assign {
                targets: Box::new([target]),
                value: Some(value),
                op: AssignOp::Set,
                annotation: None,
                declaration: Declaration::Variable,
            };
            let span = b.get(target).span.cover(b.get(value).span);
            let binding = b.stmt(binding, span);
            let subject = go.list(b, node, Some(alias));
            let cases = go.cases(b, node);
            let switch = b.stmt_at(StmtKind::Switch { subject, cases }, node);
            out.push(b.stmt_at(StmtKind::Block(Box::new([binding, switch])), node));
        });
    }

    fn select(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let span = b.range(node.start_byte(), node.start_byte());
        let subject = b.expr(ExprKind::Unknown(Box::default()), span);
        StmtKind::Switch {
            subject,
            cases: self.cases(b, node),
        }
    }
}

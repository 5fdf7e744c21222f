//! Classes and enums.

use tree_sitter::Node;

use super::grammar::{Field, Kind};
use super::{Lowering, Nodes};
use crate::{
    AssignOp, CollectionKind, Declaration, Entry, ExprId, ExprKind, Literal, StmtId, StmtKind,
    Symbol,
};

impl<'a> Lowering<'_, 'a> {
    /// A class. `start` is the first byte of its statement.
    pub(super) fn class_statement(
        &mut self,
        node: Node<'a>,
        name: Symbol,
        start: usize,
        decorators: &[Node<'a>],
    ) -> StmtId {
        let is_module_level = self.outlined.contains_key(&node.id());
        let span = if is_module_level {
            self.header(start, node)
        } else {
            self.out.range(start, node.end_byte())
        };
        let mut all = Nodes::from_slice(decorators);
        all.extend(
            self.children(node)
                .into_iter()
                .filter(|&child| self.grammar.kind(child) == Kind::Decorator),
        );
        let decorators = self.decorators(&all).into();
        let mut body = Vec::new();
        if let Some(block) = self.field(node, Field::Body) {
            self.members(block, name, is_module_level, &mut body);
        }
        let kind = StmtKind::Class {
            name,
            decorators,
            body: body.into(),
        };
        self.out.stmt(kind, span)
    }

    fn members(
        &mut self,
        block: Node<'a>,
        class: Symbol,
        is_module_level: bool,
        into: &mut Vec<StmtId>,
    ) {
        let mut decorators = Nodes::new();
        for member in self.children(block) {
            if self.kind(member) == Kind::Decorator {
                decorators.push(member);
                continue;
            }
            if is_module_level {
                let start = decorators.first().unwrap_or(&member).start_byte();
                self.out.anchor(start);
            }
            match self.kind(member) {
                Kind::MethodDefinition => self.method(member, &decorators, into),
                Kind::FieldDefinition => self.property(member, class, into),
                Kind::ClassStaticBlock => {
                    if let Some(body) = self.field(member, Field::Body) {
                        let block = self.block(body);
                        into.push(self.out.stmt_at(StmtKind::Block(block), member));
                    }
                }
                Kind::Error => {
                    let parts = self.parts(member);
                    into.push(self.out.stmt_at(StmtKind::Unknown(parts), member));
                }
                _ => {}
            }
            decorators.clear();
        }
    }

    fn method(&mut self, node: Node<'a>, before: &[Node<'a>], into: &mut Vec<StmtId>) {
        let mut decorators = Nodes::from_slice(before);
        decorators.extend(
            self.children(node)
                .into_iter()
                .filter(|&child| self.grammar.kind(child) == Kind::Decorator),
        );
        let start = decorators.first().unwrap_or(&node).start_byte();
        if let Some(&path) = self.outlined.get(&node.id()) {
            into.push(self.define(path, node, start, &decorators));
            return;
        }
        let value = self.closure(node, &decorators);
        let target = match self.field(node, Field::Name) {
            Some(name) if self.kind(name) != Kind::ComputedPropertyName => self.out.name(name),
            Some(name) => self.key(name),
            None => self.out.unknown(node),
        };
        let kind = StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op: AssignOp::Set,
            annotation: None,
            declaration: Declaration::Const,
        };
        into.push(self.out.stmt_at(kind, node));
    }

    /// The definition of a function that is a body of its own.
    pub(super) fn define(
        &mut self,
        path: Symbol,
        node: Node<'a>,
        start: usize,
        decorators: &[Node<'a>],
    ) -> StmtId {
        let span = self.header(start, node);
        let decorators = self.decorators(decorators).into();
        let kind = StmtKind::Define {
            name: path,
            decorators,
        };
        self.out.stmt(kind, span)
    }

    fn property(&mut self, node: Node<'a>, class: Symbol, into: &mut Vec<StmtId>) {
        let Some(name) = self
            .field(node, Field::Name)
            .or_else(|| self.field(node, Field::Property))
        else {
            return;
        };
        let value = self.field(node, Field::Value);
        let decorators: Nodes<'a> = self
            .children(node)
            .into_iter()
            .filter(|&child| self.grammar.kind(child) == Kind::Decorator)
            .collect();
        if let Some(value) = value {
            let bare = self.grammar.bare(value);
            if let Some(&path) = self.outlined.get(&bare.id()) {
                into.push(self.define(path, bare, node.start_byte(), &decorators));
                return;
            }
        }
        for decorator in self.decorators(&decorators) {
            let span = self.out.get(decorator).span;
            into.push(self.out.stmt(StmtKind::Expr(decorator), span));
        }
        let annotation = self.field(node, Field::Type).map(|ty| self.ty(ty));
        if value.is_none() && annotation.is_none() && decorators.is_empty() {
            return;
        }
        let is_static = self.has_token(node, "static");
        let is_readonly = self.has_token(node, "readonly");
        let base = self.implied_name(if is_static { &class } else { "this" }, name.start_byte());
        let target = if self.kind(name) == Kind::ComputedPropertyName {
            let index = self.key(name);
            self.out.expr_at(ExprKind::Index { base, index }, name)
        } else {
            self.member(base, name, name)
        };
        let value = value.map(|value| self.expr(value));
        let kind = StmtKind::Assign {
            targets: Box::new([target]),
            value,
            op: AssignOp::Set,
            annotation,
            declaration: if is_readonly {
                Declaration::Const
            } else {
                Declaration::None
            },
        };
        into.push(self.out.stmt_at(kind, node));
    }

    /// A class as a value. Its members are evaluated, the class itself is not known.
    pub(super) fn class_expression(&mut self, node: Node<'a>) -> ExprId {
        let mut parts = Vec::new();
        let Some(body) = self.field(node, Field::Body) else {
            return self.unknown(node);
        };
        for member in self.children(body) {
            match self.kind(member) {
                Kind::MethodDefinition => parts.push(self.closure(member, &[])),
                Kind::FieldDefinition => {
                    if let Some(value) = self.field(member, Field::Value) {
                        parts.push(self.expr(value));
                    }
                }
                _ => {}
            }
        }
        self.out.expr_at(ExprKind::Unknown(parts.into()), node)
    }

    /// An enum as the object it is at run time.
    pub(super) fn enumeration(&mut self, node: Node<'a>) -> StmtId {
        let mut entries = Vec::new();
        let mut next = Some(0_u32);
        let body = self.field(node, Field::Body);
        let members = body.map(|body| self.children(body)).unwrap_or_default();
        for member in members {
            let name = self.field(member, Field::Name).unwrap_or(member);
            let key = self.key(name);
            let value = self.field(member, Field::Value);
            if let Some(value) = value {
                next = self.out.text(value).parse().ok();
            }
            let value = match (value, next) {
                (Some(value), _) => self.expr(value),
                (None, Some(number)) => {
                    let number = Literal::Number(number.to_string().into());
                    self.out.expr_at(ExprKind::Literal(number), member)
                }
                (None, None) => self.out.unknown(member),
            };
            next = next.and_then(|number| number.checked_add(1));
            entries.push(Entry {
                key: Some(key),
                value,
                span: self.out.span(member),
            });
        }
        let target = match self.field(node, Field::Name) {
            Some(name) => self.out.name(name),
            None => self.out.unknown(node),
        };
        let value = self.collection(CollectionKind::Dict, entries, body.unwrap_or(node));
        let kind = StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op: AssignOp::Set,
            annotation: None,
            declaration: Declaration::Const,
        };
        self.out.stmt_at(kind, node)
    }
}

//! Functions: parameters, bodies, closures.

use tree_sitter::Node;

use super::grammar::{Field, Kind};
use super::module::{Definition, has_token, is_parameter_property};
use super::{Lowering, Nodes};
use crate::lower::builder::Lowered;
use crate::{
    AssignOp, Block, BodyKind, Closure, Declaration, ExprId, ExprKind, Param, ParamKind, StmtId,
    StmtKind, Symbol,
};

/// The parameters and statements of a function.
pub(super) struct Signature {
    params: Vec<Param>,
    root: Vec<StmtId>,
}

impl<'a> Lowering<'_, 'a> {
    /// Lowers a function that is a body of its own.
    pub(super) fn body(&mut self, definition: &Definition<'a>) -> Lowered {
        let decorators = match definition.kind {
            BodyKind::Handler => {
                let what_for = definition.decorators.iter();
                what_for.map(|node| self.expr(*node)).collect()
            }
            _ => self.decorators(&definition.decorators),
        };
        let Signature { params, root } = self.signature(definition.node);
        let returns = self
            .field(definition.node, Field::ReturnType)
            .map(|ty| self.ty(ty));
        Lowered {
            params,
            decorators,
            returns,
            results: Vec::new(),
            is_getter: self.kind(definition.node) == Kind::MethodDefinition
                && has_token(definition.node, "get"),
            root,
        }
    }

    /// A function as a value; a name where the function is a body of its own.
    pub(super) fn function(&mut self, node: Node<'a>) -> ExprId {
        if let Some(&path) = self.outlined.get(&node.id()) {
            let span = self.header(node.start_byte(), node);
            let kind = StmtKind::Define {
                name: path,
                decorators: Box::default(),
            };
            let define = self.out.stmt(kind, span);
            self.defines.push(define);
            let value = self.out.expr(ExprKind::Name(path), span);
            self.leave_out(node);
            return value;
        }
        self.closure(node, &[])
    }

    /// Leaves the body of a function that is a body of its own out of the statement.
    pub(super) fn leave_out(&mut self, function: Node<'a>) {
        if let Some(body) = self.field(function, Field::Body) {
            self.out.leave_out(body.byte_range());
        }
    }

    /// A function that lives in the arenas of the body around it.
    pub(super) fn closure(&mut self, node: Node<'a>, decorators: &[Node<'a>]) -> ExprId {
        let name = self
            .field(node, Field::Name)
            .filter(|&name| self.kind(name) != Kind::ComputedPropertyName)
            .map(|name| Symbol::new(self.out.text(name)));
        let decorators = self.decorators(decorators).into();
        let breaks = self.breaks;
        let Signature { params, root } = self.signature(node);
        self.breaks = breaks;
        let closure = Closure {
            name,
            params: params.into(),
            body: root.into(),
            decorators,
        };
        self.out.expr_at(ExprKind::Closure(Box::new(closure)), node)
    }

    pub(super) fn decorators(&mut self, nodes: &[Node<'a>]) -> Vec<ExprId> {
        let grammar = self.grammar;
        nodes
            .iter()
            .filter_map(|&node| grammar.inner(node))
            .map(|inner| self.expr(inner))
            .collect()
    }

    fn signature(&mut self, node: Node<'a>) -> Signature {
        let mut root = Vec::new();
        let params = self.params(node, &mut root);
        match self.field(node, Field::Body) {
            Some(body) if self.kind(body) == Kind::StatementBlock => {
                self.statements(body, &mut root);
            }
            Some(expr) => {
                let value = self.expr(expr);
                let span = self.out.get(value).span;
                root.push(self.out.stmt(StmtKind::Return(Some(value)), span));
            }
            None => {}
        }
        Signature { params, root }
    }

    /// Parameters. What a constructor does for its parameter properties goes to `root`.
    fn params(&mut self, function: Node<'a>, root: &mut Vec<StmtId>) -> Vec<Param> {
        if let Some(single) = self.field(function, Field::Parameter) {
            let pattern = self.pattern(single);
            let span = self.out.span(single);
            return vec![Param {
                pattern,
                annotation: None,
                default: None,
                kind: ParamKind::Normal,
                decorators: Box::default(),
                span,
            }];
        }
        let Some(list) = self.field(function, Field::Parameters) else {
            return Vec::new();
        };
        let is_constructor = self
            .field(function, Field::Name)
            .is_some_and(|name| self.out.text(name) == "constructor");
        let mut params = Vec::new();
        for node in self.children(list) {
            let Some(param) = self.param(node) else {
                continue;
            };
            if is_constructor && is_parameter_property(self.grammar, node) {
                root.push(self.parameter_property(&param, node));
            }
            params.push(param);
        }
        params
    }

    /// A parameter; `None` for TypeScript's `this`, which is not passed.
    fn param(&mut self, node: Node<'a>) -> Option<Param> {
        let mut annotation = None;
        let mut default = None;
        let mut decorators = Nodes::new();
        let mut pattern = node;
        match self.kind(node) {
            Kind::RequiredParameter | Kind::OptionalParameter => {
                pattern = self.field(node, Field::Pattern)?;
                annotation = self.field(node, Field::Type);
                default = self.field(node, Field::Value);
                decorators = self.children(node);
                decorators.retain(|child| self.grammar.kind(*child) == Kind::Decorator);
            }
            Kind::AssignmentPattern => {
                pattern = self.field(node, Field::Left)?;
                default = self.field(node, Field::Right);
            }
            _ => {}
        }
        let mut kind = ParamKind::Normal;
        if self.kind(pattern) == Kind::RestPattern {
            kind = ParamKind::Rest;
            pattern = self.inner(pattern)?;
        }
        if self.kind(pattern) == Kind::This {
            return None;
        }
        let decorators = self.decorators(&decorators).into();
        let pattern = self.pattern(pattern);
        let annotation = annotation.map(|ty| self.ty(ty));
        let default = default.map(|value| self.expr(value));
        Some(Param {
            pattern,
            annotation,
            default,
            kind,
            decorators,
            span: self.out.span(node),
        })
    }

    /// `this.pool = pool` for `constructor(private readonly pool: Pool)`.
    fn parameter_property(&mut self, param: &Param, node: Node<'a>) -> StmtId {
        let pattern = self.out.get(param.pattern).clone();
        let value = self.out.expr(pattern.kind.clone(), pattern.span);
        let target = match pattern.kind {
            ExprKind::Name(name) => self.this_member(name, node.start_byte(), pattern.span),
            _ => param.pattern,
        };
        let kind = StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op: AssignOp::Set,
            annotation: param.annotation,
            declaration: Declaration::None,
        };
        self.out.stmt_at(kind, node)
    }

    /// The statements of a block that is one already, or of the one statement that stands for it.
    pub(super) fn block(&mut self, node: Node<'a>) -> Block {
        let mut statements = Vec::new();
        if self.kind(node) == Kind::StatementBlock {
            self.statements(node, &mut statements);
        } else {
            self.statement(node, &mut statements);
        }
        statements.into()
    }
}

//! Definitions of functions and classes.

use tree_sitter::Node;

use super::grammar::{Child, Children, Field, Kind};
use super::stmt::assign;
use super::{Lowering, Scope};
use crate::{
    AssignOp, Closure, ExprId, ExprKind, Param, ParamKind, Span, StmtId, StmtKind, Symbol,
};

impl<'t> Lowering<'_, '_, 't> {
    pub(super) fn definition(&mut self, whole: Node<'t>, out: &mut Vec<StmtId>) {
        let mut node = whole;
        if self.tree.kinds.of(whole) == Kind::Decorated {
            match self.tree.children(whole).get(Field::Definition) {
                Some(definition) => node = definition,
                None => return self.broken(whole, out),
            }
        }
        let children = self.tree.children(node);
        let Some(name_node) = children.get(Field::Name) else {
            return self.broken(whole, out);
        };
        let decorators = self.decorators(whole);
        let name = Symbol::new(self.b.text(name_node));
        if self.tree.kinds.of(node) == Kind::ClassDefinition {
            return self.class(whole, name, decorators, &children, out);
        }
        if self.scope.has_bodies {
            let path = self.scope.class.map_or(name, |class| class.member(&name));
            let span = self.header(whole, &children);
            out.push(self.b.stmt(
                StmtKind::Define {
                    name: path,
                    decorators,
                },
                span,
            ));
            return;
        }
        let is_method = self.scope.class.is_some();
        let params = self.definition_parameters(&children, is_method, whole);
        let mut body = Vec::new();
        let outer = std::mem::replace(
            &mut self.scope,
            Scope {
                has_bodies: false,
                class: None,
            },
        );
        self.definition_body(&children, &mut body);
        self.scope = outer;
        let closure = Closure {
            name: Some(name),
            params,
            body: body.into_boxed_slice(),
            decorators,
        };
        let value = self.b.expr_at(ExprKind::Closure(Box::new(closure)), whole);
        let target = self.b.name(name_node);
        out.push(self.b.stmt_at(
            assign(Box::new([target]), Some(value), AssignOp::Set, None),
            whole,
        ));
    }

    pub(super) fn class(
        &mut self,
        whole: Node<'t>,
        name: Symbol,
        decorators: Box<[ExprId]>,
        children: &Children<'t>,
        out: &mut Vec<StmtId>,
    ) {
        let path = self.scope.class.map_or(name, |outer| outer.member(&name));
        let has_bodies = self.scope.has_bodies;
        let span = if has_bodies {
            self.header(whole, children)
        } else {
            self.b.span(whole)
        };
        let outer = std::mem::replace(
            &mut self.scope,
            Scope {
                has_bodies,
                class: Some(path),
            },
        );
        let mut body = Vec::new();
        if let Some(block) = children.get(Field::Body) {
            if has_bodies {
                self.anchored(block, &mut body);
            } else {
                self.statements(block, &mut body);
            }
        }
        self.scope = outer;
        let body = body.into_boxed_slice();
        out.push(self.b.stmt(
            StmtKind::Class {
                name,
                decorators,
                body,
            },
            span,
        ));
    }

    /// The span of a definition up to its colon: what is in the block belongs to other bodies and anchors.
    fn header(&mut self, whole: Node<'t>, children: &Children<'t>) -> Span {
        let header = children
            .into_iter()
            .take_while(|child| child.field != Field::Body);
        let end = header
            .last()
            .map_or(whole.end_byte(), |child| child.node.end_byte());
        self.b.range(whole.start_byte(), end)
    }

    pub(super) fn decorators(&mut self, whole: Node<'t>) -> Box<[ExprId]> {
        if self.tree.kinds.of(whole) != Kind::Decorated {
            return Box::default();
        }
        let mut decorators = Vec::new();
        for child in &self.tree.children(whole) {
            if child.kind == Kind::Decorator {
                let expression = self.tree.children(child.node).first();
                decorators.push(match expression {
                    Some(expression) => self.expr(expression.node),
                    None => self.b.unknown(child.node),
                });
            }
        }
        decorators.into_boxed_slice()
    }

    pub(super) fn definition_parameters(
        &mut self,
        children: &Children<'t>,
        is_method: bool,
        whole: Node<'t>,
    ) -> Box<[Param]> {
        let Some(parameters) = children.get(Field::Parameters) else {
            return Box::default();
        };
        let has_receiver = is_method && !self.is_static(whole);
        self.parameters(parameters, has_receiver)
    }

    fn is_static(&mut self, whole: Node<'t>) -> bool {
        if self.tree.kinds.of(whole) != Kind::Decorated {
            return false;
        }
        let children = self.tree.children(whole);
        let mut decorators = children
            .into_iter()
            .filter(|child| child.kind == Kind::Decorator);
        decorators.any(|decorator| self.b.text(decorator.node)[1..].trim() == "staticmethod")
    }

    pub(super) fn parameters(&mut self, parameters: Node<'t>, has_receiver: bool) -> Box<[Param]> {
        let mut params: Vec<Param> = Vec::new();
        let mut positional = if has_receiver {
            ParamKind::Receiver
        } else {
            ParamKind::Normal
        };
        for child in &self.tree.children(parameters) {
            if child.kind == Kind::KeywordSeparator {
                positional = ParamKind::KeywordOnly;
            }
            if matches!(
                child.kind,
                Kind::KeywordSeparator | Kind::PositionalSeparator | Kind::Error
            ) {
                continue;
            }
            let param = self.parameter(child, positional);
            positional = match param.kind {
                ParamKind::Receiver => ParamKind::Normal,
                ParamKind::Rest => ParamKind::KeywordOnly,
                _ => positional,
            };
            params.push(param);
        }
        params.into_boxed_slice()
    }

    fn parameter(&mut self, child: Child<'t>, positional: ParamKind) -> Param {
        let mut written = child;
        let mut annotation = None;
        let mut default = None;
        if matches!(
            child.kind,
            Kind::TypedParameter | Kind::DefaultParameter | Kind::TypedDefaultParameter
        ) {
            for part in &self.tree.children(child.node) {
                match part.field {
                    Field::Type => annotation = Some(self.annotation(part.node)),
                    Field::Value => default = Some(self.expr(part.node)),
                    _ if part.kind != Kind::Error => written = part,
                    _ => {}
                }
            }
        }
        let kind = match written.kind {
            Kind::ListSplat => ParamKind::Rest,
            Kind::DictionarySplat => ParamKind::KeywordRest,
            _ => positional,
        };
        let pattern = match kind {
            ParamKind::Rest | ParamKind::KeywordRest => {
                match self.tree.children(written.node).first() {
                    Some(name) => self.expr(name.node),
                    None => self.b.unknown(written.node),
                }
            }
            _ => self.expr(written.node),
        };
        Param {
            pattern,
            annotation,
            default,
            kind,
            decorators: Box::default(),
            span: self.b.span(child.node),
        }
    }

    pub(super) fn definition_body(&mut self, children: &Children<'t>, out: &mut Vec<StmtId>) {
        for child in children {
            if child.field == Field::Body {
                self.statements(child.node, out);
            } else if child.kind == Kind::Error {
                self.broken(child.node, out);
            }
        }
    }
}

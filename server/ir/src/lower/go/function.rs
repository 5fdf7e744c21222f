//! Functions, their parameters and results.

use tree_sitter::Node;

use super::expr::tuple;
use super::grammar::{Kind, field};
use super::item::DeclaredFunction;
use super::ty::type_parameters;
use super::{Lowering, Nodes};
use crate::lower::builder::{Builder, Lowered};
use crate::{
    AssignOp, Declaration, ExprId, ExprKind, Param, ParamKind, Span, StmtId, StmtKind, Symbol,
};

impl<'t> Lowering<'t> {
    pub(super) fn function(
        &mut self,
        b: &mut Builder<'_>,
        function: &DeclaredFunction<'t>,
    ) -> Lowered {
        let node = function.node;
        self.type_parameters = type_parameters(node, b.source());
        let mut lowered = Lowered::default();
        if let Some(receiver) = field!(node, receiver) {
            self.params(b, receiver, ParamKind::Receiver, &mut lowered.params);
        }
        if let Some(parameters) = field!(node, parameters) {
            self.params(b, parameters, ParamKind::Normal, &mut lowered.params);
        }
        lowered.returns = field!(node, result).map(|result| self.result_type(b, result));
        (lowered.root, lowered.results) = self.function_body(b, node, &function.tail);
        lowered
    }

    /// The statements of a function, its named results declared first, and those in `tail`; and the names of these results.
    pub(super) fn function_body(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        tail: &[Node<'t>],
    ) -> (Vec<StmtId>, Vec<Symbol>) {
        let outer_results = std::mem::take(&mut self.results);
        let in_switch = std::mem::replace(&mut self.in_switch, false);
        let mut body = Vec::new();
        if let Some(results) = field!(node, result) {
            self.declare_results(b, results, &mut body);
        }
        if let Some(block) = field!(node, body) {
            self.statements(b, block, &mut body);
        }
        for statement in tail {
            self.statement(b, *statement, &mut body);
        }
        self.in_switch = in_switch;
        let results = std::mem::replace(&mut self.results, outer_results);
        (body, results)
    }

    pub(super) fn params(
        &mut self,
        b: &mut Builder<'_>,
        list: Node<'t>,
        kind: ParamKind,
        params: &mut Vec<Param>,
    ) {
        for declaration in self.children(list) {
            let kind = match Kind::of(declaration) {
                Kind::ParameterDeclaration => kind,
                Kind::VariadicParameterDeclaration => ParamKind::Rest,
                _ => continue,
            };
            let ty = field!(declaration, type);
            let names = self.names(declaration);
            let whole = b.span(declaration);
            if names.is_empty() {
                let span = Span {
                    end: whole.start,
                    ..whole
                };
                let pattern = b.expr(ExprKind::Name(Symbol::new("_")), span);
                params.push(self.param(b, pattern, ty, kind, whole));
            }
            for (index, name) in names.iter().enumerate() {
                let pattern = b.name(*name);
                let mut span = b.span(*name);
                if index + 1 == names.len() {
                    span.end = whole.end;
                }
                params.push(self.param(b, pattern, ty, kind, span));
            }
        }
    }

    fn param(
        &mut self,
        b: &mut Builder<'_>,
        pattern: ExprId,
        ty: Option<Node<'t>>,
        kind: ParamKind,
        span: Span,
    ) -> Param {
        let annotation = ty.map(|ty| self.ty(b, ty));
        Param {
            pattern,
            annotation,
            default: None,
            kind,
            decorators: Box::default(),
            span,
        }
    }

    /// The declared identifiers of a parameter or a specification.
    pub(super) fn names(&mut self, declaration: Node<'t>) -> Nodes<'t> {
        let mut children = self.children(declaration);
        children.retain(|child| Kind::of(*child) == Kind::Identifier);
        children
    }

    /// The type of a function's result; several are a tuple.
    fn result_type(&mut self, b: &mut Builder<'_>, result: Node<'t>) -> ExprId {
        if Kind::of(result).is_type() {
            return self.ty(b, result);
        }
        let mut types = Vec::new();
        for declaration in self.children(result) {
            let Some(ty) = field!(declaration, type) else {
                continue;
            };
            for _ in 0..self.names(declaration).len().max(1) {
                types.push(self.ty(b, ty));
            }
        }
        match *types {
            [single] => single,
            _ => tuple(b, &types, result),
        }
    }

    fn declare_results(&mut self, b: &mut Builder<'_>, results: Node<'t>, body: &mut Vec<StmtId>) {
        if Kind::of(results).is_type() {
            return;
        }
        for declaration in self.children(results) {
            for name in self.names(declaration) {
                let symbol = Symbol::new(b.text(name));
                self.results.push(symbol);
                if &*symbol == "_" {
                    continue;
                }
                let target = b.name(name);
                let annotation = field!(declaration, type).map(|ty| self.ty(b, ty));
                let declaration = StmtKind::Assign {
                    targets: Box::new([target]),
                    value: None,
                    op: AssignOp::Set,
                    annotation,
                    declaration: Declaration::Variable,
                };
                body.push(b.stmt_at(declaration, name));
            }
        }
    }
}

//! Types.

use smallvec::SmallVec;
use tree_sitter::Node;

use super::expr::collection;
use super::grammar::{Field, Kind};
use super::module::is_dotted;
use super::{Lowering, literal_parts};
use crate::{CollectionKind, Entry, ExprId, ExprKind, Span, Symbol};

impl<'t> Lowering<'_, '_, 't> {
    /// A type: an expression in which strings are names.
    pub(super) fn annotation(&mut self, node: Node<'t>) -> ExprId {
        let (node, kind) = self.tree.strip(node);
        if !self.b.enter() {
            return self.b.unknown(node);
        }
        let id = self.annotation_of_kind(node, kind);
        self.b.leave();
        id
    }

    pub(super) fn annotation_of_kind(&mut self, node: Node<'t>, kind: Kind) -> ExprId {
        match kind {
            Kind::String => self.quoted_annotation(node),
            Kind::Subscript => {
                let children = self.tree.children(node);
                let base = self.field(node, &children, Field::Value);
                let name = children
                    .get(Field::Value)
                    .map_or("", |value| self.b.text(value));
                let arguments = children
                    .into_iter()
                    .filter(|child| child.field == Field::Subscript)
                    .map(|child| child.node);
                self.type_arguments(node, base, name, arguments.collect())
            }
            Kind::GenericType => {
                let children = self.tree.children(node);
                let Some(value) = children.first() else {
                    return self.b.unknown(node);
                };
                let base = self.expr(value.node);
                let name = self.b.text(value.node);
                let arguments = match children.of_kind(Kind::TypeParameter) {
                    Some(parameter) => self
                        .tree
                        .children(parameter)
                        .into_iter()
                        .map(|child| child.node)
                        .collect(),
                    None => SmallVec::new(),
                };
                self.type_arguments(node, base, name, arguments)
            }
            Kind::Binary | Kind::UnionType => {
                let operands: Vec<_> = self
                    .tree
                    .children(node)
                    .into_iter()
                    .filter(|child| child.kind != Kind::Token)
                    .map(|child| self.annotation(child.node))
                    .collect();
                let kind = ExprKind::Arithmetic {
                    op: Symbol::new("|"),
                    operands: operands.into_boxed_slice(),
                };
                self.b.expr_at(kind, node)
            }
            Kind::List => {
                let entries = self
                    .tree
                    .children(node)
                    .into_iter()
                    .map(|child| Entry {
                        key: None,
                        value: self.annotation(child.node),
                        span: self.b.span(child.node),
                    })
                    .collect();
                self.b
                    .expr_at(collection(CollectionKind::List, entries), node)
            }
            Kind::MemberType => {
                let children = self.tree.children(node);
                match children.0.as_slice() {
                    [base, name] => {
                        let base = self.annotation(base.node);
                        let (name, name_span) =
                            (Symbol::new(self.b.text(name.node)), self.b.span(name.node));
                        self.b.expr_at(
                            ExprKind::Attribute {
                                base,
                                name,
                                name_span,
                            },
                            node,
                        )
                    }
                    _ => self.b.unknown(node),
                }
            }
            Kind::SplatType => {
                let inner = match self.tree.children(node).first() {
                    Some(inner) => self.expr(inner.node),
                    None => self.b.unknown(node),
                };
                self.b.expr_at(ExprKind::Spread(inner), node)
            }
            Kind::ConstrainedType => match self.tree.children(node).first() {
                Some(inner) => self.annotation(inner.node),
                None => self.b.unknown(node),
            },
            _ => self.expr(node),
        }
    }

    /// `base[arguments]` in a type.
    fn type_arguments(
        &mut self,
        node: Node<'t>,
        base: ExprId,
        name: &str,
        arguments: SmallVec<[Node<'t>; 4]>,
    ) -> ExprId {
        // The arguments of `Literal` are values, and so is the metadata of `Annotated`.
        let types = match name.rsplit('.').next() {
            Some("Literal") => 0,
            Some("Annotated") => 1,
            _ => usize::MAX,
        };
        let mut lowered: SmallVec<[(ExprId, Span); 4]> = SmallVec::new();
        for (position, argument) in arguments.into_iter().enumerate() {
            let value = if position < types {
                self.annotation(argument)
            } else {
                self.expr(argument)
            };
            lowered.push((value, self.b.span(argument)));
        }
        let index = match lowered.as_slice() {
            [] => self.b.unknown(node),
            [(only, _)] => *only,
            [(_, first), .., (_, last)] => {
                let span = first.cover(*last);
                let entries = lowered
                    .iter()
                    .map(|&(value, span)| Entry {
                        key: None,
                        value,
                        span,
                    })
                    .collect();
                self.b
                    .expr(collection(CollectionKind::Tuple, entries), span)
            }
        };
        self.b.expr_at(ExprKind::Index { base, index }, node)
    }

    /// `"pkg.User"` as `pkg.User`; any other string as it is.
    fn quoted_annotation(&mut self, node: Node<'t>) -> ExprId {
        let source = self.b.text(node);
        let Some((delimiters, content)) = literal_parts(source) else {
            return self.expr(node);
        };
        if !is_dotted(content) {
            return self.expr(node);
        }
        let start = node.start_byte() + delimiters.prefix.len() + delimiters.quote.len();
        self.dotted_text(content, start)
    }

    /// Identifiers joined by dots, which start at the absolute offset `start`.
    fn dotted_text(&mut self, text: &str, start: usize) -> ExprId {
        let mut at = start;
        let mut base = None;
        for part in text.split('.') {
            let end = at + part.len();
            let name = Symbol::new(part);
            let name_span = self.b.range(at, end);
            base = Some(match base {
                None => self.b.expr(ExprKind::Name(name), name_span),
                Some(base) => {
                    let span = self.b.range(start, end);
                    self.b.expr(
                        ExprKind::Attribute {
                            base,
                            name,
                            name_span,
                        },
                        span,
                    )
                }
            });
            at = end + 1;
        }
        base.expect("splitting yields at least one part")
    }

    /// A `dotted_name` node.
    pub(super) fn dotted(&mut self, node: Node<'t>) -> ExprId {
        let mut base = None;
        for part in &self.tree.children(node) {
            base = Some(match base {
                None => self.b.name(part.node),
                Some(base) => {
                    let name = Symbol::new(self.b.text(part.node));
                    let name_span = self.b.span(part.node);
                    let span = self.b.range(node.start_byte(), part.node.end_byte());
                    self.b.expr(
                        ExprKind::Attribute {
                            base,
                            name,
                            name_span,
                        },
                        span,
                    )
                }
            });
        }
        base.unwrap_or_else(|| self.b.unknown(node))
    }
}

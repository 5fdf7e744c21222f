//! Composite literals.

use tree_sitter::Node;

use super::Lowering;
use super::grammar::{Kind, field};
use super::ty::base_type;
use crate::lower::builder::Builder;
use crate::{Collection, CollectionKind, Entry, ExprId, ExprKind, Literal, StringLiteral};

/// What is known of the type of a composite literal.
#[derive(Clone, Copy)]
pub(super) struct LiteralType<'t> {
    /// The type that stands before the braces.
    written: Option<ExprId>,
    /// The type, written there or for the elements of the literal around it.
    node: Option<Node<'t>>,
    /// What it builds if neither the type nor the elements tell.
    otherwise: CollectionKind,
}

impl LiteralType<'_> {
    pub(super) fn unknown(otherwise: CollectionKind) -> Self {
        LiteralType {
            written: None,
            node: None,
            otherwise,
        }
    }
}

impl<'t> Lowering<'t> {
    pub(super) fn composite(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let node_type = field!(node, type);
        let ty = LiteralType {
            written: node_type.map(|ty| self.ty(b, ty)),
            node: node_type,
            otherwise: CollectionKind::Struct,
        };
        match field!(node, body) {
            Some(body) => self.literal_value(b, node, body, ty),
            None => b.unknown(node),
        }
    }

    /// The braces `body` of the composite literal `node`.
    pub(super) fn literal_value(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        body: Node<'t>,
        ty: LiteralType<'t>,
    ) -> ExprId {
        let elements = self.children(body);
        let known = ty.node.map(base_type).map(|ty| (Kind::of(ty), ty));
        let (kind, element_type) = match known {
            Some((Kind::SliceType | Kind::ArrayType | Kind::ImplicitLengthArrayType, ty)) => {
                (CollectionKind::List, field!(ty, element))
            }
            Some((Kind::MapType, ty)) => (CollectionKind::Dict, field!(ty, value)),
            Some((Kind::StructType, _)) => (CollectionKind::Struct, None),
            _ => (self.shape(&elements).unwrap_or(ty.otherwise), None),
        };
        let elided_type = LiteralType {
            written: None,
            node: element_type,
            otherwise: match (kind, element_type) {
                (CollectionKind::Dict, None) => CollectionKind::List,
                _ => CollectionKind::Struct,
            },
        };
        let mut entries = Vec::with_capacity(elements.len());
        for element in elements {
            let (key, value) = if Kind::of(element) == Kind::KeyedElement {
                (field!(element, key), field!(element, value))
            } else {
                (None, Some(element))
            };
            let key = key.map(|key| self.key(b, key, kind));
            let value = match value.map(|value| self.without_parentheses(value)) {
                Some(value) if Kind::of(value) == Kind::LiteralValue => b
                    .nested(|b| self.literal_value(b, value, value, elided_type))
                    .unwrap_or_else(|| b.unknown(value)),
                value => self.operand(b, element, value),
            };
            entries.push(Entry {
                key,
                value,
                span: b.span(element),
            });
        }
        let collection = Collection {
            kind,
            ty: ty.written,
            entries: entries.into_boxed_slice(),
        };
        b.expr_at(ExprKind::Collection(collection), node)
    }

    /// What a literal of a named or unknown type builds, where its elements tell.
    fn shape(&mut self, elements: &[Node<'t>]) -> Option<CollectionKind> {
        let is_elided =
            |go: &mut Self, node| Kind::of(go.without_parentheses(node)) == Kind::LiteralValue;
        let mut has_keys = false;
        for element in elements {
            if Kind::of(*element) == Kind::KeyedElement {
                has_keys = true;
                let is_field = field!(element, key)
                    .is_some_and(|key| Kind::of(self.without_parentheses(key)) == Kind::Identifier);
                if !is_field || field!(element, value).is_some_and(|value| is_elided(self, value)) {
                    return Some(CollectionKind::Dict);
                }
            } else if is_elided(self, *element) {
                return Some(CollectionKind::List);
            }
        }
        has_keys.then_some(CollectionKind::Struct)
    }

    pub(super) fn key(
        &mut self,
        b: &mut Builder<'_>,
        key: Node<'t>,
        kind: CollectionKind,
    ) -> ExprId {
        let key = self.without_parentheses(key);
        if kind == CollectionKind::Struct && Kind::of(key) == Kind::Identifier {
            let literal = StringLiteral {
                value: b.text(key).into(),
                content: b.span(key),
            };
            return b.expr_at(ExprKind::Literal(Literal::String(literal)), key);
        }
        self.expr(b, key)
    }
}

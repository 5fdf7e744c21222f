//! Patterns, and parameters.

use tree_sitter::Node;

use super::grammar::{Kind, field};
use super::item::plain_pattern;
use super::{Lowering, identifier};
use crate::lower::builder::Builder;
use crate::{
    Collection, CollectionKind, Entry, ExprId, ExprKind, Literal, Param, ParamKind, StringLiteral,
    Symbol,
};

impl<'t> Lowering<'t, '_> {
    /// The parameters of a function.
    pub(super) fn params(&mut self, b: &mut Builder<'_>, list: Node<'t>) -> Vec<Param> {
        let mut params = Vec::new();
        for child in self.all_children(list) {
            let pattern = match Kind::of(child) {
                Kind::SelfParameter => {
                    let children = self.children(child);
                    let receiver = children
                        .iter()
                        .find(|node| Kind::of(**node) == Kind::SelfKeyword);
                    b.name(*receiver.unwrap_or(&child))
                }
                Kind::Parameter => match field!(child, pattern) {
                    Some(pattern) => self.pattern(b, pattern),
                    None => b.unknown(child),
                },
                Kind::VariadicParameter | Kind::Underscore => underscore(b, child),
                kind if kind.is_type() => underscore(b, child),
                // The parameters of a closure are patterns where they have no type.
                kind if kind.is_pattern() => self.pattern(b, child),
                _ => continue,
            };
            let is_receiver =
                matches!(b.get(pattern).kind, ExprKind::Name(name) if &*name == "self");
            let annotation = match Kind::of(child) {
                Kind::Parameter => field!(child, type),
                kind if kind.is_type() => Some(child),
                _ => None,
            };
            params.push(Param {
                pattern,
                annotation: annotation.map(|ty| self.ty(b, ty)),
                default: None,
                kind: match Kind::of(child) {
                    Kind::VariadicParameter => ParamKind::Rest,
                    _ if is_receiver => ParamKind::Receiver,
                    _ => ParamKind::Normal,
                },
                decorators: Box::default(),
                span: b.span(child),
            });
        }
        params
    }

    /// The targets of a declaration: the name and the pattern of `x @ p`, or the pattern alone.
    pub(super) fn targets(&mut self, b: &mut Builder<'_>, pattern: Node<'t>) -> Box<[ExprId]> {
        let whole = self.pattern(b, pattern);
        match b.get(whole).kind {
            ExprKind::Assign { target, value } => Box::new([target, value]),
            _ => Box::new([whole]),
        }
    }

    pub(super) fn pattern(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        b.nested(|b| self.pattern_kind(b, node))
            .unwrap_or_else(|| b.unknown(node))
    }

    fn pattern_kind(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let node = plain_pattern(node);
        let kind = match Kind::of(node) {
            Kind::Underscore => return underscore(b, node),
            Kind::Identifier if is_binding(b.text(node)) => return self.path(b, node),
            Kind::SelfKeyword => return self.path(b, node),
            Kind::Identifier | Kind::ScopedIdentifier | Kind::GenericPattern => {
                let ty = self.path(b, node);
                pattern_collection(CollectionKind::Tuple, Some(ty), Vec::new())
            }
            Kind::TuplePattern => {
                if let [_, inner, _] = *self.all_children(node)
                    && Kind::of(inner) != Kind::RemainingFieldPattern
                {
                    return self.pattern(b, inner);
                }
                let entries = self.pattern_entries(b, node, None);
                pattern_collection(CollectionKind::Tuple, None, entries)
            }
            Kind::SlicePattern => {
                let entries = self.pattern_entries(b, node, None);
                pattern_collection(CollectionKind::List, None, entries)
            }
            Kind::TupleStructPattern => {
                let ty = field!(node, type);
                let entries = self.pattern_entries(b, node, ty);
                let ty = ty.map(|ty| self.ty(b, ty));
                pattern_collection(CollectionKind::Tuple, ty, entries)
            }
            Kind::StructPattern => {
                let ty = field!(node, type).map(|ty| self.ty(b, ty));
                let mut entries = Vec::new();
                for child in self.children(node) {
                    if Kind::of(child) == Kind::FieldPattern {
                        entries.extend(self.field_pattern(b, child));
                    }
                }
                pattern_collection(CollectionKind::Struct, ty, entries)
            }
            Kind::RemainingFieldPattern => {
                let name = underscore(b, node);
                ExprKind::Spread(name)
            }
            Kind::CapturedPattern => return self.captured(b, node),
            Kind::OrPattern => {
                let mut alternatives = Vec::new();
                self.alternatives(b, node, &mut alternatives);
                return b.balanced(&alternatives, ExprKind::Or);
            }
            Kind::RangePattern => {
                let mut bounds = Vec::new();
                for bound in self.children(node) {
                    bounds.push(self.expr(b, bound));
                }
                ExprKind::Unknown(bounds.into())
            }
            kind if kind.is_literal() || kind == Kind::MacroInvocation => {
                return self.expr(b, node);
            }
            _ => ExprKind::Unknown(Box::default()),
        };
        b.expr_at(kind, node)
    }

    /// The alternatives of a pattern, from its outermost or-patterns.
    pub(super) fn alternatives(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        alternatives: &mut Vec<ExprId>,
    ) {
        // An or-pattern associates to the left.
        let mut rest = node;
        let mut last_first = Vec::new();
        while Kind::of(rest) == Kind::OrPattern {
            let mut parts = self.all_children(rest);
            parts.retain(|part| Kind::of(*part).is_pattern());
            let Some(last) = parts.pop() else {
                return;
            };
            match parts.pop() {
                Some(first) => {
                    last_first.push(last);
                    rest = first;
                }
                None => rest = last,
            }
        }
        last_first.push(rest);
        for alternative in last_first.into_iter().rev() {
            alternatives.push(self.pattern(b, alternative));
        }
    }

    fn pattern_entries(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        ty: Option<Node<'t>>,
    ) -> Vec<Entry> {
        let mut entries = Vec::new();
        for child in self.all_children(node) {
            if Some(child) != ty && (Kind::of(child).is_pattern() || child.is_named()) {
                entries.push(Entry {
                    key: None,
                    value: self.pattern(b, child),
                    span: b.span(child),
                });
            }
        }
        entries
    }

    fn field_pattern(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Option<Entry> {
        let name = field!(node, name)?;
        let key = property(b, name);
        let value = match field!(node, pattern) {
            Some(pattern) => self.pattern(b, pattern),
            None => self.path(b, name),
        };
        Some(Entry {
            key: Some(key),
            value,
            span: b.span(node),
        })
    }

    /// `x @ p`.
    fn captured(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let parts = self.all_children(node);
        let (Some(name), Some(inner)) = (parts.first(), parts.last()) else {
            return b.unknown(node);
        };
        let target = self.path(b, *name);
        if Kind::of(*inner) == Kind::RemainingFieldPattern {
            return b.expr_at(ExprKind::Spread(target), node);
        }
        let value = self.pattern(b, *inner);
        if binds(b, value) || is_constant(b, value) {
            b.expr_at(ExprKind::Assign { target, value }, node)
        } else {
            target
        }
    }
}

/// Whether an identifier as a pattern is a name that it binds, and no constant or unit struct: these are written with a
/// capital.
fn is_binding(name: &str) -> bool {
    let first = identifier(name).trim_start_matches('_').chars().next();
    !first.is_some_and(char::is_uppercase)
}

/// Whether a pattern binds a name.
fn binds(b: &Builder<'_>, pattern: ExprId) -> bool {
    match &b.get(pattern).kind {
        ExprKind::Name(name) => &**name != "_",
        ExprKind::Collection(collection) => {
            let mut entries = collection.entries.iter();
            entries.any(|entry| binds(b, entry.value))
        }
        ExprKind::Spread(inner) => binds(b, *inner),
        ExprKind::Assign { .. } => true,
        ExprKind::Or(left, right) => binds(b, *left) || binds(b, *right),
        _ => false,
    }
}

/// Whether a pattern is a constant, or several.
fn is_constant(b: &Builder<'_>, pattern: ExprId) -> bool {
    match &b.get(pattern).kind {
        ExprKind::Literal(_) => true,
        ExprKind::Or(left, right) => is_constant(b, *left) && is_constant(b, *right),
        _ => false,
    }
}

/// The name of a field as a string.
pub(super) fn property(b: &mut Builder<'_>, name: Node<'_>) -> ExprId {
    let literal = StringLiteral {
        value: identifier(b.text(name)).into(),
        content: b.span(name),
    };
    b.expr_at(ExprKind::Literal(Literal::String(literal)), name)
}

fn underscore(b: &mut Builder<'_>, node: Node<'_>) -> ExprId {
    b.expr_at(ExprKind::Name(Symbol::new("_")), node)
}

fn pattern_collection(kind: CollectionKind, ty: Option<ExprId>, entries: Vec<Entry>) -> ExprKind {
    ExprKind::Collection(Collection {
        kind,
        ty,
        entries: entries.into(),
    })
}

//! Types.

use tree_sitter::Node;

use super::grammar::{Kind, field};
use super::{Lowering, identifier};
use crate::lower::MAX_DEPTH;
use crate::lower::builder::Builder;
use crate::{Collection, CollectionKind, Entry, ExprId, ExprKind, Literal, Symbol};

impl<'t> Lowering<'t, '_> {
    /// A type as an expression; references, pointers, lifetimes, `dyn` and `impl` are left out. A type parameter of the
    /// function is what bounds it.
    pub(super) fn ty(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let node = base_type(node);
        let name = (Kind::of(node) == Kind::TypeIdentifier).then(|| b.text(node));
        let mut bounds = self.bounds.iter();
        let bound = bounds.find(|(known, _)| name == Some(known.as_str()));
        let Some((_, bound)) = bound else {
            return b
                .nested(|b| self.type_expression(b, node))
                .unwrap_or_else(|| b.unknown(node));
        };
        // Parameters may be bound by each other, and by themselves: `T: Add<T>`.
        let node = base_type(*bound);
        let bounds = std::mem::take(&mut self.bounds);
        let bound = b.nested(|b| self.type_expression(b, node));
        self.bounds = bounds;
        bound.unwrap_or_else(|| b.unknown(node))
    }

    fn type_expression(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        match Kind::of(node) {
            Kind::TypeIdentifier
            | Kind::PrimitiveType
            | Kind::Identifier
            | Kind::ScopedTypeIdentifier
            | Kind::ScopedIdentifier
            | Kind::SelfKeyword
            | Kind::Crate
            | Kind::Super
            | Kind::Metavariable => self.path(b, node),
            Kind::GenericType | Kind::GenericTypeWithTurbofish => {
                let Some(base) = field!(node, type) else {
                    return b.unknown(node);
                };
                let base = self.path(b, base);
                let mut arguments = Vec::new();
                for child in self.children(node) {
                    if field!(node, type) == Some(child) {
                        continue;
                    }
                    for argument in self.children(child) {
                        if Kind::of(argument).is_type() {
                            arguments.push(self.ty(b, argument));
                        }
                    }
                }
                let index = match *arguments {
                    [] => return base,
                    [single] => single,
                    _ => tuple(b, &arguments, node),
                };
                b.expr_at(ExprKind::Index { base, index }, node)
            }
            Kind::ArrayType => {
                let span = b.range(node.start_byte(), node.start_byte() + 1);
                let base = b.expr(ExprKind::Name(Symbol::new("[]")), span);
                let index = match field!(node, element) {
                    Some(element) => self.ty(b, element),
                    None => b.unknown(node),
                };
                b.expr_at(ExprKind::Index { base, index }, node)
            }
            Kind::TupleType => {
                let mut types = Vec::new();
                for child in self.children(node) {
                    types.push(self.ty(b, child));
                }
                tuple(b, &types, node)
            }
            Kind::UnitType => b.expr_at(ExprKind::Literal(Literal::Null), node),
            _ => b.unknown(node),
        }
    }
}

/// The type without references, pointers, `dyn`, `impl` and further bounds around it.
pub(super) fn base_type(mut node: Node<'_>) -> Node<'_> {
    loop {
        let inner = match Kind::of(node) {
            Kind::ReferenceType | Kind::PointerType | Kind::HigherRankedTraitBound => {
                field!(node, type)
            }
            Kind::DynamicType | Kind::AbstractType => field!(node, trait),
            Kind::BoundedType => {
                let mut cursor = node.walk();
                node.named_children(&mut cursor)
                    .find(|child| Kind::of(*child).is_type())
            }
            Kind::RemovedTraitBound | Kind::BracketedType => node.named_child(0),
            Kind::QualifiedType => field!(node, type),
            _ => None,
        };
        match inner {
            Some(inner) => node = inner,
            None => return node,
        }
    }
}

/// The type parameters of a declaration that a trait bounds, with the first trait that says more than how values are handled.
pub(super) fn bounds<'t>(node: Node<'t>, text: &str) -> Vec<(Symbol, Node<'t>)> {
    let mut found = Vec::new();
    let mut lists: Vec<Node<'t>> = field!(node, type_parameters).into_iter().collect();
    let mut cursor = node.walk();
    let clauses = node.named_children(&mut cursor);
    lists.extend(clauses.filter(|child| Kind::of(*child) == Kind::WhereClause));
    for list in lists {
        let mut cursor = list.walk();
        for bounded in list.named_children(&mut cursor) {
            let name = match Kind::of(bounded) {
                Kind::TypeParameter => field!(bounded, name),
                Kind::WherePredicate => field!(bounded, left),
                _ => None,
            };
            let (Some(name), Some(bounds)) = (name, field!(bounded, bounds)) else {
                continue;
            };
            let mut cursor = bounds.walk();
            let is_marker = |bound: &Node<'_>| {
                let written = &text[bound.byte_range()];
                matches!(
                    written,
                    "Clone" | "Copy" | "Debug" | "Send" | "Sized" | "Sync" | "Unpin"
                )
            };
            let first = bounds
                .named_children(&mut cursor)
                .find(|bound| Kind::of(*bound).is_type() && !is_marker(bound));
            let name = Symbol::new(&text[name.byte_range()]);
            found.extend(first.map(|bound| (name, bound)));
        }
    }
    found
}

/// The type arguments of a type that are plain names.
pub(super) fn type_arguments(ty: Node<'_>, text: &str) -> Vec<Symbol> {
    let Some(list) = field!(base_type(ty), type_arguments) else {
        return Vec::new();
    };
    let mut cursor = list.walk();
    let arguments = list
        .named_children(&mut cursor)
        .filter(|argument| Kind::of(*argument).is_type());
    arguments
        .map(|argument| Symbol::new(&text[argument.byte_range()]))
        .collect()
}

/// A type as [`declared_type`] writes it, with what bounds its parameters for them.
pub(super) fn with_bounds(ty: Symbol, bounds: &[(Symbol, Symbol)]) -> Symbol {
    let is_bound = |part: &str| bounds.iter().find(|(known, _)| known.as_str() == part);
    if !ty
        .split(['<', '>', ','])
        .any(|part| is_bound(part).is_some())
    {
        return ty;
    }
    let mut written = String::new();
    for part in ty.split_inclusive(['<', '>', ',']) {
        let name = part.trim_end_matches(['<', '>', ',']);
        written.push_str(is_bound(name).map_or(name, |(_, bound)| bound.as_str()));
        written.push_str(&part[name.len()..]);
    }
    Symbol::new(&written)
}

/// The name of the type that an `impl` is for.
pub(super) fn class_of_type(ty: Node<'_>, text: &str) -> Option<Symbol> {
    let written = type_text(ty, text);
    (!written.is_empty()).then(|| Symbol::new(&written))
}

/// A type as written, with dots for `::`, without references and type arguments.
pub(super) fn type_text(node: Node<'_>, text: &str) -> String {
    let mut written = String::new();
    push_type_text(node, text, MAX_DEPTH, &mut written);
    written
}

fn push_type_text(node: Node<'_>, text: &str, depth: u32, written: &mut String) {
    let node = base_type(node);
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    match Kind::of(node) {
        Kind::GenericType | Kind::GenericTypeWithTurbofish => {
            if let Some(base) = field!(node, type) {
                push_type_text(base, text, depth, written);
            }
        }
        Kind::ScopedTypeIdentifier | Kind::ScopedIdentifier => {
            if let Some(path) = field!(node, path) {
                push_type_text(path, text, depth, written);
                written.push('.');
            }
            if let Some(name) = field!(node, name) {
                written.push_str(identifier(&text[name.byte_range()]));
            }
        }
        Kind::ArrayType => {
            written.push_str("[]");
            if let Some(element) = field!(node, element) {
                push_type_text(element, text, depth, written);
            }
        }
        Kind::FunctionType => written.push_str("fn"),
        Kind::TupleType => written.push_str("()"),
        _ => written.push_str(identifier(&text[node.byte_range()])),
    }
}

/// A type as [`type_text`] writes it, with its type arguments and the types of a tuple: `Option<i64>`, `()<String,u8>`,
/// `[]<u8>`.
pub(super) fn declared_type(node: Node<'_>, text: &str) -> String {
    let mut written = String::new();
    push_declared_type(node, text, MAX_DEPTH, &mut written);
    written
}

fn push_declared_type(node: Node<'_>, text: &str, depth: u32, written: &mut String) {
    let node = base_type(node);
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    let mut cursor = node.walk();
    let arguments: Vec<Node<'_>> = match Kind::of(node) {
        Kind::ArrayType => field!(node, element).into_iter().collect(),
        Kind::TupleType => node.named_children(&mut cursor).collect(),
        Kind::GenericType | Kind::GenericTypeWithTurbofish => {
            let list = field!(node, type_arguments);
            let list = list.into_iter().flat_map(|list| {
                let mut cursor = list.walk();
                list.named_children(&mut cursor).collect::<Vec<_>>()
            });
            list.filter(|argument| Kind::of(*argument).is_type())
                .collect()
        }
        _ => return push_type_text(node, text, depth, written),
    };
    match Kind::of(node) {
        Kind::ArrayType => written.push_str("[]"),
        Kind::TupleType => written.push_str("()"),
        _ => push_type_text(node, text, depth, written),
    }
    for (index, argument) in arguments.iter().enumerate() {
        written.push(if index == 0 { '<' } else { ',' });
        push_declared_type(*argument, text, depth, written);
    }
    if !arguments.is_empty() {
        written.push('>');
    }
}

/// A tuple of expressions with the span of a node.
pub(super) fn tuple(b: &mut Builder<'_>, elements: &[ExprId], node: Node<'_>) -> ExprId {
    let entries = elements
        .iter()
        .map(|&value| Entry {
            key: None,
            value,
            span: b.get(value).span,
        })
        .collect();
    let collection = Collection {
        kind: CollectionKind::Tuple,
        ty: None,
        entries,
    };
    b.expr_at(ExprKind::Collection(collection), node)
}

//! Written types.

use tree_sitter::Node;

use super::Lowering;
use super::grammar::{Field, Grammar, Kind};
use crate::{CollectionKind, Entry, ExprId, ExprKind, Symbol};

impl<'a> Lowering<'_, 'a> {
    /// A type as an expression: a name, a member, `base[argument]`, a literal, the value of `typeof`, a table of the types of
    /// members; unknown for another type without a name.
    pub(super) fn ty(&mut self, node: Node<'a>) -> ExprId {
        let node = bare_type(self.grammar, node);
        if !self.out.enter() {
            return self.out.unknown(node);
        }
        let id = self.bare_ty(node);
        self.out.leave();
        id
    }

    fn bare_ty(&mut self, node: Node<'a>) -> ExprId {
        match self.kind(node) {
            Kind::Identifier | Kind::PredefinedType => self.out.name(node),
            Kind::MemberExpression => self.expr(node),
            Kind::NestedTypeIdentifier => {
                let parts = self
                    .field(node, Field::Module)
                    .zip(self.field(node, Field::Name));
                match parts {
                    Some((module, name)) => {
                        let base = self.expr(module);
                        self.member(base, name, node)
                    }
                    None => self.out.unknown(node),
                }
            }
            Kind::GenericType => self.generic(node),
            Kind::ArrayType => {
                let span = self.out.range(node.start_byte(), node.start_byte());
                let base = self.out.expr(ExprKind::Name(Symbol::new("Array")), span);
                match self.inner(node) {
                    Some(element) => {
                        let index = self.ty(element);
                        self.out.expr_at(ExprKind::Index { base, index }, node)
                    }
                    None => base,
                }
            }
            Kind::LiteralType | Kind::TypeQuery => match self.inner(node) {
                Some(value) => self.expr(value),
                None => self.out.unknown(node),
            },
            Kind::UnionType => {
                let members: Vec<_> = union_members(self.grammar, node)
                    .into_iter()
                    .map(|member| self.ty(member))
                    .collect();
                self.out.expr_at(ExprKind::Unknown(members.into()), node)
            }
            Kind::ObjectType => self.object_type(node),
            _ => self.out.unknown(node),
        }
    }

    /// `{ name: string; limit?: number }`: a table of the types of its members.
    fn object_type(&mut self, node: Node<'a>) -> ExprId {
        let mut entries = Vec::new();
        for member in self.children(node) {
            if self.kind(member) != Kind::PropertySignature {
                continue;
            }
            let name = self.field(member, Field::Name);
            let ty = self.field(member, Field::Type);
            if let Some((name, ty)) = name.zip(ty) {
                entries.push(Entry {
                    key: Some(self.key(name)),
                    value: self.ty(ty),
                    span: self.out.span(member),
                });
            }
        }
        self.collection(CollectionKind::Dict, entries, node)
    }

    fn generic(&mut self, node: Node<'a>) -> ExprId {
        let mut children = self.children(node).into_iter();
        let (Some(name), arguments) = (children.next(), children.next()) else {
            return self.out.unknown(node);
        };
        let base = self.ty(name);
        let Some(arguments) = arguments else {
            return base;
        };
        let types = self.children(arguments);
        let index = match types.as_slice() {
            [] => return base,
            [single] => self.ty(*single),
            _ => {
                let mut entries = Vec::with_capacity(types.len());
                for ty in types {
                    let value = self.ty(ty);
                    entries.push(Entry {
                        key: None,
                        value,
                        span: self.out.span(ty),
                    });
                }
                self.collection(CollectionKind::Tuple, entries, arguments)
            }
        };
        self.out.expr_at(ExprKind::Index { base, index }, node)
    }
}

/// Whether a type alias says what a value of the program does: `type Query = z.infer<typeof query>`.
pub(super) fn is_of_value(grammar: &Grammar, alias: Node<'_>) -> bool {
    let ty = grammar.field(alias, Field::Value);
    let Some(ty) = ty.filter(|ty| grammar.kind(*ty) == Kind::GenericType) else {
        return false;
    };
    let mut cursor = ty.walk();
    let arguments = ty
        .named_children(&mut cursor)
        .find(|child| grammar.kind(*child) == Kind::TypeArguments);
    arguments
        .and_then(|arguments| grammar.inner(arguments))
        .is_some_and(|argument| grammar.kind(argument) == Kind::TypeQuery)
}

/// The type that stands for another one: inside parentheses and modifiers, and the only member of a union that is not
/// null.
fn bare_type<'t>(grammar: &Grammar, mut node: Node<'t>) -> Node<'t> {
    loop {
        let inner = match grammar.kind(node) {
            Kind::TypeAnnotation
            | Kind::ParenthesizedType
            | Kind::ReadonlyType
            | Kind::OptionalType
            | Kind::RestType
            | Kind::FlowMaybeType => grammar.inner(node),
            Kind::UnionType => match union_members(grammar, node).as_slice() {
                [only] => Some(*only),
                _ => None,
            },
            _ => None,
        };
        match inner {
            Some(inner) => node = inner,
            None => return node,
        }
    }
}

/// The members of a union that are not `null`, `undefined` or `void`, in source order.
fn union_members<'t>(grammar: &Grammar, node: Node<'t>) -> Vec<Node<'t>> {
    let mut members = Vec::new();
    let mut rest = Some(node);
    while let Some(union) = rest.take() {
        let mut cursor = union.walk();
        let children: Vec<_> = union
            .named_children(&mut cursor)
            .filter(|&child| grammar.kind(child) != Kind::Comment)
            .collect();
        for child in children.into_iter().rev() {
            match grammar.kind(child) {
                Kind::UnionType => rest = Some(child),
                Kind::LiteralType
                    if grammar
                        .inner(child)
                        .is_some_and(|literal| is_nullish(grammar, literal)) => {}
                _ => members.push(child),
            }
        }
    }
    members.reverse();
    members
}

fn is_nullish(grammar: &Grammar, literal: Node<'_>) -> bool {
    matches!(grammar.kind(literal), Kind::Null | Kind::Undefined)
}

/// The name of a written type without type arguments; `None` for a type without one.
pub(super) fn type_name(grammar: &Grammar, text: &str, ty: Node<'_>) -> Option<Symbol> {
    let ty = bare_type(grammar, ty);
    match grammar.kind(ty) {
        Kind::Identifier | Kind::PredefinedType | Kind::NestedTypeIdentifier => {
            Some(Symbol::new(&text[ty.byte_range()]))
        }
        Kind::GenericType => type_name(grammar, text, grammar.inner(ty)?),
        Kind::ArrayType => Some(Symbol::new("Array")),
        _ => None,
    }
}

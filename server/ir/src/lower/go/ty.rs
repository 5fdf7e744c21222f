//! Types.

use smallvec::SmallVec;
use tree_sitter::Node;

use super::Lowering;
use super::expr::{attribute, name, tuple};
use super::grammar::{Kind, field};
use crate::lower::builder::Builder;
use crate::{ExprId, ExprKind, Literal, Symbol};

/// Type parameters with their constraints, where these are one type.
pub(super) type TypeParameters<'t> = Vec<(Symbol, Option<Node<'t>>)>;

impl<'t> Lowering<'t> {
    /// A type as an expression; pointers, parentheses and type arguments are left out. A type parameter is its constraint.
    pub(super) fn ty(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let node = base_type(node);
        let node = match &*self.type_parameters {
            [] => node,
            own => base_type(constrained(node, own, b.text(node))),
        };
        b.nested(|b| self.type_expression(b, node))
            .unwrap_or_else(|| b.unknown(node))
    }

    fn type_expression(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        match Kind::of(node) {
            Kind::TypeIdentifier if b.text(node) == "nil" => {
                b.expr_at(ExprKind::Literal(Literal::Null), node)
            }
            Kind::TypeIdentifier | Kind::Identifier => name(b, node),
            Kind::QualifiedType => {
                let (Some(package), Some(member)) = (field!(node, package), field!(node, name))
                else {
                    return b.unknown(node);
                };
                let base = name(b, package);
                attribute(b, base, member, node)
            }
            Kind::SliceType | Kind::ArrayType | Kind::ImplicitLengthArrayType => {
                self.type_application(b, "[]", field!(node, element), node)
            }
            Kind::ChannelType => self.type_application(b, "chan", field!(node, value), node),
            Kind::MapType => {
                let base = type_constructor(b, "map", node);
                let arguments: SmallVec<[ExprId; 2]> = [field!(node, key), field!(node, value)]
                    .into_iter()
                    .flatten()
                    .map(|ty| self.ty(b, ty))
                    .collect();
                let index = tuple(b, &arguments, node);
                b.expr_at(ExprKind::Index { base, index }, node)
            }
            Kind::TypeElem => match *self.children(node) {
                [single] => self.ty(b, single),
                _ => b.unknown(node),
            },
            Kind::InterfaceType if node.named_child_count() == 0 => {
                b.expr_at(ExprKind::Name(Symbol::new("any")), node)
            }
            Kind::StructType if b.text(node) == "struct{}" => name(b, node),
            _ => b.unknown(node),
        }
    }

    fn type_application(
        &mut self,
        b: &mut Builder<'_>,
        constructor: &str,
        argument: Option<Node<'t>>,
        node: Node<'t>,
    ) -> ExprId {
        let Some(argument) = argument else {
            return b.unknown(node);
        };
        let base = type_constructor(b, constructor, node);
        let index = self.ty(b, argument);
        b.expr_at(ExprKind::Index { base, index }, node)
    }
}

/// The type parameters of a declaration, each with its constraint.
pub(super) fn type_parameters<'t>(node: Node<'t>, text: &str) -> TypeParameters<'t> {
    let Some(list) = field!(node, type_parameters) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut declarations = list.walk();
    for declaration in list.named_children(&mut declarations) {
        if Kind::of(declaration) != Kind::TypeParameterDeclaration {
            continue;
        }
        let constraint =
            field!(declaration, type).filter(|constraint| constraint.named_child_count() == 1);
        let constraint = constraint
            .and_then(|constraint| constraint.named_child(0))
            .filter(|constraint| !matches!(&text[constraint.byte_range()], "any" | "comparable"));
        let mut cursor = declaration.walk();
        let names = declaration
            .named_children(&mut cursor)
            .filter(|child| Kind::of(*child) == Kind::Identifier);
        found.extend(names.map(|name| (Symbol::new(&text[name.byte_range()]), constraint)));
    }
    found
}

/// What is known of a type: of one that is a parameter its constraint.
pub(super) fn constrained<'t>(
    ty: Node<'t>,
    own: &[(Symbol, Option<Node<'t>>)],
    name: &str,
) -> Node<'t> {
    let parameter = own.iter().find(|(known, _)| known.as_str() == name);
    let constraint = parameter.and_then(|(_, constraint)| *constraint);
    constraint.unwrap_or(ty)
}

/// The names that a method's receiver gives to the parameters of its type.
pub(super) fn arguments_of<'a>(receiver: Node<'_>, text: &'a str) -> Vec<&'a str> {
    let mut below = receiver.walk();
    let declared = receiver
        .named_children(&mut below)
        .find_map(|child| field!(child, type));
    let mut generic = declared;
    while let Some(node) = generic.filter(|node| Kind::of(*node) != Kind::GenericType) {
        generic = match Kind::of(node) {
            Kind::PointerType | Kind::ParenthesizedType => node.named_child(0),
            _ => None,
        };
    }
    let Some(list) = generic.and_then(|generic| field!(generic, type_arguments)) else {
        return Vec::new();
    };
    let mut cursor = list.walk();
    let arguments = list.named_children(&mut cursor);
    arguments
        .filter(|argument| Kind::of(*argument) != Kind::Comment)
        .map(|argument| text[argument.byte_range()].trim())
        .collect()
}

/// The type without parentheses, pointers and type arguments around it.
pub(super) fn base_type(mut node: Node<'_>) -> Node<'_> {
    loop {
        let inner = match Kind::of(node) {
            Kind::PointerType | Kind::ParenthesizedType | Kind::NegatedType => node.named_child(0),
            Kind::GenericType => field!(node, type),
            _ => None,
        };
        match inner {
            Some(inner) => node = inner,
            None => return node,
        }
    }
}

/// The name that stands for what `[]`, `map` or `chan` makes of its arguments.
fn type_constructor(b: &mut Builder<'_>, constructor: &str, node: Node<'_>) -> ExprId {
    let span = b.range(node.start_byte(), node.start_byte() + constructor.len());
    b.expr(ExprKind::Name(Symbol::new(constructor)), span)
}

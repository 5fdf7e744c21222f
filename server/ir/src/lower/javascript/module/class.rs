//! Classes and interfaces.

use std::ops::Range;

use tree_sitter::Node;

use super::{Module, Visibility, has_token};
use crate::lower::javascript::grammar::{Field, Grammar, Kind};
use crate::{BodyKind, Class, Interface, Method, Symbol};

impl<'a> Module<'a> {
    /// A class at module level. `value` is the node that the class name stands for where it is a value.
    pub(super) fn class(&mut self, node: Node<'a>, name: Symbol, value: Option<Node<'a>>) {
        let outlined = value.unwrap_or(node);
        self.outlined.insert(outlined.id(), name);
        let mut class = Class {
            name,
            bases: self.bases(node),
            fields: Vec::new(),
        };
        let body = self.field(node, Field::Body);
        let mut decorators = Vec::new();
        let mut cursor = node.walk();
        let members = body.map(|body| body.named_children(&mut cursor).collect::<Vec<_>>());
        for member in members.unwrap_or_default() {
            match self.kind(member) {
                Kind::Decorator => decorators.push(member),
                Kind::Comment => {}
                Kind::MethodDefinition => {
                    self.method(&mut class, member, std::mem::take(&mut decorators));
                }
                Kind::FieldDefinition => {
                    decorators.clear();
                    self.property(&mut class, member);
                }
                _ => decorators.clear(),
            }
        }
        let methods = self.asked_of(node);
        if !methods.is_empty() {
            self.items.interfaces.push(Interface {
                name,
                methods,
                bases: class.bases.clone(),
            });
        }
        self.items.classes.push(class);
    }

    /// An interface at module level. Its members that are objects count; what text claims to be at run time, nobody checks.
    pub(super) fn interface(&mut self, node: Node<'a>, name: Symbol) {
        let mut cursor = node.walk();
        let extended = node
            .named_children(&mut cursor)
            .find(|child| self.kind(*child) == Kind::ExtendsTypeClause);
        let mut bases = Vec::new();
        if let Some(extended) = extended {
            let mut cursor = extended.walk();
            let types = extended.named_children(&mut cursor);
            bases.extend(types.filter_map(|ty| self.type_name(ty)));
        }
        let mut fields = Vec::new();
        for member in self.members_of(node) {
            if self.kind(member) == Kind::PropertySignature
                && let (Some(name), Some(ty)) = (
                    self.field(member, Field::Name),
                    self.field(member, Field::Type),
                )
                && let (Some(name), Some(ty)) = (self.property_name(name), self.type_name(ty))
                && ty.starts_with(|first: char| first.is_uppercase())
            {
                fields.push((name, ty));
            }
        }
        let methods = self.asked_of(node);
        if methods.is_empty() && fields.is_empty() {
            return;
        }
        self.items.classes.push(Class {
            name,
            bases: bases.clone(),
            fields,
        });
        self.items.interfaces.push(Interface {
            name,
            methods,
            bases,
        });
    }

    /// The methods that an interface or an abstract class leaves to others.
    fn asked_of(&self, node: Node<'a>) -> Vec<Method> {
        let is_asked = |member: &Node<'a>| match self.kind(*member) {
            Kind::MethodSignature => self.kind(node) == Kind::InterfaceDeclaration,
            Kind::AbstractMethodSignature => true,
            Kind::PropertySignature => self.field(*member, Field::Type).is_some_and(|annotation| {
                let ty = annotation.named_child(0);
                ty.is_some_and(|ty| self.kind(ty) == Kind::FunctionType)
            }),
            _ => false,
        };
        let members = self.members_of(node).into_iter().filter(is_asked);
        let names = members.filter_map(|member| self.field(member, Field::Name));
        names
            .filter_map(|name| self.property_name(name))
            .map(|name| Method {
                name,
                signature: Symbol::new(""),
            })
            .collect()
    }

    fn members_of(&self, node: Node<'a>) -> Vec<Node<'a>> {
        let Some(body) = self.field(node, Field::Body) else {
            return Vec::new();
        };
        let mut cursor = body.walk();
        body.named_children(&mut cursor).collect()
    }

    fn method(&mut self, class: &mut Class, node: Node<'a>, mut decorators: Vec<Node<'a>>) {
        let Some(name_node) = self.field(node, Field::Name) else {
            return;
        };
        let name = self
            .property_name(name_node)
            .unwrap_or_else(|| Symbol::new(&self.text[name_node.byte_range()]));
        if &*name == "constructor" {
            self.parameter_properties(class, node);
        }
        // A setter is called by no name.
        let name = if has_token(node, "set") {
            Symbol::new(&format!("set {name}"))
        } else {
            name
        };
        decorators.extend(own_decorators(self.grammar, node));
        let visibility = self.member_visibility(class.name, node, name_node);
        let start = decorators
            .first()
            .map_or(node.start_byte(), Node::start_byte);
        self.define_method(class.name, name, node, start..node.end_byte(), visibility);
        if let Some(definition) = self.definitions.last_mut() {
            definition.decorators = decorators;
        }
    }

    fn property(&mut self, class: &mut Class, node: Node<'a>) {
        let Some(name_node) = self
            .field(node, Field::Name)
            .or_else(|| self.field(node, Field::Property))
        else {
            return;
        };
        let Some(name) = self.property_name(name_node) else {
            return;
        };
        if let Some(ty) = self
            .field(node, Field::Type)
            .and_then(|ty| self.type_name(ty))
        {
            class.fields.push((name, ty));
        }
        let Some(value) = self.field(node, Field::Value) else {
            return;
        };
        let value = self.grammar.bare(value);
        if self.kind(value).is_function() {
            let decorators = own_decorators(self.grammar, node);
            let visibility = self.member_visibility(class.name, node, name_node);
            self.define_method(class.name, name, value, node.byte_range(), visibility);
            if let Some(definition) = self.definitions.last_mut() {
                definition.decorators = decorators;
            }
        }
    }

    fn member_visibility(&self, class: Symbol, node: Node<'a>, name: Node<'a>) -> Visibility {
        let mut cursor = node.walk();
        let is_private = self.kind(name) == Kind::PrivatePropertyIdentifier
            || node.named_children(&mut cursor).any(|child| {
                self.kind(child) == Kind::AccessibilityModifier
                    && &self.text[child.byte_range()] == "private"
            });
        if is_private {
            Visibility::Private
        } else {
            Visibility::As(class)
        }
    }

    /// `constructor(private readonly pool: Pool)` declares a field.
    fn parameter_properties(&self, class: &mut Class, constructor: Node<'a>) {
        let Some(params) = self.field(constructor, Field::Parameters) else {
            return;
        };
        let mut cursor = params.walk();
        for param in params.named_children(&mut cursor) {
            if is_parameter_property(self.grammar, param)
                && let Some(pattern) = self.field(param, Field::Pattern)
                && let Some(ty) = self
                    .field(param, Field::Type)
                    .and_then(|ty| self.type_name(ty))
            {
                class.fields.push((self.symbol(pattern), ty));
            }
        }
    }

    fn bases(&self, class: Node<'a>) -> Vec<Symbol> {
        let mut bases = Vec::new();
        let mut cursor = class.walk();
        let heritage = class
            .named_children(&mut cursor)
            .find(|&child| self.kind(child) == Kind::ClassHeritage);
        let Some(heritage) = heritage else {
            return bases;
        };
        let mut cursor = heritage.walk();
        for child in heritage.named_children(&mut cursor) {
            match self.kind(child) {
                Kind::ExtendsClause => {
                    let value = self.field(child, Field::Value);
                    bases.extend(
                        value
                            .and_then(|value| self.dotted(value))
                            .map(|name| Symbol::new(&name)),
                    );
                }
                Kind::ImplementsClause => {
                    let mut cursor = child.walk();
                    bases.extend(
                        child
                            .named_children(&mut cursor)
                            .filter_map(|ty| self.type_name(ty)),
                    );
                }
                _ => bases.extend(self.dotted(child).map(|name| Symbol::new(&name))),
            }
        }
        bases
    }

    fn define_method(
        &mut self,
        class: Symbol,
        name: Symbol,
        node: Node<'a>,
        range: Range<usize>,
        visibility: Visibility,
    ) {
        self.define(class.member(&name), name, node, range, visibility);
        if let Some(definition) = self.definitions.last_mut() {
            definition.kind = BodyKind::Method;
            definition.class = Some(class);
        }
    }
}

/// The decorators before a member of a class, and those inside it.
pub(super) fn decorators_of<'a>(grammar: &Grammar, member: Node<'a>) -> Vec<Node<'a>> {
    let mut decorators = Vec::new();
    let mut before = member.prev_named_sibling();
    while let Some(node) = before {
        match grammar.kind(node) {
            Kind::Decorator => decorators.push(node),
            Kind::Comment => {}
            _ => break,
        }
        before = node.prev_named_sibling();
    }
    decorators.reverse();
    decorators.extend(own_decorators(grammar, member));
    decorators
}

/// The decorators inside a member of a class.
fn own_decorators<'a>(grammar: &Grammar, member: Node<'a>) -> Vec<Node<'a>> {
    let mut cursor = member.walk();
    let inside = member.named_children(&mut cursor);
    inside
        .filter(|child| grammar.kind(*child) == Kind::Decorator)
        .collect()
}

/// Whether a constructor parameter declares a field too.
pub(in crate::lower::javascript) fn is_parameter_property(
    grammar: &Grammar,
    param: Node<'_>,
) -> bool {
    let mut cursor = param.walk();
    param.children(&mut cursor).any(|child| {
        matches!(
            grammar.kind(child),
            Kind::AccessibilityModifier | Kind::OverrideModifier
        ) || child.kind() == "readonly"
    })
}

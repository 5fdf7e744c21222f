//! Functions that are assigned to members or stand in object literals.

use tree_sitter::Node;

use super::export::exported_member;
use super::{Module, Visibility};
use crate::lower::javascript::grammar::{Field, Kind};
use crate::{BodyKind, Symbol};

/// Object literals are searched for functions down to this nesting.
pub(super) const MAX_OBJECT_NESTING: u32 = 8;

impl<'a> Module<'a> {
    /// `exports.f = function () {}`, `module.exports = { f, g }`, `Queue.prototype.push = function () {}`.
    pub(super) fn assignment(&mut self, node: Node<'a>, statement: Node<'a>) {
        let mut targets = Vec::new();
        let mut value = node;
        while self.kind(value) == Kind::AssignmentExpression {
            let Some((left, right)) = self
                .field(value, Field::Left)
                .zip(self.field(value, Field::Right))
            else {
                return;
            };
            targets.extend(self.dotted(left));
            value = self.grammar.bare(right);
        }
        let export = targets.iter().find_map(|target| exported_member(target));
        if let Some(member) = export {
            self.has_exports = true;
            self.export_assigned(&targets, member, value);
            if member.is_empty() {
                self.exported_value(value, "module.exports", statement.byte_range());
                return;
            }
        }
        let Some(path) = export.or_else(|| targets.first().map(String::as_str)) else {
            return;
        };
        let path = path.to_owned();
        self.member(&path, export.is_some(), value, statement);
    }

    /// The value of a member of another object, or of the exports.
    pub(super) fn member(
        &mut self,
        path: &str,
        is_exported: bool,
        value: Node<'a>,
        statement: Node<'a>,
    ) {
        let owner = Symbol::new(path.split('.').next().unwrap_or(""));
        let name = Symbol::new(path.rsplit('.').next().unwrap_or(""));
        let visibility = if is_exported {
            Visibility::Exported
        } else {
            Visibility::As(owner)
        };
        match self.kind(value) {
            kind if kind.is_function() => {
                let range = statement.byte_range();
                match path.split_once(".prototype.") {
                    Some((class, method)) => {
                        let class = Symbol::new(class);
                        self.define(class.member(method), name, value, range, visibility);
                        if let Some(definition) = self.definitions.last_mut() {
                            definition.kind = BodyKind::Method;
                            definition.class = Some(class);
                        }
                    }
                    None => self.define(Symbol::new(path), name, value, range, visibility),
                }
            }
            Kind::Class => {
                let name = self
                    .field(value, Field::Name)
                    .map_or(name, |name| self.symbol(name));
                if is_exported {
                    self.exported.insert(name);
                }
                self.class(value, name, Some(value));
            }
            Kind::Object => {
                let prefix = path.strip_suffix(".prototype").unwrap_or(path);
                self.object(value, Some(Symbol::new(prefix)), visibility, 0);
            }
            _ if is_exported => self.exported_names_in(value),
            _ => {}
        }
    }

    /// The functions in an object literal.
    pub(super) fn object(
        &mut self,
        node: Node<'a>,
        path: Option<Symbol>,
        visibility: Visibility,
        nesting: u32,
    ) {
        if nesting > MAX_OBJECT_NESTING {
            return;
        }
        let is_exports = path.is_none();
        let mut cursor = node.walk();
        for entry in node.named_children(&mut cursor) {
            match self.kind(entry) {
                Kind::Identifier if is_exports => {
                    self.exported.insert(self.symbol(entry));
                }
                Kind::Pair => {
                    let Some((key, value)) = self
                        .field(entry, Field::Key)
                        .zip(self.field(entry, Field::Value))
                    else {
                        continue;
                    };
                    let value = self.grammar.bare(value);
                    let kind = self.kind(value);
                    if is_exports {
                        self.exported_names_in(value);
                    }
                    let Some(name) = self.property_name(key) else {
                        continue;
                    };
                    let path = path.map_or(name, |path| path.member(&name));
                    if kind.is_function() {
                        self.define(path, name, value, entry.byte_range(), visibility);
                    } else if kind == Kind::Object {
                        self.object(value, Some(path), visibility, nesting + 1);
                    }
                }
                Kind::MethodDefinition => {
                    if let Some(key) = self.field(entry, Field::Name)
                        && let Some(name) = self.property_name(key)
                    {
                        let path = path.map_or(name, |path| path.member(&name));
                        self.define(path, name, entry, entry.byte_range(), visibility);
                    }
                }
                _ => {}
            }
        }
    }
}

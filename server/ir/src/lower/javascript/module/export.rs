//! What a module exports.

use std::ops::Range;

use rustc_hash::FxHashSet;
use tree_sitter::Node;

use super::assigned::MAX_OBJECT_NESTING;
use super::{Module, Visibility, has_token};
use crate::lower::javascript::grammar::{Field, Kind};
use crate::lower::javascript::ty::is_of_value;
use crate::lower::javascript::{module_name, unquoted};
use crate::{Export, Symbol};

impl<'a> Module<'a> {
    pub(super) fn export(&mut self, node: Node<'a>) {
        self.has_exports = true;
        if let Some(declaration) = self.field(node, Field::Declaration) {
            let is_default = has_token(node, "default");
            self.export_names(declaration, is_default);
            self.declaration(declaration, node);
            return;
        }
        if let Some(value) = self.field(node, Field::Value) {
            self.exported_value(value, "default", node.byte_range());
            return;
        }
        let source = self.field(node, Field::Source);
        let module = source.map(|source| module_name(unquoted(&self.text[source.byte_range()])));
        let of_types = is_of_types(node);
        let mut is_whole = module.is_some() && !of_types;
        let mut cursor = node.walk();
        for child in node.named_children(&mut cursor) {
            match self.kind(child) {
                Kind::ExportClause => {
                    is_whole = false;
                    self.export_clause(child, module, of_types);
                }
                Kind::NamespaceExport => {
                    is_whole = false;
                    if let Some(name) = self.grammar.inner(child).filter(|_| !of_types) {
                        self.add_export(Some(self.export_name(name)), module, None);
                    }
                }
                Kind::Decorator | Kind::Comment => {}
                _ if module.is_some() => {}
                // `export = value`
                _ => self.exported_value(child, "module.exports", node.byte_range()),
            }
        }
        if is_whole {
            self.add_export(None, module, None);
        }
    }

    /// `{ a, b as c }`, of this file or of another module.
    fn export_clause(&mut self, clause: Node<'a>, module: Option<Symbol>, of_types: bool) {
        let mut cursor = clause.walk();
        for specifier in clause.named_children(&mut cursor) {
            let Some(local) = self.field(specifier, Field::Name) else {
                continue;
            };
            let name = self.field(specifier, Field::Alias).unwrap_or(local);
            if module.is_none() {
                self.exported.insert(self.symbol(local));
            }
            if !of_types && !is_of_types(specifier) {
                let (name, of) = (self.export_name(name), self.export_name(local));
                self.add_export(Some(name), module, Some(of));
            }
        }
    }

    fn add_export(&mut self, name: Option<Symbol>, module: Option<Symbol>, of: Option<Symbol>) {
        self.items.exports.push(Export { name, module, of });
    }

    /// An identifier or a string as a name.
    fn export_name(&self, node: Node<'a>) -> Symbol {
        if self.kind(node) == Kind::String {
            Symbol::new(unquoted(&self.text[node.byte_range()]))
        } else {
            self.symbol(node)
        }
    }

    /// Compiled code writes `exports.f = void 0` before it assigns the function: the value without a name is not what
    /// importers see.
    pub(super) fn drop_forward_declared_exports(&mut self) {
        let is_resolved = |export: &Export| export.of.is_some() || export.module.is_some();
        let exports = self.items.exports.iter();
        let resolved = exports.filter(|export| is_resolved(export));
        let names: FxHashSet<Symbol> = resolved.filter_map(|export| export.name).collect();
        let exports = &mut self.items.exports;
        exports.retain(|export| {
            is_resolved(export) || export.name.is_none_or(|name| !names.contains(&name))
        });
    }

    /// Adds the export of a value under a name. `path` is the name that the value's body gets if it is a function, or its
    /// class if it is a class without name.
    fn export_value(&mut self, name: &str, path: Symbol, value: Node<'a>) {
        let exported = Some(Symbol::new(name));
        match self.kind(value) {
            kind if kind.is_function() || kind == Kind::MethodDefinition => {
                self.add_export(exported, None, Some(path));
            }
            Kind::Class => {
                let class = self.field(value, Field::Name);
                let class = class.map_or(path, |class| self.symbol(class));
                self.add_export(exported, None, Some(class));
            }
            Kind::Identifier => self.add_export(exported, None, Some(self.symbol(value))),
            Kind::Object => self.add_export(exported, None, None),
            _ => match self.required_member(value) {
                Some((module, of)) => self.add_export(exported, Some(module), of),
                None => self.add_export(exported, None, None),
            },
        }
    }

    /// The exports of the members of an object that is exported as `prefix`, or as the whole module if that is empty.
    /// `path` is what the paths of the functions in it start with.
    fn export_members(
        &mut self,
        object: Node<'a>,
        prefix: &str,
        path: Option<Symbol>,
        nesting: u32,
    ) {
        if nesting > MAX_OBJECT_NESTING {
            return;
        }
        let mut cursor = object.walk();
        for entry in object.named_children(&mut cursor) {
            let (key, value) = match self.kind(entry) {
                Kind::Identifier => (Some(entry), Some(entry)),
                Kind::MethodDefinition => (self.field(entry, Field::Name), Some(entry)),
                Kind::Pair => (
                    self.field(entry, Field::Key),
                    self.field(entry, Field::Value),
                ),
                Kind::SpreadElement if prefix.is_empty() => {
                    let value = self.grammar.inner(entry);
                    let spread = value.and_then(|value| self.required_member(value));
                    if let Some((module, None)) = spread {
                        self.add_export(None, Some(module), None);
                    }
                    continue;
                }
                _ => continue,
            };
            let Some((key, value)) = key.zip(value) else {
                continue;
            };
            let Some(key) = self.property_name(key) else {
                continue;
            };
            let value = self.grammar.bare(value);
            let name = if prefix.is_empty() {
                key.to_string()
            } else {
                format!("{prefix}.{key}")
            };
            let path = path.map_or(key, |path| path.member(&key));
            self.export_value(&name, path, value);
            if self.kind(value) == Kind::Object {
                self.export_members(value, &name, Some(path), nesting + 1);
            }
        }
    }

    /// A value that is all that the module exports, or one of its members.
    pub(super) fn exported_value(&mut self, value: Node<'a>, name: &str, range: Range<usize>) {
        let value = self.grammar.bare(value);
        self.export_value(name, Symbol::new(name), value);
        if self.kind(value) == Kind::Object {
            // The module itself has the members of `module.exports`.
            let prefix = if name == "default" { name } else { "" };
            self.export_members(value, prefix, None, 0);
        }
        match self.kind(value) {
            kind if kind.is_function() => {
                let name = Symbol::new(name);
                self.define(name, name, value, range, Visibility::Exported);
            }
            Kind::Class => {
                let name = self
                    .field(value, Field::Name)
                    .map_or_else(|| Symbol::new(name), |name| self.symbol(name));
                self.exported.insert(name);
                self.class(value, name, Some(value));
            }
            Kind::Object => self.object(value, None, Visibility::Exported, 0),
            _ => self.exported_names_in(value),
        }
    }

    /// `export default handler`, `module.exports = wrap(handler)`, `module.exports = new Server()`.
    pub(super) fn exported_names_in(&mut self, value: Node<'a>) {
        match self.kind(value) {
            Kind::Identifier => {
                self.exported.insert(self.symbol(value));
            }
            Kind::NewExpression => {
                if let Some(class) = self.field(value, Field::Constructor)
                    && self.kind(class) == Kind::Identifier
                {
                    self.exported.insert(self.symbol(class));
                }
            }
            Kind::CallExpression => {
                let Some(args) = self.field(value, Field::Arguments) else {
                    return;
                };
                let mut cursor = args.walk();
                for arg in args.named_children(&mut cursor) {
                    if self.kind(arg) == Kind::Identifier {
                        self.exported.insert(self.symbol(arg));
                    }
                }
            }
            _ => {}
        }
    }

    fn export_names(&mut self, declaration: Node<'a>, is_default: bool) {
        if let Some(name) = self.field(declaration, Field::Name) {
            let name = self.symbol(name);
            self.exported.insert(name);
            let exported = if is_default {
                Symbol::new("default")
            } else {
                name
            };
            let has_value = match self.kind(declaration) {
                Kind::FunctionSignature => false,
                Kind::TypeAliasDeclaration => is_of_value(self.grammar, declaration),
                _ => true,
            };
            if has_value {
                self.add_export(Some(exported), None, Some(name));
            }
            return;
        }
        let mut names = Vec::new();
        let mut cursor = declaration.walk();
        for declarator in declaration.named_children(&mut cursor) {
            if let Some(name) = self.field(declarator, Field::Name) {
                if self.kind(name) == Kind::Identifier {
                    self.exported.insert(self.symbol(name));
                }
                self.bound_names(name, &mut names, 0);
            }
        }
        for name in names {
            self.add_export(Some(name), None, Some(name));
        }
    }

    /// The names that a pattern binds.
    fn bound_names(&self, pattern: Node<'a>, names: &mut Vec<Symbol>, nesting: u32) {
        if nesting > MAX_OBJECT_NESTING {
            return;
        }
        let pattern = self.innermost_pattern(pattern);
        match self.kind(pattern) {
            Kind::Identifier => names.push(self.symbol(pattern)),
            Kind::ObjectAssignmentPattern => {
                names.extend(
                    self.field(pattern, Field::Left)
                        .map(|name| self.symbol(name)),
                );
            }
            Kind::PairPattern => {
                if let Some(value) = self.field(pattern, Field::Value) {
                    self.bound_names(value, names, nesting + 1);
                }
            }
            Kind::ObjectPattern | Kind::ArrayPattern => {
                let mut cursor = pattern.walk();
                for part in pattern.named_children(&mut cursor) {
                    self.bound_names(part, names, nesting + 1);
                }
            }
            _ => {}
        }
    }

    /// The exports of `exports.a = exports.b = value`, where `first` is the first of the members.
    pub(super) fn export_assigned(&mut self, targets: &[String], first: &str, value: Node<'a>) {
        let path = match first {
            "" => Symbol::new("module.exports"),
            member => Symbol::new(member),
        };
        for member in targets.iter().filter_map(|target| exported_member(target)) {
            if member.is_empty() {
                // `exported_value` adds these.
                continue;
            }
            self.export_value(member, path, value);
            if self.kind(value) == Kind::Object {
                self.export_members(value, member, Some(path), 1);
            }
        }
    }
}

/// What a dotted name is inside the exports: `""` for `module.exports` itself, `None` for a name elsewhere.
pub(super) fn exported_member(dotted: &str) -> Option<&str> {
    let rest = dotted
        .strip_prefix("module.exports")
        .or_else(|| dotted.strip_prefix("exports"))?;
    if rest.is_empty() {
        // `exports = value` alone exports nothing, but it is written beside `module.exports`.
        return Some("");
    }
    rest.strip_prefix('.')
}

/// `export type`, `import type`, and `type` before a name in their braces.
pub(super) fn is_of_types(node: Node<'_>) -> bool {
    let mut cursor = node.walk();
    let mut tokens = node.children(&mut cursor).take(2);
    tokens.any(|child| !child.is_named() && matches!(child.kind(), "type" | "typeof"))
}

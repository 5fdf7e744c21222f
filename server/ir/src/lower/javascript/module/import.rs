//! What a module imports, by `import` and by `require`.

use tree_sitter::Node;

use super::Module;
use super::export::is_of_types;
use crate::lower::javascript::grammar::{Field, Grammar, Kind};
use crate::lower::javascript::{module_name, unquoted};
use crate::{Import, ImportKind, Symbol};

impl<'a> Module<'a> {
    /// `const x = require("m").y`, `const { a, b: c } = require("m")`, and the same with `await import("m")`.
    pub(super) fn required(&mut self, pattern: Node<'a>, value: Node<'a>) {
        let Some((module, members)) = self.required_path(value) else {
            return;
        };
        let target = members
            .iter()
            .filter(|member| &***member != "default")
            .fold(module, |target, member| target.member(member));
        if self.kind(pattern) == Kind::Identifier {
            self.bind(self.symbol(pattern), target, module);
            return;
        }
        if self.kind(pattern) != Kind::ObjectPattern {
            return;
        }
        let mut cursor = pattern.walk();
        for entry in pattern.named_children(&mut cursor) {
            let (key, local) = match self.kind(entry) {
                Kind::Identifier => (Some(entry), Some(entry)),
                Kind::PairPattern => (
                    self.field(entry, Field::Key),
                    self.field(entry, Field::Value),
                ),
                Kind::ObjectAssignmentPattern => {
                    let name = self.field(entry, Field::Left);
                    (name, name)
                }
                _ => continue,
            };
            let Some((key, local)) = key.zip(local) else {
                continue;
            };
            let local = if self.kind(local) == Kind::AssignmentPattern {
                self.field(local, Field::Left).unwrap_or(local)
            } else {
                local
            };
            if self.kind(local) != Kind::Identifier {
                continue;
            }
            match self.property_name(key) {
                Some(name) if &*name == "default" => self.bind(self.symbol(local), target, module),
                Some(name) => self.bind(self.symbol(local), target.member(&name), module),
                None => {}
            }
        }
    }

    /// `m` and `["x", "y"]` of `require("m").x.y`.
    fn required_path(&self, value: Node<'a>) -> Option<(Symbol, Vec<Symbol>)> {
        let mut members = Vec::new();
        let mut base = value;
        while self.kind(base) == Kind::MemberExpression {
            let property = self.field(base, Field::Property);
            members.extend(property.map(|property| self.symbol(property)));
            base = self
                .grammar
                .unparenthesized(self.field(base, Field::Object)?);
        }
        members.reverse();
        Some((self.required_module(base)?, members))
    }

    /// `m` and `x.y` of `require("m").x.y`.
    pub(super) fn required_member(&self, value: Node<'a>) -> Option<(Symbol, Option<Symbol>)> {
        let (module, members) = self.required_path(value)?;
        let mut members = members.into_iter();
        let first = members.next();
        let of = first.map(|first| members.fold(first, |path, member| path.member(&member)));
        Some((module, of))
    }

    fn bind(&mut self, local: Symbol, target: Symbol, module: Symbol) {
        let kind = if target == module {
            ImportKind::Module
        } else {
            ImportKind::Name
        };
        self.items.imports.push(Import {
            local: Some(local),
            target,
            module,
            kind,
        });
    }

    /// The module of `require("m")`, `import("m")` and `await import("m")`.
    pub(super) fn required_module(&self, node: Node<'a>) -> Option<Symbol> {
        let mut node = node;
        if self.kind(node) == Kind::AwaitExpression {
            node = self.grammar.unparenthesized(self.grammar.inner(node)?);
        }
        if self.kind(node) != Kind::CallExpression {
            return None;
        }
        let callee = self.field(node, Field::Function)?;
        let is_import = match self.kind(callee) {
            Kind::Import => true,
            Kind::Identifier => &self.text[callee.byte_range()] == "require",
            _ => false,
        };
        let arg = self.grammar.inner(self.field(node, Field::Arguments)?)?;
        let is_constant = match self.kind(arg) {
            Kind::String => true,
            Kind::TemplateString => !self.text[arg.byte_range()].contains("${"),
            _ => false,
        };
        (is_import && is_constant).then(|| module_name(unquoted(&self.text[arg.byte_range()])))
    }
}

/// Calls `add` for each name that an import statement binds.
pub(in crate::lower::javascript) fn imports<'a>(
    grammar: &Grammar,
    text: &'a str,
    node: Node<'a>,
    mut add: impl FnMut(Import),
) {
    let symbol = |node: Node<'_>| Symbol::new(&text[node.byte_range()]);
    let mut cursor = node.walk();
    let clause = node.named_children(&mut cursor).find(|&child| {
        matches!(
            grammar.kind(child),
            Kind::ImportClause | Kind::ImportRequireClause
        )
    });
    let source = grammar
        .field(node, Field::Source)
        .or_else(|| clause.and_then(|clause| grammar.field(clause, Field::Source)));
    let Some(source) = source else {
        return;
    };
    let module = module_name(unquoted(&text[source.byte_range()]));
    let Some(clause) = clause else {
        add(Import {
            local: None,
            target: module,
            module,
            kind: ImportKind::SideEffect,
        });
        return;
    };
    let whole_kind = if is_of_types(node) {
        ImportKind::Type
    } else {
        ImportKind::Module
    };
    let whole = |local| Import {
        local: Some(symbol(local)),
        target: module,
        module,
        kind: whole_kind,
    };
    let mut cursor = clause.walk();
    for child in clause.named_children(&mut cursor) {
        match grammar.kind(child) {
            Kind::Identifier => add(whole(child)),
            Kind::NamespaceImport => {
                if let Some(local) = grammar.inner(child) {
                    add(whole(local));
                }
            }
            Kind::NamedImports => {
                let mut cursor = child.walk();
                for specifier in child.named_children(&mut cursor) {
                    let Some(name_node) = grammar.field(specifier, Field::Name) else {
                        continue;
                    };
                    let local = grammar.field(specifier, Field::Alias).unwrap_or(name_node);
                    let name = &text[name_node.byte_range()];
                    let name = if grammar.kind(name_node) == Kind::String {
                        unquoted(name)
                    } else {
                        name
                    };
                    let is_whole = name == "default";
                    let kind = match whole_kind {
                        ImportKind::Type => ImportKind::Type,
                        _ if is_of_types(specifier) => ImportKind::Type,
                        _ if is_whole => ImportKind::Module,
                        _ => ImportKind::Name,
                    };
                    add(Import {
                        local: Some(symbol(local)),
                        target: if is_whole {
                            module
                        } else {
                            module.member(name)
                        },
                        module,
                        kind,
                    });
                }
            }
            _ => {}
        }
    }
}

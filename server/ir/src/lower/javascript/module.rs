//! What a module declares: its imports, exports, functions and classes.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use tree_sitter::Node;
use tripline_syntax::Document;

use super::grammar::{Field, Grammar, Kind};
use super::{module_name, unquoted};
use crate::lower::MAX_DEPTH;
use crate::{BodyKind, Class, Export, Import, ImportKind, Interface, Items, Method, Symbol};

/// Object literals are searched for functions down to this nesting.
const MAX_OBJECT_NESTING: u32 = 8;

/// A function that becomes a body of its own.
pub(super) struct Definition<'a> {
    /// Path of names.
    pub(super) path: Symbol,
    /// The last name of the path.
    pub(super) name: Symbol,
    /// The class of a method.
    pub(super) class: Option<Symbol>,
    /// Function or method.
    pub(super) kind: BodyKind,
    /// The function, method or arrow function.
    pub(super) node: Node<'a>,
    /// Decorators of a method.
    pub(super) decorators: Vec<Node<'a>>,
    /// The whole definition in bytes.
    pub(super) range: Range<usize>,
    visibility: Visibility,
}

/// Who can call a definition.
#[derive(Clone, Copy)]
enum Visibility {
    Exported,
    Private,
    /// Whoever can use this module-level name.
    As(Symbol),
}

/// The declarations of a file.
pub(super) struct Module<'a> {
    /// Imports and classes; functions get their keys later.
    pub(super) items: Items,
    /// Functions in source order.
    pub(super) definitions: Vec<Definition<'a>>,
    /// The top-level statements; those inside broken code too.
    pub(super) statements: Vec<Node<'a>>,
    /// The nodes of definitions and classes, with the name that stands for them in the module body.
    pub(super) outlined: FxHashMap<usize, Symbol>,
    /// Blocks without a closing brace, with the end that they have instead of the one in the tree.
    pub(super) cuts: FxHashMap<usize, usize>,
    has_exports: bool,
    exported: FxHashSet<Symbol>,
    text: &'a str,
    grammar: &'static Grammar,
}

impl<'a> Module<'a> {
    /// Reads the declarations of a document, without looking into functions.
    pub(super) fn read(document: &'a Document, grammar: &'static Grammar) -> Self {
        let mut module = Module {
            items: Items::default(),
            definitions: Vec::new(),
            statements: Vec::new(),
            outlined: FxHashMap::default(),
            cuts: FxHashMap::default(),
            has_exports: false,
            exported: FxHashSet::default(),
            text: document.text(),
            grammar,
        };
        module.statements = module.top_level(document.tree().root_node());
        for index in 0..module.statements.len() {
            let statement = module.statements[index];
            module.statement(statement);
        }
        module.drop_forward_declared_exports();
        module
    }

    /// Whether code outside the file can call a definition.
    pub(super) fn is_exported(&self, definition: &Definition<'_>) -> bool {
        match definition.visibility {
            Visibility::Exported => true,
            Visibility::Private => false,
            Visibility::As(name) => !self.has_exports || self.exported.contains(&name),
        }
    }

    /// The names of a function's parameters.
    pub(super) fn param_names(&self, function: Node<'a>) -> Vec<Option<Symbol>> {
        if let Some(single) = self.field(function, Field::Parameter) {
            return vec![Some(self.symbol(single))];
        }
        let Some(list) = self.field(function, Field::Parameters) else {
            return Vec::new();
        };
        let mut cursor = list.walk();
        list.named_children(&mut cursor)
            .filter(|&param| self.kind(param) != Kind::Comment)
            .map(|param| self.innermost_pattern(param))
            // TypeScript's `this` is not passed.
            .filter(|&pattern| self.kind(pattern) != Kind::This)
            .map(|pattern| (self.kind(pattern) == Kind::Identifier).then(|| self.symbol(pattern)))
            .collect()
    }

    /// The pattern of a parameter without default and rest operator.
    fn innermost_pattern(&self, param: Node<'a>) -> Node<'a> {
        let mut pattern = param;
        loop {
            let inner = match self.kind(pattern) {
                Kind::RequiredParameter | Kind::OptionalParameter => {
                    self.field(pattern, Field::Pattern)
                }
                Kind::AssignmentPattern => self.field(pattern, Field::Left),
                Kind::RestPattern => self.grammar.inner(pattern),
                _ => None,
            };
            match inner {
                Some(inner) => pattern = inner,
                None => return pattern,
            }
        }
    }

    /// The statements of the root. Broken code is opened up, so that what is whole inside it counts as top level.
    fn top_level(&mut self, root: Node<'a>) -> Vec<Node<'a>> {
        let mut found = Vec::new();
        let mut cursor = root.walk();
        if !cursor.goto_first_child() {
            return found;
        }
        loop {
            let node = cursor.node();
            let kind = self.kind(node);
            if kind == Kind::Error && cursor.goto_first_child() {
                continue;
            }
            if !matches!(kind, Kind::Comment | Kind::Token) {
                found.push(node);
                if node.has_error() {
                    self.escaped(node, &mut found);
                }
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() || cursor.node() == root {
                    return found;
                }
            }
        }
    }

    /// While a block lacks its closing brace, the parser takes the rest of the file into it. What starts at the left
    /// margin is then taken to stand at the top level.
    fn escaped(&mut self, statement: Node<'a>, found: &mut Vec<Node<'a>>) {
        let mut statement = statement;
        while let Some(block) = self.unclosed_block(statement) {
            let mut cursor = block.walk();
            let escaped: Vec<_> = block
                .named_children(&mut cursor)
                .filter(|child| {
                    child.start_position().column == 0 && self.kind(*child) != Kind::Comment
                })
                .collect();
            let (Some(first), Some(last)) = (escaped.first(), escaped.last()) else {
                return;
            };
            self.cuts.insert(block.id(), first.start_byte());
            statement = *last;
            found.extend(escaped);
        }
    }

    /// The outermost block at the end of a node whose closing brace is missing.
    fn unclosed_block(&self, statement: Node<'a>) -> Option<Node<'a>> {
        let mut node = statement;
        for _ in 0..MAX_DEPTH {
            let mut cursor = node.walk();
            let mut last_child = None;
            let mut is_unclosed = false;
            for child in node.children(&mut cursor) {
                is_unclosed |= child.is_missing() && child.kind() == "}";
                if child.start_byte() < child.end_byte() && self.kind(child) != Kind::Comment {
                    last_child = Some(child);
                }
            }
            if is_unclosed && self.kind(node) == Kind::StatementBlock {
                return Some(node);
            }
            node = last_child.filter(Node::has_error)?;
        }
        None
    }

    fn statement(&mut self, node: Node<'a>) {
        match self.kind(node) {
            Kind::ImportStatement => {
                let grammar = self.grammar;
                let text = self.text;
                imports(grammar, text, node, |import| {
                    self.items.imports.push(import);
                });
            }
            Kind::ExportStatement => self.export(node),
            Kind::FunctionDeclaration
            | Kind::ClassDeclaration
            | Kind::AbstractClassDeclaration
            | Kind::InterfaceDeclaration
            | Kind::LexicalDeclaration
            | Kind::VariableDeclaration => self.declaration(node, node),
            Kind::ExpressionStatement => {
                if let Some(expr) = self.grammar.inner(node) {
                    self.expression(expr, node);
                }
            }
            _ => {}
        }
    }

    fn export(&mut self, node: Node<'a>) {
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
    fn drop_forward_declared_exports(&mut self) {
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
    fn exported_value(&mut self, value: Node<'a>, name: &str, range: Range<usize>) {
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
    fn exported_names_in(&mut self, value: Node<'a>) {
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
                Kind::TypeAliasDeclaration => super::ty::is_of_value(self.grammar, declaration),
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

    /// A function, class or variable declaration that is or is inside the top-level statement `whole`.
    fn declaration(&mut self, node: Node<'a>, whole: Node<'a>) {
        match self.kind(node) {
            Kind::FunctionDeclaration => {
                if let Some(name) = self.field(node, Field::Name) {
                    let name = self.symbol(name);
                    self.define(name, name, node, whole.byte_range(), Visibility::As(name));
                }
            }
            Kind::ClassDeclaration | Kind::AbstractClassDeclaration => {
                if let Some(name) = self.field(node, Field::Name) {
                    self.class(node, self.symbol(name), None);
                }
            }
            Kind::InterfaceDeclaration => {
                if let Some(name) = self.field(node, Field::Name) {
                    self.interface(node, self.symbol(name));
                }
            }
            Kind::LexicalDeclaration | Kind::VariableDeclaration => {
                let mut cursor = node.walk();
                let declarators: Vec<_> = node
                    .named_children(&mut cursor)
                    .filter(|&child| self.kind(child) == Kind::VariableDeclarator)
                    .collect();
                for &declarator in &declarators {
                    let range = if declarators.len() == 1 {
                        whole
                    } else {
                        declarator
                    }
                    .byte_range();
                    self.declarator(declarator, range);
                }
            }
            _ => {}
        }
    }

    fn declarator(&mut self, node: Node<'a>, range: Range<usize>) {
        let Some((pattern, value)) = self
            .field(node, Field::Name)
            .zip(self.field(node, Field::Value))
        else {
            return;
        };
        let value = self.grammar.bare(value);
        if self.kind(pattern) != Kind::Identifier {
            self.required(pattern, value);
            return;
        }
        let name = self.symbol(pattern);
        match self.kind(value) {
            kind if kind.is_function() => {
                self.define(name, name, value, range, Visibility::As(name));
            }
            Kind::Class => self.class(value, name, None),
            Kind::Object => self.object(value, Some(name), Visibility::As(name), 0),
            Kind::AssignmentExpression => self.expression(value, node),
            _ => self.required(pattern, value),
        }
    }

    fn expression(&mut self, node: Node<'a>, statement: Node<'a>) {
        let is_parenthesized = self.kind(node) == Kind::ParenthesizedExpression;
        let node = self.grammar.unparenthesized(node);
        match self.kind(node) {
            Kind::AssignmentExpression => self.assignment(node, statement),
            Kind::FunctionExpression if !is_parenthesized => {
                // An unclosed declaration: the grammar has no other function at the start of a statement.
                if let Some(name) = self.field(node, Field::Name) {
                    let name = self.symbol(name);
                    self.define(
                        name,
                        name,
                        node,
                        statement.byte_range(),
                        Visibility::As(name),
                    );
                }
            }
            Kind::CallExpression => {
                if let Some(module) = self.required_module(node) {
                    self.items.imports.push(Import {
                        local: None,
                        target: module,
                        module,
                        kind: ImportKind::SideEffect,
                    });
                }
            }
            _ => {}
        }
    }

    /// `exports.f = function () {}`, `module.exports = { f, g }`, `Queue.prototype.push = function () {}`.
    fn assignment(&mut self, node: Node<'a>, statement: Node<'a>) {
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

    /// The exports of `exports.a = exports.b = value`, where `first` is the first of the members.
    fn export_assigned(&mut self, targets: &[String], first: &str, value: Node<'a>) {
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

    /// The value of a member of another object, or of the exports.
    fn member(&mut self, path: &str, is_exported: bool, value: Node<'a>, statement: Node<'a>) {
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
    fn object(
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

    /// A class at module level. `value` is the node that the class name stands for where it is a value.
    fn class(&mut self, node: Node<'a>, name: Symbol, value: Option<Node<'a>>) {
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
    fn interface(&mut self, node: Node<'a>, name: Symbol) {
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
        decorators.extend(self.decorators(node));
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
            let decorators = self.decorators(node);
            let visibility = self.member_visibility(class.name, node, name_node);
            self.define_method(class.name, name, value, node.byte_range(), visibility);
            if let Some(definition) = self.definitions.last_mut() {
                definition.decorators = decorators;
            }
        }
    }

    fn decorators(&self, node: Node<'a>) -> Vec<Node<'a>> {
        let mut cursor = node.walk();
        node.named_children(&mut cursor)
            .filter(|&child| self.kind(child) == Kind::Decorator)
            .collect()
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

    fn define(
        &mut self,
        path: Symbol,
        name: Symbol,
        node: Node<'a>,
        range: Range<usize>,
        visibility: Visibility,
    ) {
        self.outlined.insert(node.id(), path);
        let cut = self
            .field(node, Field::Body)
            .and_then(|body| self.cuts.get(&body.id()));
        let range = range.start..cut.map_or(range.end, |&cut| range.end.min(cut));
        self.definitions.push(Definition {
            path,
            name,
            class: None,
            kind: BodyKind::Function,
            node,
            decorators: Vec::new(),
            range,
            visibility,
        });
    }

    /// `const x = require("m").y`, `const { a, b: c } = require("m")`, and the same with `await import("m")`.
    fn required(&mut self, pattern: Node<'a>, value: Node<'a>) {
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
    fn required_member(&self, value: Node<'a>) -> Option<(Symbol, Option<Symbol>)> {
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
    fn required_module(&self, node: Node<'a>) -> Option<Symbol> {
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

    /// `a.b.c` as written without optional chaining; `None` for other expressions.
    fn dotted(&self, node: Node<'a>) -> Option<String> {
        let mut names = Vec::new();
        let mut base = node;
        loop {
            match self.kind(base) {
                Kind::MemberExpression => {
                    names.push(&self.text[self.field(base, Field::Property)?.byte_range()]);
                    base = self.grammar.bare(self.field(base, Field::Object)?);
                }
                Kind::Identifier => {
                    names.push(&self.text[base.byte_range()]);
                    break;
                }
                _ => return None,
            }
            if names.len() > 8 {
                return None;
            }
        }
        names.reverse();
        Some(names.join("."))
    }

    /// The name of a property; `None` for a computed one.
    fn property_name(&self, key: Node<'a>) -> Option<Symbol> {
        match self.kind(key) {
            Kind::ComputedPropertyName => None,
            Kind::String => Some(Symbol::new(unquoted(&self.text[key.byte_range()]))),
            _ => Some(self.symbol(key)),
        }
    }

    /// The name of a written type without type arguments; `None` for a type without one.
    fn type_name(&self, ty: Node<'a>) -> Option<Symbol> {
        super::ty::type_name(self.grammar, self.text, ty)
    }

    fn symbol(&self, node: Node<'a>) -> Symbol {
        Symbol::new(&self.text[node.byte_range()])
    }

    fn kind(&self, node: Node<'a>) -> Kind {
        self.grammar.kind(node)
    }

    fn field(&self, node: Node<'a>, field: Field) -> Option<Node<'a>> {
        self.grammar.field(node, field)
    }
}

/// What a dotted name is inside the exports: `""` for `module.exports` itself, `None` for a name elsewhere.
fn exported_member(dotted: &str) -> Option<&str> {
    let rest = dotted
        .strip_prefix("module.exports")
        .or_else(|| dotted.strip_prefix("exports"))?;
    if rest.is_empty() {
        // `exports = value` alone exports nothing, but it is written beside `module.exports`.
        return Some("");
    }
    rest.strip_prefix('.')
}

/// Whether one of the node's direct children is this keyword.
pub(super) fn has_token(node: Node<'_>, token: &str) -> bool {
    let mut cursor = node.walk();
    node.children(&mut cursor)
        .any(|child| !child.is_named() && child.kind() == token)
}

/// `export type`, `import type`, and `type` before a name in their braces.
fn is_of_types(node: Node<'_>) -> bool {
    let mut cursor = node.walk();
    let mut tokens = node.children(&mut cursor).take(2);
    tokens.any(|child| !child.is_named() && matches!(child.kind(), "type" | "typeof"))
}

/// Whether a constructor parameter declares a field too.
pub(super) fn is_parameter_property(grammar: &Grammar, param: Node<'_>) -> bool {
    let mut cursor = param.walk();
    param.children(&mut cursor).any(|child| {
        matches!(
            grammar.kind(child),
            Kind::AccessibilityModifier | Kind::OverrideModifier
        ) || child.kind() == "readonly"
    })
}

/// Calls `add` for each name that an import statement binds.
pub(super) fn imports<'a>(
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

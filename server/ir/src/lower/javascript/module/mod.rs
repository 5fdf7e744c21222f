//! What a module declares: its imports, exports, functions and classes.

mod assigned;
mod class;
mod export;
mod import;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use tree_sitter::Node;
use tripline_syntax::Document;

use super::grammar::{Field, Grammar, Kind};
use super::unquoted;
use crate::body::is_test_runner;
use crate::lower::MAX_DEPTH;
use crate::lower::edited::Inside;
use crate::{BodyKind, Import, ImportKind, Items, Symbol};

pub(super) use class::is_parameter_property;
pub(super) use import::imports;

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
    /// Decorators of a method; of a handler what it is for.
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

/// The function that an edit is in, if it is in its body alone.
pub(super) fn edited_definition<'a>(
    inside: &Inside<'a>,
    grammar: &'static Grammar,
) -> Option<Definition<'a>> {
    let Range { start, end } = inside.changed;
    let root = inside.root;
    let mut node = root.descendant_for_byte_range(start, end)?;
    let mut function = None;
    while node.start_byte() >= inside.range.start && node.end_byte() <= inside.range.end {
        let kind = grammar.kind(node);
        let declares = matches!(kind, Kind::FunctionDeclaration | Kind::MethodDefinition);
        if kind.is_function() || declares {
            function = Some(node);
        }
        if kind == Kind::Decorator {
            return None;
        }
        node = node.parent()?;
    }
    let node = function?;
    let block = grammar.field(node, Field::Body)?.byte_range();
    let path = inside.body.key.path;
    let decorators = match inside.body.kind {
        BodyKind::Handler => {
            let mut around = node;
            while grammar.kind(around) != Kind::Arguments {
                around = around.parent()?;
            }
            vec![around.named_child(0)?]
        }
        _ => class::decorators_of(grammar, node),
    };
    (block.start < start && end < block.end).then(|| Definition {
        path,
        name: path,
        class: inside.body.class,
        kind: inside.body.kind,
        node,
        decorators,
        range: inside.range.clone(),
        visibility: Visibility::Private,
    })
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
    /// How many handlers there are so far, by what they are handed to.
    handlers: FxHashMap<Symbol, usize>,
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
            handlers: FxHashMap::default(),
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
            Kind::CallExpression => match self.required_module(node) {
                Some(module) => self.items.imports.push(Import {
                    local: None,
                    target: module,
                    module,
                    kind: ImportKind::SideEffect,
                }),
                None => self.handlers(node),
            },
            _ => {}
        }
    }

    /// `app.get("/users", async (req, res) => { ... })`: functions that are handed over with what they are for.
    fn handlers(&mut self, call: Node<'a>) {
        let Some((callee, args)) = self
            .field(call, Field::Function)
            .zip(self.field(call, Field::Arguments))
        else {
            return;
        };
        let Some(callee) = self.dotted(callee) else {
            return;
        };
        let receiver = callee.split_once('.').map(|(receiver, _)| receiver);
        if receiver.is_none_or(is_test_runner) {
            return;
        }
        let mut cursor = args.walk();
        let mut args = args.named_children(&mut cursor);
        let Some(first) = args.next() else {
            return;
        };
        let is_name = matches!(
            self.kind(first),
            Kind::String | Kind::TemplateString | Kind::Regex | Kind::Array
        );
        if !is_name {
            return;
        }
        let handlers = args
            .map(|arg| self.grammar.bare(arg))
            .filter(|arg| self.kind(*arg).is_function())
            .filter(|function| {
                let body = self.field(*function, Field::Body);
                body.is_some_and(|body| self.kind(body) == Kind::StatementBlock)
            });
        let handlers: Vec<_> = handlers.collect();
        for handler in handlers {
            // No name of the program ends in a bracket. What the handler is for may change: that names nothing.
            let index = self.handlers.entry(Symbol::new(&callee)).or_insert(0);
            let path = Symbol::new(&format!("{callee}({index})"));
            *index += 1;
            let range = first.start_byte()..handler.end_byte();
            self.define(path, path, handler, range, Visibility::Private);
            if let Some(definition) = self.definitions.last_mut() {
                definition.kind = BodyKind::Handler;
                definition.decorators.push(first);
            }
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

/// Whether one of the node's direct children is this keyword.
pub(super) fn has_token(node: Node<'_>, token: &str) -> bool {
    let mut cursor = node.walk();
    node.children(&mut cursor)
        .any(|child| !child.is_named() && child.kind() == token)
}

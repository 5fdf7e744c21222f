//! What a file declares.

use std::ops::Range;

use tree_sitter::Node;

use super::expr::literal_content;
use super::grammar::{Kind, field};
use super::ty::{arguments_of, base_type, constrained, type_parameters};
use crate::lower::MAX_DEPTH;
use crate::lower::builder::{FileBuilder, Outline};
use crate::lower::edited::Inside;
use crate::lower::torn;
use crate::{
    BodyKey, BodyKind, Class, Function, Implementation, Import, ImportKind, Interface, Method,
    Symbol,
};

pub(super) const STYLE: torn::Style = torn::Style {
    starts: declaration_starts,
    nests: false,
    repair: |_| None,
};

/// What stands at the top level, in source order.
pub(super) enum Declared<'t> {
    Import { node: Node<'t>, import: Import },
    Function(DeclaredFunction<'t>),
    Statement(Node<'t>),
}

/// A function or method at the top level.
pub(super) struct DeclaredFunction<'t> {
    pub(super) node: Node<'t>,
    pub(super) key: BodyKey,
    pub(super) outline: Outline,
    /// Statements that belong to it but that the parser, confused by broken code, left outside.
    pub(super) tail: Vec<Node<'t>>,
}

/// A function whose block was edited. `None` where the edit may have changed what the file declares.
pub(super) fn edited_function<'t>(inside: &Inside<'t>) -> Option<DeclaredFunction<'t>> {
    let root = inside.root;
    let Range { start, end } = inside.changed;
    let mut node = root.descendant_for_byte_range(start, end)?;
    while node.byte_range() != inside.range {
        node = node.parent()?;
    }
    let block = field!(node, body)?.byte_range();
    let is_function = matches!(
        Kind::of(node),
        Kind::FunctionDeclaration | Kind::MethodDeclaration
    );
    let is_inside = block.start < start && end < block.end;
    (is_function && is_inside && node.parent() == Some(root)).then(|| DeclaredFunction {
        node,
        key: inside.body.key,
        outline: Outline::of(inside.body, &inside.range),
        tail: Vec::new(),
    })
}

/// Walks the top level and what did not parse there.
pub(super) struct Declarations<'f, 'a, 't> {
    file: &'f mut FileBuilder<'a>,
    found: Vec<Declared<'t>>,
}

impl<'t> Declarations<'_, '_, 't> {
    /// Fills the items of `file`, and lists what stands at the top level. Iterative, because broken code nests deeply.
    pub(super) fn of(
        file: &mut FileBuilder<'_>,
        top_level: &[Node<'t>],
        is_broken: bool,
    ) -> Vec<Declared<'t>> {
        let mut declarations = Declarations {
            file,
            found: Vec::with_capacity(top_level.len()),
        };
        for node in top_level {
            let is_tail = is_broken && declarations.add_to_function(*node);
            if !is_tail && declarations.visit(*node) {
                declarations.visit_below(*node);
            }
        }
        declarations.found
    }

    /// Adds the node to the function before it if it is a statement inside a line: gofmt starts the line with what is
    /// at the top level. Whether it was added.
    fn add_to_function(&mut self, node: Node<'t>) -> bool {
        let starts_line = self.file.text()[..node.start_byte()].ends_with('\n');
        let is_declaration = matches!(
            Kind::of(node),
            Kind::FunctionDeclaration
                | Kind::MethodDeclaration
                | Kind::ImportDeclaration
                | Kind::TypeDeclaration
                | Kind::PackageClause
                | Kind::Comment
        );
        match self.found.last_mut() {
            Some(Declared::Function(function))
                if node.is_named() && !starts_line && !is_declaration =>
            {
                function.outline.end = node.end_byte();
                function.tail.push(node);
                true
            }
            _ => false,
        }
    }

    fn visit_below(&mut self, node: Node<'t>) {
        let mut cursor = node.walk();
        let mut descend = true;
        loop {
            if !(descend && cursor.goto_first_child()) {
                while !cursor.goto_next_sibling() {
                    if !cursor.goto_parent() {
                        return;
                    }
                }
            }
            descend = self.visit(cursor.node());
        }
    }

    /// Whether the children of the node are to be visited.
    fn visit(&mut self, node: Node<'t>) -> bool {
        match Kind::of(node) {
            Kind::Error
            | Kind::ImportDeclaration
            | Kind::ImportSpecList
            | Kind::VarDeclaration
            | Kind::VarSpecList
            | Kind::ConstDeclaration
            | Kind::TypeDeclaration
            | Kind::StatementList => return true,
            Kind::PackageClause => self.package(node),
            Kind::Comment => {}
            Kind::ImportSpec => self.import(node),
            Kind::FunctionDeclaration | Kind::MethodDeclaration => self.function(node),
            Kind::TypeSpec | Kind::TypeAlias => {
                let text = self.file.text();
                if let Some(class) = class(node, text) {
                    self.file.items.classes.push(class);
                }
                self.file.items.interfaces.extend(interface(node, text));
                self.found.push(Declared::Statement(node));
            }
            _ if node.is_named() => self.found.push(Declared::Statement(node)),
            _ => {}
        }
        false
    }

    fn package(&mut self, clause: Node<'t>) {
        let mut cursor = clause.walk();
        let mut names = clause.named_children(&mut cursor);
        let name = names.find(|child| Kind::of(*child) == Kind::PackageIdentifier);
        let name = name.map(|name| &self.file.text()[name.byte_range()]);
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            self.file.items.package.get_or_insert(Symbol::new(name));
        }
    }

    fn import(&mut self, node: Node<'t>) {
        let text = self.file.text();
        let Some(path) = field!(node, path) else {
            return;
        };
        let path = literal_content(path, text).0;
        if path.is_empty() {
            return;
        }
        let module = Symbol::new(path);
        let (local, kind) = match field!(node, name).map(|name| &text[name.byte_range()]) {
            Some("_") => (None, ImportKind::SideEffect),
            Some(".") => (None, ImportKind::Wildcard),
            Some(alias) if !alias.is_empty() => (Some(Symbol::new(alias)), ImportKind::Module),
            _ => (Some(Symbol::new(package_name(path))), ImportKind::Module),
        };
        let import = Import {
            local,
            target: module,
            module,
            kind,
        };
        self.file.items.imports.push(import.clone());
        self.found.push(Declared::Import { node, import });
    }

    pub(super) fn function(&mut self, node: Node<'t>) {
        let text = self.file.text();
        let Some(name) = field!(node, name).map(|name| &text[name.byte_range()]) else {
            return;
        };
        let receiver = field!(node, receiver);
        let class = receiver.and_then(|receiver| receiver_class(receiver, text));
        let name = Symbol::new(name);
        let path = class.map_or(name, |class| class.member(&name));
        let key = self.file.next_key(path);
        let mut params = Vec::new();
        for list in receiver.into_iter().chain(field!(node, parameters)) {
            param_names(list, text, &mut params);
        }
        self.file.items.functions.push(Function {
            key,
            class,
            name,
            params,
        });
        if let (Some(class), Some(receiver)) = (class, receiver) {
            let signature = signature(node, &arguments_of(receiver, text), text);
            self.file.items.implementations.push(Implementation {
                class,
                interface: None,
                method: Method { name, signature },
                body: key,
            });
        }
        let outline = Outline {
            path,
            kind: if receiver.is_some() {
                BodyKind::Method
            } else {
                BodyKind::Function
            },
            class,
            exported: name.chars().next().is_some_and(char::is_uppercase),
            start: node.start_byte(),
            end: node.end_byte(),
        };
        self.found.push(Declared::Function(DeclaredFunction {
            node,
            key,
            outline,
            tail: Vec::new(),
        }));
    }
}

/// The name that a package of this import path most likely has; only its sources tell for sure.
///
/// The convention is the last element, without a major version (`/v5`, `.v3`) and the affixes that mark a repository as
/// one in Go (`go-sqlite3`, `jwt-go`, `nats.go`).
fn package_name(path: &str) -> &str {
    let is_version = |text: &str| text.strip_prefix('v').is_some_and(is_digits);
    let mut elements = path.rsplit('/');
    let mut name = elements.next().unwrap_or(path);
    if is_version(name) {
        name = elements.next().unwrap_or(name);
    }
    if let Some((stem, version)) = name.rsplit_once('.')
        && is_version(version)
    {
        name = stem;
    }
    let stem = name
        .strip_prefix("go-")
        .or_else(|| name.strip_prefix("go."));
    let stem = stem
        .or_else(|| name.strip_suffix("-go"))
        .or_else(|| name.strip_suffix(".go"));
    stem.filter(|stem| !stem.is_empty()).unwrap_or(name)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The type of a method's receiver, without pointer and type arguments.
fn receiver_class(receiver: Node<'_>, text: &str) -> Option<Symbol> {
    let mut cursor = receiver.walk();
    let declaration = receiver
        .named_children(&mut cursor)
        .find(|child| Kind::of(*child) == Kind::ParameterDeclaration)?;
    let base = base_type(field!(declaration, type)?);
    let name = &text[base.byte_range()];
    (!name.is_empty()).then(|| Symbol::new(name))
}

/// Names of the parameters of a list.
fn param_names(list: Node<'_>, text: &str, names: &mut Vec<Option<Symbol>>) {
    let mut lists = list.walk();
    let mut cursor = list.walk();
    for declaration in list.named_children(&mut lists) {
        if !matches!(
            Kind::of(declaration),
            Kind::ParameterDeclaration | Kind::VariadicParameterDeclaration
        ) {
            continue;
        }
        let before = names.len();
        let found = declaration
            .named_children(&mut cursor)
            .filter(|child| Kind::of(*child) == Kind::Identifier);
        names.extend(found.map(|name| Some(Symbol::new(&text[name.byte_range()]))));
        if names.len() == before {
            names.push(Some(Symbol::new("_")));
        }
    }
}

/// The class that a type declaration stands for.
fn class(node: Node<'_>, text: &str) -> Option<Class> {
    let name = field!(node, name)?;
    let mut class = Class {
        name: Symbol::new(&text[name.byte_range()]),
        bases: Vec::new(),
        fields: Vec::new(),
    };
    let ty = field!(node, type)?;
    if Kind::of(node) == Kind::TypeAlias {
        class.bases.push(Symbol::new(&type_text(ty, text)));
    }
    let fields = (Kind::of(ty) == Kind::StructType)
        .then(|| ty.named_child(0))
        .flatten();
    let Some(fields) = fields.filter(|fields| Kind::of(*fields) == Kind::FieldDeclarationList)
    else {
        return Some(class);
    };
    let own = type_parameters(node, text);
    let mut declarations = fields.walk();
    let mut cursor = fields.walk();
    for declaration in fields.named_children(&mut declarations) {
        if Kind::of(declaration) != Kind::FieldDeclaration {
            continue;
        }
        let Some(ty) = field!(declaration, type) else {
            continue;
        };
        let written = Symbol::new(&type_text(
            constrained(ty, &own, &text[ty.byte_range()]),
            text,
        ));
        let before = class.fields.len();
        for name in declaration
            .named_children(&mut cursor)
            .filter(|child| Kind::of(*child) == Kind::FieldIdentifier)
        {
            class
                .fields
                .push((Symbol::new(&text[name.byte_range()]), written));
        }
        if class.fields.len() == before {
            let last = written.rsplit('.').next().unwrap_or(&written);
            class.fields.push((Symbol::new(last), written));
            class.bases.push(written);
        }
    }
    Some(class)
}

/// The interface that a type declaration declares.
fn interface(node: Node<'_>, text: &str) -> Option<Interface> {
    let name = field!(node, name)?;
    let ty = field!(node, type).filter(|ty| Kind::of(*ty) == Kind::InterfaceType)?;
    let own: Vec<&str> = type_parameters(node, text)
        .into_iter()
        .map(|(name, _)| name.as_str())
        .collect();
    let mut interface = Interface {
        name: Symbol::new(&text[name.byte_range()]),
        methods: Vec::new(),
        bases: Vec::new(),
    };
    let mut cursor = ty.walk();
    for element in ty.named_children(&mut cursor) {
        match Kind::of(element) {
            Kind::MethodElement => {
                if let Some(name) = field!(element, name) {
                    interface.methods.push(Method {
                        name: Symbol::new(&text[name.byte_range()]),
                        signature: signature(element, &own, text),
                    });
                }
            }
            Kind::TypeElem if element.named_child_count() == 1 => {
                let base = element.named_child(0).map(|base| type_text(base, text));
                interface.bases.extend(base.map(|base| Symbol::new(&base)));
            }
            _ => {}
        }
    }
    Some(interface)
}

/// The types of the parameters and results of a method, as [`Method`] has them.
fn signature(method: Node<'_>, own: &[&str], text: &str) -> Symbol {
    let mut written = String::new();
    for list in [field!(method, parameters), field!(method, result)] {
        written.push('(');
        match list {
            Some(single) if Kind::of(single).is_type() => {
                push_signature_type(single, own, text, &mut written);
            }
            Some(list) => push_parameter_types(list, own, text, &mut written),
            None => {}
        }
        written.push(')');
    }
    Symbol::new(&written)
}

fn push_parameter_types(list: Node<'_>, own: &[&str], text: &str, written: &mut String) {
    let mut lists = list.walk();
    let mut cursor = list.walk();
    let mut is_first = true;
    for declaration in list.named_children(&mut lists) {
        let Some(ty) = field!(declaration, type) else {
            continue;
        };
        let names = declaration
            .named_children(&mut cursor)
            .filter(|child| Kind::of(*child) == Kind::Identifier);
        for _ in 0..names.count().max(1) {
            if !std::mem::replace(&mut is_first, false) {
                written.push(',');
            }
            if Kind::of(declaration) == Kind::VariadicParameterDeclaration {
                written.push_str("...");
            }
            push_signature_type(ty, own, text, written);
        }
    }
}

/// A type without the packages that its parts are of.
fn push_signature_type(ty: Node<'_>, own: &[&str], text: &str, written: &mut String) {
    let whole = type_text(ty, text);
    for part in whole.split_inclusive(['[', ']', ' ']) {
        let name = part.trim_end_matches(['[', ']', ' ']);
        let last = name.rsplit('.').next().unwrap_or(name);
        written.push_str(match last {
            "any" => "interface",
            last if own.contains(&last) => "_",
            last => last,
        });
        written.push_str(&part[name.len()..]);
    }
}

/// A type as written, without pointers and type arguments; what is long to write is its keyword alone.
fn type_text(node: Node<'_>, text: &str) -> String {
    let mut written = String::new();
    push_type_text(node, text, MAX_DEPTH, &mut written);
    written
}

fn push_type_text(node: Node<'_>, text: &str, depth: u32, written: &mut String) {
    let node = base_type(node);
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    let mut push = |before: &str, inner: Option<Node<'_>>| {
        written.push_str(before);
        if let Some(inner) = inner {
            push_type_text(inner, text, depth, written);
        }
    };
    match Kind::of(node) {
        Kind::SliceType | Kind::ArrayType | Kind::ImplicitLengthArrayType => {
            push("[]", field!(node, element));
        }
        Kind::MapType => {
            push("map[", field!(node, key));
            push("]", field!(node, value));
        }
        Kind::ChannelType => push("chan ", field!(node, value)),
        Kind::StructType => push("struct", None),
        Kind::InterfaceType => push("interface", None),
        Kind::FunctionType => push("func", None),
        _ => push(&text[node.byte_range()], None),
    }
}

/// Where a line starts with the keyword of a declaration.
fn declaration_starts(text: &str) -> Vec<torn::Start> {
    let keywords = ["func", "type", "var", "const", "import"];
    let is_declaration = |line: &str| {
        let rest = keywords
            .iter()
            .find_map(|keyword| line.strip_prefix(keyword));
        rest.is_some_and(|rest| rest.starts_with([' ', '\t', '(']))
    };
    let mut starts = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_declaration(line) {
            starts.push(torn::Start {
                at: start,
                kind: torn::PartKind::Whole,
            });
        }
        start += line.len();
    }
    starts
}

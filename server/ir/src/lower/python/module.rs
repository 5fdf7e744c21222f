//! What a module declares: imports, classes, and the functions that are bodies of their own.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;
use tree_sitter::Node;

use super::grammar::{Child, Field, KINDS, Kind, Tree};
use super::literal_parts;
use crate::lower::MAX_DEPTH;
use crate::lower::builder::{FileBuilder, Outline};
use crate::lower::edited::Inside;
use crate::{
    BodyKey, BodyKind, Class, Export, Function, Import, ImportKind, Interface, Method, Symbol,
};

/// A function that is a body of its own.
pub(super) struct Site<'t> {
    pub(super) key: BodyKey,
    pub(super) outline: Outline,
    /// The `def`.
    pub(super) definition: Node<'t>,
    /// The `def` with its decorators.
    pub(super) whole: Node<'t>,
}

/// Adds imports, classes and functions to the items of the file.
pub(super) fn collect<'t>(
    tree: &mut Tree<'t>,
    file: &mut FileBuilder<'_>,
    root: Node<'t>,
) -> Vec<Site<'t>> {
    let mut collector = Collector {
        tree,
        file,
        sites: Vec::new(),
        asked: Vec::new(),
        depth: 0,
        is_typing: false,
        public: Public::Unsaid,
    };
    collector.statements(root, None);
    if let Public::Names(names) = collector.public {
        let export = |name| Export {
            name: Some(name),
            module: None,
            of: Some(name),
        };
        collector.file.items.exports = names.into_iter().map(export).collect();
    }
    collector.sites
}

/// A function of the module or of a class whose block was edited. `None` where the edit may have changed what the module
/// declares.
pub(super) fn edited_function<'t>(tree: &mut Tree<'t>, inside: &Inside<'t>) -> Option<Site<'t>> {
    let (text, body, range) = (inside.document.text(), inside.body, &inside.range);
    let root = inside.root;
    let whole = root.descendant_for_byte_range(range.start, range.end)?;
    if whole.byte_range() != *range {
        return None;
    }
    let definition = match tree.kinds.of(whole) {
        Kind::FunctionDefinition => whole,
        Kind::Decorated => tree.children(whole).get(Field::Definition)?,
        _ => return None,
    };
    let block = tree.children(definition).get(Field::Body)?;
    let is_comment = || {
        let Range { start, end } = inside.changed;
        let node = root.descendant_for_byte_range(start, end);
        inside.was_comment && node.is_some_and(|node| KINDS.of(node) == Kind::Comment)
    };
    if tree.kinds.of(definition) != Kind::FunctionDefinition
        || inside.changed.start < block.start_byte() && !is_comment()
        || !is_declared(root, whole.parent()?)
    {
        return None;
    }
    if let Some(class) = body.class {
        let name = body.key.path.rsplit('.').next()?;
        let mut interfaces = inside.before.items.interfaces.iter();
        let was_left = interfaces.any(|known| {
            known.name == class && known.methods.iter().any(|method| *method.name == *name)
        });
        if was_left || is_left_to_others(tree, text, definition, whole, block) {
            return None;
        }
    }
    Some(Site {
        key: body.key,
        outline: Outline::of(body, range),
        definition,
        whole,
    })
}

/// Whether nothing but classes is around what is in a node.
pub(super) fn is_declared(root: Node<'_>, node: Node<'_>) -> bool {
    let mut around = Some(node);
    while let Some(node) = around.filter(|node| *node != root) {
        let kind = KINDS.of(node);
        if !matches!(kind, Kind::Block | Kind::ClassDefinition | Kind::Decorated) {
            return false;
        }
        around = node.parent();
    }
    true
}

/// Finds imports, classes and functions at module level.
struct Collector<'f, 'a, 't> {
    tree: &'f mut Tree<'t>,
    file: &'f mut FileBuilder<'a>,
    sites: Vec<Site<'t>>,
    /// Methods that classes leave to those that derive from them.
    asked: Vec<(Symbol, Symbol)>,
    depth: u32,
    is_typing: bool,
    public: Public,
}

/// What `__all__` says.
enum Public {
    Unsaid,
    Names(Vec<Symbol>),
    Computed,
}

impl<'t> Collector<'_, '_, 't> {
    fn statements(&mut self, container: Node<'t>, class: Option<Symbol>) {
        if self.depth >= MAX_DEPTH {
            return;
        }
        self.depth += 1;
        for child in &self.tree.children(container) {
            self.statement(child, class);
        }
        self.depth -= 1;
    }

    pub(super) fn statement(&mut self, child: Child<'t>, class: Option<Symbol>) {
        match child.kind {
            Kind::FunctionDefinition => self.function(child.node, child.node, class),
            Kind::ClassDefinition => self.class(child.node, class),
            Kind::Decorated => {
                let Some(definition) = self.tree.children(child.node).get(Field::Definition) else {
                    return;
                };
                match self.tree.kinds.of(definition) {
                    Kind::FunctionDefinition => self.function(definition, child.node, class),
                    Kind::ClassDefinition => self.class(definition, class),
                    _ => {}
                }
            }
            Kind::Import | Kind::ImportFrom | Kind::FutureImport if class.is_none() => {
                let found = imports(self.tree, self.file.text(), child.node, self.is_typing);
                self.file.items.imports.extend(found);
            }
            Kind::If
                if !self.is_typing && is_type_checking(self.tree, self.file.text(), child.node) =>
            {
                for part in &self.tree.children(child.node) {
                    self.is_typing = part.field == Field::Consequence;
                    if part.kind.is_container() {
                        self.statements(part.node, class);
                    }
                }
                self.is_typing = false;
            }
            Kind::ExpressionStatement if class.is_none() => self.public_names(child.node),
            kind if kind.is_container() => self.statements(child.node, class),
            _ => {}
        }
    }

    /// `__all__ = ["load", "dump"]`, `__all__ += ["parse"]`.
    fn public_names(&mut self, statement: Node<'t>) {
        let Some(assignment) = self.tree.children(statement).first() else {
            return;
        };
        if !matches!(assignment.kind, Kind::Assignment | Kind::Augmented) {
            return;
        }
        let children = self.tree.children(assignment.node);
        let text = self.file.text();
        let Some((left, right)) = children.get(Field::Left).zip(children.get(Field::Right)) else {
            return;
        };
        if slice(text, left) != "__all__" {
            return;
        }
        let public = std::mem::replace(&mut self.public, Public::Computed);
        let Some(added) = self.strings(right) else {
            return;
        };
        self.public = match public {
            _ if assignment.kind == Kind::Assignment => Public::Names(added),
            Public::Names(mut names) => {
                names.extend(added);
                Public::Names(names)
            }
            Public::Unsaid | Public::Computed => Public::Computed,
        };
    }

    /// The strings of a list or tuple that holds nothing else.
    fn strings(&mut self, node: Node<'t>) -> Option<Vec<Symbol>> {
        let (node, kind) = self.tree.strip(node);
        if !matches!(kind, Kind::List | Kind::Tuple | Kind::ExpressionList) {
            return None;
        }
        let text = self.file.text();
        let elements = self.tree.children(node);
        let string = |element: Child<'t>| {
            let (delimiters, content) = literal_parts(slice(text, element.node))?;
            (element.kind == Kind::String && delimiters.prefix.is_empty())
                .then(|| Symbol::new(content))
        };
        elements.into_iter().map(string).collect()
    }

    pub(super) fn function(
        &mut self,
        definition: Node<'t>,
        whole: Node<'t>,
        class: Option<Symbol>,
    ) {
        let children = self.tree.children(definition);
        let Some(name) = children.get(Field::Name) else {
            return;
        };
        let text = self.file.text();
        let name = Symbol::new(slice(text, name));
        let decorators = &text[whole.start_byte()..definition.start_byte()];
        let name = accessor(name, decorators);
        let path = class.map_or(name, |class| class.member(&name));
        let key = self.file.next_key(path);
        let params = match children.get(Field::Parameters) {
            Some(parameters) => self.parameter_names(parameters),
            None => Vec::new(),
        };
        self.file.items.functions.push(Function {
            key,
            class,
            name,
            params,
        });
        if let Some(class) = class
            && let Some(body) = children.get(Field::Body)
            && is_left_to_others(self.tree, self.file.text(), definition, whole, body)
        {
            self.asked.push((class, name));
        }
        let is_dunder = name.starts_with("__") && name.ends_with("__");
        let outline = Outline {
            path,
            kind: if class.is_some() {
                BodyKind::Method
            } else {
                BodyKind::Function
            },
            class,
            exported: is_dunder || !name.starts_with('_'),
            start: whole.start_byte(),
            end: whole.end_byte(),
        };
        self.sites.push(Site {
            key,
            outline,
            definition,
            whole,
        });
    }

    fn parameter_names(&mut self, parameters: Node<'t>) -> Vec<Option<Symbol>> {
        let mut names = Vec::new();
        for child in &self.tree.children(parameters) {
            let mut node = child.node;
            let mut kind = child.kind;
            if matches!(
                kind,
                Kind::KeywordSeparator | Kind::PositionalSeparator | Kind::Error
            ) {
                continue;
            }
            while kind != Kind::Identifier {
                let children = self.tree.children(node);
                let named = children
                    .get(Field::Name)
                    .or_else(|| children.first().map(|child| child.node));
                match named {
                    Some(inner) if kind != Kind::TuplePattern => node = inner,
                    _ => break,
                }
                kind = self.tree.kinds.of(node);
            }
            let name =
                (kind == Kind::Identifier).then(|| Symbol::new(slice(self.file.text(), node)));
            names.push(name);
        }
        names
    }

    fn interface(&mut self, name: Symbol, bases: Vec<Symbol>, asked: Vec<(Symbol, Symbol)>) {
        if asked.is_empty() {
            return;
        }
        let method = |(_, name)| Method {
            name,
            signature: Symbol::new(""),
        };
        self.file.items.interfaces.push(Interface {
            name,
            methods: asked.into_iter().map(method).collect(),
            bases,
        });
    }

    pub(super) fn class(&mut self, definition: Node<'t>, outer: Option<Symbol>) {
        let children = self.tree.children(definition);
        let Some(name) = children.get(Field::Name) else {
            return;
        };
        let text = self.file.text();
        let name = slice(text, name);
        let path = outer.map_or_else(|| Symbol::new(name), |outer| outer.member(name));
        let mut class = Class {
            name: path,
            bases: Vec::new(),
            fields: Vec::new(),
        };
        if let Some(bases) = children.get(Field::Superclasses) {
            for base in &self.tree.children(bases) {
                class.bases.extend(base_name(self.tree, text, base.node));
            }
        }
        let Some(body) = children.get(Field::Body) else {
            self.file.items.classes.push(class);
            return;
        };
        for statement in &self.tree.children(body) {
            if statement.kind == Kind::ExpressionStatement {
                class.fields.extend(field(self.tree, text, statement.node));
            }
        }
        let bases = class.bases.clone();
        self.file.items.classes.push(class);
        self.statements(body, Some(path));
        let (asked, rest) = std::mem::take(&mut self.asked)
            .into_iter()
            .partition(|(class, _)| *class == path);
        self.asked = rest;
        self.interface(path, bases, asked);
    }
}

/// Whether a method says that those of derived classes do its work: `@abstractmethod`, `...`, `raise NotImplementedError`.
fn is_left_to_others<'t>(
    tree: &mut Tree<'t>,
    text: &str,
    definition: Node<'t>,
    whole: Node<'t>,
    body: Node<'t>,
) -> bool {
    let decorators = &text[whole.start_byte()..definition.start_byte()];
    let is_abstract = decorators.lines().any(|line| {
        let name = line.trim().trim_start_matches('@');
        name.rsplit('.').next() == Some("abstractmethod")
    });
    if is_abstract {
        return true;
    }
    let last = tree.children(body).into_iter().last();
    let last = last.map_or("", |statement| slice(text, statement.node).trim());
    last == "..." || last.starts_with("raise NotImplementedError")
}

/// Whether an `if` tests `TYPE_CHECKING`.
pub(super) fn is_type_checking<'t>(tree: &mut Tree<'t>, text: &str, node: Node<'t>) -> bool {
    let Some(condition) = tree.children(node).get(Field::Condition) else {
        return false;
    };
    let condition = slice(text, condition);
    condition == "TYPE_CHECKING" || condition.ends_with(".TYPE_CHECKING")
}

/// The imports of an import statement.
pub(super) fn imports<'t>(
    tree: &mut Tree<'t>,
    text: &str,
    node: Node<'t>,
    is_typing: bool,
) -> SmallVec<[Import; 2]> {
    let mut found = SmallVec::new();
    let children = tree.children(node);
    let is_plain = tree.kinds.of(node) == Kind::Import;
    let module = if tree.kinds.of(node) == Kind::FutureImport {
        Cow::Borrowed("__future__")
    } else {
        children
            .get(Field::ModuleName)
            .map_or(Cow::Borrowed(""), |module| compact(slice(text, module)))
    };
    let kind = |otherwise| {
        if is_typing {
            ImportKind::Type
        } else {
            otherwise
        }
    };
    for child in &children {
        if child.kind == Kind::Wildcard {
            let module = Symbol::new(&module);
            found.push(Import {
                local: None,
                target: module,
                module,
                kind: ImportKind::Wildcard,
            });
        }
        if child.field != Field::Name {
            continue;
        }
        let (name, alias) = if child.kind == Kind::Aliased {
            let parts = tree.children(child.node);
            (
                parts.get(Field::Name).unwrap_or(child.node),
                parts.get(Field::Alias),
            )
        } else {
            (child.node, None)
        };
        let name = compact(slice(text, name));
        let alias = alias.map(|alias| Symbol::new(slice(text, alias)));
        if name.is_empty() {
            continue;
        }
        found.push(if is_plain {
            let module = Symbol::new(&name);
            let first = name
                .split_once('.')
                .map_or(module, |(first, _)| Symbol::new(first));
            let target = if alias.is_some() { module } else { first };
            Import {
                local: alias.or(Some(first)),
                target,
                module,
                kind: kind(ImportKind::Module),
            }
        } else {
            let separator = if module.ends_with('.') { "" } else { "." };
            let target = Symbol::new(&format!("{module}{separator}{name}"));
            let local = alias.unwrap_or_else(|| Symbol::new(&name));
            Import {
                local: Some(local),
                target,
                module: Symbol::new(&module),
                kind: kind(ImportKind::Name),
            }
        });
    }
    found
}

/// The text of a node; empty for what stands for a part of a broken line and cuts a character of it in two.
fn slice<'a>(text: &'a str, node: Node<'_>) -> &'a str {
    text.get(node.byte_range()).unwrap_or_default()
}

/// A dotted name without the white space that may stand around its dots.
fn compact(name: &str) -> Cow<'_, str> {
    if name
        .bytes()
        .any(|byte| byte.is_ascii_whitespace() || byte == b'\\')
    {
        Cow::Owned(
            name.chars()
                .filter(|&character| !character.is_whitespace() && character != '\\')
                .collect(),
        )
    } else {
        Cow::Borrowed(name)
    }
}

/// A base class as written, without type arguments; `None` for keywords and computed bases.
fn base_name<'t>(tree: &mut Tree<'t>, text: &str, node: Node<'t>) -> Option<Symbol> {
    let (mut node, mut kind) = tree.strip(node);
    if kind == Kind::Subscript {
        (node, kind) = tree
            .children(node)
            .get(Field::Value)
            .map(|value| tree.strip(value))?;
    }
    let name = slice(text, node);
    (matches!(kind, Kind::Identifier | Kind::Attribute) && is_dotted(name))
        .then(|| Symbol::new(name))
}

/// Name and type of a class attribute with an annotation.
pub(super) fn field<'t>(
    tree: &mut Tree<'t>,
    text: &str,
    statement: Node<'t>,
) -> Option<(Symbol, Symbol)> {
    let assignment = tree.children(statement).of_kind(Kind::Assignment)?;
    let children = tree.children(assignment);
    let (name, annotation) = (children.get(Field::Left)?, children.get(Field::Type)?);
    if tree.kinds.of(name) != Kind::Identifier {
        return None;
    }
    let ty = type_name(tree, text, annotation)?;
    Some((Symbol::new(slice(text, name)), ty))
}

/// The class that an annotation names: `User` in `User`, `"User"`, `Optional[User]`, `User | None`, `Mapped` in
/// `Mapped[User]`.
fn type_name<'t>(tree: &mut Tree<'t>, text: &str, annotation: Node<'t>) -> Option<Symbol> {
    let mut node = annotation;
    loop {
        let kind;
        (node, kind) = tree.strip(node);
        let source = slice(text, node);
        match kind {
            Kind::Identifier | Kind::Attribute => {
                return is_dotted(source).then(|| Symbol::new(source));
            }
            Kind::String => {
                let name = literal_parts(source).map(|(_, content)| content)?.trim();
                return is_dotted(name).then(|| Symbol::new(name));
            }
            Kind::Subscript => {
                let children = tree.children(node);
                let value = children.get(Field::Value)?;
                node = if is_transparent(slice(text, value)) {
                    children.get(Field::Subscript)?
                } else {
                    value
                };
            }
            Kind::GenericType => {
                let children = tree.children(node);
                let value = children.first()?.node;
                let arguments = children.of_kind(Kind::TypeParameter);
                node = match arguments {
                    Some(arguments) if is_transparent(slice(text, value)) => {
                        tree.children(arguments).first()?.node
                    }
                    _ => value,
                };
            }
            Kind::Binary | Kind::UnionType => {
                let children = tree.children(node);
                let operands = children
                    .into_iter()
                    .filter(|child| child.kind != Kind::Token);
                let mut written = operands.filter(|operand| slice(text, operand.node) != "None");
                node = written.next()?.node;
                if written.next().is_some() {
                    return None;
                }
            }
            _ => return None,
        }
    }
}

/// Whether the type `name[T]` has the members of `T`.
fn is_transparent(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    matches!(
        last,
        "Optional" | "Annotated" | "ClassVar" | "Final" | "Required" | "NotRequired"
    )
}

/// Whether the text is identifiers joined by dots.
pub(super) fn is_dotted(text: &str) -> bool {
    let is_identifier = |part: &str| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part
                .chars()
                .all(|character| character.is_alphanumeric() || character == '_')
    };
    text.split('.').all(is_identifier)
}

/// The name of a method; of one that is not called by its name, with what it is before that: `set name`.
fn accessor(name: Symbol, decorators: &str) -> Symbol {
    let is_decorated = |suffix: &str| {
        let lines = decorators.lines();
        let mut decorators = lines.map(|line| line.trim().trim_start_matches('@'));
        decorators.any(|decorator| decorator.strip_prefix(name.as_str()) == Some(suffix))
    };
    if is_decorated(".setter") {
        Symbol::new(&format!("set {name}"))
    } else if is_decorated(".deleter") {
        Symbol::new(&format!("delete {name}"))
    } else {
        name
    }
}

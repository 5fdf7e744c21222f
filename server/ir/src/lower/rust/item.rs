//! What a file declares: functions, classes, imports.

use tree_sitter::Node;

use super::grammar::{Kind, field};
use super::macros;
use super::repair;
use super::test_code;
use super::ty::{bounds, class_of_type, declared_type, type_arguments, type_text, with_bounds};
use super::uses::{self, imports};
use super::{Nodes, identifier};
use crate::lower::MAX_DEPTH;
use crate::lower::builder::{FileBuilder, Outline};
use crate::lower::edited::Inside;
use crate::lower::torn::{PartKind, Start, Style, Torn};
use crate::{
    BodyKey, BodyKind, Class, FileSpan, Function, Implementation, Import, ImportKind, Interface,
    Method, Symbol,
};

/// What stands at the top level or in an inline module, in source order.
pub(super) enum Declared<'t> {
    Imports {
        node: Node<'t>,
        imports: Vec<Import>,
    },
    Function(Box<DeclaredFunction<'t>>),
    Class {
        node: Node<'t>,
        name: Symbol,
        attributes: Nodes<'t>,
    },
    /// A constant of an `impl` or a trait.
    Constant {
        node: Node<'t>,
        class: Symbol,
        modules: usize,
    },
    Statement {
        node: Node<'t>,
        modules: usize,
    },
}

/// A function or method that is a body of its own.
pub(super) struct DeclaredFunction<'t> {
    pub(super) node: Node<'t>,
    pub(super) key: BodyKey,
    pub(super) outline: Outline,
    pub(super) attributes: Nodes<'t>,
    /// Inline modules around it.
    pub(super) modules: usize,
}

/// What stands around a declaration.
#[derive(Clone, Copy, Default)]
struct Around {
    /// The path of the inline module.
    module: Option<Symbol>,
    modules: usize,
    class: Option<Symbol>,
    /// The trait that an `impl` is of, or that is being declared.
    implements: Option<Symbol>,
    /// Whether a function is exported without being marked.
    exports: bool,
    /// Whether only tests compile it.
    is_test: bool,
    depth: u32,
}

/// Fills the items of `file`, and lists what stands at the top level and in inline modules.
pub(super) fn declarations<'t>(
    file: &mut FileBuilder<'_>,
    top_level: &[Node<'t>],
    torn: &[Torn],
) -> Vec<Declared<'t>> {
    let mut declarations = Declarations {
        file,
        found: Vec::new(),
        bases: Vec::new(),
        parameters: Vec::new(),
        bounds: Vec::new(),
        container: None,
    };
    declarations.visit_top_level(top_level, torn);
    declarations.bind_fields();
    let (found, bases) = (declarations.found, declarations.bases);
    for (class, base) in bases {
        let known = file.items.classes.iter_mut();
        if let Some(class) = known.into_iter().find(|known| known.name == class)
            && !class.bases.contains(&base)
        {
            class.bases.push(base);
        }
    }
    found
}

/// A function whose block was edited. `None` where the edit may have changed what the file declares.
pub(super) fn edited_function<'t>(inside: &Inside<'t>) -> Option<DeclaredFunction<'t>> {
    let root = inside.root;
    let changed = &inside.changed;
    let mut node = root.descendant_for_byte_range(changed.start, changed.end)?;
    while Kind::of(node) != Kind::FunctionItem || node.end_byte() != inside.range.end {
        node = node.parent()?;
    }
    let block = field!(node, body)?.byte_range();
    let text = &inside.document.text()[block.clone()];
    // Attributes in it may mark what only tests compile.
    if changed.start <= block.start || changed.end >= block.end || text.contains("#[") {
        return None;
    }
    let mut attributes = Nodes::new();
    let mut first = node;
    while first.start_byte() > inside.range.start {
        first = first.prev_sibling()?;
        match Kind::of(first) {
            Kind::AttributeItem => attributes.insert(0, first),
            kind if kind.is_comment() => {}
            _ => return None,
        }
    }
    let mut around = node.parent()?;
    let mut modules = 0;
    while around != root {
        match Kind::of(around) {
            Kind::ModItem => modules += 1,
            Kind::DeclarationList | Kind::ImplItem | Kind::TraitItem => {}
            _ => return None,
        }
        around = around.parent()?;
    }
    (first.start_byte() == inside.range.start).then(|| DeclaredFunction {
        node,
        key: inside.body.key,
        outline: Outline::of(inside.body, &inside.range),
        attributes,
        modules,
    })
}

/// Whether declarations, and nothing else, stand directly in a node.
pub(super) fn holds_declarations(node: Node<'_>) -> bool {
    let is_top_level = node.parent().is_none();
    is_top_level || Kind::of(node) == Kind::DeclarationList
}

struct Declarations<'f, 'a, 't> {
    file: &'f mut FileBuilder<'a>,
    found: Vec<Declared<'t>>,
    /// The traits that types implement.
    bases: Vec<(Symbol, Symbol)>,
    /// The type parameters of types.
    parameters: Vec<(Symbol, Vec<Symbol>)>,
    /// What an `impl` asks of a type's parameter, by its position.
    bounds: Vec<(Symbol, usize, Symbol)>,
    /// What stands around the members of the last `impl`, trait or inline module.
    container: Option<Around>,
}

impl<'t> Declarations<'_, '_, 't> {
    /// Visits what stands at the top level. A torn part may be a member of the declaration before it.
    fn visit_top_level(&mut self, top_level: &[Node<'t>], torn: &[Torn]) {
        let mut attributes = Nodes::new();
        for node in top_level {
            let next = torn.partition_point(|part| part.range.start <= node.start_byte());
            let part = next.checked_sub(1).map(|index| &torn[index]);
            let part = part.filter(|part| part.range.contains(&node.start_byte()));
            let is_member = part.is_some_and(|part| part.kind == PartKind::Member);
            let container = self.container.filter(|_| is_member);
            match Kind::of(*node) {
                kind if kind.is_comment() || kind == Kind::Token => {}
                Kind::AttributeItem => attributes.push(*node),
                kind => {
                    let attributes = std::mem::take(&mut attributes);
                    self.visit(*node, kind, attributes, container.unwrap_or_default());
                    if is_member {
                        self.container = container;
                    }
                }
            }
        }
    }

    fn visit_children(&mut self, parent: Node<'t>, around: Around) {
        let Some(depth) = (around.depth < MAX_DEPTH).then_some(around.depth + 1) else {
            return;
        };
        let around = Around { depth, ..around };
        let mut attributes = Nodes::new();
        let mut cursor = parent.walk();
        for child in parent.named_children(&mut cursor) {
            match Kind::of(child) {
                kind if kind.is_comment() => {}
                Kind::AttributeItem => attributes.push(child),
                kind => self.visit(child, kind, std::mem::take(&mut attributes), around),
            }
        }
    }

    fn visit(&mut self, node: Node<'t>, kind: Kind, attributes: Nodes<'t>, around: Around) {
        self.container = None;
        let around = self.noting_tests(node, &attributes, around);
        match kind {
            Kind::Error | Kind::DeclarationList => self.visit_children(node, around),
            Kind::UseDeclaration | Kind::ExternCrate => {
                let text = self.file.text();
                let mut imports = imports(node, text, around.modules);
                let is_macro_use =
                    |attribute: &Node<'_>| text[attribute.byte_range()].starts_with("#[macro_use");
                if kind == Kind::ExternCrate && attributes.iter().any(is_macro_use) {
                    imports.extend(uses::macros_of(node, text));
                }
                if is_visible(node) {
                    let exports = uses::exports(&imports, around.module);
                    self.file.items.exports.extend(exports);
                }
                self.import(node, imports);
            }
            Kind::ModItem => self.module(node, &attributes, around),
            Kind::FunctionItem => self.function(node, attributes, around),
            Kind::MacroDefinition => self.macro_definition(node, around),
            Kind::ImplItem => self.implementation(node, around),
            Kind::TraitItem => {
                let exports = is_visible(node);
                if let Some(name) = self.class(node, kind, attributes) {
                    let class = Some(name);
                    self.visit_body(
                        node,
                        Around {
                            class,
                            implements: class,
                            exports,
                            ..around
                        },
                    );
                }
            }
            Kind::StructItem | Kind::EnumItem | Kind::UnionItem => {
                self.class(node, kind, attributes);
            }
            Kind::TypeItem => {
                if around.class.is_none() {
                    self.class(node, kind, attributes);
                }
            }
            Kind::ConstItem | Kind::StaticItem if around.class.is_some() => {
                if let Some(class) = around.class {
                    let modules = around.modules;
                    self.found.push(Declared::Constant {
                        node,
                        class,
                        modules,
                    });
                }
            }
            Kind::ForeignMod
            | Kind::FunctionSignature
            | Kind::InnerAttributeItem
            | Kind::EmptyStatement
            | Kind::VisibilityModifier => {}
            _ => self.found.push(Declared::Statement {
                node,
                modules: around.modules,
            }),
        }
    }

    /// Notes a declaration that only tests compile, and tells what stands inside it.
    fn noting_tests(&mut self, node: Node<'t>, attributes: &Nodes<'t>, around: Around) -> Around {
        let text = self.file.text();
        let is_marker = |attribute: &Node<'_>| test_code::is_marker(&text[attribute.byte_range()]);
        if Kind::of(node) == Kind::InnerAttributeItem && is_marker(&node) {
            let around = node.parent().unwrap_or(node);
            self.file.tests.push(span(around, around));
        }
        let is_test = around.is_test || attributes.iter().any(is_marker);
        if is_test {
            let first = *attributes.first().unwrap_or(&node);
            self.file.tests.push(span(first, node));
        }
        Around { is_test, ..around }
    }

    fn visit_body(&mut self, node: Node<'t>, around: Around) {
        self.container = Some(around);
        if let Some(body) = field!(node, body) {
            self.visit_children(body, around);
        }
    }

    fn import(&mut self, node: Node<'t>, imports: Vec<Import>) {
        self.file.items.imports.extend(imports.iter().cloned());
        self.found.push(Declared::Imports { node, imports });
    }

    fn module(&mut self, node: Node<'t>, attributes: &[Node<'t>], around: Around) {
        let Some(name) = self.name(node) else {
            return;
        };
        if field!(node, body).is_none() {
            let text = self.file.text();
            let mut attributes = attributes.iter();
            let path = attributes.find_map(|attribute| path_in(&text[attribute.byte_range()]));
            let target = match path.filter(|_| around.module.is_none()) {
                Some(path) => Symbol::new(&format!("./{path}")),
                None => Symbol::new("self").member(&uses::inside(around.module, &name)),
            };
            let import = Import {
                local: Some(name),
                target,
                module: target,
                kind: ImportKind::Module,
            };
            return self.import(node, vec![import]);
        }
        let module = Some(Symbol::new(&uses::inside(around.module, &name)));
        let around = Around {
            module,
            modules: around.modules + 1,
            class: None,
            implements: None,
            exports: false,
            is_test: around.is_test,
            depth: around.depth,
        };
        self.visit_body(node, around);
    }

    fn implementation(&mut self, node: Node<'t>, around: Around) {
        let text = self.file.text();
        let class = field!(node, type).and_then(|ty| class_of_type(ty, text));
        let implemented = field!(node, trait).map(|ty| Symbol::new(&type_text(ty, text)));
        if let (Some(class), Some(implemented)) = (class, implemented) {
            self.bases.push((class, implemented));
        }
        if let (Some(class), Some(ty)) = (class, field!(node, type)) {
            let bounds = bounds(node, text);
            for (position, argument) in type_arguments(ty, text).into_iter().enumerate() {
                let bound = bounds.iter().find(|(known, _)| *known == argument);
                let bound = bound.map(|(_, bound)| Symbol::new(&type_text(*bound, text)));
                self.bounds
                    .extend(bound.map(|bound| (class, position, bound)));
            }
        }
        let exports = implemented.is_some();
        self.visit_body(
            node,
            Around {
                class,
                implements: implemented,
                exports,
                ..around
            },
        );
    }

    /// Gives the fields of types whose parameters are bound where they are implemented those bounds.
    fn bind_fields(&mut self) {
        for (class, position, bound) in std::mem::take(&mut self.bounds) {
            let mut declared = self.parameters.iter().filter(|(known, _)| *known == class);
            let parameter = declared.find_map(|(_, parameters)| parameters.get(position).copied());
            let mut classes = self.file.items.classes.iter_mut();
            let known = classes.find(|known| known.name == class);
            if let (Some(parameter), Some(known)) = (parameter, known) {
                for (_, ty) in &mut known.fields {
                    *ty = with_bounds(*ty, &[(parameter, bound)]);
                }
            }
        }
    }

    fn name(&self, node: Node<'t>) -> Option<Symbol> {
        let name = field!(node, name)?;
        let name = identifier(&self.file.text()[name.byte_range()]);
        (!name.is_empty()).then(|| Symbol::new(name))
    }

    fn class(&mut self, node: Node<'t>, kind: Kind, attributes: Nodes<'t>) -> Option<Symbol> {
        let name = self.name(node)?;
        let text = self.file.text();
        let mut class = Class {
            name,
            bases: Vec::new(),
            fields: Vec::new(),
        };
        let mut variants = Vec::new();
        match kind {
            Kind::TypeItem => {
                let ty = field!(node, type).map(|ty| Symbol::new(&declared_type(ty, text)));
                class.bases.extend(ty);
            }
            Kind::TraitItem => {
                if let Some(bounds) = field!(node, bounds) {
                    let mut cursor = bounds.walk();
                    let bounds = bounds.named_children(&mut cursor);
                    let types = bounds.filter(|bound| Kind::of(*bound).is_type());
                    class
                        .bases
                        .extend(types.map(|bound| Symbol::new(&type_text(bound, text))));
                }
                self.file.items.interfaces.push(Interface {
                    name,
                    methods: trait_methods(node, text),
                    bases: class.bases.clone(),
                });
            }
            Kind::EnumItem => {
                if let Some(body) = field!(node, body) {
                    variants = enum_variants(body, name, text);
                }
            }
            _ => {
                class.fields = field!(node, body).map_or_else(Vec::new, |body| fields(body, text));
                let bounds: Vec<(Symbol, Symbol)> = bounds(node, text)
                    .into_iter()
                    .map(|(name, bound)| (name, Symbol::new(&type_text(bound, text))))
                    .collect();
                for (_, ty) in &mut class.fields {
                    *ty = with_bounds(*ty, &bounds);
                }
                self.parameters.push((name, type_parameters(node, text)));
            }
        }
        self.file.items.classes.push(class);
        self.file.items.classes.extend(variants);
        self.found.push(Declared::Class {
            node,
            name,
            attributes,
        });
        Some(name)
    }

    fn function(&mut self, node: Node<'t>, attributes: Nodes<'t>, around: Around) {
        let Some(name) = self.name(node) else {
            return;
        };
        let text = self.file.text();
        let class = around.class;
        let local = class.map_or(name, |class| class.member(&name));
        let path = Symbol::new(&uses::inside(around.module, &local));
        let key = self.file.next_key(path);
        let params = field!(node, parameters)
            .map_or_else(Vec::new, |parameters| parameter_names(parameters, text));
        self.file.items.functions.push(Function {
            key,
            class,
            name,
            params,
        });
        if let (Some(class), Some(interface), false) = (class, around.implements, around.is_test) {
            let signature = Symbol::new("");
            self.file.items.implementations.push(Implementation {
                class,
                interface: Some(interface),
                method: Method { name, signature },
                body: key,
            });
        }
        let is_main = class.is_none() && around.module.is_none() && &*name == "main";
        let outline = Outline {
            path,
            kind: if class.is_some() {
                BodyKind::Method
            } else {
                BodyKind::Function
            },
            class,
            exported: !is_main && (around.exports || is_visible(node)),
            start: attributes.first().unwrap_or(&node).start_byte(),
            end: node.end_byte(),
        };
        self.found
            .push(Declared::Function(Box::new(DeclaredFunction {
                node,
                key,
                outline,
                attributes,
                modules: around.modules,
            })));
    }
}

impl<'t> Declarations<'_, '_, 't> {
    /// A macro of one rule that takes expressions between commas is a function of them, by its name with `!`.
    fn macro_definition(&mut self, node: Node<'t>, around: Around) {
        let Some(name) = self.name(node) else {
            return;
        };
        let rules = macros::rules(node, &name, self.file.text());
        for macros::Rule {
            node: rule,
            name,
            parameters,
        } in rules
        {
            let key = self.file.next_key(name);
            self.file.items.functions.push(Function {
                key,
                class: None,
                name,
                params: parameters.into_iter().map(Some).collect(),
            });
            let outline = Outline {
                path: name,
                kind: BodyKind::Function,
                class: None,
                exported: false,
                start: rule.start_byte(),
                end: rule.end_byte(),
            };
            self.found
                .push(Declared::Function(Box::new(DeclaredFunction {
                    node: rule,
                    key,
                    outline,
                    // They stand outside of what a rule is lowered from, and say nothing of a value.
                    attributes: Nodes::new(),
                    modules: around.modules,
                })));
        }
    }
}

fn span(first: Node<'_>, last: Node<'_>) -> FileSpan {
    FileSpan {
        start: first.start_byte() as u32,
        end: last.end_byte() as u32,
    }
}

pub(super) const STYLE: Style = Style {
    starts: declaration_starts,
    nests: true,
    repair: repair::balanced,
};

/// Where declarations start: at a line without indentation, with their attributes and documentation, and inside an
/// `impl`, trait or module the functions at a line with the least.
fn declaration_starts(text: &str) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let mut at = 0;
    let mut above = None;
    let mut in_container = false;
    for line in text.split_inclusive('\n') {
        let member = line
            .strip_prefix("    ")
            .or_else(|| line.strip_prefix('\t'));
        let is_member = in_container && member.is_some();
        let line_start = at;
        at += line.len();
        if line.starts_with('}') && in_container {
            in_container = false;
            above = None;
            starts.push(Start {
                at: line_start,
                kind: PartKind::Closing,
            });
            continue;
        }
        let rest = member.filter(|_| is_member).unwrap_or(line);
        if rest.starts_with("#[") || rest.starts_with("///") {
            above.get_or_insert(line_start);
            continue;
        }
        let first = above.take().unwrap_or(line_start);
        let kind = match declared_kind(rest) {
            Some(kind) if !is_member => {
                in_container = kind == PartKind::Container;
                kind
            }
            Some(_) if is_function(rest) => PartKind::Member,
            _ => continue,
        };
        starts.push(Start { at: first, kind });
    }
    starts
}

/// What a line without indentation starts.
fn declared_kind(line: &str) -> Option<PartKind> {
    if line.starts_with([' ', '\t']) {
        return None;
    }
    let is_open = line.trim_end().ends_with('{');
    match keyword(line)? {
        "impl" | "trait" | "mod" if is_open => Some(PartKind::Container),
        _ => Some(PartKind::Whole),
    }
}

fn is_function(line: &str) -> bool {
    keyword(line) == Some("fn")
}

/// The keyword of the declaration that a line starts.
fn keyword(line: &str) -> Option<&str> {
    let items = [
        "fn",
        "impl",
        "struct",
        "enum",
        "trait",
        "mod",
        "use",
        "static",
        "type",
        "union",
        "macro_rules!",
    ];
    let modifiers = ["pub", "async", "unsafe", "const", "extern", "default", "in"];
    let mut last = None;
    for word in line.split_whitespace().take(7) {
        let word = word.split(['(', '<', '{', ';']).next().unwrap_or_default();
        if items.contains(&word) {
            return Some(word);
        }
        let is_modifier = modifiers.contains(&word) || word.starts_with('"');
        if !is_modifier {
            break;
        }
        last = Some(word);
    }
    last.filter(|word| *word == "const")
}

/// Whether other files may name it: code outside the file can reach `pub(crate)` and `pub(super)` as well as `pub`.
fn is_visible(node: Node<'_>) -> bool {
    let mut cursor = node.walk();
    node.named_children(&mut cursor)
        .any(|child| Kind::of(child) == Kind::VisibilityModifier)
}

/// The methods that a trait declares, with a body or without.
fn trait_methods(node: Node<'_>, text: &str) -> Vec<Method> {
    let Some(body) = field!(node, body) else {
        return Vec::new();
    };
    let mut cursor = body.walk();
    let methods = body.named_children(&mut cursor).filter(|child| {
        matches!(
            Kind::of(*child),
            Kind::FunctionItem | Kind::FunctionSignature
        )
    });
    methods
        .filter_map(|method| field!(method, name))
        .map(|name| Method {
            name: Symbol::new(identifier(&text[name.byte_range()])),
            signature: Symbol::new(""),
        })
        .collect()
}

/// The names of the type parameters of a declaration.
fn type_parameters(node: Node<'_>, text: &str) -> Vec<Symbol> {
    let Some(list) = field!(node, type_parameters) else {
        return Vec::new();
    };
    let mut cursor = list.walk();
    let parameters = list
        .named_children(&mut cursor)
        .filter(|child| Kind::of(*child) == Kind::TypeParameter);
    parameters
        .filter_map(|parameter| field!(parameter, name))
        .map(|name| Symbol::new(&text[name.byte_range()]))
        .collect()
}

/// Fields with their types; those of a tuple are numbered.
fn fields(body: Node<'_>, text: &str) -> Vec<(Symbol, Symbol)> {
    let mut cursor = body.walk();
    let mut fields = Vec::new();
    for child in body.named_children(&mut cursor) {
        match Kind::of(child) {
            Kind::FieldDeclaration => {
                if let (Some(name), Some(ty)) = (field!(child, name), field!(child, type)) {
                    let name = identifier(&text[name.byte_range()]);
                    fields.push((Symbol::new(name), Symbol::new(&declared_type(ty, text))));
                }
            }
            kind if kind.is_type() => {
                let name = Symbol::new(&fields.len().to_string());
                fields.push((name, Symbol::new(&declared_type(child, text))));
            }
            _ => {}
        }
    }
    fields
}

/// The path in `#[path = "x.rs"]`.
fn path_in(attribute: &str) -> Option<&str> {
    let inner = attribute.strip_prefix("#[")?.strip_suffix(']')?;
    let value = inner.trim().strip_prefix("path")?.trim_start();
    let written = value.strip_prefix('=')?.trim();
    written.strip_prefix('"')?.strip_suffix('"')
}

/// The variants that hold something; each is a class whose base is the enum.
fn enum_variants(body: Node<'_>, name: Symbol, text: &str) -> Vec<Class> {
    let mut cursor = body.walk();
    let mut variants = Vec::new();
    for variant in body.named_children(&mut cursor) {
        if let (Kind::EnumVariant, Some(variant_name), Some(body)) = (
            Kind::of(variant),
            field!(variant, name),
            field!(variant, body),
        ) {
            variants.push(Class {
                name: name.member(identifier(&text[variant_name.byte_range()])),
                bases: vec![name],
                fields: fields(body, text),
            });
        }
    }
    variants
}

/// Names of the parameters of a list; `None` for one that is taken apart.
fn parameter_names(list: Node<'_>, text: &str) -> Vec<Option<Symbol>> {
    let mut cursor = list.walk();
    let mut names = Vec::new();
    for child in list.children(&mut cursor) {
        match Kind::of(child) {
            Kind::SelfParameter => names.push(Some(Symbol::new("self"))),
            Kind::Parameter => {
                let pattern = field!(child, pattern).map(plain_pattern);
                let name = pattern.filter(|pattern| {
                    matches!(
                        Kind::of(*pattern),
                        Kind::Identifier | Kind::SelfKeyword | Kind::Underscore
                    )
                });
                names.push(name.map(|name| Symbol::new(identifier(&text[name.byte_range()]))));
            }
            Kind::Underscore | Kind::VariadicParameter => names.push(Some(Symbol::new("_"))),
            kind if kind.is_type() => names.push(Some(Symbol::new("_"))),
            _ => {}
        }
    }
    names
}

/// The pattern without `mut`, `ref` and `&` around it.
pub(super) fn plain_pattern(mut pattern: Node<'_>) -> Node<'_> {
    while matches!(
        Kind::of(pattern),
        Kind::MutPattern | Kind::RefPattern | Kind::ReferencePattern
    ) {
        let last = pattern
            .child_count()
            .checked_sub(1)
            .and_then(|last| pattern.child(last));
        match last {
            Some(inner) => pattern = inner,
            None => break,
        }
    }
    pattern
}

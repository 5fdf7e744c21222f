//! Lowering of Go.
//!
//! What Go has and the IR has not:
//! - A parenthesised list of specifications (`var (...)`) is one statement for each of them.
//! - A type declaration is a [`StmtKind::Class`] without statements; an embedded type is a base as well as a field.
//! - Named results are declared at the start of the body, and a bare `return` returns them.
//! - The type of a composite literal is written as in an annotation: `[]string` is the base `[]` indexed by `string`,
//!   `map[K]V` the base `map` indexed by the tuple of both, `chan T` the base `chan` indexed by `T`.
//! - A composite literal of a named type may build a struct, a map or a slice. Elements whose own type is left out
//!   occur in maps and slices alone, and keys other than plain names do not occur in structs; all else is a struct,
//!   or a list where it is an element of a map of a named type (`url.Values{"a": {"b"}}`).
//! - A clause of a `select` is a case with an unknown pattern, whose communication is its first statement.

mod comments;
mod verbs;

use std::sync::LazyLock;

use smallvec::SmallVec;
use tree_sitter::{Node, TreeCursor};
use tripline_syntax::{Document, Language};

use super::MAX_DEPTH;
use super::builder::{Builder, FileBuilder, Lowered, Outline, errors_below};
use super::torn;
use crate::{
    Arg, ArgName, AssignOp, Block, BodyKey, BodyKind, Call, CallForm, Case, Class, Closure,
    Collection, CollectionKind, Comment, Declaration, Entry, ExprId, ExprKind, FileIr, FileSpan,
    Function, Implementation, Import, ImportKind, Interface, Literal, Method, Param, ParamKind,
    Part, Span, StmtId, StmtKind, StringLiteral, Symbol, TemplateForm, literal,
};
use verbs::{Format, Piece};

pub(super) fn lower(document: &Document, previous: Option<&FileIr>) -> FileIr {
    let mut file = FileBuilder::new(document, previous);
    let torn = torn::parse(document, &STYLE);
    let top_level = torn::top_level(document.tree().root_node(), &torn);
    let is_broken = document.tree().root_node().has_error();
    let declared = Declarations::of(&mut file, &top_level, is_broken);
    let mut go = Lowering::new(document.tree().walk(), &file.items.imports);
    file.module(|b| go.module(b, &declared));
    for declared in declared {
        if let Declared::Function(function) = declared {
            file.function(function.key, &function.outline, |b| {
                go.function(b, &function)
            });
        }
    }
    file.comments = comments_of(document, &top_level);
    let mut broken = Vec::new();
    for node in top_level {
        errors_below(node, &mut broken);
    }
    file.finish(broken)
}

/// Declares the named node kinds that the lowering distinguishes.
macro_rules! kinds {
    ($($kind:ident $name:literal)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        enum Kind {
            /// Any other named node, and tokens.
            Other,
            /// Text that does not parse.
            Error,
            $($kind,)*
        }

        impl Kind {
            fn of_name(name: &str) -> Kind {
                match name {
                    $($name => Kind::$kind,)*
                    _ => Kind::Other,
                }
            }
        }
    };
}

kinds! {
    ArgumentList "argument_list"
    ArrayType "array_type"
    AssignmentStatement "assignment_statement"
    BinaryExpression "binary_expression"
    Block "block"
    BreakStatement "break_statement"
    CallExpression "call_expression"
    ChannelType "channel_type"
    Comment "comment"
    CommunicationCase "communication_case"
    CompositeLiteral "composite_literal"
    ConstDeclaration "const_declaration"
    ConstSpec "const_spec"
    ContinueStatement "continue_statement"
    DecStatement "dec_statement"
    DefaultCase "default_case"
    DeferStatement "defer_statement"
    EmptyStatement "empty_statement"
    ExpressionCase "expression_case"
    ExpressionList "expression_list"
    ExpressionStatement "expression_statement"
    ExpressionSwitchStatement "expression_switch_statement"
    FallthroughStatement "fallthrough_statement"
    False "false"
    FieldDeclaration "field_declaration"
    FieldDeclarationList "field_declaration_list"
    FieldIdentifier "field_identifier"
    FloatLiteral "float_literal"
    ForClause "for_clause"
    ForStatement "for_statement"
    FuncLiteral "func_literal"
    FunctionDeclaration "function_declaration"
    FunctionType "function_type"
    GenericType "generic_type"
    GoStatement "go_statement"
    GotoStatement "goto_statement"
    Identifier "identifier"
    IfStatement "if_statement"
    ImaginaryLiteral "imaginary_literal"
    ImplicitLengthArrayType "implicit_length_array_type"
    ImportDeclaration "import_declaration"
    ImportSpec "import_spec"
    ImportSpecList "import_spec_list"
    IncStatement "inc_statement"
    IndexExpression "index_expression"
    IntLiteral "int_literal"
    InterfaceType "interface_type"
    InterpretedStringLiteral "interpreted_string_literal"
    Iota "iota"
    KeyedElement "keyed_element"
    LabelName "label_name"
    LabeledStatement "labeled_statement"
    LiteralElement "literal_element"
    LiteralValue "literal_value"
    MapType "map_type"
    MethodElement "method_elem"
    MethodDeclaration "method_declaration"
    NegatedType "negated_type"
    Nil "nil"
    PackageClause "package_clause"
    PackageIdentifier "package_identifier"
    ParameterDeclaration "parameter_declaration"
    ParenthesizedExpression "parenthesized_expression"
    ParenthesizedType "parenthesized_type"
    PointerType "pointer_type"
    QualifiedType "qualified_type"
    RangeClause "range_clause"
    RawStringLiteral "raw_string_literal"
    ReceiveStatement "receive_statement"
    ReturnStatement "return_statement"
    RuneLiteral "rune_literal"
    SelectStatement "select_statement"
    SelectorExpression "selector_expression"
    SendStatement "send_statement"
    ShortVarDeclaration "short_var_declaration"
    SliceExpression "slice_expression"
    SliceType "slice_type"
    StatementList "statement_list"
    StructType "struct_type"
    True "true"
    TypeAlias "type_alias"
    TypeCase "type_case"
    TypeAssertionExpression "type_assertion_expression"
    TypeConversionExpression "type_conversion_expression"
    TypeDeclaration "type_declaration"
    TypeArguments "type_arguments"
    TypeElem "type_elem"
    TypeIdentifier "type_identifier"
    TypeInstantiationExpression "type_instantiation_expression"
    TypeParameterDeclaration "type_parameter_declaration"
    TypeSpec "type_spec"
    TypeSwitchStatement "type_switch_statement"
    UnaryExpression "unary_expression"
    VarDeclaration "var_declaration"
    VarSpec "var_spec"
    VarSpecList "var_spec_list"
    VariadicArgument "variadic_argument"
    VariadicParameterDeclaration "variadic_parameter_declaration"
}

impl Kind {
    fn of(node: Node<'_>) -> Kind {
        match GRAMMAR.kinds.get(usize::from(node.kind_id())) {
            Some(kind) => *kind,
            None if node.is_error() => Kind::Error,
            None => Kind::Other,
        }
    }

    fn is_expression(self) -> bool {
        matches!(
            self,
            Kind::BinaryExpression
                | Kind::CallExpression
                | Kind::CompositeLiteral
                | Kind::False
                | Kind::FloatLiteral
                | Kind::FuncLiteral
                | Kind::Identifier
                | Kind::ImaginaryLiteral
                | Kind::IndexExpression
                | Kind::IntLiteral
                | Kind::InterpretedStringLiteral
                | Kind::Iota
                | Kind::Nil
                | Kind::ParenthesizedExpression
                | Kind::RawStringLiteral
                | Kind::RuneLiteral
                | Kind::SelectorExpression
                | Kind::SliceExpression
                | Kind::True
                | Kind::TypeAssertionExpression
                | Kind::TypeConversionExpression
                | Kind::TypeInstantiationExpression
                | Kind::UnaryExpression
        )
    }

    fn is_type(self) -> bool {
        matches!(
            self,
            Kind::ArrayType
                | Kind::ChannelType
                | Kind::FunctionType
                | Kind::GenericType
                | Kind::ImplicitLengthArrayType
                | Kind::InterfaceType
                | Kind::MapType
                | Kind::NegatedType
                | Kind::ParenthesizedType
                | Kind::PointerType
                | Kind::QualifiedType
                | Kind::SliceType
                | Kind::StructType
                | Kind::TypeElem
                | Kind::TypeIdentifier
        )
    }
}

/// Declares the fields of nodes that the lowering asks for.
macro_rules! fields {
    ($($field:ident)*) => {
        struct Fields {
            $($field: u16,)*
        }

        impl Fields {
            fn of(grammar: &tree_sitter::Language) -> Fields {
                // No node has a field 0, so an unknown name finds nothing.
                Fields { $($field: grammar.field_id_for_name(stringify!($field)).map_or(0, u16::from),)* }
            }
        }
    };
}

fields! {
    alias alternative arguments body capacity channel condition consequence element end field function
    index initializer key left name operand operator package parameters path receiver result right start type_arguments type_parameters
    value update
}

/// What the grammar's numbers mean.
struct Grammar {
    kinds: Box<[Kind]>,
    fields: Fields,
    /// The field `type`, whose name is a keyword of Rust.
    type_field: u16,
}

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    let grammar = Language::Go.grammar();
    let kind = |id: u16| {
        let name = grammar
            .node_kind_for_id(id)
            .filter(|_| grammar.node_kind_is_named(id));
        name.map_or(Kind::Other, Kind::of_name)
    };
    Grammar {
        kinds: (0..grammar.node_kind_count() as u16).map(kind).collect(),
        fields: Fields::of(&grammar),
        type_field: grammar.field_id_for_name("type").map_or(0, u16::from),
    }
});

macro_rules! field {
    ($node:expr, type) => {
        $node.child_by_field_id(GRAMMAR.type_field)
    };
    ($node:expr, $field:ident) => {
        $node.child_by_field_id(GRAMMAR.fields.$field)
    };
}

/// What stands at the top level, in source order.
enum Declared<'t> {
    Import { node: Node<'t>, import: Import },
    Function(DeclaredFunction<'t>),
    Statement(Node<'t>),
}

/// A function or method at the top level.
struct DeclaredFunction<'t> {
    node: Node<'t>,
    key: BodyKey,
    outline: Outline,
    /// Statements that belong to it but that the parser, confused by broken code, left outside.
    tail: Vec<Node<'t>>,
}

/// Walks the top level and what did not parse there.
struct Declarations<'f, 'a, 't> {
    file: &'f mut FileBuilder<'a>,
    found: Vec<Declared<'t>>,
}

impl<'t> Declarations<'_, '_, 't> {
    /// Fills the items of `file`, and lists what stands at the top level. Iterative, because broken code nests deeply.
    fn of(
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

    fn function(&mut self, node: Node<'t>) {
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

/// The type without parentheses, pointers and type arguments around it.
fn base_type(mut node: Node<'_>) -> Node<'_> {
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

/// The names that a method's receiver gives to the parameters of its type.
fn arguments_of<'a>(receiver: Node<'_>, text: &'a str) -> Vec<&'a str> {
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

/// The type parameters of a declaration, each with its constraint.
fn type_parameters<'t>(node: Node<'t>, text: &str) -> TypeParameters<'t> {
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
fn constrained<'t>(ty: Node<'t>, own: &[(Symbol, Option<Node<'t>>)], name: &str) -> Node<'t> {
    let parameter = own.iter().find(|(known, _)| known.as_str() == name);
    let constraint = parameter.and_then(|(_, constraint)| *constraint);
    constraint.unwrap_or(ty)
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

/// The content of a string literal as written, and where it starts. All of the text if it has no quotes.
fn literal_content<'a>(node: Node<'_>, text: &'a str) -> (&'a str, usize) {
    let written = &text[node.byte_range()];
    let start = node.start_byte();
    let Some(inner) = written.strip_prefix(['"', '`']) else {
        return (written, start);
    };
    (inner.strip_suffix(['"', '`']).unwrap_or(inner), start + 1)
}

/// Comments in source order.
///
/// Where the text parses, its tokens tell where comments are, at a fraction of the cost of visiting every node.
fn comments_of(document: &Document, top_level: &[Node<'_>]) -> Vec<Comment> {
    let text = document.text();
    let mut comments = Vec::new();
    let mut push = |start: usize, end: usize| {
        let span = FileSpan {
            start: start as u32,
            end: end as u32,
        };
        comments.push(Comment { span });
    };
    if document.is_truncated() {
        return comments;
    }
    if !document.tree().root_node().has_error() {
        comments::scan(text, |range| push(range.start, range.end));
        return comments;
    }
    let mut cursor = document.tree().walk();
    for node in top_level {
        cursor.reset(*node);
        'below: loop {
            let node = cursor.node();
            if Kind::of(node) == Kind::Comment {
                push(node.start_byte(), node.end_byte());
            } else if node.has_error() {
                if cursor.goto_first_child() {
                    continue;
                }
            } else if node.child_count() > 0 {
                let start = node.start_byte();
                comments::scan(&text[node.byte_range()], |range| {
                    push(start + range.start, start + range.end);
                });
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    break 'below;
                }
            }
        }
    }
    comments
}

const STYLE: torn::Style = torn::Style {
    starts: declaration_starts,
    nests: false,
    repair: |_| None,
};

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

/// What is known of the type of a composite literal.
#[derive(Clone, Copy)]
struct LiteralType<'t> {
    /// The type that stands before the braces.
    written: Option<ExprId>,
    /// The type, written there or for the elements of the literal around it.
    node: Option<Node<'t>>,
    /// What it builds if neither the type nor the elements tell.
    otherwise: CollectionKind,
}

impl LiteralType<'_> {
    fn unknown(otherwise: CollectionKind) -> Self {
        LiteralType {
            written: None,
            node: None,
            otherwise,
        }
    }
}

/// Type parameters with their constraints, where these are one type.
type TypeParameters<'t> = Vec<(Symbol, Option<Node<'t>>)>;

type Nodes<'t> = SmallVec<[Node<'t>; 6]>;

/// What lowering a statement needs to know of its surroundings.
struct Lowering<'t> {
    cursor: TreeCursor<'t>,
    /// The names that the file's imports give to package `fmt`.
    fmt: SmallVec<[Symbol; 1]>,
    /// Whether `break` leaves a `switch` or `select`, and no loop.
    in_switch: bool,
    /// Named results of the function.
    results: Vec<Symbol>,
    /// The type parameters of the function, with their constraints.
    type_parameters: TypeParameters<'t>,
}

impl<'t> Lowering<'t> {
    fn new(cursor: TreeCursor<'t>, imports: &[Import]) -> Self {
        let is_fmt =
            |import: &&Import| import.kind == ImportKind::Module && &*import.module == "fmt";
        Lowering {
            cursor,
            fmt: imports
                .iter()
                .filter(is_fmt)
                .filter_map(|import| import.local)
                .collect(),
            in_switch: false,
            results: Vec::new(),
            type_parameters: Vec::new(),
        }
    }

    fn module(&mut self, b: &mut Builder<'_>, declared: &[Declared<'t>]) -> Vec<StmtId> {
        let mut root = Vec::new();
        for declared in declared {
            match declared {
                Declared::Import { node, import } => {
                    b.anchor(node.start_byte());
                    root.push(b.stmt_at(StmtKind::Import(import.clone()), *node));
                }
                Declared::Function(DeclaredFunction { node, outline, .. }) => {
                    b.anchor(outline.start);
                    // Up to the name, so that the module stays the same while the function is edited.
                    let end = field!(node, name).map_or(outline.start, |name| name.end_byte());
                    let span = b.range(outline.start, end);
                    root.push(b.stmt(
                        StmtKind::Define {
                            name: outline.path,
                            decorators: Box::default(),
                        },
                        span,
                    ));
                }
                Declared::Statement(node) => {
                    b.anchor(node.start_byte());
                    self.statement(b, *node, &mut root);
                }
            }
        }
        root
    }

    fn function(&mut self, b: &mut Builder<'_>, function: &DeclaredFunction<'t>) -> Lowered {
        let node = function.node;
        self.type_parameters = type_parameters(node, b.source());
        let mut lowered = Lowered::default();
        if let Some(receiver) = field!(node, receiver) {
            self.params(b, receiver, ParamKind::Receiver, &mut lowered.params);
        }
        if let Some(parameters) = field!(node, parameters) {
            self.params(b, parameters, ParamKind::Normal, &mut lowered.params);
        }
        lowered.returns = field!(node, result).map(|result| self.result_type(b, result));
        lowered.root = self.function_body(b, node, &function.tail);
        lowered
    }

    /// The statements of a function, its named results declared first, and those in `tail`.
    fn function_body(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        tail: &[Node<'t>],
    ) -> Vec<StmtId> {
        let outer_results = std::mem::take(&mut self.results);
        let in_switch = std::mem::replace(&mut self.in_switch, false);
        let mut body = Vec::new();
        if let Some(results) = field!(node, result) {
            self.declare_results(b, results, &mut body);
        }
        if let Some(block) = field!(node, body) {
            self.statements(b, block, &mut body);
        }
        for statement in tail {
            self.statement(b, *statement, &mut body);
        }
        self.in_switch = in_switch;
        self.results = outer_results;
        body
    }

    /// Named children without comments.
    fn children(&mut self, node: Node<'t>) -> Nodes<'t> {
        let mut children = Nodes::new();
        self.cursor.reset(node);
        if self.cursor.goto_first_child() {
            loop {
                let child = self.cursor.node();
                if child.is_named() && Kind::of(child) != Kind::Comment {
                    children.push(child);
                }
                if !self.cursor.goto_next_sibling() {
                    break;
                }
            }
        }
        children
    }

    // Parameters and types

    fn params(
        &mut self,
        b: &mut Builder<'_>,
        list: Node<'t>,
        kind: ParamKind,
        params: &mut Vec<Param>,
    ) {
        for declaration in self.children(list) {
            let kind = match Kind::of(declaration) {
                Kind::ParameterDeclaration => kind,
                Kind::VariadicParameterDeclaration => ParamKind::Rest,
                _ => continue,
            };
            let ty = field!(declaration, type);
            let names = self.names(declaration);
            let whole = b.span(declaration);
            if names.is_empty() {
                let span = Span {
                    end: whole.start,
                    ..whole
                };
                let pattern = b.expr(ExprKind::Name(Symbol::new("_")), span);
                params.push(self.param(b, pattern, ty, kind, whole));
            }
            for (index, name) in names.iter().enumerate() {
                let pattern = b.name(*name);
                let mut span = b.span(*name);
                if index + 1 == names.len() {
                    span.end = whole.end;
                }
                params.push(self.param(b, pattern, ty, kind, span));
            }
        }
    }

    fn param(
        &mut self,
        b: &mut Builder<'_>,
        pattern: ExprId,
        ty: Option<Node<'t>>,
        kind: ParamKind,
        span: Span,
    ) -> Param {
        let annotation = ty.map(|ty| self.ty(b, ty));
        Param {
            pattern,
            annotation,
            default: None,
            kind,
            decorators: Box::default(),
            span,
        }
    }

    /// The declared identifiers of a parameter or a specification.
    fn names(&mut self, declaration: Node<'t>) -> Nodes<'t> {
        let mut children = self.children(declaration);
        children.retain(|child| Kind::of(*child) == Kind::Identifier);
        children
    }

    /// The type of a function's result; several are a tuple.
    fn result_type(&mut self, b: &mut Builder<'_>, result: Node<'t>) -> ExprId {
        if Kind::of(result).is_type() {
            return self.ty(b, result);
        }
        let mut types = Vec::new();
        for declaration in self.children(result) {
            let Some(ty) = field!(declaration, type) else {
                continue;
            };
            for _ in 0..self.names(declaration).len().max(1) {
                types.push(self.ty(b, ty));
            }
        }
        match *types {
            [single] => single,
            _ => tuple(b, &types, result),
        }
    }

    fn declare_results(&mut self, b: &mut Builder<'_>, results: Node<'t>, body: &mut Vec<StmtId>) {
        if Kind::of(results).is_type() {
            return;
        }
        for declaration in self.children(results) {
            for name in self.names(declaration) {
                let symbol = Symbol::new(b.text(name));
                self.results.push(symbol);
                if &*symbol == "_" {
                    continue;
                }
                let target = b.name(name);
                let annotation = field!(declaration, type).map(|ty| self.ty(b, ty));
                let declaration = StmtKind::Assign {
                    targets: Box::new([target]),
                    value: None,
                    op: AssignOp::Set,
                    annotation,
                    declaration: Declaration::Variable,
                };
                body.push(b.stmt_at(declaration, name));
            }
        }
    }

    /// A type as an expression; pointers, parentheses and type arguments are left out. A type parameter is its constraint.
    fn ty(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
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

    // Statements

    /// The statements of a block, or of a clause of a `switch` or `select`.
    fn statements(&mut self, b: &mut Builder<'_>, block: Node<'t>, out: &mut Vec<StmtId>) {
        for child in self.children(block) {
            if Kind::of(child) == Kind::StatementList {
                for statement in self.children(child) {
                    self.statement(b, statement, out);
                }
            } else {
                self.statement(b, child, out);
            }
        }
    }

    fn block(&mut self, b: &mut Builder<'_>, block: Option<Node<'t>>) -> Vec<StmtId> {
        let mut out = Vec::new();
        if let Some(block) = block {
            self.statements(b, block, &mut out);
        }
        out
    }

    /// The body of a loop, in which `break` leaves the loop.
    fn loop_body(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Vec<StmtId> {
        let in_switch = std::mem::replace(&mut self.in_switch, false);
        let body = self.block(b, field!(node, body));
        self.in_switch = in_switch;
        body
    }

    fn statement(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        if b.nested(|b| self.statement_kind(b, node, out)).is_none() {
            out.push(b.stmt_at(StmtKind::Unknown(Box::default()), node));
        }
    }

    fn statement_kind(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let kind = match Kind::of(node) {
            Kind::ExpressionStatement => self.expression_statement(b, node),
            Kind::AssignmentStatement | Kind::ShortVarDeclaration => self.assignment(b, node),
            Kind::IncStatement | Kind::DecStatement => self.increment(b, node),
            Kind::VarSpec => self.specification(b, node, Declaration::Variable),
            Kind::ConstSpec => self.specification(b, node, Declaration::Const),
            Kind::VarDeclaration
            | Kind::VarSpecList
            | Kind::ConstDeclaration
            | Kind::TypeDeclaration
            | Kind::StatementList => {
                for child in self.children(node) {
                    self.statement(b, child, out);
                }
                return;
            }
            Kind::TypeSpec | Kind::TypeAlias => match field!(node, name) {
                Some(name) => {
                    let name = Symbol::new(b.text(name));
                    StmtKind::Class {
                        name,
                        decorators: Box::default(),
                        body: Box::default(),
                    }
                }
                None => return,
            },
            Kind::ReturnStatement => StmtKind::Return(self.returned(b, node)),
            Kind::GoStatement => StmtKind::Expr(self.only_child(b, node)),
            Kind::DeferStatement => StmtKind::Defer(self.only_child(b, node)),
            Kind::SendStatement => {
                let base = self.operand(b, node, field!(node, channel));
                let value = self.operand(b, node, field!(node, value));
                let span = b.get(base).span;
                let index = b.expr(ExprKind::Unknown(Box::default()), span);
                let target = b.expr(ExprKind::Index { base, index }, span);
                StmtKind::Assign {
                    targets: Box::new([target]),
                    value: Some(value),
                    op: AssignOp::Set,
                    annotation: None,
                    declaration: Declaration::None,
                }
            }
            Kind::ReceiveStatement => self.receive(b, node),
            Kind::IfStatement => return self.if_statement(b, node, out),
            Kind::ForStatement => return self.for_statement(b, node, out),
            Kind::ExpressionSwitchStatement => return self.expression_switch(b, node, out),
            Kind::TypeSwitchStatement => return self.type_switch(b, node, out),
            Kind::SelectStatement => self.select(b, node),
            Kind::LabeledStatement => {
                for child in self.children(node) {
                    if Kind::of(child) != Kind::LabelName {
                        self.statement(b, child, out);
                    }
                }
                return;
            }
            Kind::Block => StmtKind::Block(Block::from(self.block(b, Some(node)))),
            Kind::BreakStatement if self.in_switch && self.children(node).is_empty() => {
                StmtKind::Pass
            }
            Kind::BreakStatement => StmtKind::Break,
            Kind::ContinueStatement => StmtKind::Continue,
            Kind::FallthroughStatement | Kind::EmptyStatement => StmtKind::Pass,
            Kind::GotoStatement => StmtKind::Unknown(Box::default()),
            Kind::Comment => return,
            _ => return self.fragments(b, node, out),
        };
        out.push(b.stmt_at(kind, node));
    }

    /// What can be recognised of broken code: whole statements, and expressions in unknown statements.
    fn fragments(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let kind = Kind::of(node);
        if kind.is_expression() {
            let part = self.expr(b, node);
            out.push(b.stmt_at(StmtKind::Unknown(Box::new([part])), node));
        } else if !kind.is_type() {
            for child in self.children(node) {
                self.statement(b, child, out);
            }
        }
    }

    fn expression_statement(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let Some(&expression) = self.children(node).first() else {
            return StmtKind::Unknown(Box::default());
        };
        let is_panic = Kind::of(expression) == Kind::CallExpression
            && field!(expression, function).is_some_and(|function| b.text(function) == "panic");
        if is_panic && let Some(arguments) = field!(expression, arguments) {
            let raised = self
                .children(arguments)
                .first()
                .map(|argument| self.expr(b, *argument));
            return StmtKind::Raise(raised);
        }
        StmtKind::Expr(self.expr(b, expression))
    }

    fn assignment(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let target = self.list(b, node, field!(node, left));
        let value = self.list(b, node, field!(node, right));
        let op = match field!(node, operator).map(|operator| b.text(operator)) {
            None | Some("=") => AssignOp::Set,
            Some("+=") => AssignOp::Add,
            Some(_) => AssignOp::Other,
        };
        let is_declaration = Kind::of(node) == Kind::ShortVarDeclaration;
        StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op,
            annotation: None,
            declaration: if is_declaration {
                Declaration::Variable
            } else {
                Declaration::None
            },
        }
    }

    fn increment(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let target = self.only_child(b, node);
        let span = b.range(
            node.end_byte().saturating_sub(2).max(node.start_byte()),
            node.end_byte(),
        );
        let one = b.expr(ExprKind::Literal(Literal::Number("1".into())), span);
        StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(one),
            op: AssignOp::Other,
            annotation: None,
            declaration: Declaration::None,
        }
    }

    /// A specification of a `var` or `const`. A constant without a value repeats an expression over `iota`: unknown.
    fn specification(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        declaration: Declaration,
    ) -> StmtKind {
        let names: SmallVec<[ExprId; 4]> = self
            .names(node)
            .into_iter()
            .map(|node| name(b, node))
            .collect();
        let target = if let [single] = *names {
            single
        } else {
            let ends = names.first().zip(names.last());
            let span = ends.map_or(b.span(node), |(first, last)| {
                b.get(*first).span.cover(b.get(*last).span)
            });
            tuple_at(b, &names, span)
        };
        let annotation = field!(node, type).map(|ty| self.ty(b, ty));
        let value = match field!(node, value) {
            Some(value) => Some(self.list(b, node, Some(value))),
            None if declaration == Declaration::Const => Some(b.unknown(node)),
            None => None,
        };
        StmtKind::Assign {
            targets: Box::new([target]),
            value,
            op: AssignOp::Set,
            annotation,
            declaration,
        }
    }

    fn returned(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Option<ExprId> {
        if let Some(&list) = self.children(node).first() {
            return Some(self.list(b, node, Some(list)));
        }
        if self.results.is_empty() {
            return None;
        }
        let names: SmallVec<[ExprId; 4]> = self
            .results
            .iter()
            .map(|result| b.expr_at(ExprKind::Name(*result), node))
            .collect();
        Some(match *names {
            [single] => single,
            _ => tuple(b, &names, node),
        })
    }

    fn receive(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let left = field!(node, left);
        let target = left.map(|left| self.list(b, node, Some(left)));
        let right = field!(node, right);
        let value = self.operand(b, node, right);
        let Some(target) = target else {
            return StmtKind::Expr(value);
        };
        let between = left.zip(right).map_or("", |(left, right)| {
            b.slice(left.end_byte()..right.start_byte())
        });
        let is_declaration = between.contains(":=");
        StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op: AssignOp::Set,
            annotation: None,
            declaration: if is_declaration {
                Declaration::Variable
            } else {
                Declaration::None
            },
        }
    }

    /// Adds a statement whose initialiser, if it has one, precedes it in a scope of their own.
    fn scoped(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        initializer: Option<Node<'t>>,
        out: &mut Vec<StmtId>,
        lower: impl FnOnce(&mut Self, &mut Builder<'_>, &mut Vec<StmtId>),
    ) {
        let Some(initializer) = initializer else {
            return lower(self, b, out);
        };
        let mut block = Vec::new();
        self.statement(b, initializer, &mut block);
        lower(self, b, &mut block);
        out.push(b.stmt_at(StmtKind::Block(Block::from(block)), node));
    }

    fn if_statement(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        self.scoped(b, node, field!(node, initializer), out, |go, b, out| {
            let chain = go.if_chain(b, node);
            out.push(b.stmt_at(chain, node));
        });
    }

    /// An `if` and its `else if`s, up to one with an initialiser of its own.
    fn if_chain(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let mut arms = Vec::new();
        let mut arm = node;
        let otherwise = loop {
            let test = self.operand(b, arm, field!(arm, condition));
            let block = self.block(b, field!(arm, consequence));
            arms.push((test, Block::from(block)));
            match field!(arm, alternative) {
                None => break None,
                Some(block) if Kind::of(block) == Kind::Block => {
                    break Some(self.block(b, Some(block)));
                }
                Some(next) if field!(next, initializer).is_none() => arm = next,
                Some(next) => {
                    let mut block = Vec::new();
                    self.statement(b, next, &mut block);
                    break Some(block);
                }
            }
        };
        StmtKind::If {
            arms: arms.into_boxed_slice(),
            otherwise: otherwise.map(Block::from),
        }
    }

    fn for_statement(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        let head = self
            .children(node)
            .into_iter()
            .find(|child| Kind::of(*child) != Kind::Block);
        let kind = match head.map(|head| (Kind::of(head), head)) {
            Some((Kind::ForClause, clause)) => {
                return self.scoped(b, node, field!(clause, initializer), out, |go, b, out| {
                    let test = field!(clause, condition).map(|condition| go.expr(b, condition));
                    let mut body = go.loop_body(b, node);
                    if let Some(update) = field!(clause, update) {
                        go.statement(b, update, &mut body);
                    }
                    out.push(b.stmt_at(
                        StmtKind::While {
                            test,
                            body: Block::from(body),
                        },
                        node,
                    ));
                });
            }
            Some((Kind::RangeClause, clause)) => {
                let left = field!(clause, left);
                let target = left.map(|left| self.list(b, clause, Some(left)));
                let iter = self.operand(b, clause, field!(clause, right));
                let keys = left.is_some_and(|left| self.children(left).len() == 1);
                StmtKind::For {
                    target,
                    iter,
                    body: Block::from(self.loop_body(b, node)),
                    keys,
                }
            }
            head => {
                let test = head.map(|(_, condition)| self.expr(b, condition));
                StmtKind::While {
                    test,
                    body: Block::from(self.loop_body(b, node)),
                }
            }
        };
        out.push(b.stmt_at(kind, node));
    }

    fn expression_switch(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        self.scoped(b, node, field!(node, initializer), out, |go, b, out| {
            let kind = match field!(node, value) {
                Some(value) => {
                    let subject = go.expr(b, value);
                    StmtKind::Switch {
                        subject,
                        cases: go.cases(b, node),
                    }
                }
                None => go.condition_switch(b, node),
            };
            out.push(b.stmt_at(kind, node));
        });
    }

    /// A `switch` without a subject.
    fn condition_switch(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let mut arms = Vec::new();
        let mut otherwise = None;
        for case in self.cases(b, node) {
            match *case.patterns {
                [] => otherwise = Some(case.body),
                _ => arms.push((b.balanced(&case.patterns, ExprKind::Or), case.body)),
            }
        }
        match otherwise {
            Some(block) if arms.is_empty() => StmtKind::Block(block),
            None if arms.is_empty() => StmtKind::Pass,
            otherwise => StmtKind::If {
                arms: arms.into_boxed_slice(),
                otherwise,
            },
        }
    }

    /// The clauses of a `switch` or `select`.
    fn cases(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Box<[Case]> {
        let in_switch = std::mem::replace(&mut self.in_switch, true);
        let mut cases = Vec::new();
        for clause in self.children(node) {
            let kind = Kind::of(clause);
            if !matches!(
                kind,
                Kind::ExpressionCase | Kind::TypeCase | Kind::CommunicationCase | Kind::DefaultCase
            ) {
                continue;
            }
            let mut patterns = Vec::new();
            let mut body = Vec::new();
            for child in self.children(clause) {
                match Kind::of(child) {
                    Kind::ExpressionList if kind == Kind::ExpressionCase => {
                        for value in self.children(child) {
                            patterns.push(self.expr(b, value));
                        }
                    }
                    Kind::SendStatement | Kind::ReceiveStatement => {
                        patterns.push(b.unknown(child));
                        self.statement(b, child, &mut body);
                    }
                    ty if ty.is_type() => patterns.push(self.ty(b, child)),
                    _ => self.statement(b, child, &mut body),
                }
            }
            cases.push(Case {
                patterns: patterns.into_boxed_slice(),
                guard: None,
                body: Block::from(body),
            });
        }
        self.in_switch = in_switch;
        cases.into_boxed_slice()
    }

    fn type_switch(&mut self, b: &mut Builder<'_>, node: Node<'t>, out: &mut Vec<StmtId>) {
        self.scoped(b, node, field!(node, initializer), out, |go, b, out| {
            let value = go.operand(b, node, field!(node, value));
            let Some(alias) = field!(node, alias) else {
                let cases = go.cases(b, node);
                out.push(b.stmt_at(
                    StmtKind::Switch {
                        subject: value,
                        cases,
                    },
                    node,
                ));
                return;
            };
            let target = go.list(b, node, Some(alias));
            let binding = StmtKind::Assign {
                targets: Box::new([target]),
                value: Some(value),
                op: AssignOp::Set,
                annotation: None,
                declaration: Declaration::Variable,
            };
            let span = b.get(target).span.cover(b.get(value).span);
            let binding = b.stmt(binding, span);
            let subject = go.list(b, node, Some(alias));
            let cases = go.cases(b, node);
            let switch = b.stmt_at(StmtKind::Switch { subject, cases }, node);
            out.push(b.stmt_at(StmtKind::Block(Box::new([binding, switch])), node));
        });
    }

    fn select(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> StmtKind {
        let span = b.range(node.start_byte(), node.start_byte());
        let subject = b.expr(ExprKind::Unknown(Box::default()), span);
        StmtKind::Switch {
            subject,
            cases: self.cases(b, node),
        }
    }

    // Expressions

    /// An expression list: its only element, or the tuple of several.
    fn list(&mut self, b: &mut Builder<'_>, node: Node<'t>, list: Option<Node<'t>>) -> ExprId {
        let Some(list) = list else {
            return b.unknown(node);
        };
        if Kind::of(list) != Kind::ExpressionList {
            return self.expr(b, list);
        }
        let elements: SmallVec<[ExprId; 4]> = self
            .children(list)
            .into_iter()
            .map(|element| self.expr(b, element))
            .collect();
        match *elements {
            [single] => single,
            _ => tuple(b, &elements, list),
        }
    }

    fn operand(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        operand: Option<Node<'t>>,
    ) -> ExprId {
        match operand {
            Some(operand) => self.expr(b, operand),
            None => b.unknown(node),
        }
    }

    /// The only named child.
    fn only_child(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let child = self.children(node).first().copied();
        self.operand(b, node, child)
    }

    fn expr(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let node = self.without_parentheses(node);
        match Kind::of(node) {
            Kind::Identifier => name(b, node),
            kind if kind.is_type() => self.ty(b, node),
            kind => b
                .nested(|b| self.expression(b, node, kind))
                .unwrap_or_else(|| b.unknown(node)),
        }
    }

    fn without_parentheses(&mut self, mut node: Node<'t>) -> Node<'t> {
        while matches!(
            Kind::of(node),
            Kind::ParenthesizedExpression | Kind::LiteralElement
        ) {
            match self.children(node).first() {
                Some(inner) => node = *inner,
                None => break,
            }
        }
        node
    }

    fn expression(&mut self, b: &mut Builder<'_>, node: Node<'t>, kind: Kind) -> ExprId {
        let kind = match kind {
            Kind::SelectorExpression => {
                let base = self.operand(b, node, field!(node, operand));
                return match field!(node, field) {
                    Some(member) => attribute(b, base, member, node),
                    None => b.expr_at(ExprKind::Unknown(Box::new([base])), node),
                };
            }
            Kind::CallExpression => return self.call(b, node),
            Kind::TypeConversionExpression => self.conversion(b, node),
            Kind::BinaryExpression => return self.binary(b, node),
            Kind::UnaryExpression => self.unary(b, node),
            Kind::IndexExpression => ExprKind::Index {
                base: self.operand(b, node, field!(node, operand)),
                index: self.operand(b, node, field!(node, index)),
            },
            Kind::SliceExpression => self.slice(b, node),
            Kind::TypeAssertionExpression => ExprKind::Cast {
                value: self.operand(b, node, field!(node, operand)),
                to: field!(node, type).map(|ty| self.ty(b, ty)),
            },
            Kind::TypeInstantiationExpression => match field!(node, type) {
                Some(ty) => return self.ty(b, ty),
                None => ExprKind::Unknown(Box::default()),
            },
            Kind::CompositeLiteral => return self.composite(b, node),
            Kind::LiteralValue => {
                return self.literal_value(
                    b,
                    node,
                    node,
                    LiteralType::unknown(CollectionKind::Struct),
                );
            }
            Kind::FuncLiteral => self.closure(b, node),
            Kind::InterpretedStringLiteral | Kind::RawStringLiteral => string(b, node),
            Kind::IntLiteral | Kind::FloatLiteral | Kind::ImaginaryLiteral => number(b.text(node)),
            Kind::RuneLiteral => rune(b.text(node)),
            Kind::True => ExprKind::Literal(Literal::Bool(true)),
            Kind::False => ExprKind::Literal(Literal::Bool(false)),
            Kind::Nil => ExprKind::Literal(Literal::Null),
            _ => {
                let mut parts = Vec::new();
                self.parts(b, node, &mut parts);
                ExprKind::Unknown(parts.into_boxed_slice())
            }
        };
        b.expr_at(kind, node)
    }

    /// The expressions inside a node that is none.
    fn parts(&mut self, b: &mut Builder<'_>, node: Node<'t>, parts: &mut Vec<ExprId>) {
        for child in self.children(node) {
            let kind = Kind::of(child);
            if kind.is_expression() {
                parts.push(self.expr(b, child));
            } else if !kind.is_type() && b.nested(|b| self.parts(b, child, parts)).is_none() {
                parts.push(b.unknown(child));
            }
        }
    }

    fn call(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let function = field!(node, function);
        let arguments = field!(node, arguments);
        if let (Some(function), Some(arguments)) = (function, arguments)
            && let Some(template) = self.sprintf(b, node, function, arguments)
        {
            return template;
        }
        let callee = self.operand(b, node, function);
        let args = arguments.map_or_else(Vec::new, |arguments| self.args(b, arguments));
        let args_span = arguments.map_or_else(
            || b.range(node.end_byte(), node.end_byte()),
            |node| b.span(node),
        );
        let call = Call {
            callee,
            args: args.into_boxed_slice(),
            form: CallForm::Plain,
            args_span,
        };
        b.expr_at(ExprKind::Call(call), node)
    }

    fn args(&mut self, b: &mut Builder<'_>, arguments: Node<'t>) -> Vec<Arg> {
        let mut args = Vec::new();
        for argument in self.children(arguments) {
            let span = b.span(argument);
            args.push(if Kind::of(argument) == Kind::VariadicArgument {
                Arg {
                    name: ArgName::Spread,
                    value: self.only_child(b, argument),
                    span,
                }
            } else {
                Arg {
                    name: ArgName::Positional,
                    value: self.expr(b, argument),
                    span,
                }
            });
        }
        args
    }

    /// A conversion to a type that is not a plain name is a call of the type's text.
    fn conversion(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let (ty, operand) = (field!(node, type), field!(node, operand));
        let callee = match ty {
            Some(ty) => match Kind::of(base_type(ty)) {
                Kind::TypeIdentifier | Kind::QualifiedType => self.ty(b, ty),
                _ => {
                    let written: String = b.text(ty).split_whitespace().collect();
                    b.expr_at(ExprKind::Name(Symbol::new(&written)), ty)
                }
            },
            None => b.unknown(node),
        };
        let value = self.operand(b, node, operand);
        let span = operand.map_or_else(|| b.span(node), |operand| b.span(operand));
        let args_span = b.range(
            ty.map_or(node.start_byte(), |ty| ty.end_byte()),
            node.end_byte(),
        );
        ExprKind::Call(Call {
            callee,
            args: Box::new([Arg {
                name: ArgName::Positional,
                value,
                span,
            }]),
            form: CallForm::Plain,
            args_span,
        })
    }

    fn unary(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let operator = field!(node, operator).map_or("", |operator| b.text(operator));
        let operand = self.operand(b, node, field!(node, operand));
        match operator {
            "!" => ExprKind::Not(operand),
            "*" | "&" => ExprKind::Reference(operand),
            "<-" => ExprKind::Await(operand),
            _ => ExprKind::Arithmetic {
                op: Symbol::new(operator),
                operands: Box::new([operand]),
            },
        }
    }

    fn binary(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let operator = field!(node, operator).map_or("", |operator| b.text(operator));
        match operator {
            "+" => {
                let operands = self.spine(b, node, operator);
                b.expr_at(ExprKind::Concat(operands.into_boxed_slice()), node)
            }
            "&&" => {
                let operands = self.spine(b, node, operator);
                b.balanced(&operands, ExprKind::And)
            }
            "||" => {
                let operands = self.spine(b, node, operator);
                b.balanced(&operands, ExprKind::Or)
            }
            _ => {
                let left = self.operand(b, node, field!(node, left));
                let right = self.operand(b, node, field!(node, right));
                b.operation(operator, left, right, node)
            }
        }
    }

    /// The operands of `a op b op c`, which associates to the left.
    fn spine(&mut self, b: &mut Builder<'_>, node: Node<'t>, operator: &str) -> Vec<ExprId> {
        let mut operands = Nodes::new();
        let mut rest = node;
        while Kind::of(rest) == Kind::BinaryExpression
            && field!(rest, operator).is_some_and(|found| b.text(found) == operator)
            && let (Some(left), Some(right)) = (field!(rest, left), field!(rest, right))
        {
            operands.push(right);
            rest = left;
        }
        operands.push(rest);
        operands
            .into_iter()
            .rev()
            .map(|operand| self.expr(b, operand))
            .collect()
    }

    fn slice(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let operand = field!(node, operand);
        let base = self.operand(b, node, operand);
        let bounds = [
            field!(node, start),
            field!(node, end),
            field!(node, capacity),
        ];
        let bounds: Vec<_> = bounds
            .into_iter()
            .flatten()
            .map(|bound| self.expr(b, bound))
            .collect();
        let start = operand.map_or(node.start_byte(), |operand| operand.end_byte());
        let span = b.range(start, node.end_byte());
        let index = b.expr(ExprKind::Unknown(bounds.into_boxed_slice()), span);
        ExprKind::Index { base, index }
    }

    fn closure(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let mut params = Vec::new();
        if let Some(parameters) = field!(node, parameters) {
            self.params(b, parameters, ParamKind::Normal, &mut params);
        }
        let body = self.function_body(b, node, &[]);
        ExprKind::Closure(Box::new(Closure {
            name: None,
            params: params.into_boxed_slice(),
            body: Block::from(body),
            decorators: Box::default(),
        }))
    }

    // Composite literals

    fn composite(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let node_type = field!(node, type);
        let ty = LiteralType {
            written: node_type.map(|ty| self.ty(b, ty)),
            node: node_type,
            otherwise: CollectionKind::Struct,
        };
        match field!(node, body) {
            Some(body) => self.literal_value(b, node, body, ty),
            None => b.unknown(node),
        }
    }

    /// The braces `body` of the composite literal `node`.
    fn literal_value(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        body: Node<'t>,
        ty: LiteralType<'t>,
    ) -> ExprId {
        let elements = self.children(body);
        let known = ty.node.map(base_type).map(|ty| (Kind::of(ty), ty));
        let (kind, element_type) = match known {
            Some((Kind::SliceType | Kind::ArrayType | Kind::ImplicitLengthArrayType, ty)) => {
                (CollectionKind::List, field!(ty, element))
            }
            Some((Kind::MapType, ty)) => (CollectionKind::Dict, field!(ty, value)),
            Some((Kind::StructType, _)) => (CollectionKind::Struct, None),
            _ => (self.shape(&elements).unwrap_or(ty.otherwise), None),
        };
        let elided_type = LiteralType {
            written: None,
            node: element_type,
            otherwise: match (kind, element_type) {
                (CollectionKind::Dict, None) => CollectionKind::List,
                _ => CollectionKind::Struct,
            },
        };
        let mut entries = Vec::with_capacity(elements.len());
        for element in elements {
            let (key, value) = if Kind::of(element) == Kind::KeyedElement {
                (field!(element, key), field!(element, value))
            } else {
                (None, Some(element))
            };
            let key = key.map(|key| self.key(b, key, kind));
            let value = match value.map(|value| self.without_parentheses(value)) {
                Some(value) if Kind::of(value) == Kind::LiteralValue => b
                    .nested(|b| self.literal_value(b, value, value, elided_type))
                    .unwrap_or_else(|| b.unknown(value)),
                value => self.operand(b, element, value),
            };
            entries.push(Entry {
                key,
                value,
                span: b.span(element),
            });
        }
        let collection = Collection {
            kind,
            ty: ty.written,
            entries: entries.into_boxed_slice(),
        };
        b.expr_at(ExprKind::Collection(collection), node)
    }

    /// What a literal of a named or unknown type builds, where its elements tell.
    fn shape(&mut self, elements: &[Node<'t>]) -> Option<CollectionKind> {
        let is_elided =
            |go: &mut Self, node| Kind::of(go.without_parentheses(node)) == Kind::LiteralValue;
        let mut has_keys = false;
        for element in elements {
            if Kind::of(*element) == Kind::KeyedElement {
                has_keys = true;
                let is_field = field!(element, key)
                    .is_some_and(|key| Kind::of(self.without_parentheses(key)) == Kind::Identifier);
                if !is_field || field!(element, value).is_some_and(|value| is_elided(self, value)) {
                    return Some(CollectionKind::Dict);
                }
            } else if is_elided(self, *element) {
                return Some(CollectionKind::List);
            }
        }
        has_keys.then_some(CollectionKind::Struct)
    }

    fn key(&mut self, b: &mut Builder<'_>, key: Node<'t>, kind: CollectionKind) -> ExprId {
        let key = self.without_parentheses(key);
        if kind == CollectionKind::Struct && Kind::of(key) == Kind::Identifier {
            let literal = StringLiteral {
                value: b.text(key).into(),
                content: b.span(key),
            };
            return b.expr_at(ExprKind::Literal(Literal::String(literal)), key);
        }
        self.expr(b, key)
    }

    // Formatting

    /// A call of `fmt.Sprintf` with a constant format.
    fn sprintf(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        function: Node<'t>,
        arguments: Node<'t>,
    ) -> Option<ExprId> {
        if Kind::of(function) != Kind::SelectorExpression
            || b.text(field!(function, field)?) != "Sprintf"
        {
            return None;
        }
        let package = field!(function, operand)?;
        if Kind::of(package) != Kind::Identifier
            || !self.fmt.iter().any(|name| **name == *b.text(package))
        {
            return None;
        }
        let arguments = self.children(arguments);
        let (format_node, operands) = arguments.split_first()?;
        let literals = self.string_literals(b, *format_node)?;
        let format = self.expr(b, *format_node);
        let mut values = SmallVec::<[ExprId; 4]>::new();
        let mut spread = None;
        for operand in operands {
            if Kind::of(*operand) == Kind::VariadicArgument {
                spread = Some(self.only_child(b, *operand));
            } else {
                values.push(self.expr(b, *operand));
            }
        }
        let mut parts = Vec::new();
        let mut verbs = Format::default();
        for literal in literals {
            let (content, start) = literal_content(literal, b.slice(0..literal.end_byte()));
            for piece in verbs.pieces(content, Kind::of(literal) == Kind::RawStringLiteral) {
                parts.push(match piece {
                    Piece::Text { value, range } => Part::Text {
                        value: value.into(),
                        span: b.range(start + range.start, start + range.end),
                    },
                    Piece::Verb { range, operand } => {
                        let span = b.range(start + range.start, start + range.end);
                        let value = values.get(operand).copied().or(spread);
                        let value = value
                            .unwrap_or_else(|| b.expr(ExprKind::Unknown(Box::default()), span));
                        Part::Hole {
                            value,
                            span,
                            spec: content[range.start + 1..range.end].into(),
                        }
                    }
                });
            }
        }
        Some(template(b, parts, format, node))
    }

    /// The literals of a string, or of strings that are added up; `None` if it is anything else.
    fn string_literals(&mut self, b: &Builder<'_>, node: Node<'t>) -> Option<Nodes<'t>> {
        let mut literals = Nodes::new();
        let mut rest = Some(node);
        while let Some(node) = rest.take() {
            let node = self.without_parentheses(node);
            let last = if Kind::of(node) == Kind::BinaryExpression
                && b.text(field!(node, operator)?) == "+"
            {
                rest = field!(node, left);
                let right = field!(node, right)?;
                self.without_parentheses(right)
            } else {
                node
            };
            if !matches!(
                Kind::of(last),
                Kind::InterpretedStringLiteral | Kind::RawStringLiteral
            ) {
                return None;
            }
            literals.push(last);
        }
        literals.reverse();
        Some(literals)
    }
}

/// A name; unknown where the parser made it up.
fn name(b: &mut Builder<'_>, node: Node<'_>) -> ExprId {
    if node.start_byte() == node.end_byte() {
        b.unknown(node)
    } else {
        b.name(node)
    }
}

fn attribute(b: &mut Builder<'_>, base: ExprId, member: Node<'_>, node: Node<'_>) -> ExprId {
    let (name, name_span) = (b.text(member), b.span(member));
    let kind = if name.is_empty() {
        ExprKind::Unknown(Box::new([base]))
    } else {
        ExprKind::Attribute {
            base,
            name: Symbol::new(name),
            name_span,
        }
    };
    b.expr_at(kind, node)
}

fn tuple(b: &mut Builder<'_>, elements: &[ExprId], node: Node<'_>) -> ExprId {
    let span = b.span(node);
    tuple_at(b, elements, span)
}

fn tuple_at(b: &mut Builder<'_>, elements: &[ExprId], span: Span) -> ExprId {
    let entries = elements
        .iter()
        .map(|&value| Entry {
            key: None,
            value,
            span: b.get(value).span,
        })
        .collect();
    b.expr(
        ExprKind::Collection(Collection {
            kind: CollectionKind::Tuple,
            ty: None,
            entries,
        }),
        span,
    )
}

/// The name that stands for what `[]`, `map` or `chan` makes of its arguments.
fn type_constructor(b: &mut Builder<'_>, constructor: &str, node: Node<'_>) -> ExprId {
    let span = b.range(node.start_byte(), node.start_byte() + constructor.len());
    b.expr(ExprKind::Name(Symbol::new(constructor)), span)
}

/// A format with its holes; a plain string if it has none.
fn template(b: &mut Builder<'_>, parts: Vec<Part>, format: ExprId, node: Node<'_>) -> ExprId {
    if parts.iter().any(|part| matches!(part, Part::Hole { .. })) {
        let (form, parts) = (TemplateForm::Sprintf, parts.into_boxed_slice());
        return b.expr_at(
            ExprKind::Template {
                form,
                parts,
                format: Some(format),
            },
            node,
        );
    }
    let mut literal = StringLiteral {
        value: Box::default(),
        content: b.get(format).span,
    };
    let mut whole = String::new();
    for (index, part) in parts.iter().enumerate() {
        if let Part::Text { value, span } = part {
            whole.push_str(value);
            literal.content = if index == 0 {
                *span
            } else {
                literal.content.cover(*span)
            };
        }
    }
    literal.value = whole.into();
    b.expr_at(ExprKind::Literal(Literal::String(literal)), node)
}

fn string(b: &Builder<'_>, node: Node<'_>) -> ExprKind {
    let (content, start) = literal_content(node, b.slice(0..node.end_byte()));
    let value = literal::decode_cow(
        Language::Go,
        content,
        Kind::of(node) == Kind::RawStringLiteral,
    );
    let content = b.range(start, start + content.len());
    ExprKind::Literal(Literal::String(StringLiteral {
        value: value.into(),
        content,
    }))
}

fn number(written: &str) -> ExprKind {
    ExprKind::Literal(Literal::Number(if written.contains('_') {
        written.replace('_', "").into()
    } else {
        written.into()
    }))
}

/// A rune is the number of its code point.
fn rune(written: &str) -> ExprKind {
    let content = written.strip_prefix('\'').unwrap_or(written);
    let content = content.strip_suffix('\'').unwrap_or(content);
    let value = literal::decode_cow(Language::Go, content, false);
    let point = value.chars().next().map_or(0, u32::from);
    ExprKind::Literal(Literal::Number(point.to_string().into()))
}

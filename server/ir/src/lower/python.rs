//! Lowering of Python.

use std::borrow::Cow;
use std::sync::LazyLock;

use smallvec::SmallVec;
use tree_sitter::{Node, TreeCursor};
use tripline_syntax::{Document, Language};

use super::MAX_DEPTH;
use super::builder::{Builder, FileBuilder, Lowered, Outline, comments, errors};
use super::placeholders::{self, Argument, Piece};
use crate::literal::{self, Delimiters};
use crate::{
    Arg, ArgName, AssignOp, Block, BodyKey, BodyKind, Call, CallForm, Case, Class, Closure, Collection,
    CollectionKind, CompareOp, Declaration, Entry, ExprId, ExprKind, FileIr, Function, Handler,
    Import, ImportKind, Literal, Param, ParamKind, Part, Span, StmtId, StmtKind, StringLiteral, Symbol,
    TemplateForm, WithItem,
};

pub(super) fn lower(document: &Document, previous: Option<&FileIr>) -> FileIr {
    let mut file = FileBuilder::new(document, previous);
    let root = document.tree().root_node();
    let mut tree = Tree::new(root);
    let mut collector = Collector { tree: &mut tree, file: &mut file, sites: Vec::new(), depth: 0, is_typing: false };
    collector.statements(root, None);
    let sites = collector.sites;
    file.comments = comments(document, ["#"], |node| KINDS.of(node) == Kind::Comment);
    file.module(|builder| Lowering::new(builder, &mut tree, true).module(root));
    for site in &sites {
        file.function(site.key, &site.outline, |builder| {
            Lowering::new(builder, &mut tree, false).function(site)
        });
    }
    file.finish(errors(document))
}

/// Declares an enum of names of the grammar with a table from its numeric ids.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident: $($variant:ident = $text:literal),* $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        enum $name {
            /// Any that is not listed.
            Other,
            $($variant,)*
        }

        impl $name {
            fn parse(text: &str) -> Self {
                match text {
                    $($text => $name::$variant,)*
                    _ => $name::Other,
                }
            }
        }
    };
}

names! {
    /// Node kinds. `Token` and `Error` never come from `parse`.
    Kind:
    Token = "\0token",
    Error = "\0error",
    Aliased = "aliased_import",
    Argument = "argument_list",
    AsPattern = "as_pattern",
    AsPatternTarget = "as_pattern_target",
    Assert = "assert_statement",
    Assignment = "assignment",
    Attribute = "attribute",
    Augmented = "augmented_assignment",
    Await = "await",
    Binary = "binary_operator",
    Block = "block",
    Boolean = "boolean_operator",
    Break = "break_statement",
    Call = "call",
    CaseClause = "case_clause",
    CasePattern = "case_pattern",
    ClassDefinition = "class_definition",
    ClassPattern = "class_pattern",
    Comment = "comment",
    Comparison = "comparison_operator",
    ComplexPattern = "complex_pattern",
    ConcatenatedString = "concatenated_string",
    Conditional = "conditional_expression",
    ConstrainedType = "constrained_type",
    Continue = "continue_statement",
    Decorated = "decorated_definition",
    Decorator = "decorator",
    DefaultParameter = "default_parameter",
    Delete = "delete_statement",
    DictPattern = "dict_pattern",
    Dictionary = "dictionary",
    DictionaryComprehension = "dictionary_comprehension",
    DictionarySplat = "dictionary_splat",
    DictionarySplatPattern = "dictionary_splat_pattern",
    DottedName = "dotted_name",
    ElifClause = "elif_clause",
    Ellipsis = "ellipsis",
    ElseClause = "else_clause",
    ExceptClause = "except_clause",
    ExceptGroupClause = "except_group_clause",
    Exec = "exec_statement",
    ExpressionList = "expression_list",
    ExpressionStatement = "expression_statement",
    False = "false",
    FinallyClause = "finally_clause",
    Float = "float",
    For = "for_statement",
    ForInClause = "for_in_clause",
    FormatExpression = "format_expression",
    FormatSpecifier = "format_specifier",
    FunctionDefinition = "function_definition",
    FutureImport = "future_import_statement",
    Generator = "generator_expression",
    GenericType = "generic_type",
    Global = "global_statement",
    Identifier = "identifier",
    If = "if_statement",
    IfClause = "if_clause",
    Import = "import_statement",
    ImportFrom = "import_from_statement",
    Integer = "integer",
    Interpolation = "interpolation",
    KeywordArgument = "keyword_argument",
    KeywordPattern = "keyword_pattern",
    KeywordSeparator = "keyword_separator",
    Lambda = "lambda",
    LambdaParameters = "lambda_parameters",
    LineContinuation = "line_continuation",
    List = "list",
    ListComprehension = "list_comprehension",
    ListPattern = "list_pattern",
    ListSplat = "list_splat",
    ListSplatPattern = "list_splat_pattern",
    Match = "match_statement",
    MemberType = "member_type",
    Module = "module",
    Named = "named_expression",
    None = "none",
    Nonlocal = "nonlocal_statement",
    Not = "not_operator",
    Pair = "pair",
    Parameters = "parameters",
    Parenthesized = "parenthesized_expression",
    Pass = "pass_statement",
    PatternList = "pattern_list",
    PositionalSeparator = "positional_separator",
    Print = "print_statement",
    Raise = "raise_statement",
    Return = "return_statement",
    Set = "set",
    SetComprehension = "set_comprehension",
    Slice = "slice",
    SplatPattern = "splat_pattern",
    SplatType = "splat_type",
    String = "string",
    Subscript = "subscript",
    True = "true",
    Try = "try_statement",
    Tuple = "tuple",
    TuplePattern = "tuple_pattern",
    Type = "type",
    TypeAlias = "type_alias_statement",
    TypeParameter = "type_parameter",
    TypedDefaultParameter = "typed_default_parameter",
    TypedParameter = "typed_parameter",
    Unary = "unary_operator",
    UnionPattern = "union_pattern",
    UnionType = "union_type",
    While = "while_statement",
    Wildcard = "wildcard_import",
    With = "with_statement",
    WithClause = "with_clause",
    WithItem = "with_item",
    Yield = "yield",
}

names! {
    /// Field names; `Other` is a child without one.
    Field:
    Alias = "alias",
    Alternative = "alternative",
    Argument = "argument",
    Arguments = "arguments",
    Attribute = "attribute",
    Body = "body",
    Cause = "cause",
    Condition = "condition",
    Consequence = "consequence",
    Definition = "definition",
    Expression = "expression",
    Function = "function",
    Guard = "guard",
    Key = "key",
    Left = "left",
    ModuleName = "module_name",
    Name = "name",
    Object = "object",
    Operator = "operator",
    Operators = "operators",
    Parameters = "parameters",
    ReturnType = "return_type",
    Right = "right",
    Subject = "subject",
    Subscript = "subscript",
    Superclasses = "superclasses",
    Type = "type",
    Value = "value",
}

impl Kind {
    fn is_statement(self) -> bool {
        matches!(
            self,
            Kind::Assert
                | Kind::Break
                | Kind::ClassDefinition
                | Kind::Continue
                | Kind::Decorated
                | Kind::Delete
                | Kind::Exec
                | Kind::ExpressionStatement
                | Kind::For
                | Kind::FunctionDefinition
                | Kind::FutureImport
                | Kind::Global
                | Kind::If
                | Kind::Import
                | Kind::ImportFrom
                | Kind::Match
                | Kind::Nonlocal
                | Kind::Pass
                | Kind::Print
                | Kind::Raise
                | Kind::Return
                | Kind::Try
                | Kind::TypeAlias
                | Kind::While
                | Kind::With
        )
    }

    fn is_expression(self) -> bool {
        matches!(
            self,
            Kind::Attribute
                | Kind::Await
                | Kind::Binary
                | Kind::Boolean
                | Kind::Call
                | Kind::Comparison
                | Kind::ConcatenatedString
                | Kind::Conditional
                | Kind::Dictionary
                | Kind::DictionaryComprehension
                | Kind::Ellipsis
                | Kind::ExpressionList
                | Kind::False
                | Kind::Float
                | Kind::Generator
                | Kind::Identifier
                | Kind::Integer
                | Kind::Lambda
                | Kind::List
                | Kind::ListComprehension
                | Kind::ListSplat
                | Kind::Named
                | Kind::None
                | Kind::Not
                | Kind::Parenthesized
                | Kind::PatternList
                | Kind::Set
                | Kind::SetComprehension
                | Kind::String
                | Kind::Subscript
                | Kind::True
                | Kind::Tuple
                | Kind::Unary
                | Kind::Yield
        )
    }

    /// What holds statements of the same scope.
    fn is_container(self) -> bool {
        matches!(
            self,
            Kind::Block
                | Kind::CaseClause
                | Kind::ElifClause
                | Kind::ElseClause
                | Kind::Error
                | Kind::ExceptClause
                | Kind::ExceptGroupClause
                | Kind::FinallyClause
                | Kind::For
                | Kind::If
                | Kind::Match
                | Kind::Try
                | Kind::While
                | Kind::With
        )
    }
}

/// Kinds and fields by the grammar's numeric ids, which are faster to tell apart than names.
struct Kinds {
    kinds: Box<[Kind]>,
    fields: Box<[Field]>,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let grammar = Language::Python.grammar();
    let kind = |id: usize| match grammar.node_kind_for_id(id as u16) {
        Some(name) if grammar.node_kind_is_named(id as u16) => Kind::parse(name),
        _ => Kind::Token,
    };
    let field = |id: usize| grammar.field_name_for_id(id as u16).map_or(Field::Other, Field::parse);
    Kinds {
        kinds: (0..grammar.node_kind_count()).map(kind).collect(),
        fields: (0..=grammar.field_count()).map(field).collect(),
    }
});

impl Kinds {
    fn of(&self, node: Node<'_>) -> Kind {
        self.kinds.get(usize::from(node.kind_id())).copied().unwrap_or(Kind::Error)
    }
}

/// A child of a node.
#[derive(Clone, Copy)]
struct Child<'t> {
    node: Node<'t>,
    kind: Kind,
    field: Field,
}

/// The children that mean something: no comments, and of the tokens only those in a field.
struct Children<'t>(SmallVec<[Child<'t>; 6]>);

impl<'t> Children<'t> {
    fn get(&self, field: Field) -> Option<Node<'t>> {
        self.0.iter().find(|child| child.field == field).map(|child| child.node)
    }

    fn of_kind(&self, kind: Kind) -> Option<Node<'t>> {
        self.0.iter().find(|child| child.kind == kind).map(|child| child.node)
    }

    /// The first child that parsed.
    fn first(&self) -> Option<Child<'t>> {
        self.0.iter().find(|child| child.kind != Kind::Error).copied()
    }
}

impl<'c, 't> IntoIterator for &'c Children<'t> {
    type Item = Child<'t>;
    type IntoIter = std::iter::Copied<std::slice::Iter<'c, Child<'t>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().copied()
    }
}

/// Access to the children of nodes through one cursor.
struct Tree<'t> {
    cursor: TreeCursor<'t>,
    kinds: &'static Kinds,
}

impl<'t> Tree<'t> {
    fn new(root: Node<'t>) -> Self {
        Tree { cursor: root.walk(), kinds: &KINDS }
    }

    fn children(&mut self, node: Node<'t>) -> Children<'t> {
        let mut children = SmallVec::new();
        self.cursor.reset(node);
        let mut more = self.cursor.goto_first_child();
        while more {
            let node = self.cursor.node();
            let kind = self.kinds.of(node);
            let field = match self.cursor.field_id() {
                Some(id) => self.kinds.fields.get(usize::from(id.get())).copied().unwrap_or(Field::Other),
                None => Field::Other,
            };
            let is_extra = matches!(kind, Kind::Comment | Kind::LineContinuation);
            if !is_extra && (kind != Kind::Token || field != Field::Other) {
                children.push(Child { node, kind, field });
            }
            more = self.cursor.goto_next_sibling();
        }
        Children(children)
    }

    /// The expression inside parentheses and wrappers without meaning.
    fn strip(&mut self, mut node: Node<'t>) -> (Node<'t>, Kind) {
        loop {
            let kind = self.kinds.of(node);
            if !matches!(kind, Kind::Parenthesized | Kind::Type | Kind::AsPatternTarget) {
                return (node, kind);
            }
            match self.children(node).first() {
                Some(inner) => node = inner.node,
                None => return (node, Kind::Error),
            }
        }
    }
}

/// A function that is a body of its own.
struct Site<'t> {
    key: BodyKey,
    outline: Outline,
    /// The `def`.
    definition: Node<'t>,
    /// The `def` with its decorators.
    whole: Node<'t>,
}

/// Finds imports, classes and functions at module level.
struct Collector<'f, 'a, 't> {
    tree: &'f mut Tree<'t>,
    file: &'f mut FileBuilder<'a>,
    sites: Vec<Site<'t>>,
    depth: u32,
    is_typing: bool,
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

    fn statement(&mut self, child: Child<'t>, class: Option<Symbol>) {
        match child.kind {
            Kind::FunctionDefinition => self.function(child.node, child.node, class),
            Kind::ClassDefinition => self.class(child.node, class),
            Kind::Decorated => {
                let Some(definition) = self.tree.children(child.node).get(Field::Definition) else { return };
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
            Kind::If if !self.is_typing && is_type_checking(self.tree, self.file.text(), child.node) => {
                for part in &self.tree.children(child.node) {
                    self.is_typing = part.field == Field::Consequence;
                    if part.kind.is_container() {
                        self.statements(part.node, class);
                    }
                }
                self.is_typing = false;
            }
            kind if kind.is_container() => self.statements(child.node, class),
            _ => {}
        }
    }

    fn function(&mut self, definition: Node<'t>, whole: Node<'t>, class: Option<Symbol>) {
        let children = self.tree.children(definition);
        let Some(name) = children.get(Field::Name) else { return };
        let text = self.file.text();
        let name = Symbol::new(&text[name.byte_range()]);
        let path = class.map_or(name, |class| class.member(&name));
        let key = self.file.next_key(path);
        let params = match children.get(Field::Parameters) {
            Some(parameters) => self.parameter_names(parameters),
            None => Vec::new(),
        };
        self.file.items.functions.push(Function { key, class, name, params });
        let is_dunder = name.starts_with("__") && name.ends_with("__");
        let outline = Outline {
            path,
            kind: if class.is_some() { BodyKind::Method } else { BodyKind::Function },
            class,
            exported: is_dunder || !name.starts_with('_'),
            start: whole.start_byte(),
            end: whole.end_byte(),
        };
        self.sites.push(Site { key, outline, definition, whole });
    }

    fn parameter_names(&mut self, parameters: Node<'t>) -> Vec<Option<Symbol>> {
        let mut names = Vec::new();
        for child in &self.tree.children(parameters) {
            let mut node = child.node;
            let mut kind = child.kind;
            if matches!(kind, Kind::KeywordSeparator | Kind::PositionalSeparator | Kind::Error) {
                continue;
            }
            while kind != Kind::Identifier {
                let children = self.tree.children(node);
                let named = children.get(Field::Name).or_else(|| children.first().map(|child| child.node));
                match named {
                    Some(inner) if kind != Kind::TuplePattern => node = inner,
                    _ => break,
                }
                kind = self.tree.kinds.of(node);
            }
            let name = (kind == Kind::Identifier).then(|| Symbol::new(&self.file.text()[node.byte_range()]));
            names.push(name);
        }
        names
    }

    fn class(&mut self, definition: Node<'t>, outer: Option<Symbol>) {
        let children = self.tree.children(definition);
        let Some(name) = children.get(Field::Name) else { return };
        let text = self.file.text();
        let name = &text[name.byte_range()];
        let path = outer.map_or_else(|| Symbol::new(name), |outer| outer.member(name));
        let mut class = Class { name: path, bases: Vec::new(), fields: Vec::new() };
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
        self.file.items.classes.push(class);
        self.statements(body, Some(path));
    }
}

/// Whether an `if` tests `TYPE_CHECKING`.
fn is_type_checking<'t>(tree: &mut Tree<'t>, text: &str, node: Node<'t>) -> bool {
    let Some(condition) = tree.children(node).get(Field::Condition) else { return false };
    let condition = &text[condition.byte_range()];
    condition == "TYPE_CHECKING" || condition.ends_with(".TYPE_CHECKING")
}

/// The imports of an import statement.
fn imports<'t>(tree: &mut Tree<'t>, text: &str, node: Node<'t>, is_typing: bool) -> SmallVec<[Import; 2]> {
    let mut found = SmallVec::new();
    let children = tree.children(node);
    let is_plain = tree.kinds.of(node) == Kind::Import;
    let module = if tree.kinds.of(node) == Kind::FutureImport {
        Cow::Borrowed("__future__")
    } else {
        children.get(Field::ModuleName).map_or(Cow::Borrowed(""), |module| compact(&text[module.byte_range()]))
    };
    let kind = |otherwise| if is_typing { ImportKind::Type } else { otherwise };
    for child in &children {
        if child.kind == Kind::Wildcard {
            let module = Symbol::new(&module);
            found.push(Import { local: None, target: module, module, kind: ImportKind::Wildcard });
        }
        if child.field != Field::Name {
            continue;
        }
        let (name, alias) = if child.kind == Kind::Aliased {
            let parts = tree.children(child.node);
            (parts.get(Field::Name).unwrap_or(child.node), parts.get(Field::Alias))
        } else {
            (child.node, None)
        };
        let name = compact(&text[name.byte_range()]);
        let alias = alias.map(|alias| Symbol::new(&text[alias.byte_range()]));
        if name.is_empty() {
            continue;
        }
        found.push(if is_plain {
            let module = Symbol::new(&name);
            let first = name.split_once('.').map_or(module, |(first, _)| Symbol::new(first));
            let target = if alias.is_some() { module } else { first };
            Import { local: alias.or(Some(first)), target, module, kind: kind(ImportKind::Module) }
        } else {
            let separator = if module.ends_with('.') { "" } else { "." };
            let target = Symbol::new(&format!("{module}{separator}{name}"));
            let local = alias.unwrap_or_else(|| Symbol::new(&name));
            Import { local: Some(local), target, module: Symbol::new(&module), kind: kind(ImportKind::Name) }
        });
    }
    found
}

/// A dotted name without the white space that may stand around its dots.
fn compact(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_whitespace() || byte == b'\\') {
        Cow::Owned(name.chars().filter(|&character| !character.is_whitespace() && character != '\\').collect())
    } else {
        Cow::Borrowed(name)
    }
}

/// A base class as written, without type arguments; `None` for keywords and computed bases.
fn base_name<'t>(tree: &mut Tree<'t>, text: &str, node: Node<'t>) -> Option<Symbol> {
    let (mut node, mut kind) = tree.strip(node);
    if kind == Kind::Subscript {
        (node, kind) = tree.children(node).get(Field::Value).map(|value| tree.strip(value))?;
    }
    let name = &text[node.byte_range()];
    (matches!(kind, Kind::Identifier | Kind::Attribute) && is_dotted(name)).then(|| Symbol::new(name))
}

/// Name and type of a class attribute with an annotation.
fn field<'t>(tree: &mut Tree<'t>, text: &str, statement: Node<'t>) -> Option<(Symbol, Symbol)> {
    let assignment = tree.children(statement).of_kind(Kind::Assignment)?;
    let children = tree.children(assignment);
    let (name, annotation) = (children.get(Field::Left)?, children.get(Field::Type)?);
    if tree.kinds.of(name) != Kind::Identifier {
        return None;
    }
    let ty = type_name(tree, text, annotation)?;
    Some((Symbol::new(&text[name.byte_range()]), ty))
}

/// The class that an annotation names: `User` in `User`, `"User"`, `Optional[User]`, `User | None`, `Mapped` in
/// `Mapped[User]`.
fn type_name<'t>(tree: &mut Tree<'t>, text: &str, annotation: Node<'t>) -> Option<Symbol> {
    let mut node = annotation;
    loop {
        let kind;
        (node, kind) = tree.strip(node);
        let source = &text[node.byte_range()];
        match kind {
            Kind::Identifier | Kind::Attribute => return is_dotted(source).then(|| Symbol::new(source)),
            Kind::String => {
                let name = literal_parts(source).map(|(_, content)| content)?.trim();
                return is_dotted(name).then(|| Symbol::new(name));
            }
            Kind::Subscript => {
                let children = tree.children(node);
                let value = children.get(Field::Value)?;
                node = if is_transparent(&text[value.byte_range()]) { children.get(Field::Subscript)? } else { value };
            }
            Kind::GenericType => {
                let children = tree.children(node);
                let value = children.first()?.node;
                let arguments = children.of_kind(Kind::TypeParameter);
                node = match arguments {
                    Some(arguments) if is_transparent(&text[value.byte_range()]) => {
                        tree.children(arguments).first()?.node
                    }
                    _ => value,
                };
            }
            Kind::Binary | Kind::UnionType => {
                let children = tree.children(node);
                let operands = children.into_iter().filter(|child| child.kind != Kind::Token);
                let mut written = operands.filter(|operand| &text[operand.node.byte_range()] != "None");
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
    matches!(last, "Optional" | "Annotated" | "ClassVar" | "Final" | "Required" | "NotRequired")
}

/// Whether the text is identifiers joined by dots.
fn is_dotted(text: &str) -> bool {
    let is_identifier = |part: &str| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|character| character.is_alphanumeric() || character == '_')
    };
    text.split('.').all(is_identifier)
}

/// Delimiters and content of a string literal.
fn literal_parts(source: &str) -> Option<(Delimiters<'_>, &str)> {
    let delimiters = literal::delimiters(Language::Python, source)?;
    let rest = &source[delimiters.prefix.len() + delimiters.quote.len()..];
    Some((delimiters, rest.strip_suffix(delimiters.quote).unwrap_or(rest)))
}

/// The statements that a definition stands among.
#[derive(Clone, Copy)]
struct Scope {
    /// Whether functions are bodies of their own.
    has_bodies: bool,
    /// The path of the class, in a class's block.
    class: Option<Symbol>,
}

/// Lowers the statements and expressions of one body.
struct Lowering<'b, 'a, 't> {
    b: &'b mut Builder<'a>,
    tree: &'b mut Tree<'t>,
    scope: Scope,
    is_typing: bool,
}

impl<'b, 'a, 't> Lowering<'b, 'a, 't> {
    fn new(b: &'b mut Builder<'a>, tree: &'b mut Tree<'t>, has_bodies: bool) -> Self {
        Lowering { b, tree, scope: Scope { has_bodies, class: None }, is_typing: false }
    }

    fn module(&mut self, root: Node<'t>) -> Vec<StmtId> {
        let mut statements = Vec::new();
        self.anchored(root, &mut statements);
        statements
    }

    fn function(&mut self, site: &Site<'t>) -> Lowered {
        let decorators = self.decorators(site.whole);
        let children = self.tree.children(site.definition);
        let is_method = site.outline.class.is_some();
        let params = self.definition_parameters(&children, is_method, site.whole);
        let returns = children.get(Field::ReturnType).map(|annotation| self.annotation(annotation));
        let mut root = Vec::new();
        self.definition_body(&children, &mut root);
        Lowered { params: params.into_vec(), decorators: decorators.into_vec(), returns, root }
    }

    // Statements

    /// The statements of a module or class, each with an anchor.
    fn anchored(&mut self, container: Node<'t>, out: &mut Vec<StmtId>) {
        for child in &self.tree.children(container) {
            self.b.anchor(child.node.start_byte());
            if child.kind == Kind::Error {
                self.anchored_error(child.node, out);
            } else {
                self.statement(child, out);
            }
        }
    }

    /// Broken code among the statements of a module or class.
    fn anchored_error(&mut self, node: Node<'t>, out: &mut Vec<StmtId>) {
        self.broken(node, out);
    }

    fn block(&mut self, block: Option<Node<'t>>) -> Block {
        let mut statements = Vec::new();
        if let Some(block) = block {
            self.statements(block, &mut statements);
        }
        statements.into_boxed_slice()
    }

    fn statements(&mut self, block: Node<'t>, out: &mut Vec<StmtId>) {
        for child in &self.tree.children(block) {
            self.statement(child, out);
        }
    }

    fn statement(&mut self, child: Child<'t>, out: &mut Vec<StmtId>) {
        if !self.b.enter() {
            out.push(self.b.stmt_at(StmtKind::Unknown(Box::default()), child.node));
            return;
        }
        self.statement_of_kind(child, out);
        self.b.leave();
    }

    fn statement_of_kind(&mut self, child: Child<'t>, out: &mut Vec<StmtId>) {
        let node = child.node;
        // Before the statements of a class in it set anchors of their own.
        let span = self.b.span(node);
        let kind = match child.kind {
            Kind::ExpressionStatement => self.expression_statement(node),
            Kind::Return => {
                let value = self.tree.children(node).first();
                StmtKind::Return(value.map(|value| self.expr(value.node)))
            }
            Kind::If => self.if_statement(node),
            Kind::For => return self.for_statement(node, span, out),
            Kind::While => return self.while_statement(node, span, out),
            Kind::With => self.with_statement(node),
            Kind::Try => self.try_statement(node),
            Kind::Match => self.match_statement(node),
            Kind::Raise => {
                let children = self.tree.children(node);
                let value = children.into_iter().find(|child| child.field != Field::Cause);
                StmtKind::Raise(value.map(|value| self.expr(value.node)))
            }
            Kind::Assert => match self.tree.children(node).first() {
                Some(test) => StmtKind::Assert(self.expr(test.node)),
                None => StmtKind::Unknown(Box::default()),
            },
            Kind::Import | Kind::ImportFrom | Kind::FutureImport => {
                for import in imports(self.tree, self.b.slice(0..node.end_byte()), node, self.is_typing) {
                    out.push(self.b.stmt(StmtKind::Import(import), span));
                }
                return;
            }
            Kind::FunctionDefinition | Kind::ClassDefinition | Kind::Decorated => {
                return self.definition(node, out);
            }
            Kind::Pass | Kind::Global | Kind::Nonlocal => StmtKind::Pass,
            Kind::Break => StmtKind::Break,
            Kind::Continue => StmtKind::Continue,
            Kind::TypeAlias => self.type_alias(node),
            Kind::Delete | Kind::Print | Kind::Exec => StmtKind::Unknown(self.parts(node)),
            _ => return self.broken(node, out),
        };
        out.push(self.b.stmt(kind, span));
    }

    /// Code that did not parse: its statements as they are, what is between them as unknown statements.
    fn broken(&mut self, node: Node<'t>, out: &mut Vec<StmtId>) {
        let mut loose: SmallVec<[ExprId; 4]> = SmallVec::new();
        let span = self.b.span(node);
        for child in &self.tree.children(node) {
            if child.kind.is_statement() {
                self.flush_loose(&mut loose, span, out);
                self.statement(child, out);
            } else if child.kind.is_expression() {
                loose.push(self.expr(child.node));
            } else if child.kind != Kind::Token && self.b.enter() {
                self.flush_loose(&mut loose, span, out);
                self.broken(child.node, out);
                self.b.leave();
            }
        }
        self.flush_loose(&mut loose, span, out);
    }

    fn flush_loose(&mut self, loose: &mut SmallVec<[ExprId; 4]>, whole: Span, out: &mut Vec<StmtId>) {
        let (Some(first), Some(last)) = (loose.first(), loose.last()) else { return };
        let span = self.b.get(*first).span.cover(self.b.get(*last).span);
        let span = if whole.contains(span) { span } else { whole };
        let parts = Box::from(loose.as_slice());
        out.push(self.b.stmt(StmtKind::Unknown(parts), span));
        loose.clear();
    }

    fn expression_statement(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let Some(first) = children.first() else { return StmtKind::Unknown(self.parts(node)) };
        if children.0.len() > 1 {
            let value = self.collection(node, CollectionKind::Tuple);
            return StmtKind::Expr(value);
        }
        match first.kind {
            Kind::Assignment => self.assignment(first.node),
            Kind::Augmented => {
                let parts = self.tree.children(first.node);
                let operator = parts.get(Field::Operator).map_or("", |operator| self.b.text(operator));
                let op = if operator == "+=" { AssignOp::Add } else { AssignOp::Other };
                let target = self.field(first.node, &parts, Field::Left);
                let value = self.field(first.node, &parts, Field::Right);
                assign(Box::new([target]), Some(value), op, None)
            }
            Kind::String | Kind::ConcatenatedString if !self.has_interpolation(first) => StmtKind::Pass,
            Kind::Ellipsis => StmtKind::Pass,
            _ => StmtKind::Expr(self.expr(first.node)),
        }
    }

    fn has_interpolation(&mut self, string: Child<'t>) -> bool {
        match string.kind {
            Kind::String => literal_parts(self.b.text(string.node)).is_some_and(|(parts, _)| parts.interpolated),
            _ => self.tree.children(string.node).into_iter().any(|piece| {
                literal_parts(self.b.text(piece.node)).is_some_and(|(parts, _)| parts.interpolated)
            }),
        }
    }

    fn assignment(&mut self, node: Node<'t>) -> StmtKind {
        let mut targets: SmallVec<[ExprId; 2]> = SmallVec::new();
        let mut annotation = None;
        let mut current = node;
        let value = loop {
            let children = self.tree.children(current);
            targets.push(self.field(current, &children, Field::Left));
            if let Some(ty) = children.get(Field::Type) {
                annotation = Some(self.annotation(ty));
            }
            match children.get(Field::Right) {
                Some(right) if self.tree.kinds.of(right) == Kind::Assignment => current = right,
                Some(right) => break Some(self.expr(right)),
                None => break None,
            }
        };
        assign(Box::from(targets.as_slice()), value, AssignOp::Set, annotation)
    }

    fn type_alias(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let target = self.field(node, &children, Field::Left);
        let value = match children.get(Field::Right) {
            Some(right) => self.annotation(right),
            None => self.b.unknown(node),
        };
        assign(Box::new([target]), Some(value), AssignOp::Set, None)
    }

    fn if_statement(&mut self, node: Node<'t>) -> StmtKind {
        let is_type_checking =
            self.scope.has_bodies && is_type_checking(self.tree, self.b.slice(0..node.end_byte()), node);
        let children = self.tree.children(node);
        let was_typing = self.is_typing;
        self.is_typing |= is_type_checking;
        let mut arms = vec![self.arm(node, &children)];
        self.is_typing = was_typing;
        let mut otherwise = None;
        for child in &children {
            match child.kind {
                Kind::ElifClause => {
                    let parts = self.tree.children(child.node);
                    arms.push(self.arm(child.node, &parts));
                }
                Kind::ElseClause => otherwise = Some(self.clause_block(child.node)),
                _ => {}
            }
        }
        StmtKind::If { arms: arms.into_boxed_slice(), otherwise }
    }

    fn arm(&mut self, node: Node<'t>, children: &Children<'t>) -> (ExprId, Block) {
        let test = self.field(node, children, Field::Condition);
        let block = self.block(children.get(Field::Consequence));
        (test, block)
    }

    /// The block of an `else` or `finally` clause.
    fn clause_block(&mut self, clause: Node<'t>) -> Block {
        let children = self.tree.children(clause);
        self.block(children.of_kind(Kind::Block))
    }

    fn for_statement(&mut self, node: Node<'t>, span: Span, out: &mut Vec<StmtId>) {
        let children = self.tree.children(node);
        let target = self.field(node, &children, Field::Left);
        let iter = self.field(node, &children, Field::Right);
        let body = self.block(children.get(Field::Body));
        out.push(self.b.stmt(StmtKind::For { target: Some(target), iter, body, keys: false }, span));
        self.loop_else(&children, out);
    }

    fn while_statement(&mut self, node: Node<'t>, span: Span, out: &mut Vec<StmtId>) {
        let children = self.tree.children(node);
        let test = self.field(node, &children, Field::Condition);
        let body = self.block(children.get(Field::Body));
        out.push(self.b.stmt(StmtKind::While { test: Some(test), body }, span));
        self.loop_else(&children, out);
    }

    /// The `else` of a loop, as a block after it.
    fn loop_else(&mut self, children: &Children<'t>, out: &mut Vec<StmtId>) {
        if let Some(clause) = children.of_kind(Kind::ElseClause) {
            let span = self.b.span(clause);
            let block = self.clause_block(clause);
            out.push(self.b.stmt(StmtKind::Block(block), span));
        }
    }

    fn with_statement(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let mut items = Vec::new();
        if let Some(clause) = children.of_kind(Kind::WithClause) {
            for item in &self.tree.children(clause) {
                let value = self.tree.children(item.node).get(Field::Value);
                self.with_item(value.unwrap_or(item.node), &mut items);
            }
        }
        let body = self.block(children.get(Field::Body));
        StmtKind::With { items: items.into_boxed_slice(), body }
    }

    /// One manager, or several in parentheses, which the grammar may read as a tuple.
    fn with_item(&mut self, value: Node<'t>, items: &mut Vec<WithItem>) {
        let (node, kind) = self.tree.strip(value);
        if kind == Kind::Tuple {
            let children = self.tree.children(node);
            if children.0.iter().any(|child| child.kind == Kind::AsPattern) {
                for child in &children {
                    self.with_item(child.node, items);
                }
                return;
            }
        }
        let item = if kind == Kind::AsPattern {
            let (context, target) = self.as_pattern(node);
            WithItem { context, target }
        } else {
            WithItem { context: self.expr(node), target: None }
        };
        items.push(item);
    }

    /// Value and target of `value as target`.
    fn as_pattern(&mut self, node: Node<'t>) -> (ExprId, Option<ExprId>) {
        let children = self.tree.children(node);
        let value = match children.first() {
            Some(value) if value.field != Field::Alias => self.expr(value.node),
            _ => self.b.unknown(node),
        };
        let target = children.get(Field::Alias).map(|alias| self.expr(alias));
        (value, target)
    }

    fn try_statement(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let body = self.block(children.get(Field::Body));
        let mut handlers = Vec::new();
        let mut otherwise = Block::default();
        let mut finally = Block::default();
        for child in &children {
            match child.kind {
                Kind::ExceptClause | Kind::ExceptGroupClause => handlers.push(self.handler(child.node)),
                Kind::ElseClause => otherwise = self.clause_block(child.node),
                Kind::FinallyClause => finally = self.clause_block(child.node),
                _ => {}
            }
        }
        StmtKind::Try { body, handlers: handlers.into_boxed_slice(), otherwise, finally }
    }

    fn handler(&mut self, node: Node<'t>) -> Handler {
        let children = self.tree.children(node);
        let mut types: SmallVec<[ExprId; 4]> = SmallVec::new();
        let mut target = None;
        for child in &children {
            match child.kind {
                Kind::Block | Kind::Error => {}
                _ if child.field == Field::Alias => target = Some(self.expr(child.node)),
                Kind::AsPattern => {
                    let parts = self.tree.children(child.node);
                    if let Some(caught) = parts.first() {
                        self.caught(caught.node, &mut types);
                    }
                    target = parts.get(Field::Alias).map(|alias| self.expr(alias));
                }
                _ => self.caught(child.node, &mut types),
            }
        }
        let body = self.block(children.of_kind(Kind::Block));
        Handler { types: Box::from(types.as_slice()), target, body }
    }

    /// A caught type, or each of a tuple of them.
    fn caught(&mut self, node: Node<'t>, types: &mut SmallVec<[ExprId; 4]>) {
        let (node, kind) = self.tree.strip(node);
        if kind == Kind::Tuple {
            for child in &self.tree.children(node) {
                types.push(self.expr(child.node));
            }
        } else {
            types.push(self.expr(node));
        }
    }

    fn match_statement(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let subjects: SmallVec<[Node<'t>; 2]> =
            children.into_iter().filter(|child| child.field == Field::Subject).map(|child| child.node).collect();
        let subject = match subjects.as_slice() {
            [] => self.b.unknown(node),
            [subject] => self.expr(*subject),
            [first, .., last] => {
                let span = self.b.range(first.start_byte(), last.end_byte());
                let entries = subjects.iter().map(|subject| self.entry(None, *subject)).collect();
                self.b.expr(collection(CollectionKind::Tuple, entries), span)
            }
        };
        let mut cases = Vec::new();
        if let Some(block) = children.get(Field::Body) {
            for clause in &self.tree.children(block) {
                if clause.kind == Kind::CaseClause {
                    cases.push(self.case(clause.node));
                }
            }
        }
        StmtKind::Switch { subject, cases: cases.into_boxed_slice() }
    }

    fn case(&mut self, node: Node<'t>) -> Case {
        let children = self.tree.children(node);
        let written: SmallVec<[Node<'t>; 4]> =
            children.into_iter().filter(|child| child.kind == Kind::CasePattern).map(|child| child.node).collect();
        let mut patterns = SmallVec::new();
        if let [pattern] = written.as_slice() {
            self.alternatives(*pattern, &mut patterns);
        } else if let [first, .., last] = written.as_slice() {
            let span = self.b.range(first.start_byte(), last.end_byte());
            let entries = written.iter().map(|pattern| self.pattern_entry(*pattern)).collect();
            patterns.push(self.b.expr(collection(CollectionKind::Tuple, entries), span));
        }
        let guard = children.get(Field::Guard).and_then(|guard| self.tree.children(guard).first());
        let guard = guard.map(|guard| self.expr(guard.node));
        let body = self.block(children.get(Field::Consequence));
        Case { patterns: Box::from(patterns.as_slice()), guard, body }
    }

    /// The patterns of a case; none for `_`.
    fn alternatives(&mut self, pattern: Node<'t>, patterns: &mut SmallVec<[ExprId; 4]>) {
        let children = self.tree.children(pattern);
        let Some(inner) = children.first() else { return };
        match inner.kind {
            Kind::UnionPattern => {
                for alternative in &self.tree.children(inner.node) {
                    patterns.push(self.pattern(alternative.node));
                }
            }
            Kind::AsPattern => {
                for part in &self.tree.children(inner.node) {
                    if part.kind == Kind::CasePattern {
                        self.alternatives(part.node, patterns);
                    } else {
                        patterns.push(self.expr(part.node));
                    }
                }
            }
            _ => patterns.push(self.pattern(pattern)),
        }
    }

    fn pattern(&mut self, node: Node<'t>) -> ExprId {
        if !self.b.enter() {
            return self.b.unknown(node);
        }
        let pattern = self.pattern_of_kind(node);
        self.b.leave();
        pattern
    }

    fn pattern_of_kind(&mut self, node: Node<'t>) -> ExprId {
        let kind = self.tree.kinds.of(node);
        match kind {
            Kind::CasePattern => {
                let children = self.tree.children(node);
                match children.first() {
                    Some(inner) if matches!(inner.kind, Kind::Integer | Kind::Float) => {
                        let number = self.expr(inner.node);
                        if self.b.text(node).starts_with('-') {
                            let kind = ExprKind::Arithmetic { op: Symbol::new("-"), operands: Box::new([number]) };
                            self.b.expr_at(kind, node)
                        } else {
                            number
                        }
                    }
                    Some(inner) => self.pattern(inner.node),
                    None => self.b.name(node),
                }
            }
            Kind::DottedName => self.dotted(node),
            Kind::ListPattern | Kind::TuplePattern => {
                let entries = self.tree.children(node).into_iter().map(|child| self.pattern_entry(child.node)).collect();
                let kind = if kind == Kind::ListPattern { CollectionKind::List } else { CollectionKind::Tuple };
                self.b.expr_at(collection(kind, entries), node)
            }
            Kind::DictPattern => self.dict_pattern(node),
            Kind::SplatPattern => {
                let children = self.tree.children(node);
                let name = match children.first() {
                    Some(name) => self.b.name(name.node),
                    None => self.b.unknown(node),
                };
                self.b.expr_at(ExprKind::Spread(name), node)
            }
            Kind::ClassPattern => self.class_pattern(node),
            Kind::UnionPattern | Kind::AsPattern => {
                let parts: Vec<_> =
                    self.tree.children(node).into_iter().map(|child| self.pattern(child.node)).collect();
                self.b.expr_at(ExprKind::Unknown(parts.into_boxed_slice()), node)
            }
            Kind::ComplexPattern => {
                let operands: Vec<_> = self.tree.children(node).into_iter().map(|child| self.expr(child.node)).collect();
                let kind = ExprKind::Arithmetic { op: Symbol::new("+"), operands: operands.into_boxed_slice() };
                self.b.expr_at(kind, node)
            }
            Kind::Token => self.b.name(node),
            _ => self.expr(node),
        }
    }

    fn pattern_entry(&mut self, node: Node<'t>) -> Entry {
        Entry { key: None, value: self.pattern(node), span: self.b.span(node) }
    }

    fn dict_pattern(&mut self, node: Node<'t>) -> ExprId {
        let mut entries = Vec::new();
        let mut key: Option<Node<'t>> = None;
        for child in &self.tree.children(node) {
            match child.field {
                Field::Key => key = Some(child.node),
                Field::Value => {
                    let start = key.map_or(child.node.start_byte(), |key| key.start_byte());
                    let span = self.b.range(start, child.node.end_byte());
                    let key = key.take().map(|key| self.pattern(key));
                    entries.push(Entry { key, value: self.pattern(child.node), span });
                }
                _ => entries.push(self.pattern_entry(child.node)),
            }
        }
        self.b.expr_at(collection(CollectionKind::Dict, entries), node)
    }

    /// `Point(x, y=0)` as a call of the class with patterns as arguments.
    fn class_pattern(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let Some(class) = children.first() else { return self.b.unknown(node) };
        let callee = self.pattern(class.node);
        let mut args = Vec::new();
        for child in children.into_iter().skip(1) {
            let inner = self.tree.children(child.node).first();
            let span = self.b.span(child.node);
            let arg = match inner {
                Some(keyword) if keyword.kind == Kind::KeywordPattern => {
                    let parts = self.tree.children(keyword.node);
                    let mut parts = parts.into_iter();
                    let name = parts.next().map_or(ArgName::Positional, |name| {
                        ArgName::Keyword(Symbol::new(self.b.text(name.node)))
                    });
                    let value = match parts.next() {
                        Some(value) => self.pattern(value.node),
                        None => self.b.unknown(keyword.node),
                    };
                    Arg { name, value, span }
                }
                _ => Arg { name: ArgName::Positional, value: self.pattern(child.node), span },
            };
            args.push(arg);
        }
        let args_span = self.b.range(class.node.end_byte(), node.end_byte());
        let call = Call { callee, args: args.into_boxed_slice(), form: CallForm::Plain, args_span };
        self.b.expr_at(ExprKind::Call(call), node)
    }

    // Definitions

    fn definition(&mut self, whole: Node<'t>, out: &mut Vec<StmtId>) {
        let mut node = whole;
        if self.tree.kinds.of(whole) == Kind::Decorated {
            match self.tree.children(whole).get(Field::Definition) {
                Some(definition) => node = definition,
                None => return self.broken(whole, out),
            }
        }
        let children = self.tree.children(node);
        let Some(name_node) = children.get(Field::Name) else { return self.broken(whole, out) };
        let decorators = self.decorators(whole);
        let name = Symbol::new(self.b.text(name_node));
        if self.tree.kinds.of(node) == Kind::ClassDefinition {
            return self.class(whole, name, decorators, &children, out);
        }
        if self.scope.has_bodies {
            let path = self.scope.class.map_or(name, |class| class.member(&name));
            let span = self.header(whole, &children);
            out.push(self.b.stmt(StmtKind::Define { name: path, decorators }, span));
            return;
        }
        let is_method = self.scope.class.is_some();
        let params = self.definition_parameters(&children, is_method, whole);
        let mut body = Vec::new();
        let outer = std::mem::replace(&mut self.scope, Scope { has_bodies: false, class: None });
        self.definition_body(&children, &mut body);
        self.scope = outer;
        let closure = Closure { name: Some(name), params, body: body.into_boxed_slice(), decorators };
        let value = self.b.expr_at(ExprKind::Closure(Box::new(closure)), whole);
        let target = self.b.name(name_node);
        out.push(self.b.stmt_at(assign(Box::new([target]), Some(value), AssignOp::Set, None), whole));
    }

    fn class(
        &mut self,
        whole: Node<'t>,
        name: Symbol,
        decorators: Box<[ExprId]>,
        children: &Children<'t>,
        out: &mut Vec<StmtId>,
    ) {
        let path = self.scope.class.map_or(name, |outer| outer.member(&name));
        let has_bodies = self.scope.has_bodies;
        let span = if has_bodies { self.header(whole, children) } else { self.b.span(whole) };
        let outer = std::mem::replace(&mut self.scope, Scope { has_bodies, class: Some(path) });
        let mut body = Vec::new();
        if let Some(block) = children.get(Field::Body) {
            if has_bodies {
                self.anchored(block, &mut body);
            } else {
                self.statements(block, &mut body);
            }
        }
        self.scope = outer;
        let body = body.into_boxed_slice();
        out.push(self.b.stmt(StmtKind::Class { name, decorators, body }, span));
    }

    /// The span of a definition up to its colon: what is in the block belongs to other bodies and anchors.
    fn header(&mut self, whole: Node<'t>, children: &Children<'t>) -> Span {
        let header = children.into_iter().take_while(|child| child.field != Field::Body);
        let end = header.last().map_or(whole.end_byte(), |child| child.node.end_byte());
        self.b.range(whole.start_byte(), end)
    }

    fn decorators(&mut self, whole: Node<'t>) -> Box<[ExprId]> {
        if self.tree.kinds.of(whole) != Kind::Decorated {
            return Box::default();
        }
        let mut decorators = Vec::new();
        for child in &self.tree.children(whole) {
            if child.kind == Kind::Decorator {
                let expression = self.tree.children(child.node).first();
                decorators.push(match expression {
                    Some(expression) => self.expr(expression.node),
                    None => self.b.unknown(child.node),
                });
            }
        }
        decorators.into_boxed_slice()
    }

    fn definition_parameters(
        &mut self,
        children: &Children<'t>,
        is_method: bool,
        whole: Node<'t>,
    ) -> Box<[Param]> {
        let Some(parameters) = children.get(Field::Parameters) else { return Box::default() };
        let has_receiver = is_method && !self.is_static(whole);
        self.parameters(parameters, has_receiver)
    }

    fn is_static(&mut self, whole: Node<'t>) -> bool {
        if self.tree.kinds.of(whole) != Kind::Decorated {
            return false;
        }
        let children = self.tree.children(whole);
        let mut decorators = children.into_iter().filter(|child| child.kind == Kind::Decorator);
        decorators.any(|decorator| self.b.text(decorator.node)[1..].trim() == "staticmethod")
    }

    fn parameters(&mut self, parameters: Node<'t>, has_receiver: bool) -> Box<[Param]> {
        let mut params: Vec<Param> = Vec::new();
        let mut positional = if has_receiver { ParamKind::Receiver } else { ParamKind::Normal };
        for child in &self.tree.children(parameters) {
            if child.kind == Kind::KeywordSeparator {
                positional = ParamKind::KeywordOnly;
            }
            if matches!(child.kind, Kind::KeywordSeparator | Kind::PositionalSeparator | Kind::Error) {
                continue;
            }
            let param = self.parameter(child, positional);
            positional = match param.kind {
                ParamKind::Receiver => ParamKind::Normal,
                ParamKind::Rest => ParamKind::KeywordOnly,
                _ => positional,
            };
            params.push(param);
        }
        params.into_boxed_slice()
    }

    fn parameter(&mut self, child: Child<'t>, positional: ParamKind) -> Param {
        let mut written = child;
        let mut annotation = None;
        let mut default = None;
        if matches!(child.kind, Kind::TypedParameter | Kind::DefaultParameter | Kind::TypedDefaultParameter) {
            for part in &self.tree.children(child.node) {
                match part.field {
                    Field::Type => annotation = Some(self.annotation(part.node)),
                    Field::Value => default = Some(self.expr(part.node)),
                    _ if part.kind != Kind::Error => written = part,
                    _ => {}
                }
            }
        }
        let kind = match written.kind {
            Kind::ListSplatPattern => ParamKind::Rest,
            Kind::DictionarySplatPattern => ParamKind::KeywordRest,
            _ => positional,
        };
        let pattern = match kind {
            ParamKind::Rest | ParamKind::KeywordRest => match self.tree.children(written.node).first() {
                Some(name) => self.expr(name.node),
                None => self.b.unknown(written.node),
            },
            _ => self.expr(written.node),
        };
        Param { pattern, annotation, default, kind, decorators: Box::default(), span: self.b.span(child.node) }
    }

    fn definition_body(&mut self, children: &Children<'t>, out: &mut Vec<StmtId>) {
        for child in children {
            if child.field == Field::Body {
                self.statements(child.node, out);
            } else if child.kind == Kind::Error {
                self.broken(child.node, out);
            }
        }
    }

    // Types

    /// A type: an expression in which strings are names.
    fn annotation(&mut self, node: Node<'t>) -> ExprId {
        let (node, kind) = self.tree.strip(node);
        if !self.b.enter() {
            return self.b.unknown(node);
        }
        let id = self.annotation_of_kind(node, kind);
        self.b.leave();
        id
    }

    fn annotation_of_kind(&mut self, node: Node<'t>, kind: Kind) -> ExprId {
        match kind {
            Kind::String => self.quoted_annotation(node),
            Kind::Subscript => {
                let children = self.tree.children(node);
                let base = self.field(node, &children, Field::Value);
                let name = children.get(Field::Value).map_or("", |value| self.b.text(value));
                let arguments =
                    children.into_iter().filter(|child| child.field == Field::Subscript).map(|child| child.node);
                self.type_arguments(node, base, name, arguments.collect())
            }
            Kind::GenericType => {
                let children = self.tree.children(node);
                let Some(value) = children.first() else { return self.b.unknown(node) };
                let base = self.expr(value.node);
                let name = self.b.text(value.node);
                let arguments = match children.of_kind(Kind::TypeParameter) {
                    Some(parameter) => self.tree.children(parameter).into_iter().map(|child| child.node).collect(),
                    None => SmallVec::new(),
                };
                self.type_arguments(node, base, name, arguments)
            }
            Kind::Binary | Kind::UnionType => {
                let operands: Vec<_> = self
                    .tree
                    .children(node)
                    .into_iter()
                    .filter(|child| child.kind != Kind::Token)
                    .map(|child| self.annotation(child.node))
                    .collect();
                let kind = ExprKind::Arithmetic { op: Symbol::new("|"), operands: operands.into_boxed_slice() };
                self.b.expr_at(kind, node)
            }
            Kind::List => {
                let entries = self
                    .tree
                    .children(node)
                    .into_iter()
                    .map(|child| Entry { key: None, value: self.annotation(child.node), span: self.b.span(child.node) })
                    .collect();
                self.b.expr_at(collection(CollectionKind::List, entries), node)
            }
            Kind::MemberType => {
                let children = self.tree.children(node);
                match children.0.as_slice() {
                    [base, name] => {
                        let base = self.annotation(base.node);
                        let (name, name_span) = (Symbol::new(self.b.text(name.node)), self.b.span(name.node));
                        self.b.expr_at(ExprKind::Attribute { base, name, name_span }, node)
                    }
                    _ => self.b.unknown(node),
                }
            }
            Kind::SplatType => {
                let inner = match self.tree.children(node).first() {
                    Some(inner) => self.expr(inner.node),
                    None => self.b.unknown(node),
                };
                self.b.expr_at(ExprKind::Spread(inner), node)
            }
            Kind::ConstrainedType => {
                match self.tree.children(node).first() {
                    Some(inner) => self.annotation(inner.node),
                    None => self.b.unknown(node),
                }
            }
            _ => self.expr(node),
        }
    }

    /// `base[arguments]` in a type.
    fn type_arguments(
        &mut self,
        node: Node<'t>,
        base: ExprId,
        name: &str,
        arguments: SmallVec<[Node<'t>; 4]>,
    ) -> ExprId {
        // The arguments of `Literal` are values, and so is the metadata of `Annotated`.
        let types = match name.rsplit('.').next() {
            Some("Literal") => 0,
            Some("Annotated") => 1,
            _ => usize::MAX,
        };
        let mut lowered: SmallVec<[(ExprId, Span); 4]> = SmallVec::new();
        for (position, argument) in arguments.into_iter().enumerate() {
            let value = if position < types { self.annotation(argument) } else { self.expr(argument) };
            lowered.push((value, self.b.span(argument)));
        }
        let index = match lowered.as_slice() {
            [] => self.b.unknown(node),
            [(only, _)] => *only,
            [(_, first), .., (_, last)] => {
                let span = first.cover(*last);
                let entries = lowered.iter().map(|&(value, span)| Entry { key: None, value, span }).collect();
                self.b.expr(collection(CollectionKind::Tuple, entries), span)
            }
        };
        self.b.expr_at(ExprKind::Index { base, index }, node)
    }

    /// `"pkg.User"` as `pkg.User`; any other string as it is.
    fn quoted_annotation(&mut self, node: Node<'t>) -> ExprId {
        let source = self.b.text(node);
        let Some((delimiters, content)) = literal_parts(source) else { return self.expr(node) };
        if !is_dotted(content) {
            return self.expr(node);
        }
        let start = node.start_byte() + delimiters.prefix.len() + delimiters.quote.len();
        self.dotted_text(content, start)
    }

    /// Identifiers joined by dots, which start at the absolute offset `start`.
    fn dotted_text(&mut self, text: &str, start: usize) -> ExprId {
        let mut at = start;
        let mut base = None;
        for part in text.split('.') {
            let end = at + part.len();
            let name = Symbol::new(part);
            let name_span = self.b.range(at, end);
            base = Some(match base {
                None => self.b.expr(ExprKind::Name(name), name_span),
                Some(base) => {
                    let span = self.b.range(start, end);
                    self.b.expr(ExprKind::Attribute { base, name, name_span }, span)
                }
            });
            at = end + 1;
        }
        base.expect("splitting yields at least one part")
    }

    /// A `dotted_name` node.
    fn dotted(&mut self, node: Node<'t>) -> ExprId {
        let mut base = None;
        for part in &self.tree.children(node) {
            base = Some(match base {
                None => self.b.name(part.node),
                Some(base) => {
                    let name = Symbol::new(self.b.text(part.node));
                    let name_span = self.b.span(part.node);
                    let span = self.b.range(node.start_byte(), part.node.end_byte());
                    self.b.expr(ExprKind::Attribute { base, name, name_span }, span)
                }
            });
        }
        base.unwrap_or_else(|| self.b.unknown(node))
    }

    // Expressions

    fn expr(&mut self, node: Node<'t>) -> ExprId {
        let (node, kind) = self.tree.strip(node);
        if !self.b.enter() {
            return self.b.unknown(node);
        }
        let id = self.expr_of_kind(node, kind);
        self.b.leave();
        id
    }

    /// The child in a field; unknown when it is missing.
    fn field(&mut self, node: Node<'t>, children: &Children<'t>, field: Field) -> ExprId {
        match children.get(field) {
            Some(child) => self.expr(child),
            None => self.b.unknown(node),
        }
    }

    fn expr_of_kind(&mut self, node: Node<'t>, kind: Kind) -> ExprId {
        let value = match kind {
            Kind::Identifier => return self.identifier(node),
            Kind::String => return self.string(node),
            Kind::Attribute => {
                let children = self.tree.children(node);
                let base = self.field(node, &children, Field::Object);
                let Some(name) = children.get(Field::Attribute) else {
                    return self.b.expr_at(ExprKind::Unknown(Box::new([base])), node);
                };
                let name_span = self.b.span(name);
                ExprKind::Attribute { base, name: Symbol::new(self.b.text(name)), name_span }
            }
            Kind::Call => return self.call(node),
            Kind::Integer | Kind::Float => {
                let text = self.b.text(node);
                let number = if text.contains('_') { text.replace('_', "").into() } else { text.into() };
                ExprKind::Literal(Literal::Number(number))
            }
            Kind::True => ExprKind::Literal(Literal::Bool(true)),
            Kind::False => ExprKind::Literal(Literal::Bool(false)),
            Kind::None => ExprKind::Literal(Literal::Null),
            Kind::Ellipsis => ExprKind::Name(Symbol::new("Ellipsis")),
            Kind::Subscript => return self.subscript(node),
            Kind::Slice => ExprKind::Unknown(self.parts(node)),
            Kind::Binary => return self.binary(node),
            Kind::Unary => {
                let children = self.tree.children(node);
                let op = children.get(Field::Operator).map_or("", |operator| self.b.text(operator));
                let operand = self.field(node, &children, Field::Argument);
                ExprKind::Arithmetic { op: Symbol::new(op), operands: Box::new([operand]) }
            }
            Kind::Comparison => return self.comparison(node),
            Kind::Boolean => return self.boolean(node),
            Kind::Not => {
                let children = self.tree.children(node);
                ExprKind::Not(self.field(node, &children, Field::Argument))
            }
            Kind::Conditional => self.conditional(node),
            Kind::ConcatenatedString => return self.concatenated_string(node),
            Kind::Tuple | Kind::ExpressionList | Kind::PatternList | Kind::TuplePattern => {
                return self.collection(node, CollectionKind::Tuple);
            }
            Kind::List | Kind::ListPattern => return self.collection(node, CollectionKind::List),
            Kind::Set => return self.collection(node, CollectionKind::Set),
            Kind::Dictionary => return self.collection(node, CollectionKind::Dict),
            Kind::ListComprehension | Kind::SetComprehension | Kind::DictionaryComprehension | Kind::Generator => {
                self.comprehension(node)
            }
            Kind::Lambda => self.lambda(node),
            Kind::Await => match self.tree.children(node).first() {
                Some(value) => ExprKind::Await(self.expr(value.node)),
                None => ExprKind::Unknown(Box::default()),
            },
            Kind::Yield => self.yield_expression(node),
            Kind::Named => {
                let children = self.tree.children(node);
                let target = self.field(node, &children, Field::Name);
                let value = self.field(node, &children, Field::Value);
                ExprKind::Assign { target, value }
            }
            Kind::ListSplat | Kind::ListSplatPattern | Kind::DictionarySplat | Kind::DictionarySplatPattern => {
                match self.tree.children(node).first() {
                    Some(value) => ExprKind::Spread(self.expr(value.node)),
                    None => ExprKind::Unknown(Box::default()),
                }
            }
            Kind::GenericType | Kind::UnionType | Kind::MemberType | Kind::SplatType | Kind::ConstrainedType => {
                return self.annotation_of_kind(node, kind);
            }
            Kind::DottedName => return self.dotted(node),
            _ => ExprKind::Unknown(self.parts(node)),
        };
        self.b.expr_at(value, node)
    }

    /// The expressions among the descendants of something that is not modelled.
    fn parts(&mut self, node: Node<'t>) -> Box<[ExprId]> {
        let mut parts = SmallVec::new();
        self.gather(node, &mut parts);
        Box::from(parts.as_slice())
    }

    fn gather(&mut self, node: Node<'t>, parts: &mut SmallVec<[ExprId; 4]>) {
        for child in &self.tree.children(node) {
            if child.kind.is_expression() {
                parts.push(self.expr(child.node));
            } else if child.kind != Kind::Token && self.b.enter() {
                self.gather(child.node, parts);
                self.b.leave();
            }
        }
    }

    fn identifier(&mut self, node: Node<'t>) -> ExprId {
        if node.start_byte() == node.end_byte() {
            return self.b.unknown(node);
        }
        self.b.name(node)
    }

    fn call(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let (Some(function), Some(arguments)) = (children.get(Field::Function), children.get(Field::Arguments)) else {
            let parts = self.parts(node);
            return self.b.expr_at(ExprKind::Unknown(parts), node);
        };
        if let Some(template) = self.format_call(node, function, arguments) {
            return template;
        }
        let callee = self.expr(function);
        let args_span = self.b.span(arguments);
        let args = if self.tree.kinds.of(arguments) == Kind::Generator {
            Box::new([self.generator_argument(arguments)])
        } else {
            self.arguments(arguments)
        };
        self.b.expr_at(ExprKind::Call(Call { callee, args, form: CallForm::Plain, args_span }), node)
    }

    /// `f(x for x in xs)`: the parentheses are those of the call.
    fn generator_argument(&mut self, node: Node<'t>) -> Arg {
        let children = self.tree.children(node);
        let (first, last) = (children.0.first(), children.0.last());
        let start = first.map_or(node.start_byte(), |child| child.node.start_byte());
        let end = last.map_or(node.end_byte(), |child| child.node.end_byte());
        let span = self.b.range(start, end);
        let kind = self.comprehension(node);
        Arg { name: ArgName::Positional, value: self.b.expr(kind, span), span }
    }

    fn arguments(&mut self, node: Node<'t>) -> Box<[Arg]> {
        let mut args: SmallVec<[Arg; 4]> = SmallVec::new();
        for child in &self.tree.children(node) {
            args.extend(self.argument(child));
        }
        args.into_vec().into_boxed_slice()
    }

    /// An argument; `None` for broken code without any expression.
    fn argument(&mut self, child: Child<'t>) -> Option<Arg> {
        let span = self.b.span(child.node);
        let (name, value) = match child.kind {
            Kind::KeywordArgument => {
                let children = self.tree.children(child.node);
                let name = children.get(Field::Name)?;
                let value = self.field(child.node, &children, Field::Value);
                (ArgName::Keyword(Symbol::new(self.b.text(name))), value)
            }
            Kind::Error => {
                let parts = self.parts(child.node);
                if parts.is_empty() {
                    return None;
                }
                (ArgName::Positional, self.b.expr(ExprKind::Unknown(parts), span))
            }
            Kind::DictionarySplat => {
                let value = self.tree.children(child.node).first()?;
                (ArgName::KeywordSpread, self.expr(value.node))
            }
            _ => {
                let (node, kind) = self.tree.strip(child.node);
                if kind == Kind::ListSplat {
                    let value = self.tree.children(node).first()?;
                    (ArgName::Spread, self.expr(value.node))
                } else {
                    (ArgName::Positional, self.expr(node))
                }
            }
        };
        Some(Arg { name, value, span })
    }

    fn subscript(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let base = self.field(node, &children, Field::Value);
        let subscripts: SmallVec<[Node<'t>; 2]> =
            children.into_iter().filter(|child| child.field == Field::Subscript).map(|child| child.node).collect();
        let index = match subscripts.as_slice() {
            [] => self.b.unknown(node),
            [only] => self.expr(*only),
            [first, .., last] => {
                let span = self.b.range(first.start_byte(), last.end_byte());
                let entries = subscripts.iter().map(|subscript| self.entry(None, *subscript)).collect();
                self.b.expr(collection(CollectionKind::Tuple, entries), span)
            }
        };
        self.b.expr_at(ExprKind::Index { base, index }, node)
    }

    fn binary(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let (Some(left), Some(right)) = (children.get(Field::Left), children.get(Field::Right)) else {
            let parts = self.parts(node);
            return self.b.expr_at(ExprKind::Unknown(parts), node);
        };
        let op = children.get(Field::Operator).map_or("", |operator| self.b.text(operator));
        match op {
            "+" => return self.concat(node, left, right),
            "%" => {
                if let Some(template) = self.percent(node, left, right) {
                    return template;
                }
            }
            _ => {}
        }
        let operands = Box::new([self.expr(left), self.expr(right)]);
        self.b.expr_at(ExprKind::Arithmetic { op: Symbol::new(op), operands }, node)
    }

    /// `a + b + c` along its left spine, which may be very long.
    fn concat(&mut self, node: Node<'t>, left: Node<'t>, right: Node<'t>) -> ExprId {
        let mut rights: SmallVec<[Node<'t>; 4]> = SmallVec::new();
        rights.push(right);
        let mut first = left;
        while let Some((left, right)) = self.sum(first) {
            rights.push(right);
            first = left;
        }
        let mut operands: SmallVec<[ExprId; 8]> = SmallVec::new();
        self.operand(first, &mut operands);
        for right in rights.into_iter().rev() {
            self.operand(right, &mut operands);
        }
        self.b.expr_at(ExprKind::Concat(Box::from(operands.as_slice())), node)
    }

    /// The operands of `left + right`.
    fn sum(&mut self, node: Node<'t>) -> Option<(Node<'t>, Node<'t>)> {
        let (node, kind) = self.tree.strip(node);
        if kind != Kind::Binary {
            return None;
        }
        let children = self.tree.children(node);
        let operator = children.get(Field::Operator)?;
        if self.b.text(operator) != "+" {
            return None;
        }
        Some((children.get(Field::Left)?, children.get(Field::Right)?))
    }

    /// An operand of `+`; implicitly concatenated strings are several.
    fn operand(&mut self, node: Node<'t>, operands: &mut SmallVec<[ExprId; 8]>) {
        let (node, kind) = self.tree.strip(node);
        if kind == Kind::ConcatenatedString {
            for piece in &self.tree.children(node) {
                operands.push(self.expr(piece.node));
            }
        } else {
            operands.push(self.expr(node));
        }
    }

    fn comparison(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let mut links: SmallVec<[ExprId; 4]> = SmallVec::new();
        let mut left: Option<ExprId> = None;
        let mut op = None;
        for child in &children {
            if child.field == Field::Operators {
                op = Some(compare_op(child.node.kind()));
                continue;
            }
            let right = self.expr(child.node);
            if let (Some(left), Some(op)) = (left, op.take()) {
                let span = self.b.get(left).span.cover(self.b.get(right).span);
                links.push(self.b.expr(ExprKind::Compare { op, left, right }, span));
            }
            left = Some(right);
        }
        match links.as_slice() {
            [] => {
                let parts = left.into_iter().collect();
                self.b.expr_at(ExprKind::Unknown(parts), node)
            }
            links => self.balanced(links, ExprKind::And),
        }
    }

    /// `a and b and c`: a long chain becomes a balanced tree, whose depth stays small.
    fn boolean(&mut self, node: Node<'t>) -> ExprId {
        let mut rights: SmallVec<[Node<'t>; 4]> = SmallVec::new();
        let mut first = node;
        let mut is_and = None;
        loop {
            let (inner, kind) = self.tree.strip(first);
            if kind != Kind::Boolean {
                break;
            }
            let children = self.tree.children(inner);
            let (Some(left), Some(right)) = (children.get(Field::Left), children.get(Field::Right)) else { break };
            let is_inner_and = children.get(Field::Operator).is_some_and(|operator| self.b.text(operator) == "and");
            if *is_and.get_or_insert(is_inner_and) != is_inner_and {
                break;
            }
            rights.push(right);
            first = left;
        }
        if rights.is_empty() {
            let parts = self.parts(node);
            return self.b.expr_at(ExprKind::Unknown(parts), node);
        }
        let mut operands: SmallVec<[ExprId; 4]> = SmallVec::new();
        operands.push(self.expr(first));
        for right in rights.into_iter().rev() {
            operands.push(self.expr(right));
        }
        self.balanced(&operands, if is_and == Some(true) { ExprKind::And } else { ExprKind::Or })
    }

    fn balanced(&mut self, operands: &[ExprId], join: fn(ExprId, ExprId) -> ExprKind) -> ExprId {
        if let [only] = operands {
            return *only;
        }
        let (left, right) = operands.split_at(operands.len().div_ceil(2));
        let left = self.balanced(left, join);
        let right = self.balanced(right, join);
        let span = self.b.get(left).span.cover(self.b.get(right).span);
        self.b.expr(join(left, right), span)
    }

    fn conditional(&mut self, node: Node<'t>) -> ExprKind {
        let children = self.tree.children(node);
        match children.0.as_slice() {
            [then, test, otherwise] => {
                let test = self.expr(test.node);
                let then = self.expr(then.node);
                let otherwise = self.expr(otherwise.node);
                ExprKind::Conditional { test, then, otherwise }
            }
            _ => ExprKind::Unknown(self.parts(node)),
        }
    }

    fn collection(&mut self, node: Node<'t>, kind: CollectionKind) -> ExprId {
        let mut entries: SmallVec<[Entry; 4]> = SmallVec::new();
        for child in &self.tree.children(node) {
            match child.kind {
                Kind::Pair => {
                    let parts = self.tree.children(child.node);
                    let key = self.field(child.node, &parts, Field::Key);
                    let value = self.field(child.node, &parts, Field::Value);
                    entries.push(Entry { key: Some(key), value, span: self.b.span(child.node) });
                }
                Kind::Error => {
                    let parts = self.parts(child.node);
                    if !parts.is_empty() {
                        let value = self.b.expr_at(ExprKind::Unknown(parts), child.node);
                        entries.push(Entry { key: None, value, span: self.b.span(child.node) });
                    }
                }
                _ => entries.push(self.entry(None, child.node)),
            }
        }
        self.b.expr_at(collection(kind, entries.into_vec()), node)
    }

    fn entry(&mut self, key: Option<ExprId>, node: Node<'t>) -> Entry {
        Entry { key, value: self.expr(node), span: self.b.span(node) }
    }

    fn comprehension(&mut self, node: Node<'t>) -> ExprKind {
        let children = self.tree.children(node);
        let mut loops = Vec::new();
        let mut conditions = Vec::new();
        for child in &children {
            match child.kind {
                Kind::ForInClause => {
                    let parts = self.tree.children(child.node);
                    let target = self.field(child.node, &parts, Field::Left);
                    let iter = self.field(child.node, &parts, Field::Right);
                    loops.push((target, iter));
                }
                Kind::IfClause => {
                    if let Some(condition) = self.tree.children(child.node).first() {
                        conditions.push(self.expr(condition.node));
                    }
                }
                _ => {}
            }
        }
        let element = match children.get(Field::Body) {
            Some(pair) if self.tree.kinds.of(pair) == Kind::Pair => {
                let parts = self.tree.children(pair);
                let entries = [Field::Key, Field::Value].into_iter().filter_map(|field| parts.get(field));
                let entries = entries.map(|part| self.entry(None, part)).collect();
                self.b.expr_at(collection(CollectionKind::Tuple, entries), pair)
            }
            Some(body) => self.expr(body),
            None => self.b.unknown(node),
        };
        ExprKind::Comprehension {
            loops: loops.into_boxed_slice(),
            conditions: conditions.into_boxed_slice(),
            element,
        }
    }

    fn lambda(&mut self, node: Node<'t>) -> ExprKind {
        let children = self.tree.children(node);
        let params = match children.get(Field::Parameters) {
            Some(parameters) => self.parameters(parameters, false),
            None => Box::default(),
        };
        let value = self.field(node, &children, Field::Body);
        let span = self.b.get(value).span;
        let body = Box::new([self.b.stmt(StmtKind::Return(Some(value)), span)]);
        ExprKind::Closure(Box::new(Closure { name: None, params, body, decorators: Box::default() }))
    }

    fn yield_expression(&mut self, node: Node<'t>) -> ExprKind {
        let value = self.tree.children(node).first().map(|value| value.node);
        let after = self.b.text(node).strip_prefix("yield").unwrap_or("").trim_start();
        let is_from = after.strip_prefix("from").is_some_and(|rest| {
            !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
        });
        match value {
            Some(value) if is_from => ExprKind::Await(self.expr(value)),
            value => ExprKind::Yield(value.map(|value| self.expr(value))),
        }
    }

    // Strings

    fn string(&mut self, node: Node<'t>) -> ExprId {
        let source = self.b.text(node);
        let Some((delimiters, content)) = literal_parts(source) else { return self.b.unknown(node) };
        let start = node.start_byte() + delimiters.prefix.len() + delimiters.quote.len();
        if delimiters.interpolated {
            return self.interpolated(node, delimiters.raw, start, start + content.len());
        }
        let string = self.string_literal(content, start, delimiters.raw);
        let is_bytes = delimiters.prefix.bytes().any(|byte| byte.eq_ignore_ascii_case(&b'b'));
        let literal = if is_bytes { Literal::Bytes(string) } else { Literal::String(string) };
        self.b.expr_at(ExprKind::Literal(literal), node)
    }

    fn string_literal(&mut self, content: &str, start: usize, raw: bool) -> StringLiteral {
        let value = literal::decode_cow(Language::Python, content, raw);
        StringLiteral { value: value.into(), content: self.b.range(start, start + content.len()) }
    }

    /// An f-string whose content is `start..end`.
    fn interpolated(&mut self, node: Node<'t>, raw: bool, start: usize, end: usize) -> ExprId {
        let mut parts: SmallVec<[Part; 8]> = SmallVec::new();
        let mut at = start;
        for child in &self.tree.children(node) {
            if child.kind == Kind::Interpolation {
                parts.extend(self.interpolated_text(at, child.node.start_byte(), raw));
                self.hole(child.node, &mut parts);
                at = child.node.end_byte();
            }
        }
        parts.extend(self.interpolated_text(at, end, raw));
        let has_hole = parts.iter().any(|part| matches!(part, Part::Hole { .. }));
        if has_hole {
            let parts = parts.into_vec().into_boxed_slice();
            return self.b.expr_at(ExprKind::Template { form: TemplateForm::FString, parts, format: None }, node);
        }
        let value = match parts.into_iter().next() {
            Some(Part::Text { value, .. }) => value,
            _ => Box::default(),
        };
        let content = self.b.range(start, end);
        self.b.expr_at(ExprKind::Literal(Literal::String(StringLiteral { value, content })), node)
    }

    fn interpolated_text(&mut self, start: usize, end: usize, raw: bool) -> Option<Part> {
        if start >= end {
            return None;
        }
        let source = self.b.slice(start..end);
        let value = if source.contains("{{") || source.contains("}}") {
            let single = source.replace("{{", "{").replace("}}", "}");
            literal::decode(Language::Python, &single, raw).into()
        } else {
            literal::decode_cow(Language::Python, source, raw).into()
        };
        Some(Part::Text { value, span: self.b.range(start, end) })
    }

    /// `{value!r:spec}`, and the holes of its specification after it.
    fn hole(&mut self, node: Node<'t>, parts: &mut SmallVec<[Part; 8]>) {
        let children = self.tree.children(node);
        let end = node.end_byte() - usize::from(self.b.text(node).ends_with('}'));
        let (value, spec) = match children.get(Field::Expression) {
            Some(expression) => {
                let spec_start = expression.end_byte().min(end);
                (self.expr(expression), self.b.slice(spec_start..end).trim())
            }
            None => {
                let loose = self.parts(node);
                (self.b.expr_at(ExprKind::Unknown(loose), node), "")
            }
        };
        parts.push(Part::Hole { value, span: self.b.span(node), spec: spec.into() });
        let Some(specifier) = children.of_kind(Kind::FormatSpecifier) else { return };
        if !self.b.enter() {
            return;
        }
        for child in &self.tree.children(specifier) {
            if matches!(child.kind, Kind::FormatExpression | Kind::Interpolation) {
                self.hole(child.node, parts);
            }
        }
        self.b.leave();
    }

    fn concatenated_string(&mut self, node: Node<'t>) -> ExprId {
        let mut operands = SmallVec::new();
        self.operand(node, &mut operands);
        match operands.as_slice() {
            [only] => *only,
            operands => self.b.expr_at(ExprKind::Concat(Box::from(operands)), node),
        }
    }

    /// The string nodes that `node` is made of, if they are all plain literals.
    fn literal_pieces(&mut self, node: Node<'t>) -> Option<SmallVec<[Node<'t>; 4]>> {
        let mut pieces = SmallVec::new();
        let mut rest: SmallVec<[Node<'t>; 4]> = SmallVec::new();
        rest.push(node);
        while let Some(node) = rest.pop() {
            let (node, kind) = self.tree.strip(node);
            match kind {
                Kind::String => {
                    let (delimiters, _) = literal_parts(self.b.text(node))?;
                    let is_bytes = delimiters.prefix.bytes().any(|byte| byte.eq_ignore_ascii_case(&b'b'));
                    if is_bytes || delimiters.interpolated {
                        return None;
                    }
                    pieces.push(node);
                }
                Kind::ConcatenatedString => {
                    let children = self.tree.children(node);
                    rest.extend(children.into_iter().map(|child| child.node).rev());
                }
                Kind::Binary => {
                    let (left, right) = self.sum(node)?;
                    rest.push(right);
                    rest.push(left);
                }
                _ => return None,
            }
        }
        Some(pieces)
    }

    /// `"..." % arguments`; `None` if the left side is no literal or has no placeholder.
    fn percent(&mut self, node: Node<'t>, left: Node<'t>, right: Node<'t>) -> Option<ExprId> {
        let literals = self.literal_pieces(left)?;
        let pieces = self.pieces(&literals, placeholders::percent)?;
        let arguments = self.percent_arguments(right);
        Some(self.template(node, left, TemplateForm::Percent, pieces, &arguments))
    }

    /// `"...".format(arguments)`; `None` if the call is none.
    fn format_call(&mut self, node: Node<'t>, function: Node<'t>, arguments: Node<'t>) -> Option<ExprId> {
        if self.tree.kinds.of(function) != Kind::Attribute || self.tree.kinds.of(arguments) != Kind::Argument {
            return None;
        }
        if !self.b.text(function).ends_with("format") {
            return None;
        }
        let children = self.tree.children(function);
        let (object, name) = (children.get(Field::Object)?, children.get(Field::Attribute)?);
        if self.b.text(name) != "format" {
            return None;
        }
        let literals = self.literal_pieces(object)?;
        let pieces = self.pieces(&literals, placeholders::braces)?;
        let arguments = self.format_arguments(arguments);
        Some(self.template(node, object, TemplateForm::Format, pieces, &arguments))
    }

    /// Text and placeholders of format literals; `None` without placeholders.
    fn pieces(
        &mut self,
        literals: &[Node<'t>],
        split: fn(&'a str, usize, bool, &mut Vec<Piece<'a>>),
    ) -> Option<Vec<Piece<'a>>> {
        let mut pieces = Vec::new();
        for literal in literals {
            let (delimiters, content) = literal_parts(self.b.text(*literal))?;
            let start = literal.start_byte() + delimiters.prefix.len() + delimiters.quote.len();
            split(content, start, delimiters.raw, &mut pieces);
        }
        pieces.iter().any(|piece| matches!(piece, Piece::Hole { .. })).then_some(pieces)
    }

    fn template(
        &mut self,
        node: Node<'t>,
        format: Node<'t>,
        form: TemplateForm,
        pieces: Vec<Piece<'a>>,
        arguments: &FormatArguments,
    ) -> ExprId {
        let format = self.expr(format);
        let mut next = 0;
        let mut parts = Vec::with_capacity(pieces.len());
        for piece in pieces {
            parts.push(match piece {
                Piece::Text { value, range } => {
                    Part::Text { value: value.into_boxed_str(), span: self.b.range(range.start, range.end) }
                }
                Piece::Hole { range, argument, spec } => {
                    let span = self.b.range(range.start, range.end);
                    let found = match argument {
                        Argument::Next => {
                            next += 1;
                            arguments.position(next - 1)
                        }
                        Argument::Index(index) => arguments.position(index),
                        Argument::Name(name) => arguments.name(name),
                    };
                    let value = found.unwrap_or_else(|| self.b.expr(ExprKind::Unknown(Box::default()), span));
                    Part::Hole { value, span, spec: spec.into() }
                }
            });
        }
        let parts = parts.into_boxed_slice();
        self.b.expr_at(ExprKind::Template { form, parts, format: Some(format) }, node)
    }

    fn percent_arguments(&mut self, right: Node<'t>) -> FormatArguments {
        let (right, kind) = self.tree.strip(right);
        let mut arguments = FormatArguments::default();
        match kind {
            Kind::Tuple => {
                for child in &self.tree.children(right) {
                    if child.kind == Kind::ListSplat {
                        arguments.rest = self.tree.children(child.node).first().map(|value| self.expr(value.node));
                    } else {
                        arguments.positional.push(self.expr(child.node));
                    }
                }
            }
            Kind::Dictionary => {
                for child in &self.tree.children(right) {
                    let parts = self.tree.children(child.node);
                    if child.kind == Kind::DictionarySplat {
                        arguments.keyword_rest = parts.first().map(|value| self.expr(value.node));
                    } else if let Some(value) = parts.get(Field::Value) {
                        let value = self.expr(value);
                        let key = parts.get(Field::Key).and_then(|key| literal_parts(self.b.text(key)));
                        match key {
                            Some((_, key)) => arguments.named.push((Symbol::new(key), value)),
                            None => arguments.keyword_rest = Some(value),
                        }
                    }
                }
            }
            _ => {
                let value = self.expr(right);
                arguments.rest = Some(value);
                arguments.keyword_rest = Some(value);
            }
        }
        arguments
    }

    fn format_arguments(&mut self, node: Node<'t>) -> FormatArguments {
        let mut arguments = FormatArguments::default();
        for arg in self.arguments(node) {
            match arg.name {
                ArgName::Positional => arguments.positional.push(arg.value),
                ArgName::Keyword(name) => arguments.named.push((name, arg.value)),
                ArgName::Spread => arguments.rest = Some(arg.value),
                ArgName::KeywordSpread => arguments.keyword_rest = Some(arg.value),
            }
        }
        arguments
    }
}

/// What fills the placeholders of a format.
#[derive(Default)]
struct FormatArguments {
    positional: SmallVec<[ExprId; 4]>,
    named: SmallVec<[(Symbol, ExprId); 4]>,
    /// For positions beyond the positional ones.
    rest: Option<ExprId>,
    /// For names that are not among the named ones.
    keyword_rest: Option<ExprId>,
}

impl FormatArguments {
    fn position(&self, index: usize) -> Option<ExprId> {
        self.positional.get(index).copied().or(self.rest)
    }

    fn name(&self, name: &str) -> Option<ExprId> {
        let named = self.named.iter().find(|(known, _)| known.as_str() == name);
        named.map(|(_, value)| *value).or(self.keyword_rest)
    }
}

fn assign(targets: Box<[ExprId]>, value: Option<ExprId>, op: AssignOp, annotation: Option<ExprId>) -> StmtKind {
    StmtKind::Assign { targets, value, op, annotation, declaration: Declaration::None }
}

fn collection(kind: CollectionKind, entries: Vec<Entry>) -> ExprKind {
    ExprKind::Collection(Collection { kind, ty: None, entries: entries.into_boxed_slice() })
}

fn compare_op(written: &str) -> CompareOp {
    match written {
        "==" => CompareOp::Eq,
        "!=" | "<>" => CompareOp::NotEq,
        "in" => CompareOp::In,
        "not in" => CompareOp::NotIn,
        "is" => CompareOp::Is,
        "is not" => CompareOp::IsNot,
        _ => CompareOp::Other,
    }
}

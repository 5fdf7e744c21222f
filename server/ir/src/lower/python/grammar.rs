//! The names of the grammar, and access to the nodes of a tree.

use std::ops::Range;
use std::sync::LazyLock;

use smallvec::SmallVec;
use tree_sitter::{Node, TreeCursor};
use tripline_syntax::Language;

use super::repair::Part;

/// Declares an enum of names of the grammar with a table from its numeric ids.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident: $($variant:ident = $text:literal),* $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(super) enum $name {
            /// Any that is not listed.
            Other,
            $($variant,)*
        }

        impl $name {
            pub(super) fn parse(text: &str) -> Self {
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
    pub(super) fn is_statement(self) -> bool {
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

    pub(super) fn is_expression(self) -> bool {
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
    pub(super) fn is_container(self) -> bool {
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
pub(super) struct Kinds {
    pub(super) kinds: Box<[Kind]>,
    pub(super) fields: Box<[Field]>,
}

pub(super) static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let grammar = Language::Python.grammar();
    let kind = |id: usize| match grammar.node_kind_for_id(id as u16) {
        Some(name) if grammar.node_kind_is_named(id as u16) => Kind::parse(name),
        _ => Kind::Token,
    };
    let field = |id: usize| {
        grammar
            .field_name_for_id(id as u16)
            .map_or(Field::Other, Field::parse)
    };
    // Where a splat may be either, the same text may parse as one or the other.
    let kind = |id: usize| match grammar.node_kind_for_id(id as u16) {
        Some("list_splat_pattern") => Kind::ListSplat,
        Some("dictionary_splat_pattern") => Kind::DictionarySplat,
        _ => kind(id),
    };
    Kinds {
        kinds: (0..grammar.node_kind_count()).map(kind).collect(),
        fields: (0..=grammar.field_count()).map(field).collect(),
    }
});

impl Kinds {
    fn field(&self, id: u16) -> Field {
        self.fields
            .get(usize::from(id))
            .copied()
            .unwrap_or(Field::Other)
    }

    pub(super) fn of(&self, node: Node<'_>) -> Kind {
        self.kinds
            .get(usize::from(node.kind_id()))
            .copied()
            .unwrap_or(Kind::Error)
    }
}

/// A child of a node.
#[derive(Clone, Copy)]
pub(super) struct Child<'t> {
    pub(super) node: Node<'t>,
    pub(super) kind: Kind,
    pub(super) field: Field,
}

/// The children that mean something: no comments, and of the tokens only those in a field.
pub(super) struct Children<'t>(pub(super) SmallVec<[Child<'t>; 6]>);

impl<'t> Children<'t> {
    fn add(&mut self, kinds: &Kinds, node: Node<'t>, field: Field) {
        let kind = kinds.of(node);
        let is_extra = matches!(kind, Kind::Comment | Kind::LineContinuation);
        if !is_extra && (kind != Kind::Token || field != Field::Other) {
            self.0.push(Child { node, kind, field });
        }
    }

    pub(super) fn get(&self, field: Field) -> Option<Node<'t>> {
        self.0
            .iter()
            .find(|child| child.field == field)
            .map(|child| child.node)
    }

    pub(super) fn of_kind(&self, kind: Kind) -> Option<Node<'t>> {
        self.0
            .iter()
            .find(|child| child.kind == kind)
            .map(|child| child.node)
    }

    /// The first child that parsed.
    pub(super) fn first(&self) -> Option<Child<'t>> {
        self.0
            .iter()
            .find(|child| child.kind != Kind::Error)
            .copied()
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
pub(super) struct Tree<'t> {
    pub(super) cursor: TreeCursor<'t>,
    pub(super) kinds: &'static Kinds,
    /// What stands for broken statements.
    pub(super) parts: &'t [Part],
}

impl<'t> Tree<'t> {
    pub(super) fn new(root: Node<'t>, parts: &'t [Part]) -> Self {
        Tree {
            cursor: root.walk(),
            kinds: &KINDS,
            parts,
        }
    }

    /// The broken line for which the statement at `start` stands.
    pub(super) fn patch_at(&self, start: usize) -> Option<Range<usize>> {
        self.parts.iter().find_map(|part| part.patch_at(start))
    }

    /// Whether a name stands for a broken line.
    pub(super) fn is_overwritten(&self, name: Node<'t>) -> bool {
        self.parts
            .iter()
            .any(|part| part.is_overwritten(name.start_byte()))
    }

    /// Whether a node did not parse, or holds what stands for broken lines.
    pub(super) fn is_broken(&self, node: Node<'t>) -> bool {
        node.has_error()
            || self
                .parts
                .iter()
                .any(|part| part.has_patch_in(&node.byte_range()))
    }

    pub(super) fn children(&mut self, node: Node<'t>) -> Children<'t> {
        let mut children = Children(SmallVec::new());
        self.cursor.reset(node);
        let mut more = self.cursor.goto_first_child();
        while more {
            let field = match self.cursor.field_id() {
                Some(id) => self.kinds.field(id.get()),
                None => Field::Other,
            };
            children.add(self.kinds, self.cursor.node(), field);
            more = self.cursor.goto_next_sibling();
        }
        for part in self.parts.iter().filter(|part| part.is_in(node)) {
            children
                .0
                .retain(|child| !part.range.contains(&child.node.start_byte()));
            for statement in part.statements() {
                children.add(self.kinds, statement, Field::Other);
            }
            children.0.sort_by_key(|child| child.node.start_byte());
        }
        children
    }

    /// The expression inside parentheses and wrappers without meaning.
    pub(super) fn strip(&mut self, mut node: Node<'t>) -> (Node<'t>, Kind) {
        loop {
            let kind = self.kinds.of(node);
            if !matches!(
                kind,
                Kind::Parenthesized | Kind::Type | Kind::AsPatternTarget
            ) {
                return (node, kind);
            }
            match self.children(node).first() {
                Some(inner) => node = inner.node,
                None => return (node, Kind::Error),
            }
        }
    }
}

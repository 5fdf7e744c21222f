//! The node kinds and fields of the three grammars under one name each, looked up by number while lowering.

use std::num::NonZeroU16;
use std::sync::LazyLock;

use tree_sitter::Node;
use tripline_syntax::Language;

macro_rules! kinds {
    ($($variant:ident = $($name:literal)|+,)*) => {
        /// The kinds of named node that are lowered. The grammars of JavaScript and TypeScript differ in a few names.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(super) enum Kind {
            /// What did not parse.
            Error,
            /// A keyword, operator or bracket.
            Token,
            /// A named node that nothing asks for.
            Other,
            $(#[doc = concat!($("`", $name, "` "),+)] $variant,)*
        }

        impl Kind {
            fn of(name: &str) -> Kind {
                match name {
                    $($($name)|+ => Kind::$variant,)*
                    _ => Kind::Other,
                }
            }
        }
    };
}

kinds! {
    AbstractClassDeclaration = "abstract_class_declaration",
    AbstractMethodSignature = "abstract_method_signature",
    AccessibilityModifier = "accessibility_modifier",
    AmbientDeclaration = "ambient_declaration",
    Arguments = "arguments",
    Array = "array",
    ArrayPattern = "array_pattern",
    ArrayType = "array_type",
    ArrowFunction = "arrow_function",
    AsExpression = "as_expression",
    AssignmentExpression = "assignment_expression",
    AssignmentPattern = "assignment_pattern",
    AugmentedAssignmentExpression = "augmented_assignment_expression",
    AwaitExpression = "await_expression",
    BinaryExpression = "binary_expression",
    BreakStatement = "break_statement",
    CallExpression = "call_expression",
    Class = "class",
    ClassBody = "class_body",
    ClassDeclaration = "class_declaration",
    ClassHeritage = "class_heritage",
    ClassStaticBlock = "class_static_block",
    Comment = "comment" | "html_comment",
    ComputedPropertyName = "computed_property_name",
    ContinueStatement = "continue_statement",
    DebuggerStatement = "debugger_statement",
    Decorator = "decorator",
    DoStatement = "do_statement",
    EmptyStatement = "empty_statement",
    EnumAssignment = "enum_assignment",
    EnumDeclaration = "enum_declaration",
    ExportClause = "export_clause",
    ExportSpecifier = "export_specifier",
    ExportStatement = "export_statement",
    ExpressionStatement = "expression_statement",
    ExtendsClause = "extends_clause",
    ExtendsTypeClause = "extends_type_clause",
    False = "false",
    FieldDefinition = "field_definition" | "public_field_definition",
    FlowMaybeType = "flow_maybe_type",
    ForInStatement = "for_in_statement",
    ForStatement = "for_statement",
    FormalParameters = "formal_parameters",
    FunctionDeclaration = "function_declaration" | "generator_function_declaration",
    FunctionExpression = "function_expression" | "generator_function",
    FunctionSignature = "function_signature",
    FunctionType = "function_type",
    GenericType = "generic_type",
    HashBangLine = "hash_bang_line",
    Identifier = "identifier" | "shorthand_property_identifier" | "shorthand_property_identifier_pattern"
        | "type_identifier" | "statement_identifier",
    IfStatement = "if_statement",
    ImplementsClause = "implements_clause",
    Import = "import",
    ImportAlias = "import_alias",
    ImportClause = "import_clause",
    ImportRequireClause = "import_require_clause",
    ImportSpecifier = "import_specifier",
    ImportStatement = "import_statement",
    InstantiationExpression = "instantiation_expression",
    InterfaceDeclaration = "interface_declaration",
    JsxAttribute = "jsx_attribute",
    JsxClosingElement = "jsx_closing_element",
    JsxElement = "jsx_element" | "jsx_fragment",
    JsxExpression = "jsx_expression",
    JsxOpeningElement = "jsx_opening_element",
    JsxSelfClosingElement = "jsx_self_closing_element",
    JsxText = "jsx_text" | "html_character_reference",
    LabeledStatement = "labeled_statement",
    LexicalDeclaration = "lexical_declaration" | "using_declaration",
    LiteralType = "literal_type",
    MemberExpression = "member_expression" | "nested_identifier",
    MetaProperty = "meta_property",
    MethodDefinition = "method_definition",
    MethodSignature = "method_signature",
    Module = "module" | "internal_module",
    NamedImports = "named_imports",
    NamespaceExport = "namespace_export",
    NamespaceImport = "namespace_import",
    NestedTypeIdentifier = "nested_type_identifier",
    NewExpression = "new_expression",
    NonNullExpression = "non_null_expression",
    Null = "null",
    Number = "number",
    Object = "object",
    ObjectAssignmentPattern = "object_assignment_pattern",
    ObjectPattern = "object_pattern",
    OptionalParameter = "optional_parameter",
    OptionalType = "optional_type",
    OverrideModifier = "override_modifier",
    Pair = "pair",
    PairPattern = "pair_pattern",
    ParenthesizedExpression = "parenthesized_expression",
    ParenthesizedType = "parenthesized_type",
    PredefinedType = "predefined_type",
    PrivatePropertyIdentifier = "private_property_identifier",
    Program = "program",
    PropertyIdentifier = "property_identifier",
    ObjectType = "object_type",
    PropertySignature = "property_signature",
    ReadonlyType = "readonly_type",
    Regex = "regex",
    RequiredParameter = "required_parameter",
    RestPattern = "rest_pattern",
    RestType = "rest_type",
    ReturnStatement = "return_statement",
    SatisfiesExpression = "satisfies_expression",
    SequenceExpression = "sequence_expression",
    SpreadElement = "spread_element",
    StatementBlock = "statement_block",
    String = "string",
    SubscriptExpression = "subscript_expression",
    Super = "super",
    SwitchCase = "switch_case",
    SwitchDefault = "switch_default",
    SwitchStatement = "switch_statement",
    TemplateString = "template_string",
    TemplateSubstitution = "template_substitution",
    TernaryExpression = "ternary_expression",
    This = "this",
    ThrowStatement = "throw_statement",
    True = "true",
    TryStatement = "try_statement",
    TypeAliasDeclaration = "type_alias_declaration",
    TypeAnnotation = "type_annotation",
    TypeArguments = "type_arguments",
    TypeAssertion = "type_assertion",
    TypeQuery = "type_query",
    UnaryExpression = "unary_expression",
    Undefined = "undefined",
    UnionType = "union_type",
    UpdateExpression = "update_expression",
    VariableDeclaration = "variable_declaration",
    VariableDeclarator = "variable_declarator",
    WhileStatement = "while_statement",
    WithStatement = "with_statement",
    YieldExpression = "yield_expression",
}

impl Kind {
    /// Whether a node of this kind is a function as a value.
    pub(super) fn is_function(self) -> bool {
        matches!(self, Kind::ArrowFunction | Kind::FunctionExpression)
    }

    /// Whether a node of this kind is an expression, or broken code that may hold some.
    pub(super) fn has_value(self) -> bool {
        matches!(
            self,
            Kind::Error
                | Kind::Array
                | Kind::ArrayPattern
                | Kind::Arguments
                | Kind::ArrowFunction
                | Kind::AsExpression
                | Kind::AssignmentExpression
                | Kind::AugmentedAssignmentExpression
                | Kind::AwaitExpression
                | Kind::BinaryExpression
                | Kind::CallExpression
                | Kind::Class
                | Kind::FunctionExpression
                | Kind::Identifier
                | Kind::InstantiationExpression
                | Kind::JsxElement
                | Kind::JsxExpression
                | Kind::JsxSelfClosingElement
                | Kind::MemberExpression
                | Kind::MetaProperty
                | Kind::MethodDefinition
                | Kind::NewExpression
                | Kind::NonNullExpression
                | Kind::Null
                | Kind::Number
                | Kind::Object
                | Kind::ObjectPattern
                | Kind::Pair
                | Kind::ParenthesizedExpression
                | Kind::Regex
                | Kind::SatisfiesExpression
                | Kind::SequenceExpression
                | Kind::SpreadElement
                | Kind::String
                | Kind::SubscriptExpression
                | Kind::Super
                | Kind::TemplateString
                | Kind::TemplateSubstitution
                | Kind::TernaryExpression
                | Kind::This
                | Kind::True
                | Kind::False
                | Kind::TypeAssertion
                | Kind::UnaryExpression
                | Kind::Undefined
                | Kind::UpdateExpression
                | Kind::YieldExpression
        )
    }
}

macro_rules! fields {
    ($($variant:ident = $name:literal,)*) => {
        /// The fields that lowering asks for.
        #[derive(Clone, Copy)]
        pub(super) enum Field {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        const FIELDS: &[&str] = &[$($name,)*];
    };
}

fields! {
    Alias = "alias",
    Alternative = "alternative",
    Argument = "argument",
    Arguments = "arguments",
    Body = "body",
    Condition = "condition",
    Consequence = "consequence",
    Constructor = "constructor",
    Declaration = "declaration",
    Finalizer = "finalizer",
    Function = "function",
    Handler = "handler",
    Increment = "increment",
    Index = "index",
    Initializer = "initializer",
    Key = "key",
    Kind = "kind",
    Label = "label",
    Left = "left",
    Module = "module",
    Name = "name",
    Object = "object",
    OpenTag = "open_tag",
    Operator = "operator",
    Parameter = "parameter",
    Parameters = "parameters",
    Pattern = "pattern",
    Property = "property",
    ReturnType = "return_type",
    Right = "right",
    Source = "source",
    Type = "type",
    Value = "value",
}

/// The numbers that one grammar gave to kinds and fields.
pub(super) struct Grammar {
    /// The language of the grammar.
    pub(super) language: Language,
    kinds: Box<[Kind]>,
    fields: Box<[Option<NonZeroU16>]>,
}

impl Grammar {
    /// The grammar of a language; the one of JavaScript for a language of another family.
    pub(super) fn of(language: Language) -> &'static Grammar {
        static JAVASCRIPT: LazyLock<Grammar> = LazyLock::new(|| Grammar::new(Language::JavaScript));
        static TYPESCRIPT: LazyLock<Grammar> = LazyLock::new(|| Grammar::new(Language::TypeScript));
        static TSX: LazyLock<Grammar> = LazyLock::new(|| Grammar::new(Language::Tsx));
        match language {
            Language::TypeScript => &TYPESCRIPT,
            Language::Tsx => &TSX,
            _ => &JAVASCRIPT,
        }
    }

    fn new(language: Language) -> Grammar {
        let grammar = language.grammar();
        let kind = |id: usize| {
            let id = id as u16;
            if grammar.node_kind_is_named(id) {
                grammar.node_kind_for_id(id).map_or(Kind::Other, Kind::of)
            } else {
                Kind::Token
            }
        };
        Grammar {
            language,
            kinds: (0..grammar.node_kind_count()).map(kind).collect(),
            fields: FIELDS
                .iter()
                .map(|name| grammar.field_id_for_name(name))
                .collect(),
        }
    }

    /// The kind of a node.
    pub(super) fn kind(&self, node: Node<'_>) -> Kind {
        let id = usize::from(node.kind_id());
        self.kinds.get(id).copied().unwrap_or(Kind::Error)
    }

    /// The first child that a field names.
    pub(super) fn field<'t>(&self, node: Node<'t>, field: Field) -> Option<Node<'t>> {
        node.child_by_field_id(self.fields[field as usize]?.get())
    }

    /// The first child that is neither a token nor a comment.
    pub(super) fn inner<'t>(&self, node: Node<'t>) -> Option<Node<'t>> {
        let first = node.named_child(0)?;
        if self.kind(first) != Kind::Comment {
            return Some(first);
        }
        let mut cursor = node.walk();
        node.named_children(&mut cursor)
            .find(|&child| self.kind(child) != Kind::Comment)
    }

    /// The expression inside any number of parentheses.
    pub(super) fn unparenthesized<'t>(&self, mut node: Node<'t>) -> Node<'t> {
        while self.kind(node) == Kind::ParenthesizedExpression {
            match self.inner(node) {
                Some(inner) => node = inner,
                None => break,
            }
        }
        node
    }

    /// The expression inside parentheses and type assertions.
    pub(super) fn bare<'t>(&self, mut node: Node<'t>) -> Node<'t> {
        loop {
            let inner = match self.kind(node) {
                Kind::ParenthesizedExpression
                | Kind::AsExpression
                | Kind::SatisfiesExpression
                | Kind::NonNullExpression => self.inner(node),
                _ => None,
            };
            match inner {
                Some(inner) => node = inner,
                None => return node,
            }
        }
    }
}

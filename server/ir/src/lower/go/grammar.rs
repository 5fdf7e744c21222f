//! The names of the grammar.

use std::sync::LazyLock;

use tree_sitter::Node;
use tripline_syntax::Language;

/// Declares the named node kinds that the lowering distinguishes.
macro_rules! kinds {
    ($($kind:ident $name:literal)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Kind {
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
    pub(super) fn of(node: Node<'_>) -> Kind {
        match GRAMMAR.kinds.get(usize::from(node.kind_id())) {
            Some(kind) => *kind,
            None if node.is_error() => Kind::Error,
            None => Kind::Other,
        }
    }

    pub(super) fn is_expression(self) -> bool {
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

    pub(super) fn is_type(self) -> bool {
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
        pub(super) struct Fields {
            $(pub(super) $field: u16,)*
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
pub(super) struct Grammar {
    kinds: Box<[Kind]>,
    pub(super) fields: Fields,
    /// The field `type`, whose name is a keyword of Rust.
    pub(super) type_field: u16,
}

pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
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
        $node.child_by_field_id($crate::lower::go::grammar::GRAMMAR.type_field)
    };
    ($node:expr, $field:ident) => {
        $node.child_by_field_id($crate::lower::go::grammar::GRAMMAR.fields.$field)
    };
}

pub(super) use field;

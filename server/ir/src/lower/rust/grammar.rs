//! The names of the grammar.

use std::sync::LazyLock;

use tree_sitter::Node;
use tripline_syntax::Language;

/// Declares the named node kinds that the lowering distinguishes.
macro_rules! kinds {
    ($($kind:ident $name:literal)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Kind {
            /// Any other named node.
            Other,
            /// Text that does not parse.
            Error,
            /// A token without a name.
            Token,
            /// The token `_`, which is a pattern.
            Underscore,
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
    AbstractType "abstract_type"
    ArrayExpression "array_expression"
    ArrayType "array_type"
    AssignmentExpression "assignment_expression"
    AsyncBlock "async_block"
    AttributeItem "attribute_item"
    AwaitExpression "await_expression"
    BaseFieldInitializer "base_field_initializer"
    BinaryExpression "binary_expression"
    Block "block"
    BlockComment "block_comment"
    BooleanLiteral "boolean_literal"
    BoundedType "bounded_type"
    BracketedType "bracketed_type"
    BreakExpression "break_expression"
    CallExpression "call_expression"
    CapturedPattern "captured_pattern"
    CharLiteral "char_literal"
    ClosureExpression "closure_expression"
    CompoundAssignment "compound_assignment_expr"
    ConstBlock "const_block"
    ConstItem "const_item"
    ContinueExpression "continue_expression"
    Crate "crate"
    DeclarationList "declaration_list"
    DynamicType "dynamic_type"
    ElseClause "else_clause"
    EmptyStatement "empty_statement"
    EnumItem "enum_item"
    EnumVariant "enum_variant"
    ExpressionStatement "expression_statement"
    ExternCrate "extern_crate_declaration"
    FieldDeclaration "field_declaration"
    FieldDeclarationList "field_declaration_list"
    FieldExpression "field_expression"
    FieldInitializer "field_initializer"
    FieldPattern "field_pattern"
    FloatLiteral "float_literal"
    ForExpression "for_expression"
    ForeignMod "foreign_mod_item"
    FunctionItem "function_item"
    FunctionModifiers "function_modifiers"
    FunctionSignature "function_signature_item"
    FunctionType "function_type"
    GenBlock "gen_block"
    GenericFunction "generic_function"
    GenericPattern "generic_pattern"
    GenericType "generic_type"
    GenericTypeWithTurbofish "generic_type_with_turbofish"
    HigherRankedTraitBound "higher_ranked_trait_bound"
    Identifier "identifier"
    IfExpression "if_expression"
    ImplItem "impl_item"
    IndexExpression "index_expression"
    InnerAttributeItem "inner_attribute_item"
    IntegerLiteral "integer_literal"
    Label "label"
    LetChain "let_chain"
    LetCondition "let_condition"
    LetDeclaration "let_declaration"
    Lifetime "lifetime"
    LineComment "line_comment"
    LoopExpression "loop_expression"
    MacroDefinition "macro_definition"
    MacroInvocation "macro_invocation"
    MacroRule "macro_rule"
    MatchArm "match_arm"
    MatchExpression "match_expression"
    Metavariable "metavariable"
    ModItem "mod_item"
    MutPattern "mut_pattern"
    MutableSpecifier "mutable_specifier"
    NegativeLiteral "negative_literal"
    NeverType "never_type"
    OrPattern "or_pattern"
    OrderedFieldDeclarationList "ordered_field_declaration_list"
    Parameter "parameter"
    ParenthesizedExpression "parenthesized_expression"
    PointerType "pointer_type"
    PrimitiveType "primitive_type"
    QualifiedType "qualified_type"
    RangeExpression "range_expression"
    RangePattern "range_pattern"
    RawStringLiteral "raw_string_literal"
    RefPattern "ref_pattern"
    ReferenceExpression "reference_expression"
    ReferencePattern "reference_pattern"
    ReferenceType "reference_type"
    RemainingFieldPattern "remaining_field_pattern"
    RemovedTraitBound "removed_trait_bound"
    ReturnExpression "return_expression"
    ScopedIdentifier "scoped_identifier"
    ScopedTypeIdentifier "scoped_type_identifier"
    ScopedUseList "scoped_use_list"
    SelfKeyword "self"
    SelfParameter "self_parameter"
    ShorthandFieldIdentifier "shorthand_field_identifier"
    ShorthandFieldInitializer "shorthand_field_initializer"
    SlicePattern "slice_pattern"
    StaticItem "static_item"
    StringLiteral "string_literal"
    StructExpression "struct_expression"
    StructItem "struct_item"
    StructPattern "struct_pattern"
    Super "super"
    TokenBinding "token_binding_pattern"
    TokenTree "token_tree"
    TraitItem "trait_item"
    TryBlock "try_block"
    TryExpression "try_expression"
    TupleExpression "tuple_expression"
    TuplePattern "tuple_pattern"
    TupleStructPattern "tuple_struct_pattern"
    TupleType "tuple_type"
    TypeArguments "type_arguments"
    TypeCastExpression "type_cast_expression"
    TypeIdentifier "type_identifier"
    TypeItem "type_item"
    TypeParameter "type_parameter"
    UnaryExpression "unary_expression"
    UnionItem "union_item"
    UnitExpression "unit_expression"
    UnitType "unit_type"
    UnsafeBlock "unsafe_block"
    UseAsClause "use_as_clause"
    UseDeclaration "use_declaration"
    UseList "use_list"
    UseWildcard "use_wildcard"
    VariadicParameter "variadic_parameter"
    VisibilityModifier "visibility_modifier"
    WhereClause "where_clause"
    WherePredicate "where_predicate"
    WhileExpression "while_expression"
    YieldExpression "yield_expression"
}

impl Kind {
    pub(super) fn of(node: Node<'_>) -> Kind {
        match GRAMMAR.kinds.get(usize::from(node.kind_id())) {
            Some(kind) => *kind,
            None if node.is_error() => Kind::Error,
            None => Kind::Other,
        }
    }

    pub(super) fn is_comment(self) -> bool {
        matches!(self, Kind::LineComment | Kind::BlockComment)
    }

    /// Whether it is an expression whose value is that of statements inside it, or that leaves the code around it.
    pub(super) fn is_control(self) -> bool {
        matches!(
            self,
            Kind::Block
                | Kind::UnsafeBlock
                | Kind::ConstBlock
                | Kind::TryBlock
                | Kind::IfExpression
                | Kind::MatchExpression
                | Kind::LoopExpression
                | Kind::WhileExpression
                | Kind::ForExpression
                | Kind::ReturnExpression
                | Kind::BreakExpression
                | Kind::ContinueExpression
        )
    }

    pub(super) fn is_expression(self) -> bool {
        self.is_control()
            || self.is_literal()
            || matches!(
                self,
                Kind::ArrayExpression
                    | Kind::AssignmentExpression
                    | Kind::AsyncBlock
                    | Kind::AwaitExpression
                    | Kind::BinaryExpression
                    | Kind::CallExpression
                    | Kind::ClosureExpression
                    | Kind::CompoundAssignment
                    | Kind::FieldExpression
                    | Kind::GenBlock
                    | Kind::GenericFunction
                    | Kind::Identifier
                    | Kind::IndexExpression
                    | Kind::LetChain
                    | Kind::LetCondition
                    | Kind::MacroInvocation
                    | Kind::Metavariable
                    | Kind::ParenthesizedExpression
                    | Kind::RangeExpression
                    | Kind::ReferenceExpression
                    | Kind::ScopedIdentifier
                    | Kind::SelfKeyword
                    | Kind::StructExpression
                    | Kind::TryExpression
                    | Kind::TupleExpression
                    | Kind::TypeCastExpression
                    | Kind::UnaryExpression
                    | Kind::UnitExpression
                    | Kind::YieldExpression
            )
    }

    pub(super) fn is_literal(self) -> bool {
        matches!(
            self,
            Kind::BooleanLiteral
                | Kind::CharLiteral
                | Kind::FloatLiteral
                | Kind::IntegerLiteral
                | Kind::NegativeLiteral
                | Kind::RawStringLiteral
                | Kind::StringLiteral
        )
    }

    pub(super) fn is_type(self) -> bool {
        matches!(
            self,
            Kind::AbstractType
                | Kind::ArrayType
                | Kind::BoundedType
                | Kind::BracketedType
                | Kind::DynamicType
                | Kind::FunctionType
                | Kind::GenericType
                | Kind::GenericTypeWithTurbofish
                | Kind::HigherRankedTraitBound
                | Kind::NeverType
                | Kind::PointerType
                | Kind::PrimitiveType
                | Kind::QualifiedType
                | Kind::ReferenceType
                | Kind::RemovedTraitBound
                | Kind::ScopedTypeIdentifier
                | Kind::TupleType
                | Kind::TypeIdentifier
                | Kind::UnitType
        )
    }

    /// Whether it is a type whose text is its name.
    pub(super) fn is_plain_type(self) -> bool {
        matches!(self, Kind::TypeIdentifier | Kind::PrimitiveType)
    }

    pub(super) fn is_pattern(self) -> bool {
        self.is_literal()
            || matches!(
                self,
                Kind::CapturedPattern
                    | Kind::ConstBlock
                    | Kind::GenericPattern
                    | Kind::Identifier
                    | Kind::MacroInvocation
                    | Kind::MutPattern
                    | Kind::OrPattern
                    | Kind::RangePattern
                    | Kind::RefPattern
                    | Kind::ReferencePattern
                    | Kind::RemainingFieldPattern
                    | Kind::ScopedIdentifier
                    | Kind::SlicePattern
                    | Kind::StructPattern
                    | Kind::TuplePattern
                    | Kind::TupleStructPattern
                    | Kind::Underscore
            )
    }

    /// Whether it declares something that is visible in all of the block or module around it.
    pub(super) fn is_item(self) -> bool {
        matches!(
            self,
            Kind::ConstItem
                | Kind::EnumItem
                | Kind::ExternCrate
                | Kind::ForeignMod
                | Kind::FunctionItem
                | Kind::FunctionSignature
                | Kind::ImplItem
                | Kind::MacroDefinition
                | Kind::ModItem
                | Kind::StaticItem
                | Kind::StructItem
                | Kind::TraitItem
                | Kind::TypeItem
                | Kind::UnionItem
                | Kind::UseDeclaration
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
    alias alternative argument arguments body bounds condition consequence element field function left length list name
    operator parameters path pattern return_type right type_arguments type_parameters value
}

/// What the grammar's numbers mean.
pub(super) struct Grammar {
    kinds: Box<[Kind]>,
    pub(super) fields: Fields,
    /// The field `type`, whose name is a keyword.
    pub(super) type_field: u16,
    /// The field `trait`, whose name is a keyword.
    pub(super) trait_field: u16,
    /// The field `macro`, whose name is a keyword.
    pub(super) macro_field: u16,
}

pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    let grammar = Language::Rust.grammar();
    let kind = |id: u16| match grammar.node_kind_for_id(id) {
        Some("_") => Kind::Underscore,
        Some(name) if grammar.node_kind_is_named(id) => Kind::of_name(name),
        _ => Kind::Token,
    };
    let field = |name: &str| grammar.field_id_for_name(name).map_or(0, u16::from);
    Grammar {
        kinds: (0..grammar.node_kind_count() as u16).map(kind).collect(),
        fields: Fields::of(&grammar),
        type_field: field("type"),
        trait_field: field("trait"),
        macro_field: field("macro"),
    }
});

macro_rules! field {
    ($node:expr, type) => {
        $node.child_by_field_id($crate::lower::rust::grammar::GRAMMAR.type_field)
    };
    ($node:expr, trait) => {
        $node.child_by_field_id($crate::lower::rust::grammar::GRAMMAR.trait_field)
    };
    ($node:expr, macro) => {
        $node.child_by_field_id($crate::lower::rust::grammar::GRAMMAR.macro_field)
    };
    ($node:expr, $field:ident) => {
        $node.child_by_field_id($crate::lower::rust::grammar::GRAMMAR.fields.$field)
    };
}

pub(super) use field;

//! Expressions, and the patterns that assignments bind.

use crate::{Block, Param, Span, Symbol};

/// Index of an expression in [`crate::Body::exprs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ExprId(pub u32);

/// An expression or a binding pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its whole text, without surrounding parentheses.
    pub span: Span,
}

/// The kinds of expression.
///
/// A binding pattern (the left side of an assignment, a loop variable, a parameter) is a [`ExprKind::Name`],
/// [`ExprKind::Attribute`], [`ExprKind::Index`], a [`ExprKind::Collection`] for destructuring (tuple, list, or dict
/// whose entry keys are the property names), an [`ExprKind::Default`] or an [`ExprKind::Spread`].
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// Something the IR does not model, or broken code. Its sub-expressions are still evaluated, in order.
    Unknown(Box<[ExprId]>),
    /// A variable, function, class or package name. JavaScript `this`, Python `self` and Go receivers are names too.
    Name(Symbol),
    /// A module as a value: JavaScript `require("pg")`, `import("pg")` and `await import("pg")`; `node:` is stripped.
    Module(Symbol),
    /// `base.name`, also `base?.name` and Go selectors.
    Attribute {
        /// The object.
        base: ExprId,
        /// The member's name.
        name: Symbol,
        /// Where the name stands.
        name_span: Span,
    },
    /// `base[index]`. A slice has an [`ExprKind::Rest`] index where it goes to the end, and else an [`ExprKind::Unknown`] one
    /// over its bounds.
    Index {
        /// The collection.
        base: ExprId,
        /// The subscript.
        index: ExprId,
    },
    /// A call, constructor call or tagged template.
    Call(Call),
    /// A constant.
    Literal(Literal),
    /// A string with holes: an f-string, a template literal, `"..." % args`, `"...".format(args)`, `fmt.Sprintf`.
    ///
    /// A template without any hole is a [`Literal::String`]. `fmt.Sprintf` and friends are lowered to this only where
    /// the format is a string literal (or a concatenation of literals) and the package name resolves through the
    /// file's imports.
    Template {
        /// How it is written.
        form: TemplateForm,
        /// Text and holes in order, as they appear in the result.
        parts: Box<[Part]>,
        /// For `%`, `.format`, `Sprintf` and Rust macros: the format literal. The template's own span covers the whole expression.
        format: Option<ExprId>,
    },
    /// `a + b + c` flattened along its left spine, and implicitly concatenated string literals. At least two operands.
    /// Numbers are added by it as well: the interpreter tells by the operands.
    Concat(Box<[ExprId]>),
    /// A list, tuple, set, dict/object/map, or a struct literal.
    Collection(Collection),
    /// A lambda, arrow function, function expression or nested function definition.
    Closure(Box<Closure>),
    /// `a if test else b`, `test ? a : b`.
    Conditional {
        /// The condition.
        test: ExprId,
        /// Its value when true.
        then: ExprId,
        /// Its value when false.
        otherwise: ExprId,
    },
    /// `and`, `&&`.
    And(ExprId, ExprId),
    /// `or`, `||`, `??`.
    Or(ExprId, ExprId),
    /// `not x`, `!x`.
    Not(ExprId),
    /// A comparison of two operands; a chain `a < b < c` is the [`ExprKind::And`] of its links.
    Compare {
        /// The operator.
        op: CompareOp,
        /// Left operand.
        left: ExprId,
        /// Right operand.
        right: ExprId,
    },
    /// Arithmetic and bit operators other than `+`, unary minus, `typeof`, `in`-less operators: the operands in order.
    /// The operator is kept for `%` and `*`, which mean something for strings.
    Arithmetic {
        /// The operator as written, e.g. `*`.
        op: Symbol,
        /// One or two operands.
        operands: Box<[ExprId]>,
    },
    /// `await x`, `<-ch` (a Go receive).
    Await(ExprId),
    /// `yield x`; `yield from x` and `yield* x` yield an [`ExprKind::Spread`].
    Yield(Option<ExprId>),
    /// `[element for target in iter if condition]` and its set, dict and generator forms (a dict yields a tuple).
    Comprehension {
        /// The pattern and the iterated expression of each `for`, outermost first.
        loops: Box<[(ExprId, ExprId)]>,
        /// The conditions.
        conditions: Box<[ExprId]>,
        /// The yielded element.
        element: ExprId,
        /// What it makes; a generator makes a list.
        makes: CollectionKind,
    },
    /// An assignment used as an expression: `x := v` in Python, `x = v` in JavaScript.
    Assign {
        /// The pattern.
        target: ExprId,
        /// The value.
        value: ExprId,
    },
    /// `*x`, `**x`, `...x` in a collection or a pattern.
    Spread(ExprId),
    /// A pattern with a default value: `{a = 1}`.
    Default {
        /// The pattern.
        pattern: ExprId,
        /// The default.
        default: ExprId,
    },
    /// A static type conversion or assertion that does not change the value: TypeScript `x as T`, `x!`, Go `x.(T)`.
    /// Go conversions such as `string(b)` are calls.
    Cast {
        /// The value.
        value: ExprId,
        /// The type, where written.
        to: Option<ExprId>,
    },
    /// As an index, what stands from a position to the end: `text[start:]`.
    Rest(ExprId),
    /// `&x`, `*x` in Go: the same value.
    Reference(ExprId),
    /// A JSX element.
    Element {
        /// The tag as written, e.g. `div` or `Foo.Bar`.
        tag: Symbol,
        /// Attributes; a spread has no name.
        attributes: Box<[Arg]>,
        /// Children that are expressions or elements.
        children: Box<[ExprId]>,
    },
}

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The called expression; for a tagged template its tag.
    pub callee: ExprId,
    /// Arguments in source order. A tagged template has one argument, its [`ExprKind::Template`] or string literal.
    pub args: Box<[Arg]>,
    /// How it is written.
    pub form: CallForm,
    /// The argument list with its parentheses (a tagged template: the template).
    pub args_span: Span,
}

/// How a call is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallForm {
    /// `f(x)`.
    Plain,
    /// `f::<T>(x)` of Rust, with one type argument.
    Typed(ExprId),
    /// `new F(x)`.
    New,
    /// `` f`text` ``.
    TaggedTemplate,
}

/// An argument of a call, or an attribute of a JSX element.
#[derive(Clone, Debug, PartialEq)]
pub struct Arg {
    /// Positional, keyword or spread.
    pub name: ArgName,
    /// The value.
    pub value: ExprId,
    /// The whole argument including its keyword or spread operator.
    pub span: Span,
}

/// How an argument is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgName {
    /// By position.
    Positional,
    /// By name: `timeout=3`.
    Keyword(Symbol),
    /// `*args`, `...args`.
    Spread,
    /// `**kwargs`.
    KeywordSpread,
}

/// A constant in the source.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// A string without holes.
    String(StringLiteral),
    /// A bytes literal, Go `[]byte("...")` excluded (that is a call).
    Bytes(StringLiteral),
    /// A number as written, without digit separators.
    Number(Box<str>),
    /// `true`, `false`.
    Bool(bool),
    /// `None`, `null`, `undefined`, `nil`.
    Null,
    /// A regular expression literal, its pattern.
    Regex(Box<str>),
}

/// A string literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StringLiteral {
    /// The value, escapes resolved.
    pub value: Box<str>,
    /// The text between the quotes, escapes as written.
    pub content: Span,
}

/// How a string with holes is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateForm {
    /// A Python f-string.
    FString,
    /// A JavaScript template literal.
    TemplateLiteral,
    /// Python `"..." % x`.
    Percent,
    /// Python `"...".format(x)`.
    Format,
    /// Go `fmt.Sprintf("...", x)` and its siblings that return a string.
    Sprintf,
    /// What `format!("...", x)` and the other macros of Rust make of a format.
    FormatMacro,
}

/// A piece of a string with holes.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Constant text.
    Text {
        /// The value, escapes resolved (`{{`, `%%` too).
        value: Box<str>,
        /// The text as written, inside the literal.
        span: Span,
    },
    /// An interpolated value.
    Hole {
        /// The value.
        value: ExprId,
        /// What stands for it in the literal: `{x!r:>10}`, `${x}`, `%s`, `{0}`.
        span: Span,
        /// Conversion and format specification as written, without the delimiters: `!r:>10`, `s`, `d`, `+v`. Empty if none.
        spec: Box<str>,
    },
}

/// A collection literal or destructuring pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// Its kind.
    pub kind: CollectionKind,
    /// The type of a Go composite literal (`http.Cookie`, `[]string`), where written.
    pub ty: Option<ExprId>,
    /// Its entries in source order.
    pub entries: Box<[Entry]>,
}

/// The kinds of collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CollectionKind {
    /// `[a, b]`, Go slices and arrays.
    List,
    /// `(a, b)`; also several targets or results of a Go assignment or return.
    Tuple,
    /// `{a, b}` in Python.
    Set,
    /// Python dict, JavaScript object, Go map.
    Dict,
    /// Go struct literal.
    Struct,
}

/// An entry of a collection.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key: a string literal for JavaScript property names and Go field names (`content` is then the name itself).
    pub key: Option<ExprId>,
    /// The value or pattern. An [`ExprKind::Spread`] for `...x`.
    pub value: ExprId,
    /// The whole entry with its key, without the comma.
    pub span: Span,
}

/// A function as a value. Its parameters and statements live in the arenas of the enclosing body.
#[derive(Clone, Debug, PartialEq)]
pub struct Closure {
    /// Its own name, where it has one.
    pub name: Option<Symbol>,
    /// Parameters, a method's receiver included.
    pub params: Box<[Param]>,
    /// Statements; `x => e` is one `return e`.
    pub body: Block,
    /// Decorators, outermost first.
    pub decorators: Box<[ExprId]>,
}

impl CompareOp {
    /// The operator as `==`, `<` and the like are written in every language.
    pub(crate) fn written(operator: &str) -> Option<CompareOp> {
        Some(match operator {
            "==" => CompareOp::Eq,
            "!=" => CompareOp::NotEq,
            "<" => CompareOp::Less,
            "<=" => CompareOp::LessEq,
            ">" => CompareOp::Greater,
            ">=" => CompareOp::GreaterEq,
            _ => return None,
        })
    }
}

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    /// `==`, `===`.
    Eq,
    /// `!=`, `!==`.
    NotEq,
    /// `in` of Python and JavaScript.
    In,
    /// `not in`.
    NotIn,
    /// `is`.
    Is,
    /// `is not`.
    IsNot,
    /// `<`.
    Less,
    /// `<=`.
    LessEq,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterEq,
    /// `instanceof`, and what the grammar reads as a comparison of broken code.
    Other,
}

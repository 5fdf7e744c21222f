//! Statements. Control flow stays structured.

use crate::{ExprId, Import, Span, Symbol};

/// Index of a statement in [`crate::Body::stmts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StmtId(pub u32);

/// A sequence of statements.
pub type Block = Box<[StmtId]>;

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// Its whole text (a compound statement with its blocks).
    pub span: Span,
}

/// The kinds of statement.
#[derive(Clone, Debug, PartialEq)]
pub enum StmtKind {
    /// An expression evaluated for its effect. Also `go f()`.
    Expr(ExprId),
    /// `target = value`, `a = b = value` (targets in source order), `const x = value`, `x := value`.
    ///
    /// A nested function or class method definition that is not a body of its own is an assignment of a
    /// [`crate::ExprKind::Closure`] to its name. A declaration without a value has no `value`.
    Assign {
        /// The patterns.
        targets: Box<[ExprId]>,
        /// The value.
        value: Option<ExprId>,
        /// Plain or augmented.
        op: AssignOp,
        /// The written type: `x: T = v`, `var x T`.
        annotation: Option<ExprId>,
        /// Whether and how it declares its names.
        declaration: Declaration,
    },
    /// An import where it stands (any scope). Module-level ones are in [`crate::Items::imports`] too.
    Import(Import),
    /// `return x`. Several Go results are a tuple.
    Return(Option<ExprId>),
    /// `raise x`, `throw x`, `panic(x)`.
    Raise(Option<ExprId>),
    /// `break`.
    Break,
    /// `continue`.
    Continue,
    /// `if`/`elif`/`else if` chain; the arms are tried in order. A Go `if init; cond` puts `init` before it.
    If {
        /// Each condition with its block.
        arms: Box<[(ExprId, Block)]>,
        /// The `else` block.
        otherwise: Option<Block>,
    },
    /// `while`, the C-style `for` (its initialiser precedes it, its update ends the body), Go `for cond`.
    While {
        /// The condition; `None` for an endless loop.
        test: Option<ExprId>,
        /// The loop body.
        body: Block,
    },
    /// `for target in iter`, `for (const x of xs)`, `for k, v := range m` (a tuple of key and value).
    For {
        /// The pattern; `None` if nothing is bound.
        target: Option<ExprId>,
        /// What is iterated.
        iter: ExprId,
        /// The loop body.
        body: Block,
        /// Whether the pattern gets keys or indices alone: JavaScript `for..in`, Go `range` with one variable.
        keys: bool,
    },
    /// `match` and `switch`. A Go `switch` without subject and a type switch are [`StmtKind::If`] and [`StmtKind::Switch`].
    Switch {
        /// What is matched.
        subject: ExprId,
        /// Cases in order. Falling through is modelled as independent cases.
        cases: Box<[Case]>,
    },
    /// `try`.
    Try {
        /// The guarded block.
        body: Block,
        /// `except`, `catch`.
        handlers: Box<[Handler]>,
        /// Python's `else`.
        otherwise: Block,
        /// `finally`.
        finally: Block,
    },
    /// `with a as b`.
    With {
        /// The managers.
        items: Box<[WithItem]>,
        /// The block.
        body: Block,
    },
    /// `defer f()`.
    Defer(ExprId),
    /// `assert test`.
    Assert(ExprId),
    /// A class whose class-level statements run here. Methods of module-level classes are bodies of their own.
    Class {
        /// Its name.
        name: Symbol,
        /// Decorators, outermost first.
        decorators: Box<[ExprId]>,
        /// Class-level statements.
        body: Block,
    },
    /// The definition of a function that is a [`crate::Body`] of its own; evaluates its decorators and parameter defaults.
    Define {
        /// Its path of names, as in [`crate::BodyKey`].
        name: Symbol,
        /// Decorators, outermost first.
        decorators: Box<[ExprId]>,
    },
    /// `pass`, an empty statement, a bare string literal as docstring.
    Pass,
    /// A plain block that opens a scope.
    Block(Block),
    /// A statement the IR does not model; its sub-expressions are evaluated in order.
    Unknown(Box<[ExprId]>),
}

impl StmtKind {
    /// The blocks that it holds, in source order.
    pub fn blocks(&self) -> Vec<&[StmtId]> {
        match self {
            StmtKind::If { arms, otherwise } => {
                let mut found: Vec<&[StmtId]> = arms.iter().map(|(_, block)| &**block).collect();
                found.extend(otherwise.iter().map(|block| &**block));
                found
            }
            StmtKind::While { body, .. }
            | StmtKind::For { body, .. }
            | StmtKind::With { body, .. }
            | StmtKind::Class { body, .. }
            | StmtKind::Block(body) => vec![body],
            StmtKind::Switch { cases, .. } => cases.iter().map(|case| &*case.body).collect(),
            StmtKind::Try {
                body,
                handlers,
                otherwise,
                finally,
            } => {
                let mut found: Vec<&[StmtId]> = vec![body];
                found.extend(handlers.iter().map(|handler| &*handler.body));
                found.push(otherwise);
                found.push(finally);
                found
            }
            _ => Vec::new(),
        }
    }
}

/// Plain or augmented assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssignOp {
    /// `=`, `:=`.
    Set,
    /// `+=`.
    Add,
    /// `||=`, `??=`.
    Or,
    /// Any other `op=`.
    Other,
}

/// Whether an assignment declares its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declaration {
    /// It assigns to what exists (Python: also creates).
    None,
    /// `const`, a Go constant, TypeScript `readonly`.
    Const,
    /// `let`, `var`, `:=`.
    Variable,
    /// `nonlocal x`, `global x`: the names are those of the surroundings. There is no value.
    Outer,
}

/// A case of a `match` or `switch`.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The patterns or values; empty for `default` and `_`.
    pub patterns: Box<[ExprId]>,
    /// `if` guard.
    pub guard: Option<ExprId>,
    /// The block.
    pub body: Block,
}

/// An exception handler.
#[derive(Clone, Debug, PartialEq)]
pub struct Handler {
    /// The caught types, where written.
    pub types: Box<[ExprId]>,
    /// The pattern bound to the exception.
    pub target: Option<ExprId>,
    /// The block.
    pub body: Block,
}

/// An item of a `with` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    /// The context manager.
    pub context: ExprId,
    /// The pattern after `as`.
    pub target: Option<ExprId>,
}

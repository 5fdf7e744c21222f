//! What the interpreter tells of what it sees.
//!
//! A loop body or a closure may be interpreted several times: an observer gets every event again, with the values of
//! that visit, and merges what concerns the same expression.

use tripline_ir::{ArgName, Body, BodyKey, Call, ExprId, Span, StmtId, Symbol};

use crate::{Built, SinkModel, Value};

/// An argument of a call with its abstract value.
#[derive(Clone, Debug)]
pub struct Argument {
    /// How it is bound.
    pub name: ArgName,
    /// The expression.
    pub expr: ExprId,
    /// The whole argument in the source.
    pub span: Span,
    /// What is known of it.
    pub value: Value,
}

/// A call.
pub struct CallEvent<'a> {
    /// The body.
    pub body: &'a Body,
    /// The call expression.
    pub expr: ExprId,
    /// The call.
    pub call: &'a Call,
    /// Its qualified name, where it resolves (through the receiver's type for methods); a method of a receiver of
    /// unknown type has the name that [`crate::Knowledge::method`] gives, if any.
    pub callee: Option<Symbol>,
    /// Its qualified name where nobody has described it, and `callee` is what its last name alone suggests: `requests.get`,
    /// which shares its name with the method of a table.
    pub written: Option<Symbol>,
    /// The last name of the callee as written: `execute`.
    pub name: Option<Symbol>,
    /// It goes to a function of the program.
    pub is_own: bool,
    /// The receiver of a method call.
    pub receiver: Option<&'a Value>,
    /// The arguments.
    pub args: &'a [Argument],
}

/// A value that reaches a sink and is not fixed text. The observer decides by its taint and shape.
pub struct SinkEvent<'a> {
    /// The body.
    pub body: &'a Body,
    /// The call or assignment expression.
    pub expr: ExprId,
    /// The sink's row in the knowledge.
    pub sink: &'a SinkModel,
    /// Qualified name of the callee.
    pub callee: Symbol,
    /// The dangerous argument.
    pub argument: &'a Argument,
    /// All arguments of the call.
    pub args: &'a [Argument],
    /// The call goes to a function of the program that passes the argument on to this sink; its way from the
    /// parameter to the sink, outermost first. Empty for the sink itself.
    pub through: &'a [(BodyKey, Span)],
    /// The text that the function that the call goes to builds around the argument: the harm is done where `through` ends.
    /// `None` where the argument itself is the dangerous text.
    pub built: Option<&'a Built>,
}

/// An assignment to an attribute or a subscript, or of a module- or class-level name.
pub struct AssignEvent<'a> {
    /// The body.
    pub body: &'a Body,
    /// The target pattern.
    pub target: ExprId,
    /// Qualified name of the target's base object, where known.
    pub base: Option<&'a Value>,
    /// The assigned expression, where there is one.
    pub expr: Option<ExprId>,
    /// What is known of it.
    pub value: &'a Value,
}

/// A collection or struct literal.
pub struct ConstructEvent<'a> {
    /// The body.
    pub body: &'a Body,
    /// The literal.
    pub expr: ExprId,
    /// Qualified name of its type, where written and resolved.
    pub ty: Option<Symbol>,
    /// What is known of it.
    pub value: &'a Value,
}

/// An equality comparison (`==`, `!=` and their kin).
pub struct CompareEvent<'a> {
    /// The body.
    pub body: &'a Body,
    /// The comparison.
    pub expr: ExprId,
    /// Left operand.
    pub left: (ExprId, &'a Value),
    /// Right operand.
    pub right: (ExprId, &'a Value),
}

/// A condition with what it guards.
pub struct BranchEvent<'a> {
    /// The body.
    pub body: &'a Body,
    /// The statement.
    pub stmt: StmtId,
    /// Index of the arm.
    pub arm: usize,
    /// What is known of the condition.
    pub test: &'a Value,
}

/// A call whose result nobody uses.
pub struct DiscardEvent<'a> {
    /// The body.
    pub body: &'a Body,
    /// The call expression (inside `await`, too).
    pub expr: ExprId,
    /// Its qualified name, where it resolves.
    pub callee: Option<Symbol>,
    /// The last name of the callee as written.
    pub name: Option<Symbol>,
}

/// Receives what the interpreter sees. Every method does nothing by default.
pub trait Observer {
    /// A call.
    fn call(&mut self, _event: &CallEvent<'_>) {}
    /// A value that reaches a sink.
    fn sink(&mut self, _event: &SinkEvent<'_>) {}
    /// An assignment.
    fn assign(&mut self, _event: &AssignEvent<'_>) {}
    /// A collection literal.
    fn construct(&mut self, _event: &ConstructEvent<'_>) {}
    /// A comparison.
    fn compare(&mut self, _event: &CompareEvent<'_>) {}
    /// A condition.
    fn branch(&mut self, _event: &BranchEvent<'_>) {}
    /// A dropped result.
    fn discard(&mut self, _event: &DiscardEvent<'_>) {}
}

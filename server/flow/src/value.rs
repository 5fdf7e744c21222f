//! The abstract value of a place.

use std::sync::Arc;

use tripline_ir::{BodyKey, ExprId, Span, Symbol};

use crate::{Content, FunctionRef, Taint};

/// What is known of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Value {
    /// The qualified name it denotes: a module, function, class or library object such as `flask.request`.
    pub origin: Option<Symbol>,
    /// The qualified name of its class.
    pub ty: Option<Symbol>,
    /// What is known of its text.
    pub content: Content,
    /// How its text was built, if it was built from pieces.
    pub shape: Option<Arc<Shape>>,
    /// Reasons to distrust it.
    pub taint: Taint,
    /// What is known of its members, for a collection or an object.
    pub fields: Option<Arc<Fields>>,
    /// The function of this file that it is.
    pub function: Option<FunctionRef>,
    /// The qualified name of the call it is the result of, where known: `hmac.HMAC.hexdigest`.
    pub result_of: Option<Symbol>,
}

/// Members of a collection or an object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// Members by constant key or attribute name, sorted by name.
    pub named: Vec<(Arc<str>, Value)>,
    /// Members by position: elements of a list or tuple literal.
    pub positional: Vec<Value>,
    /// Everything the literal holds is in the above: no spread, no computed key, not changed since.
    pub complete: bool,
}

impl Fields {
    /// The member of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.named.iter().find(|(key, _)| &**key == name).map(|(_, value)| value)
    }
}

/// How a string was built.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its pieces in order, constants folded only where a piece is a literal.
    pub pieces: Vec<Piece>,
    /// The expressions that must be edited to change it, in evaluation order: one expression, or the definition and
    /// the `+=` of a variable.
    pub built_at: Vec<(BodyKey, ExprId)>,
}

/// A piece of a built string.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Text of the program.
    Text {
        /// The text, escapes resolved.
        text: Arc<str>,
        /// The body and the literal or template expression that it is written in.
        literal: (BodyKey, ExprId),
        /// Where it is written, inside the literal.
        span: Span,
    },
    /// An inserted value.
    Hole {
        /// The body and the expression inserted.
        expr: (BodyKey, ExprId),
        /// The template that it is inserted into, or the concatenation's operand itself.
        within: (BodyKey, ExprId),
        /// What stands for it in the template: `{x}`, `%s`; of a concatenation the operand.
        span: Span,
        /// Its conversion and format, as in [`tripline_ir::Part::Hole`].
        spec: Arc<str>,
        /// What is known of the value there.
        value: Box<Value>,
    },
}

//! What callers need to know of a function.

use std::sync::Arc;

use tripline_ir::{BodyKey, ExprId, Span, Symbol};

use crate::{KindSet, Label, Piece, Shape, SinkModel, Value};

/// A function of the program as a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FunctionRef {
    /// A body of its own.
    Body(BodyKey),
    /// A closure, by the body that holds it and its expression there.
    Closure(BodyKey, ExprId),
}

/// What a function knows of its caller alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A parameter, by its index.
    Parameter(u32),
    /// A member of a parameter or a member of that, by the index of the parameter and the names between dots.
    MemberOf(u32, Symbol),
    /// A member of the receiver or a member of that, by the names between dots.
    Member(Symbol),
    /// What the functions in a parameter set as the member of this name: `WithLimit(n)` of functional options.
    Option(u32, Symbol),
}

/// A parameter that a function passes on, whole, to a sink.
#[derive(Clone, Debug, PartialEq)]
pub struct ParamSink {
    /// What of the caller's reaches the sink.
    pub input: Input,
    /// The sink.
    pub sink: SinkModel,
    /// Qualified name of the sink's callee.
    pub callee: Symbol,
    /// Way from the parameter to the sink.
    pub through: Arc<[(BodyKey, Span)]>,
    /// The string that is built around the parameter on the way; `None` where the parameter is the whole argument.
    pub built: Option<Arc<Built>>,
    /// It passes through code that nothing is known of on the way.
    pub weakened: bool,
}

/// A string that a function builds around what its caller passes.
#[derive(Clone, Debug, PartialEq)]
pub struct Built(pub Vec<BuiltPart>);

/// A part of a string that is built around data.
#[derive(Clone, Debug, PartialEq)]
pub enum BuiltPart {
    /// Text of the program.
    Text(Arc<str>),
    /// The data itself.
    Data,
    /// Something else.
    Other,
}

impl Built {
    /// The string around the data of a label.
    pub fn around(shape: &Shape, label: &Label) -> Built {
        let mut parts = Vec::new();
        flatten(shape, label, 0, &mut parts);
        Built(parts)
    }
}

fn flatten(shape: &Shape, label: &Label, depth: usize, parts: &mut Vec<BuiltPart>) {
    const MAX_DEPTH: usize = 4;
    for piece in &shape.pieces {
        if parts.len() >= Shape::MAX_PIECES {
            return;
        }
        match piece {
            Piece::Text { text, .. } => parts.push(BuiltPart::Text(Arc::clone(text))),
            Piece::Hole { value, .. } => match (&value.shape, value.content.string()) {
                (_, Some(constant)) => parts.push(BuiltPart::Text(Arc::from(constant))),
                (Some(inner), None)
                    if inner.has_hole()
                        && depth < MAX_DEPTH
                        && (carries(inner, label) || !is_of(value, label)) =>
                {
                    flatten(inner, label, depth + 1, parts);
                }
                _ if is_of(value, label) => parts.push(BuiltPart::Data),
                _ => parts.push(BuiltPart::Other),
            },
        }
    }
}

fn is_of(value: &Value, label: &Label) -> bool {
    value.taint.0.iter().any(|of| of.enters_like(label))
}

/// Whether the data of a label is inserted into a string. It may be in none of the holes where the string is one of several,
/// of which only the most worrying is known.
fn carries(shape: &Shape, label: &Label) -> bool {
    shape.pieces.iter().any(|piece| match piece {
        Piece::Text { .. } => false,
        Piece::Hole { value, .. } => is_of(value, label),
    })
}

/// What callers need to know of a function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// What it returns; labels of provenance parameter stand for the caller's arguments.
    pub returns: Value,
    /// The parameter that it gives back, whatever way it takes: of a builder's method the receiver.
    pub gives_back: Option<u32>,
    /// Parameters that reach sinks.
    pub sinks: Vec<ParamSink>,
    /// What it does to the objects that it is passed.
    pub effects: Vec<Effect>,
    /// Functions among its parameters that it calls.
    pub calls: Vec<ParamCall>,
    /// Names of the module that then hold what its caller passes, or whose objects do, with what is known of them.
    pub sets: Vec<(Symbol, Value)>,
    /// The parameter that takes all arguments from its own position on.
    pub rest: Option<u32>,
    /// It is written as a member and called without arguments: a property, a getter.
    pub is_property: bool,
    /// It never returns normally: it raises or exits on every path.
    pub diverges: bool,
    /// Its truth guarantees that a parameter is harmless: index and kinds.
    pub guards: Vec<(u32, KindSet)>,
    /// Its falsity guarantees that a parameter is harmless: index and kinds.
    pub denials: Vec<(u32, KindSet)>,
    /// That it comes back without an exception or error guarantees that a parameter is harmless: index and kinds.
    pub ensures: Vec<(u32, KindSet)>,
}

/// What a function does to an object that it is passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The parameter; of a method whose receiver is no parameter, `None` is the receiver.
    pub parameter: Option<u32>,
    /// Members that it sets.
    pub members: Vec<(Arc<str>, Value)>,
    /// Text that it appends.
    pub appended: Option<Value>,
    /// What it writes over all of it, through a pointer or a reference.
    pub assigned: Option<Value>,
}

/// A call of a function that is a parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct ParamCall {
    /// The parameter.
    pub parameter: u32,
    /// The arguments by position.
    pub arguments: Vec<Value>,
    /// How many of them come before all that the caller of a decorated function passes: `function(db, *args)`.
    pub before_spread: Option<usize>,
}

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

/// A parameter that a function passes on, whole, to a sink.
#[derive(Clone, Debug, PartialEq)]
pub struct ParamSink {
    /// Index of the parameter.
    pub parameter: u32,
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

/// A call of a function that a parameter is: `work(session)` in `def in_transaction(work)`.
#[derive(Clone, Debug, PartialEq)]
pub struct ParamCall {
    /// Index of the parameter.
    pub parameter: u32,
    /// What it is called with.
    pub args: Vec<Value>,
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
                (Some(inner), None) if inner.has_hole() && depth < MAX_DEPTH => {
                    flatten(inner, label, depth + 1, parts);
                }
                _ => {
                    let mut labels = value.taint.0.iter();
                    parts.push(if labels.any(|of| of.enters_like(label)) {
                        BuiltPart::Data
                    } else {
                        BuiltPart::Other
                    });
                }
            },
        }
    }
}

/// What callers need to know of a function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// What it returns; labels of provenance parameter stand for the caller's arguments.
    pub returns: Value,
    /// Parameters that reach sinks.
    pub sinks: Vec<ParamSink>,
    /// It never returns normally: it raises or exits on every path.
    pub diverges: bool,
    /// Its truth guarantees that a parameter is harmless: index and kinds.
    pub guards: Vec<(u32, KindSet)>,
    /// Once it has returned, a parameter is harmless: index and kinds. Of one that raises otherwise.
    pub ensures: Vec<(u32, KindSet)>,
    /// Parameters that it calls.
    pub calls: Vec<ParamCall>,
}

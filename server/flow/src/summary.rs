//! What callers need to know of a function.

use std::sync::Arc;

use tripline_ir::{BodyKey, ExprId, Span, Symbol};

use crate::{SinkModel, Value};

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
    /// The parameter is not the whole argument but a piece of a string that is built on the way.
    pub built: bool,
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
    pub guards: Vec<(u32, crate::KindSet)>,
}

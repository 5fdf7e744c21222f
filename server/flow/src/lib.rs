//! Abstract interpretation of the intermediate representation: names, types, constants, shapes of strings, taint.
//!
//! [`interpret`] walks one body, with the summaries of the functions that it calls, and tells an [`Observer`] what it
//! sees: calls with their abstract arguments, values that reach sinks, assignments, comparisons, branches.
//!
//! Invariants:
//! - One interpreter serves all languages.
//! - Nothing here knows a file format, a vulnerability class, a check or an editor. What libraries do comes from a
//!   [`Knowledge`].
//! - Work is bounded by counts, never by time, so that results do not depend on the machine.
//! - The result is a pure function of the body, the environment, the knowledge, the summaries and what other files declare.

mod content;
mod environment;
mod interfaces;
mod interpreter;
mod knowledge;
mod observer;
mod others;
mod summary;
mod taint;
mod value;

pub use content::{Constant, Content};
pub use environment::{ClassFacts, Globals};
pub use interfaces::{PackageFile, having};
pub use interpreter::{Context, Interpretation, interpret};
pub use knowledge::{
    Admits, ArgRef, AttributeModel, CallableModel, Callback, ElementAt, ElementGiven, Ends, Flow,
    Guard, GuardPattern, GuardedBy, Holds, Kept, Kind, KindSet, Knowledge, Need, ParamFact,
    Results, SaidBy, SinkModel, Transfer, TypeModel,
};
pub use observer::{
    Argument, AssignEvent, BranchEvent, CallEvent, CompareEvent, ConstructEvent, DiscardEvent,
    Observer, SinkEvent,
};
pub use others::{Elsewhere, NoOtherFiles, OtherClass, OtherFiles};
pub use summary::{Built, BuiltPart, Effect, FunctionRef, Input, ParamCall, ParamSink, Summary};
pub use taint::{Label, Provenance, Step, Taint};
pub use value::{Fields, Guarantee, Narrowing, Piece, Shape, Value, When};

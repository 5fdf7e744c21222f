//! What a body can see of other files, and how they see what was found in this one.
//!
//! A name of another file reads `/w/app/db.py::run`: the path of the file, and the name there. Bodies, steps and shapes of
//! another file carry its path in their keys.

use std::sync::Arc;

use smallvec::SmallVec;
use tripline_ir::{BodyKey, Function, Symbol};

use crate::summary::{Effect, ParamCall, ParamSink};
use crate::{Fields, FunctionRef, Label, Piece, Shape, Summary, Taint, Value};

/// What other files declare.
pub trait OtherFiles {
    /// What a qualified name denotes that another file declares: a module, a function, a class, or a value. The name is as
    /// imports of this file have it (`.db.run`, `./db.run`), or as values of other files have it.
    fn value(&self, name: Symbol) -> Option<Value>;

    /// What a plain name denotes that this file neither declares nor imports by name: of a wildcard import, or of the same
    /// package.
    fn declared(&self, name: Symbol) -> Option<Value>;

    /// A class that another file declares, by its qualified name. Of Go by its plain name too, and then also what other files
    /// of the package add to a type of this one.
    fn class(&self, name: Symbol) -> Option<Arc<OtherClass>>;

    /// What another file declares of a function.
    fn function(&self, key: BodyKey) -> Option<Function>;

    /// The methods of the program that do what an interface says by this one of its methods, sorted by file and by where they
    /// stand there.
    fn implementations(&self, _interface: Symbol, _method: Symbol) -> Arc<[BodyKey]> {
        Arc::default()
    }
}

/// No other files.
#[derive(Clone, Copy, Debug)]
pub struct NoOtherFiles;

impl OtherFiles for NoOtherFiles {
    fn value(&self, _: Symbol) -> Option<Value> {
        None
    }

    fn declared(&self, _: Symbol) -> Option<Value> {
        None
    }

    fn class(&self, _: Symbol) -> Option<Arc<OtherClass>> {
        None
    }

    fn function(&self, _: BodyKey) -> Option<Function> {
        None
    }
}

/// A class of another file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OtherClass {
    /// Whether its declaration, or one of its variants, has fields.
    pub holds_data: bool,
    /// Whether it is an interface: others say what its methods do.
    pub is_interface: bool,
    /// The names of its declared fields, in source order.
    pub fields: Vec<Symbol>,
    /// What is known of its members.
    pub members: Arc<Fields>,
    /// Its methods, sorted by name; of several with one name the last.
    pub methods: Vec<(Symbol, BodyKey)>,
    /// The qualified names of its bases.
    pub bases: Vec<Symbol>,
}

impl OtherClass {
    /// The method of a name.
    pub fn method(&self, name: Symbol) -> Option<BodyKey> {
        self.methods
            .binary_search_by(|(known, _)| known.cmp(&name))
            .ok()
            .map(|index| self.methods[index].1)
    }
}

/// How other files see what was found in a file.
pub struct Elsewhere<'a> {
    /// The path of the file.
    pub file: Symbol,
    /// What other files call what a name of this one denotes; `None` if they cannot name it.
    pub rename: &'a dyn Fn(Symbol) -> Option<Symbol>,
}

impl Elsewhere<'_> {
    /// A summary, as callers in other files see it.
    pub fn summary(&self, summary: &Summary) -> Summary {
        let sink = |sink: &ParamSink| ParamSink {
            through: sink
                .through
                .iter()
                .map(|(body, span)| (self.key(*body), *span))
                .collect(),
            ..sink.clone()
        };
        let effect = |effect: &Effect| {
            let members = effect.members.iter();
            Effect {
                parameter: effect.parameter,
                members: members
                    .map(|(name, value)| (Arc::clone(name), self.value(value)))
                    .collect(),
                appended: effect.appended.as_ref().map(|value| self.value(value)),
                assigned: effect.assigned.as_ref().map(|value| self.value(value)),
            }
        };
        let call = |call: &ParamCall| ParamCall {
            parameter: call.parameter,
            arguments: call
                .arguments
                .iter()
                .map(|value| self.value(value))
                .collect(),
            before_spread: call.before_spread,
        };
        Summary {
            returns: self.value(&summary.returns),
            sinks: summary.sinks.iter().map(sink).collect(),
            effects: summary.effects.iter().map(effect).collect(),
            calls: summary.calls.iter().map(call).collect(),
            // The names are those of its own module.
            sets: Vec::new(),
            guards: summary.guards.clone(),
            denials: summary.denials.clone(),
            ensures: summary.ensures.clone(),
            ..*summary
        }
    }

    /// A value.
    pub fn value(&self, value: &Value) -> Value {
        let named = |name: Option<Symbol>| name.and_then(|name| (self.rename)(name));
        Value {
            origin: named(value.origin),
            ty: named(value.ty),
            content: value.content.clone(),
            shape: value.shape.as_ref().map(|shape| self.shape(shape)),
            taint: self.taint(&value.taint),
            fields: value.fields.as_ref().map(|fields| self.fields(fields)),
            function: match value.function {
                Some(FunctionRef::Body(key)) => Some(FunctionRef::Body(self.key(key))),
                Some(FunctionRef::Closure(..)) | None => None,
            },
            result_of: named(value.result_of),
            guarantees: None,
        }
    }

    /// Members of a collection, an object or a class.
    pub fn fields(&self, fields: &Fields) -> Arc<Fields> {
        let named = fields.named.iter();
        let named = named.map(|(name, value)| (Arc::clone(name), self.value(value)));
        let positional = fields.positional.iter().map(|value| self.value(value));
        Fields::new(named.collect(), positional.collect(), fields.complete).bounded()
    }

    /// The key of a body.
    pub fn key(&self, key: BodyKey) -> BodyKey {
        key.seen_from_elsewhere(self.file)
    }

    /// How a string is built. It cannot be edited from another file.
    fn shape(&self, shape: &Shape) -> Arc<Shape> {
        let piece = |piece: &Piece| match piece {
            Piece::Text {
                text,
                literal: (body, expr),
                span,
            } => Piece::Text {
                text: Arc::clone(text),
                literal: (self.key(*body), *expr),
                span: *span,
            },
            Piece::Hole {
                expr: (body, expr),
                within: (around, within),
                span,
                spec,
                value,
            } => Piece::Hole {
                expr: (self.key(*body), *expr),
                within: (self.key(*around), *within),
                span: *span,
                spec: Arc::clone(spec),
                value: Box::new(self.value(value)),
            },
        };
        Arc::new(Shape {
            pieces: shape.pieces.iter().map(piece).collect(),
            built_at: Vec::new(),
        })
    }

    fn taint(&self, taint: &Taint) -> Taint {
        let label = |label: &Label| Label {
            step: label.step.seen(|body| self.key(body)),
            ..label.clone()
        };
        Taint(taint.0.iter().map(label).collect::<SmallVec<_>>())
    }
}

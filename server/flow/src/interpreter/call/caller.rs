//! What a summary says for one caller.

use std::sync::Arc;

use smallvec::SmallVec;
use tripline_ir::{BodyKey, Span, Symbol};

use crate::interpreter::Context;
use crate::interpreter::place::held_by;
use crate::summary::Input;
use crate::{Content, Fields, KindSet, Label, Piece, Provenance, Shape, Summary, Taint, Value};

/// What a function of the program is called with.
pub(super) struct Caller<'c> {
    pub(super) context: &'c Context<'c>,
    pub(super) receiver: Option<&'c Value>,
    pub(super) argument: &'c dyn Fn(u32) -> Option<Value>,
    pub(super) body: BodyKey,
    pub(super) span: Span,
}

impl Caller<'_> {
    /// What the function returns.
    pub(super) fn returned(&self, summary: &Summary) -> Value {
        // What it has checked before is told by what it returns.
        let is_checked = |parameter: &u32| {
            let mut ensured = summary.ensures.iter();
            ensured.any(|(known, _)| known == parameter)
        };
        let unchecked = summary.gives_back.filter(|known| !is_checked(known));
        let given_back = unchecked.and_then(self.argument);
        given_back.unwrap_or_else(|| self.instantiated(&summary.returns))
    }

    /// What a value of the function is for this caller.
    pub(super) fn instantiated(&self, value: &Value) -> Value {
        let mut instance = value.clone();
        instance.guarantees = None;
        if value.taint.is_empty() && value.fields.is_none() && value.shape.is_none() {
            return instance;
        }
        instance.taint = self.taint(&value.taint);
        let is_callers = |member: &Value| !member.taint.is_empty() || member.fields.is_some();
        if let Some(fields) = value.fields.as_deref()
            && fields.values().any(is_callers)
        {
            let mut fields = fields.clone();
            for member in fields.values_mut().filter(|member| is_callers(member)) {
                *member = self.instantiated(member);
            }
            instance.fields = Some(fields.bounded());
        }
        if let Some(shape) = &value.shape {
            let mut pieces = shape.pieces.clone();
            for piece in &mut pieces {
                if let Piece::Hole { value, .. } = piece {
                    **value = self.hole(value);
                }
            }
            let fixed = pieces.iter().all(|piece| match piece {
                Piece::Text { .. } => true,
                Piece::Hole { value, .. } => value.content.is_fixed() && value.taint.is_empty(),
            });
            if fixed && instance.taint.is_empty() {
                instance.content = Content::Literal;
            }
            instance.shape = Some(Arc::new(Shape {
                pieces,
                built_at: shape.built_at.clone(),
            }));
        } else if let Some(whole) = self.whole(value) {
            // The function gives its argument back.
            if instance.content == Content::Opaque && whole.content.is_fixed() {
                instance.content = whole.content.clone();
            }
            let is_said = |ty: &Symbol| !self.context.is_interface(*ty) || whole.ty.is_none();
            let is_same = instance.ty.is_some() && instance.ty == whole.ty;
            instance.ty = instance.ty.filter(is_said).or(whole.ty);
            instance.fields = match (instance.fields, whole.fields) {
                // It gives back such an object with more in it: `context.WithValue(ctx, key, user)`.
                (Some(more), Some(known)) if is_same => Some(with_members(&known, &more)),
                (own, known) => own.or(known),
            };
            instance.shape = whole.shape;
        }
        instance.taint = instance.taint.via(self.body, self.span);
        instance
    }

    fn hole(&self, value: &Value) -> Value {
        let whole = self.whole(value);
        let mut value = value.clone();
        value.taint = self.taint(&value.taint);
        if let Some(whole) = whole
            && value.content == Content::Opaque
        {
            value.content = whole.content;
        }
        value
    }

    /// What the caller has of a value that is a parameter, or a member of the receiver, unchanged.
    fn whole(&self, value: &Value) -> Option<Value> {
        match value.taint.0.as_slice() {
            [label]
                if !label.weakened && label.cleared == KindSet::NONE && value.shape.is_none() =>
            {
                self.passed(input(label)?)
            }
            _ => None,
        }
    }

    /// What the caller has where the function takes something in.
    pub(super) fn passed(&self, input: Input) -> Option<Value> {
        match input {
            Input::Parameter(parameter) => (self.argument)(parameter),
            Input::MemberOf(parameter, member) => {
                Some(self.held_by(&(self.argument)(parameter)?, member))
            }
            Input::Option(parameter, member) => {
                Some(option_of(&(self.argument)(parameter)?, member))
            }
            Input::Member(member) => self.member(member),
        }
    }

    /// What is known of a member of the receiver.
    fn member(&self, name: Symbol) -> Option<Value> {
        let receiver = self.receiver?;
        if name.is_empty() {
            return Some(receiver.clone());
        }
        Some(self.held_by(receiver, name))
    }

    fn held_by(&self, object: &Value, member: Symbol) -> Value {
        held_by(self.context, (self.body, self.span), object, member)
    }

    fn taint(&self, taint: &Taint) -> Taint {
        let mut instantiated = Taint::default();
        for label in &taint.0 {
            let own = || Taint(SmallVec::from_iter([label.clone()]));
            let passed = match input(label) {
                // What the maker of an object has put into it, who is not known here.
                None if label.provenance == Provenance::Parameter => continue,
                None => own(),
                Some(input) => match self.passed(input) {
                    Some(value) => passed_by(label, value.taint),
                    None if label.parameter.is_none() => own(),
                    None => continue,
                },
            };
            instantiated = instantiated.union(&passed);
        }
        instantiated
    }
}

/// The members of an object, and those of another in the place of its own of their names.
fn with_members(known: &Fields, more: &Fields) -> Arc<Fields> {
    let mut fields = known.clone();
    for (name, member) in &more.named {
        fields.set(name, member.clone());
    }
    fields.bounded()
}

/// What of the caller's a label stands for.
pub(super) fn input(label: &Label) -> Option<Input> {
    match (label.parameter, label.member) {
        // What makers of options set is nobody's data until they say so.
        (Some(parameter), Some(member)) if label.is_option() => {
            Some(Input::Option(parameter, member))
        }
        (Some(parameter), Some(member)) => Some(Input::MemberOf(parameter, member)),
        (Some(parameter), None) => Some(Input::Parameter(parameter)),
        (None, member) => member.map(Input::Member),
    }
}

/// What the functions of a collection set as the member of a name.
pub(super) fn option_of(functions: &Value, member: Symbol) -> Value {
    let fields = functions.element().fields;
    let known = fields.as_ref().and_then(|fields| fields.get(&member));
    known.cloned().unwrap_or_else(Value::scalar)
}

/// The taint of what is passed, after what has happened to it on the way of a label.
fn passed_by(label: &Label, taint: Taint) -> Taint {
    let mut passed = taint.cleared(label.cleared);
    if label.weakened {
        passed = passed.weakened();
    }
    passed.through(&label.step)
}

//! The abstract value of a place.

use std::sync::Arc;

use tripline_ir::{BodyKey, ExprId, Span, Symbol};

use crate::{Constant, Content, FunctionRef, KindSet, Taint};

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
    /// The function of the program that it is. The positional members of such a value are the first arguments that it was
    /// bound to, the named ones those by keyword.
    pub function: Option<FunctionRef>,
    /// The qualified name of the call it is the result of, where known: `hmac.HMAC.hexdigest`.
    pub result_of: Option<Symbol>,
    /// What its truth says of other places: `ok` after `_, ok := allowed[x]`.
    pub guarantees: Option<Arc<[Guarantee]>>,
}

/// What a condition says of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Guarantee {
    /// The place as a dotted path: `column`, `req.query.sort`.
    pub place: Symbol,
    /// What holds for it.
    pub narrowing: Narrowing,
    /// When it holds.
    pub when: When,
}

/// When a guarantee that a value carries holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// The value is true.
    #[default]
    True,
    /// The value is null, as the error of a Go function, or false.
    Null,
    /// A guard that asks for the result of a certain function has held for the value: a path that was resolved lies in a folder,
    /// and so does what it was resolved from.
    Checked,
    /// Always, for the text behind the position in the place that the value is.
    Behind,
}

/// What a condition says of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Narrowing {
    /// Its text is one of the program's own.
    Content(Content),
    /// It is harmless for these kinds.
    Cleared(KindSet),
}

impl Value {
    /// A value of which only the qualified name is known.
    pub fn of_origin(origin: Symbol) -> Value {
        Value {
            origin: Some(origin),
            ..Value::default()
        }
    }

    /// An instance of a type.
    pub fn of_type(ty: Symbol) -> Value {
        Value {
            ty: Some(ty),
            ..Value::default()
        }
    }

    /// A constant.
    pub fn constant(constant: Constant) -> Value {
        Value {
            content: Content::Exact(smallvec::smallvec![constant]),
            ..Value::default()
        }
    }

    /// Text that is harmless everywhere.
    pub fn scalar() -> Value {
        Value {
            content: Content::Scalar,
            ..Value::default()
        }
    }

    /// What is known of a place that holds one of two values.
    #[must_use]
    pub fn join(&self, other: &Value) -> Value {
        if self == other {
            return self.clone();
        }
        let fields = match (&self.fields, &other.fields) {
            (Some(one), Some(two)) if Arc::ptr_eq(one, two) => Some(Arc::clone(one)),
            (Some(one), Some(two)) => Some(one.join(two).bounded()),
            (Some(known), None) if other.is_null() => Some(Arc::clone(known)),
            (None, Some(known)) if self.is_null() => Some(Arc::clone(known)),
            _ => None,
        };
        Value {
            origin: self.joined(other, |value| value.origin),
            ty: self.joined(other, |value| value.ty),
            content: self.content.join(&other.content),
            shape: self.joined_shape(other),
            taint: self.taint.union(&other.taint),
            fields,
            function: self.joined(other, |value| value.function),
            result_of: self.joined(other, |value| value.result_of),
            guarantees: None,
        }
    }

    /// Whether another value could come from where this one does: the same kind of text, of the same type, distrusted for
    /// the same reasons.
    pub(crate) fn is_like(&self, other: &Value) -> bool {
        let reasons = |value: &Value| {
            let labels = value.taint.0.iter();
            let worst = labels
                .map(|label| (label.provenance, !label.weakened))
                .max();
            (value.taint.0.len(), worst)
        };
        self.origin == other.origin
            && self.ty == other.ty
            && self.function == other.function
            && self.content.is_fixed() == other.content.is_fixed()
            && reasons(self) == reasons(other)
    }

    /// An element of a collection.
    pub(crate) fn element(&self) -> Value {
        if let Some(fields) = &self.fields
            && !fields.positional.is_empty()
        {
            let mut values = fields.positional.iter();
            let first = values.next().cloned().unwrap_or_default();
            return values.fold(first, |joined, next| joined.join(next));
        }
        let content = match &self.content {
            Content::Opaque if self.fields.as_ref().is_some_and(|fields| fields.complete) => {
                Content::Literal
            }
            known => known.as_element(),
        };
        Value {
            content,
            taint: self.taint.clone(),
            ..Value::default()
        }
    }

    /// Whether it is `None`, `null` or `nil` alone.
    pub fn is_null(&self) -> bool {
        self.content.constant() == Some(&Constant::Null)
    }

    /// A fact of both values; of one alone where the other is null.
    fn joined<T: PartialEq + Copy>(
        &self,
        other: &Value,
        fact: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        match (fact(self), fact(other)) {
            (Some(one), Some(two)) if one == two => Some(one),
            (Some(one), None) if other.is_null() => Some(one),
            (None, Some(two)) if self.is_null() => Some(two),
            _ => None,
        }
    }

    /// The shape with the more worrying holes. It can be edited only where both are the same.
    fn joined_shape(&self, other: &Value) -> Option<Arc<Shape>> {
        let (one, two) = match (&self.shape, &other.shape) {
            (Some(one), Some(two)) => (one, two),
            (Some(shape), None) if other.content.is_fixed() => {
                return Some(Arc::new(shape.unedited()));
            }
            (None, Some(shape)) if self.content.is_fixed() => {
                return Some(Arc::new(shape.unedited()));
            }
            (Some(shape), None) if shape.is_from_root(other) => {
                return Some(Arc::new(shape.unedited()));
            }
            (None, Some(shape)) if shape.is_from_root(self) => {
                return Some(Arc::new(shape.unedited()));
            }
            _ => return None,
        };
        if Arc::ptr_eq(one, two) || one == two {
            return Some(Arc::clone(one));
        }
        let worst = if two.worry() > one.worry() { two } else { one };
        Some(Arc::new(worst.unedited()))
    }
}

impl Fields {
    pub(crate) fn join(&self, other: &Fields) -> Fields {
        let mut named = Vec::with_capacity(self.named.len());
        for (key, value) in &self.named {
            let joined = other
                .get(key)
                .map_or_else(|| value.clone(), |also| value.join(also));
            named.push((Arc::clone(key), joined));
        }
        for (key, value) in &other.named {
            if self.get(key).is_none() {
                named.push((Arc::clone(key), value.clone()));
            }
        }
        named.sort_by(|(one, _), (two, _)| one.cmp(two));
        // Of lists of different length, one is most often the other with elements appended. A join that is longer than both
        // would grow with every pass over a loop.
        let (short, long) = if self.positional.len() < other.positional.len() {
            (&self.positional, &other.positional)
        } else {
            (&other.positional, &self.positional)
        };
        let mut positional = long.clone();
        for (joined, also) in positional.iter_mut().zip(short) {
            *joined = joined.join(also);
        }
        Fields::new(named, positional, self.complete && other.complete)
    }

    /// Members by name, which must be sorted, and by position.
    pub fn new(named: Vec<(Arc<str>, Value)>, positional: Vec<Value>, complete: bool) -> Fields {
        Fields {
            named,
            positional,
            complete,
            weight: 0,
        }
    }

    /// The members, ready to be shared. What the members hold is forgotten where all together would be too much to compare and
    /// join: `d = {"a": d, "b": d}` in a loop.
    pub fn bounded(mut self) -> Arc<Fields> {
        self.bound();
        Arc::new(self)
    }

    /// As [`Fields::bounded`], after a change.
    pub(crate) fn bound(&mut self) {
        let weigh = |value: &Value| value.fields.as_ref().map_or(1, |fields| fields.weight + 1);
        self.weight = self.values().map(weigh).fold(0, u32::saturating_add);
        if self.weight <= Self::MAX_WEIGHT {
            return;
        }
        let named = self.named.iter_mut().map(|(_, value)| value);
        for value in named.chain(&mut self.positional) {
            value.fields = None;
        }
        self.weight = self.values().map(weigh).sum();
    }

    /// Most members of members that are kept, counted together.
    const MAX_WEIGHT: u32 = 1024;

    /// Most members that are told apart, by name and by position.
    pub const MAX_MEMBERS: usize = 192;

    /// Sets the member of a name.
    pub fn set(&mut self, name: &str, value: Value) {
        match self.named.binary_search_by(|(key, _)| (**key).cmp(name)) {
            Ok(index) => self.named[index].1 = value,
            Err(_) if self.named.len() >= Self::MAX_MEMBERS => self.complete = false,
            Err(index) => self.named.insert(index, (Arc::from(name), value)),
        }
    }

    /// Appends an element. Elements beyond the bound are joined with the last that is told apart.
    pub fn push(&mut self, value: Value) {
        if self.positional.len() < Self::MAX_MEMBERS {
            self.positional.push(value);
        } else if let Some(last) = self.positional.last_mut()
            && !(last.content == crate::Content::Literal && value.content.constant().is_some())
        {
            *last = last.join(&value);
        }
    }

    /// Every member.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.named
            .iter()
            .map(|(_, value)| value)
            .chain(&self.positional)
    }

    /// Every member, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.named
            .iter_mut()
            .map(|(_, value)| value)
            .chain(&mut self.positional)
    }
}

impl Shape {
    /// Most pieces that are kept; a longer string loses its shape.
    pub const MAX_PIECES: usize = 96;

    /// The holes.
    pub fn holes(&self) -> impl Iterator<Item = &Value> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Hole { value, .. } => Some(&**value),
            Piece::Text { .. } => None,
        })
    }

    /// The same shape, not to be edited.
    fn unedited(&self) -> Shape {
        Shape {
            pieces: self.pieces.clone(),
            built_at: Vec::new(),
        }
    }

    /// Whether it is a path from the root, made of another that may be one: `if name[0] != '/' { name = "/" + name }`.
    fn is_from_root(&self, bare: &Value) -> bool {
        let [Piece::Text { text, .. }, Piece::Hole { value, .. }] = &*self.pieces else {
            return false;
        };
        let is_same = |label: &crate::Label| value.taint.0.iter().any(|own| own.enters_like(label));
        &**text == "/" && !bare.taint.is_empty() && bare.taint.0.iter().all(is_same)
    }

    /// Whether anything is inserted into the text.
    pub fn has_hole(&self) -> bool {
        self.pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Hole { .. }))
    }

    fn worry(&self) -> (Option<crate::Provenance>, usize) {
        let worst = self
            .holes()
            .flat_map(|hole| &hole.taint.0)
            .map(|label| label.provenance)
            .max();
        (worst, self.pieces.len())
    }
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
    /// How many members there are, those of members included; see [`Fields::bounded`].
    weight: u32,
}

impl Fields {
    /// The member of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.named
            .binary_search_by(|(key, _)| (**key).cmp(name))
            .ok()
            .map(|index| &self.named[index].1)
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

//! What comes out of calls of libraries.

use std::sync::Arc;

use tripline_ir::{ArgName, BodyKey, Call, Span, Symbol};

use super::callback::{before, bound};
use super::transfer::with_entry;
use super::unknown_result;
use crate::interpreter::Interpreter;
use crate::interpreter::condition::matches_argument;
use crate::interpreter::place::from_outside;
use crate::interpreter::regular::{confines, is_one_of, is_word, leaves_words};
use crate::interpreter::statement::{key, pairs};
use crate::interpreter::written::{Reader, collection_of};
use crate::observer::Argument;
use crate::value::Narrowing;
use crate::{
    ArgRef, CallableModel, Constant, Content, ElementAt, ElementGiven, Ends, Fields, Flow,
    FunctionRef, KindSet, Label, Piece, Provenance, Shape, Taint, Value,
};

/// The member of a collection that holds its last element, where more is known of that than of the others.
pub(in crate::interpreter) const LAST: &str = "-1";

impl Interpreter<'_, '_> {
    /// What comes out of a modelled call.
    pub(super) fn modelled_result(
        &mut self,
        model: &CallableModel,
        receiver: Option<&Value>,
        args: &[Argument],
        span: Span,
    ) -> Value {
        let mut value = match &model.flow {
            Flow::Unknown if model.source.is_some() || model.returns.is_some() => Value::default(),
            Flow::Unknown => unknown_result(receiver, args),
            Flow::Nothing => Value::default(),
            // Which type is told is known at the call alone.
            Flow::Scalar | Flow::Parsed(_) => Value::scalar(),
            Flow::Converted { value, converter } => {
                let is_scalar = referred(converter, receiver, args)
                    .iter()
                    .any(|by| self.makes_scalars(by));
                if is_scalar {
                    Value::scalar()
                } else {
                    passed_on(&referred(value, receiver, args))
                }
            }
            Flow::Same(argument) => referred(argument, receiver, args)
                .first()
                .map(|value| (*value).clone())
                .unwrap_or_default(),
            Flow::Arguments(wanted) if wanted.is_empty() => Value {
                content: Content::Literal,
                ..Value::default()
            },
            Flow::Arguments(wanted) => {
                let mut values: Vec<&Value> = Vec::new();
                for argument in wanted {
                    values.extend(referred(argument, receiver, args));
                }
                passed_on(&values)
            }
            Flow::Parts(whole, kinds) => {
                let whole = passed_on(&referred(whole, receiver, args));
                let parts = kinds.iter().map(|kinds| Value {
                    shape: None,
                    taint: whole.taint.clone().cleared(*kinds),
                    ..whole.clone()
                });
                collection_of(Value::default(), parts.collect())
            }
            Flow::Format(template) => {
                let mut values = referred(template, receiver, args);
                values.extend(args.iter().map(|arg| &arg.value));
                passed_on(&values)
            }
            Flow::Replace { text, from, to } => {
                let parts = [text, from, to].map(|part| referred(part, receiver, args));
                let constant =
                    |values: &[&Value]| Some(values.first()?.content.string()?.to_owned());
                let [text, from, to] = &parts;
                match (constant(text), constant(from), constant(to)) {
                    (Some(text), Some(from), Some(to)) => {
                        let replaced = text.replace(&from, &to);
                        Value::constant(Constant::String(Arc::from(replaced)))
                    }
                    _ if is_cleaned(from, to) => Value {
                        content: Content::Literal,
                        ..Value::default()
                    },
                    _ => passed_on(&[text.as_slice(), to].concat()),
                }
            }
            Flow::Substituted { text, pattern, to } => {
                let [text, pattern, to] =
                    [text, pattern, to].map(|part| referred(part, receiver, args));
                if is_cleaned(&pattern, &to) {
                    Value {
                        content: Content::Literal,
                        ..Value::default()
                    }
                } else {
                    passed_on(&[text, to].concat())
                }
            }
            Flow::Join { separator, items } => {
                let mut values = referred(separator, receiver, args);
                values.extend(referred(items, receiver, args));
                passed_on(&values)
            }
            Flow::Closure(argument) => self.mapped(argument, receiver, args, span),
            Flow::Folded { function, initial } => self.folded(function, initial, receiver, args),
            Flow::Filtered(argument) => self.filtered(argument, receiver, args),
            Flow::Element { of, at } => {
                let items = referred(of, receiver, args);
                let at = match at {
                    ElementAt::Position(at) => Some(i64::from(*at)),
                    ElementAt::Given(index) => self.number(index, args),
                };
                let known = items.first().zip(at);
                known
                    .and_then(|(items, at)| known_element(items, at))
                    .unwrap_or_else(|| passed_on(&items))
            }
            Flow::Rest { of, from } => {
                let items = referred(of, receiver, args);
                let last = items
                    .first()
                    .filter(|_| self.number(from, args) == Some(-1));
                match last.and_then(|items| known_element(items, -1)) {
                    Some(last) => collection_of(Value::default(), vec![last]),
                    None => passed_on(&items),
                }
            }
            Flow::Enumerated(items) => {
                let items = referred(items, receiver, args).first().copied();
                let element = items.map(Value::element).unwrap_or_default();
                let pair = collection_of(Value::default(), vec![Value::scalar(), element]);
                collection_of(Value::default(), vec![pair])
            }
            Flow::Zipped(columns) => {
                let columns = columns.iter();
                let columns: Vec<&Value> = columns
                    .flat_map(|column| referred(column, receiver, args))
                    .collect();
                if args.iter().any(|arg| arg.name == ArgName::Spread) {
                    return passed_on(&columns);
                }
                let row = columns.into_iter().map(Value::element).collect();
                let row = collection_of(Value::default(), row);
                collection_of(Value::default(), vec![row])
            }
            Flow::Keys(table) => {
                let table = referred(table, receiver, args).first().copied();
                let keys = table.map(|table| vec![key(table)]).unwrap_or_default();
                collection_of(Value::default(), keys)
            }
            Flow::Pairs(table) => {
                let table = referred(table, receiver, args).first().copied();
                table.map(pairs).unwrap_or_default()
            }
            Flow::Members(object) => {
                let object = referred(object, receiver, args).first().copied();
                object.map(members).unwrap_or_default()
            }
            Flow::Ends(types) => {
                let end = |ty: &Symbol| Value {
                    fields: Some(Fields::default().bounded()),
                    ..Value::of_type(*ty)
                };
                collection_of(Value::default(), types.iter().map(end).collect())
            }
            Flow::Text(argument) => match referred(argument, receiver, args).first() {
                Some(value) => passed_on(&[&self.as_text(value, None, span)]),
                None => Value::default(),
            },
            Flow::Bound { function, first } => match referred(function, receiver, args).first() {
                Some(function) if function.function.is_some() => bound(function, *first, args),
                _ => unknown_result(receiver, args),
            },
            Flow::Copied(argument) => match referred(argument, receiver, args).first() {
                Some(items) => Value {
                    fields: items.fields.clone(),
                    ..passed_on(&[items])
                },
                None => Value {
                    fields: Some(Fields::new(Vec::new(), Vec::new(), true).bounded()),
                    ..Value::default()
                },
            },
            Flow::Changed(argument) => {
                let object = referred(argument, receiver, args).first().copied();
                changed(object.cloned().unwrap_or_default(), args)
            }
            Flow::Table(argument) => {
                let pairs = referred(argument, receiver, args).first().copied();
                table(pairs)
            }
            Flow::Merged(wanted) => {
                let mut fields = Fields::new(Vec::new(), Vec::new(), true);
                for part in wanted
                    .iter()
                    .flat_map(|part| referred(part, receiver, args))
                {
                    let known = part.fields.as_deref().cloned().unwrap_or_default();
                    fields.complete &= known.complete;
                    for (name, member) in &known.named {
                        fields.set(name, member.clone());
                    }
                }
                Value {
                    fields: Some(fields.bounded()),
                    ..unknown_result(receiver, args)
                }
            }
            Flow::Limited {
                schema,
                to,
                converter,
                pattern,
            } => {
                let mut limited = Value::default();
                if converter.is_none()
                    && let Some(schema) = referred(schema, receiver, args).first()
                {
                    limited = Value::clone(schema);
                }
                let find = |argument: &Option<ArgRef>| {
                    let argument = argument.as_ref()?;
                    referred(argument, receiver, args).first().copied()
                };
                if find(converter).is_some_and(|by| self.gives_scalars(by))
                    || find(pattern).is_some_and(is_confining)
                {
                    limited.ty = Some(*to);
                }
                limited
            }
            Flow::Validated {
                value,
                schema,
                member,
            } => self.validated((value, schema, *member), receiver, args, span),
            Flow::Elements(wanted) => {
                let elements = wanted
                    .iter()
                    .flat_map(|argument| referred(argument, receiver, args));
                collection_of(Value::default(), elements.cloned().collect())
            }
        };
        if let Some(source) = model.source {
            let entered = Taint::enters(source, None, self.body.key, span);
            value.taint = value.taint.union(&entered);
            value.content = Content::Opaque;
        }
        if model.returns.is_some() {
            value.ty = model.returns;
            if value
                .ty
                .is_some_and(|ty| self.context.knowledge.is_scalar(ty))
            {
                value.content = Content::Scalar;
                value.taint = Taint::default();
            }
        }
        let sanitized = sanitized(model, args);
        if sanitized != KindSet::NONE {
            value.shape = None;
            if value.taint.is_empty() && !value.content.is_fixed() {
                value.taint = Taint::enters(Provenance::Unknown, None, self.body.key, span);
            }
            value.taint = value.taint.cleared(sanitized);
        }
        if model.element_given.is_empty() {
            return value;
        }
        self.with_elements(value, model, args)
    }

    /// What the type that a call is told to give reads out of a text.
    pub(super) fn parsed_as(&mut self, call: &Call, text: &Value, span: Span) -> Value {
        let Some(ty) = self.told(call) else {
            return Value::scalar();
        };
        let read = match self.reader(ty) {
            Some(Reader::OfProgram(key)) => self.called_with(key, text, span),
            Some(Reader::OfLibrary(model)) => {
                let text = Argument {
                    name: ArgName::Positional,
                    expr: call.callee,
                    span,
                    value: text.clone(),
                };
                Some(self.modelled_result(model, None, &[text], span))
            }
            None => None,
        };
        read.unwrap_or_else(Value::scalar)
    }

    /// A collection of which some elements are known to be harmless for some kinds.
    fn with_elements(&self, mut value: Value, model: &CallableModel, args: &[Argument]) -> Value {
        let is_alone = |without: &ArgRef| referred(without, None, args).is_empty();
        let holds = |known: &&ElementGiven| {
            let is_number = |(argument, wanted): &(ArgRef, u32)| {
                self.number(argument, args) == Some(i64::from(*wanted))
            };
            is_given(&known.given, &known.texts, args)
                && known.with.as_ref().is_none_or(is_number)
                && known.without.as_ref().is_none_or(is_alone)
        };
        for known in model.element_given.iter().filter(holds) {
            let any = value.element();
            let harmless = Value {
                taint: any.taint.clone().cleared(known.kinds),
                ..any.clone()
            };
            let mut fields = value.fields.as_deref().cloned().unwrap_or_default();
            match known.at {
                None => fields.set(LAST, harmless),
                Some(at) => {
                    // Those behind it are not harmless.
                    while fields.positional.len() < at as usize + 2 {
                        fields.push(any.clone());
                    }
                    fields.positional[at as usize] = harmless;
                }
            }
            value.fields = Some(fields.bounded());
        }
        value
    }

    /// The number that an argument is.
    fn number(&self, argument: &ArgRef, args: &[Argument]) -> Option<i64> {
        let mut given = args.iter().enumerate();
        let (_, given) =
            given.find(|(position, arg)| matches_argument(argument, *position, arg.name))?;
        match given.value.content.constant() {
            Some(Constant::Number(text)) => text.parse().ok(),
            _ => self.integer(given.expr),
        }
    }

    /// The data of an argument, as a schema lets it through.
    fn validated(
        &mut self,
        (value, schema, member): (&ArgRef, &ArgRef, Option<Symbol>),
        receiver: Option<&Value>,
        args: &[Argument],
        span: Span,
    ) -> Value {
        let schema = referred(schema, receiver, args).first().copied();
        let admitted = schema
            .map(|schema| self.admitted(schema))
            .unwrap_or_default();
        let mut taint = Taint::default();
        for data in referred(value, receiver, args) {
            taint = taint.union(&data.taint);
        }
        let mut data = self.of_data(&admitted, &taint);
        // Of an object that the program itself has, such as a request, some members alone are data.
        let object = referred(value, receiver, args).first().copied();
        let is_passed = |label: &Label| label.provenance == Provenance::Parameter;
        let is_own = taint.is_empty()
            || object.is_some_and(|object| object.ty.is_some()) && taint.0.iter().all(is_passed);
        if let (Some(object), Some(fields), true) = (object, &admitted.fields, is_own) {
            let mut fields = Fields::clone(fields);
            for (name, member) in &mut fields.named {
                let held = self.member(object, Symbol::new(name), span);
                *member = self.of_data(member, &held.taint);
            }
            data.fields = Some(fields.bounded());
        }
        let Some(member) = member else { return data };
        let mut fields = Fields::default();
        fields.set(&member, data);
        Value {
            taint,
            fields: Some(fields.bounded()),
            ..Value::default()
        }
    }

    /// What a function argument makes of a value and the elements of the receiver.
    fn folded(
        &mut self,
        function: &ArgRef,
        initial: &ArgRef,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Value {
        let start = referred(initial, None, args).first().copied();
        let parts: Vec<&Value> = receiver.into_iter().chain(start).collect();
        let passed = passed_on(&parts);
        let function = referred(function, None, args).first().copied();
        let Some(FunctionRef::Closure(key, closure)) = function.and_then(|value| value.function)
        else {
            return passed;
        };
        if key != self.body.key {
            return passed;
        }
        let element = receiver.map(Value::element).unwrap_or_default();
        let before = start.map_or_else(|| element.clone(), Value::clone);
        let made = self.run_closure_with_facts(closure, &[], &[before, element]);
        Value {
            taint: made.taint.union(&passed.taint),
            ..made
        }
    }

    /// Whether a function or type turns whatever it is given into a harmless value.
    fn makes_scalars(&self, converter: &Value) -> bool {
        let knowledge = self.context.knowledge;
        converter.origin.is_some_and(|name| {
            knowledge.is_scalar(name)
                || knowledge
                    .callable(name)
                    .is_some_and(|model| model.flow == Flow::Scalar)
        })
    }

    /// Whether a function gives harmless values for data that nothing is known of.
    fn gives_scalars(&mut self, converter: &Value) -> bool {
        match converter.function {
            Some(FunctionRef::Closure(key, closure)) if key == self.body.key => {
                let taint =
                    Taint::enters(Provenance::Unknown, None, key, self.body.expr(closure).span);
                let data = Value {
                    taint,
                    ..Value::default()
                };
                let given = self.run_closure_with_facts(closure, &[], &[data]);
                given.content.is_fixed() && given.taint.is_empty()
            }
            Some(_) => false,
            None => self.makes_scalars(converter),
        }
    }

    /// Whether the first parameter of a function gets the first argument that it is called back with.
    fn takes_first(&self, key: BodyKey, function: Option<&Value>) -> bool {
        let is_bound = function.is_some_and(|function| function.fields.is_some());
        let declaration = self.declaration(key);
        let first = declaration.and_then(|declared| declared.params.first().copied().flatten());
        !is_bound && !first.is_some_and(|first| self.is_receiver_name(first))
    }

    /// The elements for which a function argument is true, of the receiver or of another argument.
    fn filtered(
        &mut self,
        argument: &ArgRef,
        receiver: Option<&Value>,
        args: &[Argument],
    ) -> Value {
        let predicate = referred(argument, None, args).first().copied();
        let is_other =
            |(position, arg): &(usize, &Argument)| !matches_argument(argument, *position, arg.name);
        let items = receiver.or_else(|| {
            let other = args.iter().enumerate().find(is_other);
            other.map(|(_, arg)| &arg.value)
        });
        let items = items.cloned().unwrap_or_default();
        let found = self.true_of_parameter(predicate.and_then(|predicate| predicate.function));
        match found.as_slice() {
            [] => items,
            [(None, Narrowing::Content(content))] => {
                let element = Value {
                    content: content.clone(),
                    ..Value::default()
                };
                collection_of(Value::default(), vec![element])
            }
            [(None, Narrowing::Cleared(kinds))] => Value {
                taint: items.taint.cleared(*kinds),
                ..Value::default()
            },
            parts => {
                let element = items.element();
                let last = parts
                    .iter()
                    .filter_map(|(part, _)| *part)
                    .max()
                    .unwrap_or(0);
                let part_of = |position: usize| {
                    let known = element.fields.as_ref();
                    let known = known.and_then(|known| known.positional.get(position).cloned());
                    let mut part = known.unwrap_or_else(|| element.element());
                    for (_, narrowing) in parts.iter().filter(|(at, _)| *at == Some(position)) {
                        match narrowing {
                            Narrowing::Content(content) => {
                                part.content = content.clone();
                                part.taint = Taint::default();
                                part.shape = None;
                            }
                            Narrowing::Cleared(kinds) => part.taint = part.taint.cleared(*kinds),
                        }
                    }
                    part
                };
                // What comes behind the parts that are asked is as it was.
                let entry = (0..=last + 1).map(part_of).collect();
                let entry = collection_of(Value::default(), entry);
                collection_of(Value::default(), vec![entry])
            }
        }
    }

    /// A collection of what a function argument returns for the elements of the receiver, or where the function is called
    /// for another argument (`map(f, xs)`), of that.
    fn mapped(
        &mut self,
        argument: &ArgRef,
        receiver: Option<&Value>,
        args: &[Argument],
        span: Span,
    ) -> Value {
        let converter = referred(argument, None, args).first().copied();
        let is_other =
            |(position, arg): &(usize, &Argument)| !matches_argument(argument, *position, arg.name);
        let items = receiver.or_else(|| {
            let other = args.iter().enumerate().find(is_other);
            other.map(|(_, arg)| &arg.value)
        });
        let given = items.map(Value::element).unwrap_or_default();
        let element = match converter.and_then(|converter| converter.function) {
            Some(FunctionRef::Closure(key, closure)) if key == self.body.key => {
                self.run_closure_with_facts(closure, &[], &before(converter, vec![given]))
            }
            Some(FunctionRef::Body(key)) if self.takes_first(key, converter) => {
                let made = self.called_with(key, &given, span);
                made.unwrap_or_else(|| Value {
                    taint: given.taint.weakened(),
                    ..Value::default()
                })
            }
            _ if converter.is_some_and(|converter| self.makes_scalars(converter)) => {
                Value::scalar()
            }
            _ => match converter.and_then(|converter| self.method_by_path(converter)) {
                Some(model) => self.modelled_result(model, Some(&given), &[], span),
                None => Value {
                    taint: given.taint.weakened(),
                    ..Value::default()
                },
            },
        };
        let content = element.content.as_element();
        let taint = element.taint.clone();
        let fields = Fields::new(Vec::new(), vec![element], false);
        Value {
            content,
            taint,
            fields: Some(fields.bounded()),
            ..Value::default()
        }
    }
}

impl<'a> Interpreter<'a, '_> {
    /// The model of a method that is given as a function by its path, in Rust: `ToString::to_string`.
    fn method_by_path(&self, function: &Value) -> Option<&'a CallableModel> {
        let path = function.origin.filter(|_| self.is_rust())?;
        let (_, method) = path.rsplit_once('.')?;
        let knowledge = self.context.knowledge;
        let (_, model) = knowledge.method(None, Symbol::new(method))?;
        matches!(model.flow, Flow::Same(ArgRef::Receiver)).then_some(model)
    }
}

/// Whether a value is a regular expression that lets no text through that can do harm.
fn is_confining(pattern: &Value) -> bool {
    let written = pattern.content.pattern();
    written.is_some_and(|written| confines(written, Ends::None))
}

/// A table of the pairs of a key and a value that a collection holds.
fn table(pairs: Option<&Value>) -> Value {
    let mut table = Value {
        fields: Some(Fields::new(Vec::new(), Vec::new(), true).bounded()),
        ..Value::default()
    };
    let Some(pairs) = pairs else { return table };
    let known = pairs.fields.as_deref();
    for pair in known.map_or(&[][..], |known| &known.positional) {
        let parts = pair.fields.as_deref().map(|parts| &*parts.positional);
        table = match parts {
            Some([key, value]) => with_entry(table, key, value),
            _ => with_entry(table, &Value::default(), pair),
        };
    }
    if !known.is_some_and(|known| known.complete) {
        table = with_entry(table, &Value::default(), pairs);
    }
    table.content = passed_on(&[pairs]).content;
    table
}

/// The values that a reference to arguments means.
pub(in crate::interpreter) fn referred<'v>(
    argument: &ArgRef,
    receiver: Option<&'v Value>,
    args: &'v [Argument],
) -> Vec<&'v Value> {
    if *argument == ArgRef::Receiver {
        return receiver.into_iter().collect();
    }
    args.iter()
        .enumerate()
        .filter(|(position, arg)| matches_argument(argument, *position, arg.name))
        .map(|(_, arg)| &arg.value)
        .collect()
}

/// A value made of the text of others.
fn passed_on(values: &[&Value]) -> Value {
    let mut taint = Taint::default();
    let mut content: Option<Content> = None;
    for value in values {
        taint = taint.union(&value.taint);
        let element = value.content.as_element();
        content = Some(content.map_or_else(|| element.clone(), |known| known.join(&element)));
    }
    let built = values.iter().find_map(|value| value.shape.as_ref());
    // The text is not what the pieces say any more, but it was built of them.
    let shape = built.map(|shape| {
        Arc::new(Shape {
            pieces: shape.pieces.clone(),
            built_at: Vec::new(),
        })
    });
    Value {
        content: content.unwrap_or_default(),
        taint,
        shape,
        ..Value::default()
    }
}

/// A table of the members of an object.
fn members(object: &Value) -> Value {
    let mut fields = object.fields.as_deref().cloned().unwrap_or_default();
    for (name, member) in fields.named.iter_mut().filter(|_| !fields.complete) {
        *member = from_outside(std::mem::take(member), object, Symbol::new(name));
    }
    fields.complete = true;
    Value {
        taint: object.taint.clone(),
        fields: Some(fields.bounded()),
        ..Value::default()
    }
}

/// An object with what is passed by keyword as members.
fn changed(object: Value, args: &[Argument]) -> Value {
    let mut fields = object.fields.as_deref().cloned().unwrap_or_default();
    let mut taint = object.taint.clone();
    for arg in args {
        if let ArgName::Keyword(name) = arg.name {
            fields.set(&name, arg.value.clone());
            if object.ty.is_none() {
                taint = taint.union(&arg.value.taint);
            }
        }
    }
    Value {
        fields: Some(fields.bounded()),
        taint,
        ..object
    }
}

/// The kinds that the result of a call is harmless for.
pub(super) fn sanitized(model: &CallableModel, args: &[Argument]) -> KindSet {
    let mut kinds = model.sanitizes;
    if args.first().is_some_and(|arg| is_from_root(&arg.value)) {
        kinds = kinds.union(model.sanitizes_from_root);
    }
    for (argument, texts, more) in &model.sanitizes_given {
        if is_given(argument, texts, args) {
            kinds = kinds.union(*more);
        }
    }
    kinds
}

/// Whether an argument is one of these texts or patterns.
fn is_given(argument: &ArgRef, texts: &[Box<str>], args: &[Argument]) -> bool {
    let given = referred(argument, None, args);
    let written = given.first().and_then(|given| given.content.pattern());
    written.is_some_and(|written| is_one_of(written, texts))
}

/// The element of a collection at a position, counted from the end where it is negative, if more is known of it than of
/// the others.
fn known_element(items: &Value, at: i64) -> Option<Value> {
    let fields = items.fields.as_deref()?;
    match usize::try_from(at) {
        Ok(at) => fields
            .positional
            .get(at)
            .filter(|_| !fields.complete)
            .cloned(),
        Err(_) => fields.get(LAST).filter(|_| at == -1).cloned(),
    }
}

/// Whether a text is the root folder, or something that is inserted right after it: `"/" + name`.
fn is_from_root(path: &Value) -> bool {
    let first = match &path.shape {
        Some(shape) => match shape.pieces.first() {
            Some(Piece::Text { text, .. }) => Some(&**text),
            _ => None,
        },
        None => path.content.string(),
    };
    first == Some("/")
}

/// Whether what a regular expression finds is all of a text but letters, digits and harmless punctuation, and is replaced by
/// such: `re.sub(r"[^\w-]", "_", name)`.
fn is_cleaned(pattern: &[&Value], to: &[&Value]) -> bool {
    let found = pattern
        .first()
        .and_then(|pattern| pattern.content.pattern());
    let put = to.first().and_then(|to| to.content.string());
    found.is_some_and(leaves_words) && put.is_some_and(is_word)
}

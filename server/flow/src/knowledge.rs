//! What libraries do, as the interpreter asks for it.

use tripline_ir::Symbol;

use crate::Provenance;

/// A kind of sink, such as SQL text; an index that the owner of the knowledge hands out, below 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kind(pub u8);

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KindSet(pub u64);

impl KindSet {
    /// No kind.
    pub const NONE: KindSet = KindSet(0);
    /// Every kind.
    pub const ALL: KindSet = KindSet(u64::MAX);

    /// The set of one kind.
    pub fn of(kind: Kind) -> KindSet {
        KindSet(1 << (kind.0 & 63))
    }

    /// Whether the kind is in the set.
    pub fn contains(self, kind: Kind) -> bool {
        self.0 & (1 << (kind.0 & 63)) != 0
    }

    /// Both sets together.
    #[must_use]
    pub fn union(self, other: KindSet) -> KindSet {
        KindSet(self.0 | other.0)
    }

    /// What is in both sets.
    #[must_use]
    pub fn intersection(self, other: KindSet) -> KindSet {
        KindSet(self.0 & other.0)
    }
}

/// Which argument of a call a fact speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgRef {
    /// The object that a method is called on.
    Receiver,
    /// By position from 0, and by keyword where the language has that.
    At {
        /// Position; `None` for an argument that is passed by keyword alone.
        position: Option<u32>,
        /// Keyword.
        keyword: Option<Symbol>,
    },
    /// Every argument from this position on.
    From(u32),
    /// Every argument, keywords included.
    Any,
}

/// What comes out of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// Nothing is known: taint of receiver and arguments passes to the result at lower confidence.
    #[default]
    Unknown,
    /// The result carries nothing of the arguments.
    Nothing,
    /// Taint and literalness of these arguments pass to the result.
    Arguments(Vec<ArgRef>),
    /// The result is that argument itself: its type, constant and shape too.
    Same(ArgRef),
    /// The result is a number, a boolean, a UUID or another value whose text is harmless everywhere.
    Scalar,
    /// The text of the value, as what the function given as the converter makes of it: harmless after `int`.
    Converted {
        /// The value.
        value: ArgRef,
        /// The function or type that converts it, where it is given.
        converter: ArgRef,
    },
    /// What the type that the call is told to give reads out of the text of this argument; a number where none is told.
    Parsed(ArgRef),
    /// The text of this argument, as the program's own class makes it of an object.
    Text(ArgRef),
    /// The parts of this argument, with the kinds that each is harmless for: `stem, extension = os.path.splitext(name)`.
    Parts(ArgRef, Vec<KindSet>),
    /// The text of this argument with the others inserted where its placeholders say: `{}`, `{0}`, `{name}`.
    Format(ArgRef),
    /// A text with another in place of all that a regular expression finds.
    Substituted {
        /// The text.
        text: ArgRef,
        /// The regular expression.
        pattern: ArgRef,
        /// What is put in the place.
        to: ArgRef,
    },
    /// A text with another in place of each occurrence of a third.
    Replace {
        /// The text.
        text: ArgRef,
        /// What is replaced.
        from: ArgRef,
        /// What is put in its place.
        to: ArgRef,
    },
    /// The elements of the second argument joined by the receiver or the other way round; literal if both are.
    Join {
        /// The separator.
        separator: ArgRef,
        /// The joined collection.
        items: ArgRef,
    },
    /// The elements of the receiver or, if the function is called for another argument, of that, for which the function given
    /// as this argument is true (`filter`).
    Filtered(ArgRef),
    /// The result of calling the closure given as this argument, as an element of a collection (`map`).
    Closure(ArgRef),
    /// What a function makes of a value and each element of the receiver in turn (`reduce`).
    Folded {
        /// The function.
        function: ArgRef,
        /// The value that it starts with.
        initial: ArgRef,
    },
    /// A function with some arguments that its callers need not pass any more.
    Bound {
        /// The function.
        function: ArgRef,
        /// Position of the first of these arguments; those by keyword count as well.
        first: u32,
    },
    /// A collection with the elements of this argument; without it an empty one.
    Copied(ArgRef),
    /// A table of the pairs of a key and a value that this argument holds; without it an empty one.
    Table(ArgRef),
    /// This argument with what is passed by keyword as members instead of its own of these names.
    Changed(ArgRef),
    /// A collection whose elements are these arguments.
    Elements(Vec<ArgRef>),
    /// An element of a collection.
    Element {
        /// The collection.
        of: ArgRef,
        /// Which one.
        at: ElementAt,
    },
    /// The elements of a collection, or the text, from the position on that another argument says.
    Rest {
        /// The collection or text.
        of: ArgRef,
        /// The position.
        from: ArgRef,
    },
    /// A collection of pairs of a number and an element of this argument.
    Enumerated(ArgRef),
    /// A collection of rows, which hold an element of each of these arguments.
    Zipped(Vec<ArgRef>),
    /// A collection of the keys of the table that is this argument.
    Keys(ArgRef),
    /// A collection of pairs of a key and a value of the table that is this argument.
    Pairs(ArgRef),
    /// A table of the members of the object that is this argument, which the program declares.
    Members(ArgRef),
    /// The two ends of a channel, of these types: what is put into the first comes out of the second.
    Ends([Symbol; 2]),
    /// An object with the members of these arguments, those of later ones first.
    Merged(Vec<ArgRef>),
    /// A schema that lets less through than that of an argument.
    Limited {
        /// The schema.
        schema: ArgRef,
        /// Its type where what is given as one of the following leaves harmless data alone.
        to: Symbol,
        /// A function that makes other data of the data, of which nothing is known where it may do harm.
        converter: Option<ArgRef>,
        /// A regular expression that the data matches somewhere; the schema stays as it is where it may do harm.
        pattern: Option<ArgRef>,
    },
    /// The data of an argument, as a schema lets it through.
    Validated {
        /// The data.
        value: ArgRef,
        /// The schema: a value of a type that says what it admits, or a class of the program.
        schema: ArgRef,
        /// The member of the result that is the data; absent: the result itself.
        member: Option<Symbol>,
    },
}

/// Which element of a collection is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElementAt {
    /// The one at this position, counted from the end where it is negative.
    Position(i32),
    /// The one at the position that this argument says.
    Given(ArgRef),
}

/// A model of a function, method or constructor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallableModel {
    /// Qualified name of the result's type; for an awaitable, of what it yields.
    pub returns: Option<Symbol>,
    /// The result is untrusted input of this provenance.
    pub source: Option<Provenance>,
    /// What comes out.
    pub flow: Flow,
    /// The result is harmless for these kinds.
    pub sanitizes: KindSet,
    /// The result is harmless for these kinds where the first argument is a path from the root, with nothing else before what
    /// is inserted: `"/" + name`.
    pub sanitizes_from_root: KindSet,
    /// Kinds that the result is harmless for where an argument is one of these texts or patterns.
    pub sanitizes_given: Vec<(ArgRef, Vec<Box<str>>, KindSet)>,
    /// When an element of the result is harmless.
    pub element_given: Vec<ElementGiven>,
    /// Arguments that do harm.
    pub sinks: Vec<SinkModel>,
    /// Functions that are called back.
    pub callbacks: Vec<Callback>,
    /// The types of which the result, and the receiver of a method, is from here on where this argument may be one of these
    /// texts.
    pub becomes: Vec<(ArgRef, Vec<Box<str>>, Symbol)>,
    /// Buffers among the arguments that text is appended to.
    pub appends: Vec<Transfer>,
    /// Collections that it puts elements into.
    pub collects: Vec<Transfer>,
    /// Variables among the arguments that are filled with data.
    pub fills: Vec<Transfer>,
    /// What it keeps for whoever asks for it later, in another function as well.
    pub keeps: Option<Kept>,
    /// The result is what was kept in objects of a type under the key that this argument is.
    pub hands_out: Option<(Symbol, ArgRef)>,
    /// As a decorator: facts about the decorated function's parameters.
    pub decorates: Option<ParamFact>,
    /// As a decorator: where what the decorated function returns goes.
    pub results: Option<Results>,
    /// As a method that a class of the program overrides: facts about the overriding method's parameters.
    pub overridden: Option<ParamFact>,
    /// As a condition: what it guarantees.
    pub guards: Vec<Guard>,
    /// The kinds of the guards that ask for its result: what holds for the result then holds for what it was given.
    pub checked_for: KindSet,
    /// Where the result is one of the program's own values, or nothing, the receiver is harmless for these kinds, and so is the
    /// text that the receiver was made of.
    pub settles: KindSet,
    /// It never returns: `sys.exit`, `abort`.
    pub diverges: bool,
}

/// When an element of a result is harmless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementGiven {
    /// Position of the element from 0; `None`: the last.
    pub at: Option<u32>,
    /// This argument is one of the texts or patterns.
    pub given: ArgRef,
    /// See `given`.
    pub texts: Vec<Box<str>>,
    /// This argument is the number.
    pub with: Option<(ArgRef, u32)>,
    /// This argument is not given.
    pub without: Option<ArgRef>,
    /// The kinds that it is then harmless for.
    pub kinds: KindSet,
}

/// What a call keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Qualified name of the type of the object that it is kept in.
    pub of: Symbol,
    /// The key; `None`: what is kept in the value, which is such an object, is kept for others from here on.
    pub key: Option<ArgRef>,
    /// The value.
    pub value: ArgRef,
}

/// What a call puts into one of its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// The argument that is written to.
    pub into: ArgRef,
    /// What is written.
    pub from: Vec<ArgRef>,
    /// For a collection: the key under which it is put; absent: as one more element.
    pub key: Option<ArgRef>,
}

/// An argument of a call that does harm when it is untrusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinkModel {
    /// The kind of harm.
    pub kind: Kind,
    /// The argument.
    pub argument: ArgRef,
    /// Of an argument that is an object, the members that do harm instead of the whole.
    pub entries: Vec<Symbol>,
    /// Of an argument that is a list, its elements do harm instead of the whole.
    pub elements: bool,
    /// Of an argument that is a list of known elements, the one at this position does harm instead of the whole; a text that
    /// is built does none.
    pub element: Option<u32>,
    /// It does harm right behind an argument, or an element, that may be one of these texts; empty: anywhere.
    pub behind: Vec<Box<str>>,
    /// What other arguments must be for it to do harm.
    pub needs: Vec<Need>,
    /// It does no harm where this argument may be an object with a member of this name.
    pub unless: Option<(ArgRef, Symbol)>,
    /// It does harm only where these arguments say so.
    pub given: Vec<SaidBy>,
    /// The arguments are one text together.
    pub joined: bool,
    /// Identifies the row to the owner of the knowledge, who keeps there what a fix needs to know.
    pub row: u32,
}

/// What an argument of a call must be for another one to do harm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The argument.
    pub argument: ArgRef,
    /// The member of it that is asked instead.
    pub entry: Option<Symbol>,
    /// The element of it that is asked instead, from 0.
    pub element: Option<u32>,
    /// The texts of which it may be one; empty: it may be true or a text.
    pub texts: Vec<Box<str>>,
}

/// An argument that says what another is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidBy {
    /// The argument.
    pub argument: ArgRef,
    /// The texts, of which parameters behind a `;` are no part, or the qualified names of which it is one, or is of the type.
    pub texts: Vec<Box<str>>,
    /// It may be missing as well.
    pub or_absent: bool,
}

/// Where what a decorated function returns goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// Qualified name of the function whose first argument it is.
    pub to: Symbol,
    /// It goes there only where this argument of the decorator says so.
    pub given: Option<SaidBy>,
}

/// A function that a call takes and calls back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callback {
    /// The argument that is the function.
    pub argument: ArgRef,
    /// Facts about its parameters, by position.
    pub params: Vec<ParamFact>,
    /// The callback's last parameters instead of its first: an Express error handler has one more in front.
    pub arity: Option<u32>,
    /// Of an argument that is a class, the methods that are called.
    pub methods: Vec<Symbol>,
}

/// What is known of a parameter that a framework fills.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParamFact {
    /// Its type.
    pub ty: Option<Symbol>,
    /// Its provenance.
    pub source: Option<Provenance>,
    /// It is an element of, or the same as, this argument of the call (`xs.map(x => ...)`).
    pub argument: Option<ArgRef>,
    /// It is a number or another harmless value if a string among the arguments of the decorator, or of the call that takes
    /// the function, holds one of these with its name for `{name}`: `<int:{name}>`.
    pub scalar_when: Vec<Box<str>>,
    /// It has the provenance only if a string among those arguments holds one of these with its name for `{name}`; empty:
    /// always.
    pub source_when: Vec<Box<str>>,
    /// It is what a group of a regular expression among those strings finds: the group of its name, or of this number from 0.
    pub group: Option<u32>,
    /// It is a number or another value whose text is harmless everywhere.
    pub is_scalar: bool,
    /// It is harmless for these kinds if a string among those arguments holds one of `cleared_when` with its name for `{name}`.
    pub cleared: KindSet,
    /// See `cleared`; empty: never.
    pub cleared_when: Vec<Box<str>>,
}

/// What a call guarantees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// The value that is checked.
    pub argument: ArgRef,
    /// It is harmless for these kinds.
    pub kinds: KindSet,
    /// What must be so for that.
    pub by: GuardedBy,
    /// The regular expression that the value is checked against.
    pub pattern: Option<GuardPattern>,
    /// The value must be the result of one of these, and what these are given is checked with it; empty: of anything.
    pub result_of: Vec<Symbol>,
    /// This argument must not be a client's.
    pub trusted: Option<ArgRef>,
    /// This argument must be one of these texts, or a function that gives the other answer for one of them.
    pub given: Option<(ArgRef, Vec<Box<str>>)>,
}

/// What must be so for a guard to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GuardedBy {
    /// The result is true.
    #[default]
    Truth,
    /// The result is false: `name.includes("..")`.
    Falsity,
    /// The result is equal to something that is not a client's: `os.path.commonpath([folder, path]) == folder`.
    Equality,
    /// The result is zero: `path.indexOf(folder) === 0`.
    Start,
    /// The argument is a function, and true for some element of the receiver: `ALLOWED.iter().any(|known| known == name)`.
    Element,
    /// The result is not negative: `COLUMNS.indexOf(name) >= 0`.
    Index,
    /// The result is negative: `name.indexOf("..") < 0`.
    Absence,
    /// Not the argument itself is harmless, but the text behind the position in it that the result is:
    /// `name[name.rfind("/") + 1:]`.
    Position,
    /// The call comes back without an exception or error: `int(text)`.
    Success,
    /// The receiver has succeeded if the result is true: `parsed.is_ok()`.
    ReceiverSucceeded,
    /// The receiver has failed if the result is true: `parsed.is_err()`.
    ReceiverFailed,
}

/// The regular expression that a guard checks a value against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuardPattern {
    /// The argument that is the pattern.
    pub argument: ArgRef,
    /// The ends of the text that the function ties the pattern to by itself.
    pub tied: Ends,
}

/// Ends of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ends {
    /// Neither: a search.
    #[default]
    None,
    /// The first alone.
    Start,
    /// Both: a full match.
    Both,
}

/// A model of an attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttributeModel {
    /// Qualified name of its type.
    pub ty: Option<Symbol>,
    /// It is untrusted input of this provenance.
    pub source: Option<Provenance>,
    /// It is a number or another value whose text is harmless everywhere.
    pub scalar: bool,
    /// It is harmless for these kinds.
    pub sanitizes: KindSet,
    /// It is the object itself in another form.
    pub whole: bool,
    /// Where it is one of the program's own values, or nothing, its object is harmless for these kinds, and so is the text that
    /// the object was made of.
    pub settles: KindSet,
}

/// A model of a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypeModel {
    /// What its type argument says of its values.
    pub holds: Option<Holds>,
    /// What one handler leaves in its values is there for those that run after it.
    pub carries: bool,
    /// What iterating over its values hands out is untrusted input of this provenance.
    pub yields: Option<Provenance>,
    /// What data is that was checked against a value of the type, or against a class of the program that is its heir.
    pub admits: Option<Admits>,
    /// A parameter of this type is untrusted input of this provenance.
    pub source: Option<Provenance>,
}

/// What a generic type holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// One value of its first type argument, and it is used like that value.
    Value,
    /// Elements of its first type argument.
    Elements,
    /// Pairs of its first two type arguments.
    Entries,
}

/// What a schema lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admits {
    /// Numbers and other values whose text is harmless everywhere.
    Scalars,
    /// Texts that the program writes.
    Choices,
    /// An object with the members of the schema, each of which is a schema; of a class its declared members.
    Members,
    /// A collection whose elements come through the element of the schema.
    Elements,
    /// What comes through one of the elements of the schema.
    Alternatives,
}

/// What libraries do, restricted to those that a file may use.
pub trait Knowledge {
    /// The model of the function, constructor or method with this qualified name; a method is looked up as
    /// `Type.method`, bases of the type included.
    fn callable(&self, name: Symbol) -> Option<&CallableModel>;

    /// The model of the attribute with this qualified name.
    fn attribute(&self, name: Symbol) -> Option<&AttributeModel>;

    /// The model of a method on a receiver of unknown type: `method` as written, `receiver` the last name of the
    /// receiver as written (`cursor` for `self.cursor`), where it has one. Also gives the qualified name to report.
    fn method(&self, receiver: Option<Symbol>, method: Symbol) -> Option<(Symbol, &CallableModel)>;

    /// Whether something is known of members of what has this qualified name: a module or a type.
    fn has_members(&self, _name: Symbol) -> bool {
        false
    }

    /// The model of a type.
    fn type_model(&self, _ty: Symbol) -> Option<TypeModel> {
        None
    }

    /// Bases of a type.
    fn bases(&self, ty: Symbol) -> &[Symbol];

    /// Whether an unbound name may be taken for the module of that name: some model speaks of it.
    fn is_module(&self, name: Symbol) -> bool;

    /// The type of a parameter by convention: its name, and the names of all parameters of the function.
    fn conventional_parameter(&self, _name: Symbol, _all: &[Option<Symbol>]) -> Option<Symbol> {
        None
    }

    /// Whether any model speaks of an attribute of this last name.
    fn has_attribute(&self, _name: Symbol) -> bool {
        true
    }

    /// Whether a type's values are numbers or other values whose text is harmless everywhere.
    fn is_scalar(&self, ty: Symbol) -> bool;
}

//! The model format: what one library does, for all checks.
//!
//! Files are `rules/models/<language>/<library>.yml`. Names are qualified: `sqlite3.Cursor.execute`,
//! `pg.Pool.query`, `database/sql.DB.Query`. Python builtins are `builtins.int`, JavaScript globals
//! `globalThis.parseInt`, Go's predeclared functions `builtin.string`. A name may hold one brace list,
//! `sqlite3.Cursor.{execute,executemany}`, which stands for each alternative. The assignment to a member is the method
//! `set` of its name: `Element.set innerHTML` for `element.innerHTML = text`, `set dangerouslySetInnerHTML` for an attribute
//! of an element of JSX.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Provenance;

/// A model file.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// The library's name, for people.
    pub library: String,
    /// Modules whose import makes a file consult this model; a submodule counts (`flask` for `flask.views`). Empty:
    /// every file of the language.
    #[serde(default)]
    pub imports: Vec<String>,
    /// Names under which the library is conventionally imported, for snippets without an import: `yaml`.
    #[serde(default)]
    pub conventional_names: Vec<String>,
    /// Where the facts below are documented, unless a row says otherwise.
    pub docs: String,
    /// Other names of the same thing, e.g. re-exports: from `short` to `name`.
    #[serde(default)]
    pub aliases: Vec<Alias>,
    /// Types.
    #[serde(default)]
    pub types: Vec<Type>,
    /// Functions, methods and constructors.
    #[serde(default)]
    pub callables: Vec<Callable>,
    /// Attributes.
    #[serde(default)]
    pub attributes: Vec<Attribute>,
    /// Methods on receivers of unknown type.
    #[serde(default)]
    pub unresolved: Vec<Unresolved>,
    /// Types of parameters without annotation by their names, for frameworks that call functions which no decorator marks:
    /// `request` of a Django view.
    #[serde(default)]
    pub conventional_parameters: Vec<ConventionalParameter>,
    /// For a database driver: the placeholder that stands for a value wherever a generic API leaves it
    /// [`Placeholder::Unknown`]. It counts in a file that imports exactly one such library.
    #[serde(default)]
    pub sql_placeholder: Option<Placeholder>,
}

/// The type of a parameter by its name.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConventionalParameter {
    /// The parameter's name.
    pub name: String,
    /// Qualified name of its type.
    #[serde(rename = "type")]
    pub ty: String,
    /// It counts in a file without the import as well, if the function has a parameter of this name, too.
    #[serde(default)]
    pub beside: Option<String>,
}

/// Another name of a thing.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The other name or names. A trailing `.*` renames every member.
    pub name: String,
    /// The name that the model uses.
    pub of: String,
}

/// A type.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Type {
    /// Qualified name or names.
    pub name: String,
    /// Types whose members it has.
    #[serde(default)]
    pub bases: Vec<String>,
    /// Its values are numbers, truth values, UUIDs or dates: their text is harmless everywhere.
    #[serde(default)]
    pub scalar: bool,
    /// What its first type argument says of its values, where the language writes one: `Option<T>`, `Vec<T>`.
    #[serde(default)]
    pub holds: Option<Holds>,
    /// A parameter of this type is input of this provenance: an extractor of a web framework.
    #[serde(default)]
    pub source: Option<Provenance>,
    /// What one handler leaves in its values is there for those that run after it: the request of a web framework.
    #[serde(default)]
    pub carries: bool,
    /// What iterating over its values hands out is input of this provenance: a stream of a request's body.
    #[serde(default)]
    pub yields: Option<Provenance>,
    /// Its values are schemas, or the classes of the program that inherit from it are: what data is that they let through.
    #[serde(default)]
    pub admits: Option<Admits>,
    /// Where this is documented.
    #[serde(default)]
    pub docs: Option<String>,
}

/// What a generic type holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// One value of its type argument, and it is used like that value.
    Value,
    /// Elements of its type argument.
    Elements,
    /// Pairs of its two type arguments: `HashMap<u32, String>`.
    Entries,
}

/// What a schema lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Admits {
    /// Numbers, truth values, UUIDs, dates: `z.number()`.
    Scalars,
    /// Texts that the program writes: `z.enum(["name", "price"])`, a class that inherits from `enum.Enum`.
    Choices,
    /// An object with the members of the schema, each of which is a schema; of a class of the program those that it declares:
    /// `z.object({ id: z.number() })`, a class that inherits from `pydantic.BaseModel`.
    Members,
    /// A collection whose elements come through the element of the schema: `z.array(z.number())`.
    Elements,
    /// What comes through one of the elements of the schema: `z.union([z.number(), z.string()])`.
    Alternatives,
}

/// A function, method or constructor.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Callable {
    /// Qualified name or names.
    pub name: String,
    /// Type of the result; of an awaitable or a context manager, of what it yields.
    #[serde(default)]
    pub returns: Option<String>,
    /// The result is untrusted input.
    #[serde(default)]
    pub source: Option<Provenance>,
    /// What comes out of the arguments.
    #[serde(default)]
    pub flow: FlowSpec,
    /// Sink kinds for which the result is harmless; `["all"]` for every kind.
    #[serde(default)]
    pub sanitizes: Vec<String>,
    /// Sink kinds for which the result is harmless where the first argument is a path from the root, with nothing else before
    /// what is inserted: `path.Clean("/" + name)`, which has no `..` left that leaves the root.
    #[serde(default)]
    pub sanitizes_from_root: Vec<String>,
    /// The result is harmless where an argument is one of certain texts or patterns: `name.replace("/", "_")`.
    #[serde(default)]
    pub sanitizes_given: Vec<SanitizedSpec>,
    /// An element of the result is harmless where an argument is one of certain texts or patterns: `path.split("/")[-1]`.
    #[serde(default)]
    pub element_given: Vec<ElementSpec>,
    /// Arguments that do harm when they are untrusted.
    #[serde(default)]
    pub sinks: Vec<Sink>,
    /// Functions it calls back.
    #[serde(default)]
    pub callbacks: Vec<CallbackSpec>,
    /// What the result, and the receiver of a method, is from here on where an argument may be one of certain texts:
    /// `Command::new("sh")`.
    #[serde(default)]
    pub becomes: Vec<BecomesSpec>,
    /// Buffers among its arguments that it appends text to.
    #[serde(default)]
    pub appends: Vec<Transfer>,
    /// Collections among its arguments that it puts elements into.
    #[serde(default)]
    pub collects: Vec<Transfer>,
    /// Variables among its arguments that it fills with data; with that of `source`, too.
    #[serde(default)]
    pub fills: Vec<Transfer>,
    /// What it keeps for whoever asks for it later, in another function as well: `context.WithValue(ctx, key, user)`.
    #[serde(default)]
    pub keeps: Option<KeepSpec>,
    /// The result is what was kept under a key: `ctx.Value(key)`.
    #[serde(default)]
    pub hands_out: Option<HandOutSpec>,
    /// As a decorator: what the decorated function's parameters (receiver excluded) are.
    #[serde(default)]
    pub decorates: Option<ParamSpec>,
    /// As a decorator: where what the decorated function returns goes, of a tuple its first element.
    #[serde(default)]
    pub results: Option<ResultSpec>,
    /// As a method that a class of the program overrides: what the overriding method's parameters (receiver excluded) are.
    #[serde(default)]
    pub overridden: Option<ParamSpec>,
    /// As a condition, it makes an argument harmless. Rows of the same name may each have one.
    #[serde(default)]
    pub guard: Option<GuardSpec>,
    /// What is known of the receiver where the result is one of the program's own values, or nothing: `address.Hostname()`.
    #[serde(default)]
    pub settles: Option<SettlesSpec>,
    /// It never returns.
    #[serde(default)]
    pub diverges: bool,
    /// Where this is documented.
    #[serde(default)]
    pub docs: Option<String>,
}

/// What comes out of a call.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FlowSpec {
    /// Nothing is known: taint of receiver and arguments passes at lower confidence.
    #[default]
    Unknown,
    /// Nothing of the arguments.
    Nothing,
    /// Text of these arguments.
    Arguments(Vec<ArgSpec>),
    /// That argument itself.
    Same(ArgSpec),
    /// A number or other harmless value.
    Scalar,
    /// The text of a value as a function given as another argument converts it: `get("id", type=int)`.
    Converted {
        /// The value.
        value: ArgSpec,
        /// The function or type.
        converter: ArgSpec,
    },
    /// What the type that the call is told to give reads out of the text of this argument: `text.parse::<Column>()`. A number
    /// where no type is told.
    Parsed(ArgSpec),
    /// The text of this argument, as the program's own class makes it of an object: `str(filter)`.
    Text(ArgSpec),
    /// The parts of an argument: `stem, extension = os.path.splitext(name)`.
    Parts {
        /// The argument.
        whole: ArgSpec,
        /// For each part, the sink kinds that it is harmless for.
        sanitizes: Vec<Vec<String>>,
    },
    /// The text of this argument with the others inserted where its placeholders say: `"{} of {name}".format(a, name=b)`.
    Format(ArgSpec),
    /// A text with another in place of all that a regular expression finds: `re.sub(r"[^\w-]", "_", name)`.
    Substituted {
        /// The text.
        text: ArgSpec,
        /// The regular expression.
        pattern: ArgSpec,
        /// What is put in the place.
        to: ArgSpec,
    },
    /// A text with another in place of each occurrence of a third: `text.replace("{table}", name)`.
    Replace {
        /// The text.
        text: ArgSpec,
        /// What is replaced.
        from: ArgSpec,
        /// What is put in its place.
        to: ArgSpec,
    },
    /// A separator between the elements of a collection.
    Join {
        /// The separator.
        separator: ArgSpec,
        /// The collection.
        items: ArgSpec,
    },
    /// The elements for which this function argument is true.
    Filtered(ArgSpec),
    /// A collection of what this function argument returns.
    Closure(ArgSpec),
    /// What a function makes of a value and each element of the receiver in turn: `parts.reduce((text, part) => text + part, "")`.
    Folded {
        /// The function.
        function: ArgSpec,
        /// The value that it starts with.
        initial: ArgSpec,
    },
    /// A function with some arguments that its callers need not pass any more: `functools.partial(find, "users")`.
    Bound {
        /// The function.
        function: ArgSpec,
        /// Position of the first of these arguments; those by keyword count as well.
        first: u32,
    },
    /// A collection with the elements of this argument; without it an empty one: `new Set(names)`.
    Copied(ArgSpec),
    /// A table of the pairs of a key and a value that this argument holds; without it an empty one: `new Map([["a", b]])`.
    Table(ArgSpec),
    /// This argument with what is passed by keyword as members instead of its own of these names: `replace(query, limit=1)`.
    Changed(ArgSpec),
    /// A collection whose elements are these arguments.
    Elements(Vec<ArgSpec>),
    /// An element of a collection: `parts.pop()`, `parts.at(-1)`.
    Element {
        /// The collection.
        of: ArgSpec,
        /// Its position, counted from the end where it is negative.
        #[serde(default)]
        at: Option<i32>,
        /// The argument that is the position, instead of `at`.
        #[serde(default)]
        index: Option<ArgSpec>,
    },
    /// The elements of a collection, or the text, from the position on that another argument says: `parts.slice(-1)`.
    Rest {
        /// The collection or text.
        of: ArgSpec,
        /// The position.
        from: ArgSpec,
    },
    /// A collection of pairs of a number and an element of this argument.
    Enumerated(ArgSpec),
    /// A collection of rows, which hold an element of each of these arguments: `zip(names, values)`.
    Zipped(Vec<ArgSpec>),
    /// A collection of the keys of the table that is this argument: `table.keys()`.
    Keys(ArgSpec),
    /// A collection of pairs of a key and a value of the table that is this argument: `table.items()`.
    Pairs(ArgSpec),
    /// A table of the members of the object that is this argument, which the program declares: `dataclasses.asdict(object)`.
    Members(ArgSpec),
    /// The two ends of a channel, of these types: what is put into the first comes out of the second.
    Ends([String; 2]),
    /// An object with the members of these arguments, those of later ones first: `a.merge(b)`.
    Merged(Vec<ArgSpec>),
    /// A schema that lets less through than that of an argument: `z.string().transform(Number)`, `z.string().regex(/^\d+$/)`.
    Limited {
        /// The schema.
        schema: ArgSpec,
        /// Its type where what is given as one of the following leaves harmless data alone.
        to: String,
        /// A function that makes other data of the data, of which nothing is known where it may do harm.
        #[serde(default)]
        converter: Option<ArgSpec>,
        /// A regular expression that the data matches somewhere; the schema stays as it is where it may do harm.
        #[serde(default)]
        pattern: Option<ArgSpec>,
    },
    /// The data of an argument, as a schema lets it through: `schema.parse(data)`, `Model.model_validate(data)`.
    Validated {
        /// The data.
        value: ArgSpec,
        /// The schema: a value of a type with `admits`, or a class of the program.
        schema: ArgSpec,
        /// The member of the result that is the data; absent: the result itself.
        #[serde(default)]
        member: Option<String>,
    },
}

/// Names an argument: a position (`0`), a keyword (`sql`), both (`{position: 0, keyword: sql}`), `receiver`, `any`, or
/// `{from: 1}` for every argument from a position on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ArgSpec {
    /// By position.
    Position(u32),
    /// `receiver`, `any`, or a keyword.
    Name(String),
    /// Every argument from a position on.
    From {
        /// The first position.
        from: u32,
    },
    /// By position and keyword.
    Both {
        /// Position, from 0.
        position: u32,
        /// Keyword.
        keyword: String,
    },
}

/// What a call puts into one of its arguments.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The argument that is written to.
    pub into: ArgSpec,
    /// What is written.
    #[serde(default)]
    pub from: Vec<ArgSpec>,
    /// For a collection: the key under which it is put; absent: as one more element.
    #[serde(default)]
    pub key: Option<ArgSpec>,
}

/// What a call keeps for others.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepSpec {
    /// Qualified name of the type of the objects that it is kept in.
    pub of: String,
    /// The key; absent: the value is such an object, and what is kept in it is kept for others from here on, as by
    /// `request.WithContext(ctx)`.
    #[serde(default)]
    pub key: Option<ArgSpec>,
    /// The value.
    pub value: ArgSpec,
}

/// What a call hands out that another has kept.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOutSpec {
    /// Qualified name of the type of the objects that it was kept in.
    pub of: String,
    /// The key.
    pub key: ArgSpec,
}

/// An argument that does harm.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sink {
    /// The kind: `sql`, `deserialization`, `header`, ...
    pub kind: String,
    /// The argument.
    pub argument: ArgSpec,
    /// Of an argument that is an object, the members that do harm instead of the whole.
    #[serde(default)]
    pub entries: Vec<String>,
    /// Of an argument that is a list, its elements do harm instead of the whole: `["sh", "-c", command]`.
    #[serde(default)]
    pub elements: bool,
    /// Of an argument that is a list of known elements, the one at this position, from 0, does harm instead of the whole: the
    /// program that is run. A text that is built does none.
    #[serde(default)]
    pub element: Option<u32>,
    /// It does harm right behind an argument, or an element, that may be one of these texts: `-c`.
    #[serde(default)]
    pub behind: Vec<String>,
    /// What other arguments must be for it to do harm; all must hold: `shell=True`.
    #[serde(default)]
    pub needs: Vec<NeedSpec>,
    /// How the program of a command is run without a shell, for a fix.
    #[serde(default)]
    pub arguments: Option<ArgumentsSpec>,
    /// It does no harm where an argument may be an object with a certain member: `res.sendFile(name, { root })`.
    #[serde(default)]
    pub unless: Option<EntrySpec>,
    /// It does harm only where other arguments say so: `Response(page, media_type="text/html")`.
    #[serde(default)]
    pub given: Vec<SaidBySpec>,
    /// The arguments are one text together: the format and the values of `fmt.Fprintf`.
    #[serde(default)]
    pub joined: bool,
    /// For `sql`: how values are bound instead.
    #[serde(default)]
    pub binding: Option<Binding>,
}

/// What an argument must be for another one to do harm.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedSpec {
    /// The argument.
    pub argument: ArgSpec,
    /// Of an argument that is an object, the member that is asked instead: `shell` of `{ shell: true }`.
    #[serde(default)]
    pub entry: Option<String>,
    /// Of an argument that is a list, the position of the element that is asked instead, from 0.
    #[serde(default)]
    pub element: Option<u32>,
    /// The texts of which it may be one; absent: it may be true, or a text that is not empty.
    #[serde(default)]
    pub texts: Vec<String>,
}

/// How a program is run without a shell that would read its command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArgumentsSpec {
    /// How the words of the command are passed.
    pub form: ArgumentsForm,
    /// Qualified name of the function that takes them; absent: the same function.
    #[serde(default)]
    pub callee: Option<String>,
    /// Arguments to drop: `shell=True`.
    #[serde(default)]
    pub drop: Vec<ArgSpec>,
    /// The member of the options to drop: `shell` of `{ shell: true }`.
    #[serde(default)]
    pub drop_entry: Option<String>,
    /// Arguments and members of options that say something else without a shell: there is no fix where one is given.
    #[serde(default)]
    pub refuse: Vec<String>,
    /// The member of the result that is the result of this function; nothing where the result is dropped: `returncode`.
    #[serde(default)]
    pub member: Option<String>,
    /// The result is not quite the same: the fix is one to review.
    #[serde(default)]
    pub review: bool,
}

/// How the words of a command are passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ArgumentsForm {
    /// As one list: `subprocess.run(["ls", folder])`.
    List,
    /// The program, and a list of the others: `execFile("ls", [folder])`.
    ProgramAndList,
    /// As arguments of their own, in place of a shell, its options and the command: `exec.Command("ls", folder)`.
    Arguments,
    /// By a chain of calls: `Command::new("ls").arg(folder)`.
    Chain,
}

/// What an object is from a call on.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BecomesSpec {
    /// The argument and the texts.
    pub given: GivenSpec,
    /// Qualified name of the type: `std.process.Command[shell]`, which no program can name.
    #[serde(rename = "type")]
    pub ty: String,
}

/// An argument that says what another is taken for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaidBySpec {
    /// The argument.
    pub argument: ArgSpec,
    /// The texts, without case and without parameters behind a `;`, or the qualified names of which it is one, or is of the
    /// type.
    pub texts: Vec<String>,
    /// It may be missing as well.
    #[serde(default)]
    pub or_absent: bool,
}

/// Where what a function returns goes.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultSpec {
    /// Qualified name of the function whose first argument it is.
    pub to: String,
    /// It goes there only where an argument of the decorator says so: `response_class=HTMLResponse`.
    #[serde(default)]
    pub given: Option<SaidBySpec>,
}

/// A member of an argument that is an object.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntrySpec {
    /// The argument.
    pub argument: ArgSpec,
    /// The member's name.
    pub entry: String,
}

/// How a driver binds values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Binding {
    /// What stands for a value in the text; several when the driver decides at run time.
    pub placeholder: Placeholder,
    /// How the values are passed.
    pub values: BoundValues,
    /// Position of the values, for the forms that take one argument; of the first value for `arguments`.
    #[serde(default)]
    pub position: Option<u32>,
    /// Keyword of the values.
    #[serde(default)]
    pub keyword: Option<String>,
    /// A literal `%` in the text is doubled once values are passed.
    #[serde(default)]
    pub doubles_percent: bool,
}

/// What stands for a value in the text of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Placeholder {
    /// `?`
    Question,
    /// `%s`
    Format,
    /// `$1`, `$2`
    Dollar,
    /// `:name`
    Colon,
    /// The driver is not known: `database/sql` before `sql.Open` names one, or a cursor of unknown origin.
    Unknown,
}

/// How bound values are passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BoundValues {
    /// One tuple: `(a, b)`.
    Tuple,
    /// One list or array: `[a, b]`.
    List,
    /// Further arguments: `a, b`.
    Arguments,
    /// One mapping by name: `{"a": a}`.
    Mapping,
    /// A method on the result that takes them by name: `text("...").bindparams(a=a)`.
    Bindparams,
    /// A method on the result for each: `query("...").bind(a).bind(b)`.
    Bind,
    /// One array of references: `&[&a, &b]`.
    References,
    /// The macro of the library of the callee: `rusqlite::params![a, b]`.
    Params,
}

/// A function that is called back.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CallbackSpec {
    /// The argument that is the function.
    pub argument: ArgSpec,
    /// Its parameters, by position.
    #[serde(default)]
    pub params: Vec<ParamSpec>,
    /// Only functions with this many parameters.
    #[serde(default)]
    pub arity: Option<u32>,
    /// Of an argument that is a class, the methods that are called: `get` of a view.
    #[serde(default)]
    pub methods: Vec<String>,
}

/// What is known of a parameter.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParamSpec {
    /// Its type.
    #[serde(default, rename = "type")]
    pub ty: Option<String>,
    /// Its provenance.
    #[serde(default)]
    pub source: Option<Provenance>,
    /// It is this argument of the call, or an element of it.
    #[serde(default)]
    pub argument: Option<ArgSpec>,
    /// It is a number or another harmless value if a string among the arguments of the decorator, or of the call that takes
    /// the function, holds one of these, with the parameter's name for `{name}`: `<int:{name}>`.
    #[serde(default)]
    pub scalar_when: Vec<String>,
    /// It has the provenance only if a string among those arguments holds one of these, with the parameter's name for
    /// `{name}`: `<{name}>`.
    #[serde(default)]
    pub source_when: Vec<String>,
    /// It is what a group of a regular expression among those strings finds: the group of its name, or of this number from 0.
    /// It is harmless where the group admits letters and digits alone: `(?P<{name}>[0-9]+)`.
    #[serde(default)]
    pub group: Option<u32>,
    /// Sink kinds for which it is harmless if a string among those arguments holds one of `sanitized_when`.
    #[serde(default)]
    pub sanitizes: Vec<String>,
    /// See `sanitizes`: `<{name}..>`.
    #[serde(default)]
    pub sanitized_when: Vec<String>,
}

/// What a call guarantees.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuardSpec {
    /// The value that is checked.
    pub argument: ArgSpec,
    /// Kinds it is then harmless for; `["all"]`.
    pub kinds: Vec<String>,
    /// What must be so for that.
    #[serde(default)]
    pub by: GuardedBy,
    /// The regular expression that the value is checked against. One that is known and lets a text hold quotes or operators
    /// guarantees nothing.
    #[serde(default)]
    pub pattern: Option<PatternSpec>,
    /// The value must be the result of one of these functions, and what these are given is checked with it:
    /// `os.path.realpath`, without which a path that starts with a folder may leave it.
    #[serde(default)]
    pub result_of: Vec<String>,
    /// This argument must not be a client's: the folder that a path starts with.
    #[serde(default)]
    pub trusted: Option<ArgSpec>,
    /// This argument must be one of certain texts: `name.includes("..")`. Of an argument that is a function, its answer for one
    /// of them must be the other one: `name.split("/").some((part) => part === "..")`.
    #[serde(default)]
    pub given: Option<GivenSpec>,
}

/// What a call makes harmless where an argument is one of certain texts.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SanitizedSpec {
    /// The argument and the texts.
    pub given: GivenSpec,
    /// Sink kinds for which the result is then harmless; `["all"]` for every kind.
    pub kinds: Vec<String>,
}

/// What an element of a result is harmless for where an argument is one of certain texts.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ElementSpec {
    /// Position of the element from 0; absent: the last.
    #[serde(default)]
    pub at: Option<u32>,
    /// The argument and the texts.
    pub given: GivenSpec,
    /// An argument that must be a certain number: how often a text is split.
    #[serde(default)]
    pub with: Option<NumberSpec>,
    /// This argument must not be given: how often a text is split.
    #[serde(default)]
    pub without: Option<ArgSpec>,
    /// Sink kinds for which the element is then harmless.
    pub kinds: Vec<String>,
}

/// A number that an argument must be.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberSpec {
    /// The argument.
    pub argument: ArgSpec,
    /// The number.
    pub is: u32,
}

/// What an argument must be for a guard to hold.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenSpec {
    /// The argument.
    pub argument: ArgSpec,
    /// The texts or regular expressions of which it is one.
    pub texts: Vec<String>,
}

/// What must be so for a guard to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GuardedBy {
    /// The result is true.
    #[default]
    Truth,
    /// The result is false: `name.includes("..")`.
    Falsity,
    /// The result is equal to something that is not a client's: `os.path.commonpath([folder, path]) == folder`. Of an argument
    /// that is a list, its elements are checked.
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

/// Ends of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// Neither: a search.
    #[default]
    None,
    /// The first alone.
    Start,
    /// Both: a full match.
    Both,
}

/// The regular expression of a guard.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PatternSpec {
    /// The argument that is the pattern.
    pub argument: ArgSpec,
    /// The ends of the text that the function ties the pattern to by itself.
    #[serde(default)]
    pub tied: Ends,
}

/// An attribute.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// Qualified name or names.
    pub name: String,
    /// Its type.
    #[serde(default, rename = "type")]
    pub ty: Option<String>,
    /// It is untrusted input.
    #[serde(default)]
    pub source: Option<Provenance>,
    /// It is a number or other harmless value.
    #[serde(default)]
    pub scalar: bool,
    /// Sink kinds for which it is harmless, whatever it is a member of; `["all"]` for every kind.
    #[serde(default)]
    pub sanitizes: Vec<String>,
    /// It is the object itself in another form: what its parts are asked is asked of the object. `..` in `path.parts`.
    #[serde(default)]
    pub whole: bool,
    /// What is known of the object where the attribute is one of the program's own values, or nothing:
    /// `urlparse(address).hostname in HOSTS`.
    #[serde(default)]
    pub settles: Option<SettlesSpec>,
    /// Where this is documented.
    #[serde(default)]
    pub docs: Option<String>,
}

/// What a part of an object says of the object.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettlesSpec {
    /// Sink kinds that the object is then harmless for.
    pub kinds: Vec<String>,
    /// Functions that make such objects of a text, which is then harmless as well.
    #[serde(default)]
    pub made_by: Vec<String>,
}

/// A method on a receiver of unknown type.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unresolved {
    /// Method name or names: `{execute,executemany}`.
    pub method: String,
    /// Regular expression that the receiver's last name matches in full; absent: any receiver.
    #[serde(default)]
    pub receiver: Option<String>,
    /// The qualified name to treat it as. Its callable model applies. When several rows fit, the first whose model's
    /// library the file imports wins, then the first of a model that names no library, then the first.
    pub callable: String,
}

//! The check format: one vulnerability class for all languages.
//!
//! A file is `rules/checks/<id>.md`: YAML front matter ([`FrontMatter`]), documentation in Markdown, and a section
//! `## Examples` whose fenced blocks are the tests. The info string of a block is the language followed by its role and,
//! where a rule looks at it, the name of the file that the block stands for: `python vulnerable`, `python fixed`,
//! `python safe settings.py`. A line that must carry a finding ends with the comment `# expect` (`// expect`), with `low`
//! where the finding's confidence is low, and with the check's id where it is another check's: `# expect xss low`. A `fixed`
//! block belongs to the vulnerable block before it and is byte for byte what its first offered fix yields, expect comments
//! removed. A `safe` block has no findings.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::ArgSpec;
use crate::{Confidence, Provenance, Safety, Severity};

/// The front matter of a check.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    /// Stable id, also the file's name.
    pub id: String,
    /// The class's name: "SQL injection".
    pub title: String,
    /// CWE numbers, the main one first.
    pub cwe: Vec<u32>,
    /// OWASP Top 10 2021 category: `A03`.
    pub owasp_2021: String,
    /// OWASP Top 10 2025 category: `A05`.
    pub owasp_2025: String,
    /// Severity of its findings unless a rule says otherwise.
    pub severity: Severity,
    /// What it finds matters where the program serves others: it counts less in the examples of a library.
    #[serde(default)]
    pub of_services: bool,
    /// What to match; the first rule that matches an expression reports it.
    pub rules: Vec<Rule>,
}

/// One thing to match.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Name of the rule, unique in the check.
    pub name: String,
    /// Languages by name (`python`, `javascript` for all of JavaScript and TypeScript, `go`); absent: all.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What to match.
    #[serde(flatten)]
    pub matcher: Matcher,
    /// What says that the matched code is meant. It holds for every rule but those for secrets; of a flow through functions,
    /// for the function that passes the data on.
    #[serde(default)]
    pub unless: Option<ConditionMatch>,
    /// What is wrong, as the end of a headline: "string interpolation in query". `{expr}` is the source text of the
    /// primary expression, `{source}` of where the data enters, `{callee}` the sink as written, `{name}` the matched name.
    pub message: String,
    /// What to do instead: "Use a parameterized query". Same placeholders.
    pub help: String,
    /// Overrides the check's.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Overrides what provenance gives; `high` for matches without flow.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Fixes in order of preference.
    #[serde(default)]
    pub fixes: Vec<FixSpec>,
}

/// What in the program says that some code is meant. Everything that is given is tried, and one suffices.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionMatch {
    /// Regular expression on a name or a constant text in a condition that decides whether the code runs:
    /// `allow_any_origin`, `"*"`.
    #[serde(default)]
    pub named: Option<String>,
    /// Regular expression on the last name of a function that such a condition calls, but for one of the file that says yes
    /// to everything: `is_allowed_origin(origin)`. The condition may also ask for a name that holds its answer.
    #[serde(default)]
    pub calls: Option<String>,
    /// Such a condition asks nothing of what the function is given or has computed: it asks names of the module, and
    /// functions without arguments, and so whoever starts the program. `if *allowUnsigned {`, `if isNone() {`.
    #[serde(default)]
    pub settled: bool,
    /// What the function around the code is about.
    #[serde(default)]
    pub around: Option<AroundMatch>,
    /// For a comparison that two values are equal: regular expression on a name or a constant text in all that is done if they
    /// are, which is no more than to set constants and to call functions with constants: to warn.
    #[serde(default)]
    pub only_says: Option<String>,
}

/// What a function is about, by the names and the constant texts in it, in its own name, and in the call that takes it
/// (`router.get("/.well-known/jwks.json", (req, res) => { ... })`).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AroundMatch {
    /// Regular expression on one of them.
    pub named: String,
    /// Regular expression on none of them.
    #[serde(default)]
    pub except: Option<String>,
}

/// What to match.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(
    clippy::large_enum_variant,
    reason = "there are some hundred rules; a box would only be in the way"
)]
pub enum Matcher {
    /// Untrusted data reaches a sink.
    Flow(FlowMatch),
    /// A call.
    Call(CallMatch),
    /// A dict, object or struct literal.
    Construct(ConstructMatch),
    /// An assignment to a name, an attribute or a subscript.
    Assign(AssignMatch),
    /// An equality comparison.
    Compare(CompareMatch),
    /// A condition.
    Branch(BranchMatch),
    /// A call whose result is dropped.
    Discard(DiscardMatch),
    /// A handler of exceptions that answers for a check.
    Handler(HandlerMatch),
    /// A secret in the source.
    Secret(SecretMatch),
    /// Characters that turn the direction of text around, not terminated where they stand.
    Bidirectional(BidirectionalMatch),
    /// A tree-sitter query whose capture `@match` is reported; for custom checks.
    Query(QueryMatch),
}

/// Untrusted data reaches a sink.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlowMatch {
    /// The sink kind.
    pub sink: String,
    /// The argument must be a string that the program builds around the data; else data that is the whole argument
    /// counts as well (from a parameter it never does for `sql`: the caller writes the query).
    #[serde(default)]
    pub built: Option<bool>,
    /// Provenances that count; absent: all, with the confidence that each gives.
    #[serde(default)]
    pub provenance: Vec<Provenance>,
    /// Data that has passed through code of which nothing is known does not count.
    #[serde(default)]
    pub direct: bool,
    /// Regular expression that finds something in the text that the program writes around the data, in which `{}` stands for
    /// each inserted value: `<[a-z]` in a text with markup. Data that is the whole argument is `{}`.
    #[serde(default)]
    pub text: Option<String>,
    /// Regular expression that finds something in what stands before the data in such a text: `^(https?://)?$` where the data
    /// says which host a URL leads to.
    #[serde(default)]
    pub before: Option<String>,
    /// The argument itself is the text that is built, and the data is inserted into it as it is: no variable holds the text, and
    /// no call has given the data.
    #[serde(default)]
    pub inline: bool,
    /// A step of the way of the data, from where it enters to the argument itself, has source text that this regular
    /// expression finds: `query|params`.
    #[serde(default)]
    pub passes: Option<String>,
    /// No such step has source text that this regular expression finds: `(?i)safe`, of a function that checks what it hands on.
    #[serde(default)]
    pub avoids: Option<String>,
}

/// A call.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CallMatch {
    /// Qualified names; `*.setHeader` for a method of whatever receiver.
    pub callee: Vec<String>,
    /// All must hold.
    #[serde(default, rename = "where")]
    pub conditions: Vec<ArgumentCondition>,
    /// The argument that is the finding's primary span; absent: the whole call.
    #[serde(default)]
    pub report: Option<ArgSpec>,
    /// The result is a condition as it is: neither awaited nor passed on.
    #[serde(default)]
    pub as_condition: bool,
    /// Where the result goes.
    #[serde(default)]
    pub goes_to: Option<DestinationMatch>,
    /// Regular expression on a name or a constant text in what the function is given, or a method of its result, which may be
    /// held by a variable: `password` in `createHash("md5").update(password)`.
    #[serde(default)]
    pub given: Option<String>,
    /// A function of the program that has the name does not count.
    #[serde(default)]
    pub foreign: bool,
    /// Members of the result that decide nothing: where the function looks at these alone, and compares none of them, the
    /// call is not reported.
    #[serde(default)]
    pub harmless_members: Vec<String>,
}

/// Where the result of a call goes, as it is or as a part of what is made of it, through variables of the function: to a
/// variable, a member or a key that it is assigned to, to a keyword of a call or the member of a literal, and to the result of
/// the function around. What only decides between other values does not go where they go.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DestinationMatch {
    /// Regular expression on the name of one of these places: `reset_token`, `generate_password`. Absent: it may go anywhere.
    #[serde(default)]
    pub named: Option<String>,
    /// Regular expression on the name of none of them.
    #[serde(default)]
    pub except: Option<String>,
}

/// A condition on an argument of a call.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArgumentCondition {
    /// The argument.
    pub argument: ArgSpec,
    /// What must hold for it.
    pub is: Predicate,
}

/// What must hold for a value. Every given field must hold.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Predicate {
    /// It is not there.
    #[serde(default)]
    pub absent: Option<bool>,
    /// It is one of these constants (for a value that may be several: any of them).
    #[serde(default)]
    pub equals: Option<Vec<Scalar>>,
    /// It is a constant integer below this one (for a value that may be several: all of them are).
    #[serde(default)]
    pub below: Option<i64>,
    /// It denotes one of these qualified names.
    #[serde(default)]
    pub origin: Option<Vec<String>>,
    /// It is of one of these types.
    #[serde(default, rename = "type")]
    pub ty: Option<Vec<String>>,
    /// It is the result of calling one of these qualified names: `hmac.HMAC.hexdigest`.
    #[serde(default)]
    pub result_of: Option<Vec<String>>,
    /// It is a constant, or not.
    #[serde(default)]
    pub constant: Option<bool>,
    /// A step of the way of its untrusted data, from where that enters to itself, has source text that this regular
    /// expression finds: `headers.get("X-Is-Admin")`.
    #[serde(default)]
    pub passes: Option<String>,
    /// It is a constant string that this regular expression finds.
    #[serde(default)]
    pub matches: Option<String>,
    /// It is a collection with an element (or itself a value) for which this holds.
    #[serde(default)]
    pub contains: Option<Box<Predicate>>,
    /// Members of the collection or object by key; an `absent` one holds only if everything in the literal is known.
    #[serde(default)]
    pub entries: BTreeMap<String, Predicate>,
    /// It carries one of these provenances.
    #[serde(default)]
    pub provenance: Option<Vec<Provenance>>,
    /// Its source text (of a name or attribute, the last name) matches this regular expression.
    #[serde(default)]
    pub named: Option<String>,
    /// A name or a constant text somewhere in its expression matches this regular expression: `password` in
    /// `(salt + user.password).encode()`.
    #[serde(default)]
    pub mentions: Option<String>,
    /// It is a literal string with the look of a secret: long enough and no placeholder.
    #[serde(default)]
    pub secret: Option<bool>,
    /// It is a function whose every path returns this constant; one that does nothing at all returns `null`.
    #[serde(
        default,
        deserialize_with = "given_scalar",
        skip_serializing_if = "Option::is_none"
    )]
    pub returns: Option<Scalar>,
    /// It is a function that calls back its last parameter with this constant as the result, whatever it is asked:
    /// `(origin, callback) => callback(null, true)`.
    #[serde(default)]
    pub answers: Option<Scalar>,
    /// This does not hold.
    #[serde(default)]
    pub not: Option<Box<Predicate>>,
    /// One of these holds.
    #[serde(default)]
    pub any: Option<Vec<Predicate>>,
}

/// A constant that is given, which may be `null`.
fn given_scalar<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Option<Scalar>, D::Error> {
    Scalar::deserialize(source).map(Some)
}

/// A constant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Scalar {
    /// `null`, `None`, `nil`.
    Null,
    /// A truth value.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A string.
    String(String),
}

/// A dict, object or struct literal.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConstructMatch {
    /// Qualified type names; absent: an untyped dict or object literal.
    #[serde(default, rename = "type")]
    pub ty: Vec<String>,
    /// Members.
    pub entries: BTreeMap<String, Predicate>,
    /// The member whose value is the primary span; absent: the whole literal.
    #[serde(default)]
    pub report: Option<String>,
}

/// An assignment.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignMatch {
    /// Targets: `flask.Flask.config["SESSION_COOKIE_SECURE"]`, `*.headers["Access-Control-Allow-Origin"]` (any base; keys
    /// compare without case), `CORS_ALLOW_ALL_ORIGINS` (a module- or class-level name).
    pub target: Vec<String>,
    /// What must hold for the value.
    #[serde(rename = "is")]
    pub value: Predicate,
    /// Modules of which the file must import one, or whose conventional settings file it is; absent: any file.
    #[serde(default)]
    pub imports: Vec<String>,
    /// Regular expression on the file's name; absent: any file.
    #[serde(default)]
    pub file: Option<String>,
    /// What must hold for other names of the module's top level.
    #[serde(default)]
    pub beside: BTreeMap<String, Predicate>,
}

/// An equality comparison, whichever operand is on the left. The primary expression is the operand that `one` fits, the
/// matched expression the comparison.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompareMatch {
    /// What one operand is.
    pub one: Predicate,
    /// What the other is.
    pub other: Predicate,
}

/// A condition.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BranchMatch {
    /// Regular expression on the last name of the tested name, attribute or call: `is_admin`.
    pub test: String,
    /// What is wrong with the condition or its branch.
    pub shape: BranchShape,
}

/// The shapes of a suspicious condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BranchShape {
    /// A failed check does nothing: `if not is_admin: pass`.
    EmptyWhenFalse,
    /// The condition holds whatever the check says: `is_admin or True`.
    AlwaysTrue,
    /// The condition is the truth of a value that the client sends; `test` is searched in its source text:
    /// `if request.headers.get("X-Is-Admin")`.
    ClientControlled,
}

/// A call whose result is dropped.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DiscardMatch {
    /// Qualified names.
    #[serde(default)]
    pub callee: Vec<String>,
    /// Regular expression on the last name of the callee, for functions of the program itself that return a truth value.
    #[serde(default)]
    pub named: Option<String>,
    /// Regular expression on the last name of the callee, for functions that the file does not define: a name that asks a
    /// question.
    #[serde(default)]
    pub elsewhere: Option<String>,
    /// Most arguments: one more is a callback that takes the result.
    #[serde(default)]
    pub most_arguments: Option<u32>,
}

/// A handler of exceptions that answers true for a check that failed: `except Exception: return True`. The answer is the
/// primary expression.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandlerMatch {
    /// Regular expression on the name of the function that answers: `is_valid`.
    pub function: String,
    /// Regular expression on the last name of a function that the guarded block calls: `verify`.
    pub calls: String,
}

/// A secret.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SecretMatch {
    /// Token grammars, found anywhere in the text.
    #[serde(default)]
    pub tokens: Vec<TokenGrammar>,
    /// The token grammars of all providers as well: those of `secrets/<group>.yml`.
    #[serde(default)]
    pub providers: bool,
    /// Literals in places named like this.
    #[serde(default)]
    pub named: Option<NamedSecret>,
}

/// Characters that turn the direction of text around.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BidirectionalMatch {}

/// The grammar of a provider's token.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TokenGrammar {
    /// The provider and kind, for the message: "GitHub personal access token".
    pub name: String,
    /// Text that stands in a match whose pattern does not begin with literal text, for the prefilter: `T3BlbkFJ`. The match
    /// lies on its line, begins at most 200 bytes before it and ends at most 500 bytes behind it.
    #[serde(default)]
    pub keyword: Option<String>,
    /// Regular expression of the token, over ASCII. Its group 1, where present, is the secret; without one the whole match is,
    /// and no letter, digit or `_` adjoins it.
    pub pattern: String,
    /// Least Shannon entropy, in bits a character.
    #[serde(default)]
    pub entropy: Option<f32>,
    /// Its checksum, where the provider defines one.
    #[serde(default)]
    pub checksum: Option<Checksum>,
    /// The environment variable that a fix reads: `GITHUB_TOKEN`.
    #[serde(default)]
    pub variable: Option<String>,
    /// In a program it counts in string literals; in comments and docstrings, where made-up ones stand, with low confidence.
    #[serde(default)]
    pub in_literals: bool,
    /// Where the format is documented.
    pub docs: String,
}

/// How a token's checksum is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Checksum {
    /// The last six characters are the base-62 CRC-32 of what follows the prefix's `_` before them.
    Crc32Base62,
    /// The last seven characters are the base-36 CRC-32 of everything before them.
    Crc32Base36,
    /// The last six characters are the checksum of Bech32 (BIP 173).
    Bech32,
    /// The header of a JSON Web Token: base64url of a JSON object that names an algorithm (RFC 7515).
    JsonWebToken,
}

/// Literals in places with a telling name.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedSecret {
    /// Regular expression on the name of the variable, attribute, keyword, key, parameter default or environment
    /// variable (whose fallback the literal is), without case.
    pub name: String,
    /// Names that look alike but are none: `PASSWORD_FIELD`, `TOKEN_URL`.
    pub except: String,
    /// Values that are none: placeholders, references, prose.
    pub placeholder: String,
    /// Least length of the value, in characters.
    pub min_length: u32,
    /// Least Shannon entropy, in bits a character.
    pub min_entropy: f32,
}

/// A tree-sitter query.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QueryMatch {
    /// The query by language name.
    pub query: BTreeMap<String, String>,
}

/// A fix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FixSpec {
    /// What it does.
    #[serde(flatten)]
    pub kind: FixKind,
    /// Languages it applies to; absent: those of the rule.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Modules of which the file must import one; absent: any file.
    #[serde(default)]
    pub beside: Vec<String>,
    /// Whether it keeps the behaviour for benign input.
    pub safety: Safety,
    /// Title of the code action; a review fix states its assumption.
    pub title: String,
}

/// The closed set of edits that a check can ask for. `source` fields are source text of the language; `{argument}` in
/// them is the text of the primary expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FixKind {
    /// Bind the values of a query.
    Parameterize {},
    /// Run the program of a command without a shell, its words as arguments.
    ArgumentList {},
    /// Read a text that is evaluated, or what is between parentheses in it, as data: `eval("(" + text + ")")` to
    /// `JSON.parse(text)`.
    ReadAsData {
        /// Qualified name of the function that reads.
        callee: String,
    },
    /// Name the values of a template in it and pass them by keyword: `render_template_string(f"<p>{name}</p>")` to
    /// `render_template_string("<p>{{ name }}</p>", name=name)`.
    TemplateVariables {
        /// Qualified names of the functions that take values by keyword.
        of: Vec<String>,
    },
    /// Read the secret from the environment; adds an entry to `.env.example`.
    Environment {},
    /// Delete the characters that turn the direction of text around.
    DeleteDirections {},
    /// Call another function of the same module with the same first arguments: `yaml.load(x, Loader=L)` to `yaml.safe_load(x)`.
    ReplaceCallee {
        /// Qualified name of the function to call.
        callee: String,
        /// Arguments to drop.
        #[serde(default)]
        drop: Vec<ArgSpec>,
    },
    /// Pass each untrusted value that is inserted into the text of the primary expression to a function, or the expression
    /// itself where it is the data: `f"<p>{name}</p>"` to `f"<p>{escape(name)}</p>"`.
    WrapHoles {
        /// Source of the call, with `{hole}` for the value.
        source: String,
        /// The same for an operand of `+`, where the result must be of the operand's type; absent: `source`.
        #[serde(default)]
        operand: Option<String>,
        /// Qualified names that the source needs imported.
        #[serde(default)]
        imports: Vec<String>,
        /// Only values that do not stand in quotes of the text: the function adds quotes of its own.
        #[serde(default)]
        unquoted: bool,
    },
    /// Build the text that the primary expression is by a function that takes a format and the values:
    /// `mark_safe(f"<b>{name}</b>")` to `format_html("<b>{}</b>", name)`. In Python.
    FormatCall {
        /// Qualified name of the function.
        callee: String,
    },
    /// Assign to another member of the same object: `element.textContent = text`.
    UseMember {
        /// Name of the member.
        member: String,
    },
    /// Import another module of the same name and members; in Go.
    ReplaceImport {
        /// The module that is imported.
        from: String,
        /// The module to import.
        to: String,
        /// Members that only the first has: a file that uses one is left alone.
        #[serde(default)]
        missing: Vec<String>,
    },
    /// Call another function with the same arguments: `random.randint(0, 9)` to `secrets.SystemRandom().randint(0, 9)`.
    ReplaceFunction {
        /// The source of the function.
        source: String,
        /// What to put behind the call: `[1]`.
        #[serde(default)]
        then: String,
        /// Qualified names that the source needs imported.
        #[serde(default)]
        imports: Vec<String>,
    },
    /// Give an argument another value, adding it if it is absent.
    SetArgument {
        /// The argument.
        argument: ArgSpec,
        /// Its new source.
        source: String,
        /// Qualified names that the source needs imported.
        #[serde(default)]
        imports: Vec<String>,
    },
    /// Remove an argument.
    RemoveArgument {
        /// The argument.
        argument: ArgSpec,
    },
    /// Give a member of a literal (an options object, a struct, a dict) another value, adding it if it is absent; of the
    /// argument that is such a literal, or of the matched literal itself.
    SetEntry {
        /// The argument that is the literal; absent: the matched literal.
        #[serde(default)]
        argument: Option<ArgSpec>,
        /// The key, dotted for nested literals.
        key: String,
        /// Its new source.
        source: String,
        /// Qualified names that the source needs imported.
        #[serde(default)]
        imports: Vec<String>,
    },
    /// Give members of the object whose member is assigned other values, wherever the function assigns them:
    /// `context.check_hostname = False` and `context.verify_mode = ssl.CERT_NONE`.
    SetMembers {
        /// Their new sources by their names.
        members: BTreeMap<String, String>,
        /// Qualified names that the sources need imported.
        #[serde(default)]
        imports: Vec<String>,
    },
    /// Remove a member of a literal.
    RemoveEntry {
        /// The argument that is the literal; absent: the matched literal.
        #[serde(default)]
        argument: Option<ArgSpec>,
        /// The key.
        key: String,
    },
    /// Replace the primary expression.
    Replace {
        /// Its new source.
        source: String,
        /// Qualified names that the source needs imported.
        #[serde(default)]
        imports: Vec<String>,
    },
    /// Replace the statements of an empty branch.
    FillBranch {
        /// The new statement.
        source: String,
        /// Qualified names that the source needs imported.
        #[serde(default)]
        imports: Vec<String>,
    },
    /// Compare in constant time.
    ConstantTimeCompare {},
}

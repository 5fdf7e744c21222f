//! The interpreter: one forward walk over the structured IR of a body.

mod admitted;
mod call;
mod channel;
mod condition;
mod deferred;
mod expression;
mod format;
mod interface;
mod iterator;
mod kept;
mod members;
mod option;
mod pattern;
mod place;
mod regular;
mod setup;
mod statement;
mod text;
mod written;

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use tripline_ir::{
    Body, BodyKey, BodyKind, Closure, ExprId, ExprKind, Function, Items, Param, ParamKind, Span,
    Symbol,
};
use tripline_syntax::Language;

use self::deferred::Deferred;
use self::regular::{group, is_plain};
use crate::environment::{Environment, Layer};
use crate::summary::{ParamCall, ParamSink};
use crate::{
    CallableModel, ClassFacts, Content, Fields, FunctionRef, Globals, KindSet, Knowledge, Observer,
    OtherFiles, ParamFact, Provenance, Summary, Taint, Value,
};

/// What a body is interpreted with.
pub struct Context<'a> {
    /// What the file declares.
    pub items: &'a Items,
    /// The language of the file.
    pub language: Language,
    /// What libraries do.
    pub knowledge: &'a dyn Knowledge,
    /// The module's names; empty while the module itself is interpreted.
    pub globals: &'a Globals,
    /// Members of the file's classes.
    pub classes: &'a ClassFacts,
    /// The summary of a function of the program; `None` while it is not known (recursion).
    pub summary: &'a dyn Fn(BodyKey) -> Option<Arc<Summary>>,
    /// What other files declare.
    pub others: &'a dyn OtherFiles,
    /// Whether the globals and members that the body sets up are asked for, besides its summary.
    pub sets_up: bool,
}

/// What interpreting a body yields, besides what the observer saw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interpretation {
    /// What callers need to know.
    pub summary: Summary,
    /// Of a module: its names at the end. Of a function: what it sets up for the module. Empty if nobody asks.
    pub globals: Globals,
    /// Of a constructor: the members it sets on its receiver. Empty if nobody asks.
    pub members: Fields,
    /// Names of the bounds that were hit, for the log.
    pub bounds_hit: Vec<&'static str>,
}

/// Interprets one body.
pub fn interpret(
    body: &Body,
    context: &Context<'_>,
    observer: &mut dyn Observer,
) -> Interpretation {
    let mut interpreter = Interpreter::new(body, context, observer);
    interpreter.bind_params();
    let control = interpreter.run_block(&body.root);
    if control == Control::Continues {
        interpreter.note_end_without_result();
    }
    interpreter.run_deferred(control);
    interpreter.run_pending_closures(0);
    interpreter.rerun_receivers();
    if control == Control::Continues {
        interpreter.note_left_behind();
    }
    let closures = interpreter.named_closures();
    let set_up = if context.sets_up {
        interpreter.note_sets();
        let members = interpreter.members_at_end();
        (members, interpreter.globals_at_end(closures))
    } else {
        Default::default()
    };
    interpreter.finish(control, set_up)
}

/// Visits of expressions that one body may cost, per expression of the body.
const VISITS_PER_EXPRESSION: usize = 24;
/// Visits that even the smallest body may cost.
const LEAST_VISITS: usize = 2_000;
/// Closures being run inside each other.
const MAX_CLOSURE_DEPTH: usize = 6;
/// Runs of one closure.
const MAX_CLOSURE_RUNS: u32 = 6;
/// Most classes of an ancestry that are asked, the class itself included.
const MAX_BASES: usize = 8;

/// Whether control goes on after a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Control {
    Continues,
    Leaves,
}

/// Which parameter the ends of a function give back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum GivenBack {
    /// There was no end so far.
    #[default]
    Unknown,
    /// Every end gives back this one.
    Parameter(u32),
    /// They give back other things.
    Other,
}

/// A function being run: the body itself or a closure in it.
#[derive(Default)]
struct Frame {
    returns: Option<Value>,
    /// Closures that were created and not run yet, with what is known of their parameters.
    pending: Vec<(ExprId, Vec<ParamFact>)>,
    /// What its `yield`s hand out, as a collection.
    yields: Option<Value>,
    /// Calls whose result nobody waits for at once.
    calls: Vec<ExprId>,
    /// What the truth of the result guarantees; `None` before the first return.
    guards: Option<Vec<(u32, KindSet)>>,
    /// What the falsity of the result guarantees; `None` before the first return.
    denials: Option<Vec<(u32, KindSet)>>,
    /// What it guarantees that the function comes back; `None` before the first end.
    ensures: Option<Vec<(u32, KindSet)>>,
    /// What its ends give back.
    gives_back: GivenBack,
    /// What runs where it is left.
    deferred: Deferred,
    /// Depth of the environment below what it writes.
    base: usize,
}

impl Frame {
    /// What a call of the function yields.
    fn result(&mut self) -> Value {
        let returns = self.returns.take().unwrap_or_default();
        self.yields.take().unwrap_or(returns)
    }
}

/// A loop being run.
struct Loop {
    depth: usize,
    exits: Vec<Layer>,
}

/// Whether a value is an empty collection: `[]`, `{}`.
fn starts_empty(value: &Value) -> bool {
    let is_empty = |fields: &Arc<Fields>| fields.complete && fields.values().next().is_none();
    value.fields.as_ref().is_some_and(is_empty) && value.taint.is_empty()
}

/// Members that stand for parameters of a constructor, as code sees them that has not called it.
fn unbound(members: Arc<Fields>) -> Arc<Fields> {
    let is_bound = |value: &Value| value.taint.0.iter().any(|label| label.parameter.is_some());
    if !members.values().any(is_bound) {
        return members;
    }
    members::of_instances(Fields::clone(&members)).bounded()
}

/// A closure that is run for what it makes of the members of its parameter.
struct Watched {
    closure: ExprId,
    parameter: Symbol,
    before: Fields,
    after: Fields,
}

/// What a decorator says of the parameters of what it decorates.
struct Decoration {
    fact: ParamFact,
    /// Strings among the decorator's arguments.
    texts: Vec<String>,
    /// What the objects among them let through, where they stand between a client and a parameter.
    lets: Lets,
}

/// What objects let through that stand between a client and a parameter, in the order of what they say.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Lets {
    /// All, or there are none.
    #[default]
    Everything,
    /// What the program says in a place that is not looked into.
    Unknown,
    /// Numbers and other values whose text is harmless everywhere.
    Scalars,
}

impl Decoration {
    /// What a call with these strings says of the parameters of a function that it takes.
    fn of_call(fact: ParamFact, texts: Vec<String>) -> Decoration {
        let lets = Lets::default();
        Decoration { fact, texts, lets }
    }

    /// What it says of a parameter of this name.
    fn fact_of(&self, name: Option<Symbol>) -> ParamFact {
        let is_written = |patterns: &[Box<str>]| {
            name.is_some_and(|name| {
                patterns.iter().any(|pattern| {
                    let wanted = pattern.replace("{name}", &name);
                    self.texts.iter().any(|text| text.contains(&wanted))
                })
            })
        };
        let has_source = self.fact.source_when.is_empty() || is_written(&self.fact.source_when);
        ParamFact {
            is_scalar: is_written(&self.fact.scalar_when) || self.is_plain_group(name),
            source: self.fact.source.filter(|_| has_source),
            cleared: if is_written(&self.fact.cleared_when) {
                self.fact.cleared
            } else {
                KindSet::NONE
            },
            ..self.fact.clone()
        }
    }
}

impl Decoration {
    /// Whether a parameter is what a group of a regular expression finds that admits letters and digits alone.
    fn is_plain_group(&self, name: Option<Symbol>) -> bool {
        let Some(index) = self.fact.group else {
            return false;
        };
        let mut texts = self.texts.iter();
        texts.any(|text| {
            let found = group(text, name.as_deref(), index as usize);
            found.is_some_and(is_plain)
        })
    }
}

struct Interpreter<'a, 'o> {
    body: &'a Body,
    context: &'a Context<'a>,
    observer: &'o mut dyn Observer,
    environment: Environment,
    frames: Vec<Frame>,
    loops: Vec<Loop>,
    sinks: Vec<ParamSink>,
    calls: Vec<ParamCall>,
    /// The parameters and the receiver with what is known of them at first.
    given: Vec<(Option<u32>, Symbol, Value)>,
    /// Names whose objects were changed.
    changed: FxHashSet<Symbol>,
    /// Names that were given another value.
    replaced: FxHashSet<Symbol>,
    /// Pointers and references whose whole object was given another value.
    overwritten: FxHashSet<Symbol>,
    /// What the function has made of what it was given where it returned so far.
    left_behind: FxHashMap<Symbol, Value>,
    /// The parameters of functions that are being iterated over, with what was handed to them so far.
    handing_to: Vec<(Symbol, Option<Value>)>,
    /// A closure that is run for what it makes of its parameter.
    watched: Option<Watched>,
    /// Of calls whose result depends on the type that they are told to give, that type, by their callee.
    told: FxHashMap<ExprId, written::Written>,
    /// Names of channels that something was put into.
    sent: FxHashSet<Symbol>,
    /// Names of the ends of channels: where something is put in, and where it comes out.
    ends: FxHashMap<Symbol, Symbol>,
    callbacks: Vec<(BodyKey, Vec<ParamFact>)>,
    classes: Vec<(Symbol, Fields)>,
    /// What has been set up for the module besides its names.
    carried: Globals,
    /// Names of the module that hold data, or whose objects do, since the function has run.
    sets: Vec<(Symbol, Value)>,
    /// Of the classes that were asked for.
    members: RefCell<FxHashMap<Symbol, Option<Arc<Fields>>>>,
    /// The methods that calls through interfaces may reach, by type and name.
    implementations: FxHashMap<(Symbol, Symbol), Arc<[BodyKey]>>,
    closure_runs: FxHashMap<ExprId, u32>,
    running: Vec<ExprId>,
    visits_left: usize,
    bounds_hit: Vec<&'static str>,
    /// Name of the receiver and what is known of it: `self`, `this`, the Go receiver.
    receiver: Option<Symbol>,
}

impl<'a, 'o> Interpreter<'a, 'o> {
    fn new(body: &'a Body, context: &'a Context<'a>, observer: &'o mut dyn Observer) -> Self {
        Interpreter {
            body,
            context,
            observer,
            environment: Environment::new(),
            frames: vec![Frame::default()],
            loops: Vec::new(),
            sinks: Vec::new(),
            calls: Vec::new(),
            given: Vec::new(),
            changed: FxHashSet::default(),
            replaced: FxHashSet::default(),
            overwritten: FxHashSet::default(),
            left_behind: FxHashMap::default(),
            handing_to: Vec::new(),
            watched: None,
            told: FxHashMap::default(),
            sent: FxHashSet::default(),
            ends: FxHashMap::default(),
            callbacks: Vec::new(),
            classes: Vec::new(),
            carried: Globals::default(),
            sets: Vec::new(),
            members: RefCell::default(),
            implementations: FxHashMap::default(),
            closure_runs: FxHashMap::default(),
            running: Vec::new(),
            visits_left: body.exprs.len() * VISITS_PER_EXPRESSION + LEAST_VISITS,
            bounds_hit: Vec::new(),
            receiver: None,
        }
    }

    /// Binds the parameters of the body.
    fn bind_params(&mut self) {
        let body = self.body;
        if let Some(class) = body.class
            && self.context.language.is_ecmascript()
        {
            self.bind_receiver(Symbol::new("this"), class, None, Span::default());
        }
        let mut decorations = Vec::new();
        for &decorator in &body.decorators {
            decorations.extend(self.decorated(decorator));
        }
        let overridden = self.overridden();
        let registered = self
            .context
            .globals
            .callback(body.key)
            .map(<[ParamFact]>::to_vec);
        let skip = body
            .params
            .iter()
            .take_while(|param| param.kind == ParamKind::Receiver)
            .count();
        let names: Vec<Option<Symbol>> = body
            .params
            .iter()
            .map(|param| self.param_name(param))
            .collect();
        for (index, param) in body.params.iter().enumerate() {
            if param.kind == ParamKind::Receiver {
                if let (Some(name), Some(class)) = (names[index], body.class) {
                    self.bind_receiver(name, class, Some(index as u32), param.span);
                }
                continue;
            }
            let fact = self
                .decorated_parameter(param, &decorations)
                .or_else(|| {
                    let facts = registered.as_ref()?;
                    facts.get(index - skip).cloned()
                })
                .or_else(|| {
                    decorations
                        .last()
                        .map(|decoration| decoration.fact_of(names[index]))
                })
                .or_else(|| overridden.clone())
                .unwrap_or_default();
            let value = self.param_value(param, &names, index, &fact, Some(index as u32));
            self.bind(param.pattern, value, param.span);
            if let Some(name) = names[index] {
                self.note_given(Some(index as u32), name);
            }
        }
    }

    /// Binds the receiver of a method, which is a parameter where the language has it so.
    fn bind_receiver(&mut self, name: Symbol, class: Symbol, parameter: Option<u32>, span: Span) {
        let fields = self.members(class);
        let fields = fields.map(|fields| self.filled_by_others(fields, span));
        self.receiver = Some(name);
        self.environment.set(
            name,
            Value {
                fields,
                taint: Taint::receiver(self.body.key, span),
                ..Value::of_type(class)
            },
        );
        self.note_given(parameter, name);
    }

    /// The members of a receiver. A collection that starts empty holds what methods put in.
    fn filled_by_others(&self, members: Arc<Fields>, span: Span) -> Arc<Fields> {
        if !members.named.iter().any(|(_, member)| starts_empty(member)) {
            return members;
        }
        let mut members = Fields::clone(&members);
        for (name, member) in &mut members.named {
            if starts_empty(member) {
                let receiver = Taint::receiver(self.body.key, span);
                member.taint = receiver.of_member(Symbol::new(name));
                member.content = Content::Opaque;
                member.fields = Some(Arc::default());
            }
        }
        members.bounded()
    }

    fn note_given(&mut self, parameter: Option<u32>, name: Symbol) {
        if let Some(value) = self.environment.get(name).cloned() {
            self.given.push((parameter, name, value));
        }
    }

    fn param_name(&self, param: &Param) -> Option<Symbol> {
        match self.body.expr(param.pattern).kind {
            ExprKind::Name(name) => Some(name),
            _ => None,
        }
    }

    /// What is known of a parameter before anybody calls the function.
    fn param_value(
        &mut self,
        param: &Param,
        names: &[Option<Symbol>],
        index: usize,
        fact: &ParamFact,
        parameter: Option<u32>,
    ) -> Value {
        if let Some(annotation) = param.annotation.filter(|_| self.is_rust()) {
            return self.written_parameter(annotation, fact, parameter, param.span);
        }
        let written = param
            .annotation
            .and_then(|annotation| self.annotated_type(annotation));
        let default = param.default.map(|default| self.eval(default));
        let injected = default
            .as_ref()
            .and_then(|value| value.result_of.and(value.ty));
        let conventional = || {
            let name = names.get(index).copied().flatten()?;
            self.context.knowledge.conventional_parameter(name, names)
        };
        let ty = fact.ty.or(written).or(injected).or_else(conventional);
        let mut value = Value {
            ty,
            ..Value::default()
        };
        if let Some(ty) = ty {
            value.fields = self.members(ty);
        }
        if fact.is_scalar || ty.is_some_and(|ty| self.context.knowledge.is_scalar(ty)) {
            value.content = Content::Scalar;
            return value;
        }
        // The framework fills the parameter from the program itself: `user: User = Depends(current_user)`.
        let is_injected = default
            .as_ref()
            .is_some_and(|value| value.result_of.is_some() && value.content == Content::Scalar);
        if is_injected && fact.source.is_some() {
            return value;
        }
        let admitted = param
            .annotation
            .and_then(|annotation| self.annotated(annotation));
        if let Some(admitted) = &admitted
            && admitted.content.is_fixed()
        {
            return Value {
                ty: ty.or(admitted.ty),
                ..admitted.clone()
            };
        }
        match (fact.source, parameter) {
            (Some(source), _) => {
                value.taint = Taint::enters(source, None, self.body.key, param.span);
            }
            (None, Some(parameter)) => {
                value.taint = Taint::enters(
                    Provenance::Parameter,
                    Some(parameter),
                    self.body.key,
                    param.span,
                );
            }
            (None, None) => {}
        }
        // `direction = column`: what another parameter was given.
        if let Some(mut of_others) = default.map(|default| default.taint) {
            of_others
                .0
                .retain(|label| label.provenance == Provenance::Parameter);
            value.taint = value.taint.union(&of_others);
        }
        value.taint = value.taint.cleared(fact.cleared);
        if let Some(fields) = admitted.and_then(|admitted| {
            let of_data = self.of_data(&admitted, &value.taint);
            of_data.fields
        }) {
            value.fields = Some(fields);
        }
        value
    }

    /// What the decorators of a parameter say of it, given those of its function.
    fn decorated_parameter(
        &mut self,
        param: &Param,
        of_function: &[Decoration],
    ) -> Option<ParamFact> {
        let mut fact: Option<ParamFact> = None;
        let mut lets = Vec::new();
        for &decorator in &param.decorators {
            let decoration = self.decorated(decorator)?;
            lets.push(decoration.lets);
            fact = Some(decoration.fact);
        }
        let mut fact = fact?;
        let of_all = of_function.iter();
        lets.extend(
            of_all
                .filter(|by| by.fact.source.is_none())
                .map(|by| by.lets),
        );
        fact.is_scalar = lets.contains(&Lets::Scalars);
        fact.source = fact.source.filter(|_| !lets.contains(&Lets::Unknown));
        Some(fact)
    }

    /// What a decorator says of the parameters of what it decorates.
    fn decorated(&mut self, decorator: ExprId) -> Option<Decoration> {
        let body = self.body;
        let mut texts = Vec::new();
        let mut passed = Vec::new();
        let callee = match &body.expr(decorator).kind {
            ExprKind::Call(call) => {
                self.eval(decorator);
                for arg in &call.args {
                    let value = self.eval(arg.value);
                    texts.extend(value.content.string().map(str::to_owned));
                    passed.push(value);
                }
                call.callee
            }
            _ => decorator,
        };
        let name = self.qualified(callee);
        let lets = name.map_or(Lets::Everything, |name| self.let_through(name, &passed));
        let fact = self.decorator_model(callee)?.decorates.clone()?;
        Some(Decoration { fact, texts, lets })
    }

    /// What is known of a decorator by its qualified name, or by its method's name.
    fn decorator_model(&mut self, callee: ExprId) -> Option<&'a CallableModel> {
        let knowledge = self.context.knowledge;
        let says = |model: &&CallableModel| model.decorates.is_some() || model.results.is_some();
        let resolved = self
            .qualified(callee)
            .and_then(|name| knowledge.callable(name));
        resolved.filter(says).or_else(|| {
            let ExprKind::Attribute { base, name, .. } = &self.body.expr(callee).kind else {
                return None;
            };
            let receiver = match &self.body.expr(*base).kind {
                ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some(*name),
                _ => None,
            };
            let (_, model) = knowledge.method(receiver, *name)?;
            Some(model).filter(says)
        })
    }

    /// What the objects let through that a decorator of this qualified name is passed.
    fn let_through(&self, decorator: Symbol, passed: &[Value]) -> Lets {
        let library = decorator
            .rsplit_once('.')
            .map_or("", |(library, _)| library);
        let of_object = |value: &Value| {
            let Some(ty) = value.origin.or(value.ty) else {
                return Lets::Everything;
            };
            if self.context.knowledge.is_scalar(ty) {
                return Lets::Scalars;
            }
            let is_of_library = ty
                .strip_prefix(library)
                .is_some_and(|rest| rest.starts_with('.'));
            if is_of_library || value.content.is_fixed() {
                Lets::Everything
            } else {
                Lets::Unknown
            }
        };
        passed.iter().map(of_object).max().unwrap_or_default()
    }

    /// What a library says of the parameters of its method that the body overrides.
    fn overridden(&mut self) -> Option<ParamFact> {
        let knowledge = self.context.knowledge;
        let items = self.context.items;
        let method = self.body.key.path.rsplit('.').next()?;
        let mut class = self.body.class?;
        for _ in 0..8 {
            let declared = items.class(class)?;
            for base in &declared.bases {
                let (first, rest) = base.split_once('.').unwrap_or((base, ""));
                let Some(module) = self.lookup(Symbol::new(first)).origin else {
                    continue;
                };
                let base = if rest.is_empty() {
                    module
                } else {
                    module.member(rest)
                };
                let model = knowledge.callable(base.member(method));
                if let Some(fact) = model.and_then(|model| model.overridden.clone()) {
                    return Some(fact);
                }
            }
            class = *declared
                .bases
                .iter()
                .find(|base| items.class(**base).is_some())?;
        }
        None
    }

    /// The qualified name that an expression denotes, through its receiver's type where that is known.
    fn qualified(&mut self, expr: ExprId) -> Option<Symbol> {
        if let ExprKind::Attribute { base, name, .. } = &self.body.expr(expr).kind {
            let (base, name) = (*base, *name);
            let value = self.eval(base);
            return self.qualified_member(&value, name);
        }
        self.eval(expr).origin
    }

    /// The qualified name of a value's member: by what the value denotes or by its type, whichever a model knows.
    fn qualified_member(&self, base: &Value, name: Symbol) -> Option<Symbol> {
        let by_origin = base.origin.map(|origin| origin.member(&name));
        let by_type = base.ty.map(|ty| ty.member(&name));
        let known = |name: &Symbol| self.context.knowledge.callable(*name).is_some();
        let inherited = |class: Symbol| {
            let by_base = |base: Symbol| Some(base.member(&name)).filter(known);
            self.library_base(class, by_base)
        };
        by_origin
            .filter(known)
            .or_else(|| by_type.filter(known))
            .or_else(|| base.origin.and_then(inherited))
            .or_else(|| base.ty.and_then(inherited))
            .or(by_origin)
            .or(by_type)
    }

    /// A value that denotes a qualified name, with what is known of it as an attribute of its module.
    fn denoted(&self, origin: Symbol, span: Span) -> Value {
        let mut value = Value::of_origin(origin);
        if let Some(model) = self.context.knowledge.attribute(origin) {
            value.ty = model.ty;
            if let Some(source) = model.source {
                value.taint = Taint::enters(source, None, self.body.key, span);
            }
        }
        value
    }

    /// How many closures wait for the end of their function.
    fn pending_closures(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.pending.len())
    }

    /// Runs the closures that nothing has run by the end of their function, or of their branch, in which more is known: those
    /// after the first so many.
    fn run_pending_closures(&mut self, first: usize) {
        while let Some((closure, facts)) = self
            .frames
            .last_mut()
            .filter(|frame| frame.pending.len() > first)
            .and_then(|frame| frame.pending.pop())
        {
            if !self.closure_runs.contains_key(&closure) {
                self.run_closure_with_facts(closure, &facts, &[]);
            }
        }
    }

    /// Runs a closure with what a framework or nobody says of its parameters.
    fn run_closure_with_facts(
        &mut self,
        expr: ExprId,
        facts: &[ParamFact],
        given: &[Value],
    ) -> Value {
        let body = self.body;
        let ExprKind::Closure(closure) = &body.expr(expr).kind else {
            return Value::default();
        };
        let names: Vec<Option<Symbol>> = closure
            .params
            .iter()
            .map(|param| self.param_name(param))
            .collect();
        let mut values = Vec::with_capacity(closure.params.len());
        for (index, param) in closure.params.iter().enumerate() {
            let value = match (facts.get(index), given.get(index)) {
                (_, Some(given)) if *given != Value::default() => given.clone(),
                (Some(fact), _) => self.param_value(param, &names, index, fact, None),
                (None, _) => self.param_value(param, &names, index, &ParamFact::default(), None),
            };
            values.push(value);
        }
        self.run_closure(expr, closure, values)
    }

    /// Runs a closure with the values of its parameters and gives what it returns.
    fn run_closure(&mut self, expr: ExprId, closure: &'a Closure, values: Vec<Value>) -> Value {
        if !self.open_closure(expr) {
            return Value::default();
        }
        let (_, mut frame) = self.run_opened(expr, closure, values);
        self.environment.pop_closure();
        self.running.pop();
        frame.result()
    }

    /// Opens a closure to be run, unless it is being run or has been often enough.
    fn open_closure(&mut self, expr: ExprId) -> bool {
        let runs = self.closure_runs.entry(expr).or_insert(0);
        if self.running.contains(&expr) {
            return false;
        }
        if self.running.len() >= MAX_CLOSURE_DEPTH || *runs >= MAX_CLOSURE_RUNS {
            self.bound("closure runs");
            return false;
        }
        *runs += 1;
        self.running.push(expr);
        let base = self.environment.depth();
        self.environment.push_closure();
        self.frames.push(Frame {
            base,
            ..Frame::default()
        });
        true
    }

    /// Runs a closure that was opened.
    fn run_opened(
        &mut self,
        expr: ExprId,
        closure: &'a Closure,
        values: Vec<Value>,
    ) -> (Control, Frame) {
        let loops = std::mem::take(&mut self.loops);
        for (param, value) in closure.params.iter().zip(values) {
            self.declare(param.pattern);
            self.bind(param.pattern, value, param.span);
        }
        self.watch_before(expr);
        let control = self.run_block(&closure.body);
        self.run_deferred(control);
        self.watch_after(expr);
        self.run_pending_closures(0);
        self.rerun_receivers();
        self.note_carried(&closure.params, self.body.expr(expr).span);
        self.note_sets();
        self.loops = loops;
        (control, self.frames.pop().unwrap_or_default())
    }

    /// What the closures that a module names return, in terms of their parameters: `by_name = lambda name: ...`.
    fn named_closures(&mut self) -> Vec<(ExprId, Value)> {
        let body = self.body;
        if body.kind != BodyKind::Module {
            return Vec::new();
        }
        let named = |expr: &tripline_ir::Expr| match &expr.kind {
            ExprKind::Name(name) => Some(*name),
            _ => None,
        };
        let mut names: Vec<Symbol> = body.exprs.iter().filter_map(named).collect();
        names.sort_unstable();
        names.dedup();
        let values = names.iter().filter_map(|name| self.environment.get(*name));
        let functions: Vec<FunctionRef> =
            values.flat_map(|value| self.functions_of(value)).collect();
        let mut closures = Vec::new();
        for function in functions {
            let FunctionRef::Closure(key, expr) = function else {
                continue;
            };
            // Of another body if a function has returned it.
            if key != body.key || closures.iter().any(|(known, _)| *known == expr) {
                continue;
            }
            let ExprKind::Closure(closure) = &body.expr(expr).kind else {
                continue;
            };
            let given = closure.params.iter().enumerate();
            let given = given.map(|(index, param)| Value {
                taint: Taint::enters(Provenance::Parameter, Some(index as u32), key, param.span),
                ..Value::default()
            });
            let given = given.collect();
            closures.push((expr, self.run_closure(expr, closure, given)));
        }
        closures.sort_by_key(|(expr, _)| *expr);
        closures
    }

    /// The function that a value is, or the closures of one expression that it holds as members: `{ id: (n) => `id = ${n}` }`.
    fn functions_of(&self, value: &Value) -> Vec<FunctionRef> {
        if let Some(function) = value.function {
            return vec![function];
        }
        let body = self.body;
        let is_short = |function: &FunctionRef| match function {
            FunctionRef::Closure(key, expr) if *key == body.key => match &body.expr(*expr).kind {
                ExprKind::Closure(closure) => match *closure.body {
                    [only] => {
                        matches!(body.stmt(only).kind, tripline_ir::StmtKind::Return(Some(_)))
                    }
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        };
        let members = value.fields.iter().flat_map(|fields| fields.values());
        let functions = members.filter_map(|member| member.function);
        functions.filter(is_short).collect()
    }

    /// The members of the receiver at the end.
    fn members_at_end(&self) -> Fields {
        let receiver = self.receiver;
        let members =
            receiver.and_then(|receiver| self.environment.get(receiver)?.fields.as_deref());
        let members = members.cloned().unwrap_or_default();
        // Whoever makes an instance knows what it passes to the constructor.
        let method = self.body.key.path.rsplit('.').next().unwrap_or_default();
        match method {
            "__init__" | "constructor" => members,
            _ => self::members::of_instances(members),
        }
    }

    /// What the body sets up for the module, or is one.
    fn globals_at_end(&mut self, closures: Vec<(ExprId, Value)>) -> Globals {
        if self.body.kind != BodyKind::Module {
            return self.set_up();
        }
        self.callbacks.sort_by_key(|(key, _)| *key);
        Globals {
            names: self.environment.take_names(),
            callbacks: std::mem::take(&mut self.callbacks),
            classes: std::mem::take(&mut self.classes),
            closures,
            carried: std::mem::take(&mut self.carried.carried),
        }
    }

    fn finish(mut self, control: Control, (members, globals): (Fields, Globals)) -> Interpretation {
        let mut frame = self.frames.pop().unwrap_or_default();
        let effects = self.effects();
        let diverges = control == Control::Leaves && frame.returns.is_none();
        let returns = frame.result();
        // What is returned may be run once more, in a frame of its own.
        let returns = self.iterated(returns);
        let returns = self.option(returns);
        let summary = Summary {
            diverges,
            guards: frame.guards.take().unwrap_or_default(),
            denials: frame.denials.take().unwrap_or_default(),
            ensures: frame.ensures.take().unwrap_or_default(),
            gives_back: match frame.gives_back {
                GivenBack::Parameter(parameter) => Some(parameter),
                GivenBack::Unknown | GivenBack::Other => None,
            },
            returns,
            sinks: self.sinks,
            effects,
            calls: self.calls,
            sets: setup::of_callers(self.sets),
            rest: self
                .body
                .params
                .iter()
                .position(|param| param.kind == ParamKind::Rest)
                .map(|index| index as u32),
            is_property: self.body.is_property(),
        };
        Interpretation {
            summary,
            globals,
            members,
            bounds_hit: self.bounds_hit,
        }
    }

    /// What a function sets up for its module: names that it says to be the module's, functions that it hands to a
    /// framework, and what it leaves in the framework's objects.
    fn set_up(&mut self) -> Globals {
        let body = self.body;
        let span = body.exprs.first().map(|expr| expr.span);
        self.note_carried(&body.params, span.unwrap_or_default());
        let mut globals = std::mem::take(&mut self.carried);
        let mut callbacks = std::mem::take(&mut self.callbacks);
        callbacks.retain(|(_, facts)| {
            let mut facts = facts.iter();
            facts.any(|fact| fact.source.is_some() || fact.ty.is_some() || fact.is_scalar)
        });
        globals.callbacks = callbacks;
        globals.names = self.set_names();
        for (name, value) in setup::of_others(&self.sets) {
            globals.add(name, &value);
        }
        globals
    }

    fn bound(&mut self, name: &'static str) {
        if !self.bounds_hit.contains(&name) {
            self.bounds_hit.push(name);
        }
    }

    /// The type that an annotation names.
    fn annotated_type(&mut self, annotation: ExprId) -> Option<Symbol> {
        match &self.body.expr(annotation).kind {
            ExprKind::Index { base, index } => {
                let (base, index) = (*base, *index);
                let outer = self.annotated_type(base)?;
                let last = outer.rsplit('.').next().unwrap_or_default();
                match last {
                    "Optional" | "Annotated" | "Final" | "ClassVar" | "Promise" | "Readonly"
                    | "NonNullable" => {
                        let inner = match &self.body.expr(index).kind {
                            ExprKind::Collection(collection) => collection.entries.first()?.value,
                            _ => index,
                        };
                        self.annotated_type(inner)
                    }
                    _ => Some(outer),
                }
            }
            // `X | None`, and a union's first member otherwise.
            ExprKind::Arithmetic { op, operands } if op.as_str() == "|" => {
                let operands = operands.to_vec();
                let members: Vec<Symbol> = operands
                    .into_iter()
                    .filter_map(|operand| self.annotated_type(operand))
                    .collect();
                if members.len() == 1 {
                    members.first().copied()
                } else {
                    None
                }
            }
            ExprKind::Reference(inner) => {
                let inner = *inner;
                self.annotated_type(inner)
            }
            ExprKind::Name(_) | ExprKind::Attribute { .. } => self.eval(annotation).origin,
            _ => None,
        }
    }

    /// What its file declares of a function that is a body of its own.
    fn declaration(&self, key: BodyKey) -> Option<Cow<'a, Function>> {
        if key.file.is_some() {
            return self.context.others.function(key).map(Cow::Owned);
        }
        self.context.items.function(key).map(Cow::Borrowed)
    }

    /// The function of the file with this name at module level.
    fn module_function(&self, name: Symbol) -> Option<FunctionRef> {
        let items = self.context.items;
        // A function in an object literal: `queries.byName` of `const queries = { byName(name) { .. } }`.
        if self.context.language.is_ecmascript() && name.contains('.') {
            let mut functions = items.functions.iter();
            let found = functions.find(|function| function.key.path == name)?;
            return Some(FunctionRef::Body(found.key));
        }
        Some(FunctionRef::Body(items.function_named(None, name)?.key))
    }

    /// The method of a class of the program, those of its bases included.
    fn method(&self, class: Symbol, name: Symbol) -> Option<FunctionRef> {
        let items = self.context.items;
        self.in_ancestry(class, |class| {
            if let Some(found) = items.function_named(Some(class), name) {
                return Some(FunctionRef::Body(found.key));
            }
            // Of Go, other files of the package may declare methods of a type of this one.
            let elsewhere = self.context.others.class(class)?;
            elsewhere.method(name).map(FunctionRef::Body)
        })
    }

    /// What is known of a member of a class of the program, those of its bases included.
    fn class_member(&self, class: Symbol, name: Symbol) -> Option<Value> {
        self.in_ancestry(class, |class| self.members(class)?.get(&name).cloned())
    }

    /// The first answer of a class and its bases, the nearest first.
    fn in_ancestry<T>(&self, class: Symbol, find: impl Fn(Symbol) -> Option<T>) -> Option<T> {
        let mut classes = vec![class];
        let mut next = 0;
        while let Some(class) = classes.get(next).copied() {
            if let Some(found) = find(class) {
                return Some(found);
            }
            let bases = self.bases(class);
            for base in bases {
                if classes.len() < MAX_BASES && !classes.contains(&base) && self.is_class(base) {
                    classes.push(base);
                }
            }
            next += 1;
        }
        None
    }

    /// The qualified names of the bases of a class of the program.
    fn bases(&self, class: Symbol) -> Vec<Symbol> {
        let items = self.context.items;
        match items.class(class) {
            Some(declared) => declared
                .bases
                .iter()
                .map(|base| items.qualified(*base))
                .collect(),
            None => match self.context.others.class(class) {
                Some(elsewhere) => elsewhere.bases.clone(),
                None => Vec::new(),
            },
        }
    }

    /// The first answer of the types of libraries that a class of the program inherits from.
    fn library_base<T>(&self, class: Symbol, find: impl Fn(Symbol) -> Option<T>) -> Option<T> {
        self.in_ancestry(class, |class| {
            let bases = self.bases(class).into_iter();
            bases.filter(|base| !self.is_class(*base)).find_map(&find)
        })
    }

    /// The names of the declared fields of a class of the program, in source order.
    fn declared_fields(&self, class: Symbol) -> Vec<Symbol> {
        match self.context.items.class(class) {
            Some(declared) => declared.fields.iter().map(|(name, _)| *name).collect(),
            None => match self.context.others.class(class) {
                Some(elsewhere) => elsewhere.fields.clone(),
                None => Vec::new(),
            },
        }
    }

    /// Whether a name is that of a class of the program.
    fn is_class(&self, name: Symbol) -> bool {
        self.context.items.class(name).is_some() || self.context.others.class(name).is_some()
    }

    /// What is known of the members of a class of the program, whoever has made its instance.
    fn members(&self, class: Symbol) -> Option<Arc<Fields>> {
        if let Some(known) = self.members.borrow().get(&class) {
            return known.clone();
        }
        let members = self.constructed_members(class).map(unbound);
        self.members.borrow_mut().insert(class, members.clone());
        members
    }

    /// What is known of the members of a class of the program, for the parameters of its constructor.
    fn constructed_members(&self, class: Symbol) -> Option<Arc<Fields>> {
        if let Some(known) = self.context.classes.get(class) {
            return Some(Arc::clone(known));
        }
        let known = self.context.others.class(class)?;
        (!known.members.named.is_empty()).then(|| Arc::clone(&known.members))
    }

    /// What a name denotes that another file declares, instead of the name alone.
    fn resolved(&self, value: Value) -> Value {
        let declared = |origin| self.context.others.value(origin);
        match value
            .origin
            .filter(|_| value.function.is_none())
            .and_then(declared)
        {
            Some(declared) => declared,
            None => value,
        }
    }

    /// A hop in this body.
    fn via(&self, taint: Taint, span: Span) -> Taint {
        taint.via(self.body.key, span)
    }
}

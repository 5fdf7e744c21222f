//! What the models of one family of languages say, compiled for lookup by qualified name.

use std::sync::{Arc, OnceLock};

use dashmap::DashMap;
use regex::Regex;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use tripline_flow::{
    Admits, ArgRef, AttributeModel, CallableModel, Callback, ElementAt, ElementGiven, Ends, Flow,
    Guard, GuardPattern, GuardedBy, Holds, Kept, Kind, KindSet, Need, ParamFact, Results, SaidBy,
    SinkModel, Transfer, TypeModel,
};
use tripline_ir::Symbol;

use crate::load::expand;
use crate::model::{
    self, ArgSpec, ArgumentsSpec, Binding, Callable, FlowSpec, GivenSpec, GuardSpec, Model,
    ParamSpec, Placeholder, SaidBySpec, SettlesSpec, Transfer as TransferSpec,
};

/// Longest chain of aliases and bases that is followed.
const MAX_HOPS: usize = 8;

/// The names of the kinds of sink; a kind is its index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    names: Vec<String>,
}

impl Kinds {
    /// The kinds that the sinks of these models have, sorted. Those beyond the 64th are left out; the loader refuses them.
    pub(crate) fn of<'a>(models: impl Iterator<Item = &'a Model>) -> Kinds {
        let mut names: Vec<String> = models
            .flat_map(|model| &model.callables)
            .flat_map(|row| &row.sinks)
            .map(|sink| sink.kind.clone())
            .collect();
        names.sort();
        names.dedup();
        names.truncate(64);
        Kinds { names }
    }

    /// The kind of a name.
    pub fn get(&self, name: &str) -> Option<Kind> {
        self.names
            .binary_search_by(|known| known.as_str().cmp(name))
            .ok()
            .map(|index| Kind(index as u8))
    }

    /// The name of a kind.
    pub fn name(&self, kind: Kind) -> &str {
        self.names.get(kind.0 as usize).map_or("", String::as_str)
    }

    fn set(&self, names: &[String]) -> KindSet {
        names
            .iter()
            .fold(KindSet::NONE, |set, name| match name.as_str() {
                "all" => KindSet::ALL,
                name => self
                    .get(name)
                    .map_or(set, |kind| set.union(KindSet::of(kind))),
            })
    }
}

/// What a fix and a match need to know of a sink beyond what the interpreter does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SinkRow {
    /// How values are bound.
    pub(crate) binding: Option<Binding>,
    /// How a command is run without a shell.
    pub(crate) arguments: Option<ArgumentsSpec>,
    /// The receiver's type is known; otherwise the method's name alone led here.
    pub(crate) is_resolved: bool,
}

/// The compiled models of one family of languages.
#[derive(Debug, Default)]
pub(crate) struct Library {
    callables: FxHashMap<Symbol, CallableModel>,
    attributes: FxHashMap<Symbol, AttributeModel>,
    /// The last names of attributes.
    attribute_names: FxHashSet<Symbol>,
    types: FxHashMap<Symbol, TypeRow>,
    /// Other names of things.
    aliases: FxHashMap<Symbol, Symbol>,
    /// Other names of modules and types, whose members they rename.
    prefixes: FxHashMap<Symbol, Symbol>,
    unresolved: FxHashMap<Symbol, Vec<UnresolvedRow>>,
    conventional_parameters: FxHashMap<Symbol, Vec<ParameterRow>>,
    /// Last names of what takes the handlers of a framework.
    registrars: FxHashSet<Symbol>,
    /// Last names of what keeps values for others, with the models that say so.
    keepers: FxHashMap<Symbol, Vec<usize>>,
    /// Names under which libraries are conventionally imported.
    modules: FxHashSet<Symbol>,
    /// What has members that are spoken of; collected when it is first asked for.
    owners: OnceLock<FxHashSet<Symbol>>,
    rows: Vec<SinkRow>,
    imports: Vec<ModelImports>,
    /// All names that something is known by: the name itself, what it is an alias of, and members of its type's bases.
    names: DashMap<Symbol, Arc<[Symbol]>, FxBuildHasher>,
}

#[derive(Debug, Default)]
struct TypeRow {
    bases: Vec<Symbol>,
    is_scalar: bool,
    facts: TypeModel,
}

#[derive(Debug)]
struct ParameterRow {
    model: usize,
    ty: Symbol,
    beside: Option<Symbol>,
}

#[derive(Debug)]
struct UnresolvedRow {
    model: usize,
    receiver: Option<Regex>,
    callable: Symbol,
    /// The callable, its sinks marked as found by name alone.
    facts: CallableModel,
}

#[derive(Debug)]
struct ModelImports {
    modules: Vec<String>,
    sql_placeholder: Option<Placeholder>,
}

impl Library {
    /// Compiles models. Rows that the loader would refuse are left out.
    pub(crate) fn compile<'a>(
        models: impl Iterator<Item = &'a Model> + Clone,
        kinds: &Kinds,
    ) -> Library {
        let mut library = Library::default();
        for model in models.clone() {
            library.add(model, kinds);
        }
        library.mark_checked();
        for model in models.clone() {
            library.mark_makers(model, kinds);
        }
        for (index, model) in models.enumerate() {
            library.add_unresolved(index, model);
        }
        library
    }

    /// Marks what guards ask for the results of.
    fn mark_checked(&mut self) {
        let guards = self.callables.values().flat_map(|facts| &facts.guards);
        let checks = guards.flat_map(|guard| {
            let makers = guard.result_of.iter();
            makers.map(|maker| (*maker, guard.kinds))
        });
        let checks: Vec<(Symbol, KindSet)> = checks.collect();
        for (maker, kinds) in checks {
            if let Some(facts) = self.callables.get_mut(&maker) {
                facts.checked_for = facts.checked_for.union(kinds);
            }
        }
    }

    /// Marks what makes the objects whose parts settle what they are.
    fn mark_makers(&mut self, model: &Model, kinds: &Kinds) {
        let of_attributes = model.attributes.iter().map(|row| &row.settles);
        let of_callables = model.callables.iter().map(|row| &row.settles);
        for spec in of_attributes.chain(of_callables).flatten() {
            for maker in spec.made_by.iter().flat_map(|name| symbols(name)) {
                if let Some(facts) = self.callables.get_mut(&maker) {
                    facts.checked_for = facts.checked_for.union(kinds.set(&spec.kinds));
                }
            }
        }
    }

    fn add(&mut self, model: &Model, kinds: &Kinds) {
        let index = self.imports.len();
        self.imports.push(ModelImports {
            modules: model.imports.clone(),
            sql_placeholder: model.sql_placeholder,
        });
        self.modules.extend(
            model
                .conventional_names
                .iter()
                .map(|name| Symbol::new(name)),
        );
        for alias in &model.aliases {
            for name in symbols(&alias.name) {
                if let Some(prefix) = name.strip_suffix(".*") {
                    let target = alias.of.strip_suffix(".*").unwrap_or(&alias.of);
                    self.prefixes
                        .insert(Symbol::new(prefix), Symbol::new(target));
                } else {
                    self.aliases.insert(name, Symbol::new(&alias.of));
                    self.prefixes.insert(name, Symbol::new(&alias.of));
                }
            }
        }
        for ty in &model.types {
            for name in symbols(&ty.name) {
                let row = self.types.entry(name).or_default();
                row.is_scalar |= ty.scalar;
                row.facts.holds = row.facts.holds.or(ty.holds.map(holds));
                row.facts.source = row.facts.source.or(ty.source);
                row.facts.carries |= ty.carries;
                row.facts.yields = row.facts.yields.or(ty.yields);
                row.facts.admits = row.facts.admits.or(ty.admits.map(admits));
                for base in ty.bases.iter().map(|base| Symbol::new(base)) {
                    if !row.bases.contains(&base) {
                        row.bases.push(base);
                    }
                }
            }
        }
        for callable in &model.callables {
            let facts = self.callable(callable, kinds);
            let takes_handlers = facts.callbacks.iter().any(|callback| {
                let mut params = callback.params.iter();
                params.any(|param| param.source.is_some() || param.ty.is_some())
            });
            if takes_handlers {
                let names = symbols(&callable.name);
                let last = names.iter().filter_map(|name| name.rsplit('.').next());
                self.registrars.extend(last.map(Symbol::new));
            }
            for name in symbols(&callable.name) {
                if facts.keeps.is_some() {
                    let last = name.rsplit('.').next().unwrap_or_default();
                    let keepers = self.keepers.entry(Symbol::new(last)).or_default();
                    keepers.push(index);
                }
                match self.callables.get_mut(&name) {
                    Some(known) => merge(known, facts.clone()),
                    None => {
                        self.callables.insert(name, facts.clone());
                    }
                }
            }
        }
        for attribute in &model.attributes {
            for name in symbols(&attribute.name) {
                let last = name.rsplit('.').next().unwrap_or_default();
                self.attribute_names.insert(Symbol::new(last));
                let row = self.attributes.entry(name).or_default();
                row.ty = row.ty.or(attribute.ty.as_deref().map(Symbol::new));
                row.source = row.source.or(attribute.source);
                row.scalar |= attribute.scalar;
                row.whole |= attribute.whole;
                let settles = settled_kinds(attribute.settles.as_ref(), kinds);
                row.settles = row.settles.union(settles);
                row.sanitizes = row.sanitizes.union(kinds.set(&attribute.sanitizes));
            }
        }
        for parameter in &model.conventional_parameters {
            let rows = self
                .conventional_parameters
                .entry(Symbol::new(&parameter.name))
                .or_default();
            rows.push(ParameterRow {
                model: index,
                ty: Symbol::new(&parameter.ty),
                beside: parameter.beside.as_deref().map(Symbol::new),
            });
        }
    }

    fn add_unresolved(&mut self, model_index: usize, model: &Model) {
        for row in &model.unresolved {
            let callable = Symbol::new(&row.callable);
            let Some(mut facts) = self.callables.get(&callable).cloned() else {
                continue;
            };
            let receiver = match &row.receiver {
                Some(pattern) => match Regex::new(&format!("^(?:{pattern})$")) {
                    Ok(regex) => Some(regex),
                    Err(_) => continue,
                },
                None => None,
            };
            for sink in &mut facts.sinks {
                let known = &self.rows[sink.row as usize];
                self.rows.push(SinkRow {
                    binding: known.binding.clone(),
                    arguments: known.arguments.clone(),
                    is_resolved: false,
                });
                sink.row = self.rows.len() as u32 - 1;
            }
            for method in symbols(&row.method) {
                let (receiver, facts) = (receiver.clone(), facts.clone());
                let rows = self.unresolved.entry(method).or_default();
                rows.push(UnresolvedRow {
                    model: model_index,
                    receiver,
                    callable,
                    facts,
                });
            }
        }
    }

    fn callable(&mut self, row: &Callable, kinds: &Kinds) -> CallableModel {
        let mut sinks = Vec::new();
        for sink in &row.sinks {
            let Some(kind) = kinds.get(&sink.kind) else {
                continue;
            };
            self.rows.push(SinkRow {
                binding: sink.binding.clone(),
                arguments: sink.arguments.clone(),
                is_resolved: true,
            });
            sinks.push(SinkModel {
                kind,
                argument: argument(&sink.argument),
                entries: sink.entries.iter().map(|name| Symbol::new(name)).collect(),
                elements: sink.elements,
                element: sink.element,
                behind: patterns(&sink.behind),
                needs: sink.needs.iter().map(need).collect(),
                unless: sink
                    .unless
                    .as_ref()
                    .map(|unless| (argument(&unless.argument), Symbol::new(&unless.entry))),
                given: sink.given.iter().map(said_by).collect(),
                joined: sink.joined,
                row: self.rows.len() as u32 - 1,
            });
        }
        CallableModel {
            returns: row.returns.as_deref().map(Symbol::new),
            source: row.source,
            flow: flow(&row.flow, kinds),
            sanitizes: kinds.set(&row.sanitizes),
            sanitizes_from_root: kinds.set(&row.sanitizes_from_root),
            sanitizes_given: row
                .sanitizes_given
                .iter()
                .map(|row| {
                    let (argument, texts) = given(&row.given);
                    (argument, texts, kinds.set(&row.kinds))
                })
                .collect(),
            element_given: row
                .element_given
                .iter()
                .map(|row| {
                    let (given, texts) = given(&row.given);
                    ElementGiven {
                        at: row.at,
                        given,
                        texts,
                        with: row
                            .with
                            .as_ref()
                            .map(|with| (argument(&with.argument), with.is)),
                        without: row.without.as_ref().map(argument),
                        kinds: kinds.set(&row.kinds),
                    }
                })
                .collect(),
            sinks,
            callbacks: row
                .callbacks
                .iter()
                .map(|callback| Callback {
                    argument: argument(&callback.argument),
                    params: callback
                        .params
                        .iter()
                        .map(|param| parameter(param, kinds))
                        .collect(),
                    arity: callback.arity,
                    methods: callback
                        .methods
                        .iter()
                        .map(|name| Symbol::new(name))
                        .collect(),
                })
                .collect(),
            becomes: row
                .becomes
                .iter()
                .map(|becomes| {
                    let (argument, texts) = given(&becomes.given);
                    (argument, texts, Symbol::new(&becomes.ty))
                })
                .collect(),
            appends: row.appends.iter().map(transfer).collect(),
            collects: row.collects.iter().map(transfer).collect(),
            fills: row.fills.iter().map(transfer).collect(),
            keeps: row.keeps.as_ref().map(|keeps| Kept {
                of: Symbol::new(&keeps.of),
                key: keeps.key.as_ref().map(argument),
                value: argument(&keeps.value),
            }),
            hands_out: row
                .hands_out
                .as_ref()
                .map(|out| (Symbol::new(&out.of), argument(&out.key))),
            decorates: row.decorates.as_ref().map(|param| parameter(param, kinds)),
            results: row.results.as_ref().map(|results| Results {
                to: Symbol::new(&results.to),
                given: results.given.as_ref().map(said_by),
            }),
            overridden: row.overridden.as_ref().map(|param| parameter(param, kinds)),
            guards: row.guard.iter().map(|spec| guard(spec, kinds)).collect(),
            checked_for: KindSet::NONE,
            settles: settled_kinds(row.settles.as_ref(), kinds),
            diverges: row.diverges,
        }
    }

    /// What is kept of a sink.
    pub(crate) fn row(&self, row: u32) -> Option<&SinkRow> {
        self.rows.get(row as usize)
    }

    /// Every name that `name` is known by, itself first: what it is an alias of, and for a member of a type the same
    /// member of the type's bases.
    pub(crate) fn names(&self, name: Symbol) -> Arc<[Symbol]> {
        if let Some(known) = self.names.get(&name) {
            return Arc::clone(&known);
        }
        let mut all = vec![name];
        let mut next = 0;
        while next < all.len() && all.len() < 64 && next < MAX_HOPS * 4 {
            self.extend_names(all[next], &mut all);
            next += 1;
        }
        let all: Arc<[Symbol]> = all.into();
        self.names.insert(name, Arc::clone(&all));
        all
    }

    fn extend_names(&self, name: Symbol, all: &mut Vec<Symbol>) {
        let mut add = |name: Symbol| {
            if !all.contains(&name) {
                all.push(name);
            }
        };
        if let Some(target) = self.aliases.get(&name) {
            add(*target);
        }
        if let Some(row) = self.types.get(&name) {
            row.bases.iter().copied().for_each(&mut add);
        }
        let text = name.as_str();
        for (dot, _) in text.rmatch_indices('.') {
            let (prefix, member) = (Symbol::new(&text[..dot]), &text[dot + 1..]);
            if let Some(target) = self.prefixes.get(&prefix) {
                add(target.member(member));
            }
            if let Some(row) = self.types.get(&prefix) {
                row.bases.iter().for_each(|base| add(base.member(member)));
            }
        }
    }

    fn find<'a, T>(&'a self, table: &'a FxHashMap<Symbol, T>, name: Symbol) -> Option<&'a T> {
        match table.get(&name) {
            Some(found) => Some(found),
            None => self
                .names(name)
                .iter()
                .skip(1)
                .find_map(|other| table.get(other)),
        }
    }

    pub(crate) fn find_callable(&self, name: Symbol) -> Option<&CallableModel> {
        self.find(&self.callables, name)
    }

    pub(crate) fn find_attribute(&self, name: Symbol) -> Option<&AttributeModel> {
        self.find(&self.attributes, name)
    }

    pub(crate) fn has_attribute(&self, name: Symbol) -> bool {
        self.attribute_names.contains(&name)
    }

    pub(crate) fn bases(&self, ty: Symbol) -> &[Symbol] {
        self.types.get(&ty).map_or(&[], |row| &row.bases)
    }

    pub(crate) fn is_scalar(&self, ty: Symbol) -> bool {
        self.names(ty)
            .iter()
            .any(|name| self.types.get(name).is_some_and(|row| row.is_scalar))
    }

    pub(crate) fn type_model(&self, ty: Symbol) -> Option<TypeModel> {
        self.find(&self.types, ty).map(|row| row.facts)
    }

    /// Whether something of this last name takes the handlers of a framework.
    pub(crate) fn is_registrar(&self, name: Symbol) -> bool {
        self.registrars.contains(&name)
    }

    /// The models that speak of something of this last name that keeps values for others.
    pub(crate) fn keepers(&self, name: Symbol) -> &[usize] {
        self.keepers.get(&name).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn is_module(&self, name: Symbol) -> bool {
        self.modules.contains(&name)
    }

    /// Whether a model speaks of members of a module or type, or of members of those.
    pub(crate) fn has_members(&self, name: Symbol) -> bool {
        self.owners
            .get_or_init(|| self.all_owners())
            .contains(&name)
    }

    fn all_owners(&self) -> FxHashSet<Symbol> {
        let callables = self.callables.keys().chain(self.attributes.keys());
        let types = self.types.keys().chain(self.aliases.keys());
        let mut owners: FxHashSet<Symbol> = self.prefixes.keys().copied().collect();
        for name in callables.chain(types) {
            let ends = name.match_indices('.').map(|(at, _)| at);
            owners.extend(ends.map(|end| Symbol::new(&name[..end])));
        }
        owners
    }

    /// The best row for a method of a receiver of unknown type; `is_imported` tells which models a file consults.
    pub(crate) fn method(
        &self,
        receiver: Option<Symbol>,
        method: Symbol,
        is_imported: impl Fn(usize) -> bool,
    ) -> Option<(Symbol, &CallableModel)> {
        let fits = |row: &&UnresolvedRow| match (&row.receiver, receiver) {
            (None, _) => true,
            (Some(pattern), Some(receiver)) => pattern.is_match(&receiver),
            (Some(_), None) => false,
        };
        let rows = self.unresolved.get(&method)?;
        let mut fitting = rows.iter().filter(fits);
        let is_general = |row: &&UnresolvedRow| self.imports[row.model].modules.is_empty();
        let row = fitting
            .clone()
            .find(|row| is_imported(row.model))
            .or_else(|| fitting.clone().find(is_general))
            .or_else(|| fitting.next())?;
        Some((row.callable, &row.facts))
    }

    /// The type of a parameter by its name and those of the function's other parameters, among the models that a file
    /// consults.
    pub(crate) fn conventional_parameter(
        &self,
        name: Symbol,
        all: &[Option<Symbol>],
        is_imported: impl Fn(usize) -> bool,
    ) -> Option<Symbol> {
        let rows = self.conventional_parameters.get(&name)?;
        let is_consulted =
            |model: usize| is_imported(model) || self.imports[model].modules.is_empty();
        let is_beside = |row: &ParameterRow| row.beside.is_some() && all.contains(&row.beside);
        rows.iter()
            .find(|row| is_consulted(row.model))
            .or_else(|| rows.iter().find(|row| is_beside(row)))
            .map(|row| row.ty)
    }

    /// For each model, whether a file consults it by name: it imports the library.
    pub(crate) fn imported(&self, imports: &[Symbol]) -> Vec<bool> {
        let is_imported = |module: &String| imports.iter().any(|import| is_inside(import, module));
        self.imports
            .iter()
            .map(|model| model.modules.iter().any(is_imported))
            .collect()
    }

    /// The placeholder of the only database driver among the imported models.
    pub(crate) fn sql_placeholder(&self, imported: &[bool]) -> Option<Placeholder> {
        let mut found = self
            .imports
            .iter()
            .zip(imported)
            .filter(|(_, is_imported)| **is_imported);
        let placeholder = found.find_map(|(model, _)| model.sql_placeholder)?;
        found
            .all(|(model, _)| model.sql_placeholder.is_none())
            .then_some(placeholder)
    }
}

/// Whether a module is `outer` or lies inside it, by dots or slashes.
pub(crate) fn is_inside(module: &str, outer: &str) -> bool {
    module
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '/']))
}

/// Adds the facts of a second row about the same callable.
fn merge(known: &mut CallableModel, more: CallableModel) {
    known.returns = known.returns.or(more.returns);
    known.source = known.source.or(more.source);
    if known.flow == Flow::Unknown {
        known.flow = more.flow;
    }
    known.sanitizes = known.sanitizes.union(more.sanitizes);
    known.sanitizes_from_root = known.sanitizes_from_root.union(more.sanitizes_from_root);
    known.sanitizes_given.extend(more.sanitizes_given);
    known.element_given.extend(more.element_given);
    known.sinks.extend(more.sinks);
    known.callbacks.extend(more.callbacks);
    known.becomes.extend(more.becomes);
    known.appends.extend(more.appends);
    known.collects.extend(more.collects);
    known.fills.extend(more.fills);
    known.keeps = known.keeps.take().or(more.keeps);
    known.hands_out = known.hands_out.take().or(more.hands_out);
    known.decorates = known.decorates.take().or(more.decorates);
    known.results = known.results.take().or(more.results);
    known.overridden = known.overridden.take().or(more.overridden);
    known.guards.extend(more.guards);
    known.settles = known.settles.union(more.settles);
    known.diverges |= more.diverges;
}

fn symbols(name: &str) -> Vec<Symbol> {
    expand(name)
        .unwrap_or_default()
        .iter()
        .map(|name| Symbol::new(name))
        .collect()
}

fn guard(spec: &GuardSpec, kinds: &Kinds) -> Guard {
    Guard {
        argument: argument(&spec.argument),
        kinds: kinds.set(&spec.kinds),
        by: match spec.by {
            model::GuardedBy::Truth => GuardedBy::Truth,
            model::GuardedBy::Falsity => GuardedBy::Falsity,
            model::GuardedBy::Equality => GuardedBy::Equality,
            model::GuardedBy::Start => GuardedBy::Start,
            model::GuardedBy::Element => GuardedBy::Element,
            model::GuardedBy::Index => GuardedBy::Index,
            model::GuardedBy::Absence => GuardedBy::Absence,
            model::GuardedBy::Position => GuardedBy::Position,
            model::GuardedBy::Success => GuardedBy::Success,
            model::GuardedBy::ReceiverSucceeded => GuardedBy::ReceiverSucceeded,
            model::GuardedBy::ReceiverFailed => GuardedBy::ReceiverFailed,
        },
        result_of: spec
            .result_of
            .iter()
            .flat_map(|name| symbols(name))
            .collect(),
        trusted: spec.trusted.as_ref().map(argument),
        given: spec.given.as_ref().map(given),
        pattern: spec.pattern.as_ref().map(|pattern| GuardPattern {
            argument: argument(&pattern.argument),
            tied: match pattern.tied {
                model::Ends::None => Ends::None,
                model::Ends::Start => Ends::Start,
                model::Ends::Both => Ends::Both,
            },
        }),
    }
}

fn given(spec: &GivenSpec) -> (ArgRef, Vec<Box<str>>) {
    (argument(&spec.argument), patterns(&spec.texts))
}

fn settled_kinds(spec: Option<&SettlesSpec>, kinds: &Kinds) -> KindSet {
    spec.map_or(KindSet::NONE, |spec| kinds.set(&spec.kinds))
}

fn need(spec: &model::NeedSpec) -> Need {
    Need {
        argument: argument(&spec.argument),
        entry: spec.entry.as_deref().map(Symbol::new),
        element: spec.element,
        texts: patterns(&spec.texts),
    }
}

fn said_by(spec: &SaidBySpec) -> SaidBy {
    SaidBy {
        argument: argument(&spec.argument),
        texts: patterns(&spec.texts),
        or_absent: spec.or_absent,
    }
}

/// The argument that a rule file names.
pub(crate) fn argument(spec: &ArgSpec) -> ArgRef {
    match spec {
        ArgSpec::Position(position) => ArgRef::At {
            position: Some(*position),
            keyword: None,
        },
        ArgSpec::Name(name) if name == "receiver" => ArgRef::Receiver,
        ArgSpec::Name(name) if name == "any" => ArgRef::Any,
        ArgSpec::Name(name) => ArgRef::At {
            position: None,
            keyword: Some(Symbol::new(name)),
        },
        ArgSpec::From { from } => ArgRef::From(*from),
        ArgSpec::Both { position, keyword } => ArgRef::At {
            position: Some(*position),
            keyword: Some(Symbol::new(keyword)),
        },
    }
}

fn transfer(spec: &TransferSpec) -> Transfer {
    Transfer {
        into: argument(&spec.into),
        from: spec.from.iter().map(argument).collect(),
        key: spec.key.as_ref().map(argument),
    }
}

fn flow(spec: &FlowSpec, kinds: &Kinds) -> Flow {
    match spec {
        FlowSpec::Parts { whole, sanitizes } => {
            let parts = sanitizes.iter();
            Flow::Parts(
                argument(whole),
                parts.map(|names| kinds.set(names)).collect(),
            )
        }
        FlowSpec::Unknown => Flow::Unknown,
        FlowSpec::Nothing => Flow::Nothing,
        FlowSpec::Arguments(arguments) => Flow::Arguments(arguments.iter().map(argument).collect()),
        FlowSpec::Same(same) => Flow::Same(argument(same)),
        FlowSpec::Scalar => Flow::Scalar,
        FlowSpec::Converted { value, converter } => Flow::Converted {
            value: argument(value),
            converter: argument(converter),
        },
        FlowSpec::Format(template) => Flow::Format(argument(template)),
        FlowSpec::Substituted { text, pattern, to } => Flow::Substituted {
            text: argument(text),
            pattern: argument(pattern),
            to: argument(to),
        },
        FlowSpec::Replace { text, from, to } => Flow::Replace {
            text: argument(text),
            from: argument(from),
            to: argument(to),
        },
        FlowSpec::Join { separator, items } => Flow::Join {
            separator: argument(separator),
            items: argument(items),
        },
        FlowSpec::Filtered(closure) => Flow::Filtered(argument(closure)),
        FlowSpec::Closure(closure) => Flow::Closure(argument(closure)),
        FlowSpec::Enumerated(items) => Flow::Enumerated(argument(items)),
        FlowSpec::Zipped(columns) => Flow::Zipped(columns.iter().map(argument).collect()),
        FlowSpec::Parsed(text) => Flow::Parsed(argument(text)),
        FlowSpec::Element { of, at, index } => Flow::Element {
            of: argument(of),
            at: match index {
                Some(index) => ElementAt::Given(argument(index)),
                None => ElementAt::Position(at.unwrap_or(0)),
            },
        },
        FlowSpec::Rest { of, from } => Flow::Rest {
            of: argument(of),
            from: argument(from),
        },
        FlowSpec::Keys(table) => Flow::Keys(argument(table)),
        FlowSpec::Pairs(table) => Flow::Pairs(argument(table)),
        FlowSpec::Members(object) => Flow::Members(argument(object)),
        FlowSpec::Text(value) => Flow::Text(argument(value)),
        FlowSpec::Folded { function, initial } => Flow::Folded {
            function: argument(function),
            initial: argument(initial),
        },
        FlowSpec::Bound { function, first } => Flow::Bound {
            function: argument(function),
            first: *first,
        },
        FlowSpec::Copied(items) => Flow::Copied(argument(items)),
        FlowSpec::Changed(object) => Flow::Changed(argument(object)),
        FlowSpec::Table(pairs) => Flow::Table(argument(pairs)),
        FlowSpec::Merged(parts) => Flow::Merged(parts.iter().map(argument).collect()),
        FlowSpec::Limited {
            schema,
            to,
            converter,
            pattern,
        } => Flow::Limited {
            schema: argument(schema),
            to: Symbol::new(to),
            converter: converter.as_ref().map(argument),
            pattern: pattern.as_ref().map(argument),
        },
        FlowSpec::Validated {
            value,
            schema,
            member,
        } => Flow::Validated {
            value: argument(value),
            schema: argument(schema),
            member: member.as_deref().map(Symbol::new),
        },
        FlowSpec::Elements(elements) => Flow::Elements(elements.iter().map(argument).collect()),
        FlowSpec::Ends(types) => Flow::Ends(types.each_ref().map(|ty| Symbol::new(ty))),
    }
}

fn parameter(spec: &ParamSpec, kinds: &Kinds) -> ParamFact {
    ParamFact {
        ty: spec.ty.as_deref().map(Symbol::new),
        source: spec.source,
        argument: spec.argument.as_ref().map(argument),
        scalar_when: patterns(&spec.scalar_when),
        source_when: patterns(&spec.source_when),
        group: spec.group,
        is_scalar: false,
        cleared: kinds.set(&spec.sanitizes),
        cleared_when: patterns(&spec.sanitized_when),
    }
}

fn patterns(written: &[String]) -> Vec<Box<str>> {
    let patterns = written.iter();
    patterns
        .map(|pattern| Box::from(pattern.as_str()))
        .collect()
}

fn admits(spec: model::Admits) -> Admits {
    match spec {
        model::Admits::Scalars => Admits::Scalars,
        model::Admits::Choices => Admits::Choices,
        model::Admits::Members => Admits::Members,
        model::Admits::Elements => Admits::Elements,
        model::Admits::Alternatives => Admits::Alternatives,
    }
}

fn holds(spec: crate::model::Holds) -> Holds {
    match spec {
        crate::model::Holds::Value => Holds::Value,
        crate::model::Holds::Elements => Holds::Elements,
        crate::model::Holds::Entries => Holds::Entries,
    }
}

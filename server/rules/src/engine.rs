//! The analysis of one file, in pieces that an incremental database calls one by one.
//!
//! The order is the one in which facts depend on each other: the module's top level ([`module_globals`]), the
//! constructors and with them the members of classes ([`class_facts`]), the top level again with what instances are made
//! of, then the functions bottom-up ([`bottom_up`]), and the module with their summaries for its own findings. [`analyze`]
//! does it all at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use tripline_flow::{
    ClassFacts, Context, Fields, Globals, Interpretation, Knowledge, NoOtherFiles, Observer,
    OtherFiles, Summary, Value, interpret,
};
use tripline_ir::{
    Body, BodyKey, BodyKind, Declaration, ExprId, ExprKind, FileIr, Items, ParamKind, StmtKind,
    Symbol,
};
use tripline_syntax::{Document, Language};

use crate::Finding;
use crate::assemble::{Crossings, assemble};
use crate::catalog::{FileKnowledge, Rules, knowledge};
use crate::matching::{BodyObserver, Surroundings};
use crate::names::last_name;
use crate::raw::RawFinding;
use crate::secrets::find_named;

/// A file to analyse.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// Path relative to the workspace, where it has one: some rules look at names of files, and secrets in tests count less.
    pub path: Option<&'a str>,
    /// Its text and tree.
    pub syntax: Syntax<'a>,
    /// Its lowered form.
    pub ir: &'a FileIr,
}

/// The text of a file, and its tree.
#[derive(Clone, Copy)]
pub enum Syntax<'a> {
    /// The tree is there.
    Parsed(&'a Document),
    /// It is made when a check asks for it, which few do: a tree is many times as large as its text.
    Unparsed(Language, &'a str),
}

impl<'a> Syntax<'a> {
    /// The text.
    pub fn text(&self) -> &'a str {
        match self {
            Syntax::Parsed(document) => document.text(),
            Syntax::Unparsed(_, text) => text,
        }
    }

    /// The text with its tree.
    pub(crate) fn document(&self) -> Document {
        match *self {
            Syntax::Parsed(document) => document.clone(),
            Syntax::Unparsed(language, text) => Document::parse(language, text),
        }
    }
}

/// What a body is analysed with.
#[derive(Clone, Copy)]
pub struct BodyContext<'a> {
    /// What the file declares.
    pub items: &'a Items,
    /// The language of the file.
    pub language: Language,
    /// What libraries do.
    pub knowledge: &'a FileKnowledge,
    /// The module's names.
    pub globals: &'a Globals,
    /// Members of the file's classes.
    pub classes: &'a ClassFacts,
    /// The summary of a function of the program; `None` while it is not known.
    pub summary: &'a dyn Fn(BodyKey) -> Option<Arc<Summary>>,
    /// What other files declare.
    pub others: &'a dyn OtherFiles,
    /// Name of the file with its extension, without folders.
    pub file_name: Option<&'a str>,
}

/// What the analysis of a body yields.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyAnalysis {
    /// The body.
    pub key: BodyKey,
    /// What callers need to know of it.
    pub summary: Arc<Summary>,
    /// Its findings.
    pub findings: Arc<[RawFinding]>,
}

/// The part of a path that rules look at.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Interprets a body and collects its findings.
pub fn analyze_body(body: &Body, context: &BodyContext<'_>) -> BodyAnalysis {
    let mut observer = BodyObserver::new(Surroundings {
        knowledge: context.knowledge,
        language: context.language,
        items: context.items,
        globals: context.globals,
        file_name: context.file_name,
        summary: context.summary,
    });
    let interpretation = run(body, context, false, &mut observer);
    for bound in &interpretation.bounds_hit {
        tracing::debug!(body = %body.key.path, bound, "the analysis of a body hit a bound");
    }
    observer.read(body);
    let mut findings = observer.finish();
    find_named(
        body,
        context.language,
        &context.knowledge.family().index.named_secrets,
        &mut findings,
    );
    BodyAnalysis {
        key: body.key,
        summary: Arc::new(interpretation.summary),
        findings: findings.into(),
    }
}

/// Interprets a body for what others need to know of it alone, without findings.
pub fn interpret_body(body: &Body, context: &BodyContext<'_>) -> Interpretation {
    struct Nobody;
    impl Observer for Nobody {}
    run(body, context, true, &mut Nobody)
}

fn run(
    body: &Body,
    context: &BodyContext<'_>,
    sets_up: bool,
    observer: &mut dyn Observer,
) -> Interpretation {
    let context = Context {
        sets_up,
        items: context.items,
        language: context.language,
        knowledge: context.knowledge,
        globals: context.globals,
        classes: context.classes,
        summary: context.summary,
        others: context.others,
    };
    interpret(body, &context, observer)
}

/// The names of the module after its top level has run, while no summary is known.
pub fn module_globals(
    module: &Body,
    items: &Items,
    language: Language,
    knowledge: &FileKnowledge,
) -> Globals {
    let context = BodyContext {
        items,
        language,
        knowledge,
        globals: &Globals::default(),
        classes: &ClassFacts::default(),
        summary: &|_| None,
        others: &NoOtherFiles,
        file_name: None,
    };
    interpret_body(module, &context).globals
}

/// Whether the members of a class come from this body: a constructor, or another method that gives its object members.
pub fn gives_members(body: &Body) -> bool {
    let is_named = matches!(
        body.key.path.rsplit('.').next(),
        Some("__init__" | "__post_init__" | "constructor")
    );
    body.kind == BodyKind::Method && (is_named || sets_members(body))
}

/// Whether a method assigns something that is no constant to a member of its receiver.
fn sets_members(body: &Body) -> bool {
    let receiver = body
        .params
        .first()
        .filter(|param| param.kind == ParamKind::Receiver);
    let receiver = match receiver.map(|param| &body.expr(param.pattern).kind) {
        Some(ExprKind::Name(name)) => *name,
        _ => Symbol::new("this"),
    };
    let is_member = |target: &ExprId| match body.expr(*target).kind {
        ExprKind::Attribute { base, .. } => {
            matches!(body.expr(base).kind, ExprKind::Name(name) if name == receiver)
        }
        _ => false,
    };
    body.stmts.iter().any(|stmt| match &stmt.kind {
        StmtKind::Assign {
            targets,
            value: Some(value),
            ..
        } => {
            let is_constant = matches!(body.expr(*value).kind, ExprKind::Literal(_));
            !is_constant && targets.iter().any(is_member)
        }
        _ => false,
    })
}

/// Whether a function sets something up for its module: it says that names are the module's, hands functions to a framework,
/// or leaves something in an object of one for the handlers after it, under a name or a key; or it gives data to names of the
/// module or to their objects.
pub fn sets_up(body: &Body, items: &Items, knowledge: &FileKnowledge, globals: &Globals) -> bool {
    if body.kind == BodyKind::Module {
        return false;
    }
    let names = body.stmts.iter().any(|stmt| {
        let StmtKind::Assign { declaration, .. } = &stmt.kind else {
            return false;
        };
        *declaration == Declaration::Outer
    });
    names
        || registers(body, items, knowledge)
        || carries(body, knowledge)
        || keeps(body, items, knowledge)
        || changes_names(body, items, knowledge, globals)
}

/// Whether a function gives data to names of its module or their objects: `SESSION["user"] = name`, `TABLES.append(name)`.
fn changes_names(body: &Body, items: &Items, knowledge: &FileKnowledge, globals: &Globals) -> bool {
    if body.kind == BodyKind::Module || globals.names.is_empty() {
        return false;
    }
    let is_param = |name: Symbol| {
        let mut params = body.params.iter();
        params.any(|param| last_name(body, param.pattern) == Some(name))
    };
    let global = |name: Symbol| globals.get(name).filter(|_| !is_param(name));
    let is_set = |target: ExprId| match body.expr(target).kind {
        ExprKind::Name(name) => global(name).is_some(),
        _ => member_root(body, target).is_some_and(|root| global(root).is_some()),
    };
    let sets = body.stmts.iter().any(|stmt| match &stmt.kind {
        StmtKind::Assign {
            targets,
            declaration: Declaration::None,
            ..
        } => targets.iter().any(|target| is_set(*target)),
        _ => false,
    });
    // A method puts something into a collection, or into an object of the program.
    let may_change = |object: &Value, method: Symbol| {
        if let Some(class) = object.ty {
            return items.class(class).is_some();
        }
        let model = knowledge.method(None, method);
        object.fields.is_some() && model.is_some_and(|(_, model)| !model.collects.is_empty())
    };
    let puts = |expr: &ExprKind| {
        let ExprKind::Call(call) = expr else {
            return false;
        };
        let ExprKind::Attribute { base, name, .. } = body.expr(call.callee).kind else {
            return false;
        };
        let root = member_root(body, base).or_else(|| last_name(body, base));
        let object = root.and_then(global);
        object.is_some_and(|object| may_change(object, name))
    };
    sets || body.exprs.iter().any(|expr| puts(&expr.kind))
}

/// Whether a body calls a function of one of these names.
fn calls_one_of(body: &Body, names: &FxHashSet<Symbol>) -> bool {
    body.exprs.iter().any(|expr| match &expr.kind {
        ExprKind::Call(call) => {
            matches!(body.expr(call.callee).kind, ExprKind::Name(name) if names.contains(&name))
        }
        _ => false,
    })
}

/// The bodies of a file that set something up for its module, by their indices: by themselves, or by functions of the file
/// that do so with what they are passed.
pub fn setting_up<'b>(
    bodies: impl Iterator<Item = &'b Body> + Clone,
    sets_up: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut found = Vec::new();
    let mut names: FxHashSet<Symbol> = FxHashSet::default();
    for (index, body) in bodies.clone().enumerate() {
        if sets_up(index) {
            found.push(index);
            let is_passed = body.kind == BodyKind::Function && !body.params.is_empty();
            names.extend(is_passed.then_some(body.key.path));
        }
    }
    if !names.is_empty() {
        let known = found.clone();
        let callers = bodies.enumerate().filter(|(index, body)| {
            body.kind != BodyKind::Module
                && known.binary_search(index).is_err()
                && calls_one_of(body, &names)
        });
        found.extend(callers.map(|(index, _)| index));
        found.sort_unstable();
    }
    found
}

/// Whether a function keeps something for others under a key, by the name of what it calls for that.
fn keeps(body: &Body, items: &Items, knowledge: &FileKnowledge) -> bool {
    let is_imported = |base: ExprId| {
        let root = member_root(body, base).or_else(|| last_name(body, base));
        let mut imports = items.imports.iter();
        root.is_some_and(|root| imports.any(|import| import.local == Some(root)))
    };
    body.exprs.iter().any(|expr| match &expr.kind {
        ExprKind::Call(call) => match body.expr(call.callee).kind {
            ExprKind::Attribute { base, name, .. } => {
                knowledge.keeps(name) || knowledge.may_keep(name) && is_imported(base)
            }
            _ => false,
        },
        _ => false,
    })
}

/// Whether a function hands others to a framework, by the names of all.
fn registers(body: &Body, items: &Items, knowledge: &FileKnowledge) -> bool {
    let library = &knowledge.family().library;
    let is_declared = |name: Symbol| {
        let mut imports = items.imports.iter();
        items.class(name).is_some()
            || items.function_named(None, name).is_some()
            || imports.any(|import| import.local == Some(name))
    };
    let is_function = |value: ExprId| match body.expr(value).kind {
        ExprKind::Name(name) => is_declared(name),
        ExprKind::Attribute { base, .. } => {
            matches!(body.expr(base).kind, ExprKind::Name(name) if is_declared(name))
        }
        _ => false,
    };
    // The view of a class, or a list of routes.
    let is_handler = |value: ExprId| match &body.expr(value).kind {
        ExprKind::Call(call) => is_function(call.callee),
        ExprKind::Collection(routes) => routes.entries.iter().any(|route| {
            let parts = match &body.expr(route.value).kind {
                ExprKind::Collection(parts) => &*parts.entries,
                _ => &[],
            };
            parts.iter().any(|part| is_function(part.value))
        }),
        _ => is_function(value),
    };
    body.exprs.iter().any(|expr| match &expr.kind {
        ExprKind::Call(call) => {
            matches!(body.expr(call.callee).kind, ExprKind::Attribute { name, .. } if library.is_registrar(name))
                && call.args.iter().any(|arg| is_handler(arg.value))
        }
        _ => false,
    })
}

/// Whether a handler sets members of what a framework passes to it.
fn carries(body: &Body, knowledge: &FileKnowledge) -> bool {
    let names: Vec<Option<Symbol>> = body
        .params
        .iter()
        .map(|param| last_name(body, param.pattern))
        .collect();
    let is_passed = |name: Symbol| {
        names.contains(&Some(name)) && knowledge.conventional_parameter(name, &names).is_some()
    };
    names.len() > 1
        && body.stmts.iter().any(|stmt| match &stmt.kind {
            StmtKind::Assign { targets, .. } => targets.iter().any(|target| {
                let root = member_root(body, *target);
                root.is_some_and(is_passed)
            }),
            _ => false,
        })
}

/// The name that a member is one of, however deep.
fn member_root(body: &Body, member: ExprId) -> Option<Symbol> {
    let mut current = member;
    while let ExprKind::Attribute { base, .. } | ExprKind::Index { base, .. } =
        body.expr(current).kind
    {
        current = base;
    }
    match body.expr(current).kind {
        ExprKind::Name(name) if current != member => Some(name),
        _ => None,
    }
}

/// The names by which a function is called: its own, of a constructor and of a method that the language calls by itself that of
/// its class, of a setter that of what it sets, and of a conversion what asks for it.
pub fn called_by(key: &BodyKey) -> impl Iterator<Item = &str> {
    let mut names = key.path.as_str().rsplit('.');
    let own = names.next().unwrap_or_default();
    let class = names.next();
    let also = match own {
        "constructor" => class,
        "from" => Some("into"),
        _ if own.starts_with("__") && own.ends_with("__") => class,
        _ => own.strip_prefix("set "),
    };
    std::iter::once(own).chain(also)
}

/// The members of the file's classes: declared fields by their written types, what the statements of the class and its
/// constructors assign, and what bases of the same file have.
pub fn class_facts<'a>(
    items: &Items,
    globals: &Globals,
    constructors: impl IntoIterator<Item = (Symbol, &'a Fields)>,
) -> ClassFacts {
    let mut classes: BTreeMap<Symbol, BTreeMap<Arc<str>, Value>> = BTreeMap::new();
    for class in &items.classes {
        let members = classes.entry(class.name).or_default();
        for (name, ty) in &class.fields {
            members.insert(
                Arc::from(name.as_str()),
                Value::of_type(items.qualified(*ty)),
            );
        }
    }
    for (class, fields) in &globals.classes {
        let members = classes.entry(*class).or_default();
        for (name, value) in &fields.named {
            // What an annotation says of texts and elements is more than the name of its type.
            if value.content.is_fixed() || value.fields.is_some() {
                members.insert(Arc::clone(name), value.clone());
            } else {
                let member = members.entry(Arc::clone(name));
                member.or_insert_with(|| value.clone());
            }
        }
    }
    for (class, fields) in constructors {
        let members = classes.entry(class).or_default();
        for (name, value) in &fields.named {
            let mut value = value.clone();
            let before = members.get(name);
            value.ty = value.ty.or(before.and_then(|before| before.ty));
            // What another method assigns, it may have assigned.
            if let Some(before) = before.filter(|before| **before != declared(before)) {
                value = before.join(&value);
            }
            members.insert(Arc::clone(name), value);
        }
    }
    inherit(items, &mut classes);
    let fields = |members: BTreeMap<Arc<str>, Value>| {
        Fields::new(members.into_iter().collect(), Vec::new(), false).bounded()
    };
    ClassFacts {
        classes: classes
            .into_iter()
            .filter(|(_, members)| !members.is_empty())
            .map(|(class, members)| (class, fields(members)))
            .collect(),
    }
}

/// A member of which its declaration alone is known.
fn declared(member: &Value) -> Value {
    member.ty.map(Value::of_type).unwrap_or_default()
}

/// Gives each class what its bases of the same file have. Chains longer than a few links are cut.
fn inherit(items: &Items, classes: &mut BTreeMap<Symbol, BTreeMap<Arc<str>, Value>>) {
    for _ in 0..4 {
        let mut has_changed = false;
        for class in &items.classes {
            for base in &class.bases {
                let Some(inherited) = classes.get(base).filter(|_| *base != class.name).cloned()
                else {
                    continue;
                };
                let members = classes.entry(class.name).or_default();
                for (name, value) in inherited {
                    members.entry(name).or_insert_with(|| {
                        has_changed = true;
                        value
                    });
                }
            }
        }
        if !has_changed {
            return;
        }
    }
}

/// A group of bodies that call each other, or one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its bodies, in source order.
    pub bodies: Vec<BodyKey>,
    /// Whether they call each other or themselves: they are interpreted twice, the second time with the summaries of the
    /// first.
    pub is_recursive: bool,
}

/// The functions of a file, callees before callers. An edge is any mention of a function's name, as an over-approximation
/// of who calls whom.
pub fn bottom_up(ir: &FileIr) -> Vec<Group> {
    let functions: Vec<&Arc<Body>> = ir
        .bodies
        .iter()
        .map(|layout| &layout.body)
        .filter(|body| body.kind != BodyKind::Module)
        .collect();
    let mut by_name: FxHashMap<Symbol, Vec<usize>> = FxHashMap::default();
    for (index, body) in functions.iter().enumerate() {
        for name in called_by(&body.key) {
            by_name.entry(Symbol::new(name)).or_default().push(index);
        }
    }
    let edges: Vec<Vec<usize>> = functions
        .iter()
        .map(|body| {
            let names = body.exprs.iter().filter_map(|expr| match &expr.kind {
                ExprKind::Name(name) | ExprKind::Attribute { name, .. } => by_name.get(name),
                _ => None,
            });
            let mut callees: Vec<usize> = names.flatten().copied().collect();
            callees.sort_unstable();
            callees.dedup();
            callees
        })
        .collect();
    let groups = strongly_connected(&edges);
    let group = |mut members: Vec<usize>| {
        members.sort_unstable();
        let is_recursive = members.len() > 1 || edges[members[0]].contains(&members[0]);
        Group {
            bodies: members
                .into_iter()
                .map(|index| functions[index].key)
                .collect(),
            is_recursive,
        }
    };
    groups.into_iter().map(group).collect()
}

/// Tarjan's algorithm without recursion: groups in reverse topological order, callees first.
fn strongly_connected(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let mut order = vec![UNSEEN; edges.len()];
    let mut low = vec![0; edges.len()];
    let mut is_open = vec![false; edges.len()];
    let mut open = Vec::new();
    let mut groups = Vec::new();
    let mut next = 0;
    for root in 0..edges.len() {
        if order[root] != UNSEEN {
            continue;
        }
        let mut visits = vec![(root, 0)];
        while let Some((node, edge)) = visits.last_mut() {
            let node = *node;
            if *edge == 0 && order[node] == UNSEEN {
                order[node] = next;
                low[node] = next;
                next += 1;
                open.push(node);
                is_open[node] = true;
            }
            if let Some(&callee) = edges[node].get(*edge) {
                *edge += 1;
                if order[callee] == UNSEEN {
                    visits.push((callee, 0));
                } else if is_open[callee] {
                    low[node] = low[node].min(order[callee]);
                }
                continue;
            }
            visits.pop();
            if let Some((caller, _)) = visits.last() {
                low[*caller] = low[*caller].min(low[node]);
            }
            if low[node] == order[node] {
                let at = open
                    .iter()
                    .rposition(|other| *other == node)
                    .expect("a node is open until its group is closed");
                let members = open.split_off(at);
                for member in &members {
                    is_open[*member] = false;
                }
                groups.push(members);
            }
        }
    }
    groups
}

/// Analyses a file from scratch.
pub fn analyze(source: &Source<'_>, rules: &Rules) -> Vec<Finding> {
    let analyses = analyze_bodies(source, rules);
    assemble(source, rules, None, analyses.iter(), &Crossings::NONE)
}

/// The analyses of a file's bodies, in source order.
pub fn analyze_bodies(source: &Source<'_>, rules: &Rules) -> Vec<BodyAnalysis> {
    let (ir, items, language) = (source.ir, &*source.ir.items, source.ir.language);
    let knowledge = knowledge(items, language, rules);
    let globals = module_globals(&ir.module().body, items, language, &knowledge);
    let summaries: std::cell::RefCell<FxHashMap<BodyKey, Arc<Summary>>> =
        std::cell::RefCell::default();
    let summary = |key: BodyKey| summaries.borrow().get(&key).cloned();
    let declared = class_facts(items, &globals, []);
    let mut context = BodyContext {
        items,
        language,
        knowledge: &knowledge,
        globals: &globals,
        classes: &declared,
        summary: &summary,
        others: &NoOtherFiles,
        file_name: source.path.map(file_name),
    };
    let members: Vec<(Symbol, Fields)> = ir
        .bodies
        .iter()
        .filter(|layout| gives_members(&layout.body))
        .filter_map(|layout| {
            Some((
                layout.body.class?,
                interpret_body(&layout.body, &context).members,
            ))
        })
        .collect();
    let classes = class_facts(
        items,
        &globals,
        members.iter().map(|(class, fields)| (*class, fields)),
    );
    context.classes = &classes;
    let module = &ir.module().body;
    let mut constructed = interpret_body(module, &context).globals;
    let own_summary = |key: BodyKey| {
        let layout = ir.body(key)?;
        let interpretation = interpret_body(&layout.body, &context);
        Some(Arc::new(interpretation.summary))
    };
    let early = BodyContext {
        summary: &own_summary,
        ..context
    };
    let bodies = ir.bodies.iter().map(|layout| &*layout.body);
    let sets_up = |index: usize| sets_up(&ir.bodies[index].body, items, &knowledge, &globals);
    for index in setting_up(bodies, sets_up) {
        constructed.absorb(&interpret_body(&ir.bodies[index].body, &early).globals);
    }
    context.globals = &constructed;

    let bodies: FxHashMap<BodyKey, &Arc<Body>> = ir
        .bodies
        .iter()
        .map(|layout| (layout.body.key, &layout.body))
        .collect();
    let mut analyses: BTreeMap<BodyKey, BodyAnalysis> = BTreeMap::new();
    for group in bottom_up(ir) {
        let rounds = if group.is_recursive { 2 } else { 1 };
        for _ in 0..rounds {
            for key in &group.bodies {
                let analysis = analyze_body(bodies[key], &context);
                summaries
                    .borrow_mut()
                    .insert(*key, Arc::clone(&analysis.summary));
                analyses.insert(*key, analysis);
            }
        }
    }
    analyses.insert(module.key, analyze_body(module, &context));
    ir.bodies
        .iter()
        .filter_map(|layout| analyses.remove(&layout.body.key))
        .collect()
}

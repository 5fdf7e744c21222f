//! The incremental database: inputs, and what is derived from them.
//!
//! An edit makes a new document. From it follow the items and the bodies of the file, and those that are as they were
//! keep everything that was derived from them: spans in a body are relative, so that text inserted above moves none.
//! What is absolute (the report) is assembled last, from the analyses of the bodies and the layout of the file.
//!
//! The queries ask the engine for its pieces in the order that [`tripline_rules::analyze_bodies`] has them in, and
//! yield what that yields: the module's globals, the constructors and with them the members of classes, the globals again
//! with what instances are made of, the functions bottom-up, the module. Functions that may call each other form a group,
//! which is analysed in two passes. In the first, a function knows those of the group that come before it in the file, in
//! the second all of them: those before it from the second pass, itself and those after it from the first. Every query
//! thus asks for earlier ones alone, and none depends on who asked first.

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use dashmap::DashMap;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use salsa::Durability;
use tripline_flow::{
    ClassFacts, Elsewhere, Fields, Globals, Interpretation, NoOtherFiles, OtherFiles, ParamFact,
    Summary, Value,
};
use tripline_ir::{Body, BodyKey, FileIr, FileSpan, Items, Symbol};
use tripline_rules::{
    BodyAnalysis, BodyContext, Crossings, FileKnowledge, Keywords, OtherSource, RawFinding, Source,
    Syntax,
};
use tripline_syntax::{Document, Language};

use crate::files;
use crate::interfaces::{self, Offering};
use crate::links::{self, Directory, Linked, Stage};
use crate::plain_text;
use crate::report::{CallSite, FileReport, Found, report};
use crate::schedule::{Pass, Schedule, mentioned};
use crate::{FileSystem, Settings, SharedRules, SkipReason};

/// What queries ask of the database besides salsa itself.
#[salsa::db]
pub(crate) trait Db: salsa::Database {
    /// An earlier version of a file, from which unchanged bodies are taken. Not tracked: lowering yields the same with and
    /// without it.
    fn earlier(&self, file: File) -> Option<Earlier>;

    /// Keeps a version of a file for the next one.
    fn keep(&self, file: File, version: Earlier);
}

/// A version of a file that was lowered.
#[derive(Clone)]
pub(crate) struct Earlier {
    /// Its text, if it is open: others are not edited.
    document: Option<Document>,
    ir: Arc<FileIr>,
    /// The keywords of secrets in it or in a version before it, if it is open.
    keywords: Option<Arc<Keywords>>,
}

impl Earlier {
    /// A version of an open file.
    pub(crate) fn of(document: &Document, ir: &Arc<FileIr>) -> Self {
        Earlier {
            document: Some(document.clone()),
            ir: Arc::clone(ir),
            keywords: None,
        }
    }
}

/// What holds for all files.
#[salsa::input]
pub(crate) struct Workspace {
    #[returns(ref)]
    pub(crate) rules: SharedRules,
    /// The files of the program, among which names are followed.
    #[returns(ref)]
    pub(crate) directory: Arc<Directory>,
    /// The paths of the files whose analyses are reported in other files too, sorted.
    #[returns(ref)]
    pub(crate) reporting: Arc<[Symbol]>,
    /// What files say to others that do not name them, as the analyses know it. Who changes files brings it up to date with
    /// what [`announcements`] yields. It is no query of the analyses, as those of every file would then ask at every edit
    /// whether the file that is edited still says what it did.
    #[returns(ref)]
    pub(crate) announced: Arc<Announced>,
}

impl Workspace {
    /// A workspace without files.
    pub(crate) fn of(db: &Database, rules: SharedRules) -> Self {
        Workspace::with_files(db, rules, Arc::default(), Arc::default())
    }

    /// A workspace of these files, of which those at the paths of `reporting` report.
    pub(crate) fn with_files(
        db: &Database,
        rules: SharedRules,
        directory: Arc<Directory>,
        reporting: Arc<[Symbol]>,
    ) -> Self {
        Workspace::builder(rules, directory, reporting, Arc::default())
            .durability(Durability::HIGH)
            .announced_durability(Durability::MEDIUM)
            .new(db)
    }
}

/// A file.
#[salsa::input]
#[derive(Debug)]
pub(crate) struct File {
    #[returns(ref)]
    pub(crate) path: PathBuf,
    /// The path below the workspace root, with slashes: what rules and fingerprints see of the path.
    #[returns(ref)]
    pub(crate) name: String,
    #[returns(ref)]
    pub(crate) content: Content,
    #[returns(ref)]
    pub(crate) settings: Arc<Settings>,
    /// Why the file is not analysed, as far as its path, its bytes and the settings tell.
    #[returns(copy)]
    pub(crate) skipped: Option<SkipReason>,
    /// How the file came here.
    #[returns(copy)]
    pub(crate) origin: Origin,
}

/// The text of a file.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// Of a file that is open in an editor: its tree is kept for the next edit.
    Open(Document),
    /// Of a file on the disk: its tree, many times as large as the text, is made when it is needed.
    Closed(Language, Arc<str>),
    /// The same of a file that has not been read yet.
    Unread(Language, Arc<Unread>),
    /// Of a file that is no program: only secrets are looked for.
    Text(Arc<str>),
}

impl Content {
    pub(crate) fn text(&self) -> &Arc<str> {
        match self {
            Content::Open(document) => document.text(),
            Content::Closed(_, text) | Content::Text(text) => text,
            Content::Unread(_, unread) => unread.text(),
        }
    }

    pub(crate) fn language(&self) -> Option<Language> {
        match self {
            Content::Open(document) => Some(document.language()),
            Content::Closed(language, _) | Content::Unread(language, _) => Some(*language),
            Content::Text(_) => None,
        }
    }

    pub(crate) fn document(&self) -> Option<Document> {
        match self {
            Content::Open(document) => Some(document.clone()),
            Content::Closed(language, text) => Some(Document::parse(*language, text)),
            Content::Unread(language, unread) => Some(Document::parse(*language, unread.text())),
            Content::Text(_) => None,
        }
    }

    /// Whether the other content is of the disk as well, and equal.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Content::Closed(language, text), Content::Closed(other_language, other)) => {
                language == other_language && text == other
            }
            (Content::Text(text), Content::Text(other)) => text == other,
            (Content::Unread(_, unread), Content::Unread(_, other)) => Arc::ptr_eq(unread, other),
            _ => false,
        }
    }

    /// Whether both are the same text in memory.
    pub(crate) fn is_shared(&self, other: &Self) -> bool {
        match (self, other) {
            (Content::Unread(_, unread), Content::Unread(_, other)) => Arc::ptr_eq(unread, other),
            (Content::Unread(..), _) | (_, Content::Unread(..)) => false,
            _ => Arc::ptr_eq(self.text(), other.text()),
        }
    }
}

/// A file on the disk that is read when its text is first needed. One that is no text then, or gone, is empty.
pub(crate) struct Unread {
    files: Arc<dyn FileSystem>,
    path: PathBuf,
    max_bytes: usize,
    text: OnceLock<Arc<str>>,
}

impl Unread {
    pub(crate) fn new(files: Arc<dyn FileSystem>, path: PathBuf, max_bytes: usize) -> Self {
        Unread {
            files,
            path,
            max_bytes,
            text: OnceLock::new(),
        }
    }

    fn text(&self) -> &Arc<str> {
        self.text.get_or_init(|| {
            match files::read_source(&*self.files, &self.path, self.max_bytes) {
                Ok(source) => Arc::from(source.text),
                Err(error) => {
                    tracing::debug!(path = %self.path.display(), %error, "nothing is known of a file");
                    Arc::from("")
                }
            }
        })
    }
}

impl fmt::Debug for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unread")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

/// How a file came to be analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It was there.
    Found,
    /// Somebody asked for it by name: it is analysed though a machine wrote it.
    Named,
}

/// A body, equal to another if it was lowered from the same text.
#[derive(Clone, Debug)]
pub(crate) struct SharedBody(pub(crate) Arc<Body>);

impl PartialEq for SharedBody {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.hash == other.0.hash && self.0 == other.0
    }
}

/// A body of a file, the same one through edits as long as its key is.
#[salsa::tracked]
pub(crate) struct BodyOf<'db> {
    #[returns(copy)]
    pub(crate) file: File,
    #[returns(copy)]
    pub(crate) key: BodyKey,
    #[tracked]
    #[returns(ref)]
    pub(crate) body: SharedBody,
}

#[salsa::tracked(returns(clone), no_eq)]
pub(crate) fn file_ir(db: &dyn Db, file: File) -> Arc<FileIr> {
    let content = file.content(db);
    if let Some(language) = content.language().filter(|_| left_out(db, file).is_some()) {
        // Names of other files may lead here; nothing is to be found, and what a program wrote is long.
        return Arc::new(empty_ir(language));
    }
    let Some(document) = content.document() else {
        return Arc::new(plain_text::comments_only(content.text()));
    };
    let earlier = db.earlier(file);
    let lower = AssertUnwindSafe(|| match &earlier {
        Some(Earlier {
            document: Some(earlier),
            ir,
            ..
        }) => tripline_ir::lower::lower_edited(&document, earlier, ir),
        Some(Earlier { ir, .. }) => tripline_ir::lower::lower(&document, Some(ir)),
        None => tripline_ir::lower::lower(&document, None),
    });
    let ir = Arc::new(catch_unwind(lower).unwrap_or_else(|payload| {
        tracing::error!(path = %file.path(db).display(), panic = panic_message(&*payload), "lowering failed");
        empty_ir(document.language())
    }));
    let version = match content {
        Content::Open(document) => Earlier {
            keywords: earlier.and_then(|earlier| earlier.keywords),
            ..Earlier::of(document, &ir)
        },
        _ => Earlier {
            document: None,
            ir: Arc::clone(&ir),
            keywords: None,
        },
    };
    db.keep(file, version);
    ir
}

fn empty_ir(language: Language) -> FileIr {
    tripline_ir::lower::lower(&Document::parse(language, ""), None)
}

#[salsa::tracked(returns(clone))]
pub(crate) fn items(db: &dyn Db, file: File) -> Arc<Items> {
    Arc::clone(&file_ir(db, file).items)
}

#[salsa::tracked(returns(copy))]
pub(crate) fn language(db: &dyn Db, file: File) -> Language {
    file_ir(db, file).language
}

#[salsa::tracked(returns(clone))]
fn knowledge(db: &dyn Db, workspace: Workspace, file: File) -> Arc<FileKnowledge> {
    Arc::new(tripline_rules::knowledge(
        &items(db, file),
        language(db, file),
        workspace.rules(db),
    ))
}

/// The bodies of a file in source order, the module first.
#[salsa::tracked(returns(ref))]
pub(crate) fn bodies(db: &dyn Db, file: File) -> Vec<BodyOf<'_>> {
    let ir = file_ir(db, file);
    ir.bodies
        .iter()
        .map(|layout| {
            BodyOf::new(
                db,
                file,
                layout.body.key,
                SharedBody(Arc::clone(&layout.body)),
            )
        })
        .collect()
}

/// Where each body is in the list of bodies.
#[salsa::tracked(returns(ref))]
fn body_indices(db: &dyn Db, file: File) -> FxHashMap<BodyKey, usize> {
    bodies(db, file)
        .iter()
        .enumerate()
        .map(|(index, body)| (body.key(db), index))
        .collect()
}

/// The body of a key, a query of its own so that a body that comes or goes concerns nobody else.
#[salsa::tracked(returns(copy))]
fn body_of(db: &dyn Db, file: File, key: BodyKey) -> Option<BodyOf<'_>> {
    body_indices(db, file)
        .get(&key)
        .map(|index| bodies(db, file)[*index])
}

/// The names that a body mentions.
#[salsa::tracked(returns(clone))]
fn references(db: &dyn Db, body: BodyOf<'_>) -> Arc<[Symbol]> {
    mentioned(&body.body(db).0)
}

/// The groups of the functions of a file, callees first.
#[salsa::tracked(returns(ref))]
fn schedule(db: &dyn Db, file: File) -> Schedule {
    let functions = bodies(db, file).iter().skip(1);
    let functions: Vec<_> = functions
        .map(|body| (body.key(db), references(db, *body)))
        .collect();
    Schedule::of(&functions)
}

/// From which pass a caller, itself in some pass, knows a function; a query of its own so that functions that come and
/// go concern nobody else.
#[salsa::tracked(returns(copy))]
fn known_pass(
    db: &dyn Db,
    file: File,
    caller: BodyKey,
    pass: Pass,
    callee: BodyKey,
) -> Option<Pass> {
    schedule(db, file).known_pass(caller, pass, callee)
}

/// The analyses that the last one of a function may ask for, callees first.
#[salsa::tracked(returns(ref))]
fn before(db: &dyn Db, file: File, key: BodyKey) -> Vec<(BodyKey, Pass)> {
    schedule(db, file).before(key)
}

/// The pass whose analysis of a function counts.
#[salsa::tracked(returns(copy))]
fn last_pass(db: &dyn Db, file: File, key: BodyKey) -> Pass {
    schedule(db, file).last_pass(key)
}

/// The globals of a file.
#[salsa::tracked(returns(clone))]
pub(crate) fn globals(db: &dyn Db, workspace: Workspace, file: File) -> Arc<Globals> {
    let Some(module) = bodies(db, file).first() else {
        return Arc::default();
    };
    let items = items(db, file);
    let knowledge = knowledge(db, workspace, file);
    let shared = module.body(db);
    let globals =
        || tripline_rules::module_globals(&shared.0, &items, language(db, file), &knowledge);
    Arc::new(guarded(db, *module, globals).unwrap_or_default())
}

/// The names of the top level of a file.
#[salsa::tracked(returns(ref))]
pub(crate) fn top_level(db: &dyn Db, workspace: Workspace, file: File) -> FxHashSet<Symbol> {
    let globals = globals(db, workspace, file);
    globals.names.iter().map(|(name, _)| *name).collect()
}

/// What every body of a file is analysed with; one query, so that a body has one thing to check.
#[derive(Clone, Debug, PartialEq)]
struct Surroundings {
    items: Arc<Items>,
    language: Language,
    knowledge: Arc<FileKnowledge>,
    globals: Arc<Globals>,
    classes: Arc<ClassFacts>,
    file_name: String,
}

impl Surroundings {
    /// Calls `run` with these, the summaries of functions and what other files declare.
    fn with<T>(
        &self,
        summary: &dyn Fn(BodyKey) -> Option<Arc<Summary>>,
        others: &dyn OtherFiles,
        run: impl FnOnce(&BodyContext<'_>) -> T,
    ) -> T {
        run(&BodyContext {
            items: &self.items,
            language: self.language,
            knowledge: &self.knowledge,
            globals: &self.globals,
            classes: &self.classes,
            summary,
            others,
            file_name: Some(&self.file_name),
        })
    }
}

/// What the constructors of a file are interpreted with: of classes they see what is declared.
#[salsa::tracked(returns(ref))]
fn early_surroundings(db: &dyn Db, workspace: Workspace, file: File) -> Surroundings {
    let items = items(db, file);
    let globals = globals(db, workspace, file);
    Surroundings {
        language: language(db, file),
        knowledge: knowledge(db, workspace, file),
        classes: Arc::new(tripline_rules::class_facts(&items, &globals, [])),
        globals,
        file_name: tripline_rules::file_name(file.name(db)).to_owned(),
        items,
    }
}

/// What the module of a file is interpreted with, once the members of its classes are known.
#[salsa::tracked(returns(ref))]
fn class_surroundings(db: &dyn Db, workspace: Workspace, file: File) -> Surroundings {
    let early = early_surroundings(db, workspace, file);
    Surroundings {
        classes: members(db, workspace, file),
        ..early.clone()
    }
}

/// What the bodies of a file are analysed with.
#[salsa::tracked(returns(ref))]
fn surroundings(db: &dyn Db, workspace: Workspace, file: File) -> Surroundings {
    let known = class_surroundings(db, workspace, file);
    let mut globals = constructed_globals(db, workspace, file);
    if let Some(registered) = registered(db, workspace, file) {
        let globals = Arc::make_mut(&mut globals);
        globals.callbacks.extend(registered.iter().cloned());
    }
    let carried = carried_here(db, workspace, file);
    if !carried.is_empty() {
        Arc::make_mut(&mut globals).absorb(&Globals {
            carried: carried.to_vec(),
            ..Globals::default()
        });
    }
    Surroundings {
        globals,
        ..known.clone()
    }
}

/// The methods that give the objects of the classes of a file members: constructors, and others that assign any.
#[salsa::tracked(returns(ref))]
fn giving_members(db: &dyn Db, file: File) -> Vec<BodyOf<'_>> {
    bodies(db, file)
        .iter()
        .filter(|body| tripline_rules::gives_members(&body.body(db).0))
        .copied()
        .collect()
}

/// The members that such a method assigns, with their class.
#[salsa::tracked(returns(clone))]
fn constructed<'db>(
    db: &'db dyn Db,
    workspace: Workspace,
    body: BodyOf<'db>,
) -> Option<(Symbol, Arc<Fields>)> {
    let shared = body.body(db);
    let surroundings = early_surroundings(db, workspace, body.file(db));
    let interpret = || {
        surroundings.with(&|_| None, &NoOtherFiles, |context| {
            tripline_rules::interpret_body(&shared.0, context)
        })
    };
    Some((
        shared.0.class?,
        Arc::new(guarded(db, body, interpret)?.members),
    ))
}

/// What is known of the members of the classes of a file.
#[salsa::tracked(returns(clone))]
pub(crate) fn members(db: &dyn Db, workspace: Workspace, file: File) -> Arc<ClassFacts> {
    let constructed: Vec<_> = giving_members(db, file)
        .iter()
        .filter_map(|body| constructed(db, workspace, *body))
        .collect();
    let fields = constructed
        .iter()
        .map(|(class, fields)| (*class, &**fields));
    let globals = globals(db, workspace, file);
    Arc::new(tripline_rules::class_facts(
        &items(db, file),
        &globals,
        fields,
    ))
}

/// The globals of a file, with what its constructors and those of other files make of the arguments that they are called
/// with, and with the functions of other files that it hands to a framework.
#[salsa::tracked(returns(clone))]
pub(crate) fn constructed_globals(db: &dyn Db, workspace: Workspace, file: File) -> Arc<Globals> {
    let globals = globals(db, workspace, file);
    let Some(module) = bodies(db, file).first() else {
        return globals;
    };
    let Some(module) = interpreted(db, workspace, *module, &|_| None) else {
        return globals;
    };
    let mut globals = module.globals;
    for body in setting_up(db, workspace, file) {
        if let Some(more) = set_up(db, workspace, *body) {
            globals.absorb(&more);
        }
    }
    Arc::new(globals)
}

/// The functions of a file that set something up for its module.
#[salsa::tracked(returns(ref))]
fn setting_up(db: &dyn Db, workspace: Workspace, file: File) -> Vec<BodyOf<'_>> {
    let bodies = bodies(db, file);
    let lowered = bodies.iter().map(|body| &*body.body(db).0);
    let found = tripline_rules::setting_up(lowered, |index| sets_up(db, workspace, bodies[index]));
    found.into_iter().map(|index| bodies[index]).collect()
}

/// Whether a function of a file sets something up by itself.
#[salsa::tracked(returns(copy))]
fn sets_up<'db>(db: &'db dyn Db, workspace: Workspace, body: BodyOf<'db>) -> bool {
    let file = body.file(db);
    let (items, knowledge) = (items(db, file), knowledge(db, workspace, file));
    let globals = globals(db, workspace, file);
    tripline_rules::sets_up(&body.body(db).0, &items, &knowledge, &globals)
}

/// What such a function sets up, where it is known of the functions that it calls what they do by themselves.
#[salsa::tracked(returns(clone))]
fn set_up<'db>(db: &'db dyn Db, workspace: Workspace, body: BodyOf<'db>) -> Option<Arc<Globals>> {
    let file = body.file(db);
    let summary_of = |callee: BodyKey| {
        let Some(path) = callee.file else {
            return own_summary(db, workspace, body_of(db, file, callee)?);
        };
        let other = links::file_at(db, workspace, path)?;
        let key = BodyKey {
            file: None,
            ..callee
        };
        let summary = own_summary(db, workspace, body_of(db, other, key)?)?;
        Some(seen_elsewhere(db, workspace, (other, path), &summary))
    };
    let interpretation = interpreted(db, workspace, body, &summary_of)?;
    Some(Arc::new(interpretation.globals))
}

/// What callers need to know of a function, where no function is followed.
#[salsa::tracked(returns(clone))]
fn own_summary<'db>(
    db: &'db dyn Db,
    workspace: Workspace,
    body: BodyOf<'db>,
) -> Option<Arc<Summary>> {
    let interpretation = interpreted(db, workspace, body, &|_| None)?;
    Some(Arc::new(interpretation.summary))
}

/// A body as it is where other files are what they declare.
fn interpreted(
    db: &dyn Db,
    workspace: Workspace,
    body: BodyOf<'_>,
    summary_of: &dyn Fn(BodyKey) -> Option<Arc<Summary>>,
) -> Option<Interpretation> {
    let shared = body.body(db);
    let file = body.file(db);
    let surroundings = class_surroundings(db, workspace, file);
    let others = Linked::new(db, workspace, file, Stage::Declared);
    let interpret = || {
        surroundings.with(summary_of, &others, |context| {
            tripline_rules::interpret_body(&shared.0, context)
        })
    };
    guarded(db, body, interpret)
}

/// What handlers leave in objects of a framework, by the type of the objects.
type Carried = Vec<(Symbol, Fields)>;

/// Functions, with what a framework that calls them says of their parameters.
type Registered = Vec<(BodyKey, Vec<ParamFact>)>;

/// What files say to others that do not name them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Announced {
    /// The functions that files hand to a framework and that others declare, by the paths of those.
    registered: FxHashMap<Symbol, Arc<Registered>>,
    /// What the handlers of files leave in objects of a framework for those after them, by the paths of the files.
    carried: Arc<[(Symbol, Arc<Carried>)]>,
    /// Which files implement what interfaces ask for.
    pub(crate) offering: Arc<Offering>,
}

impl Announced {
    /// What is said to the file at a path.
    pub(crate) fn to(&self, path: Option<Symbol>) -> Self {
        let of_path = path.and_then(|path| Some((path, Arc::clone(self.registered.get(&path)?))));
        Announced {
            registered: of_path.into_iter().collect(),
            carried: Arc::clone(&self.carried),
            offering: Arc::clone(&self.offering),
        }
    }
}

/// What the reporting files say to others that do not name them.
#[salsa::tracked(returns(clone))]
pub(crate) fn announcements(db: &dyn Db, workspace: Workspace) -> Arc<Announced> {
    let mut registered: FxHashMap<Symbol, Arc<Registered>> = FxHashMap::default();
    let mut carried = Vec::new();
    let mut offering = Offering::default();
    for from in workspace.reporting(db).iter() {
        let Some(file) = links::file_at(db, workspace, *from) else {
            continue;
        };
        let said = announces(db, workspace, file);
        for (path, function, facts) in &said.registers {
            let of_path = registered.entry(*path).or_default();
            Arc::make_mut(of_path).push((*function, facts.clone()));
        }
        if !said.carries.is_empty() {
            carried.push((*from, Arc::clone(&said.carries)));
        }
        for name in &said.offers {
            offering.entry(*name).or_default().push(*from);
        }
    }
    Arc::new(Announced {
        registered,
        carried: carried.into(),
        offering: Arc::new(offering),
    })
}

/// What a file says to others.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Said {
    /// What it hands to a framework, as the files that declare it speak of it.
    registers: Vec<(Symbol, BodyKey, Vec<ParamFact>)>,
    /// What its handlers leave in objects of a framework for those after them.
    carries: Arc<Carried>,
    /// The names by which calls through interfaces find its methods.
    offers: Vec<Symbol>,
}

/// What a file says to others that do not name it.
#[salsa::tracked(returns(clone))]
pub(crate) fn announces(db: &dyn Db, workspace: Workspace, file: File) -> Arc<Said> {
    if left_out(db, file).is_some() {
        return Arc::default();
    }
    let globals = constructed_globals(db, workspace, file);
    let callbacks = globals.callbacks.iter();
    let registers = callbacks.filter_map(|(key, facts)| {
        let of = BodyKey { file: None, ..*key };
        Some((key.file?, of, facts.clone()))
    });
    Arc::new(Said {
        registers: registers.collect(),
        carries: Arc::new(carries(db, workspace, file, &globals)),
        offers: interfaces::offered(db, file),
    })
}

/// What the handlers of a file leave in objects of a framework, as other files see it: the data that others sent.
fn carries(db: &dyn Db, workspace: Workspace, file: File, globals: &Globals) -> Carried {
    let Some(path) = links::path_symbol(db, file) else {
        return Carried::default();
    };
    let elsewhere = Elsewhere {
        file: path,
        rename: &|name| links::renamed(db, workspace, file, name),
    };
    let carried = globals.carried.iter().map(|(ty, fields)| {
        let mut fields = Fields::clone(&elsewhere.fields(fields));
        fields.named.retain(|(_, member)| holds_data(member));
        fields.complete = false;
        (*ty, fields)
    });
    carried
        .filter(|(_, fields)| !fields.named.is_empty())
        .collect()
}

/// Whether there is a reason to distrust a value or one of its members.
fn holds_data(value: &Value) -> bool {
    let mut members = value.fields.iter().flat_map(|fields| fields.values());
    !value.taint.is_empty() || members.any(holds_data)
}

/// What the handlers of other files of the package leave in objects of a framework; a query of its own so that those of
/// other packages concern nobody here.
#[salsa::tracked(returns(clone))]
fn carried_here(db: &dyn Db, workspace: Workspace, file: File) -> Arc<Carried> {
    let tree = &workspace.directory(db).tree;
    let package = tree.package_folder(file.path(db));
    let is_other = |from: &Path| from != file.path(db) && tree.package_folder(from) == package;
    let announced = workspace.announced(db).carried.iter();
    let others = announced.filter(|(from, _)| is_other(Path::new(from.as_str())));
    let carried = others.flat_map(|(_, carried)| carried.iter().cloned());
    Arc::new(carried.collect())
}

/// The functions of a file that other files hand to a framework; a query of its own so that those of other files concern
/// nobody here.
#[salsa::tracked(returns(clone))]
fn registered(db: &dyn Db, workspace: Workspace, file: File) -> Option<Arc<Registered>> {
    let path = links::path_symbol(db, file)?;
    workspace.announced(db).registered.get(&path).cloned()
}

/// How many files a call is followed through, from function to function.
const MAX_DEPTH: u8 = 4;

/// The analysis of a body.
#[derive(Clone, Debug, PartialEq)]
struct Analysed {
    /// `None` if it panicked.
    analysis: Option<Arc<BodyAnalysis>>,
    /// Whether it, or a function of the file that it calls, calls a function of another file.
    asks_others: bool,
}

/// The analysis of a body in a pass, calls followed through at most `depth` other files.
fn analysed<'db>(
    db: &'db dyn Db,
    workspace: Workspace,
    body: BodyOf<'db>,
    pass: Pass,
    depth: u8,
) -> Analysed {
    // Most bodies call nothing of other files, and are the same at any depth.
    let alone = analysis(db, workspace, body, pass, 0);
    if depth == 0 || !alone.asks_others {
        return alone;
    }
    analysis(db, workspace, body, pass, depth)
}

/// The analysis of a body in a pass. The summaries of functions of other files are those that follow calls through one file
/// less, so that none asks for itself however files call each other; with `depth` 0 none is known.
#[salsa::tracked(returns(clone))]
fn analysis<'db>(
    db: &'db dyn Db,
    workspace: Workspace,
    body: BodyOf<'db>,
    pass: Pass,
    depth: u8,
) -> Analysed {
    let file = body.file(db);
    let caller = body.key(db);
    let shared = body.body(db);
    let surroundings = surroundings(db, workspace, file);
    let asks_others = Cell::new(false);
    let summary_of = |callee: BodyKey| {
        if let Some(path) = callee.file {
            asks_others.set(true);
            let depth = depth.checked_sub(1)?;
            let callee = BodyKey {
                file: None,
                ..callee
            };
            return exported_summary(db, workspace, path, callee, depth);
        }
        if callee.is_module() {
            return None;
        }
        let known = if caller.is_module() {
            last_pass(db, file, callee)
        } else {
            known_pass(db, file, caller, pass, callee)?
        };
        let called = called(db, workspace, body_of(db, file, callee)?, known, depth);
        asks_others.set(asks_others.get() || called.asks_others);
        called.summary
    };
    let others = Linked::new(db, workspace, file, Stage::Constructed);
    let analyze = || {
        surroundings.with(&summary_of, &others, |context| {
            tripline_rules::analyze_body(&shared.0, context)
        })
    };
    let mut analysis = guarded(db, body, analyze).map(Arc::new);
    // What other files say seldom changes what callers see.
    if let Some(analysis) = analysis.as_mut().filter(|_| depth > 0)
        && let Some(known) = &self::analysis(db, workspace, body, pass, 0).analysis
        && known.summary == analysis.summary
    {
        Arc::make_mut(analysis).summary = Arc::clone(&known.summary);
    }
    Analysed {
        analysis,
        asks_others: asks_others.get(),
    }
}

/// What the callers of a function see of its analysis.
#[derive(Clone, Debug, PartialEq)]
struct Called {
    summary: Option<Arc<Summary>>,
    asks_others: bool,
}

/// What the callers of a function in its file need to know of it, after a pass.
#[salsa::tracked(returns(clone))]
fn called<'db>(
    db: &'db dyn Db,
    workspace: Workspace,
    body: BodyOf<'db>,
    pass: Pass,
    depth: u8,
) -> Called {
    let analysed = analysed(db, workspace, body, pass, depth);
    let summary = |analysis: Arc<BodyAnalysis>| Arc::clone(&analysis.summary);
    Called {
        summary: analysed.analysis.map(summary),
        asks_others: analysed.asks_others,
    }
}

/// What the callers of a function in other files need to know of it.
#[salsa::tracked(returns(clone))]
fn exported_summary(
    db: &dyn Db,
    workspace: Workspace,
    path: Symbol,
    key: BodyKey,
    depth: u8,
) -> Option<Arc<Summary>> {
    let file = links::file_at(db, workspace, path)?;
    let body = body_of(db, file, key)?;
    // Callees first, so that no question waits on the stack for another.
    for (callee, pass) in before(db, file, key).iter().copied() {
        if let Some(callee) = body_of(db, file, callee) {
            analysed(db, workspace, callee, pass, depth);
        }
    }
    let pass = last_pass(db, file, key);
    let called = called(db, workspace, body, pass, depth);
    Some(seen_elsewhere(
        db,
        workspace,
        (file, path),
        &*called.summary?,
    ))
}

/// A summary as other files see it.
fn seen_elsewhere(
    db: &dyn Db,
    workspace: Workspace,
    (file, path): (File, Symbol),
    summary: &Summary,
) -> Arc<Summary> {
    let elsewhere = Elsewhere {
        file: path,
        rename: &|name| links::renamed(db, workspace, file, name),
    };
    Arc::new(elsewhere.summary(summary))
}

/// The result of analysing a body; `None`, and a line in the log, if it panicked. Cancellation passes through.
fn guarded<T>(db: &dyn Db, body: BodyOf<'_>, run: impl FnOnce() -> T) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(result) => Some(result),
        Err(payload) if payload.is::<salsa::Cancelled>() => resume_unwind(payload),
        Err(payload) => {
            let path = body.file(db).path(db).display();
            tracing::error!(%path, body = %body.key(db).path, panic = panic_message(&*payload), "analysis failed");
            None
        }
    }
}

/// The text of a panic.
pub(crate) fn panic_message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("panic")
}

/// The analyses of the bodies of a file, in source order.
fn analyses_of(db: &dyn Db, workspace: Workspace, file: File) -> Vec<Option<Arc<BodyAnalysis>>> {
    let schedule = schedule(db, file);
    // Callees first, so that no question waits on the stack for another.
    let mut done: FxHashMap<BodyKey, Option<Arc<BodyAnalysis>>> = FxHashMap::default();
    for (key, pass) in schedule.order() {
        if let Some(body) = body_of(db, file, key) {
            let analysed = analysed(db, workspace, body, pass, MAX_DEPTH);
            done.insert(key, analysed.analysis);
        }
    }
    let mut of_body = |body: &BodyOf<'_>| {
        let key = body.key(db);
        done.remove(&key).unwrap_or_else(|| {
            let pass = schedule.last_pass(key);
            analysed(db, workspace, *body, pass, MAX_DEPTH).analysis
        })
    };
    bodies(db, file).iter().map(&mut of_body).collect()
}

/// What the analysis of a file has found in other files, as they speak of it; by their paths, in no particular order.
#[salsa::tracked(returns(clone))]
pub(crate) fn outgoing(
    db: &dyn Db,
    workspace: Workspace,
    file: File,
) -> Arc<[(Symbol, RawFinding)]> {
    let Some(from) = links::path_symbol(db, file).filter(|_| left_out(db, file).is_none()) else {
        return Arc::default();
    };
    let analyses = analyses_of(db, workspace, file);
    let found = analyses
        .iter()
        .flatten()
        .flat_map(|analysis| analysis.findings.iter());
    let crossing = |finding: &RawFinding| {
        let to = finding.reported_in()?;
        Some((to, finding.clone().moved(from, to)))
    };
    found.filter_map(crossing).collect()
}

/// What analyses have found in other files than their own, by the path of those.
#[salsa::tracked(returns(ref))]
fn crossings(db: &dyn Db, workspace: Workspace) -> FxHashMap<Symbol, Vec<RawFinding>> {
    let mut crossings: FxHashMap<Symbol, Vec<RawFinding>> = FxHashMap::default();
    for path in workspace.reporting(db).iter() {
        let Some(file) = links::file_at(db, workspace, *path) else {
            continue;
        };
        for (to, finding) in outgoing(db, workspace, file).iter() {
            crossings.entry(*to).or_default().push(finding.clone());
        }
    }
    crossings
}

/// What the analyses of other files have found in a file.
#[salsa::tracked(returns(clone))]
fn incoming(db: &dyn Db, workspace: Workspace, file: File) -> Arc<[RawFinding]> {
    let found = links::path_symbol(db, file).and_then(|path| crossings(db, workspace).get(&path));
    found
        .map(|found| Arc::from(found.as_slice()))
        .unwrap_or_default()
}

/// The paths of the files whose analyses are reported in the file at a path, sorted.
pub(crate) fn reporters(db: &dyn Db, workspace: Workspace, path: &Path) -> Arc<[Symbol]> {
    let Some(to) = path.to_str().map(Symbol::new) else {
        return Arc::default();
    };
    let reports = |from: &&Symbol| {
        let file = links::file_at(db, workspace, **from);
        file.is_some_and(|file| {
            let found = outgoing(db, workspace, file);
            found.iter().any(|(known, _)| *known == to)
        })
    };
    let reporting = workspace.reporting(db).iter();
    reporting.filter(reports).copied().collect()
}

/// The lowered form and the text of another file.
fn other_source(db: &dyn Db, workspace: Workspace, path: Symbol) -> Option<OtherSource> {
    let file = links::file_at(db, workspace, path)?;
    Some((file_ir(db, file), Arc::clone(file.content(db).text())))
}

/// The keywords of secrets in a file that is open: others are searched once.
fn keywords(db: &dyn Db, workspace: Workspace, file: File) -> Option<Arc<Keywords>> {
    let Content::Open(document) = file.content(db) else {
        return None;
    };
    let earlier = db.earlier(file)?;
    let rules = workspace.rules(db);
    let keywords = Arc::new(rules.keywords(document.text(), earlier.keywords.as_deref()));
    let keywords = Some(keywords);
    let version = Earlier {
        keywords: keywords.clone(),
        ..earlier
    };
    db.keep(file, version);
    keywords
}

/// What the analysis of a file yields, before settings and suppressions.
#[salsa::tracked(returns(clone), no_eq)]
pub(crate) fn found(db: &dyn Db, workspace: Workspace, file: File) -> Arc<Found> {
    let ir = file_ir(db, file);
    let content = file.content(db);
    let rules = workspace.rules(db);
    let syntax = match content {
        Content::Open(document) => Syntax::Parsed(document),
        Content::Closed(language, text) => Syntax::Unparsed(*language, text),
        Content::Unread(language, unread) => Syntax::Unparsed(*language, unread.text()),
        Content::Text(text) => {
            return Arc::new(text_found(text, file.name(db), rules));
        }
    };
    if ir.is_truncated {
        return Arc::new(Found {
            is_truncated: true,
            ..Found::default()
        });
    }
    let mut analyses = Vec::with_capacity(ir.bodies.len());
    let mut failed: Vec<(String, FileSpan)> = Vec::new();
    for (outcome, layout) in analyses_of(db, workspace, file).into_iter().zip(&ir.bodies) {
        match outcome {
            Some(analysis) => analyses.push(analysis),
            None => failed.push((layout.body.key.path.to_string(), layout.span)),
        }
    }
    let source = Source {
        path: Some(file.name(db)),
        syntax,
        ir: &ir,
    };
    let incoming = incoming(db, workspace, file);
    let crossings = Crossings {
        incoming: &incoming,
        source: &|path| other_source(db, workspace, path),
    };
    let keywords = keywords(db, workspace, file);
    let assemble = AssertUnwindSafe(|| {
        let analyses = analyses.iter().map(|analysis| &**analysis);
        tripline_rules::assemble(&source, rules, keywords.as_deref(), analyses, &crossings)
    });
    let findings = catch_unwind(assemble).unwrap_or_else(|payload| {
        let panic = panic_message(&*payload);
        tracing::error!(path = %file.path(db).display(), panic, "assembling the findings failed");
        failed.push((String::new(), ir.module().span));
        Vec::new()
    });
    let calls = analyses
        .iter()
        .flat_map(|analysis| analysis.findings.iter());
    let calls = calls
        .filter_map(|finding| CallSite::of(&ir, finding, rules))
        .collect();
    Arc::new(Found {
        findings,
        calls,
        failed,
        is_truncated: false,
    })
}

/// What is found in a text that is no program, but may be a notebook with one.
fn text_found(text: &str, name: &str, rules: &SharedRules) -> Found {
    let scan = AssertUnwindSafe(|| tripline_rules::scan_text(text, Some(name), rules));
    match catch_unwind(scan) {
        Ok(findings) => Found {
            findings,
            ..Found::default()
        },
        Err(payload) => {
            let panic = panic_message(&*payload);
            tracing::error!(path = name, panic, "searching a text failed");
            let whole = FileSpan {
                start: 0,
                end: text.len() as u32,
            };
            Found {
                failed: vec![(String::new(), whole)],
                ..Found::default()
            }
        }
    }
}

/// Why a file is not analysed, if it is not.
#[salsa::tracked(returns(copy))]
pub(crate) fn left_out(db: &dyn Db, file: File) -> Option<SkipReason> {
    let written = || match file.origin(db) {
        Origin::Found => {
            let content = file.content(db);
            files::machine_written(file.path(db), content.language()?, content.text())
        }
        Origin::Named => None,
    };
    file.skipped(db).or_else(written)
}

/// What is reported of a file.
#[salsa::tracked(returns(clone), no_eq)]
pub(crate) fn file_report(db: &dyn Db, workspace: Workspace, file: File) -> Arc<FileReport> {
    let path = file.path(db);
    let content = file.content(db);
    if let Some(reason) = left_out(db, file) {
        return Arc::new(FileReport::skipped(reason));
    }
    let found = Found::clone(&found(db, workspace, file));
    if found.is_truncated {
        return Arc::new(FileReport {
            is_truncated: true,
            ..FileReport::default()
        });
    }
    let ir = file_ir(db, file);
    let known = workspace.rules(db).check_ids();
    Arc::new(report(
        path,
        &ir,
        content.text(),
        found,
        file.settings(db),
        &known,
    ))
}

/// The database.
#[salsa::db]
#[derive(Clone, Default)]
pub(crate) struct Database {
    storage: salsa::Storage<Self>,
    earlier: Arc<DashMap<File, Earlier, FxBuildHasher>>,
}

impl Database {
    /// A database that tells `observe` of what it does.
    #[cfg(test)]
    pub(crate) fn observed(observe: impl Fn(salsa::Event) + Send + Sync + 'static) -> Self {
        Database {
            storage: salsa::Storage::new(Some(Box::new(observe))),
            earlier: Arc::default(),
        }
    }

    /// Drops what is kept of a removed file.
    pub(crate) fn forget(&self, file: File) {
        self.earlier.remove(&file);
    }
}

#[salsa::db]
impl salsa::Database for Database {}

#[salsa::db]
impl Db for Database {
    fn earlier(&self, file: File) -> Option<Earlier> {
        self.earlier.get(&file).map(|version| version.clone())
    }

    fn keep(&self, file: File, version: Earlier) {
        self.earlier.insert(file, version);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use salsa::Database as _;

    use super::*;

    #[test]
    fn a_panic_costs_the_result_of_its_body_alone_and_cancellation_passes() {
        let db = Database::default();
        let document = Document::parse(Language::Python, "def f():\n    pass\n");
        let content = Content::Open(document);
        let rules = SharedRules::builtin();
        let (workspace, file) = crate::analysis::inputs(
            &db,
            Path::new("/a.py"),
            "a.py",
            content,
            &Arc::default(),
            &rules,
        );
        let body = bodies(&db, file)[1];
        assert_eq!(guarded(&db, body, || 1), Some(1));
        assert_eq!(
            guarded::<()>(&db, body, || panic!("the interpreter is wrong")),
            None
        );
        let cancelled = salsa::Cancelled::catch(AssertUnwindSafe(|| {
            guarded(&db, body, || {
                db.cancellation_token().cancel();
                found(&db, workspace, file).failed.len()
            })
        }));
        assert!(cancelled.is_err());
    }
}

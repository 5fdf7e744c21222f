//! The incremental database: inputs, and what is derived from them.
//!
//! An edit makes a new document. From it follow the items and the bodies of the file, and those that are as they were
//! keep everything that was derived from them: spans in a body are relative, so that text inserted above moves none.
//! What is absolute (the report) is assembled last, from the analyses of the bodies and the layout of the file.
//!
//! The queries ask the engine for its pieces in the order that [`tripline_rules::analyze_bodies`] has them in, and
//! yield what that yields: the module's globals, the constructors and with them the members of classes, the functions
//! bottom-up, the module. Functions that may call each other form a group, which is analysed in two passes. In the
//! first, a function knows those of the group that come before it in the file, in the second all of them: those before
//! it from the second pass, itself and those after it from the first. Every query thus asks for earlier ones alone, and
//! none depends on who asked first.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use dashmap::DashMap;
use rustc_hash::{FxBuildHasher, FxHashMap};
use tripline_flow::{ClassFacts, Fields, Globals, Summary};
use tripline_ir::{Body, BodyKey, BodyKind, FileIr, FileSpan, Items, Symbol};
use tripline_rules::{BodyAnalysis, BodyContext, FileKnowledge, Source};
use tripline_syntax::{Document, Language};

use crate::files;
use crate::report::{CallSite, FileReport, Found, report};
use crate::schedule::{Pass, Schedule, mentioned};
use crate::{Settings, SharedRules, SkipReason};

/// What queries ask of the database besides salsa itself.
#[salsa::db]
pub(crate) trait Db: salsa::Database {
    /// The lowered form of an earlier version of a file, from which unchanged bodies are taken. Not tracked: lowering
    /// yields the same with and without it.
    fn earlier(&self, file: File) -> Option<Arc<FileIr>>;

    /// Keeps the lowered form of a file for the next version of it.
    fn keep(&self, file: File, ir: &Arc<FileIr>);
}

/// What holds for all files.
#[salsa::input]
pub(crate) struct Workspace {
    #[returns(ref)]
    pub(crate) rules: SharedRules,
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
    pub(crate) document: Document,
    #[returns(ref)]
    pub(crate) settings: Arc<Settings>,
    /// Why the file is not analysed, as far as its path, its bytes and the settings tell.
    #[returns(copy)]
    pub(crate) skipped: Option<SkipReason>,
    /// How the file came here.
    #[returns(copy)]
    pub(crate) origin: Origin,
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
    let document = file.document(db);
    let earlier = db.earlier(file);
    let lower = AssertUnwindSafe(|| tripline_ir::lower::lower(document, earlier.as_deref()));
    let ir = Arc::new(catch_unwind(lower).unwrap_or_else(|payload| {
        tracing::error!(path = %file.path(db).display(), panic = panic_message(&*payload), "lowering failed");
        tripline_ir::lower::lower(&Document::parse(document.language(), ""), None)
    }));
    db.keep(file, &ir);
    ir
}

#[salsa::tracked(returns(clone))]
pub(crate) fn items(db: &dyn Db, file: File) -> Arc<Items> {
    Arc::clone(&file_ir(db, file).items)
}

#[salsa::tracked(returns(copy))]
fn language(db: &dyn Db, file: File) -> Language {
    file.document(db).language()
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

/// The pass whose analysis of a function counts.
#[salsa::tracked(returns(copy))]
fn last_pass(db: &dyn Db, file: File, key: BodyKey) -> Pass {
    schedule(db, file).last_pass(key)
}

/// The globals of a file.
#[salsa::tracked(returns(clone))]
fn globals(db: &dyn Db, workspace: Workspace, file: File) -> Arc<Globals> {
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

/// What is known of the members of the classes of a file from their declarations alone.
#[salsa::tracked(returns(clone))]
fn declared_members(db: &dyn Db, file: File) -> Arc<ClassFacts> {
    Arc::new(tripline_rules::class_facts(&items(db, file), []))
}

/// The constructors of the classes of a file.
#[salsa::tracked(returns(ref))]
fn constructors(db: &dyn Db, file: File) -> Vec<BodyOf<'_>> {
    bodies(db, file)
        .iter()
        .filter(|body| tripline_rules::is_constructor(&body.body(db).0))
        .copied()
        .collect()
}

/// The members that a constructor assigns, with their class.
#[salsa::tracked(returns(clone))]
fn constructed<'db>(
    db: &'db dyn Db,
    workspace: Workspace,
    body: BodyOf<'db>,
) -> Option<(Symbol, Arc<Fields>)> {
    let file = body.file(db);
    let shared = body.body(db);
    let globals = globals(db, workspace, file);
    let classes = declared_members(db, file);
    let interpret = || {
        with_context(
            db,
            workspace,
            file,
            &globals,
            &classes,
            &|_| None,
            |context| tripline_rules::interpret_body(&shared.0, context),
        )
    };
    Some((
        shared.0.class?,
        Arc::new(guarded(db, body, interpret)?.members),
    ))
}

/// What is known of the members of the classes of a file.
#[salsa::tracked(returns(clone))]
fn members(db: &dyn Db, workspace: Workspace, file: File) -> Arc<ClassFacts> {
    let constructed: Vec<_> = constructors(db, file)
        .iter()
        .filter_map(|body| constructed(db, workspace, *body))
        .collect();
    let fields = constructed
        .iter()
        .map(|(class, fields)| (*class, &**fields));
    Arc::new(tripline_rules::class_facts(&items(db, file), fields))
}

/// The analysis of a body in a pass; `None` if it panicked.
#[salsa::tracked(returns(clone))]
fn analysis<'db>(
    db: &'db dyn Db,
    workspace: Workspace,
    body: BodyOf<'db>,
    pass: Pass,
) -> Option<Arc<BodyAnalysis>> {
    let file = body.file(db);
    let caller = body.key(db);
    let shared = body.body(db);
    let globals = globals(db, workspace, file);
    let classes = members(db, workspace, file);
    let is_module = shared.0.kind == BodyKind::Module;
    let summary_of = |callee: BodyKey| {
        let known = if is_module {
            last_pass(db, file, callee)
        } else {
            known_pass(db, file, caller, pass, callee)?
        };
        let callee = body_of(db, file, callee)
            .filter(|callee| callee.body(db).0.kind != BodyKind::Module)?;
        summary(db, workspace, callee, known)
    };
    let analyze = || {
        with_context(
            db,
            workspace,
            file,
            &globals,
            &classes,
            &summary_of,
            |context| tripline_rules::analyze_body(&shared.0, context),
        )
    };
    guarded(db, body, analyze).map(Arc::new)
}

/// What the callers of a function need to know of it, after a pass.
#[salsa::tracked(returns(clone))]
fn summary<'db>(
    db: &'db dyn Db,
    workspace: Workspace,
    body: BodyOf<'db>,
    pass: Pass,
) -> Option<Arc<Summary>> {
    let analysis = analysis(db, workspace, body, pass)?;
    Some(Arc::new(analysis.interpretation.summary.clone()))
}

/// Calls `run` with what the bodies of a file are analysed with.
fn with_context<T>(
    db: &dyn Db,
    workspace: Workspace,
    file: File,
    globals: &Globals,
    classes: &ClassFacts,
    summary: &dyn Fn(BodyKey) -> Option<Arc<Summary>>,
    run: impl FnOnce(&BodyContext<'_>) -> T,
) -> T {
    run(&BodyContext {
        items: &items(db, file),
        language: language(db, file),
        knowledge: &knowledge(db, workspace, file),
        globals,
        classes,
        summary,
        file_name: Some(tripline_rules::file_name(file.name(db))),
    })
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

/// What the analysis of a file yields, before settings and suppressions.
#[salsa::tracked(returns(clone), no_eq)]
pub(crate) fn found(db: &dyn Db, workspace: Workspace, file: File) -> Arc<Found> {
    let document = file.document(db);
    let ir = file_ir(db, file);
    let rules = workspace.rules(db);
    // Callees first, so that no question waits on the stack for another.
    for (key, pass) in schedule(db, file).order() {
        if let Some(body) = body_of(db, file, key) {
            summary(db, workspace, body, pass);
        }
    }
    let mut analyses = Vec::with_capacity(ir.bodies.len());
    let mut failed: Vec<(String, FileSpan)> = Vec::new();
    for (body, layout) in bodies(db, file).iter().zip(&ir.bodies) {
        let key = body.key(db);
        match analysis(db, workspace, *body, last_pass(db, file, key)) {
            Some(analysis) => analyses.push(analysis),
            None => failed.push((key.path.to_string(), layout.span)),
        }
    }
    let source = Source {
        path: Some(file.name(db)),
        document,
        ir: &ir,
    };
    let assemble = AssertUnwindSafe(|| {
        tripline_rules::assemble(&source, rules, analyses.iter().map(|analysis| &**analysis))
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
    })
}

/// What is reported of a file.
#[salsa::tracked(returns(clone), no_eq)]
pub(crate) fn file_report(db: &dyn Db, workspace: Workspace, file: File) -> Arc<FileReport> {
    let path = file.path(db);
    let document = file.document(db);
    let written = || match file.origin(db) {
        Origin::Found => files::machine_written(path, document.language(), document.text()),
        Origin::Named => None,
    };
    if let Some(reason) = file.skipped(db).or_else(written) {
        return Arc::new(FileReport::skipped(reason));
    }
    if document.is_truncated() {
        return Arc::new(FileReport {
            is_truncated: true,
            ..FileReport::default()
        });
    }
    let found = Found::clone(&found(db, workspace, file));
    let ir = file_ir(db, file);
    let known = workspace.rules(db).check_ids();
    Arc::new(report(
        path,
        &ir,
        document.text(),
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
    earlier: Arc<DashMap<File, Arc<FileIr>, FxBuildHasher>>,
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
    fn earlier(&self, file: File) -> Option<Arc<FileIr>> {
        self.earlier.get(&file).map(|ir| Arc::clone(&ir))
    }

    fn keep(&self, file: File, ir: &Arc<FileIr>) {
        self.earlier.insert(file, Arc::clone(ir));
    }
}

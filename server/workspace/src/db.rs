//! The incremental database: inputs, and what is derived from them.
//!
//! An edit makes a new document. From it follow the items and the bodies of the file, and those that are as they were
//! keep everything that was derived from them: spans in a body are relative, so that text inserted above moves none.
//! What is absolute (the report) is assembled last, from the analyses of the bodies and the layout of the file.
//!
//! A body is analysed at up to three stages, because what it sees of its surroundings is itself the result of
//! analysing bodies:
//!
//! | stage | sees globals | sees members of classes | is asked for |
//! | --- | --- | --- | --- |
//! | early | none | declared ones | the module, and the functions that it calls while it is loaded |
//! | members | all | declared ones | constructors, and the functions that they call |
//! | full | all | all | everything |
//!
//! Functions that call each other in a circle have no summary for anybody, whichever of them is asked for first, so
//! that results do not depend on the order of questions.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use dashmap::DashMap;
use rustc_hash::{FxBuildHasher, FxHashMap};
use tripline_flow::{ClassFacts, Context, Globals, Interpretation, Summary};
use tripline_ir::{Body, BodyKey, BodyKind, FileIr, FileSpan, Items};
use tripline_syntax::Document;

use crate::engine::{self, BodyAnalysis, FileKnowledge};
use crate::files;
use crate::graph::{self, Oversized, Schedule};
use crate::host::panic_message;
use crate::report::{FileReport, Found, report};
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

/// What a body sees of its surroundings while it is analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Stage {
    /// No globals, and members that classes declare.
    Early,
    /// Globals, and members that classes declare.
    Members,
    /// Everything.
    Full,
}

/// An analysis of a body; equal to itself alone.
#[derive(Clone, Debug)]
pub(crate) struct Analysed(pub(crate) Arc<BodyAnalysis>);

impl PartialEq for Analysed {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What analysing a body once yields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// Its analysis.
    Done(Analysed),
    /// It calls itself, perhaps through others.
    Recursive,
    /// Analysing it panicked.
    Failed,
}

impl Outcome {
    /// What interpreting the body yielded.
    fn interpretation(&self) -> Option<&Interpretation> {
        match self {
            Outcome::Done(analysed) => Some(&analysed.0.interpretation),
            Outcome::Recursive | Outcome::Failed => None,
        }
    }
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

#[salsa::tracked(returns(clone))]
fn knowledge(db: &dyn Db, workspace: Workspace, file: File) -> Arc<FileKnowledge> {
    let language = file.document(db).language();
    Arc::new(engine::knowledge(&items(db, file), language, workspace.rules(db)))
}

/// The bodies of a file in source order, the module first.
#[salsa::tracked(returns(ref))]
pub(crate) fn bodies(db: &dyn Db, file: File) -> Vec<BodyOf<'_>> {
    let ir = file_ir(db, file);
    ir.bodies.iter().map(|layout| BodyOf::new(db, file, layout.body.key, SharedBody(Arc::clone(&layout.body)))).collect()
}

/// Where each body is in the list of bodies.
#[salsa::tracked(returns(ref))]
fn body_indices(db: &dyn Db, file: File) -> FxHashMap<BodyKey, usize> {
    bodies(db, file).iter().enumerate().map(|(index, body)| (body.key(db), index)).collect()
}

/// The body of a key, a query of its own so that a body that comes or goes concerns nobody else.
#[salsa::tracked(returns(copy))]
fn body_of(db: &dyn Db, file: File, key: BodyKey) -> Option<BodyOf<'_>> {
    body_indices(db, file).get(&key).map(|index| bodies(db, file)[*index])
}

/// In which order to analyse the bodies so that questions nest little, and which circles are too large to follow.
#[salsa::tracked(returns(ref))]
fn schedule(db: &dyn Db, file: File) -> Schedule {
    let bodies = bodies(db, file);
    let references: Vec<_> = bodies.iter().map(|body| references(db, *body)).collect();
    let keys: Vec<BodyKey> = bodies.iter().map(|body| body.key(db)).collect();
    graph::schedule(&keys, &references)
}

#[salsa::tracked(returns(clone))]
fn oversized(db: &dyn Db, file: File) -> Arc<Oversized> {
    Arc::clone(&schedule(db, file).oversized)
}

/// The names that a body mentions.
#[salsa::tracked(returns(clone))]
fn references(db: &dyn Db, body: BodyOf<'_>) -> Arc<[tripline_ir::Symbol]> {
    graph::references(&body.body(db).0)
}

/// The globals of a file.
#[salsa::tracked(returns(clone))]
fn globals(db: &dyn Db, workspace: Workspace, file: File) -> Arc<Globals> {
    let module = bodies(db, file).first().copied();
    let outcome = module.map(|module| outcome(db, workspace, module, Stage::Early));
    let interpretation = outcome.as_ref().and_then(Outcome::interpretation);
    Arc::new(interpretation.map(|interpretation| interpretation.globals.clone()).unwrap_or_default())
}

/// What is known of the members of the classes of a file from their declarations alone.
#[salsa::tracked(returns(clone))]
fn declared_members(db: &dyn Db, file: File) -> Arc<ClassFacts> {
    Arc::new(engine::class_facts(&items(db, file), &|_| None))
}

/// What is known of the members of the classes of a file.
#[salsa::tracked(returns(clone))]
fn members(db: &dyn Db, workspace: Workspace, file: File) -> Arc<ClassFacts> {
    let items = items(db, file);
    let facts = engine::class_facts(&items, &|key: BodyKey| {
        let body = body_of(db, file, key)?;
        let outcome = outcome(db, workspace, body, Stage::Members);
        outcome.interpretation().map(|interpretation| interpretation.members.clone())
    });
    Arc::new(facts)
}

/// What the callers of a body need to know of it, as seen at a stage.
#[salsa::tracked(returns(clone), cycle_result = no_summary)]
pub(crate) fn summary<'db>(db: &'db dyn Db, workspace: Workspace, body: BodyOf<'db>, stage: Stage) -> Option<Arc<Summary>> {
    outcome(db, workspace, body, stage).interpretation().map(|interpretation| Arc::new(interpretation.summary.clone()))
}

fn no_summary(_: &dyn Db, _: salsa::Id, _: Workspace, _: BodyOf<'_>, _: Stage) -> Option<Arc<Summary>> {
    None
}

/// The analysis of a body that is in no circle.
#[salsa::tracked(returns(clone), cycle_result = recursive_outcome)]
fn outcome<'db>(db: &'db dyn Db, workspace: Workspace, body: BodyOf<'db>, stage: Stage) -> Outcome {
    analyze(db, workspace, body, stage)
}

fn recursive_outcome(_: &dyn Db, _: salsa::Id, _: Workspace, _: BodyOf<'_>, _: Stage) -> Outcome {
    Outcome::Recursive
}

/// The analysis of a body: of one in a circle, with those in it unknown.
#[salsa::tracked(returns(clone))]
fn analysis<'db>(db: &'db dyn Db, workspace: Workspace, body: BodyOf<'db>) -> Outcome {
    match outcome(db, workspace, body, Stage::Full) {
        Outcome::Recursive => analyze(db, workspace, body, Stage::Full),
        outcome => outcome,
    }
}

fn analyze<'db>(db: &'db dyn Db, workspace: Workspace, body: BodyOf<'db>, stage: Stage) -> Outcome {
    let file = body.file(db);
    let key = body.key(db);
    let shared = body.body(db);
    let items = items(db, file);
    let knowledge = knowledge(db, workspace, file);
    let is_module = shared.0.kind == BodyKind::Module;
    let globals = if is_module || stage == Stage::Early { Arc::default() } else { globals(db, workspace, file) };
    let classes = if stage == Stage::Full { members(db, workspace, file) } else { declared_members(db, file) };
    let oversized = oversized(db, file);
    let summary_of = |callee: BodyKey| {
        if oversized.joins(key, callee) {
            return None;
        }
        summary(db, workspace, body_of(db, file, callee)?, stage)
    };
    let context = Context {
        items: &items,
        language: file.document(db).language(),
        knowledge: &*knowledge,
        globals: &globals,
        classes: &classes,
        summary: &summary_of,
    };
    let analyze =
        AssertUnwindSafe(|| engine::analyze_body(&shared.0, &context, &knowledge, workspace.rules(db)));
    match catch_unwind(analyze) {
        Ok(analysis) => {
            for bound in &analysis.interpretation.bounds_hit {
                tracing::debug!(path = %file.path(db).display(), body = %key.path, bound, "bound hit");
            }
            Outcome::Done(Analysed(Arc::new(analysis)))
        }
        Err(payload) if payload.is::<salsa::Cancelled>() => resume_unwind(payload),
        Err(payload) => {
            let panic = panic_message(&*payload);
            tracing::error!(path = %file.path(db).display(), body = %key.path, panic, "analysis failed");
            Outcome::Failed
        }
    }
}

/// What the analysis of a file yields, before settings and suppressions.
#[salsa::tracked(returns(clone), no_eq)]
pub(crate) fn found(db: &dyn Db, workspace: Workspace, file: File) -> Arc<Found> {
    let document = file.document(db);
    let ir = file_ir(db, file);
    let bodies = bodies(db, file);
    for index in &schedule(db, file).order {
        // Callees first, so that what follows nests no deeper than a circle of callers is long.
        analysis(db, workspace, bodies[*index]);
    }
    let mut analyses = Vec::with_capacity(bodies.len());
    let mut failed: Vec<(String, FileSpan)> = Vec::new();
    for (body, layout) in bodies.iter().zip(&ir.bodies) {
        match analysis(db, workspace, *body) {
            Outcome::Done(analysed) => analyses.push(Some(analysed.0)),
            Outcome::Recursive | Outcome::Failed => {
                failed.push((body.key(db).path.to_string(), layout.span));
                analyses.push(None);
            }
        }
    }
    let rules = workspace.rules(db);
    let assemble = AssertUnwindSafe(|| engine::assemble(&ir, document.text(), &analyses, rules));
    let findings = catch_unwind(assemble).unwrap_or_else(|payload| {
        let panic = panic_message(&*payload);
        tracing::error!(path = %file.path(db).display(), panic, "assembling the findings failed");
        Vec::new()
    });
    Arc::new(Found { findings, failed })
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
        return Arc::new(FileReport { is_truncated: true, ..FileReport::default() });
    }
    let found = Found::clone(&found(db, workspace, file));
    let ir = file_ir(db, file);
    let known = workspace.rules(db).check_ids();
    Arc::new(report(path, &ir, document.text(), found, file.settings(db), &known))
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
        Database { storage: salsa::Storage::new(Some(Box::new(observe))), earlier: Arc::default() }
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

//! Scratch copies of files, on which fixes are proven.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use salsa::Setter;
use tripline_fix::{Fix, FixAll, Scope, Source};
use tripline_ir::{FileIr, Symbol};
use tripline_rules::Finding;
use tripline_syntax::Document;

use crate::analysis::inputs;
use crate::db::{self, Content, Database, Db, Earlier, File, Workspace};
use crate::links::{Directory, Slot};
use crate::report::Found;
use crate::{FileReport, Settings, SharedRules};

/// A database of its own with one file, whose versions are those that fixes try.
///
/// The candidates for a file differ little from it and from each other, so that proving one analyses a few bodies.
#[derive(Default)]
pub(crate) struct Scratch {
    state: Mutex<Option<State>>,
}

struct State {
    db: Database,
    workspace: Workspace,
    file: File,
    /// The other files of the program, by path.
    others: FxHashMap<Symbol, File>,
    /// The program's directory that they were taken from.
    followed: Arc<Directory>,
}

/// A version of a file, and what was found in it.
#[derive(Clone, Copy)]
pub(crate) struct Version<'a> {
    /// The path of the file.
    pub(crate) path: &'a Path,
    /// The path of the file below the workspace root, with slashes.
    pub(crate) name: &'a str,
    pub(crate) document: &'a Document,
    pub(crate) ir: &'a FileIr,
    pub(crate) settings: &'a Arc<Settings>,
    pub(crate) rules: &'a SharedRules,
    /// The program that the file is a part of.
    pub(crate) program: (&'a Database, Workspace),
}

impl Version<'_> {
    fn source(&self) -> Source<'_> {
        Source {
            path: Path::new(self.name),
            document: self.document,
            ir: self.ir,
        }
    }
}

impl Scratch {
    /// The proven fixes of a finding, in order of preference. `check` is called before each proof, and may unwind.
    pub(crate) fn fixes(
        &self,
        version: &Version<'_>,
        found: &Found,
        finding: &Finding,
        check: &dyn Fn(),
    ) -> Vec<Fix> {
        tripline_fix::fixes(
            &version.source(),
            finding,
            &found.findings,
            &|document, ir| {
                check();
                self.with(version, document, ir, |state| {
                    db::found(&state.db, state.workspace, state.file)
                        .findings
                        .clone()
                })
            },
        )
    }

    /// What applying the fixes of all findings of a report does. `check` is called before each proof, and may unwind.
    pub(crate) fn fix_all(
        &self,
        version: &Version<'_>,
        report: &FileReport,
        which: Scope,
        check: &dyn Fn(),
    ) -> FixAll {
        tripline_fix::fix_all(
            &version.source(),
            &report.findings,
            which,
            &|document, ir| {
                check();
                self.with(version, document, ir, |state| {
                    db::file_report(&state.db, state.workspace, state.file)
                        .findings
                        .clone()
                })
            },
        )
    }

    /// What is reported of the file when its text is that of `document`.
    pub(crate) fn report(&self, version: &Version<'_>, document: &Document) -> Arc<FileReport> {
        let ir = tripline_ir::lower::lower_edited(document, version.document, version.ir);
        self.with(version, document, &ir, |state| {
            db::file_report(&state.db, state.workspace, state.file)
        })
    }

    /// Calls `read` with the scratch file made `document`, which `ir` is lowered from.
    fn with<T>(
        &self,
        version: &Version<'_>,
        document: &Document,
        ir: &FileIr,
        read: impl FnOnce(&State) -> T,
    ) -> T {
        let mut guard = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let reused = guard.take().filter(|state| state.fits(version));
        let content = Content::Open(document.clone());
        let mut state = reused.unwrap_or_else(|| State::new(version, content.clone()));
        state.follow(version);
        state
            .db
            .keep(state.file, Earlier::of(document, &Arc::new(ir.clone())));
        state.file.set_content(&mut state.db).to(content);
        let result = read(&state);
        *guard = Some(state);
        result
    }
}

impl State {
    fn new(version: &Version<'_>, content: Content) -> Self {
        let db = Database::default();
        let (workspace, file) = inputs(
            &db,
            version.path,
            version.name,
            content,
            version.settings,
            version.rules,
        );
        State {
            db,
            workspace,
            file,
            others: FxHashMap::default(),
            followed: Arc::default(),
        }
    }

    /// Makes the other files those of the program that the version is a part of.
    fn follow(&mut self, version: &Version<'_>) {
        let (program, workspace) = version.program;
        let directory = workspace.directory(program);
        let own = version.path.to_str().map(Symbol::new);
        for (path, slot) in &directory.slots {
            let theirs = slot.file(program);
            match self.others.get(path) {
                _ if Some(*path) == own => {}
                Some(known) => {
                    let content = theirs.content(program);
                    if !known.content(&self.db).is_shared(content) {
                        known.set_content(&mut self.db).to(content.clone());
                    }
                }
                None => {
                    let copy = File::new(
                        &self.db,
                        theirs.path(program).clone(),
                        theirs.name(program).clone(),
                        theirs.content(program).clone(),
                        Arc::clone(theirs.settings(program)),
                        theirs.skipped(program),
                        theirs.origin(program),
                    );
                    self.others.insert(*path, copy);
                }
            }
        }
        let reporting = db::reporters(program, workspace, version.path);
        if **self.workspace.reporting(&self.db) != *reporting {
            self.workspace.set_reporting(&mut self.db).to(reporting);
        }
        // Not asked for anew: what other files say is the same with a fix and without.
        let announced = workspace.announced(program).to(own);
        if **self.workspace.announced(&self.db) != announced {
            let announced = Arc::new(announced);
            self.workspace.set_announced(&mut self.db).to(announced);
        }
        if Arc::ptr_eq(&self.followed, directory) {
            return;
        }
        self.followed = Arc::clone(directory);
        let mut copy = Directory {
            tree: directory.tree.clone(),
            ..Directory::default()
        };
        for path in directory.slots.keys() {
            let file = match self.others.get(path) {
                Some(file) => *file,
                None => self.file,
            };
            copy.slots.insert(*path, Slot::new(&self.db, file));
        }
        self.workspace
            .set_directory(&mut self.db)
            .to(Arc::new(copy));
    }

    /// Whether this is of the same file under the same rules and settings.
    fn fits(&self, version: &Version<'_>) -> bool {
        self.file.name(&self.db) == version.name
            && self.file.settings(&self.db) == version.settings
            && self.workspace.rules(&self.db).is_same(version.rules)
    }
}

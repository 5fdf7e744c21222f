//! Scratch copies of files, on which fixes are proven.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use salsa::Setter;
use tripline_fix::{Fix, FixAll, Scope, Source};
use tripline_ir::FileIr;
use tripline_rules::Finding;
use tripline_syntax::Document;

use crate::analysis::inputs;
use crate::db::{self, Content, Database, Db, File, Workspace};
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
}

/// A version of a file, and what was found in it.
#[derive(Clone, Copy)]
pub(crate) struct Version<'a> {
    /// The path of the file below the workspace root, with slashes.
    pub(crate) name: &'a str,
    pub(crate) document: &'a Document,
    pub(crate) ir: &'a FileIr,
    pub(crate) settings: &'a Arc<Settings>,
    pub(crate) rules: &'a SharedRules,
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
        state.db.keep(state.file, &Arc::new(ir.clone()));
        state.file.set_content(&mut state.db).to(content);
        let result = read(&state);
        *guard = Some(state);
        result
    }
}

impl State {
    fn new(version: &Version<'_>, content: Content) -> Self {
        let db = Database::default();
        let path = Path::new(version.name);
        let (workspace, file) = inputs(
            &db,
            path,
            version.name,
            content,
            version.settings,
            version.rules,
        );
        State {
            db,
            workspace,
            file,
        }
    }

    /// Whether this is of the same file under the same rules and settings.
    fn fits(&self, version: &Version<'_>) -> bool {
        self.file.name(&self.db) == version.name
            && self.file.settings(&self.db) == version.settings
            && self.workspace.rules(&self.db).is_same(version.rules)
    }
}

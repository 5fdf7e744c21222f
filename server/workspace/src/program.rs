//! Files that are analysed together, once: those of a scan.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use salsa::{Durability, Setter};
use tripline_ir::Symbol;

use crate::analysis::Analysis;
use crate::db::{self, Content, Database, File, Origin, Workspace};
use crate::links::Directory;
use crate::{FileReport, Settings, SharedRules, SkipReason};

/// The files of a program, in a database of their own. Cheap to clone, one for each thread.
#[derive(Clone)]
pub struct Program {
    db: Database,
    workspace: Workspace,
    files: Arc<FxHashMap<PathBuf, File>>,
}

/// A file of a program.
pub(crate) struct Member {
    pub(crate) path: PathBuf,
    /// Its path below the workspace root, with slashes.
    pub(crate) name: String,
    pub(crate) content: Content,
    pub(crate) settings: Arc<Settings>,
    /// Why it is not analysed, if it is not.
    pub(crate) skipped: Option<SkipReason>,
    pub(crate) origin: Origin,
    /// Whether what its analysis finds in other files is reported there.
    pub(crate) reports: bool,
}

impl Program {
    /// The program of these files, whose modules are named as these manifests say.
    pub(crate) fn new(
        rules: &SharedRules,
        members: Vec<Member>,
        manifests: &[(PathBuf, String)],
    ) -> Self {
        let db = Database::default();
        let mut directory = Directory::default();
        let mut reporting = Vec::new();
        let mut files = FxHashMap::default();
        for (path, text) in manifests {
            directory.tree.insert_manifest(path, text);
        }
        for member in members {
            let language = member.content.language();
            let file = File::builder(
                member.path.clone(),
                member.name,
                member.content,
                member.settings,
                member.skipped,
                member.origin,
            )
            .durability(Durability::HIGH)
            .new(&db);
            if let (Some(language), Some(path)) = (language, member.path.to_str()) {
                directory.add(&db, &member.path, language, file);
                if member.reports {
                    reporting.push(Symbol::new(path));
                }
            }
            files.insert(member.path, file);
        }
        reporting.sort_unstable();
        let (directory, reporting) = (Arc::new(directory), Arc::from(reporting));
        let workspace = Workspace::with_files(&db, rules.clone(), directory, reporting);
        Program {
            db,
            workspace,
            files: Arc::new(files),
        }
    }

    /// Finds out what a file says to others that do not name it. To be done for all files before [`Program::announce`].
    pub(crate) fn read(&self, path: &Path) {
        if let Some(file) = self.files.get(path) {
            db::announces(&self.db, self.workspace, *file);
        }
    }

    /// Lets all files know what others say to them. There must be no other handle of the program.
    pub(crate) fn announce(&mut self) {
        let announced = db::announcements(&self.db, self.workspace);
        if *announced != **self.workspace.announced(&self.db) {
            self.workspace
                .set_announced(&mut self.db)
                .with_durability(Durability::MEDIUM)
                .to(announced);
        }
    }

    /// Analyses a file, as far as its report and those of other files need.
    pub(crate) fn analyze(&self, path: &Path) {
        if let Some(file) = self.files.get(path) {
            db::outgoing(&self.db, self.workspace, *file);
        }
    }

    /// What is reported of a file.
    pub(crate) fn report(&self, path: &Path) -> Option<Arc<FileReport>> {
        let file = self.files.get(path)?;
        Some(db::file_report(&self.db, self.workspace, *file))
    }

    /// The analysis of a file; `None` for one that is no program.
    pub fn analysis(&self, path: &Path) -> Option<Analysis> {
        Analysis::of(&self.db, self.workspace, *self.files.get(path)?)
    }

    /// The text of a file.
    pub fn text(&self, path: &Path) -> Option<Arc<str>> {
        let file = self.files.get(path)?;
        Some(Arc::clone(file.content(&self.db).text()))
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Program")
            .field("files", &self.files.len())
            .finish_non_exhaustive()
    }
}

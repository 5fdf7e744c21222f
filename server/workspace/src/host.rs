//! The one writer of the database, and its readers.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use salsa::{Durability, Setter};
use tripline_fix::Fix;
use tripline_ir::FileIr;
use tripline_rules::Finding;
use tripline_syntax::{Document, Language, TextEdit};

use crate::config::{Config, ConfigProblem};
use crate::db::{self, Database, File, Origin, Workspace};
use crate::files::{self, UnreadablePath};
use crate::loader::{LoadedFile, Loader};
use crate::{FileReport, FileSystem, Settings, SharedRules, SkipReason};

/// A read was given up because a write came in between: its result would be of the past. Ask a new snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled by a later change")]
pub struct Cancelled;

/// The result of a read, unless a write cancelled it.
pub type Cancellable<T> = Result<T, Cancelled>;

/// An edit of a file that is not open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} is not open", path.display())]
pub struct NotOpen {
    /// The path of the file.
    pub path: PathBuf,
}

/// Owns the database, and is its only writer.
///
/// A write cancels the reads of all [`Snapshot`]s and waits until they are dropped: do not hold one on the thread that
/// writes.
pub struct Host {
    db: Database,
    workspace: Workspace,
    files: Arc<dyn FileSystem>,
    roots: Vec<Config>,
    editor: Option<serde_json::Value>,
    /// What is wrong in configurations that were refused.
    refused: Vec<ConfigProblem>,
    entries: Arc<BTreeMap<PathBuf, Entry>>,
    /// Inputs of removed files, for the next ones: the database never frees an input.
    free: Vec<File>,
}

/// A file that the host knows.
#[derive(Clone, Copy, Debug)]
struct Entry {
    file: File,
    /// The editor's version while the file is open in it.
    open: Option<i32>,
}

impl fmt::Debug for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Host")
            .field("files", &self.entries.len())
            .finish_non_exhaustive()
    }
}

impl Host {
    /// A host without roots and files, that reads from `files`.
    pub fn new(files: Arc<dyn FileSystem>, rules: SharedRules) -> Self {
        Host::with_database(Database::default(), files, rules)
    }

    pub(crate) fn with_database(
        db: Database,
        files: Arc<dyn FileSystem>,
        rules: SharedRules,
    ) -> Self {
        let workspace = Workspace::builder(rules)
            .durability(Durability::HIGH)
            .new(&db);
        Host {
            db,
            workspace,
            files,
            roots: Vec::new(),
            editor: None,
            refused: Vec::new(),
            entries: Arc::default(),
            free: Vec::new(),
        }
    }

    /// Makes these folders the workspace roots, and reads their configuration.
    pub fn set_roots(&mut self, roots: &[PathBuf]) {
        self.roots = roots
            .iter()
            .map(|root| Config::load(&*self.files, root, self.editor.as_ref()))
            .collect();
        self.refused.clear();
        self.apply_config();
    }

    /// Takes the settings that the editor has for Tripline.
    pub fn set_editor_settings(&mut self, settings: serde_json::Value) {
        self.editor = Some(settings);
        self.reload_config();
    }

    /// Reads the configuration again. Of a root whose configuration is wrong, the last good one stays in force.
    pub fn reload_config(&mut self) {
        self.refused.clear();
        let known: Vec<PathBuf> = self.entries.keys().cloned().collect();
        for index in 0..self.roots.len() {
            let root = self.roots[index].root().to_owned();
            let mut config = Config::load(&*self.files, &root, self.editor.as_ref());
            // The files of inner folders are read on demand, and are part of what must be right.
            for path in known
                .iter()
                .filter(|path| self.root_index(path) == Some(index))
            {
                config.settings_for(&*self.files, path);
            }
            if config.problems().is_empty() {
                self.roots[index] = config;
            } else {
                self.refused.extend_from_slice(config.problems());
            }
        }
        self.apply_config();
    }

    /// What is wrong in the configuration, in the order of paths.
    pub fn config_problems(&self) -> Vec<ConfigProblem> {
        let known = self.workspace.rules(&self.db).check_ids();
        let mut problems = self.refused.clone();
        for config in &self.roots {
            problems.extend_from_slice(config.problems());
            problems.extend(config.unknown_checks(&known));
        }
        problems.sort_by(|a, b| (&a.path, a.span, &a.message).cmp(&(&b.path, b.span, &b.message)));
        problems.dedup();
        problems
    }

    /// The configurations in force, one for each root, in the order of the roots.
    pub fn configs(&self) -> &[Config] {
        &self.roots
    }

    /// Makes these the rules.
    pub fn set_rules(&mut self, rules: SharedRules) {
        self.workspace
            .set_rules(&mut self.db)
            .with_durability(Durability::HIGH)
            .to(rules);
    }

    /// What holds for a file.
    pub fn settings_for(&mut self, path: &Path) -> Arc<Settings> {
        settings_for(&*self.files, &mut self.roots, self.editor.as_ref(), path)
    }

    /// Takes the text that an editor has of a file: from here on the file on the disk does not count.
    pub fn open(&mut self, path: &Path, language: Language, version: i32, text: &str) {
        self.put(
            path,
            Document::parse(language, text),
            Some(version),
            Durability::LOW,
            None,
        );
    }

    /// Applies edits to an open file, one after the other: each range is in the text that the edits before it left.
    pub fn edit(&mut self, path: &Path, version: i32, edits: &[TextEdit]) -> Result<(), NotOpen> {
        let file = self.open_file(path)?;
        let document = file.document(&self.db).edited(edits);
        self.replace(path, file, document, version);
        Ok(())
    }

    /// Replaces the whole text of an open file.
    pub fn set_text(&mut self, path: &Path, version: i32, text: &str) -> Result<(), NotOpen> {
        let file = self.open_file(path)?;
        let document = Document::parse(file.document(&self.db).language(), text);
        self.replace(path, file, document, version);
        Ok(())
    }

    /// The editor has closed a file: the file on the disk counts again, if it is in a root and can be read.
    pub fn close(&mut self, path: &Path) {
        if self
            .entries
            .get(path)
            .is_none_or(|entry| entry.open.is_none())
        {
            return;
        }
        self.remove(path);
        if self.root_index(path).is_some() {
            // A file that was never saved, or is gone, is not there any more.
            let _gone = self.load(path);
        }
    }

    /// Reads a file from the disk. One that is open in the editor stays as it is there, one that is gone is removed.
    pub fn load(&mut self, path: &Path) -> Result<(), UnreadablePath> {
        if self.is_open(path) {
            return Ok(());
        }
        let loaded = self.loader().read(path);
        match loaded {
            Ok(Some(file)) => self.add(vec![file]),
            Ok(None) => {}
            Err(error) => {
                self.remove(path);
                return Err(error);
            }
        }
        Ok(())
    }

    /// What reads files on other threads, with the configuration as it is.
    pub fn loader(&self) -> Loader {
        Loader::new(
            Arc::clone(&self.files),
            self.roots.clone(),
            self.editor.clone(),
        )
    }

    /// Takes files that a [`Loader`] has read. Those that are open in the editor stay as they are there. New files
    /// cancel no reads, changed ones do.
    pub fn add(&mut self, files: Vec<LoadedFile>) {
        for file in files {
            if !self.is_open(&file.path) {
                self.put(
                    &file.path,
                    file.document,
                    None,
                    Durability::MEDIUM,
                    file.skipped,
                );
            }
        }
    }

    /// Forgets a file.
    pub fn remove(&mut self, path: &Path) {
        let Some(entry) = self.entries.get(path).copied() else {
            return;
        };
        let language = entry.file.document(&self.db).language();
        entry
            .file
            .set_document(&mut self.db)
            .with_durability(Durability::LOW)
            .to(Document::parse(language, ""));
        self.db.forget(entry.file);
        Arc::make_mut(&mut self.entries).remove(path);
        self.free.push(entry.file);
    }

    /// A handle that reads the present state.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            db: self.db.clone(),
            workspace: self.workspace,
            entries: Arc::clone(&self.entries),
        }
    }

    fn is_open(&self, path: &Path) -> bool {
        self.entries
            .get(path)
            .is_some_and(|entry| entry.open.is_some())
    }

    fn open_file(&self, path: &Path) -> Result<File, NotOpen> {
        match self.entries.get(path) {
            Some(Entry {
                file,
                open: Some(_),
            }) => Ok(*file),
            _ => Err(NotOpen {
                path: path.to_owned(),
            }),
        }
    }

    fn replace(&mut self, path: &Path, file: File, document: Document, version: i32) {
        file.set_document(&mut self.db)
            .with_durability(Durability::LOW)
            .to(document);
        if let Some(entry) = Arc::make_mut(&mut self.entries).get_mut(path) {
            entry.open = Some(version);
        }
    }

    fn put(
        &mut self,
        path: &Path,
        document: Document,
        open: Option<i32>,
        durability: Durability,
        skipped: Option<SkipReason>,
    ) {
        let settings = self.settings_for(path);
        let skipped = skipped.or_else(|| self.skip_reason(path, &settings));
        let name = self.name(path);
        let reused = self
            .entries
            .get(path)
            .map(|entry| entry.file)
            .or_else(|| self.free.pop());
        let db = &mut self.db;
        let file = if let Some(file) = reused {
            if file.path(db) != path {
                file.set_path(db)
                    .with_durability(Durability::HIGH)
                    .to(path.to_owned());
            }
            if *file.name(db) != name {
                file.set_name(db).with_durability(Durability::HIGH).to(name);
            }
            file.set_document(db)
                .with_durability(durability)
                .to(document);
            if file.settings(db) != &settings {
                file.set_settings(db)
                    .with_durability(Durability::HIGH)
                    .to(settings);
            }
            if file.skipped(db) != skipped {
                file.set_skipped(db)
                    .with_durability(Durability::HIGH)
                    .to(skipped);
            }
            file
        } else {
            File::builder(
                path.to_owned(),
                name,
                document,
                settings,
                skipped,
                Origin::Found,
            )
            .durability(Durability::HIGH)
            .document_durability(durability)
            .new(db)
        };
        Arc::make_mut(&mut self.entries).insert(path.to_owned(), Entry { file, open });
    }

    /// Why a file is not analysed, as far as its path and the settings tell.
    fn skip_reason(&self, path: &Path, settings: &Settings) -> Option<SkipReason> {
        let root = self.root_index(path).map(|index| self.roots[index].root());
        if !settings.enabled {
            Some(SkipReason::Disabled)
        } else if settings.exclude.contain(path) {
            Some(SkipReason::Excluded)
        } else if root.is_some_and(|root| files::lies_in_vendored(root, path)) {
            Some(SkipReason::Vendored)
        } else {
            None
        }
    }

    /// Hands every file the settings that hold for it.
    fn apply_config(&mut self) {
        let entries = Arc::clone(&self.entries);
        for (path, entry) in entries.iter() {
            let settings = self.settings_for(path);
            let kept = entry.file.skipped(&self.db).filter(|reason| {
                matches!(
                    reason,
                    SkipReason::Binary | SkipReason::NotUtf8 | SkipReason::TooLarge
                )
            });
            let skipped = kept.or_else(|| self.skip_reason(path, &settings));
            if entry.file.settings(&self.db) != &settings {
                entry
                    .file
                    .set_settings(&mut self.db)
                    .with_durability(Durability::HIGH)
                    .to(settings);
            }
            if entry.file.skipped(&self.db) != skipped {
                entry
                    .file
                    .set_skipped(&mut self.db)
                    .with_durability(Durability::HIGH)
                    .to(skipped);
            }
        }
    }

    /// The path of a file below its root, with slashes.
    fn name(&self, path: &Path) -> String {
        let root = self.root_index(path).map(|index| self.roots[index].root());
        crate::analysis::name_below(root, path)
    }

    fn root_index(&self, path: &Path) -> Option<usize> {
        nearest_root(&self.roots, path)
    }
}

/// What holds for a file; one outside all roots has the configuration of its folder and of those above.
pub(crate) fn settings_for(
    files: &dyn FileSystem,
    roots: &mut [Config],
    editor: Option<&serde_json::Value>,
    path: &Path,
) -> Arc<Settings> {
    if let Some(index) = nearest_root(roots, path) {
        return roots[index].settings_for(files, path);
    }
    let folder = path.parent().unwrap_or(path);
    Arc::clone(Config::load(files, folder, editor).settings())
}

/// The innermost root that a file lies in.
pub(crate) fn nearest_root(roots: &[Config], path: &Path) -> Option<usize> {
    let around = roots
        .iter()
        .enumerate()
        .filter(|(_, config)| path.starts_with(config.root()));
    around
        .max_by_key(|(_, config)| config.root().as_os_str().len())
        .map(|(index, _)| index)
}

/// Reads one state of the database; cheap to clone and to send to another thread.
///
/// Drop it as soon as the reads are done: a write waits for that.
#[derive(Clone)]
pub struct Snapshot {
    db: Database,
    workspace: Workspace,
    entries: Arc<BTreeMap<PathBuf, Entry>>,
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot")
            .field("files", &self.entries.len())
            .finish_non_exhaustive()
    }
}

impl Snapshot {
    /// What is reported of a file; `None` if the host does not know it.
    pub fn diagnostics(&self, path: &Path) -> Cancellable<Option<Arc<FileReport>>> {
        self.read(path, |snapshot, file| {
            db::file_report(&snapshot.db, snapshot.workspace, file)
        })
    }

    /// The lowered form of a file.
    pub fn ir(&self, path: &Path) -> Cancellable<Option<Arc<FileIr>>> {
        self.read(path, |snapshot, file| db::file_ir(&snapshot.db, file))
    }

    /// The proven fixes of a finding of the file's report, in order of preference.
    pub fn fixes(&self, path: &Path, finding: &Finding) -> Cancellable<Vec<Fix>> {
        let fixes = self.read(path, |snapshot, file| {
            let db = &snapshot.db;
            let ir = db::file_ir(db, file);
            let found = db::found(db, snapshot.workspace, file);
            let rules = snapshot.workspace.rules(db);
            crate::analysis::fixes(
                file.name(db),
                file.document(db),
                &ir,
                &found.findings,
                finding,
                rules,
            )
        });
        fixes.map(Option::unwrap_or_default)
    }

    /// Text and tree of a file.
    pub fn document(&self, path: &Path) -> Option<Document> {
        self.entries
            .get(path)
            .map(|entry| entry.file.document(&self.db).clone())
    }

    /// What holds for a file.
    pub fn settings(&self, path: &Path) -> Option<Arc<Settings>> {
        self.entries
            .get(path)
            .map(|entry| Arc::clone(entry.file.settings(&self.db)))
    }

    /// The editor's version of a file that is open in it.
    pub fn version(&self, path: &Path) -> Option<i32> {
        self.entries.get(path)?.open
    }

    /// The rules in force.
    pub fn rules(&self) -> SharedRules {
        self.workspace.rules(&self.db).clone()
    }

    /// The known files, sorted by path.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.entries.keys().map(PathBuf::as_path)
    }

    /// The files that are open in the editor, sorted by path.
    pub fn open_paths(&self) -> impl Iterator<Item = &Path> {
        self.entries
            .iter()
            .filter(|(_, entry)| entry.open.is_some())
            .map(|(path, _)| path.as_path())
    }

    fn read<T>(
        &self,
        path: &Path,
        query: impl FnOnce(&Snapshot, File) -> T,
    ) -> Cancellable<Option<T>> {
        let Some(entry) = self.entries.get(path) else {
            return Ok(None);
        };
        let read = AssertUnwindSafe(|| query(self, entry.file));
        salsa::Cancelled::catch(read)
            .map(Some)
            .map_err(|_| Cancelled)
    }
}

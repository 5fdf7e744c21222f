//! The one writer of the database, and its readers.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use salsa::{Database as _, Durability, Setter};
use tripline_fix::{Fix, FixAll, Scope};
use tripline_ir::{FileIr, Symbol};
use tripline_rules::Finding;
use tripline_syntax::{Document, Language, TextEdit, apply_edits};

use crate::config::{Config, ConfigProblem};
use crate::db::{self, Content, Database, File, Origin, Workspace};
use crate::files::{self, UnreadablePath};
use crate::links::Directory;
use crate::loader::{Holds, LoadedFile, Loader};
use crate::scratch::{Scratch, Version};
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

/// What files say to others that do not name them: which of their functions a framework calls, and what implements their
/// interfaces.
#[derive(Clone, Debug)]
pub struct Announcements(Arc<db::Announced>);

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
    /// The program files, as the next query is to know them.
    directory: Arc<Directory>,
    reports_across: bool,
    /// Every input that was ever made, by path: the database never frees one. An open file has another input than the
    /// file on the disk, so that opening and closing it changes nothing that is checked for every file.
    inputs: FxHashMap<PathBuf, Entry>,
    scratch: Arc<Scratch>,
}

/// The inputs of a path: what counts is the open file, then the file on the disk.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    disk: Option<File>,
    /// With the editor's version.
    open: Option<(File, i32)>,
}

impl Entry {
    fn file(&self) -> Option<File> {
        self.open.map(|(file, _)| file).or(self.disk)
    }

    fn files(&self) -> impl Iterator<Item = File> {
        self.open.map(|(file, _)| file).into_iter().chain(self.disk)
    }
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
        let workspace = Workspace::of(&db, rules);
        Host {
            db,
            workspace,
            files,
            roots: Vec::new(),
            editor: None,
            refused: Vec::new(),
            entries: Arc::default(),
            directory: Arc::default(),
            reports_across: false,
            inputs: FxHashMap::default(),
            scratch: Arc::default(),
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
        self.open_content(
            path,
            version,
            Content::Open(Document::parse(language, text)),
        );
    }

    /// Takes the text that an editor has of a file that is no program.
    pub fn open_text(&mut self, path: &Path, version: i32, text: &str) {
        self.open_content(path, version, Content::Text(Arc::from(text)));
    }

    fn open_content(&mut self, path: &Path, version: i32, content: Content) {
        let known = self.inputs.get(path).and_then(|known| known.open);
        let file = self.put(
            path,
            known.map(|(file, _)| file),
            content,
            Durability::LOW,
            None,
        );
        self.inputs.entry(path.to_owned()).or_default().open = Some((file, version));
        let entries = Arc::make_mut(&mut self.entries);
        entries.entry(path.to_owned()).or_default().open = Some((file, version));
        self.place(path);
        self.publish_directory();
    }

    /// Applies edits to an open file, one after the other: each range is in the text that the edits before it left.
    pub fn edit(&mut self, path: &Path, version: i32, edits: &[TextEdit]) -> Result<(), NotOpen> {
        let file = self.open_file(path)?;
        let content = match file.content(&self.db) {
            Content::Open(document) => Content::Open(document.edited(edits)),
            content => {
                let mut text = content.text().to_string();
                for edit in edits {
                    text = apply_edits(&text, std::slice::from_ref(edit)).unwrap_or(text);
                }
                Content::Text(Arc::from(text))
            }
        };
        self.replace(path, file, content, version);
        Ok(())
    }

    /// Replaces the whole text of an open file.
    pub fn set_text(&mut self, path: &Path, version: i32, text: &str) -> Result<(), NotOpen> {
        let file = self.open_file(path)?;
        let content = match file.content(&self.db).language() {
            Some(language) => Content::Open(Document::parse(language, text)),
            None => Content::Text(Arc::from(text)),
        };
        self.replace(path, file, content, version);
        Ok(())
    }

    /// The editor has closed a file: the file on the disk counts again, if it is in a root and can be read.
    pub fn close(&mut self, path: &Path) {
        let Some(entry) = Arc::make_mut(&mut self.entries).get_mut(path) else {
            return;
        };
        let Some((file, _)) = entry.open.take() else {
            return;
        };
        if entry.disk.is_none() {
            Arc::make_mut(&mut self.entries).remove(path);
        }
        self.clear(file);
        self.place(path);
        self.publish_directory();
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

    /// Takes files that a [`Loader`] has read. Those that are open in the editor stay as they are there. Unchanged
    /// files cancel no reads; new and changed ones do.
    pub fn add(&mut self, files: Vec<LoadedFile>) {
        for LoadedFile { path, holds } in files {
            let (content, skipped) = match holds {
                Holds::Source(content, skipped) => (content, skipped),
                Holds::Manifest(text) => {
                    Arc::make_mut(&mut self.directory)
                        .tree
                        .insert_manifest(&path, &text);
                    continue;
                }
            };
            if self.is_open(&path) {
                continue;
            }
            let known = self.inputs.get(&path).and_then(|known| known.disk);
            let file = self.put(&path, known, content, Durability::MEDIUM, skipped);
            self.inputs.entry(path.clone()).or_default().disk = Some(file);
            if self.entries.get(&path).and_then(|entry| entry.disk) != Some(file) {
                let entries = Arc::make_mut(&mut self.entries);
                entries.entry(path.clone()).or_default().disk = Some(file);
            }
            self.place(&path);
        }
        self.publish_directory();
    }

    /// A file is gone from the disk. One that is open in the editor stays as it is there.
    pub fn remove(&mut self, path: &Path) {
        let Some(entry) = Arc::make_mut(&mut self.entries).get_mut(path) else {
            return;
        };
        let disk = entry.disk.take();
        if entry.open.is_none() {
            Arc::make_mut(&mut self.entries).remove(path);
        }
        if let Some(file) = disk {
            self.clear(file);
        }
        let directory = Arc::make_mut(&mut self.directory);
        directory.tree.remove_manifest(path);
        self.place(path);
        self.publish_directory();
    }

    /// Puts the file that counts at a path to where names of other files are followed.
    fn place(&mut self, path: &Path) {
        let Some(symbol) = path.to_str().map(Symbol::new) else {
            return;
        };
        let file = self.entries.get(path).and_then(Entry::file);
        let program = file.and_then(|file| Some((file, file.content(&self.db).language()?)));
        match (program, self.directory.slots.get(&symbol).copied()) {
            (Some((file, _)), Some(slot)) => {
                if slot.file(&self.db) != file {
                    slot.set_file(&mut self.db)
                        .with_durability(Durability::MEDIUM)
                        .to(file);
                }
            }
            (Some((file, language)), None) => {
                Arc::make_mut(&mut self.directory).add(&self.db, path, language, file);
            }
            (None, Some(_)) => {
                let directory = Arc::make_mut(&mut self.directory);
                directory.tree.remove_file(path);
                directory.slots.remove(&symbol);
            }
            (None, None) => {}
        }
    }

    /// Lets the database know of the directory, if it has changed.
    fn publish_directory(&mut self) {
        if Arc::ptr_eq(self.workspace.directory(&self.db), &self.directory) {
            return;
        }
        self.workspace
            .set_directory(&mut self.db)
            .with_durability(Durability::MEDIUM)
            .to(Arc::clone(&self.directory));
        if self.reports_across {
            self.report_across();
        }
    }

    /// From here on, what the analysis of any file finds in another is reported there. Every report then depends on all
    /// files: have them analysed before, by [`Snapshot::analyze`].
    pub fn report_across(&mut self) {
        self.reports_across = true;
        let mut reporting: Vec<Symbol> = self.directory.slots.keys().copied().collect();
        reporting.sort_unstable();
        if **self.workspace.reporting(&self.db) != *reporting {
            self.workspace
                .set_reporting(&mut self.db)
                .with_durability(Durability::MEDIUM)
                .to(Arc::from(reporting));
        }
    }

    /// Takes what [`Snapshot::announcements`] has found.
    pub fn announce(&mut self, announcements: Announcements) {
        self.workspace
            .set_announced(&mut self.db)
            .with_durability(Durability::MEDIUM)
            .to(announcements.0);
    }

    /// A handle that reads the present state.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            db: self.db.clone(),
            workspace: self.workspace,
            entries: Arc::clone(&self.entries),
            scratch: Arc::clone(&self.scratch),
        }
    }

    fn is_open(&self, path: &Path) -> bool {
        self.entries
            .get(path)
            .is_some_and(|entry| entry.open.is_some())
    }

    fn open_file(&self, path: &Path) -> Result<File, NotOpen> {
        let open = self.entries.get(path).and_then(|entry| entry.open);
        let file = open.map(|(file, _)| file);
        file.ok_or_else(|| NotOpen {
            path: path.to_owned(),
        })
    }

    fn replace(&mut self, path: &Path, file: File, content: Content, version: i32) {
        file.set_content(&mut self.db)
            .with_durability(Durability::LOW)
            .to(content);
        if let Some(entry) = Arc::make_mut(&mut self.entries).get_mut(path) {
            entry.open = Some((file, version));
        }
    }

    /// Drops what an input that does not count any more holds.
    fn clear(&mut self, file: File) {
        let durability = match file.content(&self.db) {
            Content::Open(_) => Durability::LOW,
            _ => Durability::MEDIUM,
        };
        file.set_content(&mut self.db)
            .with_durability(durability)
            .to(Content::Text(Arc::from("")));
        self.db.forget(file);
    }

    /// The input of a file, made unless it is known, and brought up to date.
    fn put(
        &mut self,
        path: &Path,
        known: Option<File>,
        content: Content,
        durability: Durability,
        skipped: Option<SkipReason>,
    ) -> File {
        let settings = self.settings_for(path);
        let skipped = skipped.or_else(|| self.skip_reason(path, &settings));
        let name = self.name(path);
        let Some(file) = known else {
            return File::builder(
                path.to_owned(),
                name,
                content,
                settings,
                skipped,
                Origin::Found,
            )
            .durability(Durability::HIGH)
            .content_durability(durability)
            .new(&self.db);
        };
        if !file.content(&self.db).is_same(&content) {
            file.set_content(&mut self.db)
                .with_durability(durability)
                .to(content);
        }
        self.update(file, name, settings, skipped);
        file
    }

    /// Gives an input what follows from the roots and their configuration.
    fn update(
        &mut self,
        file: File,
        name: String,
        settings: Arc<Settings>,
        skipped: Option<SkipReason>,
    ) {
        let db = &mut self.db;
        if *file.name(db) != name {
            file.set_name(db).with_durability(Durability::HIGH).to(name);
        }
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

    /// Hands every file the name and the settings that hold for it.
    fn apply_config(&mut self) {
        let entries = Arc::clone(&self.entries);
        for (path, entry) in entries.iter() {
            let settings = self.settings_for(path);
            let by_path = self.skip_reason(path, &settings);
            for file in entry.files() {
                let kept = file.skipped(&self.db).filter(|reason| {
                    matches!(
                        reason,
                        SkipReason::Binary | SkipReason::NotUtf8 | SkipReason::TooLarge
                    )
                });
                self.update(
                    file,
                    self.name(path),
                    Arc::clone(&settings),
                    kept.or(by_path),
                );
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
    scratch: Arc<Scratch>,
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

    /// Analyses a file, as far as the reports of other files need.
    pub fn analyze(&self, path: &Path) -> Cancellable<()> {
        let analyzed = self.read(path, |snapshot, file| {
            db::outgoing(&snapshot.db, snapshot.workspace, file);
        });
        analyzed.map(|_| ())
    }

    /// What files say to others that do not name them, if it is not what the analyses know. Then hand it to
    /// [`Host::announce`], and ask again for what was read.
    pub fn announcements(&self) -> Cancellable<Option<Announcements>> {
        let read = || db::announcements(&self.db, self.workspace);
        let found = salsa::Cancelled::catch(AssertUnwindSafe(read)).map_err(|_| Cancelled)?;
        let is_known = *found == **self.workspace.announced(&self.db);
        Ok((!is_known).then_some(Announcements(found)))
    }

    /// The lowered form of a file.
    pub fn ir(&self, path: &Path) -> Cancellable<Option<Arc<FileIr>>> {
        self.read(path, |snapshot, file| db::file_ir(&snapshot.db, file))
    }

    /// The proven fixes of a finding of the file's report, in order of preference.
    pub fn fixes(&self, path: &Path, finding: &Finding) -> Cancellable<Vec<Fix>> {
        let fixes = self.read_version(path, |snapshot, file, version| {
            let found = db::found(&snapshot.db, snapshot.workspace, file);
            let check = || snapshot.db.unwind_if_revision_cancelled();
            snapshot.scratch.fixes(version, &found, finding, &check)
        });
        Ok(fixes?.unwrap_or_default())
    }

    /// What applying the fixes of all findings of the file's report does; `None` for a file that is no program.
    pub fn fix_all(&self, path: &Path, which: Scope) -> Cancellable<Option<FixAll>> {
        self.read_version(path, |snapshot, file, version| {
            let report = db::file_report(&snapshot.db, snapshot.workspace, file);
            let check = || snapshot.db.unwind_if_revision_cancelled();
            snapshot.scratch.fix_all(version, &report, which, &check)
        })
    }

    /// Text and tree of a file; `None` for one that is no program. Those of a file that is not open are made anew.
    pub fn document(&self, path: &Path) -> Option<Document> {
        self.file(path)?.content(&self.db).document()
    }

    /// The text of a file.
    pub fn text(&self, path: &Path) -> Option<Arc<str>> {
        self.file(path)
            .map(|file| Arc::clone(file.content(&self.db).text()))
    }

    /// The path of a file below its workspace root, with slashes, as [`analyze`](crate::analyze) wants it.
    pub fn name(&self, path: &Path) -> Option<&str> {
        self.file(path).map(|file| file.name(&self.db).as_str())
    }

    /// What holds for a file.
    pub fn settings(&self, path: &Path) -> Option<Arc<Settings>> {
        self.file(path)
            .map(|file| Arc::clone(file.settings(&self.db)))
    }

    /// The editor's version of a file that is open in it.
    pub fn version(&self, path: &Path) -> Option<i32> {
        self.entries.get(path)?.open.map(|(_, version)| version)
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

    fn read_version<T>(
        &self,
        path: &Path,
        query: impl FnOnce(&Snapshot, File, &Version<'_>) -> T,
    ) -> Cancellable<Option<T>> {
        let result = self.read(path, |snapshot, file| {
            let db = &snapshot.db;
            let document = file.content(db).document()?;
            let version = Version {
                path: file.path(db),
                name: file.name(db),
                document: &document,
                ir: &db::file_ir(db, file),
                settings: file.settings(db),
                rules: snapshot.workspace.rules(db),
                program: (db, snapshot.workspace),
            };
            Some(query(snapshot, file, &version))
        });
        Ok(result?.flatten())
    }

    fn file(&self, path: &Path) -> Option<File> {
        self.entries.get(path)?.file()
    }

    fn read<T>(
        &self,
        path: &Path,
        query: impl FnOnce(&Snapshot, File) -> T,
    ) -> Cancellable<Option<T>> {
        let Some(file) = self.file(path) else {
            return Ok(None);
        };
        let read = AssertUnwindSafe(|| query(self, file));
        salsa::Cancelled::catch(read)
            .map(Some)
            .map_err(|_| Cancelled)
    }
}

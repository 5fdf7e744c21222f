//! Reading the files of the workspace on threads other than the writer's.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tripline_syntax::Language;

use crate::db::{Content, Unread};
use crate::files::{self, FileKind, ReadError, UnreadablePath};
use crate::host::{nearest_root, settings_for};
use crate::modules::ModuleTree;
use crate::{Config, FileSystem, SkipReason};

/// Walks the roots of a [`Host`](crate::Host) and reads their files, for [`Host::add`](crate::Host::add).
///
/// Cheap to clone, one for each thread. It has the configuration that the host had when it was made.
#[derive(Clone)]
pub struct Loader {
    files: Arc<dyn FileSystem>,
    roots: Vec<Config>,
    editor: Option<serde_json::Value>,
}

/// A file that a [`Loader`] has read.
#[derive(Clone, Debug)]
pub struct LoadedFile {
    pub(crate) path: PathBuf,
    pub(crate) holds: Holds,
}

/// What a loaded file holds.
#[derive(Clone, Debug)]
pub(crate) enum Holds {
    /// A program or another text in which something is looked for.
    Source(Content, Option<SkipReason>),
    /// What says how modules are named.
    Manifest(String),
}

impl fmt::Debug for Loader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loader")
            .field("roots", &self.roots.len())
            .finish_non_exhaustive()
    }
}

impl Loader {
    pub(crate) fn new(
        files: Arc<dyn FileSystem>,
        roots: Vec<Config>,
        editor: Option<serde_json::Value>,
    ) -> Self {
        Loader {
            files,
            roots,
            editor,
        }
    }

    /// The files below all roots in which something is looked for, sorted by path.
    pub fn walk(&self) -> Vec<PathBuf> {
        let mut found: Vec<PathBuf> = self
            .roots
            .iter()
            .flat_map(|config| self.walk_root(config, &|_| true))
            .collect();
        found.sort();
        found.dedup();
        found
    }

    /// Whether a walk finds the file: something is looked for in such files, it is in a root, is there, and nothing excludes it.
    pub fn finds(&self, path: &Path) -> bool {
        let root = nearest_root(&self.roots, path).filter(|_| FileKind::of(path).is_some());
        root.is_some_and(|root| {
            let found = self.walk_root(&self.roots[root], &|folder| path.starts_with(folder));
            found.iter().any(|found| found == path)
        })
    }

    /// The files below all roots that names in other files may mean, and the manifests that say how, sorted by path.
    /// Programs are read when they are needed.
    pub fn program(&mut self) -> Vec<LoadedFile> {
        let mut found: Vec<PathBuf> = self
            .roots
            .iter()
            .flat_map(|config| self.walk_all(config, &|_| true))
            .collect();
        found.sort();
        found.dedup();
        found
            .into_iter()
            .filter_map(|path| self.known(path))
            .collect()
    }

    /// A file of the program, not read yet unless it is a manifest.
    fn known(&mut self, path: PathBuf) -> Option<LoadedFile> {
        let holds = if ModuleTree::is_manifest(&path) {
            Holds::Manifest(String::from_utf8(self.files.read(&path).ok()?).ok()?)
        } else {
            let language = Language::from_path(&path)?;
            let settings = settings_for(&*self.files, &mut self.roots, self.editor.as_ref(), &path);
            let unread = Unread::new(
                Arc::clone(&self.files),
                path.clone(),
                settings.max_file_size,
            );
            Holds::Source(Content::Unread(language, Arc::new(unread)), None)
        };
        Some(LoadedFile { path, holds })
    }

    /// Reads a file. `None` if nothing is looked for in such files.
    pub fn read(&mut self, path: &Path) -> Result<Option<LoadedFile>, UnreadablePath> {
        let Some(kind) = FileKind::of(path) else {
            return Ok(None);
        };
        let settings = settings_for(&*self.files, &mut self.roots, self.editor.as_ref(), path);
        let (text, skipped) = match files::read_source(&*self.files, path, settings.max_file_size) {
            Ok(source) => (source.text, None),
            Err(ReadError::Skipped(reason)) => (String::new(), Some(reason)),
            Err(ReadError::Unreadable(error)) => return Err(error),
        };
        let content = match kind {
            FileKind::Program(language) => Content::Closed(language, Arc::from(text)),
            FileKind::Text => Content::Text(Arc::from(text)),
        };
        Ok(Some(LoadedFile {
            path: path.to_owned(),
            holds: Holds::Source(content, skipped),
        }))
    }

    fn walk_root(&self, config: &Config, enter: &(dyn Fn(&Path) -> bool + Sync)) -> Vec<PathBuf> {
        let mut found = self.walk_all(config, enter);
        found.retain(|path| FileKind::of(path).is_some());
        found
    }

    fn walk_all(&self, config: &Config, enter: &(dyn Fn(&Path) -> bool + Sync)) -> Vec<PathBuf> {
        let exclude = &config.settings().exclude;
        let enter = |folder: &Path| {
            let is_vendored = folder.file_name().is_some_and(files::is_vendored);
            !is_vendored && !exclude.contain_folder(folder) && enter(folder)
        };
        let found = self.files.walk(config.root(), &enter);
        found.into_iter().flatten().collect()
    }
}

//! Reading the files of the workspace on threads other than the writer's.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tripline_syntax::{Document, Language};

use crate::files::{self, ReadError, UnreadablePath};
use crate::host::{nearest_root, settings_for};
use crate::{Config, FileSystem, SkipReason};

/// Walks the roots of a [`Host`](crate::Host) and reads and parses their files, for [`Host::add`](crate::Host::add).
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
    pub(crate) document: Document,
    pub(crate) skipped: Option<SkipReason>,
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

    /// The source files below all roots, sorted by path.
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

    /// Whether a walk finds the file: it is a source file in a root, is there, and nothing excludes it.
    pub fn finds(&self, path: &Path) -> bool {
        let root = nearest_root(&self.roots, path).filter(|_| Language::from_path(path).is_some());
        root.is_some_and(|root| {
            let found = self.walk_root(&self.roots[root], &|folder| path.starts_with(folder));
            found.iter().any(|found| found == path)
        })
    }

    /// Reads and parses a file. `None` if it is in no language that is read here.
    pub fn read(&mut self, path: &Path) -> Result<Option<LoadedFile>, UnreadablePath> {
        let Some(language) = Language::from_path(path) else {
            return Ok(None);
        };
        let settings = settings_for(&*self.files, &mut self.roots, self.editor.as_ref(), path);
        let (text, skipped) = match files::read_source(&*self.files, path, settings.max_file_size) {
            Ok(source) => (source.text, None),
            Err(ReadError::Skipped(reason)) => (String::new(), Some(reason)),
            Err(ReadError::Unreadable(error)) => return Err(error),
        };
        let document = Document::parse(language, &text);
        Ok(Some(LoadedFile {
            path: path.to_owned(),
            document,
            skipped,
        }))
    }

    fn walk_root(&self, config: &Config, enter: &(dyn Fn(&Path) -> bool + Sync)) -> Vec<PathBuf> {
        let exclude = &config.settings().exclude;
        let enter = |folder: &Path| {
            let is_vendored = folder.file_name().is_some_and(files::is_vendored);
            !is_vendored && !exclude.contain_folder(folder) && enter(folder)
        };
        let found = self.files.walk(config.root(), &enter);
        found
            .into_iter()
            .flatten()
            .filter(|path| Language::from_path(path).is_some())
            .collect()
    }
}

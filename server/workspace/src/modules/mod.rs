//! Which file an import names.
//!
//! [`ModuleTree`] knows the program files of a workspace and the manifests that say how its modules are named. It answers
//! from that alone: it reads no file, and neither the standard libraries nor what is installed are known to it, so that
//! an import of those names no file.
//!
//! One file a language says how that language finds modules.

mod ecmascript;
mod go;
mod python;
mod rust;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use tripline_syntax::Language;

/// The program files of the workspace and the manifests that say how their modules are named.
///
/// A clone shares the folders with its original: copying and comparing cost by the number of folders, not of files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ModuleTree {
    /// Folders with a file in or below them.
    folders: FxHashMap<PathBuf, Arc<Folder>>,
    manifests: FxHashMap<PathBuf, Arc<Manifest>>,
    /// The folders of the JavaScript packages of a name.
    packages: FxHashMap<String, BTreeSet<PathBuf>>,
    /// How many files and folders have a name, without the ending.
    names: Arc<FxHashMap<Box<str>, usize>>,
}

/// Where a module, or a name in it, may be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The file of the module; a Go package has several, in the order of their names.
    pub files: SmallVec<[PathBuf; 1]>,
    /// How many of `rest` the path to the file has taken.
    pub taken: usize,
    /// What of the module's own path is inside the file, joined by dots: an inline module or a type of Rust. Empty in the
    /// other languages.
    pub inside: String,
}

/// Where something may be found, most likely first.
pub(crate) type Candidates = SmallVec<[Candidate; 2]>;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Folder {
    /// By name.
    files: BTreeMap<Box<str>, Language>,
    /// How many folders in this one have a file in or below them.
    folders: usize,
}

#[derive(Debug, PartialEq, Eq)]
enum Manifest {
    PythonProject(python::Project),
    JavaScriptPackage(Box<ecmascript::Package>),
    PnpmWorkspace(ecmascript::Workspaces),
    TypeScriptConfig(ecmascript::Config),
    GoModule(go::Module),
    GoWork(go::Work),
    Cargo(Box<rust::Cargo>),
}

impl ModuleTree {
    /// Adds a program file. Files that only declare types (`.pyi`, `.d.ts`) are no modules, nor are files whose name is not
    /// Unicode, which no import can spell.
    pub(crate) fn insert_file(&mut self, path: &Path, language: Language) {
        let Some((folder, name)) = folder_and_name(path) else {
            return;
        };
        if declares_types_only(name) {
            return;
        }
        let is_new = !self.folders.contains_key(folder);
        let entry = self.folders.entry(folder.to_owned()).or_default();
        let known = Arc::make_mut(entry).files.insert(name.into(), language);
        if known.is_none() {
            self.count_name(name);
        }
        if is_new {
            self.count_in_parents(folder);
        }
    }

    /// Takes a program file out.
    pub(crate) fn remove_file(&mut self, path: &Path) {
        let Some((folder, name)) = folder_and_name(path) else {
            return;
        };
        let Some(entry) = self.folders.get_mut(folder) else {
            return;
        };
        if entry.files.contains_key(name) {
            Arc::make_mut(entry).files.remove(name);
            self.discount_name(name);
            self.drop_if_empty(folder);
        }
    }

    /// Takes the text of a manifest. A faulty one counts as absent.
    pub(crate) fn insert_manifest(&mut self, path: &Path, text: &str) {
        self.remove_manifest(path);
        let manifest = match Manifest::parse(path, text) {
            Ok(Some(manifest)) => manifest,
            Ok(None) => return,
            Err(error) => {
                tracing::debug!(path = %path.display(), error, "the manifest cannot be read");
                return;
            }
        };
        if let Some((name, folder)) = manifest.package_name().zip(path.parent()) {
            let folders = self.packages.entry(name.to_owned()).or_default();
            folders.insert(folder.to_owned());
        }
        self.manifests.insert(path.to_owned(), Arc::new(manifest));
    }

    /// Takes a manifest out.
    pub(crate) fn remove_manifest(&mut self, path: &Path) {
        let Some(manifest) = self.manifests.remove(path) else {
            return;
        };
        let Some((name, folder)) = manifest.package_name().zip(path.parent()) else {
            return;
        };
        if let Some(folders) = self.packages.get_mut(name) {
            folders.remove(folder);
            if folders.is_empty() {
                self.packages.remove(name);
            }
        }
    }

    /// Whether a file of this name is a manifest.
    pub(crate) fn is_manifest(path: &Path) -> bool {
        ManifestKind::of(path).is_some()
    }

    /// The files that `rest` of `module`, as written in `from`, may be found in, most likely first.
    ///
    /// `module` is written as in [`tripline_ir::Import::module`]; `rest` are the names after it. Of Python's
    /// `from . import db` and `db.run`, the module is `.` and the rest `db`, `run`: that may be `db.run` of the package's
    /// `__init__.py`, or, with one name taken, `run` of the module `db`.
    pub(crate) fn candidates(
        &self,
        from: &Path,
        language: Language,
        module: &str,
        rest: &[&str],
    ) -> Candidates {
        match language {
            Language::Python => python::candidates(self, from, module, rest),
            Language::JavaScript | Language::TypeScript | Language::Tsx => {
                ecmascript::candidates(self, from, language, module)
            }
            Language::Go => go::candidates(self, from, module),
            Language::Rust => rust::candidates(self, from, module, rest),
        }
    }

    /// Whether the workspace may have a module whose path starts with `module`, as written in `from`.
    pub(crate) fn may_have(&self, from: &Path, language: Language, module: &str) -> bool {
        match language {
            Language::Python => python::may_be_ours(self, from, module),
            _ => !self.candidates(from, language, module, &[]).is_empty(),
        }
    }

    /// The other files in the folder of a Go file that may belong to its package: without test files, unless it is one. A
    /// test file may say that it belongs to another package; that is for its `package` clause to tell.
    pub(crate) fn package_of(&self, from: &Path) -> Vec<PathBuf> {
        go::package_of(self, from)
    }

    /// The folder of the package that a file belongs to, by the manifest of its language.
    pub(crate) fn package_folder<'p>(&self, from: &'p Path) -> Option<&'p Path> {
        let extension = from.extension().and_then(|extension| extension.to_str());
        let name = match extension {
            Some("go") => "go.mod",
            Some("py") => "pyproject.toml",
            _ => "package.json",
        };
        let mut folders = from.ancestors().skip(1);
        folders.find(|folder| self.manifest(&folder.join(name)).is_some())
    }

    /// Whether some file or folder has the name of a module. If not, it makes no difference to
    /// [`candidates`](ModuleTree::candidates) in Python and Rust which of such names come last.
    pub(crate) fn has_name(&self, module: &str) -> bool {
        self.names.contains_key(module)
    }

    fn count_name(&mut self, name: &str) {
        let names = Arc::make_mut(&mut self.names);
        *names.entry(stem(name).into()).or_default() += 1;
    }

    fn discount_name(&mut self, name: &str) {
        let names = Arc::make_mut(&mut self.names);
        if let Some(count) = names.get_mut(stem(name)) {
            *count -= 1;
            if *count == 0 {
                names.remove(stem(name));
            }
        }
    }

    /// Counts a new folder in the one around it, which may be new as well.
    fn count_in_parents(&mut self, folder: &Path) {
        if let Some((_, name)) = folder_and_name(folder) {
            self.count_name(name);
        }
        for parent in folder.ancestors().skip(1) {
            let is_new = !self.folders.contains_key(parent);
            let entry = self.folders.entry(parent.to_owned()).or_default();
            Arc::make_mut(entry).folders += 1;
            if !is_new {
                break;
            }
            if let Some((_, name)) = folder_and_name(parent) {
                self.count_name(name);
            }
        }
    }

    fn drop_if_empty(&mut self, folder: &Path) {
        for folder in folder.ancestors() {
            let entry = self.folders.get(folder);
            if entry.is_none_or(|entry| !entry.files.is_empty() || entry.folders > 0) {
                break;
            }
            self.folders.remove(folder);
            if let Some((_, name)) = folder_and_name(folder) {
                self.discount_name(name);
            }
            let parent = folder
                .parent()
                .and_then(|parent| self.folders.get_mut(parent));
            if let Some(parent) = parent {
                Arc::make_mut(parent).folders -= 1;
            }
        }
    }

    /// Whether there is a program file in or below the folder.
    fn has_folder(&self, folder: &Path) -> bool {
        self.folders.contains_key(folder)
    }

    /// The language of a program file of the workspace.
    fn language(&self, path: &Path) -> Option<Language> {
        let (folder, name) = folder_and_name(path)?;
        self.folders.get(folder)?.files.get(name).copied()
    }

    /// The names of the files of a language in a folder, sorted.
    fn files_in(&self, folder: &Path, language: Language) -> impl Iterator<Item = &str> {
        let folder = self.folders.get(folder);
        let files = folder.into_iter().flat_map(|folder| &folder.files);
        files.filter_map(move |(name, of)| (*of == language).then_some(&**name))
    }

    fn manifest(&self, path: &Path) -> Option<&Manifest> {
        self.manifests.get(path).map(|manifest| &**manifest)
    }

    /// The folders from that of `from` upwards in which `pick` finds a manifest, with what it found.
    fn manifests_above<'t, T>(
        &'t self,
        from: &'t Path,
        name: &'static str,
        pick: impl Fn(&'t Manifest) -> Option<T>,
    ) -> impl Iterator<Item = (&'t Path, T)> {
        from.ancestors().skip(1).filter_map(move |folder| {
            let manifest = self.manifest(&folder.join(name))?;
            Some((folder, pick(manifest)?))
        })
    }
}

impl Candidate {
    fn file(path: PathBuf, taken: usize) -> Self {
        Candidate {
            files: SmallVec::from_iter([path]),
            taken,
            inside: String::new(),
        }
    }
}

#[derive(Clone, Copy)]
enum ManifestKind {
    Pyproject,
    SetupCfg,
    PackageJson,
    PnpmWorkspace,
    TypeScriptConfig,
    GoMod,
    GoWork,
    CargoToml,
}

impl ManifestKind {
    fn of(path: &Path) -> Option<Self> {
        Some(match path.file_name()?.to_str()? {
            "pyproject.toml" => Self::Pyproject,
            "setup.cfg" => Self::SetupCfg,
            "package.json" => Self::PackageJson,
            "pnpm-workspace.yaml" => Self::PnpmWorkspace,
            "go.mod" => Self::GoMod,
            "go.work" => Self::GoWork,
            "Cargo.toml" => Self::CargoToml,
            name if ecmascript::is_config(name) => Self::TypeScriptConfig,
            _ => return None,
        })
    }
}

impl Manifest {
    /// Reads the manifest that the file's name says it is; `Ok(None)` if it says none.
    fn parse(path: &Path, text: &str) -> Result<Option<Self>, String> {
        let Some(kind) = ManifestKind::of(path) else {
            return Ok(None);
        };
        Ok(Some(match kind {
            ManifestKind::Pyproject => Self::PythonProject(python::Project::parse(text)?),
            ManifestKind::SetupCfg => Self::PythonProject(python::Project::default()),
            ManifestKind::PackageJson => {
                Self::JavaScriptPackage(Box::new(ecmascript::Package::parse(text)?))
            }
            ManifestKind::PnpmWorkspace => {
                Self::PnpmWorkspace(ecmascript::Workspaces::parse_pnpm(text)?)
            }
            ManifestKind::TypeScriptConfig => {
                Self::TypeScriptConfig(ecmascript::Config::parse(text)?)
            }
            ManifestKind::GoMod => Self::GoModule(go::Module::parse(text)?),
            ManifestKind::GoWork => Self::GoWork(go::Work::parse(text)),
            ManifestKind::CargoToml => Self::Cargo(Box::new(rust::Cargo::parse(text)?)),
        }))
    }

    /// The name by which JavaScript imports the package.
    fn package_name(&self) -> Option<&str> {
        match self {
            Manifest::JavaScriptPackage(package) => package.name.as_deref(),
            _ => None,
        }
    }
}

fn folder_and_name(path: &Path) -> Option<(&Path, &str)> {
    Some((path.parent()?, path.file_name()?.to_str()?))
}

/// The name of a file without its ending, which is the name of its module.
fn stem(name: &str) -> &str {
    name.split_once('.').map_or(name, |(stem, _)| stem)
}

fn declares_types_only(name: &str) -> bool {
    [".pyi", ".d.ts", ".d.mts", ".d.cts"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// `relative`, with slashes, below or beside `base`; `None` if it leads beyond the root.
fn joined(base: &Path, relative: &str) -> Option<PathBuf> {
    let mut path = base.to_owned();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if !path.pop() {
                    return None;
                }
            }
            part => path.push(part),
        }
    }
    Some(path)
}

//! The project that a command works on: its root, its files, its configuration and its rules.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde_json::json;
use tripline_rules::{Confidence, Severity};
use tripline_workspace::config::{FILE_NAME, RULES_FOLDER};
use tripline_workspace::{
    Config, Disk, FileSystem, Metadata, Progress, ScanReport, ScanRequest, SharedRules,
    UNUSED_SUPPRESSION, UnreadablePath, scan,
};

use crate::error::Error;

/// Where the root's own configuration is read from while the command line's stands in its place.
const MOVED_CONFIG: &str = "tripline.toml.own";

/// Files that stand at the top of a package.
const PACKAGE_FILES: [&str; 6] = [
    "pyproject.toml",
    "setup.py",
    "setup.cfg",
    "package.json",
    "go.mod",
    "Cargo.toml",
];

/// The project that a command works on.
#[derive(Debug)]
pub(crate) struct Project {
    /// The folder that the command was started in.
    pub(crate) current: PathBuf,
    /// The folder whose configuration and rules hold.
    pub(crate) root: PathBuf,
    /// The files.
    pub(crate) files: Files,
    /// The configuration, free of problems as far as it was read.
    pub(crate) config: Config,
    /// The rules in force.
    pub(crate) rules: SharedRules,
}

/// What the command line says over the configuration files.
#[derive(Debug, Default)]
pub(crate) struct Overrides {
    /// Configuration file to read instead of the nearest one.
    pub(crate) config: Option<PathBuf>,
    /// Least severity of findings that are shown.
    pub(crate) severity: Option<Severity>,
    /// Least confidence of findings that are shown.
    pub(crate) confidence: Option<Confidence>,
    /// Ids of the only checks that run.
    pub(crate) categories: Vec<String>,
}

impl Project {
    /// The project that `paths` belong to, which are absolute; that of the current folder if there are none.
    pub(crate) fn open(
        current: PathBuf,
        paths: &[PathBuf],
        overrides: &Overrides,
    ) -> Result<Self, Error> {
        let root = root_of(&current, paths);
        let mut files = Files::default();
        let own = root.join(FILE_NAME);
        let mut extended = config_file(&current, &root, overrides)?;
        let moved = root.join(MOVED_CONFIG);
        let is_own = extended.as_ref() == Some(&own);
        if is_own {
            extended = Some(moved.clone());
        }
        if let Some(text) = overriding_config(overrides, extended.as_deref()) {
            if is_own {
                // Its errors are those of the file that people know.
                Project::open(current.clone(), paths, &Overrides::default())?;
                let bytes = fs::read(&own).map_err(|error| Error::file("read", &own, error))?;
                files.insert(moved, bytes);
            }
            files.insert(own, text.into_bytes());
        }
        let config = Config::load(&files, &root, None);
        let (rules, rule_problems) = SharedRules::load(&files, &config);
        let mut problems = config.problems().to_vec();
        problems.extend(rule_problems);
        if !problems.is_empty() {
            return Err(Error::Config(problems));
        }
        let project = Project {
            current,
            root,
            files,
            config,
            rules,
        };
        for id in &overrides.categories {
            project.check_id(id)?;
        }
        project.accept_config()?;
        Ok(project)
    }

    /// Refuses the configuration if something is wrong in what was read of it, or names a check that there is not.
    pub(crate) fn accept_config(&self) -> Result<(), Error> {
        let mut problems = self.config.problems().to_vec();
        let mut known: Vec<&str> = self.rules.checks().iter().map(|check| &*check.id).collect();
        known.push(UNUSED_SUPPRESSION);
        problems.extend(self.config.unknown_checks(&known));
        if problems.is_empty() {
            Ok(())
        } else {
            Err(Error::Config(problems))
        }
    }

    /// The id of a check as it is written in its page, from one that may be in snake case.
    pub(crate) fn check_id(&self, id: &str) -> Result<String, Error> {
        let id = id.replace('_', "-");
        if self.rules.check(&id).is_some() || id == UNUSED_SUPPRESSION {
            return Ok(id);
        }
        let closest = self.rules.closest_check(&id).map(str::to_owned);
        Err(Error::UnknownCheck { id, closest })
    }

    /// The folder whose files the scanned ones may be connected with: the repository, else the package around them.
    fn around(&self) -> Option<PathBuf> {
        let holds =
            |folder: &Path, names: &[&str]| names.iter().any(|name| folder.join(name).exists());
        if holds(&self.root, &[".git", FILE_NAME, RULES_FOLDER]) {
            return Some(self.root.clone());
        }
        let mut folders = self.root.ancestors();
        let package = folders.find(|folder| holds(folder, &PACKAGE_FILES))?;
        Some(package.to_owned())
    }

    /// Scans files and folders, which are absolute, on `threads` threads; zero for one a core.
    pub(crate) fn scan(
        &mut self,
        paths: Vec<PathBuf>,
        threads: usize,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> ScanReport {
        let request = ScanRequest {
            around: self.around(),
            paths,
            rules: self.rules.clone(),
            threads,
        };
        let files: Arc<dyn FileSystem> = Arc::new(self.files.clone());
        scan(
            &files,
            &request,
            &mut self.config,
            progress,
            &AtomicBool::new(false),
        )
    }

    /// A path as people read it: below the current folder where it is, with slashes.
    pub(crate) fn shown(&self, path: &Path) -> String {
        match path.strip_prefix(&self.current) {
            Ok(below) if below.as_os_str().is_empty() => ".".to_owned(),
            Ok(below) => slashed(below),
            Err(_) => path.display().to_string(),
        }
    }

    /// A path below the root where it is, with slashes.
    pub(crate) fn name(&self, path: &Path) -> String {
        slashed(path.strip_prefix(&self.root).unwrap_or(path))
    }
}

/// The current folder.
pub(crate) fn current_folder() -> Result<PathBuf, Error> {
    std::env::current_dir().map_err(|error| Error::file("enter", ".", error))
}

/// A path from `folder` on, without `.` and `..`.
pub(crate) fn absolute(folder: &Path, path: &Path) -> PathBuf {
    let mut result = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                result.pop();
            }
            part => result.push(part),
        }
    }
    result
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    let joined = parts.join("/");
    match joined.strip_prefix("//") {
        Some(below_root) => format!("/{below_root}"),
        None => joined,
    }
}

/// The root of the project that holds all paths: the git repository around them, else the nearest folder with a
/// configuration or rules, else the current folder where they are in it, else the folder that holds them.
fn root_of(current: &Path, paths: &[PathBuf]) -> PathBuf {
    let start = if paths.iter().all(|path| path.starts_with(current)) {
        current.to_owned()
    } else {
        common_folder(paths).unwrap_or_else(|| current.to_owned())
    };
    let above = |names: &[&str]| {
        start
            .ancestors()
            .find(|folder| names.iter().any(|name| folder.join(name).exists()))
            .map(Path::to_owned)
    };
    above(&[".git"])
        .or_else(|| above(&[FILE_NAME, RULES_FOLDER]))
        .unwrap_or(start)
}

/// The innermost folder that all paths lie in.
fn common_folder(paths: &[PathBuf]) -> Option<PathBuf> {
    let folder = |path: &PathBuf| {
        if path.is_dir() {
            path.clone()
        } else {
            path.parent().unwrap_or(path).to_owned()
        }
    };
    let mut folders = paths.iter().map(folder);
    let first = folders.next()?;
    let mut common = first.as_path();
    for folder in folders {
        common = common
            .ancestors()
            .find(|ancestor| folder.starts_with(ancestor))?;
    }
    Some(common.to_owned())
}

/// A configuration that says what the command line says and extends the file that holds without it, whose path is
/// `extended`.
///
/// The sources of the configuration have an order, and this is how the command line comes last in it. `None` if the
/// command line says nothing.
fn overriding_config(overrides: &Overrides, extended: Option<&Path>) -> Option<String> {
    let mut keys = Vec::new();
    if let Some(severity) = overrides.severity {
        keys.push(("severity-threshold", json!(severity)));
    }
    if let Some(confidence) = overrides.confidence {
        keys.push(("confidence-threshold", json!(confidence)));
    }
    if !overrides.categories.is_empty() {
        keys.push(("categories", json!(overrides.categories)));
    }
    if keys.is_empty() && overrides.config.is_none() {
        return None;
    }
    if let Some(path) = extended {
        keys.push(("extend", json!(path)));
    }
    // A JSON string is a TOML string.
    let lines = keys.iter().map(|(key, value)| format!("{key} = {value}\n"));
    Some(lines.collect())
}

/// The configuration file that holds: the one that the command line names, else the nearest one.
fn config_file(
    current: &Path,
    root: &Path,
    overrides: &Overrides,
) -> Result<Option<PathBuf>, Error> {
    let Some(path) = &overrides.config else {
        let mut nearest = root.ancestors().map(|folder| folder.join(FILE_NAME));
        return Ok(nearest.find(|path| path.is_file()));
    };
    let path = absolute(current, path);
    fs::read(&path).map_err(|error| Error::file("read", &path, error))?;
    if path.to_str().is_none() {
        let message = format!("the path {} is not Unicode; rename it", path.display());
        return Err(Error::Request(message));
    }
    Ok(Some(path))
}

/// The files of the machine, with some replaced by what the command line or standard input says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files {
    replaced: BTreeMap<PathBuf, Vec<u8>>,
}

impl Files {
    /// Makes a file hold these bytes, for this program alone.
    pub(crate) fn insert(&mut self, path: PathBuf, bytes: Vec<u8>) {
        self.replaced.insert(path, bytes);
    }
}

impl FileSystem for Files {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self.replaced.get(path) {
            Some(bytes) => Ok(bytes.clone()),
            None => Disk.read(path),
        }
    }

    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        match self.replaced.get(path) {
            Some(bytes) => Ok(Metadata::File(bytes.len() as u64)),
            None => Disk.metadata(path),
        }
    }

    fn walk(
        &self,
        root: &Path,
        enter: &(dyn Fn(&Path) -> bool + Sync),
    ) -> Vec<Result<PathBuf, UnreadablePath>> {
        Disk.walk(root, enter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_loses_its_dots() {
        let folder = Path::new("/w/project");
        assert_eq!(
            absolute(folder, Path::new("./a/../b.py")),
            Path::new("/w/project/b.py")
        );
        assert_eq!(absolute(folder, Path::new("..")), Path::new("/w"));
        assert_eq!(absolute(folder, Path::new("/x/y.go")), Path::new("/x/y.go"));
    }

    #[test]
    fn the_root_of_paths_elsewhere_is_the_folder_that_holds_them() {
        let paths = [PathBuf::from("/x/a/b.py"), PathBuf::from("/x/a/c/d.py")];
        assert_eq!(common_folder(&paths), Some(PathBuf::from("/x/a")));
    }
}

//! Modules of Python.
//!
//! How a name leads to a file is the [import system]'s; which folders absolute imports start at is not written in the
//! code: it is taken from the layout of the packages and from the project's manifest.
//!
//! [import system]: https://docs.python.org/3/reference/import.html

use std::path::{Path, PathBuf};

use toml::{Table, Value};
use tripline_syntax::Language;

use super::{Candidate, Candidates, Manifest, ModuleTree, joined};

/// A project: `pyproject.toml` or `setup.cfg`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Project {
    /// Folders that hold packages, besides the project's own and `src`.
    roots: Vec<String>,
}

impl Project {
    /// Reads `pyproject.toml`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let table: Table = text.parse().map_err(|error| format!("{error}"))?;
        let mut roots = Vec::new();
        let tool = |path: &[&str]| {
            let mut value = table.get("tool")?;
            for name in path {
                value = value.get(name)?;
            }
            Some(value)
        };
        roots.extend(strings(tool(&["setuptools", "packages", "find", "where"])));
        if let Some(folders) = tool(&["setuptools", "package-dir"]) {
            roots.extend(strings(folders.get("")));
        }
        let packages = tool(&["poetry", "packages"]).and_then(Value::as_array);
        for package in packages.into_iter().flatten() {
            roots.extend(strings(package.get("from")));
        }
        roots.extend(strings(tool(&["pytest", "ini_options", "pythonpath"])));
        roots.retain(|root| root != "src" && root != ".");
        Ok(Project { roots })
    }
}

/// A string, or the strings of a list.
fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(one)) => vec![one.clone()],
        Some(Value::Array(several)) => {
            let strings = several.iter().filter_map(Value::as_str);
            strings.map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn candidates(
    tree: &ModuleTree,
    from: &Path,
    module: &str,
    rest: &[&str],
) -> Candidates {
    let Some(folder) = from.parent() else {
        return Candidates::new();
    };
    let absolute = module.trim_start_matches('.');
    let dots = module.len() - absolute.len();
    let mut names: Vec<&str> = absolute
        .split('.')
        .filter(|name| !name.is_empty())
        .collect();
    let fixed = names.len();
    names.extend(rest);
    if dots > 0 {
        let Some(base) = folder.ancestors().nth(dots - 1) else {
            return Candidates::new();
        };
        return search(tree, base, &names, fixed).found;
    }
    if fixed == 0 {
        return Candidates::new();
    }
    for root in roots(tree, folder) {
        let Search { found, is_bound } = search(tree, &root, &names, fixed);
        // A file `redis.py` that imports `redis` means the library.
        let mut files = found.iter().flat_map(|found| &found.files);
        let is_itself = !found.is_empty() && files.all(|file| file == from);
        if !is_itself && (is_bound || !found.is_empty()) {
            return found;
        }
    }
    Candidates::new()
}

/// Whether the first name of an absolute import may be of the workspace: a module, or a folder with modules below it.
pub(super) fn may_be_ours(tree: &ModuleTree, from: &Path, name: &str) -> bool {
    let mut roots = from
        .parent()
        .into_iter()
        .flat_map(|folder| roots(tree, folder));
    roots.any(|root| tree.has_folder(&root.join(name)) || module_file(tree, &root, name).is_some())
}

struct Search {
    found: Candidates,
    /// Whether the first name is a module or regular package there, so that no other root is asked.
    is_bound: bool,
}

/// The modules that the first `fixed` names and more of `names` lead to from a folder.
fn search(tree: &ModuleTree, base: &Path, names: &[&str], fixed: usize) -> Search {
    let mut found = Candidates::new();
    let mut is_bound = false;
    let mut folder = base.to_owned();
    if fixed == 0 {
        found.extend(package_file(tree, &folder).map(|file| Candidate::file(file, 0)));
    }
    for (index, name) in names.iter().enumerate() {
        let package = folder.join(name);
        let regular = package_file(tree, &package);
        let is_regular = regular.is_some();
        let file = regular.or_else(|| module_file(tree, &folder, name));
        let is_file = file.is_some();
        is_bound |= index == 0 && is_file;
        if index + 1 >= fixed {
            found.extend(file.map(|file| Candidate::file(file, index + 1 - fixed)));
        }
        let is_namespace = !is_file && tree.has_folder(&package);
        if !is_regular && !is_namespace {
            break;
        }
        folder = package;
    }
    Search { found, is_bound }
}

/// The `__init__.py` of a regular package.
fn package_file(tree: &ModuleTree, folder: &Path) -> Option<PathBuf> {
    let file = folder.join("__init__.py");
    (tree.language(&file)? == Language::Python).then_some(file)
}

fn module_file(tree: &ModuleTree, folder: &Path, name: &str) -> Option<PathBuf> {
    let file = folder.join(format!("{name}.py"));
    (tree.language(&file)? == Language::Python).then_some(file)
}

/// The folders that absolute imports of a file in `folder` may start at, nearest first: it and those above that are no
/// regular packages themselves, and of each that holds a project the folders of its packages.
fn roots(tree: &ModuleTree, folder: &Path) -> impl Iterator<Item = PathBuf> {
    let is_package = move |folder: &Path| package_file(tree, folder).is_some();
    let above = folder.ancestors().filter(move |folder| !is_package(folder));
    above.flat_map(move |folder| {
        let mut roots = Vec::new();
        let project = ["pyproject.toml", "setup.cfg"].iter().find_map(|name| {
            match tree.manifest(&folder.join(name))? {
                Manifest::PythonProject(project) => Some(project),
                _ => None,
            }
        });
        if let Some(project) = project {
            roots.extend(project.roots.iter().filter_map(|root| joined(folder, root)));
        }
        if project.is_some() || module_file(tree, folder, "setup").is_some() {
            roots.push(folder.join("src"));
        }
        roots.push(folder.to_owned());
        roots
    })
}

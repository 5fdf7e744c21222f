//! Modules of Rust.
//!
//! Files are found by the [convention for module files], crates by the manifests of [Cargo]. That a module is declared at
//! all (`mod db;`) is not known here; one with a `#[path]` of its own is named by that path: `./db.rs`.
//!
//! [convention for module files]: https://doc.rust-lang.org/reference/items/modules.html#module-source-filenames
//! [Cargo]: https://doc.rust-lang.org/cargo/reference/cargo-targets.html

use std::path::{Path, PathBuf};

use smallvec::SmallVec;
use toml::{Table, Value};
use tripline_syntax::Language;

use super::{Candidate, Candidates, Manifest, ModuleTree, folder_and_name, joined};

/// Of the crates that own a folder together, such as integration tests with a common module, this many are looked at.
const MAX_OWNERS: usize = 8;

/// `Cargo.toml`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Cargo {
    package: Option<Package>,
    dependencies: Vec<Dependency>,
    workspace: Option<Workspace>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Package {
    /// The name by which the library is imported.
    library: String,
    library_path: Option<String>,
    /// The paths of the other targets that have one written.
    targets: Vec<String>,
    /// The folder of the workspace, if that is not above the package.
    workspace: Option<String>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Workspace {
    dependencies: Vec<Dependency>,
    /// Packages that stand for those of a registry.
    patches: Vec<Dependency>,
}

#[derive(Debug, PartialEq, Eq)]
struct Dependency {
    key: String,
    /// The package, if the key is a name of this workspace's own for it.
    package: Option<String>,
    path: Option<String>,
    /// Whether the workspace says where it is.
    is_inherited: bool,
}

impl Cargo {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let table: Table = text.parse().map_err(|error| format!("{error}"))?;
        let mut dependencies = dependencies(&table);
        let targets = table.get("target").and_then(Value::as_table);
        for target in targets.into_iter().flat_map(Table::values) {
            if let Some(target) = target.as_table() {
                dependencies.extend(self::dependencies(target));
            }
        }
        let workspace = table.get("workspace").and_then(Value::as_table);
        Ok(Cargo {
            package: Package::of(&table),
            dependencies,
            workspace: workspace.map(|workspace| {
                let patches = table.get("patch").and_then(Value::as_table);
                let patches = patches.into_iter().flat_map(Table::values);
                Workspace {
                    dependencies: listed(workspace.get("dependencies")),
                    patches: patches.flat_map(|patched| listed(Some(patched))).collect(),
                }
            }),
        })
    }
}

impl Package {
    fn of(manifest: &Table) -> Option<Self> {
        let package = manifest.get("package")?.as_table()?;
        let text = |value: Option<&Value>| Some(value?.as_str()?.to_owned());
        let library = manifest.get("lib");
        let name = text(library.and_then(|library| library.get("name")));
        let name = name.or_else(|| text(package.get("name")))?;
        let mut targets = Vec::new();
        for kind in ["bin", "test", "example", "bench"] {
            let written = manifest.get(kind).and_then(Value::as_array);
            let paths = written.into_iter().flatten();
            targets.extend(paths.filter_map(|target| text(target.get("path"))));
        }
        targets.extend(text(package.get("build")));
        Some(Package {
            library: name.replace('-', "_"),
            library_path: text(library.and_then(|library| library.get("path"))),
            targets,
            workspace: text(package.get("workspace")),
        })
    }
}

impl Package {
    /// The roots of crates that the manifest names, the library first. Of those whose path as it is written shows that
    /// they are not `wanted`, none is made.
    fn written_roots(
        &self,
        folder: &Path,
        wanted: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = PathBuf> {
        let written = self.library_path.iter().chain(&self.targets);
        written
            .filter(move |path| wanted(path))
            .filter_map(move |path| joined(folder, path))
    }
}

/// The dependencies of a manifest, or of one of its targets.
fn dependencies(table: &Table) -> Vec<Dependency> {
    ["dependencies", "dev-dependencies", "build-dependencies"]
        .iter()
        .flat_map(|section| listed(table.get(*section)))
        .collect()
}

fn listed(section: Option<&Value>) -> Vec<Dependency> {
    let section = section.and_then(Value::as_table);
    let listed = section.into_iter().flatten().map(|(key, value)| {
        let text = |field: &str| Some(value.get(field)?.as_str()?.to_owned());
        Dependency {
            key: key.clone(),
            package: text("package"),
            path: text("path"),
            is_inherited: value.get("workspace").and_then(Value::as_bool) == Some(true),
        }
    });
    listed.collect()
}

pub(super) fn candidates(
    tree: &ModuleTree,
    from: &Path,
    module: &str,
    rest: &[&str],
) -> Candidates {
    if module.starts_with("./") {
        let file = from.parent().and_then(|folder| joined(folder, module));
        let start = file.map(|file| Start::file(&file));
        return in_modules(tree, start.into_iter().collect(), &[], rest);
    }
    let names: Vec<&str> = module.split('.').filter(|name| !name.is_empty()).collect();
    let Some((&first, below)) = names.split_first() else {
        return Candidates::new();
    };
    let starts = match first {
        "crate" => roots_of(tree, from),
        "self" | "super" => Starts::from_iter([Start::file(from)]),
        name => match imported_crate(tree, from, name) {
            Imported::Library(root) => Starts::from_iter([Start::file(&root)]),
            Imported::Elsewhere => Starts::new(),
            Imported::Unknown => {
                let module = child(tree, &children_of(tree, from), name);
                if module.is_none_or(|module| module == from) {
                    return Candidates::new();
                }
                let file = Starts::from_iter([Start::file(from)]);
                return in_modules(tree, file, &names, rest);
            }
        },
    };
    if first == "super" {
        return in_modules(tree, starts, &names, rest);
    }
    in_modules(tree, starts, below, rest)
}

/// A module to start at: a file, or an inline module in it.
struct Start {
    file: PathBuf,
    inline: Vec<String>,
}

type Starts = SmallVec<[Start; 2]>;

impl Start {
    fn file(file: &Path) -> Self {
        Start {
            file: file.to_owned(),
            inline: Vec::new(),
        }
    }
}

/// What a path of module names, which may begin with `super`, and the names after it lead to.
fn in_modules(tree: &ModuleTree, starts: Starts, names: &[&str], rest: &[&str]) -> Candidates {
    let supers = names.iter().take_while(|name| **name == "super").count();
    let mut starts = starts;
    for _ in 0..supers {
        let parents = starts.iter().flat_map(|start| parents(tree, start));
        starts = parents.take(MAX_OWNERS).collect();
    }
    let mut found = Candidates::new();
    for start in &starts {
        for candidate in in_module(tree, start, &names[supers..], rest) {
            if !found.contains(&candidate) {
                found.push(candidate);
            }
        }
    }
    found
}

fn in_module(tree: &ModuleTree, start: &Start, names: &[&str], rest: &[&str]) -> Candidates {
    let inline = start.inline.iter().map(String::as_str);
    let path: Vec<&str> = inline.chain(names.iter().copied()).collect();
    let fixed = path.len();
    let all: Vec<&str> = path.iter().chain(rest).copied().collect();
    // The file of each module on the way; those without one are inline.
    let mut files = vec![is_rust(tree, &start.file).then(|| start.file.clone())];
    let mut folder = children_of(tree, &start.file);
    for name in &all {
        files.push(child(tree, &folder, name));
        folder.push(name);
        if !tree.has_folder(&folder) && files.last().is_some_and(Option::is_none) {
            break;
        }
    }
    let candidate = |depth: usize, file: &PathBuf| Candidate {
        files: SmallVec::from_iter([file.clone()]),
        taken: depth.saturating_sub(fixed),
        inside: path.get(depth..).unwrap_or_default().join("."),
    };
    let mut found = Candidates::new();
    // The last name may be a module as well as a function in the module before it.
    let is_module = all.len() - usize::from(!rest.is_empty());
    let deepest = (0..=is_module).rev().find_map(|depth| {
        let file = files.get(depth)?.as_ref()?;
        Some(candidate(depth, file))
    });
    found.extend(deepest);
    if is_module < all.len()
        && let Some(Some(file)) = files.get(all.len())
    {
        found.push(candidate(all.len(), file));
    }
    found
}

/// The file of the module `name` whose parent has its modules in `folder`.
fn child(tree: &ModuleTree, folder: &Path, name: &str) -> Option<PathBuf> {
    let file = folder.join(format!("{name}.rs"));
    if is_rust(tree, &file) {
        return Some(file);
    }
    let file = folder.join(name).join("mod.rs");
    is_rust(tree, &file).then_some(file)
}

fn is_rust(tree: &ModuleTree, file: &Path) -> bool {
    tree.language(file) == Some(Language::Rust)
}

/// The folder in which a file's modules have their files.
fn children_of(tree: &ModuleTree, file: &Path) -> PathBuf {
    let is_named_mod = file.file_name().is_some_and(|name| name == "mod.rs");
    if is_named_mod || is_root(tree, file) {
        file.parent().unwrap_or(file).to_owned()
    } else {
        file.with_extension("")
    }
}

/// The modules around a module. Several crates may share a file.
fn parents(tree: &ModuleTree, start: &Start) -> Starts {
    if let Some((_, around)) = start.inline.split_last() {
        return Starts::from_iter([Start {
            file: start.file.clone(),
            inline: around.to_vec(),
        }]);
    }
    if is_root(tree, &start.file) {
        return Starts::new();
    }
    let folder = start.file.parent();
    let is_named_mod = start.file.file_name().is_some_and(|name| name == "mod.rs");
    let folder = if is_named_mod {
        folder.and_then(Path::parent)
    } else {
        folder
    };
    folder.map_or_else(Starts::new, |folder| owners(tree, folder))
}

/// The modules whose modules have their files in `folder`.
fn owners(tree: &ModuleTree, folder: &Path) -> Starts {
    let mut inline: Vec<String> = Vec::new();
    for folder in folder.ancestors() {
        let mut files = roots_in(tree, folder);
        if files.is_empty() {
            let named = [folder.join("mod.rs"), folder.with_extension("rs")];
            files.extend(named.into_iter().find(|file| is_rust(tree, file)));
        }
        if !files.is_empty() {
            inline.reverse();
            let starts = files.into_iter().map(|file| Start {
                file,
                inline: inline.clone(),
            });
            return starts.collect();
        }
        let is_package = cargo_in(tree, folder).is_some();
        match folder.file_name().and_then(|name| name.to_str()) {
            Some(name) if !is_package => inline.push(name.to_owned()),
            _ => break,
        }
    }
    Starts::new()
}

/// The roots of the crates that a file belongs to.
fn roots_of(tree: &ModuleTree, file: &Path) -> Starts {
    let mut modules = Starts::from_iter([Start::file(file)]);
    // Every step leads towards the root of the tree of folders, or out of an inline module.
    for _ in 0..file.components().count() * 2 {
        if modules.iter().all(|module| is_root(tree, &module.file)) {
            break;
        }
        let mut around = Starts::new();
        for module in &modules {
            let outer = Start::file(&module.file);
            if is_root(tree, &module.file) {
                around.push(outer);
            } else {
                around.extend(parents(tree, &outer));
            }
        }
        around.truncate(MAX_OWNERS);
        modules = around;
    }
    for module in &mut modules {
        module.inline.clear();
    }
    modules
}

/// Which files of a folder are roots of crates without a manifest that says so.
enum Convention {
    Named(&'static [&'static str]),
    Every,
}

impl Convention {
    /// The one for a folder of a package.
    fn of(package: &Path, folder: &Path) -> Self {
        let Ok(below) = folder.strip_prefix(package) else {
            return Convention::Named(&[]);
        };
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        match parts.as_deref() {
            Some([]) => Convention::Named(&["build.rs"]),
            Some(["src"]) => Convention::Named(&["lib.rs", "main.rs"]),
            Some(["src", "bin"] | ["tests" | "examples" | "benches"]) => Convention::Every,
            Some(["src", "bin", _] | ["tests" | "examples" | "benches", _]) => {
                Convention::Named(&["main.rs"])
            }
            _ => Convention::Named(&[]),
        }
    }

    /// The one for a folder that belongs to no package.
    const WITHOUT_PACKAGE: Self = Convention::Named(&["lib.rs", "main.rs"]);
}

/// Whether a file is the root of a crate.
fn is_root(tree: &ModuleTree, file: &Path) -> bool {
    let Some((folder, name)) = folder_and_name(file) else {
        return false;
    };
    let convention = match package_above(tree, folder) {
        Some((package_folder, package)) => {
            let mut written = package.written_roots(package_folder, |path| path.ends_with(name));
            if written.any(|root| root == file) {
                return true;
            }
            Convention::of(package_folder, folder)
        }
        None => Convention::WITHOUT_PACKAGE,
    };
    match convention {
        Convention::Named(names) => names.contains(&name),
        Convention::Every => true,
    }
}

/// The roots of crates in a folder, the library first.
fn roots_in(tree: &ModuleTree, folder: &Path) -> Vec<PathBuf> {
    let mut roots = Vec::new();
    let convention = match package_above(tree, folder) {
        Some((package_folder, package)) => {
            let name = folder.file_name().and_then(|name| name.to_str());
            let may_be_here = |path: &str| match path.rsplit('/').nth(1) {
                Some("." | "..") | None => true,
                around => around == name,
            };
            let written = package.written_roots(package_folder, may_be_here);
            roots.extend(written.filter(|root| root.parent() == Some(folder)));
            Convention::of(package_folder, folder)
        }
        None => Convention::WITHOUT_PACKAGE,
    };
    match convention {
        Convention::Named(names) => roots.extend(names.iter().map(|name| folder.join(name))),
        Convention::Every => {
            let names = tree.files_in(folder, Language::Rust).take(MAX_OWNERS);
            roots.extend(names.map(|name| folder.join(name)));
        }
    }
    roots.retain(|root| is_rust(tree, root));
    roots.truncate(MAX_OWNERS);
    roots
}

fn cargo_in<'t>(tree: &'t ModuleTree, folder: &Path) -> Option<&'t Cargo> {
    match tree.manifest(&folder.join("Cargo.toml"))? {
        Manifest::Cargo(cargo) => Some(cargo),
        _ => None,
    }
}

/// The package that a folder belongs to, and the folder of that.
fn package_above<'t, 'p>(
    tree: &'t ModuleTree,
    folder: &'p Path,
) -> Option<(&'p Path, &'t Package)> {
    folder.ancestors().find_map(|folder| {
        let package = cargo_in(tree, folder)?.package.as_ref()?;
        Some((folder, package))
    })
}

/// What a name is as that of a crate.
enum Imported {
    /// The library of the own package, or of a package of the workspace that the own one depends on, with its root.
    Library(PathBuf),
    /// A dependency that is not in the workspace.
    Elsewhere,
    /// No dependency, as far as the manifest says.
    Unknown,
}

/// The crate that code in `from` calls by a name.
fn imported_crate(tree: &ModuleTree, from: &Path, name: &str) -> Imported {
    let own = from.parent().and_then(|folder| package_above(tree, folder));
    let Some((folder, package)) = own else {
        return Imported::Unknown;
    };
    let library = |folder: &Path, package: &Package| {
        library_root(tree, folder, package).map_or(Imported::Elsewhere, Imported::Library)
    };
    if package.library == name {
        return match library_root(tree, folder, package) {
            Some(root) => Imported::Library(root),
            None => Imported::Unknown,
        };
    }
    let cargo = cargo_in(tree, folder);
    let workspace = workspace_of(tree, folder, package);
    for dependency in cargo.into_iter().flat_map(|cargo| &cargo.dependencies) {
        let is_called = dependency.key.replace('-', "_") == name;
        let folder = dependency.folder(folder, workspace.as_ref());
        let package = folder
            .as_ref()
            .and_then(|folder| cargo_in(tree, folder)?.package.as_ref());
        match folder.as_ref().zip(package) {
            Some((folder, package)) => {
                let is_called = if dependency.is_renamed(workspace.as_ref()) {
                    is_called
                } else {
                    package.library == name
                };
                if is_called {
                    return library(folder, package);
                }
            }
            None if is_called => return Imported::Elsewhere,
            None => {}
        }
    }
    Imported::Unknown
}

impl Dependency {
    /// What the workspace says of it if it leaves that to the workspace.
    fn inherited<'d>(&'d self, workspace: Option<&WorkspaceIn<'d>>) -> &'d Dependency {
        let listed = workspace.filter(|_| self.is_inherited);
        let listed = listed.and_then(|(_, workspace)| {
            let mut listed = workspace.dependencies.iter();
            listed.find(|listed| listed.key == self.key)
        });
        listed.unwrap_or(self)
    }

    /// Whether the key stands for it in code, whatever its library is called.
    fn is_renamed(&self, workspace: Option<&WorkspaceIn<'_>>) -> bool {
        self.inherited(workspace).package.is_some()
    }

    /// Its folder, if it is a dependency of the package in `folder` on one of the workspace.
    fn folder(&self, folder: &Path, workspace: Option<&WorkspaceIn<'_>>) -> Option<PathBuf> {
        if let Some(path) = &self.path {
            return joined(folder, path);
        }
        let (root, workspace_there) = workspace?;
        let written = self.inherited(workspace);
        if let Some(path) = &written.path {
            return joined(root, path);
        }
        let name = written.package.as_ref().unwrap_or(&written.key);
        let mut patches = workspace_there.patches.iter();
        let patch = patches.find(|patch| patch.package.as_ref().unwrap_or(&patch.key) == name)?;
        joined(root, patch.path.as_ref()?)
    }
}

/// A workspace and its folder.
type WorkspaceIn<'t> = (PathBuf, &'t Workspace);

/// The workspace of a package, and its folder.
fn workspace_of<'t>(
    tree: &'t ModuleTree,
    folder: &Path,
    package: &Package,
) -> Option<WorkspaceIn<'t>> {
    let start = match &package.workspace {
        Some(written) => joined(folder, written)?,
        None => folder.to_owned(),
    };
    start.ancestors().find_map(|folder| {
        let workspace = cargo_in(tree, folder)?.workspace.as_ref()?;
        Some((folder.to_owned(), workspace))
    })
}

fn library_root(tree: &ModuleTree, folder: &Path, package: &Package) -> Option<PathBuf> {
    let path = package.library_path.as_deref().unwrap_or("src/lib.rs");
    let root = joined(folder, path)?;
    is_rust(tree, &root).then_some(root)
}

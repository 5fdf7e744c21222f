//! What names mean that other files declare.
//!
//! A name is followed through what files declare alone ([`Items`]), never through bodies, so that an edit inside a body
//! changes no link. The values behind names are those that a module has before anything is called; summaries of functions
//! are asked for by [`crate::db`], a bounded number of files deep. Nothing here thus depends on itself, however files import
//! each other.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use salsa::Durability;
use tripline_flow::{Elsewhere, FunctionRef, OtherClass, OtherFiles, Value};
use tripline_ir::{BodyKey, Function, ImportKind, Items, Symbol};
use tripline_syntax::Language;

use crate::db::{self, Database, Db, File, Workspace};
use crate::interfaces;
use crate::modules::ModuleTree;

/// Longest chain of re-exports that is followed.
const MAX_HOPS: usize = 12;

/// Most looks into files for one name. The most that a name took in libraries that import everything of each other is a
/// quarter of it.
const MAX_STEPS: usize = 2_000;

/// What stands between the path of a file and the name in it.
const SEPARATOR: &str = "::";

/// The files of the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Directory {
    pub(crate) tree: ModuleTree,
    /// By path.
    pub(crate) slots: BTreeMap<Symbol, Slot>,
}

impl Directory {
    /// Adds a file.
    pub(crate) fn add(&mut self, db: &Database, path: &Path, language: Language, file: File) {
        if let Some(symbol) = path.to_str().map(Symbol::new) {
            self.tree.insert_file(path, language);
            // An edit of an open file leaves it as it is, so that nothing that is known of other files is asked whether it holds.
            let slot = Slot::builder(file).durability(Durability::MEDIUM).new(db);
            self.slots.insert(symbol, slot);
        }
    }
}

/// A path at which a program file is: the file changes when an editor opens it, its place does not.
#[salsa::input]
#[derive(Debug)]
pub(crate) struct Slot {
    #[returns(copy)]
    pub(crate) file: File,
}

/// What a name denotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// The path of the file that declares it.
    pub(crate) path: Symbol,
    pub(crate) what: Declared,
}

/// What a file declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Declared {
    /// The file itself.
    Module,
    Function(BodyKey),
    Class(Symbol),
    /// A name of the top level.
    Value(Symbol),
}

/// A name as a file has it, split at where the path to a module may end.
struct Written<'a> {
    module: &'a str,
    rest: Vec<&'a str>,
}

/// The path of a file, as keys of bodies have it; `None` for one that is no Unicode.
#[salsa::tracked(returns(copy))]
pub(crate) fn path_symbol(db: &dyn Db, file: File) -> Option<Symbol> {
    file.path(db).to_str().map(Symbol::new)
}

/// The file at a path.
#[salsa::tracked(returns(copy))]
pub(crate) fn file_at(db: &dyn Db, workspace: Workspace, path: Symbol) -> Option<File> {
    let slot = *workspace.directory(db).slots.get(&path)?;
    Some(slot.file(db))
}

/// Whether there is no program file, so that no name can mean one.
#[salsa::tracked(returns(copy))]
fn is_empty(db: &dyn Db, workspace: Workspace) -> bool {
    workspace.directory(db).slots.is_empty()
}

/// Whether the workspace may have a module of this name, as written in a file.
#[salsa::tracked(returns(copy))]
fn is_ours(db: &dyn Db, workspace: Workspace, from: File, module: Symbol) -> bool {
    let language = db::language(db, from);
    let tree = &workspace.directory(db).tree;
    tree.may_have(from.path(db), language, &module)
}

/// What a qualified name of a file denotes in another one.
#[salsa::tracked(returns(copy))]
pub(crate) fn link(db: &dyn Db, workspace: Workspace, from: File, name: Symbol) -> Option<Target> {
    Search::new(db, workspace).resolve(from, &name, 0)
}

/// What a qualified name denotes in a file, which may declare it itself.
pub(crate) fn denoted(
    db: &dyn Db,
    workspace: Workspace,
    file: File,
    name: Symbol,
) -> Option<Target> {
    if name.contains(['.', '/']) {
        let is_ours = may_be_ours(db, workspace, file, name);
        return is_ours.then(|| link(db, workspace, file, name)).flatten();
    }
    own(db, workspace, file, &name).or_else(|| implied(db, workspace, file, name))
}

/// What a plain name denotes that the file neither declares nor imports by name.
#[salsa::tracked(returns(copy))]
fn implied(db: &dyn Db, workspace: Workspace, from: File, name: Symbol) -> Option<Target> {
    let language = db::language(db, from);
    if language == Language::Go {
        return siblings(db, workspace, from)
            .iter()
            .find_map(|file| own(db, workspace, *file, &name));
    }
    let items = db::items(db, from);
    let mut wildcards = items
        .imports
        .iter()
        .rev()
        .filter(|import| import.kind == ImportKind::Wildcard);
    let mut search = Search::new(db, workspace);
    wildcards.find_map(|import| search.in_all_of(from, import.target, &[name.as_str()], 1))
}

/// The other files of a Go package.
#[salsa::tracked(returns(ref))]
pub(crate) fn siblings(db: &dyn Db, workspace: Workspace, file: File) -> Vec<File> {
    let directory = workspace.directory(db);
    let paths = directory.tree.package_of(file.path(db));
    let package = db::items(db, file).package;
    files(db, workspace, paths.iter().map(AsRef::as_ref))
        .into_iter()
        .filter(|other| db::items(db, *other).package == package)
        .collect()
}

fn files<'a>(
    db: &dyn Db,
    workspace: Workspace,
    paths: impl Iterator<Item = &'a Path>,
) -> Vec<File> {
    let path = |path: &Path| path.to_str().map(Symbol::new);
    paths
        .filter_map(path)
        .filter_map(|path| file_at(db, workspace, path))
        .collect()
}

/// Files in which `rest` of a module may be found, with how many of `rest` are still to be found there, and the module
/// inside the file.
fn candidates(
    db: &dyn Db,
    workspace: Workspace,
    from: File,
    module: &str,
    rest: &[&str],
) -> Vec<(Vec<File>, usize, String)> {
    let language = db::language(db, from);
    let found = workspace
        .directory(db)
        .tree
        .candidates(from.path(db), language, module, rest);
    found
        .into_iter()
        .map(|candidate| {
            let files = files(db, workspace, candidate.files.iter().map(AsRef::as_ref));
            (files, candidate.taken, candidate.inside)
        })
        .collect()
}

/// Files in which a name of a module that a Python or Rust file has all of may be found, unless it is that of a module
/// itself; with the path to the module inside them.
#[salsa::tracked(returns(ref))]
fn places_of_all(
    db: &dyn Db,
    workspace: Workspace,
    from: File,
    module: Symbol,
) -> Vec<(Vec<File>, String)> {
    let any = module.member("*");
    let ways = split(db::language(db, from), &any).into_iter();
    let places = ways.flat_map(|written| {
        let found = candidates(db, workspace, from, written.module, &written.rest);
        found.into_iter().map(move |(files, taken, inside)| {
            let mut path = name_parts(&inside);
            let (_any, rest) = written.rest.split_last().unwrap_or((&"*", &[]));
            path.extend(rest.get(taken..).unwrap_or_default());
            (files, path.join("."))
        })
    });
    places.collect()
}

/// The search for what a name denotes.
///
/// Where files import everything of each other, there are far more ways through them than files. What one way did not lead
/// to, no other that is as long leads to: the steps grow with the files, not with the ways.
struct Search<'db> {
    db: &'db dyn Db,
    workspace: Workspace,
    /// The fewest hops after which a path of names was looked for in a file. What is found ends the search, so that each was
    /// in vain or is still under way.
    tried: FxHashMap<(File, Symbol), usize>,
    /// How often some file was looked into.
    steps: usize,
}

impl<'db> Search<'db> {
    fn new(db: &'db dyn Db, workspace: Workspace) -> Self {
        Search {
            db,
            workspace,
            tried: FxHashMap::default(),
            steps: 0,
        }
    }

    /// Whether a path of names is yet to be looked for in a file after so many hops, which then counts as done.
    fn takes_step(&mut self, file: File, path: &str, hops: usize) -> bool {
        if hops > MAX_HOPS || self.steps >= MAX_STEPS {
            return false;
        }
        let fewest = self
            .tried
            .entry((file, Symbol::new(path)))
            .or_insert(usize::MAX);
        if *fewest <= hops {
            return false;
        }
        *fewest = hops;
        self.steps += 1;
        true
    }

    fn resolve(&mut self, from: File, name: &str, hops: usize) -> Option<Target> {
        if hops > MAX_HOPS {
            return None;
        }
        let (db, workspace) = (self.db, self.workspace);
        if let Some((path, inside)) = name.split_once(SEPARATOR) {
            let file = file_at(db, workspace, Symbol::new(path))?;
            let rest = name_parts(inside);
            let declared = own(db, workspace, file, inside).filter(|_| !rest.is_empty());
            let found = declared.or_else(|| self.find(file, &rest, hops + 1));
            return found.or_else(|| self.in_rest_of_package(file, &rest, hops));
        }
        for written in split(db::language(db, from), name) {
            for (files, taken, inside) in
                candidates(db, workspace, from, written.module, &written.rest)
            {
                let inner = name_parts(&inside).into_iter();
                let rest: Vec<&str> = inner
                    .chain(
                        written
                            .rest
                            .get(taken..)
                            .unwrap_or_default()
                            .iter()
                            .copied(),
                    )
                    .collect();
                let found = self.find_in(&files, from, &rest, hops + 1);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// What `rest` denotes in a module that the file `from` has all of.
    fn in_all_of(
        &mut self,
        from: File,
        module: Symbol,
        rest: &[&str],
        hops: usize,
    ) -> Option<Target> {
        let (db, workspace) = (self.db, self.workspace);
        let language = db::language(db, from);
        let tree = &workspace.directory(db).tree;
        let may_be_module = rest.first().is_some_and(|name| tree.has_name(name));
        if may_be_module || !matches!(language, Language::Python | Language::Rust) {
            let qualified = rest.iter().fold(module, |path, name| path.member(name));
            return self.resolve(from, &qualified, hops);
        }
        if hops > MAX_HOPS {
            return None;
        }
        let mut places = places_of_all(db, workspace, from, module).iter();
        places.find_map(|(files, path)| {
            let inside = path.split('.').filter(|part| !part.is_empty());
            let rest: Vec<&str> = inside.chain(rest.iter().copied()).collect();
            self.find_in(files, from, &rest, hops + 1)
        })
    }

    /// What `rest` denotes in the first of these files that has it, but for the one that asks.
    fn find_in(
        &mut self,
        files: &[File],
        from: File,
        rest: &[&str],
        hops: usize,
    ) -> Option<Target> {
        let db = self.db;
        files
            .iter()
            .filter(|file| **file != from && !is_program(db, **file))
            .find_map(|file| self.find(*file, rest, hops))
    }

    /// What a path of names denotes in the package that a file stands for, outside that file: in another file of a Go package,
    /// or in a module of a Python package, which is a member of it once somebody has imported it.
    fn in_rest_of_package(&mut self, file: File, rest: &[&str], hops: usize) -> Option<Target> {
        let (db, workspace) = (self.db, self.workspace);
        match db::language(db, file) {
            Language::Go => siblings(db, workspace, file)
                .iter()
                .find_map(|sibling| own(db, workspace, *sibling, &rest.join("."))),
            Language::Python if is_package(file.path(db)) && !rest.is_empty() => {
                let name = format!(".{}", rest.join("."));
                self.resolve(file, &name, hops + 1)
            }
            _ => None,
        }
    }

    /// What `rest` denotes in a file, through what it imports and exports again.
    fn find(&mut self, file: File, rest: &[&str], hops: usize) -> Option<Target> {
        let (db, workspace) = (self.db, self.workspace);
        let path = rest.join(".");
        if !self.takes_step(file, &path, hops) || db::left_out(db, file).is_some() {
            return None;
        }
        if rest.is_empty() {
            let whole = db::language(db, file)
                .is_ecmascript()
                .then(|| self.exported(file, &["module.exports", "default"], hops))
                .flatten();
            let path = path_symbol(db, file)?;
            return Some(whole.unwrap_or(Target {
                path,
                what: Declared::Module,
            }));
        }
        if db::language(db, file).is_ecmascript() {
            // Importers of a default export see the members of the object that it is.
            let of_default = format!("default.{path}");
            return self.exported(file, &[&path, &of_default], hops);
        }
        own(db, workspace, file, &path).or_else(|| self.imported(file, rest, hops))
    }

    /// What an ECMAScript module exports under the first of these names that it has.
    fn exported(&mut self, file: File, names: &[&str], hops: usize) -> Option<Target> {
        let (db, workspace) = (self.db, self.workspace);
        let items = db::items(db, file);
        let named = names.iter().find_map(|name| {
            let mut exports = items.exports.iter().rev();
            exports.find(|export| export.name.is_some_and(|known| known.as_str() == *name))
        });
        if let Some(export) = named {
            return match (export.module, export.of) {
                (None, Some(of)) => own(db, workspace, file, &of)
                    .or_else(|| self.imported(file, &[of.as_str()], hops)),
                (Some(module), Some(of)) if of.as_str() == "default" => {
                    self.resolve(file, &module, hops + 1)
                }
                (Some(module), Some(of)) => self.resolve(file, &module.member(&of), hops + 1),
                (Some(module), None) => self.resolve(file, &module, hops + 1),
                (None, None) => declared(db, file, Declared::Value(export.name?)),
            };
        }
        let all = items.exports.iter().filter(|export| export.name.is_none());
        all.filter_map(|export| export.module).find_map(|module| {
            let name = names.first()?;
            self.resolve(file, &module.member(name), hops + 1)
        })
    }

    /// What a file imports under the first of these names, followed to where it is declared.
    fn imported(&mut self, file: File, rest: &[&str], hops: usize) -> Option<Target> {
        let (name, after) = rest.split_first()?;
        let db = self.db;
        let items = db::items(db, file);
        let import = by_local_name(&items, name);
        if let Some(target) = import {
            let qualified = after
                .iter()
                .fold(target, |qualified, name| qualified.member(name));
            return self.resolve(file, &qualified, hops + 1).or_else(|| {
                // A library's, exported again.
                let value = Declared::Value(Symbol::new(name));
                after
                    .is_empty()
                    .then(|| declared(db, file, value))
                    .flatten()
            });
        }
        let mut again = items.exports.iter().rev().filter(|export| {
            export.module.is_some() && export.name.is_none_or(|known| known.as_str() == *name)
        });
        let exported = again.find_map(|export| {
            let module = export.module?;
            if export.name.is_none() {
                return self.in_all_of(file, module, rest, hops + 1);
            }
            let base = export.of.map_or(module, |of| module.member(&of));
            let qualified = after.iter().fold(base, |path, name| path.member(name));
            self.resolve(file, &qualified, hops + 1)
        });
        let mut wildcards = items
            .imports
            .iter()
            .rev()
            .filter(|import| import.kind == ImportKind::Wildcard);
        exported.or_else(|| {
            wildcards.find_map(|import| self.in_all_of(file, import.target, rest, hops + 1))
        })
    }
}

/// Whether a Go file belongs to a program, which nobody can import: a tool beside the package that it generates code for.
fn is_program(db: &dyn Db, file: File) -> bool {
    let package = db::items(db, file).package;
    package.is_some_and(|package| package.as_str() == "main")
}

/// Whether a Python file is that of a package.
fn is_package(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "__init__.py")
}

/// The ways to read a name, the most likely first.
fn split(language: Language, name: &str) -> Vec<Written<'_>> {
    match language {
        Language::Python => {
            let dots = name.len() - name.trim_start_matches('.').len();
            let end = if dots > 0 {
                dots
            } else {
                name.find('.').unwrap_or(name.len())
            };
            let (module, rest) = name.split_at(end);
            vec![Written {
                module,
                rest: name_parts(rest),
            }]
        }
        Language::Rust => {
            let written = name.starts_with("./").then(|| name.find(".rs"));
            let end = match written.flatten() {
                Some(at) => at + ".rs".len(),
                None => name.find('.').unwrap_or(name.len()),
            };
            let (module, rest) = name.split_at(end);
            vec![Written {
                module,
                rest: name_parts(rest),
            }]
        }
        // The path of a module may hold dots as well: of `./db.js.run` the longest that is a module counts.
        _ => {
            let start = name.rfind('/').map_or(0, |slash| slash + 1);
            let mut ends: Vec<usize> = name[start..]
                .match_indices('.')
                .map(|(at, _)| start + at)
                .filter(|at| *at > start && !name[..*at].ends_with('.'))
                .collect();
            ends.push(name.len());
            ends.into_iter()
                .rev()
                .map(|end| Written {
                    module: &name[..end],
                    rest: name_parts(&name[end..]),
                })
                .collect()
        }
    }
}

fn name_parts(rest: &str) -> Vec<&str> {
    rest.split('.').filter(|part| !part.is_empty()).collect()
}

/// What a file itself declares under a path of names.
fn own(db: &dyn Db, workspace: Workspace, file: File, path: &str) -> Option<Target> {
    let items = db::items(db, file);
    let function = items.functions.iter().rev().find(|function| {
        function.class.is_none() && (*function.key.path == *path || *function.name == *path)
    });
    if let Some(function) = function {
        return declared(db, file, Declared::Function(function.key));
    }
    if items.classes.iter().any(|class| *class.name == *path) {
        return declared(db, file, Declared::Class(Symbol::new(path)));
    }
    let name = Symbol::new(path);
    let is_imported = by_local_name(&items, path).is_some();
    if !is_imported && db::top_level(db, workspace, file).contains(&name) {
        return declared(db, file, Declared::Value(name));
    }
    None
}

fn declared(db: &dyn Db, file: File, what: Declared) -> Option<Target> {
    let path = path_symbol(db, file)?;
    Some(Target { path, what })
}

fn by_local_name(items: &Items, name: &str) -> Option<Symbol> {
    let mut imports = items.imports.iter().rev();
    imports
        .find(|import| import.local.is_some_and(|local| local.as_str() == name))
        .map(|import| import.target)
}

/// What other files call what a name of a file denotes; `None` if nothing outside can.
pub(crate) fn renamed(
    db: &dyn Db,
    workspace: Workspace,
    file: File,
    name: Symbol,
) -> Option<Symbol> {
    if name.contains('<') {
        return Some(with_arguments(&name, |part| {
            let part = db::items(db, file).qualified(part);
            renamed(db, workspace, file, part).unwrap_or(part)
        }));
    }
    if name.contains(SEPARATOR) {
        return Some(name);
    }
    let items = db::items(db, file);
    let is_own = items.classes.iter().any(|class| class.name == name);
    if is_own {
        return Some(named_in(path_symbol(db, file)?, name.as_str()));
    }
    let target = if is_plain(db, file, name) {
        implied(db, workspace, file, name)
    } else if may_be_ours(db, workspace, file, name) {
        link(db, workspace, file, name)
    } else {
        return Some(name);
    };
    match target {
        Some(target) => Some(target_name(target)),
        None if is_relative(db::language(db, file), &name) => None,
        None => Some(name),
    }
}

/// A type with its arguments, `Option<Pool>`, each name of it as `rename` gives it.
fn with_arguments(written: &str, rename: impl Fn(Symbol) -> Symbol) -> Symbol {
    let mut renamed = String::with_capacity(written.len());
    for part in written.split_inclusive(['<', '>', ',']) {
        let name = part.trim_end_matches(['<', '>', ',']);
        let is_name = name.starts_with(|first: char| first.is_alphabetic());
        if is_name {
            renamed.push_str(&rename(Symbol::new(name)));
        } else {
            renamed.push_str(name);
        }
        renamed.push_str(&part[name.len()..]);
    }
    Symbol::new(&renamed)
}

/// Whether a name can only be one that another file of the same package declares.
fn is_plain(db: &dyn Db, file: File, name: Symbol) -> bool {
    db::language(db, file) == Language::Go && !name.contains(['.', '/'])
}

fn is_relative(language: Language, name: &str) -> bool {
    match language {
        Language::Rust => {
            let first = name.split('.').next().unwrap_or_default();
            matches!(first, "crate" | "self" | "super") || name.starts_with("./")
        }
        _ => name.starts_with('.'),
    }
}

/// The name of a declaration for all files.
fn target_name(target: Target) -> Symbol {
    let inside = match target.what {
        Declared::Module => Symbol::new(""),
        Declared::Function(key) => key.path,
        Declared::Class(name) | Declared::Value(name) => name,
    };
    named_in(target.path, inside.as_str())
}

fn named_in(path: Symbol, inside: &str) -> Symbol {
    Symbol::new(&format!("{path}{SEPARATOR}{inside}"))
}

/// Whether a qualified name may be of a module of the workspace, by its first part.
fn may_be_ours(db: &dyn Db, workspace: Workspace, file: File, name: Symbol) -> bool {
    if name.contains(SEPARATOR) {
        return true;
    }
    let language = db::language(db, file);
    if is_relative(language, &name) {
        return true;
    }
    let start = match language {
        Language::Python | Language::Rust => 0,
        _ => name.rfind('/').map_or(0, |slash| slash + 1),
    };
    let end = name[start..]
        .find('.')
        .map_or(name.len(), |dot| start + dot);
    is_ours(db, workspace, file, Symbol::new(&name[..end]))
}

/// What a name of another file denotes, as the reader of `Linked` sees it.
#[salsa::tracked(returns(clone))]
fn value_of(
    db: &dyn Db,
    workspace: Workspace,
    path: Symbol,
    name: Symbol,
    stage: Stage,
) -> Option<Arc<Value>> {
    let file = file_at(db, workspace, path)?;
    let globals = match stage {
        Stage::Declared => db::globals(db, workspace, file),
        Stage::Constructed => db::constructed_globals(db, workspace, file),
    };
    let mut parts = name.split('.');
    let first = globals.get(Symbol::new(parts.next()?))?;
    let value = parts.try_fold(first, |value, part| value.fields.as_ref()?.get(part))?;
    let elsewhere = Elsewhere {
        file: path,
        rename: &|name| renamed(db, workspace, file, name),
    };
    Some(Arc::new(elsewhere.value(value)))
}

/// A class as other files see it.
#[salsa::tracked(returns(clone))]
fn class_of(
    db: &dyn Db,
    workspace: Workspace,
    path: Symbol,
    class: Symbol,
) -> Option<Arc<OtherClass>> {
    let file = file_at(db, workspace, path)?;
    let items = db::items(db, file);
    let declared = items.classes.iter().rev().find(|known| known.name == class);
    let elsewhere = Elsewhere {
        file: path,
        rename: &|name| renamed(db, workspace, file, name),
    };
    let members = db::members(db, workspace, file);
    let members = members
        .get(class)
        .map(|members| elsewhere.fields(members))
        .unwrap_or_default();
    let mut methods = methods(db, file, class);
    if db::language(db, file) == Language::Go {
        for sibling in siblings(db, workspace, file) {
            methods.extend(self::methods(db, *sibling, class));
        }
    }
    if db::language(db, file) == Language::Rust && declared.is_some() {
        for (other, name) in interfaces::extending(db, workspace, path, class) {
            methods.extend(self::methods(db, other, name));
        }
    }
    if declared.is_none() && methods.is_empty() {
        return None;
    }
    // The last of several with one name counts.
    methods.reverse();
    methods.sort_by_key(|(name, _)| *name);
    methods.dedup_by_key(|(name, _)| *name);
    let bases = declared.map_or(&[][..], |declared| &declared.bases);
    let bases = bases
        .iter()
        .filter_map(|base| renamed(db, workspace, file, items.qualified(*base)))
        .collect();
    let fields = declared.map_or(&[][..], |declared| &declared.fields);
    let fields = fields.iter().map(|(name, _)| *name).collect();
    let mut data = items.classes.iter();
    let holds_data = data.any(|known| {
        let is_variant = known.bases.contains(&class);
        (known.name == class || is_variant) && !known.fields.is_empty()
    });
    Some(Arc::new(OtherClass {
        holds_data,
        is_interface: items.interfaces.iter().any(|known| known.name == class),
        fields,
        members,
        methods,
        bases,
    }))
}

/// What a file declares of a function.
#[salsa::tracked(returns(clone))]
fn function_of(db: &dyn Db, workspace: Workspace, path: Symbol, key: BodyKey) -> Option<Function> {
    let items = db::items(db, file_at(db, workspace, path)?);
    let mut functions = items.functions.iter();
    functions.find(|function| function.key == key).cloned()
}

fn methods(db: &dyn Db, file: File, class: Symbol) -> Vec<(Symbol, BodyKey)> {
    let Some(path) = path_symbol(db, file) else {
        return Vec::new();
    };
    let items = db::items(db, file);
    let methods = items.functions.iter();
    methods
        .filter(|function| function.class == Some(class))
        .map(|function| (function.name, function.key.seen_from_elsewhere(path)))
        .collect()
}

/// How much is known of the values of other files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Stage {
    /// What each file says for itself.
    Declared,
    /// And what instances were made of, whose classes may be those of other files.
    Constructed,
}

/// What the bodies of a file can see of other files.
pub(crate) struct Linked<'db> {
    db: &'db dyn Db,
    workspace: Workspace,
    file: File,
    stage: Stage,
    /// Whether there are no files to link to.
    is_alone: bool,
    /// What was asked before, and answered.
    values: RefCell<FxHashMap<Symbol, Option<Value>>>,
    classes: RefCell<FxHashMap<Symbol, Option<Arc<OtherClass>>>>,
}

impl<'db> Linked<'db> {
    pub(crate) fn new(db: &'db dyn Db, workspace: Workspace, file: File, stage: Stage) -> Self {
        Linked {
            db,
            workspace,
            file,
            stage,
            is_alone: is_empty(db, workspace),
            values: RefCell::default(),
            classes: RefCell::default(),
        }
    }

    fn target_value(&self, target: Target) -> Option<Value> {
        match target.what {
            Declared::Module | Declared::Class(_) => Some(Value::of_origin(target_name(target))),
            Declared::Function(key) => Some(Value {
                function: Some(FunctionRef::Body(key.seen_from_elsewhere(target.path))),
                ..Value::default()
            }),
            Declared::Value(name) => {
                value_of(self.db, self.workspace, target.path, name, self.stage)
                    .map(|value| Value::clone(&value))
            }
        }
    }

    fn linked(&self, name: Symbol) -> Option<Target> {
        may_be_ours(self.db, self.workspace, self.file, name)
            .then(|| link(self.db, self.workspace, self.file, name))
            .flatten()
    }
}

impl OtherFiles for Linked<'_> {
    fn value(&self, name: Symbol) -> Option<Value> {
        if self.is_alone {
            return None;
        }
        if let Some(known) = self.values.borrow().get(&name) {
            return known.clone();
        }
        let value = self
            .linked(name)
            .and_then(|target| self.target_value(target))
            .filter(|value| value.origin != Some(name));
        self.values.borrow_mut().insert(name, value.clone());
        value
    }

    fn declared(&self, name: Symbol) -> Option<Value> {
        if self.is_alone {
            return None;
        }
        let target = implied(self.db, self.workspace, self.file, name)?;
        self.target_value(target)
    }

    fn class(&self, name: Symbol) -> Option<Arc<OtherClass>> {
        if self.is_alone {
            return None;
        }
        if let Some(known) = self.classes.borrow().get(&name) {
            return known.clone();
        }
        let (db, workspace) = (self.db, self.workspace);
        let class = if is_plain(db, self.file, name) {
            let files = siblings(db, workspace, self.file);
            let declaring = files.iter().find_map(|file| {
                own(db, workspace, *file, &name)
                    .filter(|target| matches!(target.what, Declared::Class(_)))
            });
            match declaring {
                Some(target) => class_of(db, workspace, target.path, name),
                None => files
                    .iter()
                    .find_map(|file| class_of(db, workspace, path_symbol(db, *file)?, name)),
            }
        } else {
            self.linked(name).and_then(|target| match target.what {
                Declared::Class(class) => class_of(db, workspace, target.path, class),
                _ => None,
            })
        };
        self.classes.borrow_mut().insert(name, class.clone());
        class
    }

    fn function(&self, key: BodyKey) -> Option<Function> {
        let of_file = BodyKey { file: None, ..key };
        function_of(self.db, self.workspace, key.file?, of_file)
    }

    fn implementations(&self, interface: Symbol, method: Symbol) -> Arc<[BodyKey]> {
        let (db, workspace) = (self.db, self.workspace);
        let none = Arc::default();
        if self.is_alone {
            return none;
        }
        let Some(Target {
            path,
            what: Declared::Class(interface),
        }) = denoted(db, workspace, self.file, interface)
        else {
            return none;
        };
        let found = interfaces::implementations(db, workspace, path, interface, method);
        let Some(own) = path_symbol(db, self.file) else {
            return none;
        };
        found.iter().map(|key| key.seen_from(own)).collect()
    }
}

#[cfg(test)]
mod tests {
    use tripline_syntax::Document;

    use super::*;
    use crate::SharedRules;
    use crate::db::{Content, Origin};

    /// A name on its way from the first of these files: what it denotes, and after how many steps.
    fn searched(files: &[(String, String)], name: &str) -> (Option<Target>, usize) {
        let db = Database::default();
        let mut directory = Directory::default();
        let inputs: Vec<File> = files
            .iter()
            .map(|(path, text)| {
                let path = Path::new(path);
                let language = Language::from_path(path).unwrap();
                let content = Content::Open(Document::parse(language, text));
                let (name, settings) = (path.display().to_string(), Arc::default());
                let origin = Origin::Named;
                let file = File::new(&db, path.to_owned(), name, content, settings, None, origin);
                directory.add(&db, path, language, file);
                file
            })
            .collect();
        let rules = SharedRules::builtin();
        let workspace = Workspace::with_files(&db, rules, Arc::new(directory), Arc::default());
        let mut search = Search::new(&db, workspace);
        let found = search.resolve(inputs[0], name, 0);
        (found, search.steps)
    }

    fn each_imports_all(
        names: &[String],
        path: impl Fn(&str) -> String,
        import: impl Fn(&str) -> String,
    ) -> Vec<(String, String)> {
        let file = |name: &String| {
            let others = names.iter().filter(|other| *other != name);
            (path(name), others.map(|other| import(other)).collect())
        };
        names.iter().map(file).collect()
    }

    #[test]
    fn a_name_that_is_nowhere_takes_a_bounded_number_of_steps() {
        let names: Vec<String> = (0..20).map(|index| format!("part{index}")).collect();
        let python = each_imports_all(
            &names,
            |name| format!("/w/{name}.py"),
            |name| format!("from {name} import *\n"),
        );
        let typescript = each_imports_all(
            &names,
            |name| format!("/w/{name}.ts"),
            |name| format!("export * from './{name}';\n"),
        );
        let rust = each_imports_all(
            &names,
            |name| format!("/w/src/{name}.rs"),
            |name| format!("pub use super::{name}::*;\n"),
        );
        let library = ("/w/src/lib.rs".to_owned(), "pub use part1::*;\n".to_owned());
        let rust: Vec<_> = [library].into_iter().chain(rust).collect();
        let asked = [
            (python, "part1.nowhere"),
            (typescript, "./part1.nowhere"),
            (rust, "crate.part1.nowhere"),
        ];
        for (files, name) in asked {
            let (found, steps) = searched(&files, name);
            assert_eq!(found, None, "{name}");
            let every_file_by_every_length = files.len() * MAX_HOPS;
            let bound = files.len()..=every_file_by_every_length;
            assert!(bound.contains(&steps), "{name}: {steps}");
        }
    }

    #[test]
    fn a_name_that_is_too_far_on_one_way_is_found_on_a_shorter_one() {
        let import = |path: &str, modules: &[&str]| {
            let line = |module: &&str| format!("from {module} import *\n");
            (format!("/w/{path}.py"), modules.iter().map(line).collect())
        };
        let mut files = vec![
            import("app", &["far1"]),
            import("far1", &["far2"]),
            import("far2", &["far3"]),
            import("far3", &["far4"]),
            import("far4", &["hub"]),
            import("hub", &["leaf"]),
            // Of several, the last is followed first.
            import("both", &["hub", "far1"]),
            (
                "/w/leaf.py".to_owned(),
                "def wanted():\n    pass\n".to_owned(),
            ),
        ];
        assert_eq!(
            searched(&files, "far1.wanted").0.map(target_name),
            Some(Symbol::new("/w/leaf.py::wanted"))
        );
        assert_eq!(
            searched(&files, "both.wanted").0.map(target_name),
            Some(Symbol::new("/w/leaf.py::wanted"))
        );
        files[6] = import("both", &["far1"]);
        assert_eq!(searched(&files, "both.wanted").0, None);
    }
}

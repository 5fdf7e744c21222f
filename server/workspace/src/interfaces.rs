//! Which methods of the program do what its interfaces say.
//!
//! Whoever calls through an interface asks for its implementations by name, and depends on the files that have methods of
//! that name (Go) or implement interfaces of that name (the other languages), never on all files. Which files those are
//! follows from the names that each file offers, which are [announced](crate::db::Announced) to all.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use tripline_flow::{PackageFile, having};
use tripline_ir::{BodyKey, Items, Method, Symbol};
use tripline_syntax::Language;

use crate::db::{self, Db, File, Workspace};
use crate::links::{self, Declared, Target};

/// Most files that are looked into for the implementations of one method. An interface whose name, or whose method's name, is
/// in more is too common to say what is called.
const MAX_FILES: usize = 64;

/// Most interfaces that one includes, those that they include counted too.
const MAX_INTERFACES: usize = 16;

/// The names by which calls through interfaces find the methods of a file, sorted: of Go those of the methods, otherwise the
/// last names of the interfaces; of Rust those of the types of other files that it has methods of, too. Files of tests offer none: what they implement stands in for what is called.
pub(crate) fn offered(db: &dyn Db, file: File) -> Vec<Symbol> {
    if tripline_rules::is_test_path(file.name(db)) {
        return Vec::new();
    }
    let items = db::items(db, file);
    let language = db::language(db, file);
    let implementing = items.implementing(language);
    let implementations = implementing.iter();
    let extended = extended(&items).filter(|_| language == Language::Rust);
    let names: BTreeSet<Symbol> = implementations
        .map(|known| match known.interface {
            Some(interface) => last_name(items.qualified(interface)),
            None => known.method.name,
        })
        .chain(extended.map(|class| last_name(items.qualified(class))))
        .collect();
    names.into_iter().collect()
}

/// The types of other files that a file of Rust has methods of.
fn extended(items: &Items) -> impl Iterator<Item = Symbol> {
    let classes = items.functions.iter().filter_map(|function| function.class);
    classes.filter(|class| {
        let declared = items.classes.iter().map(|known| known.name);
        let mut declared = declared.chain(items.interfaces.iter().map(|known| known.name));
        !declared.any(|known| known == *class)
    })
}

/// The other files of Rust that have methods of a type that the file at a path declares, and what they call the type.
pub(crate) fn extending(
    db: &dyn Db,
    workspace: Workspace,
    path: Symbol,
    class: Symbol,
) -> Vec<(File, Symbol)> {
    let wanted = Target {
        path,
        what: Declared::Class(class),
    };
    let mut found = Vec::new();
    for from in offerers(db, workspace, last_name(class)).iter() {
        let Some(candidate) = links::file_at(db, workspace, *from).filter(|_| *from != path) else {
            continue;
        };
        if db::language(db, candidate) != Language::Rust {
            continue;
        }
        let items = db::items(db, candidate);
        let names: BTreeSet<Symbol> = extended(&items).collect();
        let fitting = names.into_iter().filter(|name| {
            let denoted = links::denoted(db, workspace, candidate, items.qualified(*name));
            denoted.as_ref() == Some(&wanted)
        });
        found.extend(fitting.map(|name| (candidate, name)));
    }
    found
}

/// The paths of the files that offer each name, sorted.
pub(crate) type Offering = FxHashMap<Symbol, Vec<Symbol>>;

/// The paths of the files that offer a name, sorted; none if there are too many.
#[salsa::tracked(returns(clone))]
fn offerers(db: &dyn Db, workspace: Workspace, name: Symbol) -> Arc<[Symbol]> {
    let offering = &workspace.announced(db).offering;
    let found = offering.get(&name).map_or(&[][..], Vec::as_slice);
    if found.len() > MAX_FILES {
        tracing::debug!(%name, files = found.len(), bound = "files of an interface", "nothing is known of a call");
        return Arc::default();
    }
    Arc::from(found)
}

/// The methods that do what an interface, declared in the file at a path, says by one of its methods; sorted by file and by
/// where they stand there.
#[salsa::tracked(returns(clone))]
pub(crate) fn implementations(
    db: &dyn Db,
    workspace: Workspace,
    path: Symbol,
    interface: Symbol,
    method: Symbol,
) -> Arc<[BodyKey]> {
    let Some(file) = links::file_at(db, workspace, path) else {
        return Arc::default();
    };
    let found = match db::language(db, file) {
        Language::Go => by_methods(db, workspace, file, interface, method),
        _ => by_name(db, workspace, file, interface, method),
    };
    found.into()
}

/// The methods of types that name the interface.
fn by_name(
    db: &dyn Db,
    workspace: Workspace,
    file: File,
    interface: Symbol,
    method: Symbol,
) -> Vec<BodyKey> {
    let wanted = links::path_symbol(db, file).map(|path| Target {
        path,
        what: Declared::Class(interface),
    });
    let mut found = Vec::new();
    for path in offerers(db, workspace, last_name(interface)).iter() {
        let Some(candidate) = links::file_at(db, workspace, *path) else {
            continue;
        };
        let items = db::items(db, candidate);
        let named = items.implementing_named(db::language(db, candidate), method);
        let fitting = named.iter().filter(|known| {
            let written = known.interface.map(|name| items.qualified(name));
            let denoted = written.and_then(|name| links::denoted(db, workspace, candidate, name));
            denoted.is_some() && denoted == wanted
        });
        found.extend(fitting.map(|known| known.body.seen_from_elsewhere(*path)));
    }
    found
}

/// The methods of Go types that have all methods of the interface.
fn by_methods(
    db: &dyn Db,
    workspace: Workspace,
    file: File,
    interface: Symbol,
    method: Symbol,
) -> Vec<BodyKey> {
    let asked = asked(db, workspace, file, interface);
    if !asked.iter().any(|known| known.name == method) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut seen: FxHashSet<Symbol> = FxHashSet::default();
    for path in offerers(db, workspace, method).iter() {
        let candidate = links::file_at(db, workspace, *path)
            .filter(|candidate| db::language(db, *candidate) == Language::Go);
        let Some(candidate) = candidate.filter(|_| !seen.contains(path)) else {
            continue;
        };
        let package = package(db, workspace, candidate);
        seen.extend(package.iter().map(|(path, _)| *path));
        let files: Vec<PackageFile<'_>> = package
            .iter()
            .map(|(path, items)| (Some(*path), &**items))
            .collect();
        found.extend(having(&files, &asked, method));
    }
    found
}

/// What the files of a Go package declare, without those of tests, sorted by path.
fn package(db: &dyn Db, workspace: Workspace, file: File) -> Vec<(Symbol, Arc<Items>)> {
    let siblings = links::siblings(db, workspace, file);
    let files = siblings.iter().filter(|other| **other != file).copied();
    let mut package: Vec<(Symbol, Arc<Items>)> = files
        .chain([file])
        .filter(|file| !tripline_rules::is_test_path(file.name(db)))
        .filter_map(|file| Some((links::path_symbol(db, file)?, db::items(db, file))))
        .collect();
    package.sort_by_key(|(path, _)| *path);
    package
}

/// The methods that an interface asks for, those of the interfaces that it includes too. What a library's ask for is not
/// known.
fn asked(db: &dyn Db, workspace: Workspace, file: File, interface: Symbol) -> Vec<Method> {
    let mut open = vec![(file, interface)];
    let mut next = 0;
    let mut asked: Vec<Method> = Vec::new();
    while let Some((file, name)) = open.get(next).copied() {
        next += 1;
        let items = db::items(db, file);
        let Some(declared) = items.interfaces.iter().find(|known| known.name == name) else {
            continue;
        };
        asked.extend_from_slice(&declared.methods);
        for base in &declared.bases {
            let target = links::denoted(db, workspace, file, items.qualified(*base));
            if let Some(Target {
                path,
                what: Declared::Class(base),
            }) = target
                && let Some(file) = links::file_at(db, workspace, path)
                && open.len() < MAX_INTERFACES
                && !open.contains(&(file, base))
            {
                open.push((file, base));
            }
        }
    }
    asked
}

fn last_name(qualified: Symbol) -> Symbol {
    Symbol::new(qualified.rsplit('.').next().unwrap_or_default())
}

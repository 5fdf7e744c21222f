//! Packages of Go, as the [modules reference] says.
//!
//! [modules reference]: https://go.dev/ref/mod

use std::path::{Path, PathBuf};

use smallvec::SmallVec;
use tripline_syntax::Language;

use super::{Candidate, Candidates, Manifest, ModuleTree, folder_and_name, joined};

/// `go.mod`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Module {
    path: String,
    replacements: Vec<Replacement>,
}

/// `go.work`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Work {
    /// Folders of modules.
    uses: Vec<String>,
    replacements: Vec<Replacement>,
}

/// A module that is taken from a local folder instead.
#[derive(Debug, PartialEq, Eq)]
struct Replacement {
    path: String,
    folder: String,
}

impl Module {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut path = None;
        let mut replacements = Vec::new();
        for words in directives(text) {
            match words.iter().map(|word| &**word).collect::<Vec<_>>()[..] {
                ["module", name] => path = Some(name.to_owned()),
                ["replace", ..] => replacements.extend(Replacement::of(&words)),
                _ => {}
            }
        }
        let path = path.ok_or("it names no module")?;
        Ok(Module { path, replacements })
    }
}

impl Work {
    pub(super) fn parse(text: &str) -> Self {
        let mut work = Work::default();
        for words in directives(text) {
            match words.iter().map(|word| &**word).collect::<Vec<_>>()[..] {
                ["use", folder] => work.uses.push(folder.to_owned()),
                ["replace", ..] => work.replacements.extend(Replacement::of(&words)),
                _ => {}
            }
        }
        work
    }
}

impl Replacement {
    /// `replace path [version] => ./folder`; `None` if it is replaced by another module.
    fn of(words: &[String]) -> Option<Self> {
        let arrow = words.iter().position(|word| word == "=>")?;
        let (path, folder) = (words.get(1)?, words.get(arrow + 1)?);
        let is_local = folder.starts_with("./") || folder.starts_with("../") || folder == "..";
        is_local.then(|| Replacement {
            path: path.clone(),
            folder: folder.clone(),
        })
    }
}

/// The directives of a `go.mod` or `go.work` in words, those in a block each with the word before the block.
fn directives(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut block: Option<String> = None;
    for line in text.lines() {
        let line = line.split("//").next().unwrap_or_default();
        let words = line.split_whitespace();
        let mut words: Vec<String> = words
            .map(|word| word.trim_matches(['"', '`']).to_owned())
            .collect();
        match words.as_slice() {
            [] => continue,
            [word] if word == ")" => {
                block = None;
                continue;
            }
            [word, open] if open == "(" => {
                block = Some(word.clone());
                continue;
            }
            [word] if word.ends_with('(') => {
                block = Some(word.trim_end_matches('(').to_owned());
                continue;
            }
            _ => {}
        }
        if let Some(block) = &block {
            words.insert(0, block.clone());
        }
        found.push(words);
    }
    found
}

pub(super) fn candidates(tree: &ModuleTree, from: &Path, import: &str) -> Candidates {
    let mut modules = modules(tree, from);
    // The module with the longest path that has the package provides it.
    modules.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
    for (path, folder) in modules {
        let Some(below) = below(import, path) else {
            continue;
        };
        if below.split('/').any(|part| part == "vendor") {
            continue;
        }
        let Some(package) = joined(&folder, below) else {
            continue;
        };
        if !package.starts_with(&folder) || is_other_module(tree, &folder, &package) {
            continue;
        }
        let names = tree.files_in(&package, Language::Go);
        let names = names.filter(|name| !is_test(name));
        let files: SmallVec<[PathBuf; 1]> = names.map(|name| package.join(name)).collect();
        if !files.is_empty() {
            return Candidates::from_iter([Candidate {
                files,
                taken: 0,
                inside: String::new(),
            }]);
        }
    }
    Candidates::new()
}

pub(super) fn package_of(tree: &ModuleTree, from: &Path) -> Vec<PathBuf> {
    let Some((folder, own)) = folder_and_name(from) else {
        return Vec::new();
    };
    let names = tree.files_in(folder, Language::Go);
    let names = names.filter(|name| *name != own && (is_test(own) || !is_test(name)));
    names.map(|name| folder.join(name)).collect()
}

fn is_test(name: &str) -> bool {
    name.ends_with("_test.go")
}

/// The modules of the workspace that code in `from` can import, by path, with their folders.
fn modules<'t>(tree: &'t ModuleTree, from: &Path) -> Vec<(&'t str, PathBuf)> {
    let mut found = Vec::new();
    let own = from.ancestors().skip(1).find_map(|folder| {
        let module = module_in(tree, folder)?;
        Some((folder, module))
    });
    if let Some((folder, module)) = own {
        found.push((&*module.path, folder.to_owned()));
        found.extend(replaced(&module.replacements, folder));
    }
    let work = from.ancestors().skip(1).find_map(|folder| {
        match tree.manifest(&folder.join("go.work"))? {
            Manifest::GoWork(work) => Some((folder, work)),
            _ => None,
        }
    });
    if let Some((folder, work)) = work {
        found.extend(replaced(&work.replacements, folder));
        for used in &work.uses {
            let used = joined(folder, used);
            let module = used.and_then(|used| Some((&*module_in(tree, &used)?.path, used)));
            found.extend(module);
        }
    }
    found
}

fn replaced<'t>(
    replacements: &'t [Replacement],
    folder: &Path,
) -> impl Iterator<Item = (&'t str, PathBuf)> {
    replacements.iter().filter_map(move |replacement| {
        Some((&*replacement.path, joined(folder, &replacement.folder)?))
    })
}

fn module_in<'t>(tree: &'t ModuleTree, folder: &Path) -> Option<&'t Module> {
    match tree.manifest(&folder.join("go.mod"))? {
        Manifest::GoModule(module) => Some(module),
        _ => None,
    }
}

/// What of an import path is below a module's path.
fn below<'i>(import: &'i str, module: &str) -> Option<&'i str> {
    let rest = import.strip_prefix(module)?;
    if rest.is_empty() {
        return Some(rest);
    }
    rest.strip_prefix('/')
}

/// Whether a folder below that of a module belongs to a module of its own.
fn is_other_module(tree: &ModuleTree, module: &Path, folder: &Path) -> bool {
    let below = folder.ancestors().take_while(|folder| *folder != module);
    below
        .into_iter()
        .any(|folder| module_in(tree, folder).is_some())
}

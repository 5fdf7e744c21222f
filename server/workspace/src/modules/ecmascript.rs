//! Modules of JavaScript and TypeScript.
//!
//! Paths lead to files as [TypeScript] and the bundlers that follow it have it: `./x` and `./x.js` may be `x.ts`. Names
//! lead to files by `paths` and `baseUrl` of `tsconfig.json`, by `imports` of the own package, and by the name of another
//! package of the workspace with its [entry points]. Where these name what a build leaves in `dist`, the source that it
//! is built from is meant.
//!
//! [TypeScript]: https://www.typescriptlang.org/docs/handbook/modules/reference.html
//! [entry points]: https://nodejs.org/api/packages.html

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use serde::Deserialize;
use serde_json::{Map, Value};
use tripline_syntax::Language;

use super::{Candidate, Candidates, Manifest, ModuleTree, joined};

/// What a file's name may end with where an import leaves it out, in the order of preference.
const EXTENSIONS: [&str; 8] = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"];

/// Folders that builds write to, by convention.
const BUILT: [&str; 7] = ["dist", "build", "lib", "out", "es", "esm", "cjs"];

/// Of the configurations that one extends, and those that these extend, this many are read.
const MAX_EXTENDED: usize = 64;

/// Entry points that a package or a workspace may list.
const MAX_PATTERNS: usize = 1000;

/// Patterns of names, each with the paths that may stand for it.
type Paths = Vec<(String, Vec<String>)>;

/// `package.json`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Package {
    pub(super) name: Option<String>,
    /// Files that the package as a whole may be, the most likely first.
    mains: Vec<String>,
    exports: Option<Value>,
    imports: Option<Value>,
    workspaces: Option<Workspaces>,
    /// Dependencies that are folders, by name.
    links: Vec<(String, String)>,
}

/// Which folders hold the packages of a workspace.
#[derive(Debug, Default)]
pub(super) struct Workspaces {
    patterns: Vec<String>,
    included: GlobSet,
    excluded: GlobSet,
}

impl PartialEq for Workspaces {
    fn eq(&self, other: &Self) -> bool {
        self.patterns == other.patterns
    }
}

impl Eq for Workspaces {}

/// `tsconfig.json`, `jsconfig.json`, or what they extend.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Config {
    extends: Vec<String>,
    base_url: Option<String>,
    paths: Option<Paths>,
    references: Vec<String>,
}

/// Whether a file of this name is a configuration of TypeScript: `tsconfig.json`, `tsconfig.base.json`.
pub(super) fn is_config(name: &str) -> bool {
    name.strip_suffix(".json")
        .is_some_and(|stem| stem.contains("tsconfig") || stem.contains("jsconfig"))
}

impl Package {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut package = object(serde_json::from_str(text))?;
        let mains = ["source", "module", "main"];
        let mains = mains.map(|field| text_of(package.get(field)));
        let workspaces = match package.get("workspaces") {
            Some(Value::Object(workspaces)) => strings(workspaces.get("packages")),
            listed => strings(listed),
        };
        let mut links = Vec::new();
        for section in ["dependencies", "devDependencies", "peerDependencies"] {
            let section = package.get(section).and_then(Value::as_object);
            for (name, version) in section.into_iter().flatten() {
                let version = version.as_str().unwrap_or_default();
                let protocols = ["file:", "link:", "portal:", "workspace:."];
                let folder = protocols.iter().find_map(|protocol| {
                    let folder = version.strip_prefix(protocol)?;
                    Some(if protocol.ends_with('.') {
                        &version["workspace:".len()..]
                    } else {
                        folder
                    })
                });
                links.extend(folder.map(|folder| (name.clone(), folder.to_owned())));
            }
        }
        Ok(Package {
            name: text_of(package.get("name")),
            mains: mains.into_iter().flatten().collect(),
            workspaces: (!workspaces.is_empty()).then(|| Workspaces::new(workspaces)),
            links,
            exports: package.remove("exports"),
            imports: package.remove("imports"),
        })
    }
}

impl Workspaces {
    /// Reads `pnpm-workspace.yaml`.
    pub(super) fn parse_pnpm(text: &str) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct Pnpm {
            packages: Option<Vec<String>>,
        }
        let file: Pnpm = serde_saphyr::from_str(text).map_err(|error| error.to_string())?;
        Ok(Workspaces::new(file.packages.unwrap_or_default()))
    }

    fn new(mut patterns: Vec<String>) -> Self {
        patterns.truncate(MAX_PATTERNS);
        let (excluded, included): (Vec<&String>, Vec<&String>) = patterns
            .iter()
            .partition(|pattern| pattern.starts_with('!'));
        let excluded = excluded.iter().map(|pattern| &pattern[1..]);
        Workspaces {
            included: globs(included.iter().map(|pattern| pattern.as_str())),
            excluded: globs(excluded),
            patterns,
        }
    }

    /// Whether a folder, as seen from that of the workspace, holds a package of it.
    fn has(&self, folder: &Path) -> bool {
        self.included.is_match(folder) && !self.excluded.is_match(folder)
    }
}

/// The patterns that are well-formed.
fn globs<'p>(patterns: impl Iterator<Item = &'p str>) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let pattern = pattern.trim_start_matches("./").trim_end_matches('/');
        if let Ok(glob) = GlobBuilder::new(pattern).literal_separator(true).build() {
            set.add(glob);
        }
    }
    set.build().unwrap_or_default()
}

impl Config {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut text = text.to_owned();
        json_strip_comments::strip(&mut text).map_err(|error| error.to_string())?;
        let config = object(serde_json::from_str(&text))?;
        let options = config.get("compilerOptions");
        let paths = options.and_then(|options| options.get("paths"));
        let references = config.get("references").and_then(Value::as_array);
        let references = references.into_iter().flatten();
        Ok(Config {
            extends: strings(config.get("extends")),
            base_url: text_of(options.and_then(|options| options.get("baseUrl"))),
            paths: paths.and_then(Value::as_object).map(|paths| {
                let paths = paths.iter();
                paths
                    .map(|(pattern, targets)| (pattern.clone(), strings(Some(targets))))
                    .collect()
            }),
            references: references
                .filter_map(|reference| text_of(reference.get("path")))
                .collect(),
        })
    }
}

fn object(value: serde_json::Result<Value>) -> Result<Map<String, Value>, String> {
    match value {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err("it is no object".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

fn text_of(value: Option<&Value>) -> Option<String> {
    value?.as_str().map(str::to_owned)
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
    language: Language,
    module: &str,
) -> Candidates {
    let resolution = Resolution {
        tree,
        from,
        language,
    };
    let found = resolution.module(module).into_iter();
    found.map(|file| Candidate::file(file, 0)).collect()
}

/// The search for what one import names.
struct Resolution<'t> {
    tree: &'t ModuleTree,
    from: &'t Path,
    language: Language,
}

impl<'t> Resolution<'t> {
    fn module(&self, module: &str) -> Option<PathBuf> {
        let is_relative = module == "."
            || module == ".."
            || module.starts_with("./")
            || module.starts_with("../");
        if is_relative {
            return self.path(&joined(self.from.parent()?, module)?);
        }
        if module.is_empty() || module.starts_with('/') {
            return None;
        }
        if module.starts_with('#')
            && let Some(file) = self.private_import(module)
        {
            return Some(file);
        }
        self.configured(module).or_else(|| self.package(module))
    }

    /// A path without or with the ending of its file, or a folder.
    fn path(&self, path: &Path) -> Option<PathBuf> {
        self.file(path).or_else(|| self.folder(path))
    }

    fn file(&self, path: &Path) -> Option<PathBuf> {
        let name = path.file_name()?.to_str()?;
        // What a path with the ending of compiled code is compiled from.
        let sources: &[&str] = match path.extension().and_then(|extension| extension.to_str()) {
            Some("js") => &["ts", "tsx"],
            Some("jsx") => &["tsx"],
            Some("mjs") => &["mts"],
            Some("cjs") => &["cts"],
            _ => &[],
        };
        let compiled = sources.iter().map(|source| path.with_extension(source));
        let extended = EXTENSIONS
            .iter()
            .map(|extension| path.with_file_name(format!("{name}.{extension}")));
        // What is written stands beside its source only where it was built, unless no compiler is used.
        if self.language == Language::JavaScript && self.is_module(path) {
            return Some(path.to_owned());
        }
        let written = std::iter::once(path.to_owned());
        let mut files = compiled.chain(written).chain(extended);
        files.find(|file| self.is_module(file))
    }

    fn is_module(&self, file: &Path) -> bool {
        let language = self.tree.language(file);
        language.is_some_and(Language::is_ecmascript)
    }

    fn folder(&self, folder: &Path) -> Option<PathBuf> {
        let package = self.package_in(folder);
        let main = package.and_then(|package| self.main(folder, package));
        main.or_else(|| self.file(&folder.join("index")))
    }

    fn package_in(&self, folder: &Path) -> Option<&'t Package> {
        match self.tree.manifest(&folder.join("package.json"))? {
            Manifest::JavaScriptPackage(package) => Some(package),
            _ => None,
        }
    }

    fn main(&self, folder: &Path, package: &Package) -> Option<PathBuf> {
        let mut mains = package.mains.iter();
        mains.find_map(|main| self.target(folder, main))
    }

    /// A file or folder that a package names, or what it is built from.
    fn target(&self, folder: &Path, target: &str) -> Option<PathBuf> {
        let path = joined(folder, target)?;
        if !path.starts_with(folder) {
            return None;
        }
        let file = self.file(&path);
        file.or_else(|| self.file(&path.join("index")))
            .or_else(|| self.source_of(folder, target))
    }

    /// `src/db.ts` for `./dist/esm/db.js`.
    fn source_of(&self, folder: &Path, target: &str) -> Option<PathBuf> {
        let parts = target.split('/').filter(|part| !matches!(*part, "" | "."));
        let parts: Vec<&str> = parts.collect();
        let is_built = |part: &&str| BUILT.contains(part);
        let start = parts.iter().take_while(|part| is_built(part)).count();
        if start == 0 {
            return None;
        }
        let below = match parts.iter().rposition(|part| *part == "src") {
            Some(source) => &parts[source + 1..],
            None => &parts[start..],
        };
        let below = below.join("/");
        let source = self.path_of_source(&joined(folder, "src")?, &below);
        source.or_else(|| self.path_of_source(folder, &below))
    }

    fn path_of_source(&self, folder: &Path, below: &str) -> Option<PathBuf> {
        let path = joined(folder, below)?;
        let file = self.file(&path);
        file.or_else(|| self.file(&path.join("index")))
    }

    /// By `paths` and `baseUrl` of the configuration above the file. One that only refers to others has those of these.
    fn configured(&self, module: &str) -> Option<PathBuf> {
        let (path, config) = self.from.ancestors().skip(1).find_map(|folder| {
            let names = ["tsconfig.json", "jsconfig.json"];
            names.iter().find_map(|name| self.config(folder.join(name)))
        })?;
        let folder = path.parent()?;
        let referenced = config.references.iter().filter_map(|reference| {
            let path = joined(folder, reference)?;
            let named = self.config(path.clone());
            Some(named.or_else(|| self.config(path.join("tsconfig.json")))?.0)
        });
        std::iter::once(path.clone())
            .chain(referenced)
            .find_map(|path| self.by_config(&path, module))
    }

    fn config(&self, path: PathBuf) -> Option<(PathBuf, &'t Config)> {
        match self.tree.manifest(&path)? {
            Manifest::TypeScriptConfig(config) => Some((path, config)),
            _ => None,
        }
    }

    fn by_config(&self, path: &Path, module: &str) -> Option<PathBuf> {
        let mut options = Options::default();
        self.read_options(path, &mut options, &mut Vec::new());
        let own = path.parent()?;
        let in_folder = |base: &Path, target: &str| match target.strip_prefix("${configDir}") {
            Some(below) => joined(own, below),
            None if target.starts_with('/') => joined(Path::new("/"), target),
            None => joined(base, target),
        };
        let base = options
            .base_url
            .and_then(|(folder, base)| in_folder(&folder, base));
        if let Some((folder, paths)) = options.paths {
            let base = base.as_ref().unwrap_or(&folder);
            let patterns = paths.iter().map(|(pattern, targets)| (&**pattern, targets));
            if let Some((targets, matched)) = best_match(patterns, module) {
                let found = targets.iter().find_map(|target| {
                    let target = target.replacen('*', matched, 1);
                    self.path(&in_folder(base, &target)?)
                });
                if found.is_some() {
                    return found;
                }
            }
        }
        self.path(&joined(&base?, module)?)
    }

    /// The options of a configuration on top of what it extends. `open` are the configurations that lead to it.
    fn read_options(&self, path: &Path, options: &mut Options<'t>, open: &mut Vec<PathBuf>) {
        if options.read >= MAX_EXTENDED || open.iter().any(|open| open == path) {
            return;
        }
        let (Some((_, config)), Some(folder)) = (self.config(path.to_owned()), path.parent())
        else {
            return;
        };
        options.read += 1;
        open.push(path.to_owned());
        for extended in &config.extends {
            if let Some(extended) = self.extended(folder, extended) {
                self.read_options(&extended, options, open);
            }
        }
        open.pop();
        if let Some(base) = &config.base_url {
            options.base_url = Some((folder.to_owned(), base));
        }
        if let Some(paths) = &config.paths {
            options.paths = Some((folder.to_owned(), paths));
        }
    }

    /// The configuration that another one in `folder` extends.
    fn extended(&self, folder: &Path, written: &str) -> Option<PathBuf> {
        let path = if written.starts_with('.') || written.starts_with('/') {
            let base = if written.starts_with('/') {
                Path::new("/")
            } else {
                folder
            };
            joined(base, written)?
        } else {
            let (name, below) = package_and_path(written);
            joined(&self.package_folder(name)?, below)?
        };
        let name = path.file_name()?.to_str()?;
        let named = [
            path.clone(),
            path.with_file_name(format!("{name}.json")),
            path.join("tsconfig.json"),
        ];
        let mut existing = named.into_iter().filter_map(|path| self.config(path));
        existing.next().map(|(path, _)| path)
    }

    /// `#x`, by `imports` of the package.
    fn private_import(&self, module: &str) -> Option<PathBuf> {
        let (folder, package) = self.own_package()?;
        let targets = entry_targets(package.imports.as_ref()?, module);
        targets.iter().find_map(|target| {
            if target.starts_with("./") {
                self.target(folder, target)
            } else {
                self.package(target)
            }
        })
    }

    fn own_package(&self) -> Option<(&'t Path, &'t Package)> {
        let mut packages = self
            .tree
            .manifests_above(self.from, "package.json", |manifest| match manifest {
                Manifest::JavaScriptPackage(package) => Some(&**package),
                _ => None,
            });
        packages.next()
    }

    /// A package of the workspace, or a path in it.
    fn package(&self, module: &str) -> Option<PathBuf> {
        let (name, below) = package_and_path(module);
        let folder = self.package_folder(name)?;
        let Some(package) = self.package_in(&folder) else {
            return self.path(&joined(&folder, below)?);
        };
        if let Some(exports) = &package.exports {
            let subpath = if below.is_empty() {
                ".".to_owned()
            } else {
                format!("./{below}")
            };
            let targets = entry_targets(exports, &subpath);
            let found = targets
                .iter()
                .find_map(|target| self.target(&folder, target));
            if found.is_some() || !below.is_empty() {
                return found;
            }
        }
        if below.is_empty() {
            let main = self.main(&folder, package);
            return main
                .or_else(|| self.file(&folder.join("index")))
                .or_else(|| self.file(&folder.join("src").join("index")));
        }
        let path = joined(&folder, below)?;
        self.path(&path).or_else(|| self.source_of(&folder, below))
    }

    /// The folder of the package that the file's own package calls by a name: itself, one it links to, or one of the
    /// workspace.
    fn package_folder(&self, name: &str) -> Option<PathBuf> {
        if let Some((folder, package)) = self.own_package() {
            if package.name.as_deref() == Some(name) && package.exports.is_some() {
                return Some(folder.to_owned());
            }
            let mut links = package.links.iter();
            if let Some((_, link)) = links.find(|(linked, _)| linked == name) {
                return joined(folder, link);
            }
        }
        let folders = self.tree.packages.get(name)?;
        self.from.ancestors().skip(1).find_map(|root| {
            let package = self.package_in(root);
            let workspaces = package.and_then(|package| package.workspaces.as_ref());
            let pnpm = match self.tree.manifest(&root.join("pnpm-workspace.yaml")) {
                Some(Manifest::PnpmWorkspace(workspaces)) => Some(workspaces),
                _ => None,
            };
            let mut members = folders.iter().filter(|folder| {
                let Ok(below) = folder.strip_prefix(root) else {
                    return false;
                };
                let mut workspaces = workspaces.into_iter().chain(pnpm);
                workspaces.any(|workspaces| workspaces.has(below))
            });
            members.next().cloned()
        })
    }
}

/// What a configuration says, each with the folder of the file that says it.
#[derive(Default)]
struct Options<'t> {
    base_url: Option<(PathBuf, &'t str)>,
    paths: Option<(PathBuf, &'t Paths)>,
    /// How many files were read.
    read: usize,
}

/// `@acme/db` and `pool/query` of `@acme/db/pool/query`.
fn package_and_path(module: &str) -> (&str, &str) {
    let scope = if module.starts_with('@') {
        module.find('/').map_or(module.len(), |slash| slash + 1)
    } else {
        0
    };
    match module[scope..].find('/') {
        Some(slash) => (&module[..scope + slash], &module[scope + slash + 1..]),
        None => (module, ""),
    }
}

/// The entry of the pattern that matches best, exactly or with the longest text before its `*`, and what the `*` stands for.
fn best_match<'p, 'm, T>(
    patterns: impl Iterator<Item = (&'p str, T)>,
    name: &'m str,
) -> Option<(T, &'m str)> {
    let mut best: Option<(usize, T, &'m str)> = None;
    for (pattern, entry) in patterns {
        let Some((before, after)) = pattern.split_once('*') else {
            if pattern == name {
                return Some((entry, ""));
            }
            continue;
        };
        let matched = name.strip_prefix(before);
        let Some(matched) = matched.and_then(|rest| rest.strip_suffix(after)) else {
            continue;
        };
        if best
            .as_ref()
            .is_none_or(|(length, ..)| before.len() > *length)
        {
            best = Some((before.len(), entry, matched));
        }
    }
    best.map(|(_, entry, matched)| (entry, matched))
}

/// The targets that `exports` or `imports` of a package gives to `subpath`, in order.
fn entry_targets(entries: &Value, subpath: &str) -> Vec<String> {
    let mut found = Vec::new();
    let subpaths = entries.as_object().filter(|entries| {
        let mut keys = entries.keys();
        keys.any(|key| key.starts_with(['.', '#']))
    });
    let Some(subpaths) = subpaths else {
        if subpath == "." {
            targets_of(entries, "", &mut found);
        }
        return found;
    };
    let patterns = subpaths.iter().map(|(key, entry)| (&**key, entry));
    if let Some((entry, matched)) = best_match(patterns, subpath) {
        targets_of(entry, matched, &mut found);
    }
    found
}

/// The targets of an entry under any condition but that for types.
fn targets_of(entry: &Value, matched: &str, found: &mut Vec<String>) {
    match entry {
        Value::String(target) => found.push(target.replace('*', matched)),
        Value::Array(targets) => {
            for target in targets {
                targets_of(target, matched, found);
            }
        }
        Value::Object(conditions) => {
            for (condition, target) in conditions {
                if condition != "types" && !condition.starts_with("types@") {
                    targets_of(target, matched, found);
                }
            }
        }
        _ => {}
    }
}

//! How imports lead to files: one test a rule.

mod ecmascript;
mod go;
mod python;
mod rust;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tripline_syntax::Language;

use super::{Candidate, ModuleTree};

/// The tree of a workspace at `/w` with these files, of which manifests have a text.
fn tree(files: &[(&str, &str)]) -> ModuleTree {
    let mut tree = ModuleTree::default();
    for (path, text) in files {
        insert(&mut tree, &Path::new("/w").join(path), text);
    }
    tree
}

fn insert(tree: &mut ModuleTree, path: &Path, text: &str) {
    if ModuleTree::is_manifest(path) {
        tree.insert_manifest(path, text);
    } else if let Some(language) = Language::from_path(path) {
        tree.insert_file(path, language);
    }
}

/// The candidates in the order of likelihood, each as `path+taken::inside`.
fn found(tree: &ModuleTree, from: &str, module: &str, rest: &[&str]) -> Vec<String> {
    let from = Path::new("/w").join(from);
    let language = Language::from_path(&from).expect("the file is a program");
    let candidates = tree.candidates(&from, language, module, rest);
    candidates.iter().map(written).collect()
}

fn written(candidate: &Candidate) -> String {
    let below = |file: &PathBuf| {
        let below = file.strip_prefix("/w").unwrap_or(file);
        below.display().to_string()
    };
    let files: Vec<String> = candidate.files.iter().map(below).collect();
    let mut written = files.join(" ");
    if candidate.taken > 0 {
        let _ = write!(written, "+{}", candidate.taken);
    }
    if !candidate.inside.is_empty() {
        let _ = write!(written, "::{}", candidate.inside);
    }
    written
}

const NONE: [&str; 0] = [];

#[test]
fn a_removed_file_is_found_no_more() {
    let mut tree = tree(&[("pkg/__init__.py", ""), ("pkg/db.py", ""), ("main.py", "")]);
    assert_eq!(found(&tree, "main.py", "pkg.db", &[]), ["pkg/db.py"]);
    tree.remove_file(Path::new("/w/pkg/db.py"));
    assert_eq!(found(&tree, "main.py", "pkg.db", &[]), NONE);
    tree.remove_file(Path::new("/w/pkg/db.py"));
    tree.remove_file(Path::new("/elsewhere/x.py"));
    assert_eq!(found(&tree, "main.py", "pkg", &[]), ["pkg/__init__.py"]);
}

#[test]
fn a_tree_without_its_files_and_manifests_is_empty() {
    let files = [
        ("a/b/c.py", ""),
        ("a/b/d/e.ts", ""),
        ("a/package.json", r#"{ "name": "a" }"#),
        ("a/go.mod", "module m"),
    ];
    let mut tree = tree(&files);
    for (path, _) in files {
        let path = Path::new("/w").join(path);
        tree.remove_file(&path);
        tree.remove_manifest(&path);
    }
    assert_eq!(tree, ModuleTree::default());
}

#[test]
fn names_that_no_module_has_lead_to_the_same_files() {
    let files = [
        ("app/__init__.py", ""),
        ("app/views/list.py", ""),
        ("app/db.py", ""),
        ("Cargo.toml", "[package]\nname = \"shop\"\n"),
        ("src/lib.rs", ""),
        ("src/store/mod.rs", ""),
        ("src/store/rows.rs", ""),
    ];
    let tree = tree(&files);
    for name in ["app", "views", "list", "db", "store", "rows"] {
        assert!(tree.has_name(name), "{name}");
    }
    assert!(!tree.has_name("Query") && !tree.has_name("run"));
    let imports: [(&str, &str, &[&str]); 8] = [
        ("app/views/list.py", "app", &["db"]),
        ("app/views/list.py", "..", &[]),
        ("app/views/list.py", ".", &[]),
        ("app/db.py", "app.views", &[]),
        ("src/store/rows.rs", "super", &[]),
        ("src/store/rows.rs", "crate", &["store", "rows"]),
        ("src/lib.rs", "self", &["store"]),
        ("src/lib.rs", "store", &[]),
    ];
    for (from, module, path) in imports {
        let with = |names: &[&str]| found(&tree, from, module, &[path, names].concat());
        assert_eq!(with(&["Query"]), with(&["*"]), "{from}: {module}");
        assert_eq!(with(&["Query", "run"]), with(&["*"]), "{from}: {module}");
    }
}

#[test]
fn trees_are_equal_whatever_order_they_were_filled_in() {
    let mut files = [
        ("a/b.py", ""),
        ("a/c/d.py", ""),
        ("e.go", ""),
        ("p/package.json", r#"{ "name": "p" }"#),
        ("q/package.json", r#"{ "name": "p" }"#),
    ];
    let forward = tree(&files);
    files.reverse();
    assert_eq!(tree(&files), forward);
}

#[test]
fn a_faulty_manifest_counts_as_absent() {
    let mut tree = tree(&[
        ("go.mod", "module example.com/shop"),
        ("db/db.go", ""),
        ("main.go", ""),
    ]);
    assert_eq!(
        found(&tree, "main.go", "example.com/shop/db", &[]),
        ["db/db.go"]
    );
    tree.insert_manifest(Path::new("/w/go.mod"), "go 1.24");
    assert_eq!(found(&tree, "main.go", "example.com/shop/db", &[]), NONE);
    let faulty = [
        ("package.json", "{"),
        ("package.json", "[]"),
        (
            "package.json",
            r#"{ "name": 1, "exports": 2, "workspaces": { "packages": 3 }, "dependencies": [] }"#,
        ),
        ("tsconfig.json", "/* "),
        (
            "tsconfig.json",
            r#"{ "extends": 1, "compilerOptions": { "paths": { "*": 1 } }, "references": [1] }"#,
        ),
        ("pnpm-workspace.yaml", "packages: ]"),
        ("pnpm-workspace.yaml", ""),
        ("Cargo.toml", "[package"),
        (
            "Cargo.toml",
            "package = 1\nlib = 2\ndependencies = 3\nworkspace = 4\nbin = 5",
        ),
        ("pyproject.toml", "tool = 1"),
        (
            "pyproject.toml",
            "[tool.setuptools.packages.find]\nwhere = 1",
        ),
        ("go.work", "use (\n)\n)\nreplace\nreplace a =>"),
        ("go.mod", "module a\nreplace => b\nreplace a b c"),
    ];
    for (path, text) in faulty {
        tree.insert_manifest(&Path::new("/w").join(path), text);
        for from in ["main.go", "main.py", "main.ts", "src/main.rs"] {
            assert_eq!(
                found(&tree, from, "nothing", &["x"]),
                NONE,
                "{path}: {text}"
            );
        }
    }
}

#[test]
fn files_that_declare_types_are_no_modules() {
    let tree = tree(&[
        ("a.pyi", ""),
        ("b.d.ts", ""),
        ("main.py", ""),
        ("main.ts", ""),
    ]);
    assert_eq!(found(&tree, "main.py", "a", &[]), NONE);
    assert_eq!(found(&tree, "main.ts", "./b", &[]), NONE);
}

#[test]
fn manifests_are_known_by_their_names() {
    let is_manifest = |path: &str| ModuleTree::is_manifest(Path::new(path));
    for path in [
        "/w/package.json",
        "/w/pnpm-workspace.yaml",
        "/w/tsconfig.json",
        "/w/tsconfig.base.json",
        "/w/jsconfig.json",
        "/w/go.mod",
        "/w/go.work",
        "/w/Cargo.toml",
        "/w/pyproject.toml",
        "/w/setup.cfg",
    ] {
        assert!(is_manifest(path), "{path}");
    }
    for path in [
        "/w/main.py",
        "/w/Cargo.lock",
        "/w/package-lock.json",
        "/w/go.sum",
        "/",
    ] {
        assert!(!is_manifest(path), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_not_unicode_are_left_alone() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let odd = |name: &[u8]| Path::new("/w").join(OsStr::from_bytes(name));
    let mut tree = ModuleTree::default();
    tree.insert_file(&odd(b"\xff.py"), Language::Python);
    assert_eq!(tree, ModuleTree::default());
    for language in Language::ALL {
        let file = odd(b"\xff/a.x");
        tree.insert_file(&file, language);
        for module in [".", "./a", "crate", "super.super.a", "a"] {
            let found = tree.candidates(&odd(b"\xff/\xfe.x"), language, module, &["a"]);
            assert!(
                found
                    .iter()
                    .flat_map(|found| &found.files)
                    .all(|found| *found == file)
            );
        }
    }
}

proptest! {
    /// Whatever is imported from wherever, what is found is a file of the tree.
    #[test]
    fn what_is_found_is_there(
        module in "(crate|self|super|[.]{0,3}/?|#|@)?([ab./:*-]|db|\u{e9}){0,8}",
        rest in proptest::collection::vec("[ab.*/]{0,3}|db", 0..3),
        from in "(/(w|a|db|src|\\.\\.)){0,4}/?(a|b|mod|main)?[.](py|ts|js|go|rs)",
    ) {
        let tree = tree(&[
            ("package.json", r##"{ "name": "a", "workspaces": ["*", "**", "["], "exports": { "./*": "./../*" }, "imports": { "#*": "a*" } }"##),
            ("a/package.json", r#"{ "name": "b", "main": "../../../x", "dependencies": { "db": "file:../../.." } }"#),
            ("tsconfig.json", r#"{ "extends": ["./tsconfig.json", "./tsconfig.b.json"], "compilerOptions": { "baseUrl": "../..", "paths": { "*": ["*", "/*", "${configDir}/../*"] } } }"#),
            ("tsconfig.b.json", r#"{ "extends": ["./tsconfig", "./tsconfig.b"], "references": [{ "path": "." }] }"#),
            ("go.mod", "module a\nreplace a/b => ../.."),
            ("Cargo.toml", "[package]\nname = 'a'\n[lib]\npath = '../../../x'\n[dependencies]\ndb = { path = '..' }\n[workspace]"),
            ("pyproject.toml", "[tool.pytest.ini_options]\npythonpath = ['..', '../../../..']"),
            ("a/b.py", ""), ("a/__init__.py", ""), ("db.py", ""),
            ("a/index.ts", ""), ("b.js", ""), ("src/db.ts", ""),
            ("a/b.go", ""), ("b.go", ""),
            ("src/lib.rs", ""), ("src/main.rs", ""), ("src/a/mod.rs", ""), ("src/a/b/db.rs", ""), ("mod.rs", ""),
        ]);
        let from = PathBuf::from(from);
        let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
        for language in Language::ALL {
            for candidate in tree.candidates(&from, language, &module, &rest) {
                prop_assert!(candidate.taken <= rest.len());
                prop_assert!(!candidate.files.is_empty());
                for file in &candidate.files {
                    prop_assert!(tree.language(file).is_some(), "{}", file.display());
                }
            }
        }
        tree.package_of(&from);
    }
}

//! The layers hold: data flows down only, and each kind of knowledge stays where it belongs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// The layers from the top of the picture in `server/ARCHITECTURE.md` to its bottom.
const LAYERS: [&str; 8] = [
    "tripline-syntax",
    "tripline-ir",
    "tripline-flow",
    "tripline-rules",
    "tripline-fix",
    "tripline-workspace",
    "tripline-lsp",
    "tripline",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests/ is in the workspace")
        .to_path_buf()
}

fn metadata() -> Metadata {
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        .other_options(vec!["--offline".to_owned()])
        .exec()
        .expect("cargo metadata")
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a readable source folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_crate_uses_only_the_layers_above_it() {
    let metadata = metadata();
    let layer = |name: &str| LAYERS.iter().position(|known| *known == name);
    for package in &metadata.packages {
        let Some(own) = layer(&package.name) else {
            continue;
        };
        for dependency in &package.dependencies {
            let Some(used) = layer(&dependency.name) else {
                continue;
            };
            let allowed =
                used < own || dependency.kind == DependencyKind::Development && used <= own;
            assert!(
                allowed,
                "{} must not use {}: data goes down only",
                package.name, dependency.name
            );
        }
    }
}

#[test]
fn the_program_is_one_binary() {
    let metadata = metadata();
    let binaries: Vec<String> = metadata
        .packages
        .iter()
        .filter(|package| LAYERS.contains(&package.name.as_str()))
        .flat_map(|package| package.targets.iter())
        .filter(|target| target.is_bin())
        .map(|target| target.name.clone())
        .collect();
    assert_eq!(binaries, ["tripline"]);
}

/// Names of syntax-tree nodes that no ordinary word collides with: those with an underscore.
fn node_names() -> BTreeSet<String> {
    let grammars = [
        tree_sitter_python::NODE_TYPES,
        tree_sitter_javascript::NODE_TYPES,
        tree_sitter_typescript::TYPESCRIPT_NODE_TYPES,
        tree_sitter_typescript::TSX_NODE_TYPES,
        tree_sitter_go::NODE_TYPES,
        tree_sitter_rust::NODE_TYPES,
    ];
    let mut names = BTreeSet::new();
    for grammar in grammars {
        let types: serde_json::Value =
            serde_json::from_str(grammar).expect("a grammar's node types");
        for node in types.as_array().expect("a list of node types") {
            let name = node["type"].as_str().unwrap_or_default();
            let is_compound = name.contains('_') && !name.starts_with('_');
            if node["named"] == true && is_compound {
                names.insert(name.to_owned());
            }
        }
    }
    names
}

/// Words that are node names and mean something of their own elsewhere.
const SHARED_WORDS: [&str; 2] = ["format_specifier", "rest_pattern"];

#[test]
fn syntax_tree_node_names_occur_only_in_ir() {
    let names = node_names();
    assert!(
        names.contains("call_expression"),
        "the grammars name their nodes"
    );
    let quoted = regex::Regex::new("\"([a-z]+(?:_[a-z]+)+)\"").expect("a valid pattern");
    for layer in ["flow", "rules", "fix", "workspace", "lsp", "cli"] {
        for path in sources(&root().join("server").join(layer).join("src")) {
            let text = fs::read_to_string(&path).expect("a readable source");
            for found in quoted.captures_iter(&text) {
                let word = &found[1];
                assert!(
                    !names.contains(word) || SHARED_WORDS.contains(&word),
                    "{} names the syntax node {word:?}, which only server/ir may know",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn protocol_types_occur_only_in_lsp() {
    for layer in ["syntax", "ir", "flow", "rules", "fix", "workspace", "cli"] {
        let folder = root().join("server").join(layer);
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        for name in ["tower-lsp", "lsp-types", "gen-lsp-types"] {
            assert!(
                !manifest.contains(name),
                "server/{layer} must not depend on {name}"
            );
        }
        for path in sources(&folder.join("src")) {
            let text = fs::read_to_string(&path).expect("a readable source");
            assert!(
                !text.contains("tower_lsp"),
                "{} must not use protocol types",
                path.display()
            );
        }
    }
}

#[test]
fn upper_layers_touch_neither_disk_nor_network() {
    let forbidden = ["std::fs", "std::net", "std::process::Command"];
    for layer in ["syntax", "ir", "flow", "rules", "fix"] {
        for path in sources(&root().join("server").join(layer).join("src")) {
            let text = fs::read_to_string(&path).expect("a readable source");
            for word in forbidden {
                assert!(
                    !text.contains(word),
                    "{} must not use {word}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_analysis_names_no_vulnerability_class() {
    for layer in ["syntax", "ir", "flow"] {
        for path in sources(&root().join("server").join(layer).join("src")) {
            let text = fs::read_to_string(&path)
                .expect("a readable source")
                .to_lowercase();
            for word in ["sql-injection", "hardcoded-secret", "cwe-"] {
                assert!(
                    !text.contains(word),
                    "{} must know no check: {word}",
                    path.display()
                );
            }
        }
    }
}

//! Reads and validates `rules/`, and embeds it in the crate in a form that loads without parsing YAML or Markdown.
//!
//! A faulty file fails a release build. Other builds warn and leave it out, so that a page under construction stops
//! nobody else's work; a test of the crate demands that there is none.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the format modules are shared with the crate, which uses all of them"
)]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/check.rs"]
pub mod check;
#[path = "src/level.rs"]
mod level;
#[path = "src/load/mod.rs"]
mod load;
#[path = "src/model.rs"]
pub mod model;
#[path = "src/provider.rs"]
pub mod provider;

pub use level::{Confidence, Safety, Severity};

/// The words of `tripline_flow::Provenance`. The crate itself is no build dependency: it would build every grammar a
/// second time.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Provenance {
    /// As in the flow crate.
    Unknown,
    /// As in the flow crate.
    Local,
    /// As in the flow crate.
    Parameter,
    /// As in the flow crate.
    Remote,
}

fn main() {
    let folder = Path::new("../../rules");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/load");
    for source in ["check.rs", "level.rs", "model.rs", "provider.rs"] {
        println!("cargo::rerun-if-changed=src/{source}");
    }
    let mut files = Vec::new();
    collect(folder, Path::new(""), &mut files)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let (set, errors) = load::read(&files, &load::RuleSet::default());
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    for error in &errors {
        println!(
            "cargo::{}=rules/{error}",
            if is_release { "error" } else { "warning" }
        );
    }
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let blob = serde_json::to_vec(&set).expect("rule formats have string keys only");
    fs::write(out.join("rules.json"), blob).expect("OUT_DIR is writable");
    fs::write(out.join("errors.txt"), lines.join("\n")).expect("OUT_DIR is writable");
}

/// Rule files below `folder`, by their path in it with `/`.
fn collect(folder: &Path, inside: &Path, files: &mut Vec<(String, String)>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder.join(inside))?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = inside.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect(folder, &path, files)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yml" || extension == "md")
            && path.components().count() > 1
        {
            let name = path.to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(folder.join(&path))?));
        }
    }
    Ok(())
}

//! Every dependency comes from the registry, under a licence that the program's own allows.

use std::path::Path;

use cargo_metadata::{Metadata, MetadataCommand};
use spdx::Expression;

const ALLOWED: [&str; 12] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

fn metadata() -> Metadata {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests/ is in the workspace");
    MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .other_options(vec![
            "--offline".to_owned(),
            "--filter-platform".to_owned(),
            host(),
        ])
        .exec()
        .expect("cargo metadata")
}

/// The platform that the tests were built for, whose dependencies alone are sure to have been fetched.
fn host() -> String {
    let output = std::process::Command::new(env!("CARGO"))
        .arg("-vV")
        .output()
        .expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("cargo tells its host")
        .to_owned()
}

#[test]
fn licences_are_compatible() {
    for package in metadata().packages {
        let license = package
            .license
            .as_deref()
            .unwrap_or_else(|| panic!("{} states no licence", package.name));
        let expression = Expression::parse(&license.replace('/', " OR "))
            .unwrap_or_else(|error| panic!("{}: {license}: {error}", package.name));
        let allowed = expression.evaluate(|requirement| {
            requirement
                .license
                .id()
                .is_some_and(|id| ALLOWED.contains(&id.name))
        });
        assert!(allowed, "{} is under {license}", package.name);
    }
}

#[test]
fn sources_are_the_registry_or_the_workspace() {
    for package in metadata().packages {
        let Some(source) = &package.source else {
            continue;
        };
        assert!(
            source.is_crates_io(),
            "{} comes from {source}",
            package.name
        );
    }
}

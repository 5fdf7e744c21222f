//! Which files are tests: their authors know what they wrote there, and nobody serves it.

use tripline_syntax::Language;

use crate::engine::Source;

/// Whether a path is of tests, fixtures, benchmarks, examples or documentation, where secrets are made up.
pub fn is_test_path(path: &str) -> bool {
    const FOLDERS: [&str; 15] = [
        "test",
        "tests",
        "__tests__",
        "testing",
        "spec",
        "specs",
        "e2e",
        "fixture",
        "fixtures",
        "testdata",
        "benches",
        "examples",
        "example",
        "docs",
        "mocks",
    ];
    let path = path.replace('\\', "/").to_lowercase();
    let mut folders = path.split('/').rev().skip(1);
    let is_of_tests = |folder: &str| {
        FOLDERS.contains(&folder) || folder.starts_with("test_") || folder.starts_with("test-")
    };
    folders.any(is_of_tests) || is_test_name(&path)
}

/// Whether the path of a text that is no program is of tests, examples or descriptions. Texts have no other signs of that than
/// the words of their names: `integration-tests/server.key`, `test_vectors.json`, `openapi.yaml`.
pub(crate) fn is_test_text(path: &str) -> bool {
    const WORDS: [&str; 18] = [
        "test",
        "tests",
        "testing",
        "testdata",
        "vectors",
        "fixture",
        "fixtures",
        "mock",
        "mocks",
        "demo",
        "example",
        "examples",
        "sample",
        "samples",
        "benchmark",
        "benchmarks",
        "openapi",
        "swagger",
    ];
    let name = path.to_lowercase();
    let mut words = name.split(['/', '\\', '.', '-', '_']);
    words.any(|word| WORDS.contains(&word)) || is_test_path(path)
}

/// Whether a file is an example beside a library: the build tool of its language knows the folder as such.
pub(crate) fn is_example(language: Language, path: &str) -> bool {
    let mut folders = path.split(['/', '\\']).rev().skip(1);
    language == Language::Rust && folders.any(|folder| folder == "examples")
}

/// Whether a file's name is one of tests, fixtures, examples or documentation.
fn is_test_name(path: &str) -> bool {
    let file = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let file = file.to_lowercase();
    let stem = file.rsplit_once('.').map_or(&*file, |(stem, _)| stem);
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    stem.starts_with("test_")
        || matches!(
            extension,
            "example" | "sample" | "template" | "dist" | "test"
        )
        || matches!(stem, "conftest" | "tests")
        || [
            "_test", ".test", ".spec", "-test", ".stories", ".example", ".sample",
        ]
        .iter()
        .any(|end| stem.ends_with(end))
}

/// Whether a test runner runs the file: it holds tests and lies where the runners of its language look for them. Neither
/// alone says so: a server may lie below a folder of tests, and `test_connection` may be a route.
pub(crate) fn is_test_code(source: &Source<'_>) -> bool {
    let is_found = source.path.is_some_and(|path| match source.ir.language {
        Language::Python | Language::Go => is_test_name(path),
        _ => is_test_path(path),
    });
    is_found && source.ir.has_tests()
}

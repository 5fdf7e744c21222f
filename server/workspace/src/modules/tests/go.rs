//! Rules of Go.

use std::path::{Path, PathBuf};

use super::{NONE, found, tree};

#[test]
fn the_path_below_the_module_is_the_folder_of_the_package() {
    let tree = tree(&[
        ("go.mod", "module example.com/shop // the shop\n\ngo 1.24\n"),
        ("main.go", ""),
        ("internal/db/db.go", ""),
        ("internal/db/query.go", ""),
        ("internal/db/notes.py", ""),
    ]);
    assert_eq!(
        found(&tree, "main.go", "example.com/shop/internal/db", &["Run"]),
        ["internal/db/db.go internal/db/query.go"]
    );
    assert_eq!(
        found(&tree, "internal/db/db.go", "example.com/shop", &[]),
        ["main.go"]
    );
    assert_eq!(
        found(&tree, "main.go", "example.com/shopping/internal/db", &[]),
        NONE
    );
    assert_eq!(
        found(&tree, "main.go", "example.com/shop/../shop", &[]),
        NONE
    );
}

#[test]
fn an_imported_package_is_without_its_tests() {
    let tree = tree(&[
        ("go.mod", "module \"m\""),
        ("main.go", ""),
        ("db/db.go", ""),
        ("db/db_test.go", ""),
        ("fixtures/only_test.go", ""),
    ]);
    assert_eq!(found(&tree, "main.go", "m/db", &[]), ["db/db.go"]);
    assert_eq!(found(&tree, "main.go", "m/fixtures", &[]), NONE);
}

#[test]
fn the_module_of_a_file_is_the_nearest_above() {
    let tree = tree(&[
        ("go.mod", "module m"),
        ("db/db.go", ""),
        ("tools/go.mod", "module tools"),
        ("tools/main.go", ""),
        ("tools/db/db.go", ""),
    ]);
    assert_eq!(
        found(&tree, "tools/main.go", "tools/db", &[]),
        ["tools/db/db.go"]
    );
    assert_eq!(found(&tree, "tools/main.go", "m/db", &[]), NONE);
}

#[test]
fn a_nested_module_is_no_part_of_the_one_around_it() {
    let tree = tree(&[
        ("go.mod", "module m"),
        ("main.go", ""),
        ("tools/go.mod", "module example.com/tools"),
        ("tools/gen/gen.go", ""),
    ]);
    assert_eq!(found(&tree, "main.go", "m/tools/gen", &[]), NONE);
}

#[test]
fn a_module_may_be_replaced_by_a_folder() {
    let line = "module m\nreplace example.com/db v1.2.0 => ../db\nreplace example.com/far => example.com/fork v1.0.0\n";
    let block = "module m\nreplace (\n\texample.com/db => ../db // local\n)\n";
    for manifest in [line, block] {
        let tree = tree(&[
            ("app/go.mod", manifest),
            ("app/main.go", ""),
            ("db/go.mod", "module example.com/db"),
            ("db/db.go", ""),
            ("db/pool/pool.go", ""),
        ]);
        assert_eq!(
            found(&tree, "app/main.go", "example.com/db", &[]),
            ["db/db.go"]
        );
        assert_eq!(
            found(&tree, "app/main.go", "example.com/db/pool", &[]),
            ["db/pool/pool.go"]
        );
        assert_eq!(found(&tree, "app/main.go", "example.com/far", &[]), NONE);
    }
}

#[test]
fn a_work_file_joins_modules() {
    for work in [
        "use ./app\nuse ./db\n",
        "go 1.24\n\nuse (\n\t./app\n\t./db\n)\n",
        "use(\n./db\n)",
    ] {
        let tree = tree(&[
            ("go.work", work),
            ("app/go.mod", "module example.com/app"),
            ("app/main.go", ""),
            ("db/go.mod", "module example.com/db"),
            ("db/pool/pool.go", ""),
        ]);
        assert_eq!(
            found(&tree, "app/main.go", "example.com/db/pool", &[]),
            ["db/pool/pool.go"],
            "{work}"
        );
    }
}

#[test]
fn the_longest_module_path_with_the_package_is_meant() {
    let tree = tree(&[
        ("go.work", "use .\nuse ./db/v2\n"),
        ("go.mod", "module m"),
        ("main.go", ""),
        ("db/v2/go.mod", "module m/db/v2"),
        ("db/v2/db.go", ""),
    ]);
    assert_eq!(found(&tree, "main.go", "m/db/v2", &[]), ["db/v2/db.go"]);
}

#[test]
fn vendored_packages_and_libraries_are_not_of_the_workspace() {
    let tree = tree(&[
        ("go.mod", "module m"),
        ("main.go", ""),
        ("vendor/example.com/x/x.go", ""),
    ]);
    assert_eq!(found(&tree, "main.go", "m/vendor/example.com/x", &[]), NONE);
    assert_eq!(found(&tree, "main.go", "example.com/x", &[]), NONE);
    assert_eq!(found(&tree, "main.go", "net/http", &["Get"]), NONE);
}

#[test]
fn without_a_module_no_import_is_found() {
    let tree = tree(&[("main.go", ""), ("db/db.go", "")]);
    assert_eq!(found(&tree, "main.go", "db", &[]), NONE);
}

#[test]
fn files_of_a_folder_are_one_package_with_tests_only_for_tests() {
    let tree = tree(&[
        ("db/db.go", ""),
        ("db/query.go", ""),
        ("db/db_test.go", ""),
        ("db/notes.rs", ""),
        ("db/pool/pool.go", ""),
    ]);
    let package_of = |from: &str| tree.package_of(Path::new(from));
    assert_eq!(package_of("/w/db/db.go"), [PathBuf::from("/w/db/query.go")]);
    assert_eq!(
        package_of("/w/db/db_test.go"),
        [
            PathBuf::from("/w/db/db.go"),
            PathBuf::from("/w/db/query.go")
        ]
    );
    assert_eq!(package_of("/"), [] as [PathBuf; 0]);
}

//! Rules of Python.

use std::path::Path;

use tripline_syntax::Language;

use super::{NONE, found, tree};

#[test]
fn a_package_may_have_the_name_or_be_around_a_module_of_the_name() {
    let tree = tree(&[
        ("pkg/__init__.py", ""),
        ("pkg/db.py", ""),
        ("pkg/views.py", ""),
    ]);
    assert_eq!(
        found(&tree, "pkg/views.py", ".", &["db", "run"]),
        ["pkg/__init__.py", "pkg/db.py+1"]
    );
}

#[test]
fn dots_lead_upwards_from_the_package_of_the_file() {
    let tree = tree(&[
        ("pkg/__init__.py", ""),
        ("pkg/db.py", ""),
        ("pkg/web/__init__.py", ""),
        ("pkg/web/views.py", ""),
    ]);
    assert_eq!(
        found(&tree, "pkg/web/views.py", "..db", &["run"]),
        ["pkg/db.py"]
    );
    assert_eq!(
        found(&tree, "pkg/web/__init__.py", ".views", &[]),
        ["pkg/web/views.py"]
    );
    assert_eq!(
        found(&tree, "pkg/web/views.py", "..", &[]),
        ["pkg/__init__.py"]
    );
    assert_eq!(found(&tree, "pkg/web/views.py", ".....", &["db"]), NONE);
}

#[test]
fn relative_imports_work_without_an_init() {
    let tree = tree(&[("pkg/db.py", ""), ("pkg/views.py", "")]);
    assert_eq!(found(&tree, "pkg/views.py", ".", &["db"]), ["pkg/db.py+1"]);
}

#[test]
fn absolute_imports_start_beside_the_outermost_package() {
    let tree = tree(&[
        ("app/__init__.py", ""),
        ("app/db.py", ""),
        ("app/web/__init__.py", ""),
        ("app/web/views.py", ""),
    ]);
    assert_eq!(
        found(&tree, "app/web/views.py", "app.db", &["run"]),
        ["app/db.py"]
    );
    assert_eq!(
        found(&tree, "app/web/views.py", "app", &["db", "run"]),
        ["app/__init__.py", "app/db.py+1"]
    );
}

#[test]
fn a_module_of_the_own_package_is_not_imported_without_its_package() {
    let tree = tree(&[
        ("app/__init__.py", ""),
        ("app/json.py", ""),
        ("app/views.py", ""),
    ]);
    assert_eq!(found(&tree, "app/views.py", "json", &["loads"]), NONE);
}

#[test]
fn a_folder_without_an_init_in_a_package_does_not_make_the_package_a_root() {
    let tree = tree(&[
        ("app/__init__.py", ""),
        ("app/json.py", ""),
        ("app/db.py", ""),
        ("app/web/views.py", ""),
    ]);
    assert_eq!(found(&tree, "app/web/views.py", "json", &["loads"]), NONE);
    assert_eq!(
        found(&tree, "app/web/views.py", "app.db", &["run"]),
        ["app/db.py"]
    );
}

#[test]
fn a_script_imports_the_modules_beside_it() {
    let tree = tree(&[
        ("tools/run.py", ""),
        ("tools/helpers.py", ""),
        ("helpers.py", ""),
    ]);
    assert_eq!(
        found(&tree, "tools/run.py", "helpers", &["go"]),
        ["tools/helpers.py"]
    );
}

#[test]
fn a_file_does_not_import_itself() {
    let tree = tree(&[("examples/redis.py", "")]);
    assert_eq!(found(&tree, "examples/redis.py", "redis", &["Redis"]), NONE);
}

#[test]
fn folders_above_are_searched_nearest_first() {
    let tree = tree(&[
        ("services/api/common/__init__.py", ""),
        ("services/api/jobs/run.py", ""),
        ("common/__init__.py", ""),
    ]);
    assert_eq!(
        found(&tree, "services/api/jobs/run.py", "common", &[]),
        ["services/api/common/__init__.py"]
    );
}

#[test]
fn a_project_has_its_packages_in_src() {
    for manifest in ["pyproject.toml", "setup.cfg", "setup.py"] {
        let tree = tree(&[
            (manifest, ""),
            ("src/shop/__init__.py", ""),
            ("src/shop/db.py", ""),
            ("tests/test_db.py", ""),
        ]);
        assert_eq!(
            found(&tree, "tests/test_db.py", "shop.db", &["run"]),
            ["src/shop/db.py"],
            "{manifest}"
        );
    }
    let tree = tree(&[("src/shop/db.py", ""), ("tests/test_db.py", "")]);
    assert_eq!(found(&tree, "tests/test_db.py", "shop.db", &[]), NONE);
}

#[test]
fn a_project_may_name_the_folders_of_its_packages() {
    for manifest in [
        "[tool.setuptools.packages.find]\nwhere = [\"python\"]",
        "[tool.setuptools]\npackage-dir = { \"\" = \"python\" }",
        "[[tool.poetry.packages]]\ninclude = \"shop\"\nfrom = \"python\"",
        "[tool.pytest.ini_options]\npythonpath = \"python\"",
    ] {
        let tree = tree(&[
            ("pyproject.toml", manifest),
            ("python/shop/db.py", ""),
            ("tests/test_db.py", ""),
        ]);
        assert_eq!(
            found(&tree, "tests/test_db.py", "shop.db", &["run"]),
            ["python/shop/db.py"],
            "{manifest}"
        );
    }
}

#[test]
fn a_folder_without_an_init_is_a_namespace() {
    let tree = tree(&[("main.py", ""), ("acme/billing/db.py", "")]);
    assert_eq!(
        found(&tree, "main.py", "acme.billing.db", &["run"]),
        ["acme/billing/db.py"]
    );
    assert_eq!(
        found(&tree, "main.py", "acme", &["billing", "db"]),
        ["acme/billing/db.py+2"]
    );
    assert_eq!(found(&tree, "main.py", "acme.billing", &[]), NONE);
}

#[test]
fn a_regular_package_is_taken_before_a_module_and_a_module_before_a_namespace() {
    let regular = tree(&[("main.py", ""), ("db.py", ""), ("db/__init__.py", "")]);
    assert_eq!(found(&regular, "main.py", "db", &[]), ["db/__init__.py"]);
    let namespace = tree(&[("main.py", ""), ("db.py", ""), ("db/pool.py", "")]);
    assert_eq!(found(&namespace, "main.py", "db", &["pool"]), ["db.py"]);
}

#[test]
fn a_package_that_lacks_the_module_is_not_looked_for_elsewhere() {
    let tree = tree(&[
        ("api/shop/__init__.py", ""),
        ("api/main.py", ""),
        ("shop/db.py", ""),
    ]);
    assert_eq!(found(&tree, "api/main.py", "shop.db", &[]), NONE);
}

#[test]
fn libraries_are_not_in_the_workspace() {
    let tree = tree(&[
        ("app/__init__.py", ""),
        ("app/main.py", ""),
        ("requests/get.http", ""),
    ]);
    assert_eq!(found(&tree, "app/main.py", "os.path", &["join"]), NONE);
    assert_eq!(found(&tree, "app/main.py", "requests", &["get"]), NONE);
}

#[test]
fn a_package_imports_its_own_modules_by_its_name() {
    let tree = tree(&[("pkg/__init__.py", ""), ("pkg/db.py", ""), ("redis.py", "")]);
    assert_eq!(
        found(&tree, "pkg/__init__.py", "pkg", &["db", "run"]),
        ["pkg/__init__.py", "pkg/db.py+1"]
    );
    // The library.
    assert_eq!(found(&tree, "redis.py", "redis", &["Redis"]), NONE);
}

#[test]
fn the_first_name_of_an_import_may_be_a_folder_without_files() {
    let tree = tree(&[("services/billing/invoices.py", ""), ("main.py", "")]);
    let from = Path::new("/w/main.py");
    for (name, expected) in [("services", true), ("main", true), ("flask", false)] {
        let is_ours = tree.may_have(from, Language::Python, name);
        assert_eq!(is_ours, expected, "{name}");
    }
}

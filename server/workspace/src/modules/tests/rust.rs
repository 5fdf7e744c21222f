//! Rules of Rust.

use super::{NONE, found, tree};

const SHOP: &str = "[package]\nname = \"shop\"\n";

#[test]
fn crate_is_the_root_of_the_files_crate() {
    let tree = tree(&[
        ("Cargo.toml", SHOP),
        ("src/lib.rs", ""),
        ("src/db.rs", ""),
        ("src/web/mod.rs", ""),
        ("src/web/users.rs", ""),
    ]);
    for from in [
        "src/lib.rs",
        "src/db.rs",
        "src/web/mod.rs",
        "src/web/users.rs",
    ] {
        assert_eq!(
            found(&tree, from, "crate", &["Config"]),
            ["src/lib.rs"],
            "{from}"
        );
        assert_eq!(
            found(&tree, from, "crate.db", &["run"]),
            ["src/db.rs"],
            "{from}"
        );
        assert_eq!(
            found(&tree, from, "crate.web.users", &["find"]),
            ["src/web/users.rs"]
        );
        assert_eq!(
            found(&tree, from, "crate.web", &["index"]),
            ["src/web/mod.rs"]
        );
    }
}

#[test]
fn names_after_the_module_may_be_modules() {
    let tree = tree(&[
        ("Cargo.toml", SHOP),
        ("src/lib.rs", ""),
        ("src/db.rs", ""),
        ("src/db/run.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "src/lib.rs", "crate", &["db", "connect"]),
        ["src/db.rs+1"]
    );
    // `run` may be the module, or a function of `db`, or both.
    assert_eq!(
        found(&tree, "src/lib.rs", "crate", &["db", "run"]),
        ["src/db.rs+1", "src/db/run.rs+2"]
    );
    assert_eq!(
        found(&tree, "src/lib.rs", "crate", &["db", "run", "now"]),
        ["src/db/run.rs+2"]
    );
    assert_eq!(
        found(&tree, "src/lib.rs", "crate", &["db"]),
        ["src/lib.rs", "src/db.rs+1"]
    );
}

#[test]
fn self_is_the_module_of_the_file() {
    let tree = tree(&[
        ("Cargo.toml", SHOP),
        ("src/lib.rs", ""),
        ("src/db.rs", ""),
        ("src/db/pool.rs", ""),
        ("src/web/mod.rs", ""),
        ("src/web/users.rs", ""),
    ]);
    assert_eq!(found(&tree, "src/lib.rs", "self.db", &[]), ["src/db.rs"]);
    assert_eq!(
        found(&tree, "src/db.rs", "self.pool", &["get"]),
        ["src/db/pool.rs"]
    );
    assert_eq!(
        found(&tree, "src/web/mod.rs", "self.users", &[]),
        ["src/web/users.rs"]
    );
    assert_eq!(found(&tree, "src/db.rs", "self", &["open"]), ["src/db.rs"]);
}

#[test]
fn super_is_the_module_around() {
    let tree = tree(&[
        ("Cargo.toml", SHOP),
        ("src/lib.rs", ""),
        ("src/config.rs", ""),
        ("src/db.rs", ""),
        ("src/db/pool.rs", ""),
        ("src/web/mod.rs", ""),
        ("src/web/users.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "src/db/pool.rs", "super", &["open"]),
        ["src/db.rs"]
    );
    assert_eq!(
        found(&tree, "src/web/users.rs", "super", &["index"]),
        ["src/web/mod.rs"]
    );
    assert_eq!(
        found(&tree, "src/web/mod.rs", "super.config", &["load"]),
        ["src/config.rs"]
    );
    assert_eq!(
        found(&tree, "src/db/pool.rs", "super.super.config", &["load"]),
        ["src/config.rs"]
    );
    assert_eq!(found(&tree, "src/lib.rs", "super.db", &[]), NONE);
}

#[test]
fn what_has_no_file_is_inside_the_last_that_has() {
    let tree = tree(&[("Cargo.toml", SHOP), ("src/lib.rs", ""), ("src/db.rs", "")]);
    assert_eq!(
        found(&tree, "src/lib.rs", "crate.db.sql.build", &["select"]),
        ["src/db.rs::sql.build"]
    );
    assert_eq!(
        found(&tree, "src/db.rs", "crate.Config", &["new"]),
        ["src/lib.rs::Config"]
    );
}

#[test]
fn an_inline_module_has_the_files_of_its_modules_in_its_folder() {
    let tree = tree(&[
        ("Cargo.toml", SHOP),
        ("src/lib.rs", ""),
        ("src/db.rs", ""),
        ("src/db/sql/build.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "src/db.rs", "self.sql.build", &["f"]),
        ["src/db/sql/build.rs"]
    );
    assert_eq!(
        found(&tree, "src/db/sql/build.rs", "super", &["f"]),
        ["src/db.rs::sql"]
    );
    assert_eq!(
        found(&tree, "src/db/sql/build.rs", "super.super", &["f"]),
        ["src/db.rs"]
    );
    assert_eq!(
        found(&tree, "src/db/sql/build.rs", "crate", &["f"]),
        ["src/lib.rs"]
    );
}

#[test]
fn a_path_may_start_at_a_module_of_the_file() {
    let tree = tree(&[("Cargo.toml", SHOP), ("src/main.rs", ""), ("src/db.rs", "")]);
    assert_eq!(found(&tree, "src/main.rs", "db", &["run"]), ["src/db.rs"]);
    assert_eq!(found(&tree, "src/db.rs", "db", &["run"]), NONE);
}

#[test]
fn a_path_starts_at_a_dependency_before_a_file_of_its_name() {
    let tree = tree(&[
        (
            "Cargo.toml",
            "[package]\nname = \"shop\"\n[dependencies]\nredis = \"1\"\n",
        ),
        ("src/lib.rs", ""),
        ("src/db.rs", ""),
        ("tests/shop.rs", ""),
        ("tests/redis.rs", ""),
        ("tests/orders.rs", ""),
        ("tests/common.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "tests/orders.rs", "shop.db", &["run"]),
        ["src/db.rs"]
    );
    assert_eq!(found(&tree, "tests/orders.rs", "redis", &["Client"]), NONE);
    assert_eq!(
        found(&tree, "tests/orders.rs", "common", &["setup"]),
        ["tests/common.rs"]
    );
    assert_eq!(found(&tree, "tests/orders.rs", "orders", &["x"]), NONE);
}

#[test]
fn an_inherited_dependency_may_be_renamed() {
    let tree = tree(&[
        (
            "Cargo.toml",
            "[workspace.dependencies]\nthe-db = { package = \"shop-db\", path = \"db\" }\n",
        ),
        (
            "app/Cargo.toml",
            "[package]\nname = \"app\"\n[dependencies]\nthe-db = { workspace = true }\n",
        ),
        ("app/src/main.rs", ""),
        ("db/Cargo.toml", "[package]\nname = \"shop-db\"\n"),
        ("db/src/lib.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "app/src/main.rs", "the_db", &["open"]),
        ["db/src/lib.rs"]
    );
    assert_eq!(found(&tree, "app/src/main.rs", "shop_db", &["open"]), NONE);
}

#[test]
fn a_module_may_be_of_the_library_and_of_the_program() {
    let tree = tree(&[
        ("Cargo.toml", SHOP),
        ("src/lib.rs", ""),
        ("src/main.rs", ""),
        ("src/db.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "src/db.rs", "crate", &["Config"]),
        ["src/lib.rs", "src/main.rs"]
    );
    assert_eq!(
        found(&tree, "src/main.rs", "crate", &["Config"]),
        ["src/main.rs"]
    );
    assert_eq!(
        found(&tree, "src/db.rs", "crate.db", &["run"]),
        ["src/db.rs"]
    );
}

#[test]
fn programs_import_the_library_of_their_package_by_name() {
    let tree = tree(&[
        ("Cargo.toml", "[package]\nname = \"my-shop\"\n"),
        ("src/lib.rs", ""),
        ("src/db.rs", ""),
        ("src/main.rs", ""),
        ("src/bin/import.rs", ""),
        ("src/bin/serve/main.rs", ""),
        ("tests/orders.rs", ""),
        ("examples/demo.rs", ""),
        ("benches/speed.rs", ""),
    ]);
    for from in [
        "src/main.rs",
        "src/bin/import.rs",
        "src/bin/serve/main.rs",
        "tests/orders.rs",
        "examples/demo.rs",
        "benches/speed.rs",
    ] {
        assert_eq!(
            found(&tree, from, "my_shop.db", &["run"]),
            ["src/db.rs"],
            "{from}"
        );
        assert_eq!(found(&tree, from, "crate", &["x"]), [from], "{from}");
    }
}

#[test]
fn tests_share_modules_in_their_folder() {
    let tree = tree(&[
        ("Cargo.toml", SHOP),
        ("src/lib.rs", ""),
        ("tests/orders.rs", ""),
        ("tests/users.rs", ""),
        ("tests/common/mod.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "tests/users.rs", "self.common", &[]),
        ["tests/common/mod.rs"]
    );
    assert_eq!(
        found(&tree, "tests/common/mod.rs", "crate", &["x"]),
        ["tests/orders.rs", "tests/users.rs"]
    );
    assert_eq!(
        found(&tree, "tests/common/mod.rs", "crate.common", &["setup"]),
        ["tests/common/mod.rs"]
    );
}

#[test]
fn a_manifest_may_say_where_crates_are() {
    let manifest = "[package]\nname = \"shop\"\n[lib]\nname = \"store\"\npath = \"lib/store.rs\"\n[[bin]]\nname = \"serve\"\npath = \"cmd/serve.rs\"\n";
    let tree = tree(&[
        ("Cargo.toml", manifest),
        ("lib/store.rs", ""),
        ("lib/db.rs", ""),
        ("cmd/serve.rs", ""),
        ("cmd/args.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "cmd/serve.rs", "store.db", &["run"]),
        ["lib/db.rs"]
    );
    assert_eq!(found(&tree, "cmd/serve.rs", "shop.db", &["run"]), NONE);
    assert_eq!(
        found(&tree, "cmd/args.rs", "crate", &["x"]),
        ["cmd/serve.rs"]
    );
    assert_eq!(found(&tree, "lib/db.rs", "crate", &["x"]), ["lib/store.rs"]);
}

#[test]
fn a_dependency_with_a_path_is_found() {
    let tree = tree(&[
        (
            "app/Cargo.toml",
            "[package]\nname = \"app\"\n[dependencies]\nshop-db = { path = \"../db\" }\n[dev-dependencies]\nkit = { path = \"../kit\" }\n[target.'cfg(unix)'.dependencies]\nfiles = { path = \"../files\" }\n",
        ),
        ("app/src/main.rs", ""),
        ("db/Cargo.toml", "[package]\nname = \"shop-db\"\n"),
        ("db/src/lib.rs", ""),
        ("db/src/pool.rs", ""),
        ("kit/Cargo.toml", "[package]\nname = \"kit\"\n"),
        ("kit/src/lib.rs", ""),
        ("files/Cargo.toml", "[package]\nname = \"files\"\n"),
        ("files/src/lib.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "app/src/main.rs", "shop_db.pool", &["get"]),
        ["db/src/pool.rs"]
    );
    assert_eq!(
        found(&tree, "app/src/main.rs", "shop_db", &["open"]),
        ["db/src/lib.rs"]
    );
    assert_eq!(
        found(&tree, "app/src/main.rs", "kit", &["x"]),
        ["kit/src/lib.rs"]
    );
    assert_eq!(
        found(&tree, "app/src/main.rs", "files", &["x"]),
        ["files/src/lib.rs"]
    );
}

#[test]
fn a_dependency_may_be_renamed() {
    let tree = tree(&[
        (
            "app/Cargo.toml",
            "[package]\nname = \"app\"\n[dependencies]\nthe-db = { package = \"shop-db\", path = \"../db\" }\n",
        ),
        ("app/src/main.rs", ""),
        ("db/Cargo.toml", "[package]\nname = \"shop-db\"\n"),
        ("db/src/lib.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "app/src/main.rs", "the_db", &["open"]),
        ["db/src/lib.rs"]
    );
    assert_eq!(found(&tree, "app/src/main.rs", "shop_db", &["open"]), NONE);
}

#[test]
fn a_dependency_may_be_inherited_from_the_workspace() {
    let tree = tree(&[
        (
            "Cargo.toml",
            "[workspace]\nmembers = [\"crates/*\"]\n[workspace.dependencies]\nshop-db = { path = \"crates/db\" }\nserde = \"1\"\n",
        ),
        (
            "crates/app/Cargo.toml",
            "[package]\nname = \"app\"\n[dependencies]\nshop-db.workspace = true\nserde = { workspace = true }\n",
        ),
        ("crates/app/src/main.rs", ""),
        ("crates/db/Cargo.toml", "[package]\nname = \"shop-db\"\n"),
        ("crates/db/src/lib.rs", ""),
        ("crates/serde/Cargo.toml", "[package]\nname = \"serde\"\n"),
        ("crates/serde/src/lib.rs", ""),
    ]);
    let from = "crates/app/src/main.rs";
    assert_eq!(
        found(&tree, from, "shop_db", &["open"]),
        ["crates/db/src/lib.rs"]
    );
    assert_eq!(found(&tree, from, "serde", &["Serialize"]), NONE);
}

#[test]
fn a_dependency_of_a_registry_is_found_only_if_it_is_patched() {
    let app = "[package]\nname = \"app\"\n[dependencies]\ndb = \"1\"\nkit = \"1\"\n[workspace]\n[patch.crates-io]\ndb = { path = \"db\" }\n";
    let tree = tree(&[
        ("Cargo.toml", app),
        ("src/main.rs", ""),
        ("db/Cargo.toml", "[package]\nname = \"db\"\n"),
        ("db/src/lib.rs", ""),
        ("kit/Cargo.toml", "[package]\nname = \"kit\"\n"),
        ("kit/src/lib.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "src/main.rs", "db", &["open"]),
        ["db/src/lib.rs"]
    );
    assert_eq!(found(&tree, "src/main.rs", "kit", &["x"]), NONE);
    assert_eq!(found(&tree, "src/main.rs", "std.fs", &["read"]), NONE);
}

#[test]
fn without_a_manifest_roots_are_known_by_their_names() {
    let tree = tree(&[("src/main.rs", ""), ("src/db.rs", "")]);
    assert_eq!(found(&tree, "src/db.rs", "crate", &["x"]), ["src/main.rs"]);
    assert_eq!(
        found(&tree, "src/main.rs", "crate.db", &["run"]),
        ["src/db.rs"]
    );
}

#[test]
fn a_module_may_say_where_its_file_is() {
    let tree = tree(&[
        ("Cargo.toml", SHOP),
        ("src/lib.rs", ""),
        ("src/sql/shipments.rs", ""),
        ("src/web.rs", ""),
    ]);
    assert_eq!(
        found(&tree, "src/lib.rs", "./sql/shipments.rs", &["count"]),
        ["src/sql/shipments.rs"]
    );
    assert_eq!(
        found(&tree, "src/lib.rs", "./sql/none.rs", &["count"]),
        NONE
    );
}

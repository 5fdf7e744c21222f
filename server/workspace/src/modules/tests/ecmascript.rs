//! Rules of JavaScript and TypeScript.

use super::{NONE, found, tree};

#[test]
fn a_relative_path_leaves_the_ending_out() {
    let endings = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"];
    for (index, ending) in endings.iter().enumerate() {
        let files: Vec<String> = endings[index..]
            .iter()
            .map(|ending| format!("src/db.{ending}"))
            .collect();
        let mut files: Vec<(&str, &str)> = files.iter().map(|file| (&**file, "")).collect();
        files.push(("src/web/app.ts", ""));
        let tree = tree(&files);
        assert_eq!(
            found(&tree, "src/web/app.ts", "../db", &["run"]),
            [format!("src/db.{ending}")]
        );
    }
}

#[test]
fn the_ending_of_compiled_code_stands_for_its_source() {
    for (written, source) in [
        ("./db.js", "db.ts"),
        ("./db.js", "db.tsx"),
        ("./db.jsx", "db.tsx"),
        ("./db.mjs", "db.mts"),
        ("./db.cjs", "db.cts"),
        ("./db.js", "db.js"),
        ("./db.ts", "db.ts"),
        ("./db.server", "db.server.ts"),
    ] {
        let tree = tree(&[("app.ts", ""), (source, "")]);
        assert_eq!(found(&tree, "app.ts", written, &[]), [source], "{written}");
    }
}

#[test]
fn code_that_is_not_compiled_means_the_file_it_names() {
    let tree = tree(&[
        ("app.ts", ""),
        ("main.js", ""),
        ("db.js", ""),
        ("db.ts", ""),
    ]);
    assert_eq!(found(&tree, "app.ts", "./db.js", &[]), ["db.ts"]);
    assert_eq!(found(&tree, "main.js", "./db.js", &[]), ["db.js"]);
}

#[test]
fn a_folder_stands_for_its_index() {
    let tree = tree(&[
        ("src/index.ts", ""),
        ("src/db/index.ts", ""),
        ("src/web/app.ts", ""),
    ]);
    assert_eq!(
        found(&tree, "src/web/app.ts", "../db", &[]),
        ["src/db/index.ts"]
    );
    assert_eq!(found(&tree, "src/web/app.ts", "..", &[]), ["src/index.ts"]);
    assert_eq!(found(&tree, "src/web/app.ts", "../", &[]), ["src/index.ts"]);
    assert_eq!(
        found(&tree, "src/db/index.ts", ".", &[]),
        ["src/db/index.ts"]
    );
    assert_eq!(
        found(&tree, "src/web/app.ts", "../db/", &[]),
        ["src/db/index.ts"]
    );
}

#[test]
fn a_file_is_taken_before_a_folder() {
    let tree = tree(&[("app.ts", ""), ("db.ts", ""), ("db/index.ts", "")]);
    assert_eq!(found(&tree, "app.ts", "./db", &[]), ["db.ts"]);
}

#[test]
fn a_folder_may_say_its_main_file() {
    let tree = tree(&[
        ("app.js", ""),
        ("db/package.json", r#"{ "main": "./lib/db" }"#),
        ("db/index.js", ""),
        ("db/lib/db.js", ""),
    ]);
    assert_eq!(found(&tree, "app.js", "./db", &[]), ["db/lib/db.js"]);
}

#[test]
fn paths_beyond_the_root_and_absolute_ones_are_nothing() {
    let tree = tree(&[("app.ts", ""), ("db.ts", "")]);
    assert_eq!(found(&tree, "app.ts", "../../../../db", &[]), NONE);
    assert_eq!(found(&tree, "app.ts", "/w/db", &[]), NONE);
    assert_eq!(found(&tree, "app.ts", "", &[]), NONE);
}

#[test]
fn paths_of_the_configuration_map_names() {
    let config = r#"{
        // Where things are.
        "compilerOptions": {
            "paths": {
                "@/*": ["./src/*"],
                "@/gen/*": ["./missing/*", "./gen/*"],
                "config": ["./src/settings.ts"],
                "*-model": ["./src/models/*"],
            },
        },
    }"#;
    let tree = tree(&[
        ("tsconfig.json", config),
        ("src/app.ts", ""),
        ("src/db/index.ts", ""),
        ("src/settings.ts", ""),
        ("src/models/user.ts", ""),
        ("gen/api.ts", ""),
    ]);
    assert_eq!(found(&tree, "src/app.ts", "@/db", &[]), ["src/db/index.ts"]);
    assert_eq!(found(&tree, "src/app.ts", "@/gen/api", &[]), ["gen/api.ts"]);
    assert_eq!(
        found(&tree, "src/app.ts", "config", &[]),
        ["src/settings.ts"]
    );
    assert_eq!(
        found(&tree, "src/app.ts", "user-model", &[]),
        ["src/models/user.ts"]
    );
    assert_eq!(found(&tree, "src/app.ts", "@/nothing", &[]), NONE);
    assert_eq!(found(&tree, "src/app.ts", "express", &[]), NONE);
}

#[test]
fn names_start_at_the_base_url() {
    let config = r#"{ "compilerOptions": { "baseUrl": "src", "paths": { "~/*": ["lib/*"] } } }"#;
    for name in ["tsconfig.json", "jsconfig.json"] {
        let tree = tree(&[
            (name, config),
            ("src/app.ts", ""),
            ("src/db/pool.ts", ""),
            ("src/lib/log.ts", ""),
        ]);
        assert_eq!(
            found(&tree, "src/app.ts", "db/pool", &[]),
            ["src/db/pool.ts"]
        );
        assert_eq!(found(&tree, "src/app.ts", "~/log", &[]), ["src/lib/log.ts"]);
    }
}

#[test]
fn the_nearest_configuration_counts() {
    let tree = tree(&[
        (
            "tsconfig.json",
            r#"{ "compilerOptions": { "baseUrl": "." } }"#,
        ),
        ("web/tsconfig.json", "{}"),
        ("web/app.ts", ""),
        ("db.ts", ""),
    ]);
    assert_eq!(found(&tree, "web/app.ts", "db", &[]), NONE);
}

#[test]
fn a_configuration_has_what_it_extends() {
    let base = r#"{ "compilerOptions": { "baseUrl": "./libs", "paths": { "@db/*": ["db/*"] } } }"#;
    for extends in [
        r#""../tsconfig.base.json""#,
        r#""../tsconfig.base""#,
        r#"["./tsconfig.none.json", "../tsconfig.base.json"]"#,
    ] {
        let config = format!("{{ \"extends\": {extends} }}");
        let tree = tree(&[
            ("tsconfig.base.json", base),
            ("app/tsconfig.json", &config),
            ("app/main.ts", ""),
            ("libs/db/pool.ts", ""),
        ]);
        assert_eq!(
            found(&tree, "app/main.ts", "@db/pool", &[]),
            ["libs/db/pool.ts"],
            "{extends}"
        );
    }
}

#[test]
fn a_configuration_overrides_what_it_extends() {
    let config = |target: &str, extends: &str| {
        format!(
            r#"{{ "extends": {extends}, "compilerOptions": {{ "paths": {{ "db": ["{target}"] }} }} }}"#
        )
    };
    let files = [
        ("main.ts", ""),
        ("one.ts", ""),
        ("two.ts", ""),
        ("own.ts", ""),
    ];
    let (one, two) = (config("./one", "[]"), config("./two", "[]"));
    let bases = [("tsconfig.one.json", &*one), ("tsconfig.two.json", &*two)];
    let extends = r#"["./tsconfig.one.json", "./tsconfig.two.json"]"#;
    let last = format!("{{ \"extends\": {extends} }}");
    let own = config("./own", extends);
    for (config, expected) in [(last, "two.ts"), (own, "own.ts")] {
        let mut tree = tree(&[&files[..], &bases].concat());
        tree.insert_manifest("/w/tsconfig.json".as_ref(), &config);
        assert_eq!(found(&tree, "main.ts", "db", &[]), [expected]);
    }
}

#[test]
fn a_configuration_may_extend_itself_without_end() {
    let config = r#"{ "extends": ["./tsconfig.json", "./tsconfig.a.json", "./tsconfig.b.json"] }"#;
    let tree = tree(&[
        ("tsconfig.json", config),
        ("tsconfig.a.json", config),
        ("tsconfig.b.json", config),
        ("main.ts", ""),
    ]);
    assert_eq!(found(&tree, "main.ts", "db", &[]), NONE);
}

#[test]
fn inherited_paths_may_be_of_the_inheriting_folder() {
    let tree = tree(&[
        (
            "tsconfig.base.json",
            r#"{ "compilerOptions": { "paths": { "@/*": ["${configDir}/src/*"] } } }"#,
        ),
        (
            "app/tsconfig.json",
            r#"{ "extends": "../tsconfig.base.json" }"#,
        ),
        ("app/main.ts", ""),
        ("app/src/db.ts", ""),
    ]);
    assert_eq!(found(&tree, "app/main.ts", "@/db", &[]), ["app/src/db.ts"]);
}

#[test]
fn a_configuration_that_refers_to_others_has_their_paths() {
    let tree = tree(&[
        (
            "tsconfig.json",
            r#"{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./node" }] }"#,
        ),
        (
            "tsconfig.app.json",
            r#"{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }"#,
        ),
        (
            "node/tsconfig.json",
            r#"{ "compilerOptions": { "paths": { "$/*": ["./*"] } } }"#,
        ),
        ("src/main.ts", ""),
        ("src/db.ts", ""),
        ("node/env.ts", ""),
    ]);
    assert_eq!(found(&tree, "src/main.ts", "@/db", &[]), ["src/db.ts"]);
    assert_eq!(found(&tree, "src/main.ts", "$/env", &[]), ["node/env.ts"]);
}

/// A workspace with an application and a package `@acme/db`.
fn workspace(package: &str, files: &[&str]) -> super::ModuleTree {
    let mut all = vec![
        ("package.json", r#"{ "workspaces": ["packages/*"] }"#),
        ("packages/app/main.ts", ""),
        ("packages/app/package.json", r#"{ "name": "app" }"#),
        ("packages/db/package.json", package),
    ];
    all.extend(files.iter().map(|file| (*file, "")));
    tree(&all)
}

#[test]
fn a_package_of_the_workspace_is_found_by_its_name() {
    let package = r#"{ "name": "@acme/db" }"#;
    let manifests = [
        ("package.json", r#"{ "workspaces": ["packages/*"] }"#),
        (
            "package.json",
            r#"{ "workspaces": { "packages": ["./packages/**/"] } }"#,
        ),
        (
            "pnpm-workspace.yaml",
            "packages:\n  - \"packages/*\"\n  - '!packages/old'\n",
        ),
    ];
    for (name, text) in manifests {
        let tree = tree(&[
            (name, text),
            ("packages/app/main.ts", ""),
            ("packages/db/package.json", package),
            ("packages/db/index.ts", ""),
            ("packages/db/pool/get.ts", ""),
        ]);
        let from = "packages/app/main.ts";
        assert_eq!(
            found(&tree, from, "@acme/db", &[]),
            ["packages/db/index.ts"],
            "{text}"
        );
        assert_eq!(
            found(&tree, from, "@acme/db/pool/get", &[]),
            ["packages/db/pool/get.ts"]
        );
        assert_eq!(found(&tree, from, "@acme/other", &[]), NONE);
        assert_eq!(found(&tree, from, "@acme", &[]), NONE);
    }
}

#[test]
fn a_package_outside_the_workspace_is_not_found_by_its_name() {
    let tree = tree(&[
        (
            "pnpm-workspace.yaml",
            "packages: [\"packages/*\", \"!packages/old\"]",
        ),
        ("packages/app/main.ts", ""),
        ("packages/old/package.json", r#"{ "name": "old" }"#),
        ("packages/old/index.ts", ""),
        ("examples/express/package.json", r#"{ "name": "express" }"#),
        ("examples/express/index.js", ""),
    ]);
    assert_eq!(found(&tree, "packages/app/main.ts", "old", &[]), NONE);
    assert_eq!(found(&tree, "packages/app/main.ts", "express", &[]), NONE);
}

#[test]
fn a_package_may_be_linked() {
    for version in [
        "file:../db",
        "link:../db",
        "portal:../db",
        "workspace:../db",
    ] {
        let package = format!(r#"{{ "dependencies": {{ "the-db": "{version}" }} }}"#);
        let tree = tree(&[
            ("app/package.json", &package),
            ("app/main.ts", ""),
            ("db/package.json", r#"{ "name": "db" }"#),
            ("db/index.ts", ""),
        ]);
        assert_eq!(
            found(&tree, "app/main.ts", "the-db", &[]),
            ["db/index.ts"],
            "{version}"
        );
        assert_eq!(found(&tree, "app/main.ts", "db", &[]), NONE);
    }
}

#[test]
fn main_fields_name_the_file_of_a_package() {
    for (package, expected) in [
        (
            r#"{ "name": "@acme/db", "main": "entry.js" }"#,
            "packages/db/entry.ts",
        ),
        (
            r#"{ "name": "@acme/db", "main": "./missing.js", "module": "./entry.js" }"#,
            "packages/db/entry.ts",
        ),
        (
            r#"{ "name": "@acme/db", "source": "src/index.ts", "main": "entry.js" }"#,
            "packages/db/src/index.ts",
        ),
        (
            r#"{ "name": "@acme/db", "types": "./entry.d.ts" }"#,
            "packages/db/src/index.ts",
        ),
        (
            r#"{ "name": "@acme/db", "main": "../app/main.ts" }"#,
            "packages/db/src/index.ts",
        ),
    ] {
        let tree = workspace(
            package,
            &["packages/db/entry.ts", "packages/db/src/index.ts"],
        );
        assert_eq!(
            found(&tree, "packages/app/main.ts", "@acme/db", &[]),
            [expected],
            "{package}"
        );
    }
}

#[test]
fn built_files_stand_for_their_sources() {
    for (main, source) in [
        ("dist/index.js", "src/index.ts"),
        ("./dist/esm/index.mjs", "src/index.mts"),
        ("./dist/cjs/index.cjs", "src/index.cts"),
        ("lib/index.js", "src/index.tsx"),
        ("dist/src/index.js", "src/index.ts"),
        ("dist/packages/db/src/index.js", "src/index.ts"),
        ("dist/index.js", "index.ts"),
        ("dist", "src/index.ts"),
    ] {
        let package = format!(r#"{{ "name": "@acme/db", "main": "{main}" }}"#);
        let source = format!("packages/db/{source}");
        let tree = workspace(&package, &[&source]);
        assert_eq!(
            found(&tree, "packages/app/main.ts", "@acme/db", &[]),
            [source],
            "{main}"
        );
    }
}

#[test]
fn exports_name_the_files_of_a_package() {
    let from = "packages/app/main.ts";
    for exports in [
        r#""./dist/index.js""#,
        r#"["./dist/index.js"]"#,
        r#"{ "types": "./types/index.ts", "import": "./dist/index.js" }"#,
        r#"{ ".": { "types": "./types/index.ts", "node": { "require": "./dist/index.cjs", "default": "./dist/index.js" } } }"#,
    ] {
        let package =
            format!(r#"{{ "name": "@acme/db", "main": "old.js", "exports": {exports} }}"#);
        let files = [
            "packages/db/src/index.ts",
            "packages/db/old.js",
            "packages/db/types/index.ts",
        ];
        let tree = workspace(&package, &files);
        assert_eq!(
            found(&tree, from, "@acme/db", &[]),
            ["packages/db/src/index.ts"],
            "{exports}"
        );
    }
}

#[test]
fn exports_have_patterns_of_paths() {
    let package = r#"{ "name": "@acme/db", "exports": {
        ".": "./src/index.ts",
        "./pool": "./src/pool.ts",
        "./*": "./src/features/*.ts",
        "./sql/*": { "types": "./types/*.d.ts", "default": "./dist/sql/*.js" },
        "./internal/*": null
    } }"#;
    let tree = workspace(
        package,
        &[
            "packages/db/src/pool.ts",
            "packages/db/src/features/a/b.ts",
            "packages/db/src/sql/select.ts",
            "packages/db/src/features/internal/x.ts",
            "packages/db/hidden.ts",
        ],
    );
    let found = |path: &str| {
        found(
            &tree,
            "packages/app/main.ts",
            &format!("@acme/db/{path}"),
            &[],
        )
    };
    assert_eq!(found("pool"), ["packages/db/src/pool.ts"]);
    assert_eq!(found("a/b"), ["packages/db/src/features/a/b.ts"]);
    assert_eq!(found("sql/select"), ["packages/db/src/sql/select.ts"]);
    assert_eq!(found("internal/x"), NONE);
    assert_eq!(found("hidden"), NONE);
}

#[test]
fn a_package_imports_itself_by_name_if_it_has_exports() {
    let exports = r#"{ "name": "shop", "exports": "./src/index.ts" }"#;
    let without = r#"{ "name": "shop", "main": "./src/index.ts" }"#;
    for (package, expected) in [(exports, &["src/index.ts"][..]), (without, &[])] {
        let tree = tree(&[
            ("package.json", package),
            ("src/index.ts", ""),
            ("test/a.ts", ""),
        ]);
        assert_eq!(found(&tree, "test/a.ts", "shop", &[]), expected);
    }
}

#[test]
fn private_imports_are_the_packages_own() {
    let package = r##"{ "imports": {
        "#db": "./src/db.js",
        "#lib/*": { "types": "./types/*.ts", "default": "./src/lib/*.js" },
        "#shared": "@acme/shared"
    } }"##;
    let tree = tree(&[
        ("package.json", r#"{ "workspaces": ["packages/*"] }"#),
        (
            "packages/shared/package.json",
            r#"{ "name": "@acme/shared" }"#,
        ),
        ("packages/shared/index.ts", ""),
        ("packages/app/package.json", package),
        ("packages/app/src/main.ts", ""),
        ("packages/app/src/db.ts", ""),
        ("packages/app/src/lib/log.ts", ""),
        ("packages/app/types/log.ts", ""),
    ]);
    let found = |module: &str| found(&tree, "packages/app/src/main.ts", module, &[]);
    assert_eq!(found("#db"), ["packages/app/src/db.ts"]);
    assert_eq!(found("#lib/log"), ["packages/app/src/lib/log.ts"]);
    assert_eq!(found("#shared"), ["packages/shared/index.ts"]);
    assert_eq!(found("#none"), NONE);
}

#[test]
fn libraries_are_not_in_the_workspace() {
    let tree = tree(&[
        (
            "package.json",
            r#"{ "dependencies": { "express": "^5.0.0" } }"#,
        ),
        ("app.js", ""),
        ("fs.js", ""),
    ]);
    assert_eq!(found(&tree, "app.js", "express", &[]), NONE);
    assert_eq!(found(&tree, "app.js", "fs", &[]), NONE);
}

//! The other kinds of fix, and all fixes of a file.

mod common;

use common::File;
use tripline_fix::{Companion, Scope, unified_diff};
use tripline_rules::Safety;

/// The text after the first proven fix, and what it needs elsewhere.
fn fixed(path: &str, text: &str) -> Option<(String, Vec<Companion>)> {
    let file = File::new(path, text);
    assert_eq!(file.error_count(), 0, "{text}");
    let fix = file.fixes().into_iter().next()?;
    Some((file.after(&fix), fix.companions.clone()))
}

fn check(cases: &[(&str, &str, &str)]) {
    let mut failures: Vec<String> = Vec::new();
    for (path, before, expected) in cases {
        let actual = fixed(path, before).map(|(after, _)| after);
        let expected = (!expected.is_empty()).then(|| (*expected).to_owned());
        if actual != expected {
            failures.push(format!(
                "--- {path}\n{before}\nexpected {expected:?}\n  actual {actual:?}\n"
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.concat());
}

#[test]
fn python_secrets_move_to_the_environment() {
    check(&[
        (
            "a.py",
            "\"\"\"About.\"\"\"\n\nAPI_KEY = \"sk-live-4f8a9c1e7b\"\n",
            "\"\"\"About.\"\"\"\n\nimport os\n\nAPI_KEY = os.environ[\"API_KEY\"]\n",
        ),
        (
            "a.py",
            "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nAPI_KEY = \"sk-live-4f8a9c1e7b\"\n",
            "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nimport os\n\nAPI_KEY = os.environ[\"API_KEY\"]\n",
        ),
        (
            "a.py",
            "from __future__ import annotations\n\nimport json\nimport sys\n\nAPI_KEY = \"sk-live-4f8a9c1e7b\"\n",
            "from __future__ import annotations\n\nimport json\nimport os\nimport sys\n\nAPI_KEY = os.environ[\"API_KEY\"]\n",
        ),
        (
            "a.py",
            "import flask\n\nAPI_KEY = \"sk-live-4f8a9c1e7b\"\n",
            "import os\n\nimport flask\n\nAPI_KEY = os.environ[\"API_KEY\"]\n",
        ),
        (
            "a.py",
            "import os as _os\n\nAPI_KEY = \"sk-live-4f8a9c1e7b\"\n",
            "import os as _os\n\nAPI_KEY = _os.environ[\"API_KEY\"]\n",
        ),
        (
            "a.py",
            "from os import environ as env\n\nAPI_KEY = \"sk-live-4f8a9c1e7b\"\n",
            "from os import environ as env\n\nAPI_KEY = env[\"API_KEY\"]\n",
        ),
        (
            "a.py",
            "import os\n\nAPI_KEY = os.getenv(\"SERVICE_KEY\", \"sk-live-4f8a9c1e7b\")\n",
            "import os\n\nAPI_KEY = os.environ[\"SERVICE_KEY\"]\n",
        ),
        (
            "a.py",
            "import os\n\n\nclass Config:\n    api_key: str = \"sk-live-4f8a9c1e7b\"  # é\n",
            "import os\n\n\nclass Config:\n    api_key: str = os.environ[\"API_KEY\"]  # é\n",
        ),
        (
            "a.py",
            "import os\r\n\r\nCONFIG = {\r\n\t\"api_key\": \"sk-live-4f8a9c1e7b\",\r\n}\r\n",
            "import os\r\n\r\nCONFIG = {\r\n\t\"api_key\": os.environ[\"API_KEY\"],\r\n}\r\n",
        ),
    ]);
}

#[test]
fn javascript_secrets_move_to_the_environment() {
    check(&[
        (
            "a.js",
            "const apiKey = \"sk-live-4f8a9c1e7b\";\n",
            "const apiKey = process.env.API_KEY;\n",
        ),
        (
            "a.ts",
            "const apiKey: string = \"sk-live-4f8a9c1e7b\";\n",
            "const apiKey: string = process.env.API_KEY!;\n",
        ),
        (
            "a.js",
            "const apiKey = process.env.SERVICE_KEY || \"sk-live-4f8a9c1e7b\";\n",
            "const apiKey = process.env.SERVICE_KEY;\n",
        ),
    ]);
}

#[test]
fn go_secrets_move_to_the_environment() {
    check(&[
        (
            "a.go",
            "package p\n\nconst apiKey = \"sk-live-4f8a9c1e7b\"\n",
            "package p\n\nimport \"os\"\n\nvar apiKey = os.Getenv(\"API_KEY\")\n",
        ),
        (
            "a.go",
            "package p\n\nimport \"fmt\"\n\nvar apiKey = \"sk-live-4f8a9c1e7b\"\n\nfunc f() { fmt.Println() }\n",
            "package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar apiKey = os.Getenv(\"API_KEY\")\n\nfunc f() { fmt.Println() }\n",
        ),
        (
            "a.go",
            "package p\n\nimport (\n\t\"fmt\"\n\t\"sync\"\n\n\t\"example.com/x\"\n)\n\nvar apiKey = \"sk-live-4f8a9c1e7b\"\n",
            "package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"sync\"\n\n\t\"example.com/x\"\n)\n\nvar apiKey = os.Getenv(\"API_KEY\")\n",
        ),
        (
            "a.go",
            "package p\n\nconst (\n\tapiKey = \"sk-live-4f8a9c1e7b\"\n\tn      = 1\n)\n\nfunc f() {}\n",
            "package p\n\nimport \"os\"\n\nconst (\n\tn      = 1\n)\n\nvar apiKey = os.Getenv(\"API_KEY\")\n\nfunc f() {}\n",
        ),
        // The constant that follows repeats its value.
        (
            "a.go",
            "package p\n\nconst (\n\tapiKey = \"sk-live-4f8a9c1e7b\"\n\tsame\n)\n",
            "",
        ),
        (
            "a.go",
            "package p\n\nconst apiKey = \"sk-live-4f8a9c1e7b\"\nconst header = \"Bearer \" + apiKey\n",
            "",
        ),
    ]);
}

#[test]
fn the_environment_variable_is_listed_for_the_project() {
    let (_, companions) = fixed("a.py", "API_KEY = \"sk-live-4f8a9c1e7b\"\n").unwrap();
    assert_eq!(
        companions,
        [Companion {
            file: ".env.example".to_owned(),
            line: "API_KEY=".to_owned()
        }]
    );
}

#[test]
fn loaders_are_replaced_under_the_name_they_are_imported_by() {
    check(&[
        (
            "a.py",
            "import yaml\n\n\ndef load(data):\n    return yaml.load(data)\n",
            "import yaml\n\n\ndef load(data):\n    return yaml.safe_load(data)\n",
        ),
        (
            "a.py",
            "from yaml import load\n\n\ndef parse(data):\n    return load(data)\n",
            "from yaml import load, safe_load\n\n\ndef parse(data):\n    return safe_load(data)\n",
        ),
        (
            "a.py",
            "import yaml\n\n\ndef load(data):\n    return yaml.load(\n        data,  # text\n        Loader=yaml.UnsafeLoader,\n    )\n",
            "import yaml\n\n\ndef load(data):\n    return yaml.safe_load(\n        data,  # text\n    )\n",
        ),
    ]);
}

#[test]
fn secrets_are_compared_in_constant_time() {
    check(&[
        (
            "a.py",
            "import hmac\n\n\ndef valid(key, body, signature):\n    expected = hmac.new(key, body, \"sha256\").hexdigest()\n    return ready and expected != signature\n",
            "import hmac\n\n\ndef valid(key, body, signature):\n    expected = hmac.new(key, body, \"sha256\").hexdigest()\n    return ready and not hmac.compare_digest(expected, signature)\n",
        ),
        (
            "a.js",
            "const crypto = require(\"crypto\");\n\nexports.valid = function (body, key, signature) {\n  const expected = crypto.createHmac(\"sha256\", key).update(body).digest(\"hex\");\n  if (expected !== signature) {\n    throw new Error();\n  }\n};\n",
            "const crypto = require(\"crypto\");\n\nexports.valid = function (body, key, signature) {\n  const expected = crypto.createHmac(\"sha256\", key).update(body).digest(\"hex\");\n  if (!(Buffer.byteLength(expected) === Buffer.byteLength(signature) && crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(signature)))) {\n    throw new Error();\n  }\n};\n",
        ),
        // A digest can be taken once only.
        (
            "a.js",
            "const crypto = require(\"crypto\");\n\nexports.valid = function (body, key, signature) {\n  return crypto.createHmac(\"sha256\", key).update(body).digest(\"hex\") === signature;\n};\n",
            "",
        ),
    ]);
}

#[test]
fn imports_are_written_in_the_style_of_the_file() {
    let body = "function valid(body, key, signature) {\n  const expected = createHmac('sha256', key).update(body).digest('hex')\n  return expected === signature\n}\n";
    let compared = "function valid(body, key, signature) {\n  const expected = createHmac('sha256', key).update(body).digest('hex')\n  return Buffer.byteLength(expected) === Buffer.byteLength(signature) && crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(signature))\n}\n";
    let cases = [
        (
            "a.js",
            "import { createHmac } from 'node:crypto'\n\nexport ",
            "import { createHmac } from 'node:crypto'\nimport crypto from 'node:crypto'\n\nexport ",
        ),
        (
            "a.ts",
            "import { createHmac } from 'crypto'\n\nexport ",
            "import { createHmac } from 'crypto'\nimport * as crypto from 'crypto'\n\nexport ",
        ),
        (
            "a.js",
            "'use strict'\nconst { createHmac } = require('crypto')\n\nexports.valid = ",
            "'use strict'\nconst { createHmac } = require('crypto')\nconst crypto = require('crypto')\n\nexports.valid = ",
        ),
    ];
    for (path, before, after) in cases {
        let actual = fixed(path, &format!("{before}{body}")).map(|(after, _)| after);
        assert_eq!(actual, Some(format!("{after}{compared}")), "{path}");
    }
}

#[test]
fn empty_branches_are_filled() {
    check(&[(
        "a.py",
        "def delete(is_admin, item):\n    if not is_admin:\n        pass  # later\n    item.delete()\n",
        "def delete(is_admin, item):\n    if not is_admin:\n        raise PermissionError(\"not allowed\")  # later\n    item.delete()\n",
    )]);
}

#[test]
fn all_fixes_of_a_file_are_applied_and_their_imports_added_once() {
    let text = "import sqlite3\n\nAPI_KEY = \"sk-live-4f8a9c1e7b\"\nSECRET_KEY = \"9f8d7c6b5a4e3f2d1c0b\"\n\ncur = sqlite3.connect(\"a\").cursor()\n\n\n\
                def find(a, b):\n    cur.execute(f\"SELECT * FROM t WHERE a = {a}\")\n    cur.execute(f\"SELECT * FROM t WHERE b = {b}\")\n";
    let file = File::new("a.py", text);
    let all = file.fix_all(Scope::SafeAndReview);
    let expected = "import os\nimport sqlite3\n\nAPI_KEY = os.environ[\"API_KEY\"]\nSECRET_KEY = os.environ[\"SECRET_KEY\"]\n\ncur = sqlite3.connect(\"a\").cursor()\n\n\n\
                    def find(a, b):\n    cur.execute(\"SELECT * FROM t WHERE a = ?\", (a,))\n    cur.execute(\"SELECT * FROM t WHERE b = ?\", (b,))\n";
    assert_eq!(all.text, expected);
    assert_eq!(
        tripline_syntax::apply_edits(text, &all.edits).unwrap(),
        expected
    );
    assert_eq!(all.applied.len(), 4);
    assert_eq!(all.companions.len(), 2);
    assert!(File::new("a.py", &all.text).findings().is_empty());
}

#[test]
fn an_import_that_no_fix_needs_any_more_is_removed_with_the_last_of_them() {
    let text = "package p\n\nimport (\n\t\"context\"\n\t\"fmt\"\n\n\t\"github.com/jackc/pgx/v5\"\n)\n\nfunc Find(ctx context.Context, conn *pgx.Conn, a string) {\n\
                \tconn.Query(ctx, fmt.Sprintf(\"SELECT * FROM t WHERE a = '%s'\", a))\n\tconn.Query(ctx, fmt.Sprintf(\"SELECT * FROM t WHERE b = '%s'\", a))\n}\n";
    let all = File::new("a.go", text).fix_all(Scope::SafeOnly);
    assert_eq!(all.applied.len(), 2);
    assert!(!all.text.contains("fmt"), "{}", all.text);
}

#[test]
fn a_diff_is_one_that_patch_reads() {
    assert_eq!(
        unified_diff("a.py", "a\nb\n", "a\nc\n"),
        "--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
    );
    assert_eq!(unified_diff("a.py", "a\n", "a\n"), "");
}

#[test]
fn characters_of_direction_go_safely_from_comments_alone() {
    let deleted = |text: &str| {
        let file = File::new("a.py", text);
        let fix = file.fixes().into_iter().next().expect("a fix");
        (file.after(&fix), fix.safety)
    };
    assert_eq!(
        deleted("# admins \u{202e}\u{2066}only\nx = 1\n"),
        ("# admins only\nx = 1\n".to_owned(), Safety::Safe)
    );
    assert_eq!(
        deleted("x = 'admins \u{202e}only'\n"),
        ("x = 'admins only'\n".to_owned(), Safety::Review)
    );
}

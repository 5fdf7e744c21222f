//! Queries that are given parameters.

mod common;

use common::File;

const SQLITE: &str =
    "import sqlite3\n\ncur = sqlite3.connect(\"a.db\").cursor()\n\n\ndef find(a, b):\n";
const PSYCOPG: &str =
    "import psycopg2\n\ncur = psycopg2.connect(\"\").cursor()\n\n\ndef find(a, b):\n";
const ASYNCPG: &str = "import asyncpg\n\n\nasync def find(conn: asyncpg.Connection, a, b):\n";
const SQLALCHEMY: &str = "from sqlalchemy import text\n\n\ndef find(session, user, a, b):\n";
const MYSQL: &str = "const mysql = require(\"mysql2\");\nconst pool = mysql.createPool({});\n\nexports.find = function (a, b, cb) {\n";
const PG: &str = "import { Pool } from \"pg\";\nconst pool = new Pool();\n\nexport async function find(a: string, b: string) {\n";
const PGX: &str = "package p\n\nimport (\n\t\"context\"\n\t\"fmt\"\n\n\t\"github.com/jackc/pgx/v5\"\n)\n\nfunc Find(ctx context.Context, conn *pgx.Conn, a, b string, n int) {\n";

/// The body's text after the first proven fix; `None` if there is none.
fn fixed(path: &str, head: &str, body: &str, tail: &str) -> Option<String> {
    let file = File::new(path, &format!("{head}{body}{tail}"));
    assert_eq!(file.error_count(), 0, "{body}");
    let fix = file.fixes().into_iter().next()?;
    let after = file.after(&fix);
    Some(after.strip_prefix(head).map_or(after.clone(), |rest| {
        rest.strip_suffix(tail).unwrap_or(rest).to_owned()
    }))
}

fn check(path: &str, head: &str, tail: &str, cases: &[(&str, &str)]) {
    let mut failures: Vec<String> = Vec::new();
    for (before, expected) in cases {
        let actual = fixed(path, head, before, tail);
        let expected = (!expected.is_empty()).then(|| (*expected).to_owned());
        if actual != expected {
            failures.push(format!(
                "--- {before}\nexpected {expected:?}\n  actual {actual:?}\n"
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.concat());
}

#[test]
fn python_queries_get_question_marks() {
    check(
        "a.py",
        SQLITE,
        "",
        &[
            (
                "    cur.execute(f\"SELECT * FROM t WHERE id = {a}\")\n",
                "    cur.execute(\"SELECT * FROM t WHERE id = ?\", (a,))\n",
            ),
            (
                "    cur.execute(f'SELECT * FROM t WHERE id = \\'{a}\\' AND b = {b}')\n",
                "    cur.execute('SELECT * FROM t WHERE id = ? AND b = ?', (a, b))\n",
            ),
            (
                "    cur.execute(f\"SELECT * FROM t WHERE n LIKE '%{a}%' AND j = '{{}}'\")\n",
                "    cur.execute(\"SELECT * FROM t WHERE n LIKE ? AND j = '{}'\", (f\"%{a}%\",))\n",
            ),
            (
                "    cur.execute(f\"\"\"SELECT *\n      FROM t -- é\n      WHERE id = '{a[\"x\"]}'\n    \"\"\")\n",
                "    cur.execute(\"\"\"SELECT *\n      FROM t -- é\n      WHERE id = ?\n    \"\"\", (a[\"x\"],))\n",
            ),
            (
                "    cur.execute(\n        f\"SELECT * FROM t WHERE id = {a}\",  # by id\n    )\n",
                "    cur.execute(\n        \"SELECT * FROM t WHERE id = ?\",  # by id\n        (a,),\n    )\n",
            ),
            (
                "    cur.execute(\n\tf\"SELECT * FROM t WHERE id = {a}\"  # by id\n    )\n",
                "    cur.execute(\n\t\"SELECT * FROM t WHERE id = ?\",  # by id\n\t(a,)\n    )\n",
            ),
            (
                "    cur.execute(\"SELECT * FROM t WHERE id = '%s' AND p = '100%%'\" % a)\n",
                "    cur.execute(\"SELECT * FROM t WHERE id = ? AND p = '100%'\", (a,))\n",
            ),
            (
                "    cur.execute(\"SELECT * FROM t WHERE id = '%s' AND b = %s\" % (a, b))\n",
                "    cur.execute(\"SELECT * FROM t WHERE id = ? AND b = ?\", (a, b))\n",
            ),
            (
                "    cur.execute(\"SELECT * FROM t WHERE id = '{}' AND j = '{{}}'\".format(a))\n",
                "    cur.execute(\"SELECT * FROM t WHERE id = ? AND j = '{}'\", (a,))\n",
            ),
            (
                "    cur.execute(\"SELECT * FROM t WHERE id = '\" + a + \"' AND b = \" + str(b))\n",
                "    cur.execute(\"SELECT * FROM t WHERE id = ? AND b = ?\", (a, b))\n",
            ),
            (
                "    cur.execute(\"SELECT * FROM t WHERE id = '\" + a + '\\' AND b = 1')\n",
                "    cur.execute(\"SELECT * FROM t WHERE id = ?\" + ' AND b = 1', (a,))\n",
            ),
            (
                "    cur.execute(f\"SELECT * FROM t WHERE c = ? AND id = {a}\", (b,))\n",
                "    cur.execute(\"SELECT * FROM t WHERE c = ? AND id = ?\", (b, a))\n",
            ),
            (
                "    cur.execute(f\"SELECT * FROM t WHERE id = {a} AND c = ?\", [b])\n",
                "    cur.execute(\"SELECT * FROM t WHERE id = ? AND c = ?\", [a, b])\n",
            ),
            (
                "    q = f\"SELECT * FROM t WHERE id = {a}\"\n    cur.execute(q)\n",
                "    q = \"SELECT * FROM t WHERE id = ?\"\n    cur.execute(q, (a,))\n",
            ),
            (
                "    q = \"SELECT * FROM t\"\n    q += \" WHERE id = '\" + a + \"'\"\n    cur.execute(q)\n",
                "    q = \"SELECT * FROM t\"\n    q += \" WHERE id = ?\"\n    cur.execute(q, (a,))\n",
            ),
            (
                "    cur.execute(f\"SELECT * FROM t \" f\"WHERE id = {a}\")\n",
                "    cur.execute(f\"SELECT * FROM t \" \"WHERE id = ?\", (a,))\n",
            ),
            (
                "    n = int(b)\n    cur.execute(f\"SELECT * FROM t WHERE id = {a} LIMIT {n}\")\n",
                "    n = int(b)\n    cur.execute(f\"SELECT * FROM t WHERE id = ? LIMIT {n}\", (a,))\n",
            ),
            // Values of the same literal are one value.
            (
                "    cur.execute(f\"SELECT * FROM t WHERE n = '{a}-{b}'\")\n",
                "    cur.execute(\"SELECT * FROM t WHERE n = ?\", (f\"{a}-{b}\",))\n",
            ),
        ],
    );
}

#[test]
fn what_cannot_be_bound_is_not_touched() {
    check(
        "a.py",
        SQLITE,
        "",
        &[
            ("    cur.execute(f\"SELECT * FROM {a}\")\n", ""),
            ("    cur.execute(f\"SELECT * FROM t ORDER BY {a}\")\n", ""),
            (
                "    cur.execute(f\"SELECT * FROM {b} WHERE id = {a}\")\n",
                "",
            ),
            (
                "    cur.execute(f\"SELECT * FROM t WHERE id IN ({a})\")\n",
                "",
            ),
            (
                "    cur.execute(f\"SELECT 1; DELETE FROM t WHERE id = {a}\")\n",
                "",
            ),
            ("    cur.execute(f\"SELECT 1 /* {a} */\")\n", ""),
            (
                "    cur.execute(f\"SELECT * FROM t WHERE id = {a!r}\")\n",
                "",
            ),
            (
                "    cur.execute(f\"SELECT * FROM t WHERE id = {a:>10}\")\n",
                "",
            ),
            (
                "    cur.execute(f\"SELECT * FROM t WHERE id = {a} AND b = :b\", {\"b\": b})\n",
                "",
            ),
            (
                "    cur.execute(f\"SELECT * FROM t WHERE id = {a} AND b = ?\", b)\n",
                "",
            ),
            (
                "    q = f\"SELECT * FROM t WHERE id = {a}\"\n    a = 1\n    cur.execute(q)\n",
                "",
            ),
            (
                "    q = f\"SELECT * FROM t WHERE id = {a}\"\n    print(q)\n    cur.execute(q)\n",
                "",
            ),
            (
                "    q = f\"SELECT * FROM t WHERE id = {a}\"\n    while b:\n        cur.execute(q)\n        a = b.next()\n",
                "",
            ),
        ],
    );
}

#[test]
fn percent_signs_are_doubled_where_the_driver_formats() {
    check(
        "a.py",
        PSYCOPG,
        "",
        &[
            (
                "    cur.execute(f\"SELECT * FROM t WHERE id = {a} AND n LIKE 'x%'\")\n",
                "    cur.execute(\"SELECT * FROM t WHERE id = %s AND n LIKE 'x%%'\", (a,))\n",
            ),
            (
                "    cur.execute(\"SELECT * FROM t WHERE id = '%s' AND n LIKE 'x%%'\" % a)\n",
                "    cur.execute(\"SELECT * FROM t WHERE id = %s AND n LIKE 'x%%'\", (a,))\n",
            ),
            (
                "    cur.execute(f\"SELECT * FROM t WHERE n LIKE '%%{a}%%' AND id = %s\", (b,))\n",
                "    cur.execute(\"SELECT * FROM t WHERE n LIKE %s AND id = %s\", (f\"%{a}%\", b))\n",
            ),
        ],
    );
}

#[test]
fn values_are_passed_as_the_driver_takes_them() {
    check(
        "a.py",
        ASYNCPG,
        "",
        &[(
            "    await conn.fetch(f\"SELECT * FROM t WHERE id = {a} AND b = $1\", b, timeout=3)\n",
            "    await conn.fetch(\"SELECT * FROM t WHERE id = $2 AND b = $1\", b, a, timeout=3)\n",
        )],
    );
    check(
        "a.py",
        SQLALCHEMY,
        "",
        &[(
            "    session.execute(text(f\"SELECT * FROM t WHERE id = {user.id} AND a = '{a}'\"))\n",
            "    session.execute(text(\"SELECT * FROM t WHERE id = :user_id AND a = :a\").bindparams(user_id=user.id, a=a))\n",
        )],
    );
}

#[test]
fn javascript_queries_keep_callbacks_and_backticks() {
    check(
        "a.js",
        MYSQL,
        "};\n",
        &[
            (
                "  pool.query(`SELECT * FROM t WHERE id = ${a}`, cb);\n",
                "  pool.query(`SELECT * FROM t WHERE id = ?`, [a], cb);\n",
            ),
            (
                "  pool.query(\"SELECT * FROM t WHERE n LIKE '%\" + a + \"%'\", (err) => cb(err));\n",
                "  pool.query(\"SELECT * FROM t WHERE n LIKE ?\", [\"%\" + a + \"%\"], (err) => cb(err));\n",
            ),
            (
                "  pool.query(\n    `SELECT *\n     FROM t\n     WHERE n LIKE '%${a}%'`,\n    cb,\n  );\n",
                "  pool.query(\n    `SELECT *\n     FROM t\n     WHERE n LIKE ?`,\n    [`%${a}%`],\n    cb,\n  );\n",
            ),
            (
                "  const sql = `SELECT * FROM t WHERE id = ${a}`;\n  pool.query(sql, function (err) {});\n",
                "  const sql = `SELECT * FROM t WHERE id = ?`;\n  pool.query(sql, [a], function (err) {});\n",
            ),
            (
                "  pool.query(`SELECT * FROM t WHERE c = ? AND id = ${a}`, [b], cb);\n",
                "  pool.query(`SELECT * FROM t WHERE c = ? AND id = ?`, [b, a], cb);\n",
            ),
        ],
    );
    check(
        "a.ts",
        PG,
        "}\n",
        &[(
            "  return pool.query(`SELECT * FROM t WHERE id = '${a}' AND b = ${b}`);\n",
            "  return pool.query(`SELECT * FROM t WHERE id = $1 AND b = $2`, [a, b]);\n",
        )],
    );
}

#[test]
fn go_queries_lose_sprintf_and_the_import_of_fmt() {
    let head = PGX;
    let without_fmt = head.replace("\t\"fmt\"\n", "");
    let cases = [
        (
            "\tconn.Query(ctx, fmt.Sprintf(\"SELECT * FROM t WHERE id = '%s' AND p = '5%%'\", a))\n",
            "\tconn.Query(ctx, \"SELECT * FROM t WHERE id = $1 AND p = '5%'\", a)\n",
        ),
        (
            "\tq := fmt.Sprintf(`SELECT *\n\t\tFROM t WHERE n = '%s'`, a)\n\tconn.Query(ctx, q)\n",
            "\tq := `SELECT *\n\t\tFROM t WHERE n = $1`\n\tconn.Query(ctx, q, a)\n",
        ),
        (
            "\tconn.Query(ctx, fmt.Sprintf(\"SELECT * FROM t WHERE n LIKE '%%%s%%'\", a))\n",
            "\tconn.Query(ctx, \"SELECT * FROM t WHERE n LIKE $1\", \"%\" + a + \"%\")\n",
        ),
    ];
    for (before, after) in cases {
        let file = File::new("a.go", &format!("{head}{before}}}\n"));
        let fixes = file.fixes();
        let actual = fixes.first().map(|fix| file.after(fix));
        assert_eq!(actual, Some(format!("{without_fmt}{after}}}\n")));
    }
    check(
        "a.go",
        head,
        "}\n",
        &[
            (
                "\tconn.Query(ctx, fmt.Sprintf(\"SELECT * FROM t WHERE id = %d AND n = '%s'\", n, a))\n",
                "\tconn.Query(ctx, fmt.Sprintf(\"SELECT * FROM t WHERE id = %d AND n = $1\", n), a)\n",
            ),
            (
                "\tconn.Query(ctx, \"SELECT * FROM t WHERE n = '\" + a + \"' AND b = $1\", b)\n\tfmt.Println(1)\n",
                "\tconn.Query(ctx, \"SELECT * FROM t WHERE n = $2 AND b = $1\", b, a)\n\tfmt.Println(1)\n",
            ),
        ],
    );
}

#[test]
fn an_unknown_driver_gets_a_fix_for_review_for_each_style() {
    let file = File::new(
        "a.py",
        "def find(cursor, a):\n    cursor.execute(f\"SELECT * FROM t WHERE id = {a}\")\n",
    );
    let fixes = file.fixes();
    let titles: Vec<_> = fixes
        .iter()
        .map(|fix| (fix.title.as_str(), fix.safety))
        .collect();
    let review = tripline_rules::Safety::Review;
    assert_eq!(
        titles,
        [
            ("Parameterize with ? (sqlite3, ODBC)", review),
            ("Parameterize with %s (psycopg, MySQL, Django)", review)
        ]
    );
}

#[test]
fn line_ends_survive() {
    let unix = format!(
        "{SQLITE}    cur.execute(\n        f\"SELECT * FROM t WHERE id = {{a}}\",\n    )\n"
    );
    let file = File::new("a.py", &unix.replace('\n', "\r\n"));
    let expected = format!(
        "{SQLITE}    cur.execute(\n        \"SELECT * FROM t WHERE id = ?\",\n        (a,),\n    )\n"
    );
    assert_eq!(file.after(&file.fixes()[0]), expected.replace('\n', "\r\n"));
}

//! Names, calls and flows through several files.

use super::*;

const DB: &str = r#"import sqlite3

connection = sqlite3.connect("app.db")


def find(name):
    rows = connection.execute(f"SELECT * FROM users WHERE name = '{name}'")
    return list(rows)


def count():
    return connection.execute("SELECT count(*) FROM users").fetchone()


def run(query):
    return connection.execute(query).fetchall()
"#;

const VIEWS: &str = r#"from flask import Flask, request

from db import count, find

app = Flask(__name__)


@app.route("/users")
def users():
    return find(request.args["name"])


@app.route("/count")
def number():
    return str(count())
"#;

const OTHER: &str = r"def add(a, b):
    return a + b


def twice(a):
    return add(a, a)
";

const VIEWS_PATH: &str = "/w/views.py";
const DB_PATH: &str = "/w/db.py";

fn program(files: &[(&str, &str)]) -> Fixture {
    let mut fixture = Fixture::new(files);
    let found = fixture.host.loader().program();
    fixture.host.add(found);
    fixture
}

/// The program with both files open.
fn opened() -> Fixture {
    let files = [(VIEWS_PATH, VIEWS), (DB_PATH, DB), ("/w/other.py", OTHER)];
    let mut fixture = program(&files);
    for (path, text) in files {
        fixture
            .host
            .open(Path::new(path), Language::Python, 1, text);
    }
    for (path, _) in files {
        fixture.report_of(path);
    }
    fixture
}

impl Fixture {
    fn replace_in(&mut self, path: &str, old: &str, new: &str) {
        let path = Path::new(path);
        let text = self.host.snapshot().text(path).unwrap();
        let start = text.find(old).unwrap() as u32;
        let edit = TextEdit {
            range: start..start + old.len() as u32,
            text: new.to_owned(),
        };
        self.host.edit(path, 2, &[edit]).unwrap();
    }

    /// How often bodies are analysed for the next reports of these files.
    fn analyses(&self, paths: &[&str]) -> usize {
        self.executed.lock().unwrap().clear();
        for path in paths {
            self.report_of(path);
        }
        let executed = self.executed.lock().unwrap();
        executed.iter().filter(|name| *name == "analysis").count()
    }

    /// How often a query has run for the last of such reports.
    fn executed(&self, query: &str) -> usize {
        let executed = self.executed.lock().unwrap();
        executed.iter().filter(|name| *name == query).count()
    }
}

/// The lines of the findings of a file, with the file that their data comes from.
fn places(fixture: &Fixture, path: &str) -> Vec<(usize, Option<&'static str>)> {
    let text = fixture.host.snapshot().text(Path::new(path)).unwrap();
    let report = fixture.report_of(path);
    let place = |finding: &tripline_rules::Finding| {
        let before = &text[..finding.span.start as usize];
        let source = finding.steps.first().and_then(|step| step.file);
        (
            before.matches('\n').count() + 1,
            source.map(tripline_ir::Symbol::as_str),
        )
    };
    report.findings.iter().map(place).collect()
}

#[test]
fn a_query_that_a_view_hands_to_another_file_is_found_where_it_is_built() {
    let views = VIEWS.replace(
        "find(request.args[\"name\"])",
        "run(\"SELECT \" + request.args[\"name\"])",
    );
    let views = views.replace("count, find", "count, run");
    let fixture = program(&[(VIEWS_PATH, &views), (DB_PATH, DB)]);
    assert_eq!(places(&fixture, VIEWS_PATH), [(10, None)]);
}

#[test]
fn a_scan_reports_a_flow_through_two_files_at_its_sink() {
    let files = Arc::new(Memory::with(&[(VIEWS_PATH, VIEWS), (DB_PATH, DB)]));
    let report = scanned(&files, &["/w"], 2);
    let found: Vec<_> = report
        .files
        .iter()
        .flat_map(|file| {
            file.report
                .findings
                .iter()
                .map(|finding| (&file.path, finding))
        })
        .collect();
    let [(path, finding)] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(path.to_str(), Some(DB_PATH));
    assert_eq!(finding.confidence, tripline_rules::Confidence::High);
    let files: Vec<_> = finding
        .steps
        .iter()
        .map(|step| step.file.map(tripline_ir::Symbol::as_str))
        .collect();
    assert_eq!(files, [Some(VIEWS_PATH), None]);
}

#[test]
fn an_edit_in_a_body_whose_summary_stays_analyses_that_body_alone() {
    let mut fixture = opened();
    fixture.replace_in(DB_PATH, "SELECT count(*)", "SELECT count(1)");
    assert_eq!(fixture.analyses(&[DB_PATH, VIEWS_PATH]), 1);
}

#[test]
fn an_edit_above_a_function_analyses_nothing_in_any_file() {
    let mut fixture = opened();
    fixture.replace_in(
        DB_PATH,
        "import sqlite3\n",
        "import sqlite3\n\n# The users.\n",
    );
    assert_eq!(fixture.analyses(&[DB_PATH, VIEWS_PATH, "/w/other.py"]), 0);
}

#[test]
fn a_changed_summary_analyses_exactly_the_bodies_that_use_it() {
    let mut fixture = opened();
    fixture.replace_in(
        DB_PATH,
        "connection.execute(f\"SELECT * FROM users WHERE name = '{name}'\")",
        "connection.execute(\"SELECT * FROM users WHERE name = ?\", (name,))",
    );
    // `find` itself, and `users` in the other file.
    assert_eq!(fixture.analyses(&[DB_PATH]), 1);
    assert_eq!(fixture.analyses(&[VIEWS_PATH, "/w/other.py"]), 1);
}

#[test]
fn opening_a_file_analyses_those_alone_who_call_it_and_closing_it_nothing() {
    let files = [(VIEWS_PATH, VIEWS), (DB_PATH, DB), ("/w/other.py", OTHER)];
    let mut fixture = program(&files);
    let paths = [VIEWS_PATH, "/w/other.py"];
    fixture.analyses(&paths);
    fixture
        .host
        .open(Path::new(DB_PATH), Language::Python, 1, DB);
    fixture.report_of(DB_PATH);
    // What may change with a keystroke from here on is no longer taken for settled: both views, alone and with what they call.
    assert_eq!(fixture.analyses(&paths), 4);
    fixture.host.close(Path::new(DB_PATH));
    fixture.report_of(DB_PATH);
    assert_eq!(fixture.analyses(&paths), 0);
}

#[test]
fn a_new_file_concerns_those_alone_who_name_it() {
    let mut fixture = opened();
    fixture.files.write("/w/new.py", OTHER);
    fixture.host.load(Path::new("/w/new.py")).unwrap();
    assert_eq!(fixture.analyses(&[DB_PATH, VIEWS_PATH, "/w/other.py"]), 0);
}

#[test]
fn what_a_file_exports_is_gone_with_it() {
    let views = "from flask import request\n\nfrom db import run\n\n\ndef users():\n    run(\"SELECT \" + request.args[\"q\"])\n";
    let mut fixture = program(&[(VIEWS_PATH, views), (DB_PATH, DB)]);
    assert_eq!(places(&fixture, VIEWS_PATH), [(7, None)]);
    fixture.files.remove(DB_PATH);
    fixture.host.remove(Path::new(DB_PATH));
    assert_eq!(places(&fixture, VIEWS_PATH), []);
    fixture.files.write(DB_PATH, DB);
    fixture.host.load(Path::new(DB_PATH)).unwrap();
    assert_eq!(places(&fixture, VIEWS_PATH), [(7, None)]);
}

#[test]
fn files_that_import_and_call_each_other_are_analysed() {
    let a = "import b\nfrom flask import request\n\n\ndef start():\n    return b.ping(request.args[\"q\"], 3)\n\n\n\
             def pong(text, left):\n    return b.ping(text, left - 1)\n";
    let b = "import sqlite3\n\nimport a\n\nconnection = sqlite3.connect(\"x\")\n\n\ndef ping(text, left):\n    \
             if left:\n        return a.pong(text, left)\n    \
             return connection.execute(\"SELECT * FROM t WHERE a = '\" + text + \"'\")\n";
    let files = Arc::new(Memory::with(&[("/w/a.py", a), ("/w/b.py", b)]));
    let report = scanned(&files, &["/w"], 2);
    let again = scanned(&files, &["/w/b.py", "/w/a.py"], 1);
    assert_eq!(report.files[1].report.findings.len(), 1);
    assert_eq!(
        report.files[1].report.findings,
        again.files[1].report.findings
    );
    let source = report.files[1].report.findings[0].steps[0].file;
    assert_eq!(source.map(tripline_ir::Symbol::as_str), Some("/w/a.py"));
}

#[test]
fn a_fix_is_proven_with_what_other_files_say() {
    let db = "import sqlite3\n\nconnection = sqlite3.connect(\"app.db\")\n";
    let views = "from flask import request\n\nfrom db import connection\n\n\ndef users():\n    \
                 name = request.args[\"name\"]\n    \
                 return connection.execute(f\"SELECT * FROM users WHERE name = '{name}'\")\n";
    let fixture = program(&[(VIEWS_PATH, views), (DB_PATH, db)]);
    let report = fixture.report_of(VIEWS_PATH);
    let snapshot = fixture.host.snapshot();
    let fixes = snapshot
        .fixes(Path::new(VIEWS_PATH), &report.findings[0])
        .unwrap();
    let fixed = tripline_syntax::apply_edits(views, &fixes[0].edits).unwrap();
    assert!(
        fixed.contains("execute(\"SELECT * FROM users WHERE name = ?\", (name,))"),
        "{fixed}"
    );
}

const ARTICLES: &str = r#"import sqlite3


def sorted_by(column):
    connection = sqlite3.connect("blog.db")
    return connection.execute("SELECT title FROM articles ORDER BY " + column).fetchall()
"#;

const APP: &str = r#"from flask import Flask

import articles

app = Flask(__name__)
app.add_url_rule("/articles/by/<column>", view_func=articles.sorted_by)


def version():
    return 1
"#;

#[test]
fn a_route_in_another_file_concerns_the_file_of_its_view_alone() {
    let (app, articles) = ("/w/app.py", "/w/articles.py");
    let files = [(app, APP), (articles, ARTICLES), ("/w/other.py", OTHER)];
    let mut fixture = program(&files);
    fixture.host.report_across();
    for (path, text) in files {
        fixture
            .host
            .open(Path::new(path), Language::Python, 1, text);
        fixture.report_of(path);
    }
    announce(&mut fixture.host);
    for (path, _) in files {
        fixture.report_of(path);
    }
    let confidence = |fixture: &Fixture| {
        let report = fixture.report_of(articles);
        report.findings.first().map(|finding| finding.confidence)
    };
    assert_eq!(confidence(&fixture), Some(tripline_rules::Confidence::High));
    fixture.replace_in(app, "return 1", "return 2");
    assert_eq!(fixture.analyses(&[articles, "/w/other.py"]), 1);
    fixture.replace_in(app, "<column>", "<int:column>");
    announce(&mut fixture.host);
    assert_eq!(confidence(&fixture), None);
    assert_eq!(fixture.analyses(&["/w/other.py"]), 0);
}

#[test]
fn an_edit_asks_of_no_analysis_in_a_file_apart_whether_it_holds() {
    let (app, articles, other) = ("/w/app.py", "/w/articles.py", "/w/other.py");
    let mut fixture = program(&[(app, APP), (articles, ARTICLES), (other, OTHER)]);
    fixture.host.report_across();
    announce(&mut fixture.host);
    fixture
        .host
        .open(Path::new(other), Language::Python, 1, OTHER);
    fixture.report_of(other);
    fixture.replace_in(other, "return a + b", "return b + a");
    fixture.validated.lock().unwrap().clear();
    fixture.report_of(other);
    let validated = fixture.validated.lock().unwrap();
    let analyses = validated.iter().filter(|name| *name == "analysis").count();
    let (module, twice) = (1, 1);
    assert!(analyses <= module + twice, "{validated:?}");
    assert!(
        validated.iter().any(|name| name == "outgoing"),
        "{validated:?}"
    );
}

#[test]
fn modules_that_make_instances_of_each_others_classes_are_analysed() {
    let a = "import sqlite3\nfrom b import Box, store\n\n\nclass Store:\n    def __init__(self, link):\n        \
             self.link = link\n\n\nbox = Box(Store(sqlite3.connect(\"a\")))\n\n\ndef find(name):\n    \
             return store.link.execute(\"SELECT * FROM t WHERE a = '\" + name + \"'\")\n";
    let b = "import sqlite3\nfrom a import Store, box\n\n\nclass Box:\n    def __init__(self, store):\n        \
             self.store = store\n\n\nstore = Store(sqlite3.connect(\"b\"))\n\n\ndef find(name):\n    \
             return box.store.link.execute(\"SELECT * FROM t WHERE a = '\" + name + \"'\")\n";
    let files = Arc::new(Memory::with(&[("/w/a.py", a), ("/w/b.py", b)]));
    let one = scanned(&files, &["/w"], 2);
    let two = scanned(&files, &["/w/b.py", "/w/a.py"], 1);
    for (one, two) in one.files.iter().zip(&two.files) {
        assert_eq!(one.report.findings.len(), 1, "{:?}", one.path);
        assert_eq!(one.report.findings, two.report.findings);
    }
}

#[test]
fn a_fix_is_proven_in_a_view_that_another_file_names() {
    let (app, articles) = ("/w/app.py", "/w/articles.py");
    let text = ARTICLES.replace("ORDER BY \" + column", "WHERE title = '\" + column + \"'\"");
    let mut fixture = program(&[(app, APP), (articles, &text)]);
    fixture.host.report_across();
    announce(&mut fixture.host);
    let report = fixture.report_of(articles);
    let [finding] = report.findings.as_slice() else {
        panic!("{:?}", report.findings);
    };
    assert_eq!(finding.confidence, tripline_rules::Confidence::High);
    let snapshot = fixture.host.snapshot();
    let fixes = snapshot.fixes(Path::new(articles), finding).unwrap();
    let fixed = tripline_syntax::apply_edits(&text, &fixes[0].edits).unwrap();
    assert!(fixed.contains("WHERE title = ?\", (column,))"), "{fixed}");
}

const STORE: &str = r#"package store

import "database/sql"

type Store interface {
	Find(name string) (*sql.Rows, error)
	Close() error
}

type Lite struct{ File *sql.DB }

func (l *Lite) Find(name string) (*sql.Rows, error) {
	return l.File.Query("SELECT * FROM t WHERE name = ?", name)
}

func (l *Lite) Close() error { return nil }
"#;

const GO_WEB: &str = r#"package web

import (
	"net/http"

	"example.com/m/store"
)

func Handler(s store.Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.Find(r.FormValue("name"))
	}
}

func Plain(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(204)
}
"#;

const GO_OTHER: &str = r"package other

type Thing struct{}

func (t *Thing) Find(name string) string { return name }

func Twice(name string) string { return (&Thing{}).Find(name) + name }
";

#[test]
fn a_call_through_an_interface_follows_what_implements_it() {
    let (store, web, other) = ("/w/store/store.go", "/w/web/web.go", "/w/other/other.go");
    let files = [
        ("/w/go.mod", "module example.com/m\n\ngo 1.22\n"),
        (store, STORE),
        (web, GO_WEB),
        (other, GO_OTHER),
    ];
    let paths = [store, web, other];
    let mut fixture = program(&files);
    for path in paths {
        fixture.host.snapshot().analyze(Path::new(path)).unwrap();
    }
    fixture.host.report_across();
    fixture.host.open(Path::new(store), Language::Go, 1, STORE);
    announce(&mut fixture.host);
    for path in paths {
        fixture.report_of(path);
    }
    assert_eq!(places(&fixture, store), []);

    // The summary stays: the body alone, whoever calls it through an interface.
    fixture.replace_in(store, "SELECT * FROM t", "SELECT name FROM t");
    assert_eq!(fixture.analyses(&paths), 1);
    assert_eq!(fixture.executed("announcements"), 0);

    // It does harm from here on: the body, and who calls it through the interface.
    fixture.replace_in(store, "name = ?\", name", "name = '\" + name + \"'\"");
    assert_eq!(fixture.analyses(&[store]), 2);
    assert_eq!(fixture.analyses(&[web, other]), 0);
    assert_eq!(places(&fixture, store), [(13, Some(web))]);
    assert_eq!(fixture.executed("announcements"), 0);

    // A type that has all but one of the methods does not implement the interface.
    fixture.replace_in(
        store,
        "Close() error { return nil }",
        "Shut() error { return nil }",
    );
    announce(&mut fixture.host);
    assert!(fixture.analyses(&[web, other]) > 0);
    assert_eq!(places(&fixture, store), [(13, None)]);
    fixture.replace_in(
        store,
        "Shut() error { return nil }",
        "Close() error { return nil }",
    );
    announce(&mut fixture.host);
    assert_eq!(places(&fixture, store), [(13, Some(web))]);
}

const TENANT: &str = r#"function tenant(req, res, next) {
  req.tenant = req.headers["x-tenant"];
  next();
}

function version() {
  return 1;
}

module.exports = { tenant, version };
"#;

const ROUTES: &str = r#"const express = require("express");
const { Pool } = require("pg");

const router = express.Router();
const pool = new Pool();

router.get("/articles", async (req, res) => {
  await pool.query(`SELECT * FROM articles WHERE tenant = '${req.tenant}'`);
  res.end();
});

module.exports = router;
"#;

#[test]
fn what_middleware_leaves_in_a_request_concerns_the_handlers_of_its_package() {
    let (tenant, routes, apart) = ("/w/api/tenant.js", "/w/api/routes.js", "/w/shop/routes.js");
    let files = [
        ("/w/api/package.json", r#"{"name": "api"}"#),
        ("/w/shop/package.json", r#"{"name": "shop"}"#),
        (tenant, TENANT),
        (routes, ROUTES),
        (apart, ROUTES),
    ];
    let mut fixture = program(&files);
    fixture.host.report_across();
    for (path, text) in &files[2..] {
        let path = Path::new(path);
        fixture.host.open(path, Language::JavaScript, 1, text);
    }
    announce(&mut fixture.host);
    assert_eq!(places(&fixture, routes), [(8, Some(tenant))]);
    assert_eq!(places(&fixture, apart), []);
    fixture.report_of(tenant);

    fixture.replace_in(tenant, "return 1", "return 2");
    announce(&mut fixture.host);
    assert_eq!(fixture.analyses(&[routes, apart]), 1);

    let header = "req.headers[\"x-tenant\"]";
    fixture.replace_in(tenant, header, "Number(req.headers[\"x-tenant\"])");
    announce(&mut fixture.host);
    assert_eq!(places(&fixture, routes), []);
    assert_eq!(fixture.analyses(&[apart]), 0);
}

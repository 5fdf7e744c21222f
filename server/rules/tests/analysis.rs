//! What the analysis of a file reports.

use tripline_ir::lower;
use tripline_rules::{Confidence, Finding, Rules, Source, StepKind, Syntax, analyze};
use tripline_syntax::{Document, Language, line_column};

/// Findings of the built-in rules.
fn findings(path: &str, text: &str) -> Vec<Finding> {
    findings_by(Rules::builtin(), path, text)
}

fn findings_by(rules: &Rules, path: &str, text: &str) -> Vec<Finding> {
    let language = Language::from_path(path.as_ref()).expect("the path has an extension");
    let document = Document::parse(language, text);
    let ir = lower::lower(&document, None);
    analyze(
        &Source {
            path: Some(path),
            syntax: Syntax::Parsed(&document),
            ir: &ir,
        },
        rules,
    )
}

/// Each finding as `line check confidence text`.
fn told(path: &str, text: &str) -> Vec<String> {
    let document = Document::parse(
        Language::from_path(path.as_ref()).expect("the path has an extension"),
        text,
    );
    let line = |finding: &Finding| line_column(document.rope(), finding.span.start).0;
    findings(path, text)
        .iter()
        .map(|finding| {
            let confidence = format!("{:?}", finding.confidence).to_lowercase();
            format!(
                "{} {} {confidence} {}",
                line(finding),
                finding.check,
                &text[finding.span.range()]
            )
        })
        .collect()
}

fn rules(model: &str, check: &str) -> Rules {
    let files = [
        ("models/python/lib.yml".to_owned(), model.to_owned()),
        (
            "checks/demo.md".to_owned(),
            format!(
                "---\nid: demo\ntitle: Demo\ncwe: [1]\nowasp_2021: A03\nowasp_2025: A05\nseverity: high\nrules:\n{check}---\n"
            ),
        ),
    ];
    let (set, errors) = tripline_rules::read(&files, &tripline_rules::RuleSet::default());
    assert_eq!(errors, []);
    Rules::new(set)
}

#[test]
fn the_newcomers_file_has_both_findings() {
    let text = "import sqlite3\n\nAPI_KEY = \"sk-live-4f8a9c1e7b\"\n\n\ndef find(cur, email):\n    return cur.execute(f\"SELECT * FROM users WHERE email='{email}'\")\n";
    assert_eq!(
        told("app.py", text),
        [
            "3 hardcoded-secret high \"sk-live-4f8a9c1e7b\"",
            "7 sql-injection medium f\"SELECT * FROM users WHERE email='{email}'\"",
        ]
    );
}

#[test]
fn a_private_function_reports_only_what_its_callers_bring() {
    let quiet = "import sqlite3\n\n\ndef _find(name):\n    sqlite3.connect(\"x\").execute(f\"SELECT * FROM t WHERE n='{name}'\")\n";
    let uncalled = findings("app.py", quiet);
    assert_eq!(uncalled.len(), 1, "who calls it is outside the file");
    assert_eq!(uncalled[0].confidence, Confidence::Medium);
    let called = format!("{quiet}\n\ndef _main():\n    _find(\"constant\")\n");
    assert_eq!(told("app.py", &called), Vec::<String>::new());
    let remote = format!(
        "from flask import request\n{quiet}\n\ndef view():\n    _find(request.args[\"n\"])\n"
    );
    let found = findings("app.py", &remote);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].confidence, Confidence::High);
    assert_eq!(
        &remote[found[0].span.range()],
        "f\"SELECT * FROM t WHERE n='{name}'\""
    );
    assert!(
        found[0].fixes.iter().any(|fix| fix.shape.is_some()),
        "the fix knows the query's shape"
    );
    let ends: Vec<_> = found[0]
        .steps
        .iter()
        .map(|step| (step.kind, &remote[step.span.range()]))
        .collect();
    assert_eq!(
        ends.first(),
        Some(&(StepKind::Source, "request.args[\"n\"]"))
    );
    assert_eq!(
        ends.last(),
        Some(&(StepKind::Sink, "f\"SELECT * FROM t WHERE n='{name}'\""))
    );
}

#[test]
fn a_method_name_alone_is_no_query() {
    let text = "def run(thing, cursor, name):\n    cursor.execute(f\"Please select a value from the list: {name}\")\n    cursor.execute(name)\n    thing.run(f\"SELECT * FROM t WHERE n='{name}'\")\n";
    assert_eq!(told("app.py", text), Vec::<String>::new());
}

#[test]
fn names_and_labels_are_no_secrets() {
    let text = r#"
import os
PASSWORD_FIELD = "password"
TOKEN_URL = "https://example.org/oauth/token"
API_TOKEN_HEADER = "X-Api-Token"
PASSWORD = ""
DB_PASSWORD = os.environ["DB_PASSWORD"]
LABELS = {"password": "Enter your password", "token": "Invalid token"}
API_KEY = "your-api-key-here"
SECRET_KEY = "${SECRET_KEY}"
ACCESS_TOKEN = "access_token"
API_KEY_FILE = "/run/secrets/api_key"
AWS = "AKIAIOSFODNN7EXAMPLE"
"#;
    assert_eq!(told("app.py", text), Vec::<String>::new());
}

#[test]
fn secrets_are_found_wherever_they_are_bound() {
    let text = r#"
import os
PASSWORD = "gr33n-Kettle-42"
config["api_key"] = "9f8a7s6d5f4g3h2j1k"
connect(host="db", password="gr33n-Kettle-43")
OPTIONS = {"secret_key": "gr33n-Kettle-44"}
TOKEN = os.getenv("API_TOKEN", "9f8a7s6d5f4g3h2j1l")
def login(user, password="gr33n-Kettle-45"): pass
DATABASE_URL = "postgresql://shop:gr33nKettle46@db.internal/shop"
"#;
    let lines: Vec<String> = told("app.py", text)
        .iter()
        .map(|line| line.split(' ').take(3).collect::<Vec<_>>().join(" "))
        .collect();
    let expected: Vec<String> = (3..=9)
        .map(|line| format!("{line} hardcoded-secret high"))
        .collect();
    assert_eq!(lines, expected);
}

#[test]
fn secrets_are_found_in_rust() {
    let text = r#"
const API_KEY: &str = "9f8a7s6d5f4g3h2j1k";
static DB_PASSWORD: &str = "gr33n-Kettle-42";
fn connect() {
    let password = "gr33n-Kettle-43";
    let config = Config { user: "shop", secret_key: "gr33n-Kettle-44", ..Config::default() };
    // DATABASE_URL is safe here.
    let url = "postgresql://shop:gr33nKettle46@db.internal/shop";
    let password = std::env::var("DB_PASSWORD").unwrap();
}
"#;
    let lines: Vec<String> = told("app.rs", text)
        .iter()
        .map(|line| line.split(' ').take(3).collect::<Vec<_>>().join(" "))
        .collect();
    let expected: Vec<String> = [2, 3, 5, 6, 8]
        .iter()
        .map(|line| format!("{line} hardcoded-secret high"))
        .collect();
    assert_eq!(lines, expected);
}

#[test]
fn made_up_secrets_in_tests_count_less() {
    let text = "PASSWORD = \"gr33n-Kettle-42\"\n";
    assert_eq!(
        findings("tests/test_login.py", text)[0].confidence,
        Confidence::Low
    );
    assert_eq!(
        findings("src/login.py", text)[0].confidence,
        Confidence::High
    );
}

#[test]
fn no_text_of_a_finding_shows_a_secret() {
    let secret = "gr33n-Kettle-42";
    let text = format!(
        "from flask import request\nimport sqlite3\nPASSWORD = \"{secret}\"\ndef view(c):\n    return sqlite3.connect(\"x\").execute(f\"SELECT '{secret}' FROM t WHERE a='{{request.args}}'\", password=\"{secret}\")\n"
    );
    let found = findings("app.py", &text);
    assert!(
        found
            .iter()
            .any(|finding| finding.check.as_ref() == "hardcoded-secret")
    );
    for finding in &found {
        let shown = format!(
            "{} {} {:?} {:?}",
            finding.message, finding.help, finding.steps, finding.related
        );
        if finding.check.as_ref() == "hardcoded-secret" {
            assert!(!shown.contains(secret), "{shown}");
            let masked: Vec<&str> = finding
                .secrets
                .iter()
                .map(|span| &text[span.range()])
                .collect();
            assert_eq!(masked, [secret]);
        }
    }
}

#[test]
fn a_fingerprint_survives_edits_elsewhere_and_tells_equal_findings_apart() {
    let query = "def find(cur, a):\n    cur.execute(f\"SELECT * FROM t WHERE a='{a}'\")\n    cur.execute(f\"SELECT * FROM t WHERE a='{a}'\")\n";
    let before = findings("a.py", query);
    let after = findings(
        "b.py",
        &format!(
            "import os\n\n# text\n\n{}",
            query.replace("cur.execute(f", "cur.execute( f")
        ),
    );
    assert_eq!(before.len(), 2);
    assert_ne!(before[0].fingerprint, before[1].fingerprint);
    let prints = |findings: &[Finding]| {
        findings
            .iter()
            .map(|finding| finding.fingerprint)
            .collect::<Vec<_>>()
    };
    assert_eq!(prints(&before), prints(&after));
}

#[test]
fn conditions_look_at_arguments_after_constants_are_known() {
    let rules = rules(
        "library: Lib\ndocs: d\nimports: [lib]\ncallables: []\n",
        r"
  - name: off
    call:
      callee: [lib.open, '*.fetch']
      where: [{argument: {position: 1, keyword: verify}, is: {equals: [false]}}]
      report: {position: 1, keyword: verify}
    message: '{callee} without verification: {expr}'
    help: 'h'
  - name: missing
    call:
      callee: [lib.close]
      where: [{argument: {position: 0, keyword: timeout}, is: {absent: true}}]
    message: m
    help: h
",
    );
    let text = "import lib as l\nOFF = False\nl.open(1, verify=OFF)\nl.open(1, True)\nx.fetch(1, False)\nl.close()\nl.close(**options)\nl.close(timeout=1)\n";
    let found = findings_by(&rules, "a.py", text);
    let messages: Vec<_> = found
        .iter()
        .map(|finding| (&text[finding.span.range()], finding.message.as_str()))
        .collect();
    assert_eq!(
        messages,
        [
            ("OFF", "l.open without verification: OFF"),
            ("False", "x.fetch without verification: False"),
            ("l.close()", "m"),
        ]
    );
}

#[test]
fn a_literal_is_judged_by_its_members() {
    let rules = rules(
        "library: Lib\ndocs: d\ncallables: []\n",
        r"
  - name: options
    construct:
      entries: {origin: {equals: ['*']}, credentials: {any: [{equals: [true]}, {absent: true}]}}
      report: origin
    message: m
    help: h
",
    );
    let text = "a = {'origin': '*', 'credentials': True}\nb = {'origin': '*'}\nc = {'origin': '*', **rest}\nd = {'origin': 'x', 'credentials': True}\n";
    let lines: Vec<_> = findings_by(&rules, "a.py", text)
        .iter()
        .map(|finding| finding.span.start)
        .collect();
    assert_eq!(
        lines,
        [
            text.find("'*'").expect("a") as u32,
            text.find("b = {'origin': '*'").expect("b") as u32 + 15
        ]
    );
}

#[test]
fn a_query_reports_its_capture() {
    let rules = rules(
        "library: Lib\ndocs: d\ncallables: []\n",
        "  - name: q\n    query: {query: {python: '(assert_statement) @match'}}\n    message: 'found {expr}'\n    help: h\n",
    );
    let text = "x = 1\n\ndef f():\n    assert x\n";
    let found = findings_by(&rules, "a.py", text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].message, "found assert x");
}

#[test]
fn tokens_are_found_in_any_text() {
    let text = "aws_access_key_id: AKIAIOSFODNN7QXAMPLW\nother: AKIAIOSFODNN7EXAMPLE\n";
    let found = tripline_rules::scan_text(text, None, Rules::builtin());
    let shown: Vec<_> = found
        .iter()
        .map(|finding| &text[finding.span.range()])
        .collect();
    assert_eq!(shown, ["AKIAIOSFODNN7QXAMPLW"]);
}

#[test]
fn keys_in_texts_of_tests_count_less() {
    let text = "{\"key\": \"-----BEGIN EC PRIVATE KEY-----\\nq8ZkT1vYw3JmR5uNc7LhXe2Ps9FbGd4KaQoViWtUyCxMzEr6Hj0pBgSlDnAf\\n-----END EC PRIVATE KEY-----\"}";
    let confidence = |path: &str| {
        let found = tripline_rules::scan_text(text, Some(path), Rules::builtin());
        found.first().map(|finding| finding.confidence)
    };
    assert_eq!(confidence("tests/vectors/seal.json"), Some(Confidence::Low));
    assert_eq!(confidence("deploy/seal.json"), Some(Confidence::High));
}

#[test]
fn a_secret_that_is_compared_is_masked() {
    let text = "def check(password):\n    return password == \"v3rmilion-gate-41\"\n";
    let found = findings("a.py", text);
    assert_eq!(found.len(), 1);
    assert_eq!(&text[found[0].secrets[0].range()], "v3rmilion-gate-41");
}

#[test]
fn half_typed_code_never_panics() {
    let text = "import sqlite3\nfrom flask import request\n\ndef f(é):\n    q = f\"SELECT * FROM t WHERE a='{é}'\"\n    sqlite3.connect('x').execute(q + request.args['x'], password=\"gr33n-Kettle-42\")\n    if not is_admin:\n        pass\n";
    let boundaries = (0..=text.len()).filter(|end| text.is_char_boundary(*end));
    for end in boundaries {
        for path in ["a.py", "a.ts", "a.go"] {
            findings(path, &text[..end]);
        }
    }
}

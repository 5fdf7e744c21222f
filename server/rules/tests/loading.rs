//! What a writer of rule files is told.

use tripline_rules::{RuleSet, Rules, read, scan_text};

fn errors(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<(String, String)> = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect();
    read(&files, &RuleSet::default())
        .1
        .iter()
        .map(ToString::to_string)
        .collect()
}

const CHECK: &str = "---
id: demo
title: Demo
cwe: [1]
owasp_2021: A03
owasp_2025: A05
severity: high
rules:
  - name: one
    call: {callee: [lib.call]}
    message: m
    help: h
---

Text.
";

#[test]
fn an_unknown_key_is_named_with_its_place_and_what_was_meant() {
    let text = "library: Demo\ndocs: d\ncallables:\n  - name: lib.call\n    retruns: lib.T\n";
    assert_eq!(
        errors(&[("models/python/demo.yml", text)]),
        [
            "models/python/demo.yml:5:5: callables[0].retruns: unknown key `retruns`; did you mean `returns`?"
        ]
    );
}

#[test]
fn every_error_of_a_file_is_told() {
    let text = "library: Demo\ndocs: d\ncallables:\n  - name: lib.call\n    source: remot\n    sinks: [{kind: sql, argument: 0, x: 1}]\n  - flow: nothin\n";
    assert_eq!(
        errors(&[("models/python/demo.yml", text)]),
        [
            "models/python/demo.yml:5:13: callables[0].source: `remot` is not a value of this field; did you mean `remote`?",
            "models/python/demo.yml:6:38: callables[0].sinks[0].x: unknown key `x`; known are `kind`, `argument`, `entries`, `elements`, `element`, `behind`, `needs`, `arguments`, `unless`, `given`, `joined`, `binding`",
            "models/python/demo.yml:7:5: callables[1]: `name` is missing",
            "models/python/demo.yml:7:11: callables[1].flow: `nothin` is not a value of this field; did you mean `nothing`?",
        ]
    );
}

#[test]
fn names_that_refer_to_nothing_are_told() {
    let model = "library: Demo\ndocs: d\ncallables:\n  - {name: lib.call, sinks: [{kind: sql, argument: 0}], sanitizes: [sqll]}\nunresolved:\n  - {method: call, receiver: '(', callable: lib.cal}\n";
    let check = CHECK
        .replace("call: {callee: [lib.call]}", "flow: {sink: slq}")
        .replace("A03", "A11");
    assert_eq!(
        errors(&[("models/go/demo.yml", model), ("checks/other.md", &check)]),
        [
            "checks/other.md:2:5: id: the id `demo` is not the file's name `other`",
            "checks/other.md:5:13: owasp_2021: `A11` is not one of A01 to A10",
            "checks/other.md:10:18: rules[0].flow.sink: no model has a sink of kind `slq`; did you mean `sql`?",
            "models/go/demo.yml:4:69: callables[0].sanitizes[0]: no model has a sink of kind `sqll`; did you mean `sql`?",
            "models/go/demo.yml:6:30: unresolved[0].receiver: not a regular expression: unclosed group",
            "models/go/demo.yml:6:45: unresolved[0].callable: no model has a callable `lib.cal`; did you mean `lib.call`?",
        ]
    );
}

#[test]
fn a_rule_matches_one_thing() {
    let check = CHECK.replace("    message", "    flow: {sink: sql}\n    message");
    let found = errors(&[("checks/demo.md", &check)]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("checks/demo.md:11:5: rules[0]: only one of `flow`"),
        "{found:?}"
    );
}

#[test]
fn broken_yaml_and_pages_without_front_matter_are_errors_of_their_file() {
    let found = errors(&[
        ("checks/empty.md", ""),
        ("models/python/broken.yml", "library: [\n"),
        ("models/python/empty.yml", ""),
        ("notes.txt", ""),
    ]);
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(
        found[1].starts_with("models/python/broken.yml:"),
        "{found:#?}"
    );
    assert!(found[1].contains("not valid YAML"), "{found:#?}");
}

#[test]
fn examples_keep_their_lines_and_lose_their_markers() {
    let page = format!(
        "{CHECK}\n## Examples\n\n```python vulnerable\na\nb()  # expect\nc()  # expect other low\n```\n\n```python safe settings.py\nd\n```\n"
    );
    let files = [("checks/demo.md".to_owned(), page)];
    let (set, errors) = read(&files, &RuleSet::default());
    assert_eq!(errors, []);
    let [vulnerable, safe] = set.checks[0].examples.as_slice() else {
        panic!("two blocks")
    };
    assert_eq!(vulnerable.text, "a\nb()\nc()\n");
    assert_eq!(vulnerable.line, 20);
    let told: Vec<_> = vulnerable
        .expectations
        .iter()
        .map(|e| (e.line, e.check.as_str(), e.low))
        .collect();
    assert_eq!(told, [(1, "demo", false), (2, "other", true)]);
    assert_eq!(safe.file.as_deref(), Some("settings.py"));
    assert_eq!(set.checks[0].docs, "Text.");
}

#[test]
fn blocks_of_no_language_or_role_are_errors() {
    let page = format!(
        "{CHECK}\n## Examples\n\n```pyhton vulnerable\na\n```\n\n```python vulnerabel\na\n```\n"
    );
    assert_eq!(
        errors(&[("checks/demo.md", &page)]),
        [
            "checks/demo.md:19:1: `pyhton` is not a language; did you mean `python`?",
            "checks/demo.md:23:1: `vulnerabel` is not a role of an example; did you mean `vulnerable`?",
        ]
    );
}

#[test]
fn users_add_checks_but_do_not_replace_built_in_ones() {
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let rules = Rules::builtin()
        .extended(&[file(".tripline/checks/demo.md", CHECK)])
        .expect("the check is sound");
    assert!(rules.check("demo").is_some());
    assert!(rules.check("sql-injection").is_some());
    let clash = CHECK.replace("id: demo", "id: sql-injection");
    let errors = Rules::builtin()
        .extended(&[file(".tripline/checks/sql-injection.md", &clash)])
        .expect_err("the id is taken");
    assert_eq!(
        errors[0].to_string(),
        ".tripline/checks/sql-injection.md:2:5: id: there is a built-in check `sql-injection`"
    );
}

const TOKENS: &str = "providers:
  - name: Acme
    docs: https://acme.io/docs/tokens
    variable: ACME_TOKEN
    tokens:
      - {kind: API key, pattern: 'acme_[a-z0-9]{20}'}
";

#[test]
fn a_project_adds_grammars_of_its_own() {
    let files = [("secrets/own.yml".to_owned(), TOKENS.to_owned())];
    let rules = Rules::builtin().extended(&files).unwrap();
    let text = "KEY=acme_q7zt2mbv9lk4wx1cq8rt\n";
    let found = scan_text(text, None, &rules);
    assert_eq!(found[0].message, "Acme API key in the source");
    assert!(scan_text(text, None, Rules::builtin()).is_empty());
}

#[test]
fn a_pattern_that_no_keyword_leads_to_is_told() {
    let text = TOKENS.replace("acme_[a-z0-9]{20}", "[a-z0-9]{20}");
    assert_eq!(
        errors(&[("secrets/own.yml", &text)]),
        [
            "secrets/own.yml:6:9: providers[0].tokens[0]: the pattern does not begin with literal text; `keyword` is needed"
        ]
    );
    let text = TOKENS.replace("{kind:", "{keyword: ac, kind:");
    assert_eq!(
        errors(&[("secrets/own.yml", &text)]),
        [
            "secrets/own.yml:6:19: providers[0].tokens[0].keyword: a keyword has at least 3 characters"
        ]
    );
}

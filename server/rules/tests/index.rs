//! `rules/README.md` lists what is there.
//!
//! `TRIPLINE_UPDATE=1 cargo test -p tripline-rules --test index` writes it anew.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tripline_rules::check::{Rule, TokenGrammar};
use tripline_rules::provider::Provider;
use tripline_rules::{CheckPage, ModelFile, RuleSet, Safety, read};

const LANGUAGES: [(&str, &str); 4] = [
    ("python", "Python"),
    ("javascript", "JavaScript and TypeScript"),
    ("go", "Go"),
    ("rust", "Rust"),
];

#[test]
fn the_index_is_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules");
    let expected = index(&rules(&folder));
    let path = folder.join("README.md");
    if std::env::var_os("TRIPLINE_UPDATE").is_some() {
        fs::write(&path, &expected).expect("the index can be written");
    }
    let written = fs::read_to_string(&path).expect("the index is there");
    assert!(
        written == expected,
        "rules/README.md is stale: TRIPLINE_UPDATE=1 cargo test -p tripline-rules --test index"
    );
}

/// The rules in the folder.
fn rules(folder: &Path) -> RuleSet {
    let mut texts = Vec::new();
    for file in files(folder) {
        let name = file.strip_prefix(folder).expect("it is inside");
        let name = name.to_string_lossy().replace('\\', "/");
        if ["models/", "checks/", "secrets/"]
            .iter()
            .any(|folder| name.starts_with(folder))
        {
            texts.push((name, fs::read_to_string(file).expect("it is text")));
        }
    }
    let (rules, errors) = read(&texts, &RuleSet::default());
    assert_eq!(errors, []);
    rules
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn index(rules: &RuleSet) -> String {
    let mut text = format!(
        "# The rules\n\n\
         What Tripline finds ({} checks), what it knows of libraries ({} models), and which tokens of providers it knows\n\
         ({} kinds). This page is made from the files beside it by `TRIPLINE_UPDATE=1 cargo test -p tripline-rules --test index`. `TUTORIAL.md` shows how to write\n\
         rules of your own, `tripline explain ID` shows the page of a check.\n\n\
         ## Checks\n\n\
         | check | finds | severity | CWE | OWASP 2021, 2025 | languages | rules | fixes |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n",
        rules.checks.len(),
        rules.models.len(),
        tokens(rules).count(),
    );
    for page in &rules.checks {
        text.push_str(&check_row(page));
    }
    text.push_str("\n## Models\n");
    for (folder, language) in LANGUAGES {
        let mut models: Vec<_> = rules
            .models
            .iter()
            .filter(|file| file.language == folder)
            .collect();
        models.sort_by_key(|file| (file.model.library.to_lowercase(), &file.path));
        write!(
            text,
            "\n### {language}\n\n| library | imported as | rows | what data can do harm in | file |\n\
             | --- | --- | --- | --- | --- |\n"
        )
        .expect("a string takes everything");
        for file in models {
            text.push_str(&model_row(file));
        }
    }
    text.push_str(
        "\n## Tokens\n\n| token | variable of the fix | checksum | file |\n| --- | --- | --- | --- |\n",
    );
    for (path, token) in tokens(rules) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let variable = token.variable.as_deref().unwrap_or_default();
        let checksum = token.checksum.map_or("", |_| "yes");
        writeln!(
            text,
            "| [{}]({}) | `{variable}` | {checksum} | [{name}]({path}) |",
            token.name, token.docs
        )
        .expect("a string takes everything");
    }
    text
}

/// The grammars of tokens with the path of their file.
fn tokens(rules: &RuleSet) -> impl Iterator<Item = (&str, TokenGrammar)> {
    rules.secrets.iter().flat_map(|file| {
        let providers = file.content.providers.iter();
        let grammars = providers.flat_map(Provider::grammars);
        grammars.map(|token| (file.path.as_str(), token))
    })
}

fn check_row(page: &CheckPage) -> String {
    let front = &page.front;
    let cwe: Vec<_> = front.cwe.iter().map(u32::to_string).collect();
    let is_for = |rule: &&Rule, language: &str| {
        rule.languages.is_empty() || rule.languages.iter().any(|known| known == language)
    };
    let names = LANGUAGES.iter().filter(|(language, _)| {
        let mut rules = front.rules.iter();
        rules.any(|rule| is_for(&rule, language))
    });
    let names: Vec<_> = names.map(|(language, _)| *language).collect();
    let fixes = front.rules.iter().flat_map(|rule| &rule.fixes);
    let fixes: BTreeSet<_> = fixes
        .map(|fix| match fix.safety {
            Safety::Safe => "safe",
            Safety::Review => "review",
        })
        .collect();
    let fixes: Vec<_> = fixes.into_iter().rev().collect();
    format!(
        "| [`{id}`](checks/{id}.md) | {} | {} | {} | {}, {} | {} | {} | {} |\n",
        front.title,
        format!("{:?}", front.severity).to_lowercase(),
        cwe.join(", "),
        front.owasp_2021,
        front.owasp_2025,
        names.join(", "),
        front.rules.len(),
        fixes.join(", "),
        id = front.id,
    )
}

fn model_row(file: &ModelFile) -> String {
    let model = &file.model;
    let imports: Vec<_> = model
        .imports
        .iter()
        .map(|name| format!("`{name}`"))
        .collect();
    let mut kinds = BTreeSet::new();
    let value = serde_json::to_value(model).expect("a model is data");
    sink_kinds(&value, &mut kinds);
    let kinds: Vec<_> = kinds.into_iter().collect();
    let rows = model.aliases.len()
        + model.types.len()
        + model.callables.len()
        + model.attributes.len()
        + model.unresolved.len()
        + model.conventional_parameters.len();
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    format!(
        "| [{}]({}) | {} | {rows} | {} | [{name}]({}) |\n",
        model.library,
        model.docs,
        imports.join(", "),
        kinds.join(", "),
        file.path
    )
}

/// The kinds of all sinks in a model.
fn sink_kinds(value: &Value, kinds: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| sink_kinds(item, kinds)),
        Value::Object(fields) => {
            for (name, field) in fields {
                if name == "sinks" {
                    let sinks = field.as_array().into_iter().flatten();
                    let named = sinks.filter_map(|sink| sink["kind"].as_str());
                    kinds.extend(named.map(str::to_owned));
                }
                sink_kinds(field, kinds);
            }
        }
        _ => {}
    }
}

//! What a schema cannot say: names that refer to each other, regular expressions, formats of numbers.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use super::conform::suggestion;
use super::prefix::{MIN_KEYWORD, prefixes};
use super::yaml::Node;
use super::{CheckPage, ModelFile, RuleError, RuleSet, SecretsFile};
use crate::check::{
    AssignMatch, BranchMatch, CallMatch, DiscardMatch, FixKind, Matcher, Predicate, Rule,
    SecretMatch,
};
use crate::model::{ArgSpec, FlowSpec, Model};

/// The languages that have models of their own; TypeScript shares those of JavaScript.
pub(crate) const FAMILIES: [&str; 4] = ["python", "javascript", "go", "rust"];

/// The languages that a rule may name.
const LANGUAGES: [&str; 6] = ["python", "javascript", "typescript", "tsx", "go", "rust"];

/// Most kinds of sink that a set of kinds has room for.
const MAX_KINDS: usize = 64;

/// The family of a language name.
pub(crate) fn family_of(language: &str) -> Option<usize> {
    let family = match language {
        "typescript" | "tsx" => "javascript",
        other => other,
    };
    FAMILIES.iter().position(|name| *name == family)
}

/// The names that a name with brace lists stands for; `Err` where braces do not match.
pub(crate) fn expand(name: &str) -> Result<Vec<String>, String> {
    let Some(open) = name.find('{') else {
        return if name.contains('}') {
            Err(format!("`{name}` has a `}}` without `{{`"))
        } else {
            Ok(vec![name.to_owned()])
        };
    };
    let close = name[open..]
        .find('}')
        .map(|close| open + close)
        .ok_or_else(|| format!("`{name}` has a `{{` without `}}`"))?;
    let (head, list, tail) = (&name[..open], &name[open + 1..close], &name[close + 1..]);
    let mut names = Vec::new();
    for part in list.split(',').map(str::trim) {
        if part.is_empty() {
            return Err(format!("`{name}` has an empty alternative"));
        }
        for tail in expand(tail)? {
            names.push(format!("{head}{part}{tail}"));
        }
    }
    Ok(names)
}

/// The trees of the files that are validated, by path.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) trees: BTreeMap<String, Node>,
}

/// Every error of `set` that shows only once all files are read.
pub(super) fn validate(set: &RuleSet, base: &RuleSet, sources: &Sources) -> Vec<RuleError> {
    let mut kinds = BTreeSet::new();
    let mut callables: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for file in base.models.iter().chain(&set.models) {
        let names = callables.entry(&file.language).or_default();
        for callable in &file.model.callables {
            names.extend(expand(&callable.name).unwrap_or_default());
            kinds.extend(callable.sinks.iter().map(|sink| sink.kind.as_str()));
        }
    }
    let ids: BTreeSet<&str> = base
        .checks
        .iter()
        .map(|page| page.front.id.as_str())
        .collect();
    let mut validation = Validation {
        kinds,
        callables,
        sources,
        errors: Vec::new(),
        file: String::new(),
    };
    for file in &set.models {
        validation.model(file);
    }
    for page in &set.checks {
        validation.check(page, &ids);
    }
    for file in &set.secrets {
        validation.secrets(file);
    }
    if validation.kinds.len() > MAX_KINDS {
        let file = set
            .models
            .first()
            .map(|file| file.path.clone())
            .unwrap_or_default();
        validation.file = file;
        validation.error(
            "",
            format!(
                "{} kinds of sink; at most {MAX_KINDS} are supported",
                validation.kinds.len()
            ),
        );
    }
    validation.errors
}

struct Validation<'a> {
    kinds: BTreeSet<&'a str>,
    callables: BTreeMap<&'a str, BTreeSet<String>>,
    sources: &'a Sources,
    errors: Vec<RuleError>,
    file: String,
}

impl Validation<'_> {
    fn model(&mut self, file: &ModelFile) {
        self.file.clone_from(&file.path);
        if !FAMILIES.contains(&file.language.as_str()) {
            let hint = suggestion(&file.language, FAMILIES);
            self.error(
                "",
                format!(
                    "the folder `{}` is not a language with models{hint}",
                    file.language
                ),
            );
        }
        self.model_rows(&file.language, &file.model);
    }

    fn model_rows(&mut self, language: &str, model: &Model) {
        for (index, alias) in model.aliases.iter().enumerate() {
            self.name(&format!("aliases[{index}].name"), &alias.name);
            if alias.name.ends_with(".*") != alias.of.ends_with(".*") && alias.of.ends_with(".*") {
                self.error(
                    &format!("aliases[{index}].of"),
                    "a name ends with `.*` only if the alias does".to_owned(),
                );
            }
        }
        for (index, ty) in model.types.iter().enumerate() {
            self.name(&format!("types[{index}].name"), &ty.name);
        }
        for (index, attribute) in model.attributes.iter().enumerate() {
            self.name(&format!("attributes[{index}].name"), &attribute.name);
            self.kinds(
                &format!("attributes[{index}].sanitizes"),
                &attribute.sanitizes,
            );
            if let Some(settles) = &attribute.settles {
                self.kinds(
                    &format!("attributes[{index}].settles.kinds"),
                    &settles.kinds,
                );
            }
        }
        for (index, callable) in model.callables.iter().enumerate() {
            let field = format!("callables[{index}]");
            self.name(&format!("{field}.name"), &callable.name);
            self.kinds(&format!("{field}.sanitizes"), &callable.sanitizes);
            self.kinds(
                &format!("{field}.sanitizes_from_root"),
                &callable.sanitizes_from_root,
            );
            for (row, sanitized) in callable.sanitizes_given.iter().enumerate() {
                let field = format!("{field}.sanitizes_given[{row}]");
                self.kinds(&format!("{field}.kinds"), &sanitized.kinds);
                let given = &sanitized.given.argument;
                self.argument(&format!("{field}.given.argument"), given);
            }
            if let Some(guard) = &callable.guard {
                self.kinds(&format!("{field}.guard.kinds"), &guard.kinds);
                self.argument(&format!("{field}.guard.argument"), &guard.argument);
                for (row, name) in guard.result_of.iter().enumerate() {
                    self.name(&format!("{field}.guard.result_of[{row}]"), name);
                }
                if let Some(trusted) = &guard.trusted {
                    self.argument(&format!("{field}.guard.trusted"), trusted);
                }
                if let Some(given) = &guard.given {
                    self.argument(&format!("{field}.guard.given.argument"), &given.argument);
                }
                if let Some(pattern) = &guard.pattern {
                    self.argument(
                        &format!("{field}.guard.pattern.argument"),
                        &pattern.argument,
                    );
                }
            }
            for (row, sink) in callable.sinks.iter().enumerate() {
                self.argument(&format!("{field}.sinks[{row}].argument"), &sink.argument);
                for (need_row, need) in sink.needs.iter().enumerate() {
                    let field = format!("{field}.sinks[{row}].needs[{need_row}].argument");
                    self.argument(&field, &need.argument);
                }
                for given in &sink.given {
                    let field = format!("{field}.sinks[{row}].given.argument");
                    self.argument(&field, &given.argument);
                }
                if let Some(unless) = &sink.unless {
                    let field = format!("{field}.sinks[{row}].unless.argument");
                    self.argument(&field, &unless.argument);
                }
            }
            if let Some(settles) = &callable.settles {
                self.kinds(&format!("{field}.settles.kinds"), &settles.kinds);
            }
            for (row, becomes) in callable.becomes.iter().enumerate() {
                let field = format!("{field}.becomes[{row}].given.argument");
                self.argument(&field, &becomes.given.argument);
            }
            if let Some(results) = &callable.results {
                let is_known = |names: &BTreeSet<String>| names.contains(&results.to);
                if !self.callables.get(language).is_some_and(is_known) {
                    self.error(
                        &format!("{field}.results.to"),
                        format!("no model describes `{}`", results.to),
                    );
                }
                if let Some(given) = &results.given {
                    self.argument(&format!("{field}.results.given.argument"), &given.argument);
                }
            }
            for (row, element) in callable.element_given.iter().enumerate() {
                let field = format!("{field}.element_given[{row}]");
                self.kinds(&format!("{field}.kinds"), &element.kinds);
                self.argument(&format!("{field}.given.argument"), &element.given.argument);
                if let Some(with) = &element.with {
                    self.argument(&format!("{field}.with.argument"), &with.argument);
                }
                if let Some(without) = &element.without {
                    self.argument(&format!("{field}.without"), without);
                }
            }
            if let Some(keeps) = &callable.keeps {
                self.name(&format!("{field}.keeps.of"), &keeps.of);
                self.argument(&format!("{field}.keeps.value"), &keeps.value);
                if let Some(key) = &keeps.key {
                    self.argument(&format!("{field}.keeps.key"), key);
                }
            }
            if let Some(out) = &callable.hands_out {
                self.name(&format!("{field}.hands_out.of"), &out.of);
                self.argument(&format!("{field}.hands_out.key"), &out.key);
            }
            match &callable.flow {
                FlowSpec::Arguments(arguments)
                | FlowSpec::Elements(arguments)
                | FlowSpec::Merged(arguments)
                | FlowSpec::Zipped(arguments) => {
                    for (row, argument) in arguments.iter().enumerate() {
                        self.argument(&format!("{field}.flow[{row}]"), argument);
                    }
                }
                FlowSpec::Same(argument) => self.argument(&format!("{field}.flow.same"), argument),
                FlowSpec::Parts { whole, sanitizes } => {
                    self.argument(&format!("{field}.flow.parts.whole"), whole);
                    for (part, kinds) in sanitizes.iter().enumerate() {
                        self.kinds(&format!("{field}.flow.parts.sanitizes[{part}]"), kinds);
                    }
                }
                FlowSpec::Element { of, at, index } => {
                    let field = format!("{field}.flow.element");
                    self.argument(&format!("{field}.of"), of);
                    if let Some(index) = index {
                        self.argument(&format!("{field}.index"), index);
                    }
                    if at.is_some() == index.is_some() {
                        self.error(&field, "needs either `at` or `index`".to_owned());
                    }
                }
                FlowSpec::Rest { of, from } => {
                    self.argument(&format!("{field}.flow.rest.of"), of);
                    self.argument(&format!("{field}.flow.rest.from"), from);
                }
                FlowSpec::Enumerated(argument) => {
                    self.argument(&format!("{field}.flow.enumerated"), argument);
                }
                FlowSpec::Keys(argument) => self.argument(&format!("{field}.flow.keys"), argument),
                FlowSpec::Pairs(argument) => {
                    self.argument(&format!("{field}.flow.pairs"), argument);
                }
                FlowSpec::Members(argument) => {
                    self.argument(&format!("{field}.flow.members"), argument);
                }
                FlowSpec::Text(argument) => self.argument(&format!("{field}.flow.text"), argument),
                FlowSpec::Parsed(argument) => {
                    self.argument(&format!("{field}.flow.parsed"), argument);
                }
                FlowSpec::Substituted { text, pattern, to } => {
                    self.argument(&format!("{field}.flow.substituted.text"), text);
                    self.argument(&format!("{field}.flow.substituted.pattern"), pattern);
                    self.argument(&format!("{field}.flow.substituted.to"), to);
                }
                FlowSpec::Replace { text, from, to } => {
                    self.argument(&format!("{field}.flow.replace.text"), text);
                    self.argument(&format!("{field}.flow.replace.from"), from);
                    self.argument(&format!("{field}.flow.replace.to"), to);
                }
                FlowSpec::Format(template) => {
                    self.argument(&format!("{field}.flow.format"), template);
                }
                FlowSpec::Folded { function, initial } => {
                    self.argument(&format!("{field}.flow.folded.function"), function);
                    self.argument(&format!("{field}.flow.folded.initial"), initial);
                }
                FlowSpec::Bound { function, .. } => {
                    self.argument(&format!("{field}.flow.bound.function"), function);
                }
                FlowSpec::Copied(argument) => {
                    self.argument(&format!("{field}.flow.copied"), argument);
                }
                FlowSpec::Changed(argument) => {
                    self.argument(&format!("{field}.flow.changed"), argument);
                }
                FlowSpec::Table(argument) => {
                    self.argument(&format!("{field}.flow.table"), argument);
                }
                FlowSpec::Filtered(argument) => {
                    self.argument(&format!("{field}.flow.filtered"), argument);
                }
                FlowSpec::Closure(argument) => {
                    self.argument(&format!("{field}.flow.closure"), argument);
                }
                FlowSpec::Limited {
                    schema,
                    to,
                    converter,
                    pattern,
                } => {
                    self.name(&format!("{field}.flow.limited.to"), to);
                    let given = [Some(schema), converter.as_ref(), pattern.as_ref()];
                    for (key, argument) in ["schema", "converter", "pattern"].iter().zip(given) {
                        if let Some(argument) = argument {
                            self.argument(&format!("{field}.flow.limited.{key}"), argument);
                        }
                    }
                }
                FlowSpec::Validated { value, schema, .. } => {
                    self.argument(&format!("{field}.flow.validated.value"), value);
                    self.argument(&format!("{field}.flow.validated.schema"), schema);
                }
                FlowSpec::Unknown
                | FlowSpec::Nothing
                | FlowSpec::Scalar
                | FlowSpec::Ends(_)
                | FlowSpec::Converted { .. }
                | FlowSpec::Join { .. } => {}
            }
        }
        for (index, row) in model.unresolved.iter().enumerate() {
            let field = format!("unresolved[{index}]");
            self.name(&format!("{field}.method"), &row.method);
            if let Some(receiver) = &row.receiver {
                self.regex(&format!("{field}.receiver"), receiver);
            }
            let known = self.callables.get(language);
            if !known.is_some_and(|names| names.contains(&row.callable)) {
                let names: Vec<String> = known.into_iter().flatten().cloned().collect();
                let close =
                    super::conform::closest(&row.callable, names.iter().map(String::as_str));
                let hint = close.map_or(String::new(), |name| format!("; did you mean `{name}`?"));
                self.error(
                    &format!("{field}.callable"),
                    format!("no model has a callable `{}`{hint}", row.callable),
                );
            }
        }
    }

    fn check(&mut self, page: &CheckPage, base_ids: &BTreeSet<&str>) {
        self.file.clone_from(&page.path);
        let front = &page.front;
        let stem = page
            .path
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or_default()
            .trim_end_matches(".md");
        if front.id != stem {
            self.error(
                "id",
                format!("the id `{}` is not the file's name `{stem}`", front.id),
            );
        }
        if base_ids.contains(front.id.as_str()) {
            self.error("id", format!("there is a built-in check `{}`", front.id));
        }
        if front.id.is_empty()
            || !front
                .id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        {
            self.error(
                "id",
                "an id is made of lower-case letters, digits and `-`".to_owned(),
            );
        }
        if front.cwe.is_empty() {
            self.error("cwe", "at least one CWE number is needed".to_owned());
        }
        if front.cwe.contains(&0) {
            self.error("cwe", "0 is not a CWE number".to_owned());
        }
        self.owasp("owasp_2021", &front.owasp_2021);
        self.owasp("owasp_2025", &front.owasp_2025);
        if front.rules.is_empty() {
            self.error("rules", "a check has at least one rule".to_owned());
        }
        let mut names = BTreeSet::new();
        for (index, rule) in front.rules.iter().enumerate() {
            if !names.insert(&rule.name) {
                self.error(
                    &format!("rules[{index}].name"),
                    format!("there are two rules `{}`", rule.name),
                );
            }
            self.rule(&format!("rules[{index}]"), rule);
        }
        for example in &page.examples {
            let is_first = |example: &super::Example| example.role == super::Role::Fixed;
            if is_first(example) && !follows_vulnerable(&page.examples, example) {
                self.errors.push(RuleError {
                    file: page.path.clone(),
                    line: example.line.saturating_sub(1),
                    column: 1,
                    field: String::new(),
                    message: "a fixed block follows the vulnerable block of its language"
                        .to_owned(),
                });
            }
        }
    }

    fn rule(&mut self, field: &str, rule: &Rule) {
        self.languages(&format!("{field}.languages"), &rule.languages);
        for (index, fix) in rule.fixes.iter().enumerate() {
            self.languages(&format!("{field}.fixes[{index}].languages"), &fix.languages);
            if let FixKind::ReplaceCallee { callee, .. } = &fix.kind
                && callee.is_empty()
            {
                self.error(
                    &format!("{field}.fixes[{index}].replace_callee.callee"),
                    "a name is missing".to_owned(),
                );
            }
        }
        if let Some(unless) = &rule.unless {
            let around = unless.around.as_ref();
            let patterns = [
                ("named", unless.named.as_ref()),
                ("calls", unless.calls.as_ref()),
                ("only_says", unless.only_says.as_ref()),
                ("around.named", around.map(|around| &around.named)),
                (
                    "around.except",
                    around.and_then(|around| around.except.as_ref()),
                ),
            ];
            for (key, pattern) in patterns {
                if let Some(pattern) = pattern {
                    self.regex(&format!("{field}.unless.{key}"), pattern);
                }
            }
        }
        match &rule.matcher {
            Matcher::Flow(flow) => {
                let patterns = [
                    ("text", &flow.text),
                    ("before", &flow.before),
                    ("passes", &flow.passes),
                    ("avoids", &flow.avoids),
                ];
                for (key, pattern) in patterns {
                    if let Some(pattern) = pattern {
                        self.regex(&format!("{field}.flow.{key}"), pattern);
                    }
                }
                if !self.kinds.contains(flow.sink.as_str()) {
                    let hint = suggestion(&flow.sink, self.kinds.iter().copied());
                    self.error(
                        &format!("{field}.flow.sink"),
                        format!("no model has a sink of kind `{}`{hint}", flow.sink),
                    );
                }
            }
            Matcher::Call(call) => self.call(&format!("{field}.call"), call),
            Matcher::Construct(construct) => {
                for (index, ty) in construct.ty.iter().enumerate() {
                    self.name(&format!("{field}.construct.type[{index}]"), ty);
                }
                for (key, predicate) in &construct.entries {
                    self.predicate(&format!("{field}.construct.entries.{key}"), predicate);
                }
            }
            Matcher::Assign(assign) => self.assign(&format!("{field}.assign"), assign),
            Matcher::Compare(compare) => {
                self.predicate(&format!("{field}.compare.one"), &compare.one);
                self.predicate(&format!("{field}.compare.other"), &compare.other);
            }
            Matcher::Branch(BranchMatch { test, .. }) => {
                self.regex(&format!("{field}.branch.test"), test);
            }
            Matcher::Handler(handler) => {
                self.regex(&format!("{field}.handler.function"), &handler.function);
                self.regex(&format!("{field}.handler.calls"), &handler.calls);
            }
            Matcher::Discard(discard) => self.discard(&format!("{field}.discard"), discard),
            Matcher::Bidirectional(_) => {}
            Matcher::Secret(secret) => self.secret(&format!("{field}.secret"), secret),
            Matcher::Query(query) => {
                for language in query.query.keys() {
                    self.languages(
                        &format!("{field}.query.query.{language}"),
                        std::slice::from_ref(language),
                    );
                }
            }
        }
    }

    fn call(&mut self, field: &str, call: &CallMatch) {
        if call.callee.is_empty() {
            self.error(
                &format!("{field}.callee"),
                "at least one name is needed".to_owned(),
            );
        }
        for (index, callee) in call.callee.iter().enumerate() {
            self.name(&format!("{field}.callee[{index}]"), callee);
        }
        for (index, condition) in call.conditions.iter().enumerate() {
            self.argument(
                &format!("{field}.where[{index}].argument"),
                &condition.argument,
            );
            self.predicate(&format!("{field}.where[{index}].is"), &condition.is);
        }
        if let Some(report) = &call.report {
            self.argument(&format!("{field}.report"), report);
        }
        if let Some(given) = &call.given {
            self.regex(&format!("{field}.given"), given);
        }
        if let Some(places) = &call.goes_to {
            if let Some(named) = &places.named {
                self.regex(&format!("{field}.goes_to.named"), named);
            }
            if let Some(except) = &places.except {
                self.regex(&format!("{field}.goes_to.except"), except);
            }
        }
    }

    fn assign(&mut self, field: &str, assign: &AssignMatch) {
        if assign.target.is_empty() {
            self.error(
                &format!("{field}.target"),
                "at least one target is needed".to_owned(),
            );
        }
        for (index, target) in assign.target.iter().enumerate() {
            let bracket = target.find('[');
            if bracket
                .is_some_and(|open| !target[open..].starts_with("[\"") || !target.ends_with("\"]"))
            {
                self.error(
                    &format!("{field}.target[{index}]"),
                    "a key is written `base[\"key\"]`".to_owned(),
                );
            }
        }
        self.predicate(&format!("{field}.is"), &assign.value);
        if let Some(file) = &assign.file {
            self.regex(&format!("{field}.file"), file);
        }
        for (name, predicate) in &assign.beside {
            self.predicate(&format!("{field}.beside.{name}"), predicate);
        }
    }

    fn discard(&mut self, field: &str, discard: &DiscardMatch) {
        if discard.callee.is_empty() && discard.named.is_none() {
            self.error(field, "`callee` or `named` is needed".to_owned());
        }
        for (index, callee) in discard.callee.iter().enumerate() {
            self.name(&format!("{field}.callee[{index}]"), callee);
        }
        if let Some(named) = &discard.named {
            self.regex(&format!("{field}.named"), named);
        }
    }

    fn secret(&mut self, field: &str, secret: &SecretMatch) {
        if secret.tokens.is_empty() && !secret.providers && secret.named.is_none() {
            self.error(
                field,
                "`tokens`, `providers` or `named` is needed".to_owned(),
            );
        }
        for (index, token) in secret.tokens.iter().enumerate() {
            let field = format!("{field}.tokens[{index}]");
            self.token(&field, &token.pattern, token.keyword.as_deref());
        }
        if let Some(named) = &secret.named {
            self.regex(&format!("{field}.named.name"), &named.name);
            self.regex(&format!("{field}.named.except"), &named.except);
            self.regex(&format!("{field}.named.placeholder"), &named.placeholder);
        }
    }

    fn secrets(&mut self, file: &SecretsFile) {
        self.file.clone_from(&file.path);
        for (index, provider) in file.content.providers.iter().enumerate() {
            for (token_index, token) in provider.tokens.iter().enumerate() {
                let field = format!("providers[{index}].tokens[{token_index}]");
                self.token(&field, &token.pattern, token.keyword.as_deref());
            }
        }
    }

    /// A pattern is found by its keyword or by the literal text that it begins with.
    fn token(&mut self, field: &str, pattern: &str, keyword: Option<&str>) {
        self.regex(&format!("{field}.pattern"), pattern);
        match keyword {
            Some(keyword) if keyword.len() < MIN_KEYWORD => self.error(
                &format!("{field}.keyword"),
                format!("a keyword has at least {MIN_KEYWORD} characters"),
            ),
            None if prefixes(pattern).is_none() => self.error(
                field,
                "the pattern does not begin with literal text; `keyword` is needed".to_owned(),
            ),
            _ => {}
        }
    }

    fn predicate(&mut self, field: &str, predicate: &Predicate) {
        if let Some(pattern) = &predicate.matches {
            self.regex(&format!("{field}.matches"), pattern);
        }
        if let Some(pattern) = &predicate.named {
            self.regex(&format!("{field}.named"), pattern);
        }
        if let Some(pattern) = &predicate.mentions {
            self.regex(&format!("{field}.mentions"), pattern);
        }
        if let Some(pattern) = &predicate.passes {
            self.regex(&format!("{field}.passes"), pattern);
        }
        if let Some(inner) = &predicate.contains {
            self.predicate(&format!("{field}.contains"), inner);
        }
        if let Some(inner) = &predicate.not {
            self.predicate(&format!("{field}.not"), inner);
        }
        for (key, inner) in &predicate.entries {
            self.predicate(&format!("{field}.entries.{key}"), inner);
        }
        for (index, inner) in predicate.any.iter().flatten().enumerate() {
            self.predicate(&format!("{field}.any[{index}]"), inner);
        }
    }

    fn name(&mut self, field: &str, name: &str) {
        // An assignment to a member: `Element.set innerHTML`.
        let is_name = |name: &String| {
            let plain = name.strip_prefix("set ").unwrap_or(name);
            let plain = plain.replacen(".set ", ".", 1);
            !plain.is_empty() && !plain.contains(char::is_whitespace)
        };
        match expand(name) {
            Ok(names) if !names.iter().all(is_name) => {
                self.error(field, format!("`{name}` is not a name"));
            }
            Ok(_) => {}
            Err(message) => self.error(field, message),
        }
    }

    fn argument(&mut self, field: &str, argument: &ArgSpec) {
        if let ArgSpec::Name(name) = argument
            && (name.is_empty() || name.contains(char::is_whitespace))
        {
            self.error(field, format!("`{name}` is not an argument"));
        }
    }

    fn kinds(&mut self, field: &str, kinds: &[String]) {
        for (index, kind) in kinds.iter().enumerate() {
            if kind != "all" && !self.kinds.contains(kind.as_str()) {
                let hint = suggestion(kind, self.kinds.iter().copied());
                self.error(
                    &format!("{field}[{index}]"),
                    format!("no model has a sink of kind `{kind}`{hint}"),
                );
            }
        }
    }

    fn languages(&mut self, field: &str, languages: &[String]) {
        for (index, language) in languages.iter().enumerate() {
            if !LANGUAGES.contains(&language.as_str()) {
                let hint = suggestion(language, LANGUAGES);
                self.error(
                    &format!("{field}[{index}]"),
                    format!("`{language}` is not a language{hint}"),
                );
            }
        }
    }

    fn owasp(&mut self, field: &str, category: &str) {
        let number = category
            .strip_prefix('A')
            .filter(|digits| digits.len() == 2)
            .and_then(|d| d.parse::<u8>().ok());
        if !number.is_some_and(|number| (1..=10).contains(&number)) {
            self.error(field, format!("`{category}` is not one of A01 to A10"));
        }
    }

    fn regex(&mut self, field: &str, pattern: &str) {
        if let Err(error) = Regex::new(pattern) {
            let reason = error.to_string();
            let reason = reason
                .lines()
                .last()
                .unwrap_or_default()
                .trim_start_matches("error: ")
                .to_owned();
            self.error(field, format!("not a regular expression: {reason}"));
        }
    }

    fn error(&mut self, field: &str, message: String) {
        let place = self
            .sources
            .trees
            .get(&self.file)
            .map(|tree| tree.at(field).place)
            .unwrap_or_default();
        self.errors.push(RuleError {
            file: self.file.clone(),
            line: place.line.max(1),
            column: place.column.max(1),
            field: field.to_owned(),
            message,
        });
    }
}

fn follows_vulnerable(examples: &[super::Example], fixed: &super::Example) -> bool {
    let before = examples
        .iter()
        .take_while(|example| example.line < fixed.line)
        .last();
    before
        .is_some_and(|before| before.language == fixed.language && before.role != super::Role::Safe)
}

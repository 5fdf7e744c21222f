//! Literals in places with a telling name.

use std::sync::LazyLock;

use regex::Regex;
use tripline_ir::{
    ArgName, Body, Call, Collection, CollectionKind, ExprId, ExprKind, Literal, Param, Span,
    StmtKind, StringLiteral, Symbol,
};
use tripline_syntax::Language;

use super::value::{entropy, is_placeholder, is_prose, is_reference, looks_secret, without_scheme};
use crate::matching::NamedSecretRule;
use crate::names::{last_name, string};
use crate::raw::{RawFinding, RawFix};

/// A URL with a user and a password; the password is the first group.
static USER_INFO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b[a-z][a-z0-9+.-]*://[^\s:/@'\x22]*:([^\s:/@'\x22]+)@[^\s/@]")
        .expect("the pattern is constant and its test compiles it")
});

/// Names of places that hold addresses.
static ADDRESS_NAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?i)ur[il]|dsn|conn|database|broker|redis")
        .expect("the pattern is constant and its test compiles it")
});

/// Findings of the literals in a body that are bound to a telling name.
pub(crate) fn find(
    body: &Body,
    language: Language,
    rules: &[NamedSecretRule],
    findings: &mut Vec<RawFinding>,
) {
    let mut rules = rules
        .iter()
        .filter(|rule| rule.languages.contains(&language))
        .peekable();
    if rules.peek().is_none() {
        return;
    }
    let found = bound_names(body);
    let mut secrets = Vec::new();
    for rule in rules {
        for (name, expr) in &found {
            if let Some(literal) = literal(body, *expr)
                && is_secret(rule, name, &literal.value)
            {
                secrets.push(finding(body, rule, *name, *expr, literal.content));
            }
        }
        connection_strings(body, rule, &found, &mut secrets);
    }
    // Of several rules the first counts.
    secrets.sort_by_key(|finding| (finding.primary, finding.check, finding.rule));
    secrets.dedup_by_key(|finding| (finding.primary, finding.check));
    findings.append(&mut secrets);
}

/// The literals of a body that are bound to names, one name for each, in source order.
pub(crate) fn bound_names(body: &Body) -> Vec<(Symbol, ExprId)> {
    let mut places = Places {
        body,
        found: Vec::new(),
    };
    places.collect();
    places.found
}

/// The secret that an expression is or holds, by its look; of several literals one with a telling name.
pub(crate) fn written_in(body: &Body, expr: ExprId, rules: &[NamedSecretRule]) -> Option<Span> {
    let within = body.expr(expr).span;
    let ids = (0..body.exprs.len()).map(|index| ExprId(index as u32));
    let literals: Vec<(ExprId, &StringLiteral)> = ids
        .filter(|id| within.contains(body.expr(*id).span))
        .filter_map(|id| Some((id, literal(body, id)?)))
        .filter(|(_, literal)| looks_secret(&literal.value))
        .collect();
    let names = bound_names(body);
    let has_telling_name = |id: ExprId| {
        let mut names = names.iter().filter(|(_, bound)| *bound == id);
        names.any(|(name, _)| rules.iter().any(|rule| rule.name.is_match(name)))
    };
    let telling = literals.iter().find(|(id, _)| has_telling_name(*id));
    let (_, found) = telling.or_else(|| literals.first())?;
    Some(found.content)
}

fn connection_strings(
    body: &Body,
    rule: &NamedSecretRule,
    found: &[(Symbol, ExprId)],
    findings: &mut Vec<RawFinding>,
) {
    for index in 0..body.exprs.len() {
        let expr = ExprId(index as u32);
        let Some(literal) = literal(body, expr).filter(|literal| literal.value.contains("://"))
        else {
            continue;
        };
        let Some(password) = USER_INFO
            .captures(&literal.value)
            .and_then(|captures| captures.get(1))
        else {
            continue;
        };
        let text = password.as_str();
        if !is_address_password(rule, text) {
            continue;
        }
        // Without escapes the literal is written as it reads.
        let content = literal.content;
        let secret = if content.len() as usize == literal.value.len() {
            let start = content.start + password.start() as u32;
            Span {
                start,
                end: start + text.len() as u32,
                ..content
            }
        } else {
            content
        };
        let name = found
            .iter()
            .find(|(name, bound)| *bound == expr && ADDRESS_NAME.is_match(name))
            .map(|(name, _)| *name);
        let name = name.unwrap_or_else(|| Symbol::new("DATABASE_URL"));
        let known = |finding: &RawFinding| finding.primary.1 == body.expr(expr).span;
        if !findings.iter().any(known) {
            findings.push(finding(body, rule, name, expr, secret));
        }
    }
}

/// Whether what stands where an address has its password is one.
pub(super) fn is_address_password(rule: &NamedSecretRule, text: &str) -> bool {
    !is_placeholder(text)
        && !rule.placeholder.is_match(text)
        && !text.contains(['$', '{', '%', '<', '['])
        && !is_common_word(text)
}

/// Words that stand for a password in documentation and local set-ups.
fn is_common_word(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "password", "pass", "passwd", "pwd", "secret", "user", "username",
    ]
    .contains(&text.as_str())
}

fn finding(
    body: &Body,
    rule: &NamedSecretRule,
    name: Symbol,
    expr: ExprId,
    secret: Span,
) -> RawFinding {
    RawFinding {
        check: rule.check,
        rule: rule.rule,
        confidence: Some(rule.confidence),
        primary: (body.key, body.expr(expr).span),
        name: Some(name),
        callee: None,
        steps: Vec::new(),
        related: Vec::new(),
        secret: Some((body.key, secret)),
        fix: Some(RawFix {
            kind: None,
            body: body.key,
            expr: Some(expr),
            primary: Some(expr),
            branch: None,
            callee: None,
            shape: None,
            binding: None,
            arguments: None,
            variable: Some(variable(&name)),
        }),
    }
}

/// The environment variable for a name: `apiKey` and `api-key` give `API_KEY`.
pub(crate) fn variable(name: &str) -> String {
    let mut out = String::new();
    let mut was_lower = false;
    for character in name.chars() {
        if character.is_ascii_alphanumeric() {
            if character.is_ascii_uppercase() && was_lower {
                out.push('_');
            }
            was_lower = character.is_ascii_lowercase() || character.is_ascii_digit();
            out.push(character.to_ascii_uppercase());
        } else {
            if !out.is_empty() && !out.ends_with('_') {
                out.push('_');
            }
            was_lower = false;
        }
    }
    let out = out.trim_end_matches('_').to_owned();
    if out.is_empty() || out.starts_with(|first: char| first.is_ascii_digit()) {
        format!("SECRET_{out}")
    } else {
        out
    }
}

/// Whether the value of a place with this name is a secret by a rule.
pub(super) fn is_secret(rule: &NamedSecretRule, name: &str, value: &str) -> bool {
    if !rule.name.is_match(name) || rule.except.is_match(name) {
        return false;
    }
    let value = without_scheme(value);
    let length = value.chars().count();
    length >= rule.min_length as usize
        && entropy(value) >= rule.min_entropy
        && !rule.placeholder.is_match(value)
        && !is_placeholder(value)
        && !is_reference(value)
        && !is_prose(value)
        && !is_name_itself(name, value)
}

/// Whether the value only says again what the place is named: `password = "password"`, `ACCESS_TOKEN = "access-token"`,
/// or names its neighbour: `sensitive("password1", "password2")`.
fn is_name_itself(name: &str, value: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase()
    };
    // `PREVIEW_SIGNING_KEY = "previewModeSigningKey"`: where the key is kept, not the key.
    let is_camel = value.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_camel && holds_words(&variable(value), &variable(name)) {
        return true;
    }
    let (name, value) = (plain(name), plain(value));
    name.contains(&value) || unnumbered(&name) == unnumbered(&value)
}

/// Whether a value has all words of a name, which are more than two; both in snake case.
fn holds_words(value: &str, name: &str) -> bool {
    let value: Vec<&str> = value.split('_').collect();
    name.split('_').count() > 2 && name.split('_').all(|word| value.contains(&word))
}

/// The text without one last digit.
fn unnumbered(text: &str) -> &str {
    text.strip_suffix(|last: char| last.is_ascii_digit())
        .unwrap_or(text)
}

/// The string literal that an expression is, through a conversion to bytes.
fn literal(body: &Body, expr: ExprId) -> Option<&StringLiteral> {
    match &body.expr(expr).kind {
        ExprKind::Literal(Literal::String(literal) | Literal::Bytes(literal)) => Some(literal),
        _ => None,
    }
}

/// The literals of a body that are bound to names.
struct Places<'a> {
    body: &'a Body,
    found: Vec<(Symbol, ExprId)>,
}

impl Places<'_> {
    fn collect(&mut self) {
        let body = self.body;
        for stmt in &body.stmts {
            if let StmtKind::Assign {
                targets,
                value: Some(value),
                ..
            } = &stmt.kind
            {
                for target in targets {
                    self.assign(*target, *value);
                }
            }
        }
        self.params(&body.params);
        for expr in &body.exprs {
            match &expr.kind {
                ExprKind::Call(call) => self.call(call),
                ExprKind::Collection(collection) => self.collection(collection),
                ExprKind::Closure(closure) => self.params(&closure.params),
                ExprKind::Default { pattern, default } => self.assign(*pattern, *default),
                ExprKind::Assign { target, value } => self.assign(*target, *value),
                ExprKind::Element { attributes, .. } => self.keywords(attributes.iter()),
                _ => {}
            }
        }
        // In source order, one name for each literal: the first that was seen.
        self.found.sort_by_key(|(_, expr)| *expr);
        self.found.dedup_by_key(|(_, expr)| *expr);
    }

    fn params(&mut self, params: &[Param]) {
        for param in params {
            if let Some(default) = param.default {
                self.assign(param.pattern, default);
            }
        }
    }

    fn call(&mut self, call: &Call) {
        self.keywords(call.args.iter());
        self.fallback(call);
        // `getenv("API_KEY", "literal")`, `setItem("token", "literal")`: a name and what stands for it.
        for pair in call.args.windows(2) {
            if pair.iter().all(|arg| arg.name == ArgName::Positional)
                && let Some(key) = string(self.body, pair[0].value)
                && !key.is_empty()
                && !key.contains(char::is_whitespace)
            {
                self.bind(Symbol::new(key), pair[1].value);
            }
        }
    }

    /// `env::var("API_KEY").unwrap_or("literal".to_string())`, `.unwrap_or_else(|_| "literal".into())`.
    fn fallback(&mut self, call: &Call) {
        let body = self.body;
        let ExprKind::Attribute { base, name, .. } = &body.expr(call.callee).kind else {
            return;
        };
        let ([value], ExprKind::Call(lookup)) = (&*call.args, &body.expr(*base).kind) else {
            return;
        };
        if !matches!(name.as_str(), "unwrap_or" | "unwrap_or_else") {
            return;
        }
        let is_lookup = last_name(body, lookup.callee)
            .is_some_and(|name| matches!(name.as_str(), "var" | "option_env!"));
        let ([variable], true) = (&*lookup.args, is_lookup) else {
            return;
        };
        let Some(variable) = string(body, variable.value).map(Symbol::new) else {
            return;
        };
        let value = match &body.expr(value.value).kind {
            ExprKind::Closure(closure) => match &*closure.body {
                [statement] => match body.stmt(*statement).kind {
                    StmtKind::Return(Some(value)) => value,
                    _ => return,
                },
                _ => return,
            },
            _ => value.value,
        };
        self.bind(variable, value);
    }

    fn keywords<'b>(&mut self, args: impl Iterator<Item = &'b tripline_ir::Arg>) {
        for arg in args {
            if let ArgName::Keyword(name) = arg.name {
                self.bind(name, arg.value);
            }
        }
    }

    fn collection(&mut self, collection: &Collection) {
        if !matches!(
            collection.kind,
            CollectionKind::Dict | CollectionKind::Struct
        ) {
            return;
        }
        for entry in &collection.entries {
            let name = entry.key.and_then(|key| {
                string(self.body, key)
                    .map(Symbol::new)
                    .or_else(|| last_name(self.body, key))
            });
            if let Some(name) = name {
                self.bind(name, entry.value);
            }
        }
    }

    /// Binds a pattern; of several targets and values each to its own.
    fn assign(&mut self, target: ExprId, value: ExprId) {
        let body = self.body;
        if let (ExprKind::Collection(targets), ExprKind::Collection(values)) =
            (&body.expr(target).kind, &body.expr(value).kind)
        {
            if targets.entries.len() == values.entries.len() {
                for (target, value) in targets.entries.iter().zip(&values.entries) {
                    self.assign(target.value, value.value);
                }
            }
            return;
        }
        if let Some(name) = last_name(body, target) {
            self.bind(name, value);
        }
    }

    /// Binds the literals that an expression may be.
    fn bind(&mut self, name: Symbol, value: ExprId) {
        let body = self.body;
        match &body.expr(value).kind {
            ExprKind::Literal(Literal::String(_) | Literal::Bytes(_)) => {
                self.found.push((name, value));
            }
            ExprKind::Or(left, right) => {
                self.bind(name, *left);
                self.bind(name, *right);
            }
            ExprKind::Conditional {
                then, otherwise, ..
            } => {
                self.bind(name, *then);
                self.bind(name, *otherwise);
            }
            ExprKind::Cast { value, .. } | ExprKind::Reference(value) => self.bind(name, *value),
            ExprKind::Call(call) => self.conversion(name, call),
            // Single-element tuples and Go's one-to-one assignments.
            ExprKind::Collection(collection)
                if collection.kind == CollectionKind::Tuple && collection.entries.len() == 1 =>
            {
                self.bind(name, collection.entries[0].value);
            }
            _ => {}
        }
    }

    /// `"text".encode()`, `[]byte("text")`, `"text".to_string()`, `String::from("text")`: the text itself.
    fn conversion(&mut self, name: Symbol, call: &Call) {
        let body = self.body;
        match &body.expr(call.callee).kind {
            ExprKind::Attribute {
                base, name: method, ..
            } if matches!(
                method.as_str(),
                "encode" | "to_string" | "to_owned" | "into" | "to_vec" | "as_bytes"
            ) =>
            {
                self.bind(name, *base);
            }
            ExprKind::Attribute {
                base, name: method, ..
            } if method.as_str() == "from"
                && call.args.len() == 1
                && last_name(body, *base).is_some_and(|ty| ty.as_str() == "String") =>
            {
                self.bind(name, call.args[0].value);
            }
            ExprKind::Name(conversion)
                if call.args.len() == 1 && matches!(conversion.as_str(), "[]byte" | "string") =>
            {
                self.bind(name, call.args[0].value);
            }
            _ => {}
        }
    }
}

//! Reads a secret from the environment.

mod rust;

use std::ops::Range;

use tripline_ir::{ArgName, Call, Declaration, ExprId, ExprKind, Literal, StmtKind, literal};
use tripline_rules::{Finding, FixRequest};
use tripline_syntax::Language;

use super::Draft;
use crate::edits::Edits;
use crate::place::Place;
use crate::{Companion, imports, lines, naming, walk};

/// The file that tells which environment variables a project needs.
const EXAMPLE_FILE: &str = ".env.example";

pub(super) fn draft(place: Place<'_>, finding: &Finding, request: &FixRequest) -> Option<Draft> {
    let primary = request.location.primary.or(request.location.expr)?;
    let target = literal_at(place, primary)?;
    let fallback = Fallback::of(place, target);
    let named = fallback.as_ref().map(|fallback| fallback.variable.clone());
    let variable = named
        .or_else(|| request.variable.clone())
        .or_else(|| place_name(place, target).map(|name| naming::screaming_snake(&name)))
        .filter(|variable| naming::is_identifier(variable))?;
    let mut edits = Edits::default();
    if place.language == Language::Rust {
        edits = rust::edits(place, finding, target, &variable)?;
    } else if let Some(fallback) = fallback {
        if place.has_comment(&fallback.range) {
            return None;
        }
        let (lookup, imports) = lookup(place, &variable)?;
        edits.append(imports);
        edits.replace(fallback.range, lookup);
    } else {
        if is_module_specifier_or_key(place, target) {
            return None;
        }
        let (lookup, imports) = lookup(place, &variable)?;
        edits.append(imports);
        match constant(place, target) {
            Some(constant) => edits.append(constant.as_variable(place, finding, target, &lookup)?),
            None => edits.append(replace_secret(place, finding, target, &lookup)?),
        }
    }
    let companion = Companion {
        file: EXAMPLE_FILE.to_owned(),
        line: format!("{variable}="),
    };
    Some(Draft {
        edits,
        companions: vec![companion],
        ..Draft::default()
    })
}

/// The literal, or concatenation of literals, that is the expression.
fn literal_at(place: Place<'_>, id: ExprId) -> Option<ExprId> {
    match &place.expr(id).kind {
        ExprKind::Literal(Literal::String(_) | Literal::Bytes(_)) => Some(id),
        ExprKind::Concat(operands) => {
            let all_literal = operands.iter().all(|operand| {
                matches!(
                    place.expr(*operand).kind,
                    ExprKind::Literal(Literal::String(_))
                )
            });
            all_literal.then_some(id)
        }
        ExprKind::Cast { value, .. } | ExprKind::Reference(value) => literal_at(place, *value),
        _ => None,
    }
}

/// The expression that reads the variable, and the imports it needs.
fn lookup(place: Place<'_>, variable: &str) -> Option<(String, Edits)> {
    match place.language {
        Language::Python => {
            let (environ, imports) =
                imports::make_available(place, "os.environ", &["os.environ".to_owned()])?;
            Some((format!("{environ}[\"{variable}\"]"), imports))
        }
        Language::Go => {
            let (getenv, imports) =
                imports::make_available(place, "os.Getenv", &["os.Getenv".to_owned()])?;
            Some((format!("{getenv}(\"{variable}\")"), imports))
        }
        Language::Rust => None,
        _ if place.binds("process") => None,
        Language::JavaScript => Some((format!("process.env.{variable}"), Edits::default())),
        // The declared type of a variable of the environment is `string | undefined`.
        Language::TypeScript | Language::Tsx => {
            Some((format!("process.env.{variable}!"), Edits::default()))
        }
    }
}

/// Puts the lookup in the place of the secret, which may be a part of the literal.
fn replace_secret(
    place: Place<'_>,
    finding: &Finding,
    target: ExprId,
    lookup: &str,
) -> Option<Edits> {
    let mut edits = Edits::default();
    let range = place.range(target);
    let parent = place.parent(target).map(|parent| &place.expr(parent).kind);
    if let Some(ExprKind::Template { .. } | ExprKind::Concat(_)) = parent {
        let is_format = matches!(parent, Some(ExprKind::Template { format: Some(format), .. }) if *format == target);
        if is_format
            || place.text[range.end..]
                .trim_start()
                .starts_with(['"', '\''])
        {
            return None;
        }
    }
    match &place.expr(target).kind {
        ExprKind::Literal(Literal::Bytes(_)) => edits.replace(range, format!("{lookup}.encode()")),
        ExprKind::Literal(Literal::String(string)) => {
            let content = place.resolve(string.content);
            let mut inside = finding.secrets.iter().map(|span| span.range());
            let secret =
                inside.find(|secret| content.start <= secret.start && secret.end <= content.end);
            let secret = secret
                .filter(|secret| !secret.is_empty() && *secret != content)
                .unwrap_or(content.clone());
            let is_attribute = place.body.exprs.iter().any(|expr| match &expr.kind {
                ExprKind::Element { attributes, .. } => {
                    attributes.iter().any(|attribute| attribute.value == target)
                }
                _ => false,
            });
            if is_attribute
                && secret == content
                && !place.text[..range.start].trim_end().ends_with('{')
            {
                edits.replace(range, format!("{{{lookup}}}"));
            } else if secret == content {
                edits.replace(range, lookup);
            } else {
                let (before, after) = around(place, &range, &content, &secret)?;
                let is_operand = matches!(
                    parent,
                    Some(
                        ExprKind::Attribute { .. }
                            | ExprKind::Index { .. }
                            | ExprKind::Compare { .. }
                            | ExprKind::Arithmetic { .. }
                    )
                );
                let whole = [before, Some(lookup.to_owned()), after]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" + ");
                edits.replace(
                    range,
                    if is_operand {
                        format!("({whole})")
                    } else {
                        whole
                    },
                );
            }
        }
        _ => edits.replace(range, lookup),
    }
    Some(edits)
}

/// The literals of what stands before and behind the secret.
fn around(
    place: Place<'_>,
    range: &Range<usize>,
    content: &Range<usize>,
    secret: &Range<usize>,
) -> Option<(Option<String>, Option<String>)> {
    let found = literal::delimiters(place.language, place.slice(range.clone()))?;
    let part = |part: Range<usize>| {
        (!part.is_empty()).then(|| {
            format!(
                "{}{}{}{}",
                found.prefix,
                found.quote,
                place.slice(part),
                found.quote
            )
        })
    };
    Some((
        part(content.start..secret.start),
        part(secret.end..content.end),
    ))
}

/// A lookup of the environment that has the secret as its fallback.
struct Fallback {
    /// The whole expression.
    range: Range<usize>,
    variable: String,
}

impl Fallback {
    fn of(place: Place<'_>, target: ExprId) -> Option<Self> {
        let parent = place.parent(target)?;
        match &place.expr(parent).kind {
            ExprKind::Or(first, fallback) if *fallback == target => {
                let variable = looked_up(place, *first)?;
                Some(Fallback {
                    range: place.range(parent),
                    variable,
                })
            }
            ExprKind::Call(call) => {
                let index = call.args.iter().position(|arg| arg.value == target)?;
                let is_fallback = match call.args[index].name {
                    ArgName::Keyword(name) => &*name == "default",
                    _ => index == 1,
                };
                let variable =
                    variable_of(place, call).filter(|_| is_fallback && call.args.len() == 2)?;
                Some(Fallback {
                    range: place.range(parent),
                    variable,
                })
            }
            _ => None,
        }
    }
}

/// The variable of `process.env.X`, `os.environ.get("X")`, `os.getenv("X")`.
fn looked_up(place: Place<'_>, id: ExprId) -> Option<String> {
    let is_environment = |base: ExprId| {
        matches!(
            place.source_of(base),
            "process.env" | "os.environ" | "environ"
        )
    };
    match &place.expr(id).kind {
        ExprKind::Attribute { base, name, .. } if is_environment(*base) => {
            Some((*name).to_string())
        }
        ExprKind::Index { base, index } if is_environment(*base) => string(place, *index),
        ExprKind::Call(call) => variable_of(place, call),
        _ => None,
    }
}

/// The variable that a call reads from the environment.
fn variable_of(place: Place<'_>, call: &Call) -> Option<String> {
    let callee = place.source_of(call.callee).to_ascii_lowercase();
    let reads = [
        "getenv",
        "get_env",
        "environ.get",
        "getenvordefault",
        "envor",
    ]
    .iter()
    .any(|name| callee.ends_with(name));
    reads
        .then(|| call.args.first().and_then(|arg| string(place, arg.value)))
        .flatten()
}

fn string(place: Place<'_>, id: ExprId) -> Option<String> {
    match &place.expr(id).kind {
        ExprKind::Literal(Literal::String(literal)) => Some(literal.value.to_string()),
        _ => None,
    }
}

/// The name of what the literal is given to: a variable, an attribute, a keyword, a key, a parameter.
fn place_name(place: Place<'_>, target: ExprId) -> Option<String> {
    if let Some((_, targets, _)) = place.assignment_of(target) {
        return targets.first().and_then(|target| last_name(place, *target));
    }
    let param = place
        .body
        .params
        .iter()
        .find(|param| param.default == Some(target));
    if let Some(param) = param {
        return last_name(place, param.pattern);
    }
    place.body.exprs.iter().find_map(|expr| match &expr.kind {
        ExprKind::Call(call) => call
            .args
            .iter()
            .find(|arg| arg.value == target)
            .and_then(|arg| match arg.name {
                // The fallback of a lookup is named after what it is a fallback for.
                ArgName::Keyword(name) if &*name != "default" => Some(name.to_string()),
                _ => None,
            }),
        ExprKind::Collection(collection) => {
            let entry = collection
                .entries
                .iter()
                .find(|entry| entry.value == target)?;
            string(place, entry.key?).or_else(|| last_name(place, entry.key?))
        }
        _ => None,
    })
}

fn last_name(place: Place<'_>, id: ExprId) -> Option<String> {
    match &place.expr(id).kind {
        ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some((*name).to_string()),
        ExprKind::Index { index, .. } => string(place, *index),
        _ => None,
    }
}

/// Whether the literal is in a place where no expression can stand.
fn is_module_specifier_or_key(place: Place<'_>, target: ExprId) -> bool {
    place.body.exprs.iter().any(|expr| match &expr.kind {
        ExprKind::Collection(collection) => collection
            .entries
            .iter()
            .any(|entry| entry.key == Some(target)),
        _ => false,
    })
}

/// A Go constant, which no call can initialise.
struct Constant<'a> {
    /// Its specification, with or without the keyword.
    range: Range<usize>,
    targets: &'a [ExprId],
}

/// The Go constant whose value holds the literal.
fn constant(place: Place<'_>, target: ExprId) -> Option<Constant<'_>> {
    if place.language != Language::Go {
        return None;
    }
    place.stmts().find_map(|(_, kind, range)| match kind {
        StmtKind::Assign {
            targets,
            value: Some(value),
            declaration: Declaration::Const,
            ..
        } if place.contains(*value, target) => Some(Constant { range, targets }),
        _ => None,
    })
}

impl Constant<'_> {
    /// Declares it as a variable: in its place, or behind the block of constants that it is in.
    fn as_variable(
        &self,
        place: Place<'_>,
        finding: &Finding,
        target: ExprId,
        lookup: &str,
    ) -> Option<Edits> {
        let [name] = self.targets else {
            return None;
        };
        let ExprKind::Name(name) = place.expr(*name).kind else {
            return None;
        };
        // A constant that is made of this one would not compile.
        let is_used_by_constant = place.stmts().any(|(_, kind, _)| match kind {
            StmtKind::Assign {
                value: Some(value),
                declaration: Declaration::Const,
                ..
            } => walk::any(place.body, *value, &|kind| *kind == ExprKind::Name(name)),
            _ => false,
        });
        if is_used_by_constant {
            return None;
        }
        let text = place.text;
        let start = lines::line_start(text, self.range.start);
        let line = text[start..].trim_start_matches([' ', '\t']);
        let at = text.len() - line.len();
        if line.starts_with("const ") && !line["const ".len()..].trim_start().starts_with('(') {
            let mut edits = replace_secret(place, finding, target, lookup)?;
            edits.replace(at..at + "const".len(), "var");
            return Some(edits);
        }
        self.moved_out_of_block(place, finding, target, lookup)
    }

    fn moved_out_of_block(
        &self,
        place: Place<'_>,
        finding: &Finding,
        target: ExprId,
        lookup: &str,
    ) -> Option<Edits> {
        let text = place.text;
        let value = place.range(target);
        let start = lines::line_start(text, self.range.start);
        let next = lines::next_line(text, self.range.end);
        let is_alone = lines::starts_line(text, self.range.start)
            && self.range.end == value.end
            && text[value.end..next].trim().is_empty()
            && !text[start..value.end].contains('\n');
        let is_part = |secret: &Range<usize>| {
            value.start <= secret.start
                && secret.end <= value.end
                && (secret.start > value.start + 1 || secret.end + 1 < value.end)
        };
        let is_whole = matches!(
            place.expr(target).kind,
            ExprKind::Literal(Literal::String(_))
        ) && !finding
            .secrets
            .iter()
            .any(|secret| is_part(&secret.range()));
        // A constant without a value repeats the one before it.
        let following = text[next..]
            .lines()
            .find(|line| !line.trim().is_empty())?
            .trim();
        let is_last = following.starts_with(')');
        if !is_alone
            || !is_whole
            || !(is_last || following.contains('=') || following.starts_with("//"))
        {
            return None;
        }
        let open = text[..start].rfind("const (")?;
        let close = next
            + text[next..]
                .find("\n)")
                .map(|at| at + 1)
                .or_else(|| text[next..].starts_with(')').then_some(0))?;
        if text[open..close].contains("iota") || text[open..start].contains("\n)") {
            return None;
        }
        let end = lines::line_end(text);
        let declared = text[self.range.start..value.start]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let mut edits = Edits::default();
        edits.delete(start..next);
        edits.insert(
            lines::end_of_line(text, close),
            format!("{end}{end}var {declared} {lookup}"),
        );
        Some(edits)
    }
}

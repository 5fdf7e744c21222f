//! The values that are bound, as expressions.

use tripline_ir::{ArgName, ExprId, ExprKind, Literal, TemplateForm, literal};
use tripline_rules::model::BoundValues;
use tripline_syntax::Language;

use super::text::{Content, Hole, QueryText};
use super::{Region, rust};
use crate::naming;
use crate::place::Place;
use crate::walk;

/// A part of a text.
pub(in crate::kinds) enum Part<'q, 'a> {
    Text(String),
    Hole(&'q Hole<'a>),
}

/// The source of the value of a region. `has_doubled_percents` if `%%` in the text is a percent sign to the driver.
pub(in crate::kinds) fn expression(
    place: Place<'_>,
    text: &QueryText<'_>,
    region: &Region,
    has_doubled_percents: bool,
    passed: BoundValues,
) -> Option<String> {
    let parts = parts(text, region, has_doubled_percents);
    if parts
        .iter()
        .any(|part| matches!(part, Part::Hole(hole) if !is_plain_text_of(hole)))
    {
        return None;
    }
    if place.language == Language::Rust {
        return rust_value(place, &parts, passed);
    }
    if let [Part::Hole(hole)] = &*parts {
        let id = if region.is_quoted {
            hole.expr
        } else {
            without_text_conversion(place, hole.expr)
        };
        return operand(place, id);
    }
    let first = text.atoms.get(region.symbols.start).map(|atom| atom.unit);
    joined(place, &parts, preferred_quote(place, first))
}

/// The source of a text that is put together from parts; not of Rust.
pub(in crate::kinds) fn joined(
    place: Place<'_>,
    parts: &[Part<'_, '_>],
    quote: char,
) -> Option<String> {
    let is_added = parts.iter().all(|part| match part {
        Part::Hole(hole) => hole.template.is_none(),
        Part::Text(_) => true,
    });
    match place.language {
        Language::Python => f_string(place, parts, quote),
        _ if is_added => concatenation(place, parts, quote),
        Language::Go => go_text(place, parts),
        _ => template_literal(place, parts),
    }
}

/// The value itself where its type is known, or a `format!` of the values and the text around them.
fn rust_value(place: Place<'_>, parts: &[Part<'_, '_>], passed: BoundValues) -> Option<String> {
    if let [Part::Hole(hole)] = parts {
        return rust::value(place, hole, passed);
    }
    formatted(place, parts, passed)
}

/// A `format!` of the values and the text around them.
pub(in crate::kinds) fn formatted(
    place: Place<'_>,
    parts: &[Part<'_, '_>],
    passed: BoundValues,
) -> Option<String> {
    let mut format = String::new();
    let mut holes = Vec::new();
    for part in parts {
        match part {
            Part::Text(text) => format.push_str(&text.replace('{', "{{").replace('}', "}}")),
            Part::Hole(hole) => {
                format.push_str("{}");
                holes.push(hole.expr);
            }
        }
    }
    let format = literal::quote(place.language, &format, '"');
    rust::formatted(place, &format, &holes, passed)
}

/// A name for the value of a region, different from `taken`.
pub(in crate::kinds) fn unique_name(
    place: Place<'_>,
    text: &QueryText<'_>,
    region: &Region,
    taken: &[String],
) -> String {
    let parts = parts(text, region, false);
    let named = parts.iter().find_map(|part| match part {
        Part::Hole(hole) => name_of(place, without_text_conversion(place, hole.expr)),
        Part::Text(_) => None,
    });
    let name = named
        .filter(|name| naming::is_identifier(name))
        .unwrap_or_else(|| "value".to_owned());
    let is_free = |candidate: &String| !taken.contains(candidate);
    if is_free(&name) {
        return name;
    }
    let numbered = (2_u32..).map(|number| format!("{name}_{number}"));
    numbered.into_iter().find(is_free).unwrap_or(name)
}

fn name_of(place: Place<'_>, id: ExprId) -> Option<String> {
    let joined = |base: ExprId, name: &str| match name_of(place, base) {
        Some(base) if base != "self" && base != "this" => Some(format!("{base}_{name}")),
        _ => Some(name.to_owned()),
    };
    match &place.expr(id).kind {
        ExprKind::Name(name) => Some((*name).to_string()),
        ExprKind::Attribute { base, name, .. } => joined(*base, name),
        ExprKind::Index { index, .. } => literal_name(place, *index),
        ExprKind::Call(call) => {
            let argument = call
                .args
                .first()
                .and_then(|arg| literal_name(place, arg.value));
            argument.or_else(|| match &place.expr(call.callee).kind {
                ExprKind::Name(name) | ExprKind::Attribute { name, .. } => {
                    Some((*name).to_string())
                }
                _ => None,
            })
        }
        ExprKind::Await(value) | ExprKind::Cast { value, .. } => name_of(place, *value),
        _ => None,
    }
}

fn literal_name(place: Place<'_>, id: ExprId) -> Option<String> {
    match &place.expr(id).kind {
        ExprKind::Literal(Literal::String(literal)) => Some(literal.value.replace('-', "_")),
        _ => None,
    }
}

fn parts<'q, 'a>(
    text: &'q QueryText<'a>,
    region: &Region,
    has_doubled_percents: bool,
) -> Vec<Part<'q, 'a>> {
    let mut symbols = region.symbols.clone();
    if region.is_quoted {
        symbols = symbols.start + 1..symbols.end - 1;
    }
    let mut parts = Vec::new();
    let mut previous = None;
    for atom in &text.atoms[symbols] {
        let character = match atom.content {
            Content::Written(character) | Content::Inserted(character) => character,
            Content::Hole(index) => {
                parts.push(Part::Hole(&text.holes[index]));
                previous = None;
                continue;
            }
        };
        let is_escape = character == '\'' || character == '%' && has_doubled_percents;
        if is_escape && previous == Some(character) {
            previous = None;
            continue;
        }
        previous = Some(character);
        match parts.last_mut() {
            Some(Part::Text(text)) => text.push(character),
            _ => parts.push(Part::Text(character.to_string())),
        }
    }
    parts
}

/// Whether the hole inserts the text of its value as it is.
pub(in crate::kinds) fn is_plain_text_of(hole: &Hole<'_>) -> bool {
    matches!(hole.spec, "" | "s" | "v" | "d" | ":" | ":s" | ":d" | "!s")
}

/// The argument of a conversion to text, which a driver does by itself.
fn without_text_conversion(place: Place<'_>, id: ExprId) -> ExprId {
    let conversion = match place.language {
        Language::Python => "str",
        Language::Go => return id,
        _ => "String",
    };
    let ExprKind::Call(call) = &place.expr(id).kind else {
        return id;
    };
    match (&place.expr(call.callee).kind, &*call.args) {
        (ExprKind::Name(name), [argument])
            if &**name == conversion
                && argument.name == ArgName::Positional
                && !place.binds(conversion) =>
        {
            argument.value
        }
        _ => id,
    }
}

/// The source of an expression that may stand between commas.
pub(in crate::kinds) fn operand(place: Place<'_>, id: ExprId) -> Option<String> {
    let source = place.source_of(id);
    match &place.expr(id).kind {
        ExprKind::Unknown(_)
        | ExprKind::Spread(_)
        | ExprKind::Yield(_)
        | ExprKind::Assign { .. } => None,
        ExprKind::Collection(_) if !source.starts_with(['(', '[', '{']) => None,
        ExprKind::Comprehension { .. } if !source.starts_with(['(', '[', '{']) => {
            Some(format!("({source})"))
        }
        _ if place.has_comment(&place.range(id)) => None,
        _ => Some(source.to_owned()),
    }
}

/// Whether the expression binds tighter than `+`, and can stand in an f-string.
fn is_tight(place: Place<'_>, id: ExprId) -> bool {
    matches!(
        place.expr(id).kind,
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Index { .. } | ExprKind::Call(_)
    )
}

/// `"%" + q + "%"`
fn concatenation(place: Place<'_>, parts: &[Part<'_, '_>], quote: char) -> Option<String> {
    let operands = parts.iter().map(|part| match part {
        Part::Text(text) => Some(literal::quote(place.language, text, quote)),
        Part::Hole(hole) => {
            let source = operand(place, hole.expr)?;
            Some(if is_tight(place, hole.expr) {
                source
            } else {
                format!("({source})")
            })
        }
    });
    Some(operands.collect::<Option<Vec<_>>>()?.join(" + "))
}

/// `f"%{q}%"`
fn f_string(place: Place<'_>, parts: &[Part<'_, '_>], preferred: char) -> Option<String> {
    let holes: Vec<&str> = parts
        .iter()
        .filter_map(|part| match part {
            Part::Hole(hole) => Some(place.source_of(hole.expr)),
            Part::Text(_) => None,
        })
        .collect();
    let other = if preferred == '"' { '\'' } else { '"' };
    let constant: String = parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.as_str(),
            Part::Hole(_) => "",
        })
        .collect();
    // Before Python 3.12 a hole can hold neither the quote of its literal, nor a backslash, nor a line break.
    let fits = |quote: &char| {
        !constant.contains(*quote)
            && holes
                .iter()
                .all(|hole| !hole.contains([*quote, '\\', '\n', '#']))
    };
    let tight = parts.iter().all(|part| match part {
        Part::Hole(hole) => is_tight(place, hole.expr),
        Part::Text(_) => true,
    });
    if !tight {
        return None;
    }
    let Some(quote) = [preferred, other].into_iter().find(fits) else {
        let operands: Vec<String> = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => literal::quote(place.language, text, preferred),
                Part::Hole(hole) => format!("str({})", place.source_of(hole.expr)),
            })
            .collect();
        return Some(operands.join(" + "));
    };
    let mut result = format!("f{quote}");
    for part in parts {
        match part {
            Part::Text(text) => {
                let quoted = literal::quote(place.language, text, quote);
                let content = &quoted[1..quoted.len() - 1];
                result.push_str(&content.replace('{', "{{").replace('}', "}}"));
            }
            Part::Hole(hole) => {
                result.push('{');
                result.push_str(place.source_of(hole.expr));
                result.push('}');
            }
        }
    }
    result.push(quote);
    Some(result)
}

/// `` `%${q}%` ``
fn template_literal(place: Place<'_>, parts: &[Part<'_, '_>]) -> Option<String> {
    let mut result = String::from("`");
    for part in parts {
        match part {
            Part::Text(text) => {
                let quoted = literal::quote(place.language, text, '`');
                result.push_str(&quoted[1..quoted.len() - 1]);
            }
            Part::Hole(hole) => {
                result.push_str("${");
                result.push_str(&operand(place, hole.expr)?);
                result.push('}');
            }
        }
    }
    result.push('`');
    Some(result)
}

/// `"%" + q + "%"` where `q` is certainly a string, else `fmt.Sprintf("%%%v%%", q)`.
fn go_text(place: Place<'_>, parts: &[Part<'_, '_>]) -> Option<String> {
    let mut holes = Vec::new();
    let mut operands = Vec::new();
    let mut format = String::new();
    let mut template = None;
    for part in parts {
        match part {
            Part::Text(text) => {
                operands.push(literal::quote(place.language, text, '"'));
                format.push_str(&text.replace('%', "%%"));
            }
            Part::Hole(hole) => {
                let source = operand(place, hole.expr)?;
                operands.push(source.clone());
                holes.push((source, is_string(place, hole.expr)));
                format.push_str(if hole.spec == "d" { "%d" } else { "%v" });
                template = template.or(hole.template);
            }
        }
    }
    if holes.iter().all(|(_, is_string)| *is_string) {
        return Some(operands.join(" + "));
    }
    let whole = place.range(template?);
    let callee = place.slice(whole).split('(').next()?.trim_end();
    if !matches!(
        place.expr(template?).kind,
        ExprKind::Template {
            form: TemplateForm::Sprintf,
            ..
        }
    ) {
        return None;
    }
    let sources: Vec<&str> = holes.iter().map(|(source, _)| source.as_str()).collect();
    Some(format!(
        "{callee}({}, {})",
        literal::quote(place.language, &format, '"'),
        sources.join(", ")
    ))
}

/// Whether the expression is a parameter that is declared as a string, and never bound again.
pub(in crate::kinds) fn is_string(place: Place<'_>, id: ExprId) -> bool {
    let ExprKind::Name(name) = place.expr(id).kind else {
        return false;
    };
    let string = match place.language {
        Language::Python => "str",
        _ => "string",
    };
    let is_string =
        |annotation: Option<ExprId>| annotation.is_some_and(|id| place.source_of(id) == string);
    let declared = place.body.params.iter().any(|param| {
        place.expr(param.pattern).kind == ExprKind::Name(name) && is_string(param.annotation)
    });
    let bindings = place
        .bound()
        .into_iter()
        .filter(|bound| place.expr(*bound).kind == ExprKind::Name(name))
        .count();
    declared
        && bindings == 1
        && !walk::any(place.body, id, &|kind| matches!(kind, ExprKind::Closure(_)))
}

/// The quote of a literal that a text starts in.
pub(in crate::kinds) fn preferred_quote(place: Place<'_>, unit: Option<ExprId>) -> char {
    let start = unit.and_then(|unit| match &place.expr(unit).kind {
        ExprKind::Template {
            format: Some(format),
            ..
        } => Some(place.range(*format).start),
        ExprKind::Template { .. } | ExprKind::Literal(_) => Some(place.range(unit).start),
        _ => None,
    });
    let found = start.and_then(|start| literal::delimiters(place.language, &place.text[start..]));
    match found.and_then(|found| found.quote.chars().next()) {
        Some('\'') => '\'',
        _ => '"',
    }
}

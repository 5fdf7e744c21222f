//! What is Rust's own: values of known types alone are bound, and text that was a `String` stays one.

use std::ops::Range;

use tripline_ir::{Call, CollectionKind, ExprId, ExprKind, TemplateForm};
use tripline_rules::model::BoundValues;

use super::pass::BoundValue;
use super::text::Hole;
use crate::arguments::List;
use crate::edits::Edits;
use crate::place::Place;

/// The source of a value whose type is known to be text. What is passed by value must not be moved away, and what the
/// driver takes a reference of needs none.
pub(in crate::kinds) fn value(
    place: Place<'_>,
    hole: &Hole<'_>,
    passed: BoundValues,
) -> Option<String> {
    let id = hole.expr;
    let ty = hole.value.ty?;
    let is_string = match ty.rsplit('.').next()? {
        "String" => true,
        "str" => false,
        _ => return None,
    };
    if !ty.starts_with("prelude.") || place.has_comment(&place.range(id)) {
        return None;
    }
    let source = place.source_of(id).to_owned();
    let is_place = match &place.expr(id).kind {
        ExprKind::Name(name) => {
            let mut params = place.body.params.iter();
            let declared =
                params.find(|param| place.expr(param.pattern).kind == ExprKind::Name(*name));
            let annotation = declared.and_then(|param| param.annotation);
            if !annotation.is_none_or(|annotation| is_text(place, annotation)) {
                return None;
            }
            true
        }
        ExprKind::Attribute { .. } => true,
        ExprKind::Call(_) => false,
        _ => return None,
    };
    Some(match passed {
        BoundValues::References => format!("&{source}"),
        BoundValues::Bind if is_string && is_place => format!("&{source}"),
        _ => source,
    })
}

/// Whether a type is text or a reference to it: nothing that only dereferences to text can be bound.
fn is_text(place: Place<'_>, annotation: ExprId) -> bool {
    matches!(place.source_of(annotation), "str" | "String")
}

/// `format!("%{}%", q)`, for a value that the text around it belongs to.
pub(super) fn formatted(
    place: Place<'_>,
    text: &str,
    holes: &[ExprId],
    passed: BoundValues,
) -> Option<String> {
    let mut sources = Vec::new();
    for hole in holes {
        if place.has_comment(&place.range(*hole)) {
            return None;
        }
        sources.push(place.source_of(*hole));
    }
    let value = format!("format!({text}, {})", sources.join(", "));
    Some(match passed {
        BoundValues::References => format!("&{value}"),
        _ => value,
    })
}

/// Makes a `format!` without holes the literal that it is: text where text is wanted, a `String` where a variable holds it.
pub(super) fn unformatted(place: Place<'_>, template: ExprId) -> Option<Edits> {
    let ExprKind::Template {
        form: TemplateForm::FormatMacro,
        format: Some(format),
        ..
    } = place.expr(template).kind
    else {
        return None;
    };
    let whole = place.range(template);
    if !place.slice(whole.clone()).starts_with("format!") {
        return None;
    }
    let literal = place.range(format);
    let is_definition = place
        .assignment_of(template)
        .is_some_and(|(_, targets, _)| targets.len() == 1);
    let outer = viewed(place, template);
    let mut edits = Edits::default();
    let behind = if is_definition { whole.end } else { outer.end };
    for range in [outer.start..literal.start, literal.end..behind] {
        if place.has_comment(&range) {
            return None;
        }
    }
    edits.delete(outer.start..literal.start);
    if is_definition {
        edits.replace(literal.end..behind, ".to_string()");
    } else {
        edits.delete(literal.end..behind);
    }
    Some(edits)
}

/// The range of an expression with what makes a `&str` of it: `&format!(..)`, `format!(..).as_str()`.
fn viewed(place: Place<'_>, id: ExprId) -> Range<usize> {
    let mut range = place.range(id);
    let mut current = id;
    while let Some(parent) = place.parent(current) {
        match &place.expr(parent).kind {
            ExprKind::Reference(_) => {}
            ExprKind::Attribute { name, .. } if name.as_str() == "as_str" => {}
            ExprKind::Call(call) if call.callee == current && call.args.is_empty() => {}
            _ => break,
        }
        range = place.range(parent);
        current = parent;
    }
    range
}

/// `.bind(a).bind(b)`, behind the values that are bound already.
pub(super) fn bound(
    place: Place<'_>,
    call: ExprId,
    values: &[BoundValue],
    existing: usize,
) -> Option<Edits> {
    let mut last = call;
    let mut count = 0;
    while let Some(next) = method_call(place, last, "bind") {
        last = next;
        count += 1;
    }
    let is_behind = values.iter().all(|value| value.existing_before == existing);
    if count != existing || !is_behind {
        return None;
    }
    let binds: Vec<String> = values
        .iter()
        .map(|value| format!(".bind({})", value.source))
        .collect();
    let mut edits = Edits::default();
    edits.insert(place.range(last).end, binds.concat());
    Some(edits)
}

/// The call of a method on the result of an expression.
fn method_call(place: Place<'_>, id: ExprId, method: &str) -> Option<ExprId> {
    let attribute = place.parent(id)?;
    match &place.expr(attribute).kind {
        ExprKind::Attribute { name, .. } if name.as_str() == method => {}
        _ => return None,
    }
    let call = place.parent(attribute)?;
    matches!(&place.expr(call).kind, ExprKind::Call(inner) if inner.callee == attribute)
        .then_some(call)
}

/// Adds references to `&[]`.
pub(super) fn references(
    place: Place<'_>,
    call: &Call,
    position: usize,
    values: &[BoundValue],
    existing: usize,
) -> Option<Edits> {
    let argument = call.args.get(position)?.value;
    let ExprKind::Reference(array) = place.expr(argument).kind else {
        return None;
    };
    let ExprKind::Collection(collection) = &place.expr(array).kind else {
        return None;
    };
    let is_behind = values.iter().all(|value| value.existing_before == existing);
    if collection.kind != CollectionKind::List || collection.entries.len() != existing || !is_behind
    {
        return None;
    }
    let sources: Vec<&str> = values.iter().map(|value| value.source.as_str()).collect();
    let spans = collection.entries.iter().map(|entry| entry.span);
    let list = List::of(place, place.range(array), spans);
    if existing > 0 {
        return Some(list.insert(existing, &sources.join(", ")));
    }
    let mut edits = Edits::default();
    edits.replace(place.range(array), format!("[{}]", sources.join(", ")));
    Some(edits)
}

/// Passes the values by the macro that takes values of any type.
pub(super) fn params(
    place: Place<'_>,
    call: &Call,
    position: usize,
    values: &[BoundValue],
    existing: usize,
) -> Option<Edits> {
    let argument = call.args.get(position)?.value;
    let sources: Vec<&str> = values.iter().map(|value| value.source.as_str()).collect();
    let source = place.source_of(argument).replace(' ', "");
    let mut edits = Edits::default();
    if existing == 0
        && matches!(
            source.as_str(),
            "[]" | "()" | "params![]" | "rusqlite::params![]"
        )
    {
        let imports = &place.source.ir.items.imports;
        let is_imported = imports
            .iter()
            .any(|import| import.target.as_str() == "rusqlite.params");
        let path = if is_imported { "" } else { "rusqlite::" };
        edits.replace(
            place.range(argument),
            format!("{path}params![{}]", sources.join(", ")),
        );
        return Some(edits);
    }
    let ExprKind::Call(list) = &place.expr(argument).kind else {
        return None;
    };
    let is_behind = values.iter().all(|value| value.existing_before == existing);
    if !place.source_of(list.callee).ends_with("params!")
        || list.args.len() != existing
        || !is_behind
    {
        return None;
    }
    Some(List::of_call(place, list).insert(existing, &sources.join(", ")))
}

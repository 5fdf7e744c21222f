//! Builds a text by a function that takes a format and the values: `mark_safe(f"<b>{name}</b>")` to
//! `format_html("<b>{}</b>", name)`. In Python.

use std::ops::Range;

use tripline_ir::{ExprId, ExprKind, Part, TemplateForm};
use tripline_rules::{Location, Safety};
use tripline_syntax::Language;

use super::Draft;
use crate::imports;
use crate::place::Place;
use crate::walk;

/// `None` unless the text is one literal whose values have no format of their own. Values that the program computes may be
/// markup, which the function would escape: a fix for review.
pub(super) fn draft(place: Place<'_>, location: &Location, callee: &str) -> Option<Draft> {
    let call = place.call(location.expr?)?;
    let text = location.primary?;
    let ExprKind::Template {
        form,
        parts,
        format,
    } = &place.expr(text).kind
    else {
        return None;
    };
    if place.language != Language::Python || call.args.len() != 1 {
        return None;
    }
    let name = callee.rsplit('.').next()?;
    let (name, mut edits) = imports::make_available(place, name, &[callee.to_owned()])?;
    edits.replace(place.range(call.callee), name);
    let whole = place.range(text);
    let literal = format.map_or_else(|| whole.clone(), |format| place.range(format));
    if !is_one_literal(place, parts) || place.has_comment(&whole) {
        return None;
    }
    let mut values = Vec::new();
    for part in parts {
        let at = |span| place.resolve(span);
        match part {
            Part::Text { span, .. } if *form == TemplateForm::Percent => {
                if place.slice(at(*span)).contains(['{', '}', '%']) {
                    return None;
                }
            }
            Part::Text { .. } => {}
            Part::Hole { value, span, spec } => {
                let hole = at(*span);
                let is_plain = match form {
                    TemplateForm::FString => spec.is_empty(),
                    TemplateForm::Percent => place.slice(hole.clone()) == "%s",
                    _ => place.slice(hole.clone()) == "{}",
                };
                if !is_plain {
                    return None;
                }
                edits.replace(hole, "{}");
                values.push(*value);
            }
        }
    }
    let written: Vec<&str> = values.iter().map(|value| place.source_of(*value)).collect();
    let values_source = format!(", {}", written.join(", "));
    if *form == TemplateForm::FString {
        edits.delete(prefix(place, &literal)?);
        edits.insert(whole.end, values_source);
    } else {
        edits.replace(literal.end..whole.end, values_source);
    }
    let is_computed = |value: &ExprId| {
        walk::any(place.body, *value, &|kind| {
            matches!(kind, ExprKind::Call(_))
        })
    };
    Some(Draft {
        safety: values.iter().any(is_computed).then_some(Safety::Review),
        ..edits.into()
    })
}

/// Whether nothing stands between the parts: no other literal begins there.
fn is_one_literal(place: Place<'_>, parts: &[Part]) -> bool {
    let range = |part: &Part| match part {
        Part::Text { span, .. } | Part::Hole { span, .. } => place.resolve(*span),
    };
    parts
        .windows(2)
        .all(|pair| range(&pair[0]).end == range(&pair[1]).start)
}

/// The `f` before an f-string that has no other prefix.
fn prefix(place: Place<'_>, literal: &Range<usize>) -> Option<Range<usize>> {
    let source = place.slice(literal.clone());
    let rest = source.strip_prefix(['f', 'F'])?;
    rest.starts_with(['"', '\''])
        .then(|| literal.start..literal.start + 1)
}

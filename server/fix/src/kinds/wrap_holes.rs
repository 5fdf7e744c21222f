//! Passes each untrusted value that is inserted into a text to a function: `f"<p>{name}</p>"` to `f"<p>{escape(name)}</p>"`.

use tripline_flow::{Kind, Label, Piece, Provenance, Shape, Value};
use tripline_ir::{BodyKey, ExprId, ExprKind, Span};
use tripline_rules::FixRequest;
use tripline_syntax::Language;

use super::Draft;
use crate::edits::Edits;
use crate::imports;
use crate::place::Place;

/// What stands for the value in the source of a check.
const HOLE: &str = "{hole}";

/// An inserted value.
struct Hole<'a> {
    expr: (BodyKey, ExprId),
    value: &'a Value,
    /// Its conversion and format.
    spec: &'a str,
    /// The template that it is inserted into; of a concatenation the operand itself.
    within: ExprId,
    /// Where it stands in the template.
    span: Span,
}

/// Wraps the values that are inserted, or the primary expression where that is the data itself; `None` where a value is
/// inserted elsewhere, may hold text that the program wrote, or is shown in a format of its own.
pub(super) fn draft(
    place: Place<'_>,
    request: &FixRequest,
    source: &str,
    operand: Option<&str>,
    names: &[String],
) -> Option<Draft> {
    let kind = request.kind?;
    let mut edits = Edits::default();
    let shape = request.shape.as_deref().filter(|shape| shape.has_hole());
    let Some(shape) = shape else {
        wrap(place, request.location.primary?, source, names, &mut edits)?;
        return Some(edits.into());
    };
    for hole in untrusted(shape, kind) {
        let is_plain = hole.value.shape.is_none() && hole.value.fields.is_none();
        if hole.expr.0 != place.body.key || !is_plain || hole.spec.starts_with('!') {
            return None;
        }
        let is_operand = hole.within == hole.expr.1;
        let source = operand.filter(|_| is_operand).unwrap_or(source);
        if place.language == Language::Rust && !is_operand && is_captured(place, &hole) {
            capture(place, &hole, source, &mut edits)?;
        } else {
            wrap(place, hole.expr.1, source, names, &mut edits)?;
        }
    }
    Some(edits.into())
}

/// Whether a value is inserted between quotes of the text.
pub(super) fn is_quoted(request: &FixRequest) -> bool {
    let mut open = None;
    let pieces = request.shape.iter().flat_map(|shape| &shape.pieces);
    for piece in pieces {
        match piece {
            Piece::Hole { .. } if open.is_some() => return true,
            Piece::Hole { .. } => {}
            Piece::Text { text, .. } => {
                for quote in text.chars().filter(|c| matches!(c, '\'' | '"' | '`')) {
                    match open {
                        None => open = Some(quote),
                        Some(opened) if opened == quote => open = None,
                        Some(_) => {}
                    }
                }
            }
        }
    }
    false
}

/// The holes with data of the worst provenance that any of them has.
fn untrusted(shape: &Shape, kind: Kind) -> Vec<Hole<'_>> {
    let worst = |value: &Value| -> Option<Provenance> {
        let labels = value.taint.against(kind);
        let outside = labels.filter(|_| !value.content.is_fixed());
        outside.map(|label: &Label| label.provenance).max()
    };
    let all = shape.holes().filter_map(worst).max();
    let hole = |piece| match piece {
        &Piece::Hole {
            expr,
            within,
            span,
            ref spec,
            ref value,
        } => Some(Hole {
            expr,
            value,
            spec,
            within: within.1,
            span,
        }),
        Piece::Text { .. } => None,
    };
    let holes = shape.pieces.iter().filter_map(hole);
    holes
        .filter(|hole| all.is_some() && worst(hole.value) == all)
        .collect()
}

/// Whether a format of Rust names the variable where it is inserted: `{name}`.
fn is_captured(place: Place<'_>, hole: &Hole<'_>) -> bool {
    let (written, hole) = (place.range(hole.expr.1), place.resolve(hole.span));
    hole.start <= written.start && written.end <= hole.end
}

/// Gives the name that a format captures another value: `format!("{name}", name = escape(&name))`.
fn capture(place: Place<'_>, hole: &Hole<'_>, source: &str, edits: &mut Edits) -> Option<()> {
    let ExprKind::Name(name) = place.expr(hole.expr.1).kind else {
        return None;
    };
    let close = place.range(hole.within).end.checked_sub(1)?;
    let before = place.text[..close].trim_end();
    if !matches!(place.text.get(close..=close), Some(")" | "]" | "}")) {
        return None;
    }
    let comma = if before.ends_with(',') { " " } else { ", " };
    let value = source.replace(HOLE, &name);
    edits.insert(before.len(), format!("{comma}{name} = {value}"));
    Some(())
}

fn wrap(
    place: Place<'_>,
    expr: ExprId,
    source: &str,
    names: &[String],
    edits: &mut Edits,
) -> Option<()> {
    let (source, imports) = imports::make_available(place, source, names)?;
    let (before, behind) = source.split_once(HOLE)?;
    let range = place.range(expr);
    edits.append(imports);
    edits.insert(range.start, before);
    edits.insert(range.end, behind);
    Some(())
}

//! Reads a text as data that is evaluated as code.

use tripline_ir::{ArgName, ExprId, ExprKind, Literal};
use tripline_rules::FixRequest;

use super::Draft;
use super::parameterize::values::operand;
use crate::edits::Edits;
use crate::imports;
use crate::place::Place;

pub(super) fn draft(place: Place<'_>, request: &FixRequest, callee: &str) -> Option<Draft> {
    let call = place.call(request.location.expr?)?;
    let [argument] = &*call.args else {
        return None;
    };
    let is_simple = argument.name == ArgName::Positional
        && matches!(place.expr(call.callee).kind, ExprKind::Name(_));
    if !is_simple {
        return None;
    }
    let text = between_parentheses(place, argument.value)?;
    // A name of the language needs no import.
    let needs_import = place.language == tripline_syntax::Language::Python;
    let names = [callee.to_owned()];
    let names = if needs_import { &names[..] } else { &[] };
    let (source, imported) = imports::make_available(place, callee, names)?;
    let mut edits = Edits::default();
    edits.append(imported);
    edits.replace(place.range(call.callee), source);
    if text != argument.value {
        edits.replace(place.range(argument.value), operand(place, text)?);
    }
    Some(edits.into())
}

/// The text itself, or what stands between parentheses in it; `None` for a text that is built in another way.
fn between_parentheses(place: Place<'_>, id: ExprId) -> Option<ExprId> {
    match &place.expr(id).kind {
        ExprKind::Concat(operands) => match &**operands {
            [open, text, close] if is(place, *open, "(") && is(place, *close, ")") => Some(*text),
            _ => None,
        },
        ExprKind::Template { .. } => None,
        _ => Some(id),
    }
}

fn is(place: Place<'_>, id: ExprId, wanted: &str) -> bool {
    matches!(&place.expr(id).kind, ExprKind::Literal(Literal::String(text)) if &*text.value == wanted)
}

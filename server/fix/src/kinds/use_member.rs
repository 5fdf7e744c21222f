//! Assigns to another member of the same object: `element.innerHTML = text` to `element.textContent = text`.

use tripline_ir::{AssignOp, ExprKind, StmtKind};
use tripline_rules::Location;

use super::Draft;
use crate::edits::Edits;
use crate::place::Place;

/// `None` unless a statement assigns to the member alone: what is added to one member is not added to another.
pub(super) fn draft(place: Place<'_>, location: &Location, member: &str) -> Option<Draft> {
    let target = location.expr?;
    let ExprKind::Attribute { name_span, .. } = place.expr(target).kind else {
        return None;
    };
    let is_assigned = place.body.stmts.iter().any(|stmt| match &stmt.kind {
        StmtKind::Assign { targets, op, .. } => **targets == [target] && *op == AssignOp::Set,
        _ => false,
    });
    let mut edits = Edits::default();
    edits.replace(place.resolve(name_span), member);
    is_assigned.then(|| edits.into())
}

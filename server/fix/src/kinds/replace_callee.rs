//! Calls another function with the same arguments.

use tripline_ir::{ExprKind, Symbol};
use tripline_rules::Location;
use tripline_rules::model::ArgSpec;

use super::Draft;
use crate::arguments::{self, List, Slot};
use crate::imports;
use crate::place::Place;

pub(super) fn draft(
    place: Place<'_>,
    location: &Location,
    callee: &str,
    drop: &[ArgSpec],
) -> Option<Draft> {
    let call = place.call(location.expr?)?;
    let mut dropped = Vec::new();
    for spec in drop {
        match arguments::find(call, spec) {
            Slot::Found(index) => dropped.push(index),
            Slot::Absent => {}
            Slot::Unsure => return None,
        }
    }
    dropped.sort_unstable();
    dropped.dedup();
    let mut edits = if dropped.is_empty() {
        crate::edits::Edits::default()
    } else {
        List::of_call(place, call).remove(&dropped)?
    };
    let (owner, name) = callee.rsplit_once('.').unwrap_or(("", callee));
    let old_owner = location
        .callee
        .map(Symbol::as_str)
        .and_then(|old| old.rsplit_once('.'))
        .map(|(owner, _)| owner);
    match &place.expr(call.callee).kind {
        ExprKind::Attribute { name_span, .. } if old_owner == Some(owner) => {
            edits.replace(place.resolve(*name_span), name);
        }
        _ => {
            let is_name = matches!(place.expr(call.callee).kind, ExprKind::Name(_))
                && old_owner == Some(owner);
            let wanted = if is_name {
                name
            } else {
                callee.rsplit('/').next().unwrap_or(callee)
            };
            let (source, imports) = imports::make_available(place, wanted, &[callee.to_owned()])?;
            edits.append(imports);
            edits.replace(place.range(call.callee), source);
        }
    }
    Some(edits.into())
}

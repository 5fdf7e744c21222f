//! Gives members of an object other values where the function assigns them.

use std::collections::BTreeMap;

use tripline_ir::{ExprId, ExprKind, StmtKind, Symbol};
use tripline_rules::Location;

use super::Draft;
use crate::edits::Edits;
use crate::imports;
use crate::place::Place;

pub(super) fn draft(
    place: Place<'_>,
    location: &Location,
    members: &BTreeMap<String, String>,
    names: &[String],
) -> Option<Draft> {
    let (_, targets, _) = place.assignment_of(location.primary.or(location.expr)?)?;
    let [target] = targets else {
        return None;
    };
    let (object, _) = member(place, *target)?;
    let mut edits = Edits::default();
    for (_, stmt, _) in place.stmts() {
        let StmtKind::Assign {
            targets,
            value: Some(value),
            ..
        } = stmt
        else {
            continue;
        };
        let named = targets.iter().filter_map(|target| member(place, *target));
        for (_, name) in named.filter(|(other, _)| *other == object) {
            if let Some(source) = members.get(name.as_str()) {
                let mentioned = names.iter().filter(|name| source.contains(last(name)));
                let mentioned: Vec<String> = mentioned.cloned().collect();
                let (source, added) = imports::make_available(place, source, &mentioned)?;
                edits.append(added);
                edits.replace(place.range(*value), source);
            }
        }
    }
    Some(edits.into())
}

/// The source of the object that a target is a member of, and the member's name.
fn member(place: Place<'_>, target: ExprId) -> Option<(&str, Symbol)> {
    match place.expr(target).kind {
        ExprKind::Attribute { base, name, .. } => Some((place.source_of(base), name)),
        _ => None,
    }
}

fn last(qualified: &str) -> &str {
    qualified.rsplit('.').next().unwrap_or(qualified)
}

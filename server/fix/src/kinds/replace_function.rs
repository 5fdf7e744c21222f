//! Calls another function, whatever its source, with the same arguments.

use tripline_rules::Location;

use super::Draft;
use crate::imports;
use crate::place::Place;

pub(super) fn draft(
    place: Place<'_>,
    location: &Location,
    source: &str,
    then: &str,
    names: &[String],
) -> Option<Draft> {
    let call = place.call(location.expr?)?;
    let (source, mut edits) = imports::make_available(place, source, names)?;
    edits.append(imports::unused_after(place, call.callee, &source));
    edits.replace(place.range(call.callee), source);
    if !then.is_empty() {
        edits.insert(place.resolve(call.args_span).end, then);
    }
    Some(edits.into())
}

//! Replaces the primary expression.

use tripline_rules::Location;

use super::{Draft, filled};
use crate::imports;
use crate::place::Place;

pub(super) fn draft(
    place: Place<'_>,
    location: &Location,
    source: &str,
    names: &[String],
) -> Option<Draft> {
    let replaced = location.primary.or(location.expr)?;
    let (source, mut edits) =
        imports::make_available(place, &filled(place, location, source)?, names)?;
    edits.append(imports::unused_after(place, replaced, &source));
    edits.replace(place.range(replaced), source);
    Some(edits.into())
}

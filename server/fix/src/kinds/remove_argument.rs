//! Removes an argument.

use tripline_rules::Location;
use tripline_rules::model::ArgSpec;

use super::Draft;
use crate::arguments::{self, List, Slot};
use crate::place::Place;

pub(super) fn draft(place: Place<'_>, location: &Location, argument: &ArgSpec) -> Option<Draft> {
    let call = place.call(location.expr?)?;
    let Slot::Found(index) = arguments::find(call, argument) else {
        return None;
    };
    Some(List::of_call(place, call).remove(&[index])?.into())
}

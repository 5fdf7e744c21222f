//! Gives an argument another value.

use tripline_ir::ArgName;
use tripline_rules::Location;
use tripline_rules::model::ArgSpec;
use tripline_syntax::Language;

use super::{Draft, filled};
use crate::arguments::{self, List, Slot};
use crate::imports;
use crate::place::Place;

pub(super) fn draft(
    place: Place<'_>,
    location: &Location,
    argument: &ArgSpec,
    source: &str,
    names: &[String],
) -> Option<Draft> {
    let call = place.call(location.expr?)?;
    let (source, mut edits) =
        imports::make_available(place, &filled(place, location, source)?, names)?;
    let list = List::of_call(place, call);
    let position = match argument {
        ArgSpec::Position(position) | ArgSpec::Both { position, .. } => Some(*position as usize),
        _ => None,
    };
    let keyword = match argument {
        ArgSpec::Name(keyword) | ArgSpec::Both { keyword, .. }
            if place.language == Language::Python =>
        {
            Some(keyword)
        }
        _ => None,
    };
    match arguments::find(call, argument) {
        Slot::Unsure => return None,
        Slot::Found(index) => edits.replace(place.range(call.args[index].value), source),
        Slot::Absent => {
            if let Some(keyword) = keyword {
                edits.append(list.insert(list.items.len(), &format!("{keyword}={source}")));
            } else {
                let behind = call
                    .args
                    .iter()
                    .take_while(|arg| arg.name == ArgName::Positional)
                    .count();
                if position != Some(behind) || arguments::positional(call) != behind {
                    return None;
                }
                edits.append(list.insert(behind, &source));
            }
        }
    }
    Some(edits.into())
}

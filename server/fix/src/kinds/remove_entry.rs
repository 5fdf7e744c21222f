//! Removes a member of a literal.

use tripline_ir::ExprKind;
use tripline_rules::Location;
use tripline_rules::model::ArgSpec;

use super::Draft;
use super::set_entry::{Found, entries, entry_of, literal};
use crate::place::Place;

pub(super) fn draft(
    place: Place<'_>,
    location: &Location,
    argument: Option<&ArgSpec>,
    key: &str,
) -> Option<Draft> {
    let Found::Literal(mut id) = literal(place, location, argument) else {
        return None;
    };
    let mut path = key.split('.').peekable();
    while let Some(key) = path.next() {
        let ExprKind::Collection(collection) = &place.expr(id).kind else {
            return None;
        };
        let index = entry_of(place, collection, key)?;
        if path.peek().is_none() {
            return Some(entries(place, id, collection)?.remove(&[index])?.into());
        }
        id = collection.entries[index].value;
    }
    None
}

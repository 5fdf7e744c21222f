//! Gives a member of a literal another value.

use tripline_ir::{Collection, CollectionKind, ExprId, ExprKind, Literal};
use tripline_rules::Location;
use tripline_rules::model::ArgSpec;
use tripline_syntax::Language;

use super::{Draft, filled};
use crate::arguments::{self, List, Slot};
use crate::edits::Edits;
use crate::place::Place;
use crate::{imports, naming};

pub(super) fn draft(
    place: Place<'_>,
    location: &Location,
    argument: Option<&ArgSpec>,
    key: &str,
    source: &str,
    names: &[String],
) -> Option<Draft> {
    let (source, mut edits) =
        imports::make_available(place, &filled(place, location, source)?, names)?;
    let path: Vec<&str> = key.split('.').collect();
    let edit = match literal(place, location, argument) {
        Found::Literal(id) => set(place, id, &path, &source)?,
        Found::Absent { index } => {
            let call = place.call(location.expr?)?;
            let new = nested(place.language, &path, &source)?;
            let item = match (place.language, argument?) {
                (Language::Python, ArgSpec::Name(keyword) | ArgSpec::Both { keyword, .. }) => {
                    format!("{keyword}={new}")
                }
                _ => new,
            };
            List::of_call(place, call).insert(index, &item)
        }
        Found::Nothing => return None,
    };
    edits.append(edit);
    Some(edits.into())
}

/// Where a literal is.
pub(super) enum Found {
    Literal(ExprId),
    /// The argument is not there, and would be of this index.
    Absent {
        index: usize,
    },
    Nothing,
}

/// The literal that is the argument, or the matched one.
pub(super) fn literal(place: Place<'_>, location: &Location, argument: Option<&ArgSpec>) -> Found {
    let Some(argument) = argument else {
        let candidates = [location.expr, location.primary];
        return candidates
            .into_iter()
            .flatten()
            .find_map(|id| collection_at(place, id))
            .map_or(Found::Nothing, Found::Literal);
    };
    let Some(call) = location.expr.and_then(|id| place.call(id)) else {
        return Found::Nothing;
    };
    match arguments::find(call, argument) {
        Slot::Found(index) => {
            collection_at(place, call.args[index].value).map_or(Found::Nothing, Found::Literal)
        }
        Slot::Unsure => Found::Nothing,
        Slot::Absent => {
            let count = call.args.len();
            let by_position = match argument {
                ArgSpec::Position(position) | ArgSpec::Both { position, .. } => {
                    *position as usize == count
                }
                ArgSpec::Name(_) => place.language == Language::Python,
                ArgSpec::From { .. } => false,
            };
            let by_keyword =
                place.language == Language::Python && matches!(argument, ArgSpec::Both { .. });
            if by_position || by_keyword {
                Found::Absent { index: count }
            } else {
                Found::Nothing
            }
        }
    }
}

fn collection_at(place: Place<'_>, id: ExprId) -> Option<ExprId> {
    match &place.expr(id).kind {
        ExprKind::Collection(collection)
            if matches!(
                collection.kind,
                CollectionKind::Dict | CollectionKind::Struct
            ) =>
        {
            Some(id)
        }
        ExprKind::Reference(inner) | ExprKind::Cast { value: inner, .. } => {
            collection_at(place, *inner)
        }
        _ => None,
    }
}

/// The index of the entry of this key.
pub(super) fn entry_of(place: Place<'_>, collection: &Collection, key: &str) -> Option<usize> {
    collection.entries.iter().position(|entry| {
        entry.key.is_some_and(|id| match &place.expr(id).kind {
            ExprKind::Literal(Literal::String(literal)) => &*literal.value == key,
            ExprKind::Name(name) => &**name == key,
            _ => false,
        })
    })
}

/// The entries of a literal as a list.
pub(super) fn entries<'a>(
    place: Place<'a>,
    id: ExprId,
    collection: &Collection,
) -> Option<List<'a>> {
    let range = place.range(id);
    // The type of a Go literal comes before its braces.
    let type_end = collection.ty.map_or(range.start, |ty| place.range(ty).end);
    let open = type_end + place.slice(type_end..range.end).find('{')?;
    let items = collection
        .entries
        .iter()
        .map(|entry| place.resolve(entry.span))
        .collect();
    Some(List {
        place,
        brackets: open..range.end,
        items,
    })
}

fn set(place: Place<'_>, id: ExprId, path: &[&str], source: &str) -> Option<Edits> {
    let ExprKind::Collection(collection) = &place.expr(id).kind else {
        return None;
    };
    let (key, rest) = path.split_first()?;
    let list = entries(place, id, collection)?;
    if let Some(index) = entry_of(place, collection, key) {
        let entry = &collection.entries[index];
        if !rest.is_empty() {
            return set(place, collection_at(place, entry.value)?, rest, source);
        }
        let value = place.range(entry.value);
        let mut edits = Edits::default();
        if entry.key.is_some_and(|key| place.range(key) == value) {
            edits.replace(value, format!("{key}: {source}"));
        } else {
            edits.replace(value, source);
        }
        return Some(edits);
    }
    let is_go_struct = collection.kind == CollectionKind::Struct;
    if is_go_struct
        && (!rest.is_empty() || collection.entries.iter().any(|entry| entry.key.is_none()))
    {
        return None;
    }
    let value = if rest.is_empty() {
        source.to_owned()
    } else {
        nested(place.language, rest, source)?
    };
    let written = match place.language {
        Language::Python => format!("\"{key}\": {value}"),
        Language::Go if !is_go_struct => format!("\"{key}\": {value}"),
        _ if naming::is_identifier(key) => format!("{key}: {value}"),
        _ => format!("\"{key}\": {value}"),
    };
    let is_empty_object = list.items.is_empty() && place.language.is_ecmascript();
    let written = if is_empty_object && place.slice(list.brackets.clone()) == "{}" {
        format!(" {written} ")
    } else {
        written
    };
    Some(list.insert(list.items.len(), &written))
}

/// A literal with one member, for each key of the path.
fn nested(language: Language, path: &[&str], source: &str) -> Option<String> {
    let mut value = source.to_owned();
    for key in path.iter().rev() {
        value = match language {
            Language::Python => format!("{{\"{key}\": {value}}}"),
            Language::Go => return None,
            _ if naming::is_identifier(key) => format!("{{ {key}: {value} }}"),
            _ => format!("{{ \"{key}\": {value} }}"),
        };
    }
    Some(value)
}

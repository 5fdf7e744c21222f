//! Passes values to the call that runs the query.

use tripline_ir::{ArgName, Call, Collection, CollectionKind, ExprId, ExprKind, Literal};
use tripline_rules::model::{ArgSpec, Binding, BoundValues};
use tripline_syntax::Language;

use super::rust;
use crate::arguments::{self, List, Slot};
use crate::edits::Edits;
use crate::place::Place;

/// A value that is to be bound.
pub(super) struct BoundValue {
    pub(super) source: String,
    pub(super) name: String,
    /// How many values that are passed already come before it.
    pub(super) existing_before: usize,
}

/// The edits that pass `values` beside the query, which is the argument of index `query` and needs `existing` values
/// already. `None` if the call is not understood.
pub(super) fn values(
    place: Place<'_>,
    call_id: ExprId,
    query: usize,
    binding: &Binding,
    values: &[BoundValue],
    existing: usize,
) -> Option<Edits> {
    let call = place.call(call_id)?;
    let pass = Pass {
        place,
        call,
        query,
        binding,
        values,
        existing,
    };
    match binding.values {
        BoundValues::Bindparams => {
            let named: Vec<String> = values
                .iter()
                .map(|value| format!("{}={}", value.name, value.source))
                .collect();
            let mut edits = Edits::default();
            edits.insert(
                place.resolve(call.args_span).end,
                format!(".bindparams({})", named.join(", ")),
            );
            Some(edits)
        }
        BoundValues::Bind => rust::bound(place, call_id, values, existing),
        BoundValues::References => rust::references(place, call, pass.position(), values, existing),
        BoundValues::Params => rust::params(place, call, pass.position(), values, existing),
        BoundValues::Arguments => pass.arguments(),
        BoundValues::Tuple | BoundValues::List | BoundValues::Mapping => pass.collection(),
    }
}

struct Pass<'a, 'v> {
    place: Place<'a>,
    call: &'a Call,
    query: usize,
    binding: &'v Binding,
    values: &'v [BoundValue],
    existing: usize,
}

impl Pass<'_, '_> {
    /// Passes each value as an argument of its own.
    fn arguments(&self) -> Option<Edits> {
        let start = self.position();
        if start != self.query + 1 || self.call.args[self.query].name != ArgName::Positional {
            return None;
        }
        let mut end = self.call.args.len();
        while end > start && matches!(self.call.args[end - 1].name, ArgName::Keyword(_)) {
            end -= 1;
        }
        if end > start && end - start > self.existing && self.is_callback(end - 1) {
            end -= 1;
        }
        let all_positional = self.call.args[start..end]
            .iter()
            .all(|arg| arg.name == ArgName::Positional);
        if !all_positional || end - start != self.existing {
            return None;
        }
        Some(
            self.inserted(&List::of_call(self.place, self.call), start, |value| {
                value.source.clone()
            }),
        )
    }

    /// Inserts the values into a list whose values start at `start`.
    fn inserted(
        &self,
        list: &List<'_>,
        start: usize,
        write: impl Fn(&BoundValue) -> String,
    ) -> Edits {
        let mut edits = Edits::default();
        let mut index = 0;
        while index < self.values.len() {
            let before = self.values[index].existing_before;
            let same = self.values[index..]
                .iter()
                .take_while(|value| value.existing_before == before)
                .count();
            let sources: Vec<String> = self.values[index..index + same]
                .iter()
                .map(&write)
                .collect();
            edits.append(list.insert(start + before, &sources.join(", ")));
            index += same;
        }
        edits
    }

    /// Passes the values as one argument.
    fn collection(&self) -> Option<Edits> {
        let position = self.position();
        let by_keyword = matches!(self.call.args[self.query].name, ArgName::Keyword(_));
        let keyword = self.binding.keyword.as_deref();
        let is_python = self.place.language == Language::Python;
        let list = List::of_call(self.place, self.call);
        let spec = match keyword {
            Some(keyword) if is_python => ArgSpec::Both {
                position: position as u32,
                keyword: keyword.to_owned(),
            },
            _ => ArgSpec::Position(position as u32),
        };
        match arguments::find(self.call, &spec) {
            Slot::Found(index) => self.merged(&list, index),
            Slot::Absent if self.existing > 0 => None,
            Slot::Absent if is_python && (by_keyword || self.binding.position.is_none()) => {
                let item = format!("{}={}", keyword?, self.literal());
                Some(list.insert(self.query + 1, &item))
            }
            Slot::Absent if arguments::positional(self.call) == position => {
                Some(list.insert(self.behind_positional(), &self.argument()))
            }
            Slot::Absent if is_python => {
                let item = format!("{}={}", keyword?, self.literal());
                Some(list.insert(self.call.args.len(), &item))
            }
            Slot::Absent | Slot::Unsure => None,
        }
    }

    /// Adds the values to the argument that holds values.
    fn merged(&self, list: &List<'_>, index: usize) -> Option<Edits> {
        let value = self.call.args[index].value;
        if self.existing == 0 && self.is_callback(index) {
            return Some(list.insert(index, &self.argument()));
        }
        match &self.place.expr(value).kind {
            ExprKind::Literal(Literal::Null) if self.existing == 0 => {
                let mut edits = Edits::default();
                edits.replace(self.place.range(value), self.argument());
                Some(edits)
            }
            ExprKind::Collection(collection) => self.added(value, collection),
            _ => None,
        }
    }

    fn added(&self, id: ExprId, collection: &Collection) -> Option<Edits> {
        let option = self
            .binding
            .keyword
            .as_deref()
            .filter(|_| self.place.language.is_ecmascript());
        let list = entries(self.place, id, collection);
        let is_spread = |value: ExprId| matches!(self.place.expr(value).kind, ExprKind::Spread(_));
        if collection
            .entries
            .iter()
            .any(|entry| is_spread(entry.value))
        {
            return None;
        }
        if let Some(option) = option {
            let named = collection
                .entries
                .iter()
                .find(|entry| self.has_key(entry.key, option));
            return match named.map(|entry| (entry.value, &self.place.expr(entry.value).kind)) {
                Some((value, ExprKind::Collection(inner))) => self.extended(value, inner),
                Some(_) => None,
                None if self.existing > 0 || collection.kind != CollectionKind::Dict => None,
                None => {
                    Some(list.insert(list.items.len(), &format!("{option}: {}", self.literal())))
                }
            };
        }
        self.extended(id, collection)
    }

    fn extended(&self, id: ExprId, collection: &Collection) -> Option<Edits> {
        let is_mapping = self.binding.values == BoundValues::Mapping;
        let fits = match collection.kind {
            CollectionKind::Dict => is_mapping,
            CollectionKind::List | CollectionKind::Tuple => !is_mapping,
            CollectionKind::Set | CollectionKind::Struct => false,
        };
        let source = self.place.source_of(id);
        if !fits || !source.starts_with(['(', '[', '{']) {
            return None;
        }
        let list = entries(self.place, id, collection);
        if is_mapping {
            let taken = |value: &BoundValue| {
                collection
                    .entries
                    .iter()
                    .any(|entry| self.has_key(entry.key, &value.name))
            };
            if self.values.iter().any(taken) {
                return None;
            }
            let items: Vec<String> = self.values.iter().map(|value| self.named(value)).collect();
            return Some(list.insert(list.items.len(), &items.join(", ")));
        }
        if collection.entries.len() != self.existing {
            return None;
        }
        if collection.entries.is_empty() {
            let mut edits = Edits::default();
            edits.replace(self.place.range(id), self.literal());
            return Some(edits);
        }
        let mut edits = self.inserted(&list, 0, |value| value.source.clone());
        // The comma that makes one element a tuple is not needed any more.
        if collection.kind == CollectionKind::Tuple && collection.entries.len() == 1 {
            let end = list.items[0].end;
            let rest = self.place.slice(end..list.brackets.end);
            if rest
                .trim_start()
                .strip_prefix(',')
                .is_some_and(|rest| rest.trim_start() == ")")
                && !rest.contains('\n')
            {
                edits.delete(end..end + rest.len() - rest.trim_start().len() + 1);
            }
        }
        Some(edits)
    }

    /// The new argument: the values, or options that hold them.
    fn argument(&self) -> String {
        match &self.binding.keyword {
            Some(option) if self.place.language.is_ecmascript() => {
                format!("{{ {option}: {} }}", self.literal())
            }
            _ => self.literal(),
        }
    }

    /// The values as one collection.
    fn literal(&self) -> String {
        let sources: Vec<&str> = self
            .values
            .iter()
            .map(|value| value.source.as_str())
            .collect();
        match self.binding.values {
            BoundValues::Tuple if sources.len() == 1 => format!("({},)", sources[0]),
            BoundValues::Tuple => format!("({})", sources.join(", ")),
            BoundValues::Mapping => {
                let named: Vec<String> =
                    self.values.iter().map(|value| self.named(value)).collect();
                if self.place.language.is_ecmascript() {
                    format!("{{ {} }}", named.join(", "))
                } else {
                    format!("{{{}}}", named.join(", "))
                }
            }
            _ => format!("[{}]", sources.join(", ")),
        }
    }

    fn named(&self, value: &BoundValue) -> String {
        if !self.place.language.is_ecmascript() {
            format!("\"{}\": {}", value.name, value.source)
        } else if value.name == value.source {
            value.name.clone()
        } else {
            format!("{}: {}", value.name, value.source)
        }
    }

    /// The position of the values, or of the first of them.
    fn position(&self) -> usize {
        self.binding
            .position
            .map_or(self.query + 1, |position| position as usize)
    }

    /// The index behind the last argument that is passed by position.
    fn behind_positional(&self) -> usize {
        let last = self
            .call
            .args
            .iter()
            .rposition(|arg| arg.name == ArgName::Positional);
        last.map_or(0, |last| last + 1)
    }

    /// Whether the argument is a function that is called with the result.
    fn is_callback(&self, index: usize) -> bool {
        if !self.place.language.is_ecmascript() {
            return false;
        }
        match &self.place.expr(self.call.args[index].value).kind {
            ExprKind::Closure(_) => true,
            ExprKind::Name(name) => matches!(&**name, "cb" | "callback" | "done" | "next" | "fn"),
            _ => false,
        }
    }

    fn has_key(&self, key: Option<ExprId>, name: &str) -> bool {
        key.is_some_and(|key| match &self.place.expr(key).kind {
            ExprKind::Literal(Literal::String(literal)) => &*literal.value == name,
            _ => false,
        })
    }
}

/// The entries of a literal.
fn entries<'a>(place: Place<'a>, id: ExprId, collection: &Collection) -> List<'a> {
    let spans = collection.entries.iter().map(|entry| entry.span);
    List::of(place, place.range(id), spans)
}

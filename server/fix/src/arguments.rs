//! Arguments of calls and entries of literals: added and removed with their commas, in the layout that is there.

use std::ops::Range;

use tripline_ir::{Arg, ArgName, Call, Span};
use tripline_rules::model::ArgSpec;

use crate::edits::Edits;
use crate::lines;
use crate::place::Place;

/// The items of a list in brackets, in source order.
pub(crate) struct List<'a> {
    pub(crate) place: Place<'a>,
    /// The list with its brackets.
    pub(crate) brackets: Range<usize>,
    /// Each item without its comma.
    pub(crate) items: Vec<Range<usize>>,
}

impl<'a> List<'a> {
    /// The arguments of a call, with the parentheses around each.
    pub(crate) fn of_call(place: Place<'a>, call: &Call) -> Self {
        let spans = call.args.iter().map(|arg| arg.span);
        List::of(place, place.resolve(call.args_span), spans)
    }

    /// The items with these spans between these brackets, with the parentheses around each.
    pub(crate) fn of(
        place: Place<'a>,
        brackets: Range<usize>,
        spans: impl Iterator<Item = Span>,
    ) -> Self {
        let inside = brackets.start + 1..brackets.end.saturating_sub(1).max(brackets.start + 1);
        let items = spans.map(|span| place.with_parentheses(place.resolve(span), inside.clone()));
        List {
            place,
            items: items.collect(),
            brackets,
        }
    }

    /// Adds `item` at `index`, which is at most the number of items.
    pub(crate) fn insert(&self, index: usize, item: &str) -> Edits {
        let mut edits = Edits::default();
        if index == 0 {
            match self.items.first() {
                Some(first) if self.is_on_own_line(first) => {
                    let indentation = lines::indentation(self.place.text, first.start);
                    edits.insert(
                        first.start,
                        format!("{item},{}{indentation}", self.line_end()),
                    );
                }
                Some(first) => edits.insert(first.start, format!("{item}, ")),
                None => edits.insert(self.brackets.start + 1, item),
            }
            return edits;
        }
        let previous = &self.items[index - 1];
        let text = self.place.text;
        if !self.is_on_own_line(previous) {
            edits.insert(previous.end, format!(", {item}"));
            return edits;
        }
        let line = format!(
            "{}{}{item}",
            self.line_end(),
            lines::indentation(text, previous.start)
        );
        let comma = lines::skip_space(text, previous.end);
        if !text[comma..].starts_with(',')
            || comma >= self.brackets.end
            || self.place.has_comment(&(previous.end..comma))
        {
            let behind = self.behind_comment(previous.end);
            edits.insert(previous.end, ",");
            edits.insert(behind, line);
        } else if text[lines::skip_blanks(text, comma + 1)..].starts_with(['\n', '\r'])
            || self.behind_comment(comma + 1) > comma + 1
        {
            edits.insert(self.behind_comment(comma + 1), format!("{line},"));
        } else {
            edits.insert(previous.end, format!(", {item}"));
        }
        edits
    }

    /// Removes the items of these indices, which are in order; `None` if that would remove a comment.
    pub(crate) fn remove(&self, indices: &[usize]) -> Option<Edits> {
        let mut edits = Edits::default();
        let keeps_any = indices.len() < self.items.len();
        let first_kept = (0..self.items.len()).find(|index| !indices.contains(index));
        if !keeps_any {
            let first = self.items.first()?;
            let last = self.items.last()?;
            let comma = lines::skip_space(self.place.text, last.end);
            let has_comma = self.place.text[comma..].starts_with(',') && comma < self.brackets.end;
            let range = first.start..if has_comma { comma + 1 } else { last.end };
            return self.without_comment(range, edits);
        }
        for &index in indices {
            let item = &self.items[index];
            if let Some(line) = self.whole_line(index) {
                edits.delete(line);
                continue;
            }
            // Behind the first item that stays, an item goes with what separates it from the one before.
            let range = if first_kept.is_some_and(|kept| kept < index) {
                self.items[index - 1].end..item.end
            } else {
                item.start..self.items[index + 1].start
            };
            edits = self.without_comment(range, edits)?;
        }
        Some(edits)
    }

    fn without_comment(&self, range: Range<usize>, mut edits: Edits) -> Option<Edits> {
        if self.place.has_comment(&range) {
            return None;
        }
        edits.delete(range);
        Some(edits)
    }

    /// The lines of an item that shares them with nothing but its comma.
    fn whole_line(&self, index: usize) -> Option<Range<usize>> {
        let text = self.place.text;
        let item = &self.items[index];
        let start = lines::line_start(text, item.start);
        if !lines::starts_line(text, item.start) || start <= self.brackets.start {
            return None;
        }
        let behind = lines::skip_blanks(text, item.end);
        // Without a comma behind it, the one before the item has to go as well.
        text[behind..].strip_prefix(',')?;
        let behind = lines::skip_blanks(text, behind + 1);
        let ends_line = text[behind..].starts_with(['\n', '\r']);
        ends_line.then(|| start..lines::next_line(text, behind))
    }

    fn is_on_own_line(&self, item: &Range<usize>) -> bool {
        lines::line_start(self.place.text, item.start) > self.brackets.start
            && lines::starts_line(self.place.text, item.start)
    }

    /// The end of the comment that follows `at` on its line, or `at`.
    fn behind_comment(&self, at: usize) -> usize {
        let next = lines::skip_blanks(self.place.text, at);
        self.place
            .comment_at(next)
            .map_or(at, |comment| comment.end)
    }

    fn line_end(&self) -> &'static str {
        lines::line_end(self.place.text)
    }
}

/// Where an argument of a call is.
pub(crate) enum Slot {
    /// It is the argument of this index.
    Found(usize),
    /// It is not there.
    Absent,
    /// A spread argument may hold it.
    Unsure,
}

/// Finds an argument of a call.
pub(crate) fn find(call: &Call, spec: &ArgSpec) -> Slot {
    let (position, keyword) = match spec {
        ArgSpec::Position(position) => (Some(*position), None),
        ArgSpec::Name(name) => (None, Some(name.as_str())),
        ArgSpec::From { from } => (Some(*from), None),
        ArgSpec::Both { position, keyword } => (Some(*position), Some(keyword.as_str())),
    };
    let by_keyword =
        |arg: &Arg| matches!(arg.name, ArgName::Keyword(name) if Some(&*name) == keyword);
    if let Some(index) = call.args.iter().position(by_keyword) {
        return Slot::Found(index);
    }
    let mut at = 0;
    for (index, arg) in call.args.iter().enumerate() {
        match arg.name {
            ArgName::Positional if Some(at) == position => return Slot::Found(index),
            ArgName::Positional => at += 1,
            ArgName::Spread if position.is_some() => return Slot::Unsure,
            ArgName::KeywordSpread if keyword.is_some() => return Slot::Unsure,
            _ => {}
        }
    }
    Slot::Absent
}

/// How many arguments are passed by position.
pub(crate) fn positional(call: &Call) -> usize {
    call.args
        .iter()
        .filter(|arg| arg.name == ArgName::Positional)
        .count()
}

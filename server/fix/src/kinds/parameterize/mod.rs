//! Binds the values of a query instead of writing them into its text.

pub(super) mod definition;
mod pass;
pub(super) mod rewrite;
pub(super) mod rust;
pub(super) mod text;
pub(super) mod values;

use tripline_ir::ExprId;
use tripline_rules::model::{Binding, Placeholder};
use tripline_rules::{FixRequest, Safety};
use tripline_syntax::Language;

use self::pass::BoundValue;
use self::text::QueryText;
use super::Draft;
use crate::place::Place;
use crate::sql::{self, Existing, ExistingStyle, Position};

/// One draft if the placeholder of the driver is known, else one for review for each that is plausible.
pub(super) fn drafts(place: Place<'_>, request: &FixRequest) -> Vec<Draft> {
    let Some(query) = Query::new(place, request) else {
        return Vec::new();
    };
    let binding = query.binding;
    if binding.placeholder != Placeholder::Unknown {
        return query.draft(binding.placeholder).into_iter().collect();
    }
    if let Some(style) = query.existing_style() {
        return query.draft(style).into_iter().collect();
    }
    plausible(place.language)
        .iter()
        .filter_map(|(style, title)| {
            let draft = query.draft(*style)?;
            Some(Draft {
                title: Some((*title).to_owned()),
                safety: Some(Safety::Review),
                ..draft
            })
        })
        .collect()
}

/// The placeholders that drivers of the language have, with the title that states the assumption.
fn plausible(language: Language) -> &'static [(Placeholder, &'static str)] {
    match language {
        // The types of the values would be a guess as well.
        Language::Rust => &[],
        Language::Python => &[
            (Placeholder::Question, "Parameterize with ? (sqlite3, ODBC)"),
            (
                Placeholder::Format,
                "Parameterize with %s (psycopg, MySQL, Django)",
            ),
        ],
        _ => &[
            (Placeholder::Question, "Parameterize with ? (MySQL, SQLite)"),
            (Placeholder::Dollar, "Parameterize with $1 (PostgreSQL)"),
        ],
    }
}

/// A query of a call, read.
struct Query<'a> {
    place: Place<'a>,
    binding: &'a Binding,
    call: ExprId,
    /// Index of the query among the arguments.
    argument: usize,
    text: QueryText<'a>,
    regions: Vec<Region>,
    placeholders: Vec<Existing>,
}

/// Symbols of the text that one placeholder replaces: a hole, or a string literal with its quotes.
pub(super) struct Region {
    symbols: std::ops::Range<usize>,
    is_quoted: bool,
}

impl Region {
    /// The hole that is the symbol at this index.
    pub(super) fn of_hole(at: usize) -> Self {
        Region {
            symbols: at..at + 1,
            is_quoted: false,
        }
    }
}

impl<'a> Query<'a> {
    fn new(place: Place<'a>, request: &'a FixRequest) -> Option<Self> {
        let binding = request.binding.as_ref()?;
        let call_id = request.location.expr?;
        let primary = request.location.primary?;
        let call = place.call(call_id)?;
        let argument = call.args.iter().position(|arg| arg.value == primary)?;
        let shape = request.shape.as_deref()?;
        let mut text = QueryText::new(place, shape, request.kind?)?;
        let mut read = sql::read(&text.symbols(), text.holes.len())?;
        if text.keep_trusted(&read.holes) {
            read = sql::read(&text.symbols(), text.holes.len())?;
        }
        let mut regions: Vec<Region> = Vec::new();
        for (index, position) in read.holes.iter().enumerate() {
            if text.holes[index].is_kept {
                continue;
            }
            let region = match position {
                Position::Value => {
                    let at = text.symbol_of_hole(index)?;
                    Region::of_hole(at)
                }
                Position::Quoted(range) => Region {
                    symbols: range.clone(),
                    is_quoted: true,
                },
                Position::Other => return None,
            };
            if regions
                .last()
                .is_none_or(|last| last.symbols != region.symbols)
            {
                regions.push(region);
            }
        }
        if regions.is_empty() {
            return None;
        }
        definition::check(place, shape, primary, call_id, &text)?;
        Some(Query {
            place,
            binding,
            call: call_id,
            argument,
            text,
            regions,
            placeholders: read.placeholders,
        })
    }

    /// The style of the placeholders that the query has already; `None` if it has none, or several.
    fn existing_style(&self) -> Option<Placeholder> {
        let style = |existing: &Existing| match existing.style {
            ExistingStyle::Question => Some(Placeholder::Question),
            ExistingStyle::Format => Some(Placeholder::Format),
            ExistingStyle::Dollar(_) => Some(Placeholder::Dollar),
            ExistingStyle::Colon(_) => Some(Placeholder::Colon),
            ExistingStyle::FormatName => None,
        };
        let first = style(self.placeholders.first()?)?;
        self.placeholders
            .iter()
            .all(|existing| style(existing) == Some(first))
            .then_some(first)
    }

    fn draft(&self, style: Placeholder) -> Option<Draft> {
        if !self.placeholders.is_empty() && self.existing_style() != Some(style) {
            return None;
        }
        let has_values = !self.placeholders.is_empty();
        let doubles = style == Placeholder::Format
            && (self.binding.doubles_percent || self.binding.placeholder == Placeholder::Unknown);
        let mut names: Vec<String> = Vec::new();
        let mut highest = 0;
        for existing in &self.placeholders {
            match &existing.style {
                ExistingStyle::Colon(name) => names.push(name.clone()),
                ExistingStyle::Dollar(number) => highest = highest.max(*number),
                _ => {}
            }
        }
        let mut placeholders = Vec::new();
        let mut bound = Vec::new();
        for region in &self.regions {
            let passed = self.binding.values;
            let value = values::expression(
                self.place,
                &self.text,
                region,
                doubles && has_values,
                passed,
            )?;
            let name = values::unique_name(self.place, &self.text, region, &names);
            names.push(name.clone());
            highest += 1;
            placeholders.push(match style {
                Placeholder::Question => "?".to_owned(),
                Placeholder::Format => "%s".to_owned(),
                Placeholder::Dollar => format!("${highest}"),
                Placeholder::Colon => format!(":{name}"),
                Placeholder::Unknown => return None,
            });
            let before = self
                .placeholders
                .iter()
                .filter(|existing| existing.at < region.symbols.start)
                .count();
            // Numbered values stand in the order of their numbers.
            let before = if style == Placeholder::Dollar {
                highest_count(&self.placeholders)
            } else {
                before
            };
            bound.push(BoundValue {
                source: value,
                name,
                existing_before: before,
            });
        }
        let regions: Vec<_> = self
            .regions
            .iter()
            .zip(&placeholders)
            .map(|(region, placeholder)| (region, placeholder.as_str()))
            .collect();
        let existing: Vec<usize> = self
            .placeholders
            .iter()
            .map(|existing| existing.at)
            .collect();
        let doubling = doubles && !has_values;
        let mut edits = rewrite::text(self.place, &self.text, &regions, &existing, doubling)?;
        let existing_values = if style == Placeholder::Dollar {
            highest_count(&self.placeholders)
        } else {
            self.placeholders.len()
        };
        edits.append(pass::values(
            self.place,
            self.call,
            self.argument,
            self.binding,
            &bound,
            existing_values,
        )?);
        Some(edits.into())
    }
}

/// How many values the numbered placeholders need.
fn highest_count(placeholders: &[Existing]) -> usize {
    let numbers = placeholders.iter().map(|existing| match existing.style {
        ExistingStyle::Dollar(number) => number as usize,
        _ => 0,
    });
    numbers.max().unwrap_or(0)
}

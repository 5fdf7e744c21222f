//! Edits of the literals that a query is written in.

use std::ops::Range;

use tripline_ir::{ExprId, ExprKind, Literal, Part, TemplateForm, literal};

use super::text::{Content, QueryText};
use super::{Region, rust};
use crate::edits::Edits;
use crate::imports;
use crate::place::Place;

/// Puts a placeholder in the place of each region. `existing` are the symbols at which placeholders stand already;
/// `doubles_percent` if a literal `%` must be doubled because the call had no values before.
pub(in crate::kinds) fn text(
    place: Place<'_>,
    text: &QueryText<'_>,
    regions: &[(&Region, &str)],
    existing: &[usize],
    doubles_percent: bool,
) -> Option<Edits> {
    let mut rewrite = Rewrite {
        place,
        text,
        edits: Edits::default(),
        removed: Vec::new(),
    };
    for (region, placeholder) in regions {
        rewrite.region(&region.symbols, placeholder, regions)?;
    }
    for template in rewrite.templates() {
        rewrite.template(template, regions)?;
    }
    rewrite.percents(regions, existing, doubles_percent);
    Some(rewrite.edits)
}

struct Rewrite<'a, 'q> {
    place: Place<'a>,
    text: &'q QueryText<'a>,
    edits: Edits,
    /// Operands that are removed from a concatenation.
    removed: Vec<ExprId>,
}

impl Rewrite<'_, '_> {
    fn region(
        &mut self,
        symbols: &Range<usize>,
        placeholder: &str,
        regions: &[(&Region, &str)],
    ) -> Option<()> {
        let atoms = &self.text.atoms[symbols.clone()];
        if atoms
            .iter()
            .any(|atom| matches!(atom.content, Content::Inserted(_)))
        {
            return None;
        }
        let (first, last) = (atoms.first()?, atoms.last()?);
        let is_contiguous = atoms
            .windows(2)
            .all(|pair| pair[0].range.end == pair[1].range.start);
        let is_template = matches!(self.place.expr(first.unit).kind, ExprKind::Template { .. });
        if first.unit == last.unit && is_template {
            if !is_contiguous && !self.is_one_literal(first.range.start, last.range.end) {
                return None;
            }
            let text = self.escaped(first.unit, placeholder, regions);
            self.edits.replace(first.range.start..last.range.end, text);
            return Some(());
        }
        let Some((concat, operands)) = self.operands_around(first.unit) else {
            // The operand of `+=`.
            return self.replace_operand(self.place.range(first.unit), atoms.len(), placeholder);
        };
        let index = |unit: ExprId| operands.iter().position(|operand| *operand == unit);
        let (first_index, last_index) = (index(first.unit)?, index(last.unit)?);
        let is_hole = |content: Content| matches!(content, Content::Hole(_));
        let starts_with_operand = is_hole(first.content) && !is_template;
        let left = if starts_with_operand {
            first_index.checked_sub(1)
        } else {
            Some(first_index)
        };
        let left_content = left.and_then(|left| content_of(self.place, operands[left]));
        let (Some(left), Some(left_content)) = (left, left_content) else {
            let outer = self.outer(concat, operands[first_index]);
            return self.replace_operand(outer, atoms.len(), placeholder);
        };
        let cut_from = if starts_with_operand {
            left_content.end
        } else {
            first.range.start
        };
        let ends_with_operand = is_hole(last.content)
            && !matches!(self.place.expr(last.unit).kind, ExprKind::Template { .. });
        let (right, cut_to) = if ends_with_operand {
            let right = last_index + 1;
            (
                right,
                operands
                    .get(right)
                    .and_then(|&id| content_of(self.place, id))
                    .map(|content| content.start),
            )
        } else {
            (last_index, Some(last.range.end))
        };
        self.removed
            .extend(&operands[left + 1..right.max(left + 1)]);
        let placeholder = self.escaped(operands[left], placeholder, regions);
        let right_operand = operands.get(right).copied().filter(|_| cut_to.is_some());
        if let (Some(right), Some(cut_to)) = (right_operand, cut_to)
            && self.can_merge(operands[left], right)
        {
            self.edits.replace(cut_from..cut_to, placeholder);
            return Some(());
        }
        self.edits.replace(cut_from..left_content.end, placeholder);
        let left_end = self.outer(concat, operands[left]).end;
        let mut removed_end = self.outer(concat, operands[right - 1]).end;
        if let (Some(right), Some(cut_to)) = (right_operand.filter(|_| !ends_with_operand), cut_to)
        {
            let content = content_of(self.place, right)?;
            if cut_to == content.end {
                self.removed.push(right);
                removed_end = self.outer(concat, right).end;
            } else {
                self.edits.delete(content.start..cut_to);
            }
        }
        if self.place.has_comment(&(left_end..removed_end)) {
            return None;
        }
        self.edits.delete(left_end..removed_end);
        Some(())
    }

    /// Puts a literal in the place of an operand that is all of a region.
    fn replace_operand(
        &mut self,
        operand: Range<usize>,
        symbols: usize,
        placeholder: &str,
    ) -> Option<()> {
        if symbols != 1 {
            return None;
        }
        self.edits.replace(
            operand,
            literal::quote(self.place.language, placeholder, '"'),
        );
        Some(())
    }

    /// The concatenation that has this expression as an operand.
    fn operands_around(&self, unit: ExprId) -> Option<(ExprId, Vec<ExprId>)> {
        let parent = self.place.parent(unit)?;
        match &self.place.expr(parent).kind {
            ExprKind::Concat(operands) => Some((parent, operands.to_vec())),
            _ => None,
        }
    }

    fn outer(&self, concat: ExprId, operand: ExprId) -> Range<usize> {
        self.place
            .with_parentheses(self.place.range(operand), self.place.range(concat))
    }

    /// Whether two operands are literals on one line that may become one.
    fn can_merge(&self, left: ExprId, right: ExprId) -> bool {
        let is_plain = |id: ExprId| {
            matches!(
                self.place.expr(id).kind,
                ExprKind::Literal(Literal::String(_))
            )
        };
        let delimiters =
            |id: ExprId| literal::delimiters(self.place.language, self.place.source_of(id));
        let between = self.place.range(left).end..self.place.range(right).start;
        is_plain(left)
            && is_plain(right)
            && delimiters(left).is_some()
            && delimiters(left) == delimiters(right)
            && !self.place.slice(between.clone()).contains(['\n', '(', ')'])
            && !self.place.has_comment(&between)
    }

    /// Whether a range lies inside the quotes of one literal, so that what separates its characters is line
    /// continuations alone.
    fn is_one_literal(&self, start: usize, end: usize) -> bool {
        self.place.body.exprs.iter().any(|expr| match &expr.kind {
            ExprKind::Literal(Literal::String(literal)) => {
                let content = self.place.resolve(literal.content);
                content.start <= start && end <= content.end
            }
            ExprKind::Template {
                form: TemplateForm::FString | TemplateForm::TemplateLiteral,
                ..
            } => {
                let range = self.place.resolve(expr.span);
                range.start <= start && end <= range.end
            }
            _ => false,
        })
    }

    /// The placeholder as it must be written in a literal.
    fn escaped(&self, unit: ExprId, placeholder: &str, regions: &[(&Region, &str)]) -> String {
        match self.form(unit) {
            Some(TemplateForm::Percent | TemplateForm::Sprintf)
                if !self.remaining(unit, regions).is_empty() =>
            {
                placeholder.replace('%', "%%")
            }
            _ => placeholder.to_owned(),
        }
    }

    fn form(&self, unit: ExprId) -> Option<TemplateForm> {
        match self.place.expr(unit).kind {
            ExprKind::Template { form, .. } => Some(form),
            _ => None,
        }
    }

    /// The templates that stay, in source order.
    fn templates(&self) -> Vec<ExprId> {
        let mut found: Vec<ExprId> = self.text.atoms.iter().map(|atom| atom.unit).collect();
        found.retain(|unit| self.form(*unit).is_some() && !self.removed.contains(unit));
        found.sort();
        found.dedup();
        found
    }

    /// Indices among the holes of a template that stay.
    fn remaining(&self, template: ExprId, regions: &[(&Region, &str)]) -> Vec<usize> {
        let ExprKind::Template { parts, .. } = &self.place.expr(template).kind else {
            return Vec::new();
        };
        let bound = |span: Range<usize>| {
            regions.iter().any(|(region, _)| {
                self.text.atoms[region.symbols.clone()]
                    .iter()
                    .any(|atom| atom.unit == template && atom.range == span)
            })
        };
        let holes = parts.iter().filter_map(|part| match part {
            Part::Hole { span, .. } => Some(self.place.resolve(*span)),
            Part::Text { .. } => None,
        });
        holes
            .enumerate()
            .filter(|(_, span)| !bound(span.clone()))
            .map(|(index, _)| index)
            .collect()
    }

    /// Makes a template without holes a plain literal, and takes away arguments that it does not need any more.
    fn template(&mut self, template: ExprId, regions: &[(&Region, &str)]) -> Option<()> {
        let ExprKind::Template {
            form,
            parts,
            format,
        } = &self.place.expr(template).kind
        else {
            return None;
        };
        let remaining = self.remaining(template, regions);
        let holes = parts
            .iter()
            .filter(|part| matches!(part, Part::Hole { .. }))
            .count();
        if remaining.len() == holes {
            return Some(());
        }
        let whole = self.place.range(template);
        if remaining.is_empty() {
            match form {
                TemplateForm::TemplateLiteral => return Some(()),
                TemplateForm::FormatMacro => {
                    self.edits.append(rust::unformatted(self.place, template)?);
                }
                TemplateForm::FString => {
                    let found =
                        literal::delimiters(self.place.language, self.place.slice(whole.clone()))?;
                    let letter = found.prefix.find(['f', 'F', 't', 'T'])?;
                    self.edits
                        .delete(whole.start + letter..whole.start + letter + 1);
                }
                TemplateForm::Percent | TemplateForm::Format | TemplateForm::Sprintf => {
                    let format = self.place.range((*format)?);
                    // The parentheses of a call are not those of the format.
                    let outer = if *form == TemplateForm::Sprintf {
                        format.clone()
                    } else {
                        self.place.with_parentheses(format.clone(), whole.clone())
                    };
                    for range in [whole.start..outer.start, outer.end..whole.end] {
                        if self.place.has_comment(&range) {
                            return None;
                        }
                        self.edits.delete(range);
                    }
                    if *form == TemplateForm::Sprintf {
                        let package = self
                            .place
                            .slice(whole.start..format.start)
                            .split('.')
                            .next()?
                            .trim();
                        self.edits.append(imports::unused_without(
                            self.place.source,
                            package,
                            &whole,
                        ));
                    }
                }
            }
            self.undouble_braces(template, regions, *form);
            return Some(());
        }
        let has_arguments = !matches!(form, TemplateForm::FString | TemplateForm::TemplateLiteral);
        if has_arguments && !self.are_in_format(template) {
            self.arguments(template, &remaining)?;
        }
        Some(())
    }

    /// Whether every value of a template is named in the format itself: `format!("{name}")`.
    fn are_in_format(&self, template: ExprId) -> bool {
        let ExprKind::Template {
            parts,
            format: Some(format),
            ..
        } = &self.place.expr(template).kind
        else {
            return false;
        };
        let format = self.place.range(*format);
        parts.iter().all(|part| match part {
            Part::Hole { value, .. } => {
                let value = self.place.range(*value);
                format.start <= value.start && value.end <= format.end
            }
            Part::Text { .. } => true,
        })
    }

    /// Removes the arguments of holes that are gone, which are passed in the order of the holes.
    fn arguments(&mut self, template: ExprId, remaining: &[usize]) -> Option<()> {
        let ExprKind::Template {
            form,
            parts,
            format,
        } = &self.place.expr(template).kind
        else {
            return None;
        };
        let whole = self.place.range(template);
        let format_end = self
            .place
            .with_parentheses(self.place.range((*format)?), whole.clone())
            .end;
        let values: Vec<Range<usize>> = parts
            .iter()
            .filter_map(|part| match part {
                Part::Hole { value, span, .. } => Some((
                    self.place.range(*value),
                    self.place.slice(self.place.resolve(*span)),
                )),
                Part::Text { .. } => None,
            })
            .map(|(range, written)| {
                // A hole that names its argument may share it with others.
                let names = match form {
                    TemplateForm::Format | TemplateForm::FormatMacro => {
                        written.starts_with('{')
                            && !written.starts_with("{}")
                            && !written.starts_with("{:")
                    }
                    _ => written.contains(['(', '[', '*']),
                };
                (!names).then(|| self.place.with_parentheses(range, format_end..whole.end))
            })
            .collect::<Option<_>>()?;
        let in_order = values.windows(2).all(|pair| pair[0].end <= pair[1].start);
        let behind_format = values.iter().all(|value| value.start >= format_end);
        if !in_order || !behind_format {
            return None;
        }
        // In a tuple of one element the comma is part of it; `% (a, b)` has the parentheses of a tuple.
        let keeps_one = *form == TemplateForm::Percent && remaining.len() == 1;
        for index in (0..values.len()).filter(|index| !remaining.contains(index)) {
            let has_kept_before = remaining.iter().any(|kept| *kept < index);
            let range = match (*form, has_kept_before) {
                (TemplateForm::Sprintf, _) if index == 0 => format_end..values[0].end,
                (TemplateForm::Sprintf, _) | (_, true) => values[index - 1].end..values[index].end,
                (_, false) => values[index].start..values[index + 1].start,
            };
            if self.place.has_comment(&range) {
                return None;
            }
            self.edits.delete(range);
        }
        if keeps_one {
            let last = values.last()?.end;
            if !self
                .place
                .slice(last..whole.end)
                .trim_start()
                .starts_with(',')
            {
                self.edits.insert(last, ",");
            }
        }
        Some(())
    }

    /// `{{` is one brace in a plain literal.
    fn undouble_braces(
        &mut self,
        template: ExprId,
        regions: &[(&Region, &str)],
        form: TemplateForm,
    ) {
        if !matches!(
            form,
            TemplateForm::FString | TemplateForm::Format | TemplateForm::FormatMacro
        ) {
            return;
        }
        for (index, atom) in self.text.atoms.iter().enumerate() {
            let is_doubled =
                atom.content == Content::Written('{') || atom.content == Content::Written('}');
            if atom.unit == template
                && is_doubled
                && atom.range.len() == 2
                && !is_in(regions, index)
            {
                self.edits.delete(atom.range.start..atom.range.start + 1);
            }
        }
    }

    /// Writes each literal `%` as its literal and the driver need it.
    fn percents(&mut self, regions: &[(&Region, &str)], existing: &[usize], doubles: bool) {
        for (index, atom) in self.text.atoms.iter().enumerate() {
            let is_percent = atom.content == Content::Written('%');
            if !is_percent
                || is_in(regions, index)
                || existing.contains(&index)
                || self.removed.contains(&atom.unit)
            {
                continue;
            }
            let escapes = matches!(
                self.form(atom.unit),
                Some(TemplateForm::Percent | TemplateForm::Sprintf)
            );
            let stays_escaped = escapes && !self.remaining(atom.unit, regions).is_empty();
            match (escapes, stays_escaped, doubles) {
                (true, true, true) => self.edits.insert(atom.range.end, "%%"),
                (true, false, false) => self.edits.delete(atom.range.start..atom.range.start + 1),
                (false, _, true) => self.edits.insert(atom.range.end, "%"),
                _ => {}
            }
        }
    }
}

fn is_in(regions: &[(&Region, &str)], index: usize) -> bool {
    regions
        .iter()
        .any(|(region, _)| region.symbols.contains(&index))
}

/// The text between the quotes of a literal, or of a template that is written as one.
fn content_of(place: Place<'_>, id: ExprId) -> Option<Range<usize>> {
    let range = place.range(id);
    match &place.expr(id).kind {
        ExprKind::Literal(Literal::String(literal)) => Some(place.resolve(literal.content)),
        ExprKind::Template {
            form: TemplateForm::FString | TemplateForm::TemplateLiteral,
            ..
        } => {
            let found = literal::delimiters(place.language, place.slice(range.clone()))?;
            let start = range.start + found.prefix.len() + found.quote.len();
            let end = range.end.checked_sub(found.quote.len())?;
            (start <= end).then_some(start..end)
        }
        _ => None,
    }
}

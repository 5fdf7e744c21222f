//! The text of a query as symbols, each with where it is written.

use std::ops::Range;

use tripline_flow::{Kind, Piece, Shape, Value};
use tripline_ir::{BodyKey, ExprId, ExprKind, Literal, Span, TemplateForm, literal};

use crate::place::Place;
use crate::sql::{Position, Symbol};

/// A query text that was built in one body.
pub(in crate::kinds) struct QueryText<'a> {
    /// The kind of harm that the text does.
    kind: Kind,
    pub(in crate::kinds) atoms: Vec<Atom>,
    pub(in crate::kinds) holes: Vec<Hole<'a>>,
}

/// A symbol and where it is written.
#[derive(Clone, Debug)]
pub(in crate::kinds) struct Atom {
    pub(in crate::kinds) content: Content,
    /// Absolute bytes; of a constant that a hole stands for, those of the hole.
    pub(in crate::kinds) range: Range<usize>,
    /// The literal, template or operand that it is written in.
    pub(in crate::kinds) unit: ExprId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::kinds) enum Content {
    /// A character of a literal.
    Written(char),
    /// A character of a constant that is inserted: it can be read but not edited.
    Inserted(char),
    /// A hole.
    Hole(usize),
}

/// An inserted value.
pub(in crate::kinds) struct Hole<'a> {
    pub(in crate::kinds) expr: ExprId,
    /// The template that it is in; `None` for an operand of a concatenation.
    pub(in crate::kinds) template: Option<ExprId>,
    pub(in crate::kinds) spec: &'a str,
    pub(in crate::kinds) value: &'a Value,
    /// It stays in the text.
    pub(in crate::kinds) is_kept: bool,
}

impl<'a> QueryText<'a> {
    /// `None` if the text was not built in this body, or what is known of it does not fit the source.
    pub(in crate::kinds) fn new(place: Place<'a>, shape: &'a Shape, kind: Kind) -> Option<Self> {
        if shape.built_at.is_empty() || shape.built_at.iter().any(|(key, _)| *key != place.body.key)
        {
            return None;
        }
        let mut text = QueryText {
            kind,
            atoms: Vec::new(),
            holes: Vec::new(),
        };
        for piece in &shape.pieces {
            match piece {
                Piece::Text {
                    text: value,
                    literal,
                    span,
                } => text.written(place, value, *literal, *span)?,
                Piece::Hole {
                    expr,
                    within,
                    span,
                    spec,
                    value,
                } => {
                    text.hole(place, *expr, *within, *span, spec, value)?;
                }
            }
        }
        Some(text)
    }

    pub(in crate::kinds) fn symbols(&self) -> Vec<Symbol> {
        let symbol = |atom: &Atom| match atom.content {
            Content::Written(character) | Content::Inserted(character) => Symbol::Char(character),
            Content::Hole(index) if self.holes[index].is_kept => Symbol::Kept,
            Content::Hole(index) => Symbol::Hole(index),
        };
        self.atoms.iter().map(symbol).collect()
    }

    pub(in crate::kinds) fn symbol_of_hole(&self, index: usize) -> Option<usize> {
        self.atoms
            .iter()
            .position(|atom| atom.content == Content::Hole(index))
    }

    /// Keeps the holes that nobody distrusts and that cannot be bound; says whether there are any.
    pub(in crate::kinds) fn keep_trusted(&mut self, positions: &[Position]) -> bool {
        let mut found = false;
        for (hole, position) in self.holes.iter_mut().zip(positions) {
            if *position == Position::Other && !hole.is_kept && hole.value.taint.is_empty() {
                hole.is_kept = true;
                found = true;
            }
        }
        found
    }

    fn written(
        &mut self,
        place: Place<'a>,
        value: &str,
        at: (BodyKey, ExprId),
        span: Span,
    ) -> Option<()> {
        let (key, id) = at;
        if key != place.body.key {
            return None;
        }
        let template = template_of_format(place, id);
        let form = template
            .or(Some(id))
            .and_then(|id| match &place.expr(id).kind {
                ExprKind::Template { form, .. } => Some(*form),
                _ => None,
            });
        let range = place.resolve(span);
        let start = self.atoms.len();
        let is_raw = leaf_at(place, id, range.start)?;
        let source = place.slice(range.clone());
        let mut previous: Option<(Range<usize>, char)> = None;
        for (written, character) in literal::characters(place.language, source, is_raw) {
            let written = range.start + written.start..range.start + written.end;
            let is_doubled = |other: char| match form {
                Some(TemplateForm::FString | TemplateForm::Format | TemplateForm::FormatMacro) => {
                    matches!(other, '{' | '}')
                }
                Some(TemplateForm::Percent | TemplateForm::Sprintf) => other == '%',
                Some(TemplateForm::TemplateLiteral) | None => false,
            };
            if let Some((first, other)) = previous.take()
                && other == character
                && is_doubled(character)
            {
                let atom = self.atoms.last_mut()?;
                atom.range = first.start..written.end;
                continue;
            }
            previous = Some((written.clone(), character));
            self.atoms.push(Atom {
                content: Content::Written(character),
                range: written,
                unit: template.unwrap_or(id),
            });
        }
        let is_same = self.atoms[start..].iter().map(|atom| match atom.content {
            Content::Written(character) => character,
            _ => '\0',
        });
        is_same.eq(value.chars()).then_some(())
    }

    fn hole(
        &mut self,
        place: Place<'a>,
        (key, expr): (BodyKey, ExprId),
        (_, within): (BodyKey, ExprId),
        span: Span,
        spec: &'a str,
        value: &'a Value,
    ) -> Option<()> {
        if key != place.body.key {
            return None;
        }
        let template = (within != expr).then_some(within);
        let range = place.resolve(span);
        if let Some(constant) = value.content.string() {
            let inserted = constant.chars().map(|character| Atom {
                content: Content::Inserted(character),
                range: range.clone(),
                unit: within,
            });
            self.atoms.extend(inserted);
            return Some(());
        }
        let labels = &value.taint.0;
        let is_cleared =
            !labels.is_empty() && labels.iter().all(|label| label.cleared.contains(self.kind));
        let index = self.holes.len();
        self.holes.push(Hole {
            expr,
            template,
            spec,
            value,
            is_kept: value.content.is_fixed() || is_cleared,
        });
        self.atoms.push(Atom {
            content: Content::Hole(index),
            range,
            unit: within,
        });
        Some(())
    }
}

/// The template whose format this literal is.
fn template_of_format(place: Place<'_>, literal: ExprId) -> Option<ExprId> {
    place
        .body
        .exprs
        .iter()
        .enumerate()
        .find_map(|(index, expr)| match &expr.kind {
            ExprKind::Template {
                format: Some(format),
                ..
            } if *format == literal => Some(ExprId(index as u32)),
            _ => None,
        })
}

/// Whether the literal at `at`, which is `id` or a part of it, is raw.
fn leaf_at(place: Place<'_>, id: ExprId, at: usize) -> Option<bool> {
    match &place.expr(id).kind {
        ExprKind::Concat(operands) => {
            let operand = operands.iter().find(|operand| {
                let range = place.range(**operand);
                range.start <= at && at <= range.end
            })?;
            leaf_at(place, *operand, at)
        }
        ExprKind::Literal(Literal::String(_)) | ExprKind::Template { .. } => {
            Some(literal::delimiters(place.language, &place.text[place.range(id).start..])?.raw)
        }
        _ => None,
    }
}

//! Strings, and formats with holes.

use smallvec::SmallVec;
use tree_sitter::Node;
use tripline_syntax::Language;

use super::grammar::{Field, Kind};
use super::placeholders::{self, Argument, Piece};
use super::{Lowering, literal_parts};
use crate::literal::{self};
use crate::{ArgName, ExprId, ExprKind, Literal, Part, StringLiteral, Symbol, TemplateForm};

impl<'a, 't> Lowering<'_, 'a, 't> {
    pub(super) fn string(&mut self, node: Node<'t>) -> ExprId {
        let source = self.b.text(node);
        let Some((delimiters, content)) = literal_parts(source) else {
            return self.b.unknown(node);
        };
        let start = node.start_byte() + delimiters.prefix.len() + delimiters.quote.len();
        if delimiters.interpolated {
            return self.interpolated(node, delimiters.raw, start, start + content.len());
        }
        let string = self.string_literal(content, start, delimiters.raw);
        let is_bytes = delimiters
            .prefix
            .bytes()
            .any(|byte| byte.eq_ignore_ascii_case(&b'b'));
        let literal = if is_bytes {
            Literal::Bytes(string)
        } else {
            Literal::String(string)
        };
        self.b.expr_at(ExprKind::Literal(literal), node)
    }

    fn string_literal(&mut self, content: &str, start: usize, raw: bool) -> StringLiteral {
        let value = literal::decode_cow(Language::Python, content, raw);
        StringLiteral {
            value: value.into(),
            content: self.b.range(start, start + content.len()),
        }
    }

    /// An f-string whose content is `start..end`.
    fn interpolated(&mut self, node: Node<'t>, raw: bool, start: usize, end: usize) -> ExprId {
        let mut parts: SmallVec<[Part; 8]> = SmallVec::new();
        let mut at = start;
        for child in &self.tree.children(node) {
            if child.kind == Kind::Interpolation {
                parts.extend(self.interpolated_text(at, child.node.start_byte(), raw));
                self.hole(child.node, &mut parts);
                at = child.node.end_byte();
            }
        }
        parts.extend(self.interpolated_text(at, end, raw));
        let has_hole = parts.iter().any(|part| matches!(part, Part::Hole { .. }));
        if has_hole {
            let parts = parts.into_vec().into_boxed_slice();
            return self.b.expr_at(
                ExprKind::Template {
                    form: TemplateForm::FString,
                    parts,
                    format: None,
                },
                node,
            );
        }
        let value = match parts.into_iter().next() {
            Some(Part::Text { value, .. }) => value,
            _ => Box::default(),
        };
        let content = self.b.range(start, end);
        self.b.expr_at(
            ExprKind::Literal(Literal::String(StringLiteral { value, content })),
            node,
        )
    }

    fn interpolated_text(&mut self, start: usize, end: usize, raw: bool) -> Option<Part> {
        if start >= end {
            return None;
        }
        let source = self.b.slice(start..end);
        let value = if source.contains("{{") || source.contains("}}") {
            let single = source.replace("{{", "{").replace("}}", "}");
            literal::decode(Language::Python, &single, raw).into()
        } else {
            literal::decode_cow(Language::Python, source, raw).into()
        };
        Some(Part::Text {
            value,
            span: self.b.range(start, end),
        })
    }

    /// `{value!r:spec}`, and the holes of its specification after it.
    fn hole(&mut self, node: Node<'t>, parts: &mut SmallVec<[Part; 8]>) {
        let children = self.tree.children(node);
        let end = node.end_byte() - usize::from(self.b.text(node).ends_with('}'));
        let (value, spec) = if let Some(expression) = children.get(Field::Expression) {
            let spec_start = expression.end_byte().min(end);
            (self.expr(expression), self.b.slice(spec_start..end).trim())
        } else {
            let loose = self.parts(node);
            (self.b.expr_at(ExprKind::Unknown(loose), node), "")
        };
        parts.push(Part::Hole {
            value,
            span: self.b.span(node),
            spec: spec.into(),
        });
        let Some(specifier) = children.of_kind(Kind::FormatSpecifier) else {
            return;
        };
        if !self.b.enter() {
            return;
        }
        for child in &self.tree.children(specifier) {
            if matches!(child.kind, Kind::FormatExpression | Kind::Interpolation) {
                self.hole(child.node, parts);
            }
        }
        self.b.leave();
    }

    pub(super) fn concatenated_string(&mut self, node: Node<'t>) -> ExprId {
        let mut operands = SmallVec::new();
        self.operand(node, &mut operands);
        match operands.as_slice() {
            [only] => *only,
            operands => self.b.expr_at(ExprKind::Concat(Box::from(operands)), node),
        }
    }

    /// The string nodes that `node` is made of, if they are all plain literals.
    fn literal_pieces(&mut self, node: Node<'t>) -> Option<SmallVec<[Node<'t>; 4]>> {
        let mut pieces = SmallVec::new();
        let mut rest: SmallVec<[Node<'t>; 4]> = SmallVec::new();
        rest.push(node);
        while let Some(node) = rest.pop() {
            let (node, kind) = self.tree.strip(node);
            match kind {
                Kind::String => {
                    let (delimiters, _) = literal_parts(self.b.text(node))?;
                    let is_bytes = delimiters
                        .prefix
                        .bytes()
                        .any(|byte| byte.eq_ignore_ascii_case(&b'b'));
                    if is_bytes || delimiters.interpolated {
                        return None;
                    }
                    pieces.push(node);
                }
                Kind::ConcatenatedString => {
                    let children = self.tree.children(node);
                    rest.extend(children.into_iter().map(|child| child.node).rev());
                }
                Kind::Binary => {
                    let (left, right) = self.sum(node)?;
                    rest.push(right);
                    rest.push(left);
                }
                _ => return None,
            }
        }
        Some(pieces)
    }

    /// `"..." % arguments`; `None` if the left side is no literal or has no placeholder.
    pub(super) fn percent(
        &mut self,
        node: Node<'t>,
        left: Node<'t>,
        right: Node<'t>,
    ) -> Option<ExprId> {
        let literals = self.literal_pieces(left)?;
        let pieces = self.pieces(&literals, placeholders::percent)?;
        let arguments = self.percent_arguments(right);
        Some(self.template(node, left, TemplateForm::Percent, pieces, &arguments))
    }

    /// `"...".format(arguments)`; `None` if the call is none.
    pub(super) fn format_call(
        &mut self,
        node: Node<'t>,
        function: Node<'t>,
        arguments: Node<'t>,
    ) -> Option<ExprId> {
        if self.tree.kinds.of(function) != Kind::Attribute
            || self.tree.kinds.of(arguments) != Kind::Argument
        {
            return None;
        }
        if !self.b.text(function).ends_with("format") {
            return None;
        }
        let children = self.tree.children(function);
        let (object, name) = (
            children.get(Field::Object)?,
            children.get(Field::Attribute)?,
        );
        if self.b.text(name) != "format" {
            return None;
        }
        let literals = self.literal_pieces(object)?;
        let pieces = self.pieces(&literals, placeholders::braces)?;
        let arguments = self.format_arguments(arguments);
        Some(self.template(node, object, TemplateForm::Format, pieces, &arguments))
    }

    /// Text and placeholders of format literals; `None` without placeholders.
    fn pieces(
        &mut self,
        literals: &[Node<'t>],
        split: fn(&'a str, usize, bool, &mut Vec<Piece<'a>>),
    ) -> Option<Vec<Piece<'a>>> {
        let mut pieces = Vec::new();
        for literal in literals {
            let (delimiters, content) = literal_parts(self.b.text(*literal))?;
            let start = literal.start_byte() + delimiters.prefix.len() + delimiters.quote.len();
            split(content, start, delimiters.raw, &mut pieces);
        }
        pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Hole { .. }))
            .then_some(pieces)
    }

    fn template(
        &mut self,
        node: Node<'t>,
        format: Node<'t>,
        form: TemplateForm,
        pieces: Vec<Piece<'a>>,
        arguments: &FormatArguments,
    ) -> ExprId {
        let format = self.expr(format);
        let mut next = 0;
        let mut parts = Vec::with_capacity(pieces.len());
        for piece in pieces {
            parts.push(match piece {
                Piece::Text { value, range } => Part::Text {
                    value: value.into_boxed_str(),
                    span: self.b.range(range.start, range.end),
                },
                Piece::Hole {
                    range,
                    argument,
                    spec,
                } => {
                    let span = self.b.range(range.start, range.end);
                    let found = match argument {
                        Argument::Next => {
                            next += 1;
                            arguments.position(next - 1)
                        }
                        Argument::Index(index) => arguments.position(index),
                        Argument::Name(name) => arguments.name(name),
                    };
                    let value = found
                        .unwrap_or_else(|| self.b.expr(ExprKind::Unknown(Box::default()), span));
                    Part::Hole {
                        value,
                        span,
                        spec: spec.into(),
                    }
                }
            });
        }
        let parts = parts.into_boxed_slice();
        self.b.expr_at(
            ExprKind::Template {
                form,
                parts,
                format: Some(format),
            },
            node,
        )
    }

    fn percent_arguments(&mut self, right: Node<'t>) -> FormatArguments {
        let (right, kind) = self.tree.strip(right);
        let mut arguments = FormatArguments::default();
        match kind {
            Kind::Tuple => {
                for child in &self.tree.children(right) {
                    if self.is_splat(child.node, child.kind) {
                        arguments.rest = Some(self.splatted(child.node, child.kind));
                    } else {
                        arguments.positional.push(self.expr(child.node));
                    }
                }
            }
            Kind::Dictionary => {
                for child in &self.tree.children(right) {
                    let parts = self.tree.children(child.node);
                    if child.kind == Kind::DictionarySplat {
                        arguments.keyword_rest = parts.first().map(|value| self.expr(value.node));
                    } else if let Some(value) = parts.get(Field::Value) {
                        let value = self.expr(value);
                        let key = parts
                            .get(Field::Key)
                            .and_then(|key| literal_parts(self.b.text(key)));
                        match key {
                            Some((_, key)) => arguments.named.push((Symbol::new(key), value)),
                            None => arguments.keyword_rest = Some(value),
                        }
                    }
                }
            }
            _ => {
                let value = self.expr(right);
                arguments.rest = Some(value);
                arguments.keyword_rest = Some(value);
            }
        }
        arguments
    }

    fn format_arguments(&mut self, node: Node<'t>) -> FormatArguments {
        let mut arguments = FormatArguments::default();
        for arg in self.arguments(node) {
            match arg.name {
                ArgName::Positional => arguments.positional.push(arg.value),
                ArgName::Keyword(name) => arguments.named.push((name, arg.value)),
                ArgName::Spread => arguments.rest = Some(arg.value),
                ArgName::KeywordSpread => arguments.keyword_rest = Some(arg.value),
            }
        }
        arguments
    }
}

/// What fills the placeholders of a format.
#[derive(Default)]
struct FormatArguments {
    positional: SmallVec<[ExprId; 4]>,
    named: SmallVec<[(Symbol, ExprId); 4]>,
    /// For positions beyond the positional ones.
    rest: Option<ExprId>,
    /// For names that are not among the named ones.
    keyword_rest: Option<ExprId>,
}

impl FormatArguments {
    pub(super) fn position(&self, index: usize) -> Option<ExprId> {
        self.positional.get(index).copied().or(self.rest)
    }

    pub(super) fn name(&self, name: &str) -> Option<ExprId> {
        let named = self.named.iter().find(|(known, _)| known.as_str() == name);
        named.map(|(_, value)| *value).or(self.keyword_rest)
    }
}

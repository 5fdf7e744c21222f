//! Calls of `fmt` as templates.

use smallvec::SmallVec;
use tree_sitter::Node;

use super::expr::literal_content;
use super::grammar::{Kind, field};
use super::verbs::{Format, Piece};
use super::{Lowering, Nodes};
use crate::lower::builder::Builder;
use crate::{ExprId, ExprKind, Literal, Part, StringLiteral, TemplateForm};

impl<'t> Lowering<'t> {
    /// A call of `fmt.Sprintf` with a constant format.
    pub(super) fn sprintf(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        function: Node<'t>,
        arguments: Node<'t>,
    ) -> Option<ExprId> {
        if Kind::of(function) != Kind::SelectorExpression
            || b.text(field!(function, field)?) != "Sprintf"
        {
            return None;
        }
        let package = field!(function, operand)?;
        if Kind::of(package) != Kind::Identifier
            || !self.fmt.iter().any(|name| **name == *b.text(package))
        {
            return None;
        }
        let arguments = self.children(arguments);
        let (format_node, operands) = arguments.split_first()?;
        let literals = self.string_literals(b, *format_node)?;
        let format = self.expr(b, *format_node);
        let mut values = SmallVec::<[ExprId; 4]>::new();
        let mut spread = None;
        for operand in operands {
            if Kind::of(*operand) == Kind::VariadicArgument {
                spread = Some(self.only_child(b, *operand));
            } else {
                values.push(self.expr(b, *operand));
            }
        }
        let mut parts = Vec::new();
        let mut verbs = Format::default();
        for literal in literals {
            let (content, start) = literal_content(literal, b.slice(0..literal.end_byte()));
            for piece in verbs.pieces(content, Kind::of(literal) == Kind::RawStringLiteral) {
                parts.push(match piece {
                    Piece::Text { value, range } => Part::Text {
                        value: value.into(),
                        span: b.range(start + range.start, start + range.end),
                    },
                    Piece::Verb { range, operand } => {
                        let span = b.range(start + range.start, start + range.end);
                        let value = values.get(operand).copied().or(spread);
                        let value = value
                            .unwrap_or_else(|| b.expr(ExprKind::Unknown(Box::default()), span));
                        Part::Hole {
                            value,
                            span,
                            spec: content[range.start + 1..range.end].into(),
                        }
                    }
                });
            }
        }
        Some(template(b, parts, format, node))
    }

    /// The literals of a string, or of strings that are added up; `None` if it is anything else.
    fn string_literals(&mut self, b: &Builder<'_>, node: Node<'t>) -> Option<Nodes<'t>> {
        let mut literals = Nodes::new();
        let mut rest = Some(node);
        while let Some(node) = rest.take() {
            let node = self.without_parentheses(node);
            let last = if Kind::of(node) == Kind::BinaryExpression
                && b.text(field!(node, operator)?) == "+"
            {
                rest = field!(node, left);
                let right = field!(node, right)?;
                self.without_parentheses(right)
            } else {
                node
            };
            if !matches!(
                Kind::of(last),
                Kind::InterpretedStringLiteral | Kind::RawStringLiteral
            ) {
                return None;
            }
            literals.push(last);
        }
        literals.reverse();
        Some(literals)
    }
}

/// A format with its holes; a plain string if it has none.
pub(super) fn template(
    b: &mut Builder<'_>,
    parts: Vec<Part>,
    format: ExprId,
    node: Node<'_>,
) -> ExprId {
    if parts.iter().any(|part| matches!(part, Part::Hole { .. })) {
        let (form, parts) = (TemplateForm::Sprintf, parts.into_boxed_slice());
        return b.expr_at(
            ExprKind::Template {
                form,
                parts,
                format: Some(format),
            },
            node,
        );
    }
    let mut literal = StringLiteral {
        value: Box::default(),
        content: b.get(format).span,
    };
    let mut whole = String::new();
    for (index, part) in parts.iter().enumerate() {
        if let Part::Text { value, span } = part {
            whole.push_str(value);
            literal.content = if index == 0 {
                *span
            } else {
                literal.content.cover(*span)
            };
        }
    }
    literal.value = whole.into();
    b.expr_at(ExprKind::Literal(Literal::String(literal)), node)
}

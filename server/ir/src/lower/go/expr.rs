//! Expressions.

use smallvec::SmallVec;
use tree_sitter::Node;
use tripline_syntax::Language;

use super::composite::LiteralType;
use super::grammar::{Kind, field};
use super::ty::base_type;
use super::{Lowering, Nodes};
use crate::lower::builder::Builder;
use crate::{
    Arg, ArgName, Block, Call, CallForm, Closure, Collection, CollectionKind, Entry, ExprId,
    ExprKind, Literal, ParamKind, Span, StringLiteral, Symbol, literal,
};

impl<'t> Lowering<'t> {
    /// An expression list: its only element, or the tuple of several.
    pub(super) fn list(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        list: Option<Node<'t>>,
    ) -> ExprId {
        let Some(list) = list else {
            return b.unknown(node);
        };
        if Kind::of(list) != Kind::ExpressionList {
            return self.expr(b, list);
        }
        let elements: SmallVec<[ExprId; 4]> = self
            .children(list)
            .into_iter()
            .map(|element| self.expr(b, element))
            .collect();
        match *elements {
            [single] => single,
            _ => tuple(b, &elements, list),
        }
    }

    pub(super) fn operand(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        operand: Option<Node<'t>>,
    ) -> ExprId {
        match operand {
            Some(operand) => self.expr(b, operand),
            None => b.unknown(node),
        }
    }

    /// The only named child.
    pub(super) fn only_child(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let child = self.children(node).first().copied();
        self.operand(b, node, child)
    }

    pub(super) fn expr(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let node = self.without_parentheses(node);
        match Kind::of(node) {
            Kind::Identifier => name(b, node),
            kind if kind.is_type() => self.ty(b, node),
            kind => b
                .nested(|b| self.expression(b, node, kind))
                .unwrap_or_else(|| b.unknown(node)),
        }
    }

    pub(super) fn without_parentheses(&mut self, mut node: Node<'t>) -> Node<'t> {
        while matches!(
            Kind::of(node),
            Kind::ParenthesizedExpression | Kind::LiteralElement
        ) {
            match self.children(node).first() {
                Some(inner) => node = *inner,
                None => break,
            }
        }
        node
    }

    fn expression(&mut self, b: &mut Builder<'_>, node: Node<'t>, kind: Kind) -> ExprId {
        let kind = match kind {
            Kind::SelectorExpression => {
                let base = self.operand(b, node, field!(node, operand));
                return match field!(node, field) {
                    Some(member) => attribute(b, base, member, node),
                    None => b.expr_at(ExprKind::Unknown(Box::new([base])), node),
                };
            }
            Kind::CallExpression => return self.call(b, node),
            Kind::TypeConversionExpression => self.conversion(b, node),
            Kind::BinaryExpression => return self.binary(b, node),
            Kind::UnaryExpression => self.unary(b, node),
            Kind::IndexExpression => ExprKind::Index {
                base: self.operand(b, node, field!(node, operand)),
                index: self.operand(b, node, field!(node, index)),
            },
            Kind::SliceExpression => self.slice(b, node),
            Kind::TypeAssertionExpression => ExprKind::Cast {
                value: self.operand(b, node, field!(node, operand)),
                to: field!(node, type).map(|ty| self.ty(b, ty)),
            },
            Kind::TypeInstantiationExpression => match field!(node, type) {
                Some(ty) => return self.ty(b, ty),
                None => ExprKind::Unknown(Box::default()),
            },
            Kind::CompositeLiteral => return self.composite(b, node),
            Kind::LiteralValue => {
                return self.literal_value(
                    b,
                    node,
                    node,
                    LiteralType::unknown(CollectionKind::Struct),
                );
            }
            Kind::FuncLiteral => self.closure(b, node),
            Kind::InterpretedStringLiteral | Kind::RawStringLiteral => string(b, node),
            Kind::IntLiteral | Kind::FloatLiteral | Kind::ImaginaryLiteral => number(b.text(node)),
            Kind::RuneLiteral => rune(b.text(node)),
            Kind::True => ExprKind::Literal(Literal::Bool(true)),
            Kind::False => ExprKind::Literal(Literal::Bool(false)),
            Kind::Nil => ExprKind::Literal(Literal::Null),
            _ => {
                let mut parts = Vec::new();
                self.parts(b, node, &mut parts);
                ExprKind::Unknown(parts.into_boxed_slice())
            }
        };
        b.expr_at(kind, node)
    }

    /// The expressions inside a node that is none.
    fn parts(&mut self, b: &mut Builder<'_>, node: Node<'t>, parts: &mut Vec<ExprId>) {
        for child in self.children(node) {
            let kind = Kind::of(child);
            if kind.is_expression() {
                parts.push(self.expr(b, child));
            } else if !kind.is_type() && b.nested(|b| self.parts(b, child, parts)).is_none() {
                parts.push(b.unknown(child));
            }
        }
    }

    fn call(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let function = field!(node, function);
        let arguments = field!(node, arguments);
        if let (Some(function), Some(arguments)) = (function, arguments)
            && let Some(template) = self.sprintf(b, node, function, arguments)
        {
            return template;
        }
        let callee = self.operand(b, node, function);
        let args = arguments.map_or_else(Vec::new, |arguments| self.args(b, arguments));
        let args_span = arguments.map_or_else(
            || b.range(node.end_byte(), node.end_byte()),
            |node| b.span(node),
        );
        let call = Call {
            callee,
            args: args.into_boxed_slice(),
            form: CallForm::Plain,
            args_span,
        };
        b.expr_at(ExprKind::Call(call), node)
    }

    fn args(&mut self, b: &mut Builder<'_>, arguments: Node<'t>) -> Vec<Arg> {
        let mut args = Vec::new();
        for argument in self.children(arguments) {
            let span = b.span(argument);
            args.push(if Kind::of(argument) == Kind::VariadicArgument {
                Arg {
                    name: ArgName::Spread,
                    value: self.only_child(b, argument),
                    span,
                }
            } else {
                Arg {
                    name: ArgName::Positional,
                    value: self.expr(b, argument),
                    span,
                }
            });
        }
        args
    }

    /// A conversion to a type that is not a plain name is a call of the type's text.
    fn conversion(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let (ty, operand) = (field!(node, type), field!(node, operand));
        let callee = match ty {
            Some(ty) => match Kind::of(base_type(ty)) {
                Kind::TypeIdentifier | Kind::QualifiedType => self.ty(b, ty),
                _ => {
                    let written: String = b.text(ty).split_whitespace().collect();
                    b.expr_at(ExprKind::Name(Symbol::new(&written)), ty)
                }
            },
            None => b.unknown(node),
        };
        let value = self.operand(b, node, operand);
        let span = operand.map_or_else(|| b.span(node), |operand| b.span(operand));
        let args_span = b.range(
            ty.map_or(node.start_byte(), |ty| ty.end_byte()),
            node.end_byte(),
        );
        ExprKind::Call(Call {
            callee,
            args: Box::new([Arg {
                name: ArgName::Positional,
                value,
                span,
            }]),
            form: CallForm::Plain,
            args_span,
        })
    }

    fn unary(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let operator = field!(node, operator).map_or("", |operator| b.text(operator));
        let operand = self.operand(b, node, field!(node, operand));
        match operator {
            "!" => ExprKind::Not(operand),
            "*" | "&" => ExprKind::Reference(operand),
            "<-" => ExprKind::Await(operand),
            _ => ExprKind::Arithmetic {
                op: Symbol::new(operator),
                operands: Box::new([operand]),
            },
        }
    }

    fn binary(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let operator = field!(node, operator).map_or("", |operator| b.text(operator));
        match operator {
            "+" => {
                let operands = self.spine(b, node, operator);
                b.expr_at(ExprKind::Concat(operands.into_boxed_slice()), node)
            }
            "&&" => {
                let operands = self.spine(b, node, operator);
                b.balanced(&operands, ExprKind::And)
            }
            "||" => {
                let operands = self.spine(b, node, operator);
                b.balanced(&operands, ExprKind::Or)
            }
            _ => {
                let left = self.operand(b, node, field!(node, left));
                let right = self.operand(b, node, field!(node, right));
                b.operation(operator, left, right, node)
            }
        }
    }

    /// The operands of `a op b op c`, which associates to the left.
    fn spine(&mut self, b: &mut Builder<'_>, node: Node<'t>, operator: &str) -> Vec<ExprId> {
        let mut operands = Nodes::new();
        let mut rest = node;
        while Kind::of(rest) == Kind::BinaryExpression
            && field!(rest, operator).is_some_and(|found| b.text(found) == operator)
            && let (Some(left), Some(right)) = (field!(rest, left), field!(rest, right))
        {
            operands.push(right);
            rest = left;
        }
        operands.push(rest);
        operands
            .into_iter()
            .rev()
            .map(|operand| self.expr(b, operand))
            .collect()
    }

    pub(super) fn slice(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let operand = field!(node, operand);
        let base = self.operand(b, node, operand);
        let (start, end) = (field!(node, start), field!(node, end));
        let bounds = [start, end, field!(node, capacity)];
        let bounds: Vec<_> = bounds
            .into_iter()
            .flatten()
            .map(|bound| self.expr(b, bound))
            .collect();
        let from = operand.map_or(node.start_byte(), |operand| operand.end_byte());
        let span = b.range(from, node.end_byte());
        let index = match *bounds {
            [position] if start.is_some() => ExprKind::Rest(position),
            _ => ExprKind::Unknown(bounds.into_boxed_slice()),
        };
        let index = b.expr(index, span);
        ExprKind::Index { base, index }
    }

    fn closure(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let mut params = Vec::new();
        if let Some(parameters) = field!(node, parameters) {
            self.params(b, parameters, ParamKind::Normal, &mut params);
        }
        let (body, _) = self.function_body(b, node, &[]);
        ExprKind::Closure(Box::new(Closure {
            name: None,
            params: params.into_boxed_slice(),
            body: Block::from(body),
            decorators: Box::default(),
        }))
    }
}

/// A name; unknown where the parser made it up.
pub(super) fn name(b: &mut Builder<'_>, node: Node<'_>) -> ExprId {
    if node.start_byte() == node.end_byte() {
        b.unknown(node)
    } else {
        b.name(node)
    }
}

pub(super) fn attribute(
    b: &mut Builder<'_>,
    base: ExprId,
    member: Node<'_>,
    node: Node<'_>,
) -> ExprId {
    let (name, name_span) = (b.text(member), b.span(member));
    let kind = if name.is_empty() {
        ExprKind::Unknown(Box::new([base]))
    } else {
        ExprKind::Attribute {
            base,
            name: Symbol::new(name),
            name_span,
        }
    };
    b.expr_at(kind, node)
}

pub(super) fn tuple(b: &mut Builder<'_>, elements: &[ExprId], node: Node<'_>) -> ExprId {
    let span = b.span(node);
    tuple_at(b, elements, span)
}

pub(super) fn tuple_at(b: &mut Builder<'_>, elements: &[ExprId], span: Span) -> ExprId {
    let entries = elements
        .iter()
        .map(|&value| Entry {
            key: None,
            value,
            span: b.get(value).span,
        })
        .collect();
    b.expr(
        ExprKind::Collection(Collection {
            kind: CollectionKind::Tuple,
            ty: None,
            entries,
        }),
        span,
    )
}

fn string(b: &Builder<'_>, node: Node<'_>) -> ExprKind {
    let (content, start) = literal_content(node, b.slice(0..node.end_byte()));
    let value = literal::decode_cow(
        Language::Go,
        content,
        Kind::of(node) == Kind::RawStringLiteral,
    );
    let content = b.range(start, start + content.len());
    ExprKind::Literal(Literal::String(StringLiteral {
        value: value.into(),
        content,
    }))
}

/// The content of a string literal as written, and where it starts. All of the text if it has no quotes.
pub(super) fn literal_content<'a>(node: Node<'_>, text: &'a str) -> (&'a str, usize) {
    let written = &text[node.byte_range()];
    let start = node.start_byte();
    let Some(inner) = written.strip_prefix(['"', '`']) else {
        return (written, start);
    };
    (inner.strip_suffix(['"', '`']).unwrap_or(inner), start + 1)
}

fn number(written: &str) -> ExprKind {
    ExprKind::Literal(Literal::Number(if written.contains('_') {
        written.replace('_', "").into()
    } else {
        written.into()
    }))
}

/// A rune is the number of its code point.
fn rune(written: &str) -> ExprKind {
    let content = written.strip_prefix('\'').unwrap_or(written);
    let content = content.strip_suffix('\'').unwrap_or(content);
    let value = literal::decode_cow(Language::Go, content, false);
    let point = value.chars().next().map_or(0, u32::from);
    ExprKind::Literal(Literal::Number(point.to_string().into()))
}

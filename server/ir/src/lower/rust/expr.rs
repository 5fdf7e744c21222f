//! Expressions.

use tree_sitter::Node;
use tripline_syntax::Language;

use super::grammar::{Kind, field};
use super::pattern::property;
use super::ty::{base_type, tuple};
use super::{Lowering, Nodes, Target, identifier};
use crate::lower::builder::Builder;
use crate::{
    Arg, ArgName, Block, Call, CallForm, Closure, Collection, CollectionKind, Entry, ExprId,
    ExprKind, Literal, StringLiteral, Symbol, literal,
};

/// Macros that do not come back.
pub(super) const DIVERGING_MACROS: [&str; 5] =
    ["panic", "unreachable", "todo", "unimplemented", "bail"];

impl<'t> Lowering<'t, '_> {
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

    /// The first named child.
    fn only_child(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let child = self.children(node).first().copied();
        self.operand(b, node, child)
    }

    pub(super) fn expr(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let node = self.without_parentheses(node);
        let kind = Kind::of(node);
        b.nested(|b| self.expression(b, node, kind))
            .unwrap_or_else(|| b.unknown(node))
    }

    pub(super) fn without_parentheses(&mut self, mut node: Node<'t>) -> Node<'t> {
        while Kind::of(node) == Kind::ParenthesizedExpression {
            match self.children(node).first() {
                Some(inner) => node = *inner,
                None => break,
            }
        }
        node
    }

    fn expression(&mut self, b: &mut Builder<'_>, node: Node<'t>, kind: Kind) -> ExprId {
        let kind = match kind {
            Kind::Identifier
            | Kind::ScopedIdentifier
            | Kind::SelfKeyword
            | Kind::Super
            | Kind::Crate
            | Kind::Metavariable
            | Kind::GenericPattern => return self.path(b, node),
            Kind::GenericFunction => return self.operand(b, node, field!(node, function)),
            Kind::FieldExpression => {
                let base = self.operand(b, node, field!(node, value));
                return match field!(node, field) {
                    Some(member) => attribute(b, base, member, node),
                    None => b.expr_at(ExprKind::Unknown(Box::new([base])), node),
                };
            }
            Kind::CallExpression => self.call(b, node),
            Kind::MacroInvocation => return self.macro_value(b, node),
            Kind::BinaryExpression => return self.binary(b, node),
            Kind::UnaryExpression => self.unary(b, node),
            Kind::ReferenceExpression => {
                ExprKind::Reference(self.operand(b, node, field!(node, value)))
            }
            Kind::TryExpression => ExprKind::Cast {
                value: self.only_child(b, node),
                to: None,
            },
            Kind::TypeCastExpression => ExprKind::Cast {
                value: self.operand(b, node, field!(node, value)),
                to: field!(node, type).map(|ty| self.ty(b, ty)),
            },
            Kind::AwaitExpression => ExprKind::Await(self.only_child(b, node)),
            Kind::YieldExpression => {
                let value = self.children(node).first().copied();
                ExprKind::Yield(value.map(|value| self.expr(b, value)))
            }
            Kind::IndexExpression => {
                let children = self.children(node);
                ExprKind::Index {
                    base: self.operand(b, node, children.first().copied()),
                    index: self.operand(b, node, children.get(1).copied()),
                }
            }
            Kind::ArrayExpression => self.array(b, node),
            Kind::TupleExpression => {
                let entries = self.elements(b, node);
                collection(CollectionKind::Tuple, None, entries)
            }
            Kind::UnitExpression => ExprKind::Literal(Literal::Null),
            Kind::StructExpression => self.structure(b, node),
            Kind::ClosureExpression => self.closure(b, node),
            Kind::AsyncBlock | Kind::GenBlock => {
                let block = self.children(node).last().copied();
                self.closure_of(b, Vec::new().into(), block)
            }
            Kind::AssignmentExpression => ExprKind::Assign {
                target: self.operand(b, node, field!(node, left)),
                value: self.operand(b, node, field!(node, right)),
            },
            Kind::LetCondition => ExprKind::Assign {
                value: self.operand(b, node, field!(node, value)),
                target: match field!(node, pattern) {
                    Some(pattern) => self.pattern(b, pattern),
                    None => b.unknown(node),
                },
            },
            Kind::LetChain => {
                let mut operands = Vec::new();
                for operand in self.children(node) {
                    operands.push(self.expr(b, operand));
                }
                return b.balanced(&operands, ExprKind::And);
            }
            Kind::IfExpression => return self.choice(b, node),
            Kind::Block | Kind::UnsafeBlock | Kind::ConstBlock => {
                return match self.only_value(node) {
                    Some(value) => self.expr(b, value),
                    None => self.hoist(b, node),
                };
            }
            kind if kind.is_control() && !leaves(kind) => return self.hoist(b, node),
            kind if kind.is_literal() => literal(b, node, kind),
            kind if kind.is_type() => return self.ty(b, node),
            _ => {
                let mut parts = Vec::new();
                self.parts(b, node, &mut parts);
                ExprKind::Unknown(parts.into())
            }
        };
        b.expr_at(kind, node)
    }

    /// The expressions inside a node that is none, or whose own meaning the IR has not.
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

    // Paths

    /// A path as a chain of members, type arguments left out.
    pub(super) fn path(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        b.nested(|b| self.path_kind(b, node))
            .unwrap_or_else(|| b.unknown(node))
    }

    fn path_kind(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        match Kind::of(node) {
            Kind::ScopedIdentifier | Kind::ScopedTypeIdentifier => {
                let Some(member) = field!(node, name) else {
                    return b.unknown(node);
                };
                let base = field!(node, path).filter(|path| !self.is_here(b, *path));
                match base {
                    Some(base) => {
                        let base = self.path(b, base);
                        attribute(b, base, member, node)
                    }
                    None => self.name(b, member),
                }
            }
            Kind::GenericType | Kind::GenericTypeWithTurbofish => match field!(node, type) {
                Some(base) => self.path(b, base),
                None => b.unknown(node),
            },
            Kind::GenericPattern => match self.children(node).first().copied() {
                Some(base) => self.path(b, base),
                None => b.unknown(node),
            },
            kind if kind.is_type() && !kind.is_plain_type() => {
                let ty = base_type(node);
                match Kind::of(ty) {
                    Kind::GenericType | Kind::GenericTypeWithTurbofish => self.path(b, ty),
                    _ => self.ty(b, ty),
                }
            }
            _ => self.name(b, node),
        }
    }

    /// Whether a path leads to the file itself, or to the module that the code is in: what it holds goes by its name.
    fn is_here(&self, b: &Builder<'_>, path: Node<'_>) -> bool {
        let written = b.text(path);
        if written == "self" {
            return true;
        }
        let mut supers = 0;
        let all_super = written.split("::").all(|segment| {
            supers += 1;
            segment.trim() == "super"
        });
        all_super && supers <= self.scope.modules
    }

    fn name(&self, b: &mut Builder<'_>, node: Node<'_>) -> ExprId {
        let written = identifier(b.text(node));
        let symbol = match (written, self.scope.class) {
            ("", _) => return b.unknown(node),
            ("Self", Some(class)) => class,
            _ => Symbol::new(written),
        };
        b.expr_at(ExprKind::Name(symbol), node)
    }

    // Calls and operators

    fn call(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let callee = self.operand(b, node, field!(node, function));
        let arguments = field!(node, arguments);
        let args = arguments.map(|arguments| self.args(b, arguments));
        let args_span = arguments.map_or_else(
            || b.range(node.end_byte(), node.end_byte()),
            |arguments| b.span(arguments),
        );
        ExprKind::Call(Call {
            callee,
            args: args.unwrap_or_default().into(),
            form: self.call_form(b, node),
            args_span,
        })
    }

    fn call_form(&mut self, b: &mut Builder<'_>, call: Node<'t>) -> CallForm {
        let generic =
            field!(call, function).filter(|node| Kind::of(*node) == Kind::GenericFunction);
        let Some(list) = generic.and_then(|generic| field!(generic, type_arguments)) else {
            return CallForm::Plain;
        };
        match *self.children(list) {
            [ty] if Kind::of(ty).is_type() => CallForm::Typed(self.ty(b, ty)),
            _ => CallForm::Plain,
        }
    }

    fn args(&mut self, b: &mut Builder<'_>, arguments: Node<'t>) -> Vec<Arg> {
        let mut args = Vec::new();
        for argument in self.children(arguments) {
            if Kind::of(argument) == Kind::AttributeItem {
                continue;
            }
            args.push(Arg {
                name: ArgName::Positional,
                value: self.expr(b, argument),
                span: b.span(argument),
            });
        }
        args
    }

    fn unary(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let operand = self.only_child(b, node);
        match b.text(node).as_bytes().first() {
            Some(b'!') => ExprKind::Not(operand),
            Some(b'*') => ExprKind::Reference(operand),
            _ => ExprKind::Arithmetic {
                op: Symbol::new("-"),
                operands: Box::new([operand]),
            },
        }
    }

    fn binary(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let operator = field!(node, operator).map_or("", |operator| b.text(operator));
        match operator {
            "+" => {
                let operands = self.spine(b, node, operator);
                b.expr_at(ExprKind::Concat(operands.into()), node)
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
        let in_order = operands.into_iter().rev();
        in_order.map(|operand| self.expr(b, operand)).collect()
    }

    // Collections

    fn elements(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Vec<Entry> {
        let mut entries = Vec::new();
        for child in self.children(node) {
            if Kind::of(child) != Kind::AttributeItem {
                entries.push(Entry {
                    key: None,
                    value: self.expr(b, child),
                    span: b.span(child),
                });
            }
        }
        entries
    }

    pub(super) fn array(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let Some(length) = field!(node, length) else {
            let entries = self.elements(b, node);
            return collection(CollectionKind::List, None, entries);
        };
        let element = self.only_child(b, node);
        let span = b.get(element).span;
        let entry = Entry {
            key: None,
            value: element,
            span,
        };
        let list = b.expr(collection(CollectionKind::List, None, vec![entry]), span);
        let length = self.expr(b, length);
        ExprKind::Arithmetic {
            op: Symbol::new("*"),
            operands: Box::new([list, length]),
        }
    }

    fn structure(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let ty = field!(node, name).map(|name| self.path(b, name));
        let mut entries = Vec::new();
        let body = field!(node, body).map(|body| self.children(body));
        for child in body.unwrap_or_default() {
            let (key, value) = match Kind::of(child) {
                Kind::ShorthandFieldInitializer => {
                    let Some(name) = self.children(child).last().copied() else {
                        continue;
                    };
                    (Some(property(b, name)), self.path(b, name))
                }
                Kind::FieldInitializer => {
                    let name = field!(child, field);
                    let key = name.map(|name| property(b, name));
                    (key, self.operand(b, child, field!(child, value)))
                }
                Kind::BaseFieldInitializer => {
                    let base = self.only_child(b, child);
                    (None, b.expr_at(ExprKind::Spread(base), child))
                }
                _ => continue,
            };
            entries.push(Entry {
                key,
                value,
                span: b.span(child),
            });
        }
        collection(CollectionKind::Struct, ty, entries)
    }

    // Closures and choices

    fn closure(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprKind {
        let params = field!(node, parameters).map(|parameters| self.params(b, parameters));
        self.closure_of(b, params.unwrap_or_default().into(), field!(node, body))
    }

    fn closure_of(
        &mut self,
        b: &mut Builder<'_>,
        params: Box<[crate::Param]>,
        body: Option<Node<'t>>,
    ) -> ExprKind {
        let mut statements = Vec::new();
        if let Some(body) = body {
            self.function_body(b, body, Target::Result, &mut statements);
        }
        ExprKind::Closure(Box::new(Closure {
            name: None,
            params,
            body: Block::from(statements),
            decorators: Box::default(),
        }))
    }

    /// An `if` as a value.
    fn choice(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let branches = self.branches(node, 8);
        let Some((then, otherwise)) = branches.filter(|(then, otherwise)| {
            [then, otherwise]
                .iter()
                .all(|branch| !is_diverging_macro(b, **branch))
        }) else {
            return self.hoist(b, node);
        };
        let kind = ExprKind::Conditional {
            test: self.condition(b, field!(node, condition), node),
            then: self.expr(b, then),
            otherwise: self.expr(b, otherwise),
        };
        b.expr_at(kind, node)
    }

    /// The values of the branches of an `if`, where they are plain expressions.
    fn branches(&mut self, node: Node<'t>, depth: u32) -> Option<(Node<'t>, Node<'t>)> {
        let depth = depth.checked_sub(1)?;
        if Kind::of(node) != Kind::IfExpression {
            return None;
        }
        let then = self.only_value(field!(node, consequence)?)?;
        let otherwise = *self.children(field!(node, alternative)?).first()?;
        let otherwise = match Kind::of(otherwise) {
            Kind::IfExpression => otherwise,
            _ => self.only_value(otherwise)?,
        };
        for branch in [then, otherwise] {
            if Kind::of(branch).is_control() && self.branches(branch, depth).is_none() {
                return None;
            }
        }
        Some((then, otherwise))
    }

    /// The expression that is all of a block.
    fn only_value(&mut self, mut block: Node<'t>) -> Option<Node<'t>> {
        if matches!(Kind::of(block), Kind::UnsafeBlock | Kind::ConstBlock) {
            block = *self.children(block).last()?;
        }
        match *self.children(block) {
            [only] if Kind::of(block) == Kind::Block => {
                let is_plain = !Kind::of(only).is_control();
                if Kind::of(only).is_expression() && is_plain {
                    return Some(only);
                }
                // An `if` at the end of a block is a statement for the grammar.
                let inner = match Kind::of(only) {
                    Kind::ExpressionStatement => *self.children(only).first()?,
                    _ => only,
                };
                (Kind::of(inner) == Kind::IfExpression && only.end_byte() == inner.end_byte())
                    .then_some(inner)
            }
            _ => None,
        }
    }
}

/// Whether an expression leaves the code around it.
fn leaves(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ReturnExpression | Kind::BreakExpression | Kind::ContinueExpression
    )
}

fn is_diverging_macro(b: &Builder<'_>, node: Node<'_>) -> bool {
    Kind::of(node) == Kind::MacroInvocation
        && field!(node, macro).is_some_and(|name| {
            let last = b.text(name).rsplit("::").next().unwrap_or_default();
            DIVERGING_MACROS.contains(&last.trim())
        })
}

pub(super) fn collection(
    kind: CollectionKind,
    ty: Option<ExprId>,
    entries: Vec<Entry>,
) -> ExprKind {
    ExprKind::Collection(Collection {
        kind,
        ty,
        entries: entries.into(),
    })
}

fn attribute(b: &mut Builder<'_>, base: ExprId, member: Node<'_>, node: Node<'_>) -> ExprId {
    let (name, name_span) = (identifier(b.text(member)), b.span(member));
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

// Literals

fn literal(b: &mut Builder<'_>, node: Node<'_>, kind: Kind) -> ExprKind {
    let written = b.text(node);
    match kind {
        Kind::BooleanLiteral => ExprKind::Literal(Literal::Bool(written == "true")),
        Kind::IntegerLiteral | Kind::FloatLiteral => number(written),
        Kind::NegativeLiteral => {
            let value = written.trim_start_matches('-').trim_start();
            let start = node.end_byte() - value.len();
            let span = b.range(start, node.end_byte());
            let operand = b.expr(number(value), span);
            ExprKind::Arithmetic {
                op: Symbol::new("-"),
                operands: Box::new([operand]),
            }
        }
        Kind::CharLiteral if written.starts_with('b') => byte(written),
        Kind::CharLiteral => {
            let content = written.strip_prefix('\'').unwrap_or(written);
            let content = content.strip_suffix('\'').unwrap_or(content);
            let start = node.start_byte() + 1;
            let literal = StringLiteral {
                value: literal::decode_cow(Language::Rust, content, false).into(),
                content: b.range(start, start + content.len()),
            };
            ExprKind::Literal(Literal::String(literal))
        }
        _ => {
            let content = string_content(node, b.source());
            let literal = StringLiteral {
                value: literal::decode_cow(Language::Rust, content.text, content.is_raw).into(),
                content: b.range(content.start, content.start + content.text.len()),
            };
            ExprKind::Literal(if content.is_bytes {
                Literal::Bytes(literal)
            } else {
                Literal::String(literal)
            })
        }
    }
}

/// What a string literal holds.
pub(super) struct Content<'a> {
    /// The content as written.
    pub(super) text: &'a str,
    /// Its first byte.
    pub(super) start: usize,
    pub(super) is_raw: bool,
    pub(super) is_bytes: bool,
}

/// The content of a string literal. All of the text if it has no quotes.
pub(super) fn string_content<'a>(node: Node<'_>, source: &'a str) -> Content<'a> {
    let written = source.get(node.byte_range()).unwrap_or_default();
    let Some(found) = literal::delimiters(Language::Rust, written) else {
        return Content {
            text: written,
            start: node.start_byte(),
            is_raw: true,
            is_bytes: false,
        };
    };
    let opening = found.prefix.len() + found.quote.len();
    let rest = &written[opening..];
    let closed = rest.strip_suffix(found.suffix);
    let closed = closed.and_then(|rest| rest.strip_suffix(found.quote));
    Content {
        text: closed.unwrap_or(rest),
        start: node.start_byte() + opening,
        is_raw: found.raw,
        is_bytes: found.prefix.starts_with('b'),
    }
}

/// A number without digit separators and without its type.
fn number(written: &str) -> ExprKind {
    let plain = written.replace('_', "");
    let is_hexadecimal = plain.starts_with("0x") || plain.starts_with("0X");
    let is_suffix =
        |letter: char| matches!(letter, 'u' | 'i') || (letter == 'f' && !is_hexadecimal);
    let length = plain.find(is_suffix).unwrap_or(plain.len());
    ExprKind::Literal(Literal::Number(plain[..length].into()))
}

/// A byte is a number.
fn byte(written: &str) -> ExprKind {
    let content = written.strip_prefix("b'").unwrap_or(written);
    let content = content.strip_suffix('\'').unwrap_or(content);
    let value = literal::decode_cow(Language::Rust, content, false);
    let point = value.chars().next().map_or(0, u32::from);
    ExprKind::Literal(Literal::Number(point.to_string().into()))
}

/// Adds a tuple of what it is given, or the only element itself.
pub(super) fn one_or_tuple(b: &mut Builder<'_>, elements: &[ExprId], node: Node<'_>) -> ExprId {
    match *elements {
        [single] => single,
        _ => tuple(b, elements, node),
    }
}

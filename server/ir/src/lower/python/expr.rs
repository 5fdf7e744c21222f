//! Expressions.

use smallvec::SmallVec;
use tree_sitter::Node;

use super::Lowering;
use super::grammar::{Child, Children, Field, Kind};
use crate::{
    Arg, ArgName, Call, CallForm, Closure, Collection, CollectionKind, CompareOp, Entry, ExprId,
    ExprKind, Literal, StmtKind, Symbol,
};

impl<'t> Lowering<'_, '_, 't> {
    pub(super) fn expr(&mut self, node: Node<'t>) -> ExprId {
        let (node, kind) = self.tree.strip(node);
        if !self.b.enter() {
            return self.b.unknown(node);
        }
        let id = if self.is_splat(node, kind) {
            let value = self.splatted(node, kind);
            self.b.expr_at(ExprKind::Spread(value), node)
        } else {
            self.expr_of_kind(node, kind)
        };
        self.b.leave();
        id
    }

    /// Whether an expression starts with a star. The grammar takes `*x.y` for a member of `*x` in some places.
    pub(super) fn is_splat(&self, node: Node<'t>, kind: Kind) -> bool {
        let start = node.start_byte();
        // `*x, y` starts with a star as well.
        !matches!(kind, Kind::ExpressionList | Kind::PatternList)
            && self.b.source().as_bytes().get(start) == Some(&b'*')
            && self.splat.start != start
    }

    /// What the star before it spreads.
    pub(super) fn splatted(&mut self, node: Node<'t>, kind: Kind) -> ExprId {
        let start = node.start_byte();
        let text = self.b.text(node);
        let operand = text.trim_start_matches('*').trim_ascii_start();
        let splat = start..start + text.len() - operand.len();
        let outer = std::mem::replace(&mut self.splat, splat);
        let value = self.expr_of_kind(node, kind);
        self.splat = outer;
        value
    }

    /// Adds an expression with the span of a node, less the star before it.
    fn add(&mut self, kind: ExprKind, node: Node<'t>) -> ExprId {
        if node.start_byte() != self.splat.start {
            return self.b.expr_at(kind, node);
        }
        let span = self
            .b
            .range(self.splat.end.min(node.end_byte()), node.end_byte());
        self.b.expr(kind, span)
    }

    /// The child in a field; unknown when it is missing.
    pub(super) fn field(
        &mut self,
        node: Node<'t>,
        children: &Children<'t>,
        field: Field,
    ) -> ExprId {
        match children.get(field) {
            Some(child) => self.expr(child),
            None => self.b.unknown(node),
        }
    }

    fn expr_of_kind(&mut self, node: Node<'t>, kind: Kind) -> ExprId {
        let value = match kind {
            Kind::Identifier => return self.identifier(node),
            Kind::String => return self.string(node),
            Kind::Attribute => {
                let children = self.tree.children(node);
                let base = self.field(node, &children, Field::Object);
                let Some(name) = children.get(Field::Attribute) else {
                    return self.add(ExprKind::Unknown(Box::new([base])), node);
                };
                let name_span = self.b.span(name);
                ExprKind::Attribute {
                    base,
                    name: Symbol::new(self.b.text(name)),
                    name_span,
                }
            }
            Kind::Call => return self.call(node),
            Kind::Integer | Kind::Float => {
                let text = self.b.text(node);
                let number = if text.contains('_') {
                    text.replace('_', "").into()
                } else {
                    text.into()
                };
                ExprKind::Literal(Literal::Number(number))
            }
            Kind::True => ExprKind::Literal(Literal::Bool(true)),
            Kind::False => ExprKind::Literal(Literal::Bool(false)),
            Kind::None => ExprKind::Literal(Literal::Null),
            Kind::Ellipsis => ExprKind::Name(Symbol::new("Ellipsis")),
            Kind::Subscript => return self.subscript(node),
            Kind::Binary => return self.binary(node),
            Kind::Unary => {
                let children = self.tree.children(node);
                let op = children
                    .get(Field::Operator)
                    .map_or("", |operator| self.b.text(operator));
                let operand = self.field(node, &children, Field::Argument);
                ExprKind::Arithmetic {
                    op: Symbol::new(op),
                    operands: Box::new([operand]),
                }
            }
            Kind::Comparison => return self.comparison(node),
            Kind::Boolean => return self.boolean(node),
            Kind::Not => {
                let children = self.tree.children(node);
                ExprKind::Not(self.field(node, &children, Field::Argument))
            }
            Kind::Conditional => self.conditional(node),
            Kind::ConcatenatedString => return self.concatenated_string(node),
            Kind::Tuple | Kind::ExpressionList | Kind::PatternList | Kind::TuplePattern => {
                return self.collection(node, CollectionKind::Tuple);
            }
            Kind::List | Kind::ListPattern => return self.collection(node, CollectionKind::List),
            Kind::Set => return self.collection(node, CollectionKind::Set),
            Kind::Dictionary => return self.collection(node, CollectionKind::Dict),
            Kind::ListComprehension
            | Kind::SetComprehension
            | Kind::DictionaryComprehension
            | Kind::Generator => self.comprehension(node),
            Kind::Lambda => self.lambda(node),
            Kind::Await => match self.tree.children(node).first() {
                Some(value) => ExprKind::Await(self.expr(value.node)),
                None => ExprKind::Unknown(Box::default()),
            },
            Kind::Yield => self.yield_expression(node),
            Kind::Named => {
                let children = self.tree.children(node);
                let target = self.field(node, &children, Field::Name);
                let value = self.field(node, &children, Field::Value);
                ExprKind::Assign { target, value }
            }
            Kind::ListSplat | Kind::DictionarySplat => {
                return match self.tree.children(node).first() {
                    Some(value) => self.expr(value.node),
                    None => self.b.unknown(node),
                };
            }
            Kind::GenericType
            | Kind::UnionType
            | Kind::MemberType
            | Kind::SplatType
            | Kind::ConstrainedType => {
                return self.annotation_of_kind(node, kind);
            }
            Kind::DottedName => return self.dotted(node),
            Kind::Slice => match *self.parts(node) {
                [start] if self.is_followed_by_colon(node) => ExprKind::Rest(start),
                ref bounds => ExprKind::Unknown(Box::from(bounds)),
            },
            _ => ExprKind::Unknown(self.parts(node)),
        };
        self.add(value, node)
    }

    /// The expressions among the descendants of something that is not modelled.
    pub(super) fn parts(&mut self, node: Node<'t>) -> Box<[ExprId]> {
        let mut parts = SmallVec::new();
        self.gather(node, &mut parts);
        Box::from(parts.as_slice())
    }

    fn gather(&mut self, node: Node<'t>, parts: &mut SmallVec<[ExprId; 4]>) {
        for child in &self.tree.children(node) {
            if child.kind.is_expression() {
                parts.push(self.expr(child.node));
            } else if child.kind != Kind::Token && self.b.enter() {
                self.gather(child.node, parts);
                self.b.leave();
            }
        }
    }

    /// Whether a slice has its only bound in front of its colon.
    fn is_followed_by_colon(&self, slice: Node<'t>) -> bool {
        self.b.text(slice).ends_with(':')
    }

    fn identifier(&mut self, node: Node<'t>) -> ExprId {
        if node.start_byte() == node.end_byte() || self.tree.is_overwritten(node) {
            return self.b.unknown(node);
        }
        self.b.name(node)
    }

    fn call(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let (Some(function), Some(arguments)) = (
            children.get(Field::Function),
            children.get(Field::Arguments),
        ) else {
            let parts = self.parts(node);
            return self.add(ExprKind::Unknown(parts), node);
        };
        if let Some(template) = self.format_call(node, function, arguments) {
            return template;
        }
        let callee = self.expr(function);
        let args_span = self.b.span(arguments);
        let args = if self.tree.kinds.of(arguments) == Kind::Generator {
            Box::new([self.generator_argument(arguments)])
        } else {
            self.arguments(arguments)
        };
        self.add(
            ExprKind::Call(Call {
                callee,
                args,
                form: CallForm::Plain,
                args_span,
            }),
            node,
        )
    }

    /// `f(x for x in xs)`: the parentheses are those of the call.
    fn generator_argument(&mut self, node: Node<'t>) -> Arg {
        let children = self.tree.children(node);
        let (first, last) = (children.0.first(), children.0.last());
        let start = first.map_or(node.start_byte(), |child| child.node.start_byte());
        let end = last.map_or(node.end_byte(), |child| child.node.end_byte());
        let span = self.b.range(start, end);
        let kind = self.comprehension(node);
        Arg {
            name: ArgName::Positional,
            value: self.b.expr(kind, span),
            span,
        }
    }

    pub(super) fn arguments(&mut self, node: Node<'t>) -> Box<[Arg]> {
        let mut args: SmallVec<[Arg; 4]> = SmallVec::new();
        for child in &self.tree.children(node) {
            args.extend(self.argument(child));
        }
        args.into_vec().into_boxed_slice()
    }

    /// An argument; `None` for broken code without any expression.
    fn argument(&mut self, child: Child<'t>) -> Option<Arg> {
        let span = self.b.span(child.node);
        let (name, value) = match child.kind {
            Kind::KeywordArgument => {
                let children = self.tree.children(child.node);
                let name = children.get(Field::Name)?;
                let value = self.field(child.node, &children, Field::Value);
                (ArgName::Keyword(Symbol::new(self.b.text(name))), value)
            }
            Kind::Error => {
                let parts = self.parts(child.node);
                if parts.is_empty() {
                    return None;
                }
                (
                    ArgName::Positional,
                    self.b.expr(ExprKind::Unknown(parts), span),
                )
            }
            _ => {
                let (node, kind) = self.tree.strip(child.node);
                if !self.is_splat(node, kind) {
                    (ArgName::Positional, self.expr(node))
                } else if self.b.text(node).starts_with("**") {
                    (ArgName::KeywordSpread, self.splatted(node, kind))
                } else {
                    (ArgName::Spread, self.splatted(node, kind))
                }
            }
        };
        Some(Arg { name, value, span })
    }

    fn subscript(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let base = self.field(node, &children, Field::Value);
        let subscripts: SmallVec<[Node<'t>; 2]> = children
            .into_iter()
            .filter(|child| child.field == Field::Subscript)
            .map(|child| child.node)
            .collect();
        let index = match subscripts.as_slice() {
            [] => self.b.unknown(node),
            [only] => self.expr(*only),
            [first, .., last] => {
                let span = self.b.range(first.start_byte(), last.end_byte());
                let entries = subscripts
                    .iter()
                    .map(|subscript| self.entry(None, *subscript))
                    .collect();
                self.b
                    .expr(collection(CollectionKind::Tuple, entries), span)
            }
        };
        self.add(ExprKind::Index { base, index }, node)
    }

    fn binary(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let (Some(left), Some(right)) = (children.get(Field::Left), children.get(Field::Right))
        else {
            let parts = self.parts(node);
            return self.add(ExprKind::Unknown(parts), node);
        };
        let op = children
            .get(Field::Operator)
            .map_or("", |operator| self.b.text(operator));
        match op {
            "+" => return self.concat(node, left, right),
            "%" => {
                if let Some(template) = self.percent(node, left, right) {
                    return template;
                }
            }
            _ => {}
        }
        let operands = Box::new([self.expr(left), self.expr(right)]);
        self.add(
            ExprKind::Arithmetic {
                op: Symbol::new(op),
                operands,
            },
            node,
        )
    }

    /// `a + b + c` along its left spine, which may be very long.
    fn concat(&mut self, node: Node<'t>, left: Node<'t>, right: Node<'t>) -> ExprId {
        let mut rights: SmallVec<[Node<'t>; 4]> = SmallVec::new();
        rights.push(right);
        let mut first = left;
        while let Some((left, right)) = self.sum(first) {
            rights.push(right);
            first = left;
        }
        let mut operands: SmallVec<[ExprId; 8]> = SmallVec::new();
        self.operand(first, &mut operands);
        for right in rights.into_iter().rev() {
            self.operand(right, &mut operands);
        }
        self.b
            .expr_at(ExprKind::Concat(Box::from(operands.as_slice())), node)
    }

    /// The operands of `left + right`.
    pub(super) fn sum(&mut self, node: Node<'t>) -> Option<(Node<'t>, Node<'t>)> {
        let (node, kind) = self.tree.strip(node);
        if kind != Kind::Binary {
            return None;
        }
        let children = self.tree.children(node);
        let operator = children.get(Field::Operator)?;
        if self.b.text(operator) != "+" {
            return None;
        }
        Some((children.get(Field::Left)?, children.get(Field::Right)?))
    }

    /// An operand of `+`; implicitly concatenated strings are several.
    pub(super) fn operand(&mut self, node: Node<'t>, operands: &mut SmallVec<[ExprId; 8]>) {
        let (node, kind) = self.tree.strip(node);
        if kind == Kind::ConcatenatedString {
            for piece in &self.tree.children(node) {
                operands.push(self.expr(piece.node));
            }
        } else {
            operands.push(self.expr(node));
        }
    }

    fn comparison(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let mut links: SmallVec<[ExprId; 4]> = SmallVec::new();
        let mut left: Option<ExprId> = None;
        let mut op = None;
        for child in &children {
            if child.field == Field::Operators {
                op = Some(compare_op(child.node.kind()));
                continue;
            }
            let right = self.expr(child.node);
            if let (Some(left), Some(op)) = (left, op.take()) {
                let span = self.b.get(left).span.cover(self.b.get(right).span);
                links.push(self.b.expr(ExprKind::Compare { op, left, right }, span));
            }
            left = Some(right);
        }
        match links.as_slice() {
            [] => {
                let parts = left.into_iter().collect();
                self.add(ExprKind::Unknown(parts), node)
            }
            links => self.b.balanced(links, ExprKind::And),
        }
    }

    /// `a and b and c`: a long chain becomes a balanced tree, whose depth stays small.
    fn boolean(&mut self, node: Node<'t>) -> ExprId {
        let mut rights: SmallVec<[Node<'t>; 4]> = SmallVec::new();
        let mut first = node;
        let mut is_and = None;
        loop {
            let (inner, kind) = self.tree.strip(first);
            if kind != Kind::Boolean {
                break;
            }
            let children = self.tree.children(inner);
            let (Some(left), Some(right)) = (children.get(Field::Left), children.get(Field::Right))
            else {
                break;
            };
            let is_inner_and = children
                .get(Field::Operator)
                .is_some_and(|operator| self.b.text(operator) == "and");
            if *is_and.get_or_insert(is_inner_and) != is_inner_and {
                break;
            }
            rights.push(right);
            first = left;
        }
        if rights.is_empty() {
            let parts = self.parts(node);
            return self.add(ExprKind::Unknown(parts), node);
        }
        let mut operands: SmallVec<[ExprId; 4]> = SmallVec::new();
        operands.push(self.expr(first));
        for right in rights.into_iter().rev() {
            operands.push(self.expr(right));
        }
        self.b.balanced(
            &operands,
            if is_and == Some(true) {
                ExprKind::And
            } else {
                ExprKind::Or
            },
        )
    }

    fn conditional(&mut self, node: Node<'t>) -> ExprKind {
        let children = self.tree.children(node);
        match children.0.as_slice() {
            [then, test, otherwise] => {
                let test = self.expr(test.node);
                let then = self.expr(then.node);
                let otherwise = self.expr(otherwise.node);
                ExprKind::Conditional {
                    test,
                    then,
                    otherwise,
                }
            }
            _ => ExprKind::Unknown(self.parts(node)),
        }
    }

    pub(super) fn collection(&mut self, node: Node<'t>, kind: CollectionKind) -> ExprId {
        let mut entries: SmallVec<[Entry; 4]> = SmallVec::new();
        for child in &self.tree.children(node) {
            match child.kind {
                Kind::Pair => {
                    let parts = self.tree.children(child.node);
                    let key = self.field(child.node, &parts, Field::Key);
                    let value = self.field(child.node, &parts, Field::Value);
                    entries.push(Entry {
                        key: Some(key),
                        value,
                        span: self.b.span(child.node),
                    });
                }
                Kind::Error => {
                    let parts = self.parts(child.node);
                    if !parts.is_empty() {
                        let value = self.add(ExprKind::Unknown(parts), child.node);
                        entries.push(Entry {
                            key: None,
                            value,
                            span: self.b.span(child.node),
                        });
                    }
                }
                _ => entries.push(self.entry(None, child.node)),
            }
        }
        self.add(collection(kind, entries.into_vec()), node)
    }

    pub(super) fn entry(&mut self, key: Option<ExprId>, node: Node<'t>) -> Entry {
        Entry {
            key,
            value: self.expr(node),
            span: self.b.span(node),
        }
    }

    fn comprehension(&mut self, node: Node<'t>) -> ExprKind {
        let children = self.tree.children(node);
        let mut loops = Vec::new();
        let mut conditions = Vec::new();
        for child in &children {
            match child.kind {
                Kind::ForInClause => {
                    let parts = self.tree.children(child.node);
                    let target = self.field(child.node, &parts, Field::Left);
                    let iter = self.field(child.node, &parts, Field::Right);
                    loops.push((target, iter));
                }
                Kind::IfClause => {
                    if let Some(condition) = self.tree.children(child.node).first() {
                        conditions.push(self.expr(condition.node));
                    }
                }
                _ => {}
            }
        }
        let element = match children.get(Field::Body) {
            Some(pair) if self.tree.kinds.of(pair) == Kind::Pair => {
                let parts = self.tree.children(pair);
                let entries = [Field::Key, Field::Value]
                    .into_iter()
                    .filter_map(|field| parts.get(field));
                let entries = entries.map(|part| self.entry(None, part)).collect();
                self.b
                    .expr_at(collection(CollectionKind::Tuple, entries), pair)
            }
            Some(body) => self.expr(body),
            None => self.b.unknown(node),
        };
        ExprKind::Comprehension {
            loops: loops.into_boxed_slice(),
            conditions: conditions.into_boxed_slice(),
            element,
            makes: match self.tree.kinds.of(node) {
                Kind::DictionaryComprehension => CollectionKind::Dict,
                Kind::SetComprehension => CollectionKind::Set,
                _ => CollectionKind::List,
            },
        }
    }

    fn lambda(&mut self, node: Node<'t>) -> ExprKind {
        let children = self.tree.children(node);
        let params = match children.get(Field::Parameters) {
            Some(parameters) => self.parameters(parameters, false),
            None => Box::default(),
        };
        let value = self.field(node, &children, Field::Body);
        let span = self.b.get(value).span;
        let body = Box::new([self.b.stmt(StmtKind::Return(Some(value)), span)]);
        ExprKind::Closure(Box::new(Closure {
            name: None,
            params,
            body,
            decorators: Box::default(),
        }))
    }

    fn yield_expression(&mut self, node: Node<'t>) -> ExprKind {
        let value = self.tree.children(node).first().map(|value| value.node);
        let after = self
            .b
            .text(node)
            .strip_prefix("yield")
            .unwrap_or("")
            .trim_start();
        let is_from = after.strip_prefix("from").is_some_and(|rest| {
            !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
        });
        match value {
            Some(value) if is_from => {
                let value = self.expr(value);
                ExprKind::Yield(Some(self.b.expr_at(ExprKind::Spread(value), node)))
            }
            value => ExprKind::Yield(value.map(|value| self.expr(value))),
        }
    }
}

pub(super) fn collection(kind: CollectionKind, entries: Vec<Entry>) -> ExprKind {
    ExprKind::Collection(Collection {
        kind,
        ty: None,
        entries: entries.into_boxed_slice(),
    })
}

fn compare_op(written: &str) -> CompareOp {
    match written {
        "<>" => CompareOp::NotEq,
        "in" => CompareOp::In,
        "not in" => CompareOp::NotIn,
        "is" => CompareOp::Is,
        "is not" => CompareOp::IsNot,
        _ => CompareOp::written(written).unwrap_or(CompareOp::Other),
    }
}

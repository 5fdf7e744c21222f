//! `match` statements and their patterns.

use smallvec::SmallVec;
use tree_sitter::Node;

use super::Lowering;
use super::expr::collection;
use super::grammar::{Field, Kind};
use crate::{
    Arg, ArgName, Call, CallForm, Case, CollectionKind, Entry, ExprId, ExprKind, StmtKind, Symbol,
};

impl<'t> Lowering<'_, '_, 't> {
    pub(super) fn match_statement(&mut self, node: Node<'t>) -> StmtKind {
        let children = self.tree.children(node);
        let subjects: SmallVec<[Node<'t>; 2]> = children
            .into_iter()
            .filter(|child| child.field == Field::Subject)
            .map(|child| child.node)
            .collect();
        let subject = match subjects.as_slice() {
            [] => self.b.unknown(node),
            [subject] => self.expr(*subject),
            [first, .., last] => {
                let span = self.b.range(first.start_byte(), last.end_byte());
                let entries = subjects
                    .iter()
                    .map(|subject| self.entry(None, *subject))
                    .collect();
                self.b
                    .expr(collection(CollectionKind::Tuple, entries), span)
            }
        };
        let mut cases = Vec::new();
        if let Some(block) = children.get(Field::Body) {
            for clause in &self.tree.children(block) {
                if clause.kind == Kind::CaseClause {
                    cases.push(self.case(clause.node));
                }
            }
        }
        StmtKind::Switch {
            subject,
            cases: cases.into_boxed_slice(),
        }
    }

    fn case(&mut self, node: Node<'t>) -> Case {
        let children = self.tree.children(node);
        let written: SmallVec<[Node<'t>; 4]> = children
            .into_iter()
            .filter(|child| child.kind == Kind::CasePattern)
            .map(|child| child.node)
            .collect();
        let mut patterns = SmallVec::new();
        if let [pattern] = written.as_slice() {
            self.alternatives(*pattern, &mut patterns);
        } else if let [first, .., last] = written.as_slice() {
            let span = self.b.range(first.start_byte(), last.end_byte());
            let entries = written
                .iter()
                .map(|pattern| self.pattern_entry(*pattern))
                .collect();
            patterns.push(
                self.b
                    .expr(collection(CollectionKind::Tuple, entries), span),
            );
        }
        let guard = children
            .get(Field::Guard)
            .and_then(|guard| self.tree.children(guard).first());
        let guard = guard.map(|guard| self.expr(guard.node));
        let body = self.block(children.get(Field::Consequence));
        Case {
            patterns: Box::from(patterns.as_slice()),
            guard,
            body,
        }
    }

    /// The patterns of a case; none for `_`.
    fn alternatives(&mut self, pattern: Node<'t>, patterns: &mut SmallVec<[ExprId; 4]>) {
        let children = self.tree.children(pattern);
        let Some(inner) = children.first() else {
            return;
        };
        match inner.kind {
            Kind::UnionPattern => {
                for alternative in &self.tree.children(inner.node) {
                    patterns.push(self.pattern(alternative.node));
                }
            }
            _ => patterns.push(self.pattern(pattern)),
        }
    }

    fn pattern(&mut self, node: Node<'t>) -> ExprId {
        if !self.b.enter() {
            return self.b.unknown(node);
        }
        let pattern = self.pattern_of_kind(node);
        self.b.leave();
        pattern
    }

    fn pattern_of_kind(&mut self, node: Node<'t>) -> ExprId {
        let kind = self.tree.kinds.of(node);
        match kind {
            Kind::CasePattern => {
                let children = self.tree.children(node);
                match children.first() {
                    Some(inner) if matches!(inner.kind, Kind::Integer | Kind::Float) => {
                        let number = self.expr(inner.node);
                        if self.b.text(node).starts_with('-') {
                            let kind = ExprKind::Arithmetic {
                                op: Symbol::new("-"),
                                operands: Box::new([number]),
                            };
                            self.b.expr_at(kind, node)
                        } else {
                            number
                        }
                    }
                    Some(inner) => self.pattern(inner.node),
                    None => self.b.name(node),
                }
            }
            Kind::DottedName => self.dotted(node),
            // Parentheses around one pattern.
            Kind::TuplePattern
                if !self.b.text(node).contains(',') && self.tree.children(node).0.len() == 1 =>
            {
                let inner = self.tree.children(node);
                let inner = inner.first().map_or(node, |inner| inner.node);
                self.pattern(inner)
            }
            Kind::ListPattern | Kind::TuplePattern => {
                let entries = self
                    .tree
                    .children(node)
                    .into_iter()
                    .map(|child| self.pattern_entry(child.node))
                    .collect();
                let kind = if kind == Kind::ListPattern {
                    CollectionKind::List
                } else {
                    CollectionKind::Tuple
                };
                self.b.expr_at(collection(kind, entries), node)
            }
            Kind::DictPattern => self.dict_pattern(node),
            Kind::SplatPattern => {
                let children = self.tree.children(node);
                let name = match children.first() {
                    Some(name) => self.b.name(name.node),
                    // `*_`, whose `_` is a token.
                    None => self.b.expr_at(ExprKind::Name(Symbol::new("_")), node),
                };
                self.b.expr_at(ExprKind::Spread(name), node)
            }
            Kind::ClassPattern => self.class_pattern(node),
            Kind::UnionPattern => {
                let alternatives = self.patterns_in(node).into_iter();
                let either = |one, two| self.b.expr_at(ExprKind::Or(one, two), node);
                let all = alternatives.reduce(either);
                all.unwrap_or_else(|| self.b.unknown(node))
            }
            Kind::AsPattern => match self.patterns_in(node).as_slice() {
                [value, target] => {
                    let (target, value) = (*target, *value);
                    self.b.expr_at(ExprKind::Assign { target, value }, node)
                }
                _ => self.b.unknown(node),
            },
            Kind::ComplexPattern => {
                let operands: Vec<_> = self
                    .tree
                    .children(node)
                    .into_iter()
                    .map(|child| self.expr(child.node))
                    .collect();
                let kind = ExprKind::Arithmetic {
                    op: Symbol::new("+"),
                    operands: operands.into_boxed_slice(),
                };
                self.b.expr_at(kind, node)
            }
            Kind::Token => self.b.name(node),
            _ => self.expr(node),
        }
    }

    fn patterns_in(&mut self, node: Node<'t>) -> Vec<ExprId> {
        let children = self.tree.children(node);
        let children = children.into_iter();
        children.map(|child| self.pattern(child.node)).collect()
    }

    fn pattern_entry(&mut self, node: Node<'t>) -> Entry {
        Entry {
            key: None,
            value: self.pattern(node),
            span: self.b.span(node),
        }
    }

    fn dict_pattern(&mut self, node: Node<'t>) -> ExprId {
        let mut entries = Vec::new();
        let mut key: Option<Node<'t>> = None;
        for child in &self.tree.children(node) {
            match child.field {
                Field::Key => key = Some(child.node),
                Field::Value => {
                    let start = key.map_or(child.node.start_byte(), |key| key.start_byte());
                    let span = self.b.range(start, child.node.end_byte());
                    let key = key.take().map(|key| self.pattern(key));
                    entries.push(Entry {
                        key,
                        value: self.pattern(child.node),
                        span,
                    });
                }
                _ => entries.push(self.pattern_entry(child.node)),
            }
        }
        self.b
            .expr_at(collection(CollectionKind::Dict, entries), node)
    }

    /// `Point(x, y=0)` as a call of the class with patterns as arguments.
    fn class_pattern(&mut self, node: Node<'t>) -> ExprId {
        let children = self.tree.children(node);
        let Some(class) = children.first() else {
            return self.b.unknown(node);
        };
        let callee = self.pattern(class.node);
        let mut args = Vec::new();
        for child in children.into_iter().skip(1) {
            let inner = self.tree.children(child.node).first();
            let span = self.b.span(child.node);
            let arg = match inner {
                Some(keyword) if keyword.kind == Kind::KeywordPattern => {
                    let parts = self.tree.children(keyword.node);
                    let mut parts = parts.into_iter();
                    let name = parts.next().map_or(ArgName::Positional, |name| {
                        ArgName::Keyword(Symbol::new(self.b.text(name.node)))
                    });
                    let value = match parts.next() {
                        Some(value) => self.pattern(value.node),
                        None => self.b.unknown(keyword.node),
                    };
                    Arg { name, value, span }
                }
                _ => Arg {
                    name: ArgName::Positional,
                    value: self.pattern(child.node),
                    span,
                },
            };
            args.push(arg);
        }
        let args_span = self.b.range(class.node.end_byte(), node.end_byte());
        let call = Call {
            callee,
            args: args.into_boxed_slice(),
            form: CallForm::Plain,
            args_span,
        };
        self.b.expr_at(ExprKind::Call(call), node)
    }
}

//! Binding patterns.

use tree_sitter::Node;

use super::Lowering;
use super::grammar::{Field, Kind};
use crate::{Collection, CollectionKind, Entry, ExprId, ExprKind, Span, Symbol};

impl<'a> Lowering<'_, 'a> {
    /// What an assignment, a declaration or a parameter binds.
    pub(super) fn pattern(&mut self, node: Node<'a>) -> ExprId {
        let node = self.grammar.unparenthesized(node);
        if !self.out.enter() {
            return self.out.unknown(node);
        }
        let id = match self.kind(node) {
            Kind::ObjectPattern => self.object_pattern(node),
            Kind::ArrayPattern => {
                let entries = self.elements(node, Self::pattern);
                self.collection(CollectionKind::List, entries, node)
            }
            Kind::AssignmentPattern | Kind::ObjectAssignmentPattern => self.default_pattern(node),
            Kind::RestPattern => self.rest_pattern(node),
            Kind::NonNullExpression => match self.inner(node) {
                Some(inner) => self.pattern(inner),
                None => self.out.unknown(node),
            },
            _ => self.expr(node),
        };
        self.out.leave();
        id
    }

    fn object_pattern(&mut self, node: Node<'a>) -> ExprId {
        let mut entries = Vec::new();
        for child in self.children(node) {
            let (key, value) = match self.kind(child) {
                Kind::Identifier => (Some(self.key(child)), self.out.name(child)),
                Kind::PairPattern => {
                    let key = self.field(child, Field::Key).map(|key| self.key(key));
                    let value = match self.field(child, Field::Value) {
                        Some(value) => self.pattern(value),
                        None => self.out.unknown(child),
                    };
                    (key, value)
                }
                Kind::ObjectAssignmentPattern => {
                    let key = self
                        .field(child, Field::Left)
                        .filter(|&left| self.kind(left) == Kind::Identifier)
                        .map(|left| self.key(left));
                    (key, self.default_pattern(child))
                }
                _ => (None, self.pattern(child)),
            };
            entries.push(Entry {
                key,
                value,
                span: self.out.span(child),
            });
        }
        self.collection(CollectionKind::Dict, entries, node)
    }

    fn default_pattern(&mut self, node: Node<'a>) -> ExprId {
        let parts = self
            .field(node, Field::Left)
            .zip(self.field(node, Field::Right));
        let Some((left, right)) = parts else {
            return self.unknown(node);
        };
        let pattern = self.pattern(left);
        let default = self.expr(right);
        self.out
            .expr_at(ExprKind::Default { pattern, default }, node)
    }

    fn rest_pattern(&mut self, node: Node<'a>) -> ExprId {
        match self.inner(node) {
            Some(inner) => {
                let inner = self.pattern(inner);
                self.out.expr_at(ExprKind::Spread(inner), node)
            }
            None => self.out.unknown(node),
        }
    }

    /// The elements of an array or array pattern, each hole as an unknown one.
    pub(super) fn elements(
        &mut self,
        node: Node<'a>,
        lower: impl Fn(&mut Self, Node<'a>) -> ExprId,
    ) -> Vec<Entry> {
        let mut entries = Vec::new();
        let mut is_hole = true;
        for child in self.children_and_tokens(node) {
            if child.is_named() {
                let value = lower(self, child);
                entries.push(Entry {
                    key: None,
                    value,
                    span: self.out.span(child),
                });
                is_hole = false;
            } else if child.kind() == "," {
                if is_hole {
                    let span = self.out.range(child.start_byte(), child.start_byte());
                    let value = self.out.expr(ExprKind::Unknown(Box::default()), span);
                    entries.push(Entry {
                        key: None,
                        value,
                        span,
                    });
                }
                is_hole = true;
            }
        }
        entries
    }

    pub(super) fn collection(
        &mut self,
        kind: CollectionKind,
        entries: Vec<Entry>,
        node: Node<'a>,
    ) -> ExprId {
        let collection = Collection {
            kind,
            ty: None,
            entries: entries.into(),
        };
        self.out.expr_at(ExprKind::Collection(collection), node)
    }

    /// The key of an object entry: a string literal for a name.
    pub(super) fn key(&mut self, node: Node<'a>) -> ExprId {
        match self.kind(node) {
            Kind::String | Kind::Number => self.expr(node),
            Kind::ComputedPropertyName => match self.inner(node) {
                Some(inner) => self.expr(inner),
                None => self.out.unknown(node),
            },
            _ => self.string_of(self.out.text(node), node.byte_range()),
        }
    }

    /// `this.name`, of which only the name is written.
    pub(super) fn this_member(&mut self, name: Symbol, at: usize, name_span: Span) -> ExprId {
        let base = self.implied_name("this", at);
        let kind = ExprKind::Attribute {
            base,
            name,
            name_span,
        };
        self.out.expr(kind, name_span)
    }
}

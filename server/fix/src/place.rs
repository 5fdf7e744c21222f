//! A body of a file with its text: where expressions stand, what is around them, what they bind.

use std::ops::Range;

use tripline_ir::{
    Body, BodyKey, BodyLayout, Call, Declaration, Expr, ExprId, ExprKind, Span, StmtId, StmtKind,
    Symbol,
};
use tripline_syntax::Language;

use crate::{Source, walk};

/// A body with the text of its file. Ranges are absolute bytes.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) source: &'a Source<'a>,
    pub(crate) layout: &'a BodyLayout,
    pub(crate) body: &'a Body,
    pub(crate) text: &'a str,
    pub(crate) language: Language,
}

impl<'a> Place<'a> {
    /// The body of a key; `None` if the file has none.
    pub(crate) fn new(source: &'a Source<'a>, key: BodyKey) -> Option<Self> {
        let layout = source.ir.body(key)?;
        Some(Place {
            source,
            layout,
            body: &layout.body,
            text: source.document.text(),
            language: source.document.language(),
        })
    }

    pub(crate) fn expr(&self, id: ExprId) -> &'a Expr {
        self.body.expr(id)
    }

    pub(crate) fn call(&self, id: ExprId) -> Option<&'a Call> {
        match &self.expr(id).kind {
            ExprKind::Call(call) => Some(call),
            ExprKind::Await(inner) | ExprKind::Cast { value: inner, .. } => self.call(*inner),
            _ => None,
        }
    }

    pub(crate) fn resolve(&self, span: Span) -> Range<usize> {
        let range = self.layout.resolve(span).range();
        range.start.min(self.text.len())..range.end.min(self.text.len())
    }

    pub(crate) fn range(&self, id: ExprId) -> Range<usize> {
        self.resolve(self.expr(id).span)
    }

    pub(crate) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or("")
    }

    pub(crate) fn source_of(&self, id: ExprId) -> &'a str {
        self.slice(self.range(id))
    }

    /// `range` with the parentheses around it, as long as they stand inside `within`.
    pub(crate) fn with_parentheses(
        &self,
        range: Range<usize>,
        within: Range<usize>,
    ) -> Range<usize> {
        let mut outer = range;
        loop {
            let before = self.slice(within.start..outer.start).trim_end();
            let after = self.slice(outer.end..within.end);
            let trimmed = after.trim_start();
            if !before.ends_with('(') || !trimmed.starts_with(')') {
                return outer;
            }
            outer = within.start + before.len() - 1..outer.end + (after.len() - trimmed.len()) + 1;
        }
    }

    /// Whether one expression is written inside another.
    pub(crate) fn contains(&self, outer: ExprId, inner: ExprId) -> bool {
        let (outer, inner) = (self.range(outer), self.range(inner));
        outer.start <= inner.start && inner.end <= outer.end
    }

    /// Whether a comment stands in the range.
    pub(crate) fn has_comment(&self, range: &Range<usize>) -> bool {
        self.source.ir.comments.iter().any(|comment| {
            let comment = comment.span.range();
            comment.start < range.end && range.start < comment.end
        })
    }

    /// The comment that starts at this byte.
    pub(crate) fn comment_at(&self, at: usize) -> Option<Range<usize>> {
        let comments = &self.source.ir.comments;
        comments
            .iter()
            .map(|comment| comment.span.range())
            .find(|comment| comment.start == at)
    }

    /// The expression that this one is directly part of.
    pub(crate) fn parent(&self, id: ExprId) -> Option<ExprId> {
        let ids = (0..self.body.exprs.len() as u32).map(ExprId);
        ids.into_iter().find(|&candidate| {
            let mut found = false;
            walk::children(&self.expr(candidate).kind, |child| found |= child == id);
            found
        })
    }

    /// The statements of the body, closures' ones included.
    pub(crate) fn stmts(
        &self,
    ) -> impl Iterator<Item = (StmtId, &'a StmtKind, Range<usize>)> + use<'a> {
        let place = *self;
        self.body
            .stmts
            .iter()
            .enumerate()
            .map(move |(index, stmt)| (StmtId(index as u32), &stmt.kind, place.resolve(stmt.span)))
    }

    /// The assignment whose whole value is this expression: its statement, its targets and what it declares.
    pub(crate) fn assignment_of(
        &self,
        value: ExprId,
    ) -> Option<(Range<usize>, &'a [ExprId], Declaration)> {
        self.stmts().find_map(|(_, kind, range)| match kind {
            StmtKind::Assign {
                targets,
                value: Some(assigned),
                declaration,
                ..
            } if self.same(*assigned, value) => Some((range, &**targets, *declaration)),
            _ => None,
        })
    }

    /// Whether `outer` is `inner`, or a static type conversion of it.
    fn same(&self, outer: ExprId, inner: ExprId) -> bool {
        outer == inner
            || matches!(&self.expr(outer).kind, ExprKind::Cast { value, .. } | ExprKind::Await(value) if self.same(*value, inner))
    }

    /// Every place that the body binds or changes: names, and attributes and subscripts that are assigned to.
    pub(crate) fn bound(&self) -> Vec<ExprId> {
        let mut found = Vec::new();
        for param in &self.body.params {
            self.pattern(param.pattern, &mut found);
        }
        for stmt in &self.body.stmts {
            match &stmt.kind {
                StmtKind::Assign { targets, .. } => {
                    targets
                        .iter()
                        .for_each(|&target| self.pattern(target, &mut found));
                }
                StmtKind::For {
                    target: Some(target),
                    ..
                } => self.pattern(*target, &mut found),
                StmtKind::With { items, .. } => {
                    items
                        .iter()
                        .filter_map(|item| item.target)
                        .for_each(|target| self.pattern(target, &mut found));
                }
                StmtKind::Try { handlers, .. } => handlers
                    .iter()
                    .filter_map(|handler| handler.target)
                    .for_each(|target| self.pattern(target, &mut found)),
                _ => {}
            }
        }
        for expr in &self.body.exprs {
            match &expr.kind {
                ExprKind::Assign { target, .. } => self.pattern(*target, &mut found),
                ExprKind::Comprehension { loops, .. } => {
                    loops
                        .iter()
                        .for_each(|(target, _)| self.pattern(*target, &mut found));
                }
                ExprKind::Closure(closure) => {
                    closure
                        .params
                        .iter()
                        .for_each(|param| self.pattern(param.pattern, &mut found));
                }
                _ => {}
            }
        }
        found.sort();
        found.dedup();
        found
    }

    fn pattern(&self, id: ExprId, found: &mut Vec<ExprId>) {
        match &self.expr(id).kind {
            ExprKind::Collection(collection) => {
                collection
                    .entries
                    .iter()
                    .for_each(|entry| self.pattern(entry.value, found));
            }
            ExprKind::Default { pattern, .. }
            | ExprKind::Spread(pattern)
            | ExprKind::Cast { value: pattern, .. } => {
                self.pattern(*pattern, found);
            }
            _ => found.push(id),
        }
    }

    /// Whether the body, or the module, binds the name otherwise than by an import.
    pub(crate) fn binds(&self, name: &str) -> bool {
        let module = Place {
            layout: self.source.ir.module(),
            body: &self.source.ir.module().body,
            ..*self
        };
        let has_name = |place: &Place<'_>| {
            place
                .bound()
                .into_iter()
                .any(|id| match place.expr(id).kind {
                    ExprKind::Name(bound) => &*bound == name && !place.is_module(id),
                    _ => false,
                })
        };
        has_name(self) || has_name(&module)
    }

    /// Whether the name is bound to a required module.
    fn is_module(&self, target: ExprId) -> bool {
        self.stmts().any(|(_, kind, _)| match kind {
            StmtKind::Assign {
                targets,
                value: Some(value),
                ..
            } => targets.contains(&target) && matches!(self.expr(*value).kind, ExprKind::Module(_)),
            _ => false,
        })
    }

    /// The occurrences of a name that are not bindings.
    pub(crate) fn uses(&self, name: Symbol) -> usize {
        let bound = self.bound();
        let names = self.body.exprs.iter().enumerate();
        names
            .filter(|(index, expr)| {
                matches!(expr.kind, ExprKind::Name(used) if used == name)
                    && bound.binary_search(&ExprId(*index as u32)).is_err()
            })
            .count()
    }
}

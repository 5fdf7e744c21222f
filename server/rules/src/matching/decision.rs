//! The conditions that decide whether some code runs.

use tripline_ir::{Body, ExprId, ExprKind, Literal, Span, StmtId, StmtKind, Symbol};

use crate::check;
use crate::names::last_name;
use crate::pattern::{Case, Pattern};

/// A condition in the program, compiled.
#[derive(Debug)]
pub(super) struct Condition {
    named: Option<Pattern>,
    calls: Option<Pattern>,
}

impl Condition {
    pub(super) fn compile(source: &check::ConditionMatch) -> Condition {
        let pattern = |source: &Option<String>| {
            source
                .as_ref()
                .map(|source| Pattern::new(source, Case::Sensitive))
        };
        Condition {
            named: pattern(&source.named),
            calls: pattern(&source.calls),
        }
    }

    /// Whether such a condition decides whether the code of a span runs. `says_yes` tells of functions that return true
    /// whatever they are asked.
    pub(super) fn decides(
        &self,
        body: &Body,
        span: Span,
        says_yes: &dyn Fn(Symbol) -> bool,
    ) -> bool {
        deciding(body, span).into_iter().any(|test| {
            let within = body.expr(test).span;
            body.exprs
                .iter()
                .filter(|part| within.contains(part.span))
                .any(|part| self.is_part(body, &part.kind, says_yes))
        })
    }

    fn is_part(&self, body: &Body, part: &ExprKind, says_yes: &dyn Fn(Symbol) -> bool) -> bool {
        let is = |pattern: &Option<Pattern>, text: &str| {
            pattern
                .as_ref()
                .is_some_and(|pattern| pattern.is_match(text))
        };
        match part {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => is(&self.named, name),
            ExprKind::Literal(Literal::String(text)) => is(&self.named, &text.value),
            ExprKind::Call(call) => last_name(body, call.callee)
                .is_some_and(|name| is(&self.calls, &name) && !says_yes(name)),
            _ => false,
        }
    }
}

/// The conditions that decide whether the code of a span runs: of the statements and conditional expressions around it, and
/// of those before it that leave the function.
fn deciding(body: &Body, span: Span) -> Vec<ExprId> {
    let mut tests = Vec::new();
    for expr in &body.exprs {
        match &expr.kind {
            ExprKind::Conditional { test, .. }
                if expr.span.contains(span) || span.contains(expr.span) =>
            {
                tests.push(*test);
            }
            ExprKind::Closure(closure) => deciding_in(body, &closure.body, span, &mut tests),
            _ => {}
        }
    }
    deciding_in(body, &body.root, span, &mut tests);
    for stmt in &body.stmts {
        for block in stmt.kind.blocks() {
            deciding_in(body, block, span, &mut tests);
        }
    }
    tests
}

/// The conditions of a block's own statements up to the one that holds the span; none if no statement does.
fn deciding_in(body: &Body, block: &[StmtId], span: Span, tests: &mut Vec<ExprId>) {
    let holds = |stmt: &StmtId| body.stmt(*stmt).span.contains(span);
    let Some(position) = block.iter().position(holds) else {
        return;
    };
    for stmt in &block[..position] {
        if let StmtKind::If { arms, .. } = &body.stmt(*stmt).kind {
            let leaving = arms.iter().filter(|(_, block)| leaves(body, block));
            tests.extend(leaving.map(|(test, _)| *test));
        }
    }
    if let StmtKind::If { arms, .. } = &body.stmt(block[position]).kind {
        let taken = arms.iter().position(|(_, block)| block.iter().any(holds));
        let asked = taken.map_or(arms.len(), |taken| taken + 1);
        tests.extend(arms[..asked].iter().map(|(test, _)| *test));
    }
}

/// Whether nothing after a block runs once the block has run.
fn leaves(body: &Body, block: &[StmtId]) -> bool {
    block.last().is_some_and(|last| {
        matches!(
            body.stmt(*last).kind,
            StmtKind::Return(_) | StmtKind::Raise(_) | StmtKind::Break | StmtKind::Continue
        )
    })
}

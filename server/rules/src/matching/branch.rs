//! Conditions that check nothing.

use tripline_ir::{Block, Body, CompareOp, ExprId, ExprKind, Literal, StmtId, StmtKind};

use crate::check::BranchShape;
use crate::names::last_name;
use crate::pattern::Pattern;

/// The condition and block of an arm of an `if`, and whether anything follows when the condition is false.
pub(super) struct Arm<'a> {
    pub(super) test: ExprId,
    block: &'a Block,
    is_alone: bool,
}

/// The arm of an event.
pub(super) fn arm(body: &Body, stmt: StmtId, arm: usize) -> Option<Arm<'_>> {
    let StmtKind::If { arms, otherwise } = &body.stmt(stmt).kind else {
        return None;
    };
    let (test, block) = arms.get(arm)?;
    let is_alone = arms.len() == arm + 1
        && otherwise
            .as_ref()
            .is_none_or(|block| does_nothing(body, block));
    Some(Arm {
        test: *test,
        block,
        is_alone,
    })
}

/// The shapes that the syntax alone shows.
pub(super) fn has_shape(body: &Body, arm: &Arm<'_>, shape: BranchShape, test: &Pattern) -> bool {
    match shape {
        BranchShape::EmptyWhenFalse => {
            arm.is_alone
                && does_nothing(body, arm.block)
                && negated(body, arm.test).is_some_and(|inner| is_named(body, inner, test))
        }
        BranchShape::AlwaysTrue => is_always_true(body, arm.test, test),
        BranchShape::ClientControlled => false,
    }
}

/// What a condition denies: `not x`, `!x`, `x == false`, `x is False`.
fn negated(body: &Body, expr: ExprId) -> Option<ExprId> {
    match &body.expr(expr).kind {
        ExprKind::Not(inner) => Some(*inner),
        ExprKind::Compare {
            op: CompareOp::Eq | CompareOp::Is,
            left,
            right,
        } if is_bool(body, *right, false) => Some(*left),
        ExprKind::Compare {
            op: CompareOp::NotEq | CompareOp::IsNot,
            left,
            right,
        } if is_bool(body, *right, true) => Some(*left),
        _ => None,
    }
}

/// `check or True`, in either order and however nested.
fn is_always_true(body: &Body, expr: ExprId, test: &Pattern) -> bool {
    let ExprKind::Or(left, right) = body.expr(expr).kind else {
        return false;
    };
    let is_true = |expr| is_bool(body, expr, true);
    let names = |expr| mentions(body, expr, test);
    is_true(left) && names(right)
        || is_true(right) && names(left)
        || is_always_true(body, left, test)
        || is_always_true(body, right, test)
}

fn mentions(body: &Body, expr: ExprId, test: &Pattern) -> bool {
    match body.expr(expr).kind {
        ExprKind::Or(left, right) | ExprKind::And(left, right) => {
            mentions(body, left, test) || mentions(body, right, test)
        }
        ExprKind::Not(inner) => mentions(body, inner, test),
        ExprKind::Compare { left, .. } => is_named(body, left, test),
        _ => is_named(body, expr, test),
    }
}

fn is_bool(body: &Body, expr: ExprId, truth: bool) -> bool {
    matches!(body.expr(expr).kind, ExprKind::Literal(Literal::Bool(value)) if value == truth)
}

fn is_named(body: &Body, expr: ExprId, test: &Pattern) -> bool {
    last_name(body, expr).is_some_and(|name| test.is_match(&name))
}

fn does_nothing(body: &Body, block: &[StmtId]) -> bool {
    block.iter().all(|stmt| match &body.stmt(*stmt).kind {
        StmtKind::Pass => true,
        StmtKind::Block(block) => does_nothing(body, block),
        // `...` in Python.
        StmtKind::Expr(expr) => match &body.expr(*expr).kind {
            ExprKind::Literal(Literal::String(_)) => true,
            ExprKind::Unknown(parts) => parts.is_empty() && body.expr(*expr).span.len() == 3,
            _ => false,
        },
        _ => false,
    })
}

/// The name that a condition tests, through `not` and `or`.
pub(super) fn tested_name(body: &Body, expr: ExprId) -> Option<tripline_ir::Symbol> {
    match body.expr(expr).kind {
        ExprKind::Not(inner) => tested_name(body, inner),
        ExprKind::Or(left, right) => tested_name(body, left).or_else(|| tested_name(body, right)),
        ExprKind::Compare { left, .. } => tested_name(body, left),
        _ => last_name(body, expr),
    }
}

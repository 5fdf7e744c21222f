//! What a function does with a value.

use std::collections::BTreeSet;

use tripline_ir::{Body, CompareOp, Expr, ExprId, ExprKind, StmtKind, Symbol};

use super::decision::mentions;
use crate::names::last_name;
use crate::pattern::Pattern;

/// Whether the body looks at these members of an expression's value alone, and puts nothing in order: what it learns from
/// them then decides nothing.
pub(super) fn reads_alone(body: &Body, expr: ExprId, members: &[Symbol]) -> bool {
    if members.is_empty() || body.exprs.iter().any(|expr| is_ordering(&expr.kind)) {
        return false;
    }
    let Some(name) = bound_name(body, expr) else {
        return body.exprs.iter().enumerate().any(|(index, reader)| {
            is_member_of(&reader.kind, |base| base == expr)
                && is_one_of(body, ExprId(index as u32), members)
        });
    };
    let is_mention = |mention: ExprId| body.expr(mention).kind == ExprKind::Name(name);
    let mentions = (0..body.exprs.len() as u32)
        .map(ExprId)
        .filter(|mention| is_mention(*mention));
    let reads = (0..body.exprs.len() as u32).map(ExprId).filter(|reader| {
        is_member_of(&body.expr(*reader).kind, is_mention) && is_one_of(body, *reader, members)
    });
    let (reads, targets) = (reads.count(), 1);
    reads > 0 && mentions.count() == targets + reads + tests(body, is_mention)
}

fn is_ordering(kind: &ExprKind) -> bool {
    matches!(
        kind,
        ExprKind::Compare {
            op: CompareOp::Less | CompareOp::LessEq | CompareOp::Greater | CompareOp::GreaterEq,
            ..
        }
    )
}

fn is_member_of(kind: &ExprKind, is_base: impl Fn(ExprId) -> bool) -> bool {
    matches!(kind, ExprKind::Attribute { base, .. } | ExprKind::Index { base, .. } if is_base(*base))
}

fn is_one_of(body: &Body, reader: ExprId, members: &[Symbol]) -> bool {
    last_name(body, reader).is_some_and(|name| members.contains(&name))
}

/// The name that takes the value and nothing else.
fn bound_name(body: &Body, expr: ExprId) -> Option<Symbol> {
    let value = |id: ExprId| match &body.expr(id).kind {
        ExprKind::Cast { value, .. } => *value,
        _ => id,
    };
    body.stmts.iter().find_map(|stmt| match &stmt.kind {
        StmtKind::Assign {
            targets,
            value: Some(assigned),
            ..
        } if value(*assigned) == expr => match **targets {
            [target] => match body.expr(target).kind {
                ExprKind::Name(name) => Some(name),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    })
}

/// How often the value is only asked whether and what kind of thing it is.
fn tests(body: &Body, is_mention: impl Fn(ExprId) -> bool) -> usize {
    let asks_kind = |expr: &Expr| match &expr.kind {
        ExprKind::Compare { left, right, .. } => {
            usize::from(is_mention(*left)) + usize::from(is_mention(*right))
        }
        ExprKind::Arithmetic { op, operands } if op.as_str() == "typeof" => {
            operands.iter().filter(|asked| is_mention(**asked)).count()
        }
        _ => 0,
    };
    let conditions = conditions(body);
    conditions
        .into_iter()
        .filter(|asked| is_mention(*asked))
        .count()
        + body.exprs.iter().map(asks_kind).sum::<usize>()
}

/// Whether a function, or a method of its result, is given something in which the pattern finds a name or a constant text: in the
/// call itself, in one that is chained to it, or in one that has to do with the variable that holds the result.
pub(super) fn is_given(body: &Body, expr: ExprId, pattern: &Pattern) -> bool {
    let held = holder(body, expr);
    body.exprs.iter().any(|candidate| {
        let ExprKind::Call(call) = &candidate.kind else {
            return false;
        };
        let is_held = |id: ExprId| {
            let root = root(body, id);
            root == expr || held.is_some_and(|name| body.expr(root).kind == ExprKind::Name(name))
        };
        let is_concerned = is_held(call.callee) || call.args.iter().any(|arg| is_held(arg.value));
        let is_itself = candidate.span == body.expr(expr).span;
        (is_itself || is_concerned)
            && (call.args.iter()).any(|arg| mentions(body, arg.value, pattern))
    })
}

/// The variable that holds the result of a call, or of what is chained to it.
fn holder(body: &Body, expr: ExprId) -> Option<Symbol> {
    body.stmts.iter().find_map(|stmt| match &stmt.kind {
        StmtKind::Assign {
            targets,
            value: Some(value),
            ..
        } if root(body, *value) == expr => match **targets {
            [target] => match body.expr(target).kind {
                ExprKind::Name(name) => Some(name),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    })
}

/// What a chain of members and of calls of methods starts with: a call of a function, or another expression.
fn root(body: &Body, expr: ExprId) -> ExprId {
    let mut current = expr;
    loop {
        current = match &body.expr(current).kind {
            ExprKind::Attribute { base: inner, .. }
            | ExprKind::Reference(inner)
            | ExprKind::Await(inner)
            | ExprKind::Cast { value: inner, .. } => *inner,
            ExprKind::Call(call) => match body.expr(call.callee).kind {
                // A function of a module, or of a type, starts a chain.
                ExprKind::Attribute { base, .. } if !is_plain(body, base) => base,
                _ => return current,
            },
            _ => return current,
        };
    }
}

/// Whether an expression is a name, or a member of one: a module, a type, or an object that a variable holds.
fn is_plain(body: &Body, expr: ExprId) -> bool {
    match body.expr(expr).kind {
        ExprKind::Name(_) | ExprKind::Module(_) => true,
        ExprKind::Attribute { base, .. } => is_plain(body, base),
        _ => false,
    }
}

/// Whether the truth of an expression's value is asked, and nothing else is done with it.
pub(super) fn is_condition(body: &Body, expr: ExprId) -> bool {
    let conditions = conditions(body);
    let Some(name) = bound_name(body, expr) else {
        return conditions.contains(&expr);
    };
    let is_mention = |mention: &ExprId| body.expr(*mention).kind == ExprKind::Name(name);
    let mentions = (0..body.exprs.len() as u32).map(ExprId).filter(is_mention);
    let asked = conditions.iter().filter(|asked| is_mention(asked)).count();
    asked > 0 && mentions.count() == asked + 1
}

/// The expressions whose truth decides something, each once.
fn conditions(body: &Body) -> BTreeSet<ExprId> {
    let mut found = BTreeSet::new();
    for expr in &body.exprs {
        match &expr.kind {
            ExprKind::Conditional { test, .. } => add_parts(body, *test, &mut found),
            ExprKind::Not(asked) | ExprKind::And(asked, _) => add_parts(body, *asked, &mut found),
            _ => {}
        }
    }
    for stmt in &body.stmts {
        match &stmt.kind {
            StmtKind::If { arms, .. } => {
                for (test, _) in arms {
                    add_parts(body, *test, &mut found);
                }
            }
            StmtKind::While {
                test: Some(test), ..
            } => add_parts(body, *test, &mut found),
            _ => {}
        }
    }
    found
}

/// The parts of a condition whose truth is asked.
fn add_parts(body: &Body, test: ExprId, found: &mut BTreeSet<ExprId>) {
    match &body.expr(test).kind {
        ExprKind::And(left, right) | ExprKind::Or(left, right) => {
            add_parts(body, *left, found);
            add_parts(body, *right, found);
        }
        ExprKind::Not(inner) => add_parts(body, *inner, found),
        _ => {
            found.insert(test);
        }
    }
}

//! Which members of a value a function looks at.

use tripline_ir::{Body, CompareOp, ExprId, ExprKind, StmtKind, Symbol};

use crate::names::last_name;

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
            op: CompareOp::Other,
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
    let in_expressions = body.exprs.iter().map(|expr| match &expr.kind {
        ExprKind::And(asked, _) | ExprKind::Not(asked) => usize::from(is_mention(*asked)),
        ExprKind::Conditional { test, .. } => usize::from(is_mention(*test)),
        ExprKind::Compare { left, right, .. } => {
            usize::from(is_mention(*left)) + usize::from(is_mention(*right))
        }
        ExprKind::Arithmetic { op, operands } if op.as_str() == "typeof" => {
            operands.iter().filter(|asked| is_mention(**asked)).count()
        }
        _ => 0,
    });
    let in_conditions = body.stmts.iter().map(|stmt| match &stmt.kind {
        StmtKind::If { arms, .. } => arms.iter().filter(|(test, _)| is_mention(*test)).count(),
        _ => 0,
    });
    in_expressions.chain(in_conditions).sum()
}

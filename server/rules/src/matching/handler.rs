//! Handlers of exceptions that answer for a check.

use tripline_ir::{Body, ExprId, ExprKind, Literal, StmtId, StmtKind};

use crate::names::last_name;
use crate::pattern::Pattern;

/// What handlers answer true with, where the block that they guard calls a function of such a name.
pub(super) fn answers(body: &Body, calls: &Pattern) -> Vec<ExprId> {
    let mut answers = Vec::new();
    for stmt in &body.stmts {
        let StmtKind::Try {
            body: guarded,
            handlers,
            ..
        } = &stmt.kind
        else {
            continue;
        };
        if !is_called(body, guarded, calls) {
            continue;
        }
        let last = handlers.iter().filter_map(|handler| handler.body.last());
        answers.extend(last.filter_map(|last| returned_truth(body, *last)));
    }
    answers
}

fn is_called(body: &Body, block: &[StmtId], calls: &Pattern) -> bool {
    let spans: Vec<_> = block.iter().map(|stmt| body.stmt(*stmt).span).collect();
    body.exprs.iter().any(|expr| match &expr.kind {
        ExprKind::Call(call) => {
            spans.iter().any(|span| span.contains(expr.span))
                && last_name(body, call.callee).is_some_and(|name| calls.is_match(&name))
        }
        _ => false,
    })
}

fn returned_truth(body: &Body, stmt: StmtId) -> Option<ExprId> {
    let StmtKind::Return(Some(answer)) = body.stmt(stmt).kind else {
        return None;
    };
    let is_true = matches!(
        body.expr(answer).kind,
        ExprKind::Literal(Literal::Bool(true))
    );
    is_true.then_some(answer)
}

//! Whether a query that was built before the call can be changed where it was built.

use std::ops::Range;

use tripline_flow::Shape;
use tripline_ir::{AssignOp, BodyKind, ExprId, ExprKind, StmtId, StmtKind, Symbol};

use super::text::QueryText;
use crate::place::Place;
use crate::walk;

/// Succeeds if every part of the text is either in the argument itself or in a variable that is defined once, in
/// straight-line code, and used for this text alone; and if the values are still the same at the call.
pub(in crate::kinds) fn check(
    place: Place<'_>,
    shape: &Shape,
    primary: ExprId,
    call: ExprId,
    text: &QueryText<'_>,
) -> Option<()> {
    let argument = place.range(primary);
    let mut block: Option<Vec<StmtId>> = None;
    let mut definitions: Vec<Range<usize>> = Vec::new();
    let mut variables: Vec<(Symbol, usize)> = Vec::new();
    for &(_, built) in &shape.built_at {
        let range = place.range(built);
        let is_inside = |outer: &Range<usize>| outer.start <= range.start && range.end <= outer.end;
        if is_inside(&argument) || definitions.iter().any(is_inside) {
            continue;
        }
        if is_part_of_other(place, shape, built) {
            continue;
        }
        let (stmt, name, range) = definition(place, built)?;
        match &block {
            Some(known) if !known.contains(&stmt) => return None,
            Some(_) => {}
            None => block = Some(block_of(place, stmt)?),
        }
        definitions.push(range);
        match variables.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => variables.push((name, 1)),
        }
    }
    let bound = place.bound();
    for (name, count) in &variables {
        let bindings = bound
            .iter()
            .filter(|id| place.expr(**id).kind == ExprKind::Name(*name))
            .count();
        if bindings != *count || place.uses(*name) != 1 || is_seen_elsewhere(place, *name) {
            return None;
        }
    }
    let Some(start) = definitions.iter().map(|range| range.end).min() else {
        return Some(());
    };
    let block = block?;
    let at = place.range(call);
    let last = place.resolve(place.body.stmt(*block.last()?).span);
    if at.start < start || at.end > last.end {
        return None;
    }
    let end = reach(place, start, at.start);
    for hole in text.holes.iter().filter(|hole| !hole.is_kept) {
        if at.start <= place.range(hole.expr).start && place.range(hole.expr).end <= at.end {
            continue;
        }
        let changes = bound.iter().any(|&target| {
            let range = place.range(target);
            start <= range.start && range.start < end && concerns(place, target, hole.expr)
        });
        if changes
            || walk::any(place.body, hole.expr, &|kind| {
                matches!(kind, ExprKind::Closure(_))
            })
        {
            return None;
        }
    }
    Some(())
}

/// Whether the expression is written inside another one that the text is built at.
fn is_part_of_other(place: Place<'_>, shape: &Shape, built: ExprId) -> bool {
    let range = place.range(built);
    shape.built_at.iter().any(|&(_, other)| {
        let outer = place.range(other);
        other != built && outer != range && outer.start <= range.start && range.end <= outer.end
    })
}

/// The statement that gives the expression to a variable, and that variable.
pub(in crate::kinds) fn definition(
    place: Place<'_>,
    value: ExprId,
) -> Option<(StmtId, Symbol, Range<usize>)> {
    place.stmts().find_map(|(id, kind, range)| match kind {
        StmtKind::Assign {
            targets,
            value: Some(assigned),
            op: AssignOp::Set | AssignOp::Add,
            ..
        } if *assigned == value => {
            let [target] = &**targets else {
                return None;
            };
            match place.expr(*target).kind {
                ExprKind::Name(name) => Some((id, name, range)),
                _ => None,
            }
        }
        _ => None,
    })
}

/// The block that the statement is directly in.
fn block_of(place: Place<'_>, stmt: StmtId) -> Option<Vec<StmtId>> {
    let has = |block: &[StmtId]| block.contains(&stmt);
    if has(&place.body.root) {
        return Some(place.body.root.to_vec());
    }
    let in_stmts = place
        .body
        .stmts
        .iter()
        .flat_map(|stmt| stmt.kind.blocks())
        .find(|block| has(block));
    if let Some(block) = in_stmts {
        return Some(block.to_vec());
    }
    place.body.exprs.iter().find_map(|expr| match &expr.kind {
        ExprKind::Closure(closure) if has(&closure.body) => Some(closure.body.to_vec()),
        _ => None,
    })
}

/// Whether other bodies may use a variable of the module.
fn is_seen_elsewhere(place: Place<'_>, name: Symbol) -> bool {
    place.body.kind == BodyKind::Module
        && place.source.ir.bodies.iter().skip(1).any(|layout| {
            layout
                .body
                .exprs
                .iter()
                .any(|expr| expr.kind == ExprKind::Name(name))
        })
}

/// Up to where an assignment may run between the definition at `start` and the call at `at`: a loop around the call alone
/// runs its rest before the next call, and a closure runs at any time.
fn reach(place: Place<'_>, start: usize, at: usize) -> usize {
    let surrounds =
        |range: &Range<usize>| range.start >= start && range.start <= at && at < range.end;
    let loops = place.stmts().filter_map(|(_, kind, range)| {
        (matches!(kind, StmtKind::While { .. } | StmtKind::For { .. }) && surrounds(&range))
            .then_some(range.end)
    });
    let in_closure = place.body.exprs.iter().any(|expr| {
        matches!(expr.kind, ExprKind::Closure(_)) && surrounds(&place.resolve(expr.span))
    });
    if in_closure {
        return place.text.len();
    }
    loops.max().unwrap_or(at).max(at)
}

/// Whether assigning to the target may change the value of the expression.
fn concerns(place: Place<'_>, target: ExprId, value: ExprId) -> bool {
    match &place.expr(target).kind {
        ExprKind::Name(name) => {
            walk::any(place.body, value, &|kind| *kind == ExprKind::Name(*name))
        }
        _ => place.source_of(value).contains(place.source_of(target)),
    }
}

//! Rust: a variable of the environment is a `String`, and it takes the place of a literal where that fits its type.

use std::ops::Range;

use tripline_ir::{Declaration, ExprId, ExprKind, Literal, StmtKind, Symbol};
use tripline_rules::Finding;

use crate::edits::Edits;
use crate::place::Place;
use crate::walk;

/// The edits that put the variable in the place of the literal; `None` where its type may not fit.
pub(super) fn edits(
    place: Place<'_>,
    finding: &Finding,
    target: ExprId,
    variable: &str,
) -> Option<Edits> {
    let ExprKind::Literal(Literal::String(literal)) = &place.expr(target).kind else {
        return None;
    };
    let content = place.resolve(literal.content);
    let mut secrets = finding.secrets.iter().map(|span| span.range());
    if !secrets.any(|secret| secret == content) {
        return None;
    }
    let lookup = format!("std::env::var(\"{variable}\").expect(\"{variable} must be set\")");
    let mut edits = Edits::default();
    if let Some(owned) = owned(place, target) {
        match fallback(place, owned) {
            Some(range) if !place.has_comment(&range) => {
                edits.replace(range, format!("expect(\"{variable} must be set\")"));
            }
            Some(_) => return None,
            None => edits.replace(place.range(owned), lookup),
        }
        return Some(edits);
    }
    let (at, is_typed) = local(place, target)?;
    if !is_typed {
        edits.insert(at, ": &str");
    }
    edits.replace(place.range(target), format!("&{lookup}"));
    Some(edits)
}

/// The expression that makes a `String` of the literal: `"..".to_string()`, `String::from("..")`.
fn owned(place: Place<'_>, target: ExprId) -> Option<ExprId> {
    let parent = place.parent(target)?;
    match &place.expr(parent).kind {
        ExprKind::Attribute { name, .. } if matches!(name.as_str(), "to_string" | "to_owned") => {
            let call = place.parent(parent)?;
            matches!(&place.expr(call).kind, ExprKind::Call(inner) if inner.callee == parent && inner.args.is_empty())
                .then_some(call)
        }
        ExprKind::Call(call) if call.args.len() == 1 => {
            (place.source_of(call.callee) == "String::from").then_some(parent)
        }
        _ => None,
    }
}

/// Of `var("X").unwrap_or_else(|_| value)` what stands behind the look-up's dot.
fn fallback(place: Place<'_>, value: ExprId) -> Option<Range<usize>> {
    let is_returned = |closure: ExprId| match &place.expr(closure).kind {
        ExprKind::Closure(closure) => match *closure.body {
            [only] => {
                matches!(place.body.stmt(only).kind, StmtKind::Return(Some(result)) if result == value)
            }
            _ => false,
        },
        _ => closure == value,
    };
    place.body.exprs.iter().find_map(|expr| {
        let ExprKind::Call(call) = &expr.kind else {
            return None;
        };
        let ExprKind::Attribute {
            base,
            name,
            name_span,
        } = &place.expr(call.callee).kind
        else {
            return None;
        };
        let is_fallback = matches!(name.as_str(), "unwrap_or" | "unwrap_or_else");
        let is_variable = match &place.expr(*base).kind {
            ExprKind::Call(lookup) => {
                matches!(
                    place.source_of(lookup.callee),
                    "env::var" | "std::env::var" | "var"
                )
            }
            _ => false,
        };
        let [argument] = &*call.args else {
            return None;
        };
        (is_fallback && is_variable && is_returned(argument.value))
            .then(|| place.resolve(*name_span).start..place.resolve(expr.span).end)
    })
}

/// A variable of a function that holds the literal for no longer than the function runs: where its type would stand, and
/// whether it is written there.
fn local(place: Place<'_>, target: ExprId) -> Option<(usize, bool)> {
    let declared = place.stmts().find_map(|(_, kind, _)| match kind {
        StmtKind::Assign {
            targets,
            value: Some(value),
            annotation,
            declaration: Declaration::Variable,
            ..
        } if *value == target => Some((targets, *annotation)),
        _ => None,
    });
    let (targets, annotation) = declared?;
    let [name_id] = **targets else {
        return None;
    };
    let ExprKind::Name(name) = place.expr(name_id).kind else {
        return None;
    };
    let end = place.range(name_id).end;
    let between = place.slice(end..place.range(target).start);
    let is_as_expected = match annotation {
        None => between.trim() == "=",
        Some(_) => between.replace(' ', "") == ":&str=",
    };
    if !is_as_expected || !stays(place, name) {
        return None;
    }
    Some((end, annotation.is_some()))
}

/// Whether every use of a name only looks at it: it is an argument, compared, formatted or what a method is called on.
fn stays(place: Place<'_>, name: Symbol) -> bool {
    let in_closure = place.body.exprs.iter().enumerate().any(|(index, expr)| {
        matches!(expr.kind, ExprKind::Closure(_))
            && walk::any(place.body, ExprId(index as u32), &|kind| {
                *kind == ExprKind::Name(name)
            })
    });
    let bindings = place
        .bound()
        .into_iter()
        .filter(|bound| place.expr(*bound).kind == ExprKind::Name(name))
        .count();
    if in_closure || bindings != 1 {
        return false;
    }
    let bound = place.bound();
    let mut ids = (0..place.body.exprs.len() as u32).map(ExprId);
    ids.all(|id| {
        if place.expr(id).kind != ExprKind::Name(name) || bound.binary_search(&id).is_ok() {
            return true;
        }
        place
            .parent(id)
            .is_some_and(|parent| match &place.expr(parent).kind {
                ExprKind::Call(_)
                | ExprKind::Attribute { .. }
                | ExprKind::Compare { .. }
                | ExprKind::Template { .. } => true,
                ExprKind::Reference(_) => place
                    .parent(parent)
                    .is_some_and(|outer| matches!(place.expr(outer).kind, ExprKind::Call(_))),
                _ => false,
            })
    })
}

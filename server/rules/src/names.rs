//! Names of expressions as written.

use tripline_ir::{Body, ExprId, ExprKind, Literal, Symbol};

/// The last name of an expression: `x`, the member of `a.x`, the key of `a["x"]`, the callee of `a.x()`.
pub(crate) fn last_name(body: &Body, expr: ExprId) -> Option<Symbol> {
    let mut expr = expr;
    loop {
        match &body.expr(expr).kind {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => return Some(*name),
            ExprKind::Index { index, .. } => return string(body, *index).map(Symbol::new),
            ExprKind::Call(call) => expr = call.callee,
            ExprKind::Await(inner)
            | ExprKind::Reference(inner)
            | ExprKind::Cast { value: inner, .. }
            | ExprKind::Default { pattern: inner, .. }
            | ExprKind::Spread(inner) => expr = *inner,
            _ => return None,
        }
    }
}

/// The value of a string literal.
pub(crate) fn string(body: &Body, expr: ExprId) -> Option<&str> {
    match &body.expr(expr).kind {
        ExprKind::Literal(Literal::String(literal) | Literal::Bytes(literal)) => {
            Some(&literal.value)
        }
        _ => None,
    }
}

/// Whether an expression ends with these names, last first: `a.headers.set` ends with `set`, `headers`.
pub(crate) fn ends_with(body: &Body, expr: ExprId, names: &[Symbol]) -> bool {
    let mut current = Some(expr);
    for name in names {
        let Some(expr) = current else { return false };
        if last_name(body, expr) != Some(*name) {
            return false;
        }
        current = base(body, expr);
    }
    true
}

/// What a member or element is taken of.
fn base(body: &Body, expr: ExprId) -> Option<ExprId> {
    match &body.expr(expr).kind {
        ExprKind::Attribute { base, .. } | ExprKind::Index { base, .. } => Some(*base),
        ExprKind::Call(call) => base(body, call.callee),
        ExprKind::Await(inner)
        | ExprKind::Reference(inner)
        | ExprKind::Cast { value: inner, .. } => base(body, *inner),
        _ => None,
    }
}

/// An expression about as it is written, for patterns that look at source text: names, members, subscripts, calls and
/// literals; anything else is `_`.
pub(crate) fn source(body: &Body, expr: ExprId) -> String {
    let mut out = String::new();
    write_source(body, expr, &mut out, 0);
    out
}

fn write_source(body: &Body, expr: ExprId, out: &mut String, depth: usize) {
    if depth > 32 {
        out.push('_');
        return;
    }
    let inner = |expr: ExprId, out: &mut String| write_source(body, expr, out, depth + 1);
    match &body.expr(expr).kind {
        ExprKind::Name(name) | ExprKind::Module(name) => out.push_str(name),
        ExprKind::Attribute { base, name, .. } => {
            inner(*base, out);
            out.push('.');
            out.push_str(name);
        }
        ExprKind::Index { base, index } => {
            inner(*base, out);
            out.push('[');
            inner(*index, out);
            out.push(']');
        }
        ExprKind::Call(call) => {
            inner(call.callee, out);
            out.push('(');
            for (index, arg) in call.args.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                inner(arg.value, out);
            }
            out.push(')');
        }
        ExprKind::Literal(Literal::String(literal) | Literal::Bytes(literal)) => {
            out.push('"');
            out.push_str(&literal.value);
            out.push('"');
        }
        ExprKind::Literal(Literal::Number(number)) => out.push_str(number),
        ExprKind::Literal(Literal::Bool(truth)) => {
            out.push_str(if *truth { "true" } else { "false" });
        }
        ExprKind::Await(value)
        | ExprKind::Reference(value)
        | ExprKind::Cast { value, .. }
        | ExprKind::Spread(value) => inner(*value, out),
        ExprKind::Not(value) => {
            out.push('!');
            inner(*value, out);
        }
        ExprKind::And(left, right)
        | ExprKind::Or(left, right)
        | ExprKind::Compare { left, right, .. } => {
            inner(*left, out);
            out.push(' ');
            inner(*right, out);
        }
        _ => out.push('_'),
    }
}

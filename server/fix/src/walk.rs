//! Parts of expressions and statements.

use tripline_ir::{Body, ExprId, ExprKind, Part};

/// Calls `visit` with each expression that is directly part of an expression; those of a closure's statements are not.
pub(crate) fn children(kind: &ExprKind, mut visit: impl FnMut(ExprId)) {
    match kind {
        ExprKind::Name(_) | ExprKind::Module(_) | ExprKind::Literal(_) => {}
        ExprKind::Unknown(parts)
        | ExprKind::Concat(parts)
        | ExprKind::Arithmetic {
            operands: parts, ..
        } => {
            parts.iter().copied().for_each(visit);
        }
        ExprKind::Attribute { base, .. } => visit(*base),
        ExprKind::Index {
            base: one,
            index: two,
        }
        | ExprKind::And(one, two)
        | ExprKind::Or(one, two)
        | ExprKind::Compare {
            left: one,
            right: two,
            ..
        }
        | ExprKind::Assign {
            target: one,
            value: two,
        }
        | ExprKind::Default {
            pattern: one,
            default: two,
        } => {
            visit(*one);
            visit(*two);
        }
        ExprKind::Call(call) => {
            visit(call.callee);
            call.args.iter().for_each(|arg| visit(arg.value));
        }
        ExprKind::Template { parts, .. } => {
            for part in parts {
                if let Part::Hole { value, .. } = part {
                    visit(*value);
                }
            }
        }
        ExprKind::Collection(collection) => {
            for entry in &collection.entries {
                entry.key.into_iter().for_each(&mut visit);
                visit(entry.value);
            }
        }
        ExprKind::Closure(closure) => {
            for param in &closure.params {
                param.default.into_iter().for_each(&mut visit);
            }
            closure.decorators.iter().copied().for_each(visit);
        }
        ExprKind::Conditional {
            test,
            then,
            otherwise,
        } => {
            visit(*test);
            visit(*then);
            visit(*otherwise);
        }
        ExprKind::Not(value)
        | ExprKind::Await(value)
        | ExprKind::Spread(value)
        | ExprKind::Rest(value)
        | ExprKind::Reference(value)
        | ExprKind::Cast { value, .. } => visit(*value),
        ExprKind::Yield(value) => value.iter().copied().for_each(visit),
        ExprKind::Comprehension {
            loops,
            conditions,
            element,
            ..
        } => {
            for (pattern, iterated) in loops {
                visit(*pattern);
                visit(*iterated);
            }
            conditions.iter().copied().for_each(&mut visit);
            visit(*element);
        }
        ExprKind::Element {
            attributes,
            children,
            ..
        } => {
            attributes
                .iter()
                .for_each(|attribute| visit(attribute.value));
            children.iter().copied().for_each(visit);
        }
    }
}

/// Whether `wanted` holds for the expression or a part of it at any depth, closures' statements excluded.
pub(crate) fn any(body: &Body, id: ExprId, wanted: &dyn Fn(&ExprKind) -> bool) -> bool {
    let kind = &body.expr(id).kind;
    let mut found = wanted(kind);
    if !found {
        children(kind, |child| found = found || any(body, child, wanted));
    }
    found
}

//! Compares in constant time.
//!
//! The standard functions are stricter than `==`: Python's raises on `None` and on text beyond ASCII, Node's throws on
//! buffers of different lengths and `Buffer.from` on `undefined`. The lengths are compared first, in bytes; an operand that
//! is missing makes the comparison fail loudly rather than succeed.

use std::ops::Range;

use tripline_ir::{CompareOp, ExprId, ExprKind};
use tripline_rules::Location;
use tripline_syntax::Language;

use super::Draft;
use crate::edits::Edits;
use crate::imports;
use crate::place::Place;
use crate::walk;

pub(super) fn draft(place: Place<'_>, location: &Location) -> Option<Draft> {
    let id = location.expr?;
    let ExprKind::Compare { op, left, right } = place.expr(id).kind else {
        return None;
    };
    let is_negated = match op {
        CompareOp::Eq => false,
        CompareOp::NotEq => true,
        _ => return None,
    };
    let whole = place.range(id);
    let first = place.with_parentheses(place.range(left), whole.clone());
    let second = place.with_parentheses(place.range(right), whole.clone());
    let is_link = place.body.exprs.iter().any(|other| match other.kind {
        ExprKind::Compare {
            left: other_left,
            right: other_right,
            ..
        } => other_right == left || other_left == right,
        _ => false,
    });
    if is_link
        || place.has_comment(&(first.end..second.start))
        || first.start != whole.start
        || second.end != whole.end
    {
        return None;
    }
    if place.language == Language::Rust {
        return rust(place, (left, first), (right, second), is_negated);
    }
    let between = first.end..second.start;
    let (name, function) = match place.language {
        Language::Python => ("hmac.compare_digest", "hmac.compare_digest"),
        Language::Go => (
            "crypto/subtle.ConstantTimeCompare",
            "subtle.ConstantTimeCompare",
        ),
        _ => ("crypto.timingSafeEqual", "crypto.timingSafeEqual"),
    };
    let (function, mut edits) = imports::make_available(place, function, &[name.to_owned()])?;
    match place.language {
        Language::Python => {
            let not = if is_negated { "not " } else { "" };
            edits.insert(whole.start, format!("{not}{function}("));
            edits.replace(between, ", ");
            edits.insert(whole.end, ")");
        }
        Language::Go => {
            edits.insert(whole.start, format!("{function}([]byte("));
            edits.replace(between, "), []byte(");
            edits.insert(whole.end, if is_negated { ")) != 1" } else { ")) == 1" });
        }
        _ => {
            if !is_repeatable(place, left) || !is_repeatable(place, right) {
                return None;
            }
            let (one, other) = (place.slice(first), place.slice(second));
            let lengths = format!("Buffer.byteLength({one}) === Buffer.byteLength({other})");
            let (open, close) = if is_negated {
                ("!(", ")")
            } else if stands_alone(place, id) {
                ("", "")
            } else {
                ("(", ")")
            };
            edits.insert(
                whole.start,
                format!("{open}{lengths} && {function}(Buffer.from("),
            );
            edits.replace(between, "), Buffer.from(");
            edits.insert(whole.end, format!(")){close}"));
        }
    }
    Some(edits.into())
}

/// Both operands must be known as text or bytes by the declarations of the function: the comparison is over bytes.
fn rust(
    place: Place<'_>,
    (left, first): (ExprId, Range<usize>),
    (right, second): (ExprId, Range<usize>),
    is_negated: bool,
) -> Option<Draft> {
    let (one, other) = (rust_bytes(place, left)?, rust_bytes(place, right)?);
    let not = if is_negated { "!" } else { "" };
    let mut edits = Edits::default();
    edits.replace(
        first.start..second.end,
        format!("{not}bool::from(subtle::ConstantTimeEq::ct_eq({one}, {other}))"),
    );
    Some(edits.into())
}

/// The bytes of an operand: of a parameter of the function that is declared as text or bytes, or what `as_bytes` gives.
fn rust_bytes(place: Place<'_>, id: ExprId) -> Option<String> {
    let source = place.source_of(id);
    match &place.expr(id).kind {
        ExprKind::Name(name) => {
            let mut params = place.body.params.iter();
            let param =
                params.find(|param| place.expr(param.pattern).kind == ExprKind::Name(*name))?;
            let bindings = place
                .bound()
                .into_iter()
                .filter(|bound| place.expr(*bound).kind == ExprKind::Name(*name));
            if bindings.count() != 1 {
                return None;
            }
            let declared = place.slice(place.resolve(param.span));
            let (_, ty) = declared.split_once(':')?;
            match ty.trim() {
                "&str" | "String" | "&String" => Some(format!("{source}.as_bytes()")),
                "&[u8]" => Some(source.to_owned()),
                _ => None,
            }
        }
        ExprKind::Call(call) if call.args.is_empty() => match &place.expr(call.callee).kind {
            ExprKind::Attribute { name, .. } if name.as_str() == "as_bytes" => {
                Some(source.to_owned())
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether evaluating the expression twice is the same as once.
fn is_repeatable(place: Place<'_>, id: ExprId) -> bool {
    !walk::any(place.body, id, &|kind| {
        !matches!(
            kind,
            ExprKind::Name(_)
                | ExprKind::Attribute { .. }
                | ExprKind::Index { .. }
                | ExprKind::Literal(_)
                | ExprKind::Cast { .. }
        )
    })
}

/// Whether `a && b` can stand in the place of the expression without parentheses.
fn stands_alone(place: Place<'_>, id: ExprId) -> bool {
    let range = place.range(id);
    let before = place.text[..range.start].trim_end();
    let after = place.text[range.end..].trim_start();
    match place.parent(id).map(|parent| &place.expr(parent).kind) {
        None | Some(ExprKind::And(..) | ExprKind::Call(_)) => true,
        _ => before.ends_with('(') && after.starts_with(')'),
    }
}

//! What in a program says that some code is meant: the conditions that decide whether it runs, what the function around it
//! is about, and what follows from it.

use std::collections::BTreeSet;

use tripline_ir::{
    AssignOp, Body, BodyKind, CompareOp, ExprId, ExprKind, Literal, Span, StmtId, StmtKind, Symbol,
};

use crate::check;
use crate::names::last_name;
use crate::pattern::{Case, Pattern};

/// What says that some code is meant, compiled.
#[derive(Debug)]
pub(crate) struct Condition {
    named: Option<Pattern>,
    calls: Option<Pattern>,
    settled: bool,
    around: Option<Around>,
    only_says: Option<Pattern>,
}

/// What a function is about.
#[derive(Debug)]
struct Around {
    named: Pattern,
    except: Option<Pattern>,
}

impl Condition {
    pub(super) fn compile(source: &check::ConditionMatch) -> Condition {
        let pattern = |source: &String| Pattern::new(source, Case::Sensitive);
        Condition {
            named: source.named.as_ref().map(pattern),
            calls: source.calls.as_ref().map(pattern),
            settled: source.settled,
            around: source.around.as_ref().map(|around| Around {
                named: pattern(&around.named),
                except: around.except.as_ref().map(pattern),
            }),
            only_says: source.only_says.as_ref().map(pattern),
        }
    }

    /// Whether something says that the code of a span is meant. `says_yes` tells of functions that return true whatever they
    /// are asked, `diverges` of those that never come back.
    pub(crate) fn holds(
        &self,
        body: &Body,
        span: Span,
        says_yes: &dyn Fn(Symbol) -> bool,
        diverges: &dyn Fn(Symbol) -> bool,
    ) -> bool {
        self.decides(body, span, says_yes, diverges)
            || self
                .around
                .as_ref()
                .is_some_and(|around| around.holds(body, span))
            || self
                .only_says
                .as_ref()
                .is_some_and(|says| only_says(body, span, says))
    }

    fn decides(
        &self,
        body: &Body,
        span: Span,
        says_yes: &dyn Fn(Symbol) -> bool,
        diverges: &dyn Fn(Symbol) -> bool,
    ) -> bool {
        deciding(body, span, diverges).into_iter().any(|test| {
            let mut parts = parts(body, body.expr(test).span);
            parts.any(|part| self.is_part(body, part, says_yes))
                || self.answers(body, test, says_yes)
                || self.settled && is_settled(body, test, &bound(body))
        })
    }

    /// Whether a condition asks for a name that holds what such a function has answered: `allowed = check_origin(origin)`.
    fn answers(&self, body: &Body, test: ExprId, says_yes: &dyn Fn(Symbol) -> bool) -> bool {
        let ExprKind::Name(asked) = body.expr(test).kind else {
            return false;
        };
        let is_asked = |target: &ExprId| matches!(body.expr(*target).kind, ExprKind::Name(name) if name == asked);
        body.stmts.iter().any(|stmt| match &stmt.kind {
            StmtKind::Assign {
                targets,
                value: Some(value),
                ..
            } if targets.iter().any(is_asked) => {
                let answer = &body.expr(*value).kind;
                matches!(answer, ExprKind::Call(_)) && self.is_part(body, answer, says_yes)
            }
            _ => false,
        })
    }

    fn is_part(&self, body: &Body, part: &ExprKind, says_yes: &dyn Fn(Symbol) -> bool) -> bool {
        let is = |pattern: &Option<Pattern>, text: &str| {
            pattern
                .as_ref()
                .is_some_and(|pattern| pattern.is_match(text))
        };
        match part {
            ExprKind::Call(call) => last_name(body, call.callee)
                .is_some_and(|name| is(&self.calls, &name) && !says_yes(name)),
            part => text(part).is_some_and(|text| is(&self.named, text)),
        }
    }
}

impl Around {
    fn holds(&self, body: &Body, span: Span) -> bool {
        let Some(words) = around(body, span) else {
            return false;
        };
        let are_any = |pattern: &Pattern| words.iter().any(|word| pattern.is_match(word));
        are_any(&self.named) && !self.except.as_ref().is_some_and(are_any)
    }
}

/// The expressions inside a span.
fn parts(body: &Body, within: Span) -> impl Iterator<Item = &ExprKind> {
    body.exprs
        .iter()
        .filter(move |part| within.contains(part.span))
        .map(|part| &part.kind)
}

/// Whether a name or a constant text somewhere in an expression is one that the pattern finds.
pub(super) fn mentions(body: &Body, expr: ExprId, pattern: &Pattern) -> bool {
    parts(body, body.expr(expr).span)
        .any(|part| text(part).is_some_and(|text| pattern.is_match(text)))
}

/// A name or a constant text.
fn text(part: &ExprKind) -> Option<&str> {
    match part {
        ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some(name),
        ExprKind::Literal(Literal::String(text)) => Some(&text.value),
        _ => None,
    }
}

/// The names and constant texts of the innermost function around a span, of its own name, and of the call that takes it;
/// `None` at the top level of a module.
fn around(body: &Body, span: Span) -> Option<Vec<&str>> {
    let closures = body
        .exprs
        .iter()
        .filter(|expr| matches!(expr.kind, ExprKind::Closure(_)) && expr.span.contains(span));
    let Some(closure) = closures.min_by_key(|expr| expr.span.len()) else {
        let is_function = body.kind != BodyKind::Module;
        let own = || body.exprs.iter().filter_map(|expr| text(&expr.kind));
        return is_function.then(|| own().chain([&*body.key.path]).collect());
    };
    let mut words: Vec<&str> = parts(body, closure.span).filter_map(text).collect();
    for expr in &body.exprs {
        if let ExprKind::Call(call) = &expr.kind
            && call
                .args
                .iter()
                .any(|arg| body.expr(arg.value).span == closure.span)
        {
            let beside = call.args.iter().map(|arg| &body.expr(arg.value).kind);
            words.extend(beside.filter_map(text));
        }
    }
    Some(words)
}

/// The names that the functions of a body bind: their parameters and variables.
fn bound(body: &Body) -> BTreeSet<Symbol> {
    let closures = body.exprs.iter().filter_map(|expr| match &expr.kind {
        ExprKind::Closure(closure) => Some(closure),
        _ => None,
    });
    let params = closures
        .flat_map(|closure| &*closure.params)
        .chain(&*body.params);
    let mut patterns: Vec<ExprId> = params.map(|param| param.pattern).collect();
    for stmt in &body.stmts {
        match &stmt.kind {
            StmtKind::Assign { targets, .. } => patterns.extend(targets),
            StmtKind::For { target, .. } => patterns.extend(target),
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    for pattern in patterns {
        for part in parts(body, body.expr(pattern).span) {
            if let ExprKind::Name(name) = part {
                names.insert(*name);
            }
        }
    }
    names
}

/// Whether a condition is made of names that are not `bound` and of calls without arguments.
fn is_settled(body: &Body, test: ExprId, bound: &BTreeSet<Symbol>) -> bool {
    match &body.expr(test).kind {
        ExprKind::Name(name) => !bound.contains(name),
        ExprKind::Attribute { base: inner, .. }
        | ExprKind::Reference(inner)
        | ExprKind::Not(inner) => is_settled(body, *inner, bound),
        ExprKind::Call(call) => call.args.is_empty() && is_settled(body, call.callee, bound),
        ExprKind::And(left, right) | ExprKind::Or(left, right) => {
            is_settled(body, *left, bound) && is_settled(body, *right, bound)
        }
        _ => false,
    }
}

/// Whether all that follows from the comparison of a span's value is that constants are set and functions called with
/// constants, in which the pattern finds something.
fn only_says(body: &Body, span: Span, says: &Pattern) -> bool {
    body.stmts.iter().any(|stmt| {
        let StmtKind::If {
            arms,
            otherwise: None,
        } = &stmt.kind
        else {
            return false;
        };
        let [(test, block)] = &**arms else {
            return false;
        };
        asks_equal(body, *test, span)
            && block.iter().all(|stmt| is_said(body, *stmt))
            && block.iter().any(|stmt| {
                let mut parts = parts(body, body.stmt(*stmt).span);
                parts.any(|part| text(part).is_some_and(|text| says.is_match(text)))
            })
    })
}

/// Whether a condition is true only if the compared value of a span is equal to what it is compared with.
fn asks_equal(body: &Body, test: ExprId, span: Span) -> bool {
    match &body.expr(test).kind {
        ExprKind::And(left, right) => {
            asks_equal(body, *left, span) || asks_equal(body, *right, span)
        }
        ExprKind::Compare {
            op: CompareOp::Eq,
            left,
            right,
        } => [left, right]
            .iter()
            .any(|side| body.expr(**side).span == span),
        _ => false,
    }
}

/// Whether a statement only sets a constant, or calls something with constants.
fn is_said(body: &Body, stmt: StmtId) -> bool {
    match &body.stmt(stmt).kind {
        StmtKind::Pass => true,
        StmtKind::Assign {
            value: Some(value),
            op: AssignOp::Set,
            ..
        } => matches!(
            body.expr(*value).kind,
            ExprKind::Literal(Literal::String(_))
        ),
        StmtKind::Expr(expr) => match &body.expr(*expr).kind {
            ExprKind::Call(call) => call
                .args
                .iter()
                .all(|arg| matches!(body.expr(arg.value).kind, ExprKind::Literal(_))),
            _ => false,
        },
        _ => false,
    }
}

/// The conditions that decide whether the code of a span runs: of the statements and conditional expressions around it, and
/// of those before it that leave the function.
fn deciding(body: &Body, span: Span, diverges: &dyn Fn(Symbol) -> bool) -> Vec<ExprId> {
    let mut tests = Vec::new();
    for expr in &body.exprs {
        match &expr.kind {
            ExprKind::Conditional { test, .. }
                if expr.span.contains(span) || span.contains(expr.span) =>
            {
                tests.push(*test);
            }
            ExprKind::Closure(closure) => {
                deciding_in(body, &closure.body, span, diverges, &mut tests);
            }
            _ => {}
        }
    }
    deciding_in(body, &body.root, span, diverges, &mut tests);
    for stmt in &body.stmts {
        for block in stmt.kind.blocks() {
            deciding_in(body, block, span, diverges, &mut tests);
        }
    }
    tests
}

/// The conditions of a block's own statements up to the one that holds the span; none if no statement does.
fn deciding_in(
    body: &Body,
    block: &[StmtId],
    span: Span,
    diverges: &dyn Fn(Symbol) -> bool,
    tests: &mut Vec<ExprId>,
) {
    let holds = |stmt: &StmtId| body.stmt(*stmt).span.contains(span);
    let Some(position) = block.iter().position(holds) else {
        return;
    };
    for stmt in &block[..position] {
        if let StmtKind::If { arms, .. } = &body.stmt(*stmt).kind {
            let leaving = arms
                .iter()
                .filter(|(_, block)| leaves(body, block, diverges));
            tests.extend(leaving.map(|(test, _)| *test));
        }
    }
    // A value that is chosen (`let config = if insecure { ... }`) is declared by one statement, and chosen by the next.
    for stmt in block[position..].iter().filter(|stmt| holds(stmt)) {
        tests.extend(asked_by(&body.stmt(*stmt).kind, &holds));
    }
}

/// What a statement asks before it runs the block of its own that `holds` the code.
fn asked_by(stmt: &StmtKind, holds: &impl Fn(&StmtId) -> bool) -> Vec<ExprId> {
    match stmt {
        StmtKind::If { arms, .. } => {
            let taken = arms.iter().position(|(_, block)| block.iter().any(holds));
            let asked = taken.map_or(arms.len(), |taken| taken + 1);
            arms[..asked].iter().map(|(test, _)| *test).collect()
        }
        StmtKind::Switch { subject, cases } => {
            let taken = cases.iter().find(|case| case.body.iter().any(holds));
            let asked = taken.map(|case| case.patterns.iter().chain(&case.guard).chain([subject]));
            asked.into_iter().flatten().copied().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether nothing after a block runs once the block has run.
fn leaves(body: &Body, block: &[StmtId], diverges: &dyn Fn(Symbol) -> bool) -> bool {
    block
        .last()
        .is_some_and(|last| match &body.stmt(*last).kind {
            StmtKind::Return(_) | StmtKind::Raise(_) | StmtKind::Break | StmtKind::Continue => true,
            StmtKind::Expr(expr) => match &body.expr(*expr).kind {
                ExprKind::Call(call) => match body.expr(call.callee).kind {
                    ExprKind::Name(name) => diverges(name),
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        })
}

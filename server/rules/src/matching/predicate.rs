//! Conditions on values.

use std::sync::Arc;

use tripline_flow::{
    ArgRef, Argument, Constant, Content, FunctionRef, Label, Provenance, Summary, Value,
};
use tripline_ir::{
    ArgName, Body, BodyKey, Closure, ExprId, ExprKind, Literal, StmtId, StmtKind, Symbol,
};

use super::decision::mentions;
use crate::check::{self, Scalar};
use crate::library::Library;
use crate::load::expand;
use crate::names::{last_name, source};
use crate::pattern::{Case, Pattern};
use crate::secrets::looks_secret;

/// A condition on a value, compiled. Every given field must hold.
#[derive(Debug, Default)]
pub(crate) struct Predicate {
    absent: Option<bool>,
    equals: Option<Vec<Scalar>>,
    below: Option<i64>,
    origin: Option<Vec<Symbol>>,
    ty: Option<Vec<Symbol>>,
    result_of: Option<Vec<Symbol>>,
    constant: Option<bool>,
    matches: Option<Pattern>,
    contains: Option<Box<Predicate>>,
    entries: Vec<(String, Predicate)>,
    provenance: Option<Vec<Provenance>>,
    passes: Option<Pattern>,
    named: Option<Pattern>,
    mentions: Option<Pattern>,
    secret: Option<bool>,
    returns: Option<Scalar>,
    answers: Option<Scalar>,
    not: Option<Box<Predicate>>,
    any: Option<Vec<Predicate>>,
}

/// What a predicate is asked of.
#[derive(Clone, Copy)]
pub(crate) enum Operand<'a> {
    /// It is certainly not there.
    Absent,
    /// Nobody knows whether it is there: a spread may hold it.
    Unknown,
    /// A value, with its expression where it is written.
    Present(&'a Value, Option<ExprId>),
}

/// What a predicate may look at besides the value.
pub(crate) struct Scope<'a> {
    /// The body that the expressions are in.
    pub(crate) body: &'a Body,
    pub(crate) library: &'a Library,
    /// Summaries of functions of the file.
    pub(crate) summary: &'a dyn Fn(BodyKey) -> Option<Arc<Summary>>,
}

impl Predicate {
    pub(crate) fn compile(source: &check::Predicate) -> Predicate {
        let names = |names: &Option<Vec<String>>| {
            names.as_ref().map(|names| {
                names
                    .iter()
                    .flat_map(|name| expand(name).unwrap_or_default())
                    .map(|name| Symbol::new(&name))
                    .collect()
            })
        };
        let pattern = |source: &Option<String>| {
            source
                .as_ref()
                .map(|source| Pattern::new(source, Case::Sensitive))
        };
        let boxed = |source: &Option<Box<check::Predicate>>| {
            source.as_ref().map(|inner| Box::new(Self::compile(inner)))
        };
        Predicate {
            absent: source.absent,
            equals: source.equals.clone(),
            below: source.below,
            origin: names(&source.origin),
            ty: names(&source.ty),
            result_of: names(&source.result_of),
            constant: source.constant,
            matches: pattern(&source.matches),
            contains: boxed(&source.contains),
            entries: source
                .entries
                .iter()
                .map(|(key, inner)| (key.clone(), Self::compile(inner)))
                .collect(),
            provenance: source.provenance.clone(),
            passes: pattern(&source.passes),
            named: pattern(&source.named),
            mentions: pattern(&source.mentions),
            secret: source.secret,
            returns: source.returns.clone(),
            answers: source.answers.clone(),
            not: boxed(&source.not),
            any: source
                .any
                .as_ref()
                .map(|any| any.iter().map(Self::compile).collect()),
        }
    }

    /// Whether it holds for a value, which may be missing.
    pub(crate) fn holds(&self, operand: &Operand<'_>, scope: &Scope<'_>) -> bool {
        if self
            .not
            .as_ref()
            .is_some_and(|not| matches!(operand, Operand::Unknown) || not.holds(operand, scope))
        {
            return false;
        }
        if self
            .any
            .as_ref()
            .is_some_and(|any| !any.iter().any(|one| one.holds(operand, scope)))
        {
            return false;
        }
        match operand {
            Operand::Unknown => self.says_nothing_of_values() && self.absent.is_none(),
            Operand::Absent => self.says_nothing_of_values() && self.absent != Some(false),
            Operand::Present(value, expr) => {
                self.absent != Some(true) && self.holds_for_value(value, *expr, scope)
            }
        }
    }

    /// Whether it holds for the member `key` of a literal; a member that is not there counts as absent only if everything
    /// in the literal is known.
    pub(crate) fn holds_for_entry(
        &self,
        key: &str,
        operand: &Operand<'_>,
        scope: &Scope<'_>,
    ) -> bool {
        let Operand::Present(value, expr) = operand else {
            return false;
        };
        let Some(fields) = &value.fields else {
            return false;
        };
        let member = fields.get(key).or_else(|| {
            fields
                .named
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(key))
                .map(|(_, value)| value)
        });
        let written = expr.and_then(|expr| entry_value(scope.body, expr, key));
        match member {
            Some(member) => self.holds(&Operand::Present(member, written), scope),
            None if fields.complete => self.holds(&Operand::Absent, scope),
            None => self.holds(&Operand::Unknown, scope),
        }
    }

    fn says_nothing_of_values(&self) -> bool {
        self.equals.is_none()
            && self.below.is_none()
            && self.origin.is_none()
            && self.ty.is_none()
            && self.result_of.is_none()
            && self.constant.is_none()
            && self.matches.is_none()
            && self.contains.is_none()
            && self.entries.is_empty()
            && self.provenance.is_none()
            && self.passes.is_none()
            && self.named.is_none()
            && self.mentions.is_none()
            && self.secret.is_none()
            && self.returns.is_none()
            && self.answers.is_none()
            && (self.absent.is_some() || self.any.is_some() || self.not.is_some())
    }

    fn holds_for_value(&self, value: &Value, expr: Option<ExprId>, scope: &Scope<'_>) -> bool {
        let constants: &[Constant] = match &value.content {
            Content::Exact(constants) => constants,
            _ => &[],
        };
        let strings = || constants.iter().filter_map(text);
        let operand = Operand::Present(value, expr);
        given(self.equals.as_ref(), |scalars| {
            constants
                .iter()
                .any(|constant| scalars.iter().any(|scalar| is_scalar(constant, scalar)))
        }) && given(self.below.as_ref(), |limit| {
            let is_below = |constant| integer(constant).is_some_and(|number| number < *limit);
            !constants.is_empty() && constants.iter().all(is_below)
        }) && given(self.origin.as_ref(), |names| {
            is_named(value.origin, names, scope)
        }) && given(self.ty.as_ref(), |names| is_named(value.ty, names, scope))
            && given(self.result_of.as_ref(), |names| {
                is_named(value.result_of, names, scope) || holds_result_of(value, names, scope)
            })
            && given(self.constant.as_ref(), |constant| {
                value.content.is_fixed() == *constant
            })
            && given(self.matches.as_ref(), |pattern| {
                strings().any(|text| pattern.is_match(text))
            })
            && given(self.contains.as_ref(), |inner| {
                inner.holds(&operand, scope) || contains(inner, value, scope)
            })
            && self
                .entries
                .iter()
                .all(|(key, inner)| inner.holds_for_entry(key, &operand, scope))
            && given(self.provenance.as_ref(), |provenances| {
                value
                    .taint
                    .0
                    .iter()
                    .any(|label| provenances.contains(&label.provenance))
            })
            && given(self.passes.as_ref(), |pattern| {
                passes(pattern, value, expr, scope)
            })
            && given(self.named.as_ref(), |pattern| {
                is_written(pattern, value, expr, scope)
            })
            && given(self.mentions.as_ref(), |pattern| {
                expr.is_some_and(|expr| mentions(scope.body, expr, pattern))
            })
            && given(self.secret.as_ref(), |secret| {
                strings().any(looks_secret) == *secret
            })
            && given(self.returns.as_ref(), |scalar| {
                returns(scalar, value, expr, scope)
            })
            && given(self.answers.as_ref(), |scalar| {
                answers(scalar, value, expr, scope)
            })
    }
}

/// The argument of a call that a rule names; `From` and `Any` give every one.
pub(crate) fn arguments<'a>(
    reference: &ArgRef,
    receiver: Option<&'a Value>,
    args: &'a [Argument],
) -> Vec<Operand<'a>> {
    let spread = args.iter().position(|arg| arg.name == ArgName::Spread);
    let present = |arg: &'a Argument| Operand::Present(&arg.value, Some(arg.expr));
    match reference {
        ArgRef::Receiver => {
            vec![receiver.map_or(Operand::Absent, |value| Operand::Present(value, None))]
        }
        ArgRef::Any => args.iter().map(present).collect(),
        ArgRef::From(first) => positional(args)
            .skip(*first as usize)
            .map(present)
            .collect(),
        ArgRef::At { position, keyword } => {
            let by_keyword =
                keyword.and_then(|name| args.iter().find(|arg| arg.name == ArgName::Keyword(name)));
            let by_position = position.and_then(|position| positional(args).nth(position as usize));
            let hidden = position.is_some() && spread.is_some()
                || keyword.is_some() && args.iter().any(|arg| arg.name == ArgName::KeywordSpread);
            match by_keyword.or(by_position) {
                Some(arg) => vec![present(arg)],
                None if hidden => vec![Operand::Unknown],
                None => vec![Operand::Absent],
            }
        }
    }
}

/// The positional arguments before any spread, whose length nobody knows.
fn positional(args: &[Argument]) -> impl Iterator<Item = &Argument> {
    args.iter()
        .take_while(|arg| arg.name != ArgName::Spread)
        .filter(|arg| arg.name == ArgName::Positional)
}

/// The expression of a literal's member.
pub(crate) fn entry_value(body: &Body, expr: ExprId, key: &str) -> Option<ExprId> {
    let ExprKind::Collection(collection) = &body.expr(expr).kind else {
        return match &body.expr(expr).kind {
            ExprKind::Reference(inner) | ExprKind::Cast { value: inner, .. } => {
                entry_value(body, *inner, key)
            }
            _ => None,
        };
    };
    let is_key = |entry: &&tripline_ir::Entry| {
        entry
            .key
            .and_then(|key| last_or_string(body, key))
            .is_some_and(|name| name.eq_ignore_ascii_case(key))
    };
    collection
        .entries
        .iter()
        .find(is_key)
        .map(|entry| entry.value)
}

fn last_or_string(body: &Body, expr: ExprId) -> Option<&str> {
    crate::names::string(body, expr).or_else(|| last_name(body, expr).map(Symbol::as_str))
}

fn given<T>(field: Option<&T>, holds: impl FnOnce(&T) -> bool) -> bool {
    field.is_none_or(holds)
}

fn text(constant: &Constant) -> Option<&str> {
    match constant {
        Constant::String(text) | Constant::Bytes(text) => Some(text),
        _ => None,
    }
}

fn is_scalar(constant: &Constant, scalar: &Scalar) -> bool {
    match (constant, scalar) {
        (Constant::Null, Scalar::Null) => true,
        (Constant::Bool(one), Scalar::Bool(other)) => one == other,
        (Constant::Number(_), Scalar::Integer(wanted)) => integer(constant) == Some(*wanted),
        (Constant::String(text) | Constant::Bytes(text), Scalar::String(other)) => {
            **text == **other
        }
        _ => false,
    }
}

fn integer(constant: &Constant) -> Option<i64> {
    match constant {
        Constant::Number(number) => parse_integer(number),
        _ => None,
    }
}

/// An integer as the languages write it: decimal, `0x1F`, `0o17`, `017`, `0b1`.
fn parse_integer(number: &str) -> Option<i64> {
    let lower = number.to_ascii_lowercase();
    let (digits, radix) = match lower.get(..2) {
        Some("0x") => (&lower[2..], 16),
        Some("0o") => (&lower[2..], 8),
        Some("0b") => (&lower[2..], 2),
        _ if lower.len() > 1 && lower.starts_with('0') => (&lower[1..], 8),
        _ => (lower.as_str(), 10),
    };
    i64::from_str_radix(digits, radix).ok()
}

/// Whether a name, or something it is an alias or an heir of, is among `names`.
fn is_named(name: Option<Symbol>, names: &[Symbol], scope: &Scope<'_>) -> bool {
    name.is_some_and(|name| {
        names.contains(&name)
            || scope
                .library
                .names(name)
                .iter()
                .any(|name| names.contains(name))
    })
}

/// Whether such a result is inserted into the text: `"sha256=" + digest.hexdigest()`.
fn holds_result_of(value: &Value, names: &[Symbol], scope: &Scope<'_>) -> bool {
    value.shape.as_ref().is_some_and(|shape| {
        let mut holes = shape.holes();
        holes.any(|hole| is_named(hole.result_of, names, scope))
    })
}

fn contains(inner: &Predicate, value: &Value, scope: &Scope<'_>) -> bool {
    value.fields.as_ref().is_some_and(|fields| {
        let members = fields
            .positional
            .iter()
            .chain(fields.named.iter().map(|(_, value)| value));
        members
            .into_iter()
            .any(|member| inner.holds(&Operand::Present(member, None), scope))
    })
}

/// Whether a step of the value's data, or the value itself, is written as the pattern has it.
fn passes(pattern: &Pattern, value: &Value, expr: Option<ExprId>, scope: &Scope<'_>) -> bool {
    let body = scope.body;
    if expr.is_some_and(|expr| pattern.is_match(&source(body, expr))) {
        return true;
    }
    let mut labels = value.taint.0.iter();
    labels.any(|label| steps_pass(pattern, label, body))
}

/// Whether a step of a label's data in the body is written as the pattern has it.
pub(super) fn steps_pass(pattern: &Pattern, label: &Label, body: &Body) -> bool {
    let hops = label.step.hops().into_iter();
    hops.filter(|(key, _)| *key == body.key).any(|(_, span)| {
        let written = body.exprs.iter().position(|expr| expr.span == span);
        written.is_some_and(|index| pattern.is_match(&source(body, ExprId(index as u32))))
    })
}

fn is_written(pattern: &Pattern, value: &Value, expr: Option<ExprId>, scope: &Scope<'_>) -> bool {
    let written = expr.and_then(|expr| last_name(scope.body, expr));
    match written {
        Some(name) => pattern.is_match(&name),
        None => value
            .origin
            .is_some_and(|origin| pattern.is_match(origin.rsplit('.').next().unwrap_or_default())),
    }
}

/// Whether the value is a function that returns this constant on every path.
fn returns(scalar: &Scalar, value: &Value, expr: Option<ExprId>, scope: &Scope<'_>) -> bool {
    if let Some(FunctionRef::Body(key)) = value.function {
        let summary = (scope.summary)(key);
        return summary.is_some_and(|summary| {
            summary
                .returns
                .content
                .constant()
                .is_some_and(|constant| is_scalar(constant, scalar))
        });
    }
    let Some(closure) = closure(value, expr, scope) else {
        return false;
    };
    let mut returned = Vec::new();
    collect_returns(scope.body, &closure.body, &mut returned);
    let does_nothing = *scalar == Scalar::Null && closure.body.is_empty();
    (does_nothing || !returned.is_empty())
        && returned
            .iter()
            .all(|expr| expr.is_some_and(|expr| is_literal(scope.body, expr, scalar)))
}

/// Whether the value is a function that calls its last parameter with this constant as the second argument, and asks nothing
/// before.
fn answers(scalar: &Scalar, value: &Value, expr: Option<ExprId>, scope: &Scope<'_>) -> bool {
    let body = scope.body;
    let Some(closure) = closure(value, expr, scope) else {
        return false;
    };
    let Some(callback) = closure.params.last() else {
        return false;
    };
    let answer = |stmt: &StmtId| match body.stmt(*stmt).kind {
        StmtKind::Expr(expr) | StmtKind::Return(Some(expr)) => match &body.expr(expr).kind {
            ExprKind::Call(call)
                if body.expr(call.callee).kind == body.expr(callback.pattern).kind =>
            {
                call.args.get(1).map(|arg| arg.value)
            }
            _ => None,
        },
        _ => None,
    };
    let asks = |stmt: &StmtId| !body.stmt(*stmt).kind.blocks().is_empty();
    let mut answers = closure.body.iter().filter_map(answer).peekable();
    !closure.body.iter().any(asks)
        && answers.peek().is_some()
        && answers.all(|answer| is_literal(body, answer, scalar))
}

/// The function of this body that the value is.
fn closure<'b>(value: &Value, expr: Option<ExprId>, scope: &Scope<'b>) -> Option<&'b Closure> {
    let closure = match value.function {
        Some(FunctionRef::Closure(key, closure)) if key == scope.body.key => Some(closure),
        _ => expr,
    };
    match &scope.body.expr(closure?).kind {
        ExprKind::Closure(closure) => Some(closure),
        _ => None,
    }
}

fn collect_returns(body: &Body, block: &[StmtId], returned: &mut Vec<Option<ExprId>>) {
    for stmt in block {
        match &body.stmt(*stmt).kind {
            StmtKind::Return(value) => returned.push(*value),
            StmtKind::If { arms, otherwise } => {
                for (_, block) in arms {
                    collect_returns(body, block, returned);
                }
                collect_returns(body, otherwise.as_deref().unwrap_or_default(), returned);
            }
            StmtKind::While { body: block, .. }
            | StmtKind::For { body: block, .. }
            | StmtKind::With { body: block, .. }
            | StmtKind::Block(block) => collect_returns(body, block, returned),
            StmtKind::Switch { cases, .. } => {
                for case in cases {
                    collect_returns(body, &case.body, returned);
                }
            }
            StmtKind::Try {
                body: block,
                handlers,
                otherwise,
                finally,
            } => {
                collect_returns(body, block, returned);
                for handler in handlers {
                    collect_returns(body, &handler.body, returned);
                }
                collect_returns(body, otherwise, returned);
                collect_returns(body, finally, returned);
            }
            _ => {}
        }
    }
}

fn is_literal(body: &Body, expr: ExprId, scalar: &Scalar) -> bool {
    match (&body.expr(expr).kind, scalar) {
        (ExprKind::Literal(Literal::Bool(truth)), Scalar::Bool(other)) => truth == other,
        (ExprKind::Literal(Literal::Null), Scalar::Null) => true,
        (ExprKind::Literal(Literal::Number(number)), Scalar::Integer(integer)) => {
            parse_integer(number) == Some(*integer)
        }
        (ExprKind::Literal(Literal::String(text)), Scalar::String(other)) => *text.value == **other,
        (ExprKind::Name(name), Scalar::Null) => name.as_str() == "undefined",
        _ => false,
    }
}

//! Evaluation of the rules of an event.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use tripline_flow::{
    AssignEvent, BranchEvent, CallEvent, CompareEvent, Constant, ConstructEvent, Content,
    DiscardEvent, Globals, Observer, Provenance, SinkEvent, Summary, Value,
};
use tripline_ir::{Body, BodyKey, ExprId, ExprKind, Items, Span, StmtId, Symbol};
use tripline_syntax::Language;

use super::branch;
use super::flow;
use super::handler;
use super::index::{
    AssignRule, Base, CallRule, CompareRule, ConstructRule, Index, Member, RuleRef, entries_hold,
};
use super::predicate::{Operand, Scope, arguments, entry_value};
use super::usage::{is_condition, is_given, reads_alone};
use crate::Confidence;
use crate::catalog::FileKnowledge;
use crate::check::BranchShape;
use crate::library::is_inside;
use crate::model::{Binding, Placeholder};
use crate::names::{ends_with, last_name, source, string};
use crate::pattern::Pattern;
use crate::raw::{Place, RawFinding, RawFix};
use crate::secrets::written_in;

/// What surrounds the body whose events are observed.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub(crate) knowledge: &'a FileKnowledge,
    pub(crate) language: Language,
    pub(crate) items: &'a Items,
    /// The module's names.
    pub(crate) globals: &'a Globals,
    /// Name of the file with its extension, without folders.
    pub(crate) file_name: Option<&'a str>,
    /// Summaries of functions of the file.
    pub(crate) summary: &'a dyn Fn(BodyKey) -> Option<Arc<Summary>>,
}

/// Collects the findings of one body.
pub(crate) struct BodyObserver<'a> {
    surroundings: Surroundings<'a>,
    findings: Vec<RawFinding>,
    /// By check and primary expression.
    known: FxHashMap<(u32, Place), usize>,
}

/// What is found, besides where and by which rule.
#[derive(Clone, Copy, Default)]
struct Match {
    expr: Option<ExprId>,
    primary: Option<ExprId>,
    branch: Option<(StmtId, usize)>,
    callee: Option<Symbol>,
    name: Option<Symbol>,
    callee_place: Option<Place>,
}

impl<'a> BodyObserver<'a> {
    pub(crate) fn new(surroundings: Surroundings<'a>) -> Self {
        BodyObserver {
            surroundings,
            findings: Vec::new(),
            known: FxHashMap::default(),
        }
    }

    /// Looks at what the code alone shows of a body.
    pub(crate) fn read(&mut self, body: &Body) {
        let function = body.key.path.rsplit('.').next().unwrap_or_default();
        for rule in &self.index().handlers {
            if !self.holds(&rule.rule) || !rule.function.is_match(function) || body.is_test() {
                continue;
            }
            for answer in handler::answers(body, &rule.calls) {
                let found = Match {
                    expr: Some(answer),
                    primary: Some(answer),
                    name: Some(Symbol::new(function)),
                    ..Match::default()
                };
                self.report(body, &rule.rule, body.expr(answer).span, found);
            }
        }
    }

    /// The findings, in the order in which their expressions were first seen.
    pub(crate) fn finish(self) -> Vec<RawFinding> {
        self.findings
    }

    /// Adds a finding, or what it adds to one of the same check at the same place.
    pub(crate) fn record(&mut self, finding: RawFinding) {
        if let Some(index) = self.known.get(&(finding.check, finding.primary)) {
            self.findings[*index].absorb(finding);
        } else {
            self.known
                .insert((finding.check, finding.primary), self.findings.len());
            self.findings.push(finding);
        }
    }

    fn index(&self) -> &'a Index {
        &self.surroundings.knowledge.family().index
    }

    fn names(&self, name: Symbol) -> Arc<[Symbol]> {
        self.surroundings.knowledge.family().library.names(name)
    }

    fn scope<'b>(&self, body: &'b Body) -> Scope<'b>
    where
        'a: 'b,
    {
        Scope {
            body,
            library: &self.surroundings.knowledge.family().library,
            summary: self.surroundings.summary,
        }
    }

    fn holds(&self, rule: &RuleRef) -> bool {
        rule.holds_in(self.surroundings.language)
    }

    /// Whether something in the program says that the code is meant.
    fn is_meant(&self, body: &Body, rule: &RuleRef, span: Span) -> bool {
        let says_yes = |name: Symbol| {
            let functions = self.surroundings.items.functions.iter();
            let mut summaries = functions
                .filter(|function| function.name == name)
                .filter_map(|function| (self.surroundings.summary)(function.key));
            summaries
                .any(|summary| summary.returns.content.constant() == Some(&Constant::Bool(true)))
        };
        let diverges = |name: Symbol| {
            let mut imports = self.surroundings.items.imports.iter();
            let import = imports.find(|import| import.local == Some(name));
            let library = &self.surroundings.knowledge.family().library;
            let model = import.and_then(|import| library.find_callable(import.target));
            model.is_some_and(|model| model.diverges)
        };
        rule.unless
            .as_ref()
            .is_some_and(|unless| unless.holds(body, span, &says_yes, &diverges))
    }

    /// A finding without flow.
    fn report(&mut self, body: &Body, rule: &RuleRef, span: Span, found: Match) {
        if self.is_meant(body, rule, span) {
            return;
        }
        let secret = found
            .primary
            .filter(|_| rule.finds_secrets)
            .and_then(|primary| written_in(body, primary, &self.index().named_secrets))
            .map(|span| (body.key, span));
        self.record(RawFinding {
            check: rule.check,
            rule: rule.rule,
            confidence: Some(rule.confidence.unwrap_or(Confidence::High)),
            primary: (body.key, span),
            name: found.name,
            callee: found.callee_place,
            steps: Vec::new(),
            related: Vec::new(),
            secret,
            fix: Some(RawFix {
                kind: None,
                body: body.key,
                expr: found.expr,
                primary: found.primary,
                branch: found.branch,
                callee: found.callee,
                shape: None,
                binding: None,
                arguments: None,
                variable: None,
            }),
        });
    }

    /// The binding of a sink, its placeholder taken from the driver that the file imports where the API leaves it open.
    fn binding(&self, binding: Option<&Binding>) -> Option<Binding> {
        let mut binding = binding?.clone();
        if binding.placeholder == Placeholder::Unknown
            && let Some(placeholder) = self.surroundings.knowledge.sql_placeholder()
        {
            binding.placeholder = placeholder;
        }
        Some(binding)
    }

    fn call_matches(&self, rule: &CallRule, event: &CallEvent<'_>) -> bool {
        let scope = self.scope(event.body);
        self.holds(&rule.rule)
            && !(rule.foreign && event.is_own)
            && (rule.suffix.len() < 2 || ends_with(event.body, event.call.callee, &rule.suffix))
            && rule.conditions.iter().all(|(argument, predicate)| {
                arguments(argument, event.receiver, event.args)
                    .iter()
                    .any(|operand| predicate.holds(operand, &scope))
            })
            && (!rule.as_condition || is_condition(event.body, event.expr))
            && (rule.goes_to.as_ref()).is_none_or(|places| places.takes(event.body, event.expr))
            && (rule.given.as_ref()).is_none_or(|pattern| is_given(event.body, event.expr, pattern))
            && !reads_alone(event.body, event.expr, &rule.harmless_members)
    }

    fn report_call(&mut self, rule: &CallRule, event: &CallEvent<'_>) {
        let body = event.body;
        let reported = rule.report.as_ref().and_then(|argument| {
            arguments(argument, None, event.args)
                .into_iter()
                .find_map(|operand| match operand {
                    Operand::Present(_, expr) => expr,
                    _ => None,
                })
        });
        let primary = reported.unwrap_or(event.expr);
        let found = Match {
            expr: Some(event.expr),
            primary: Some(primary),
            callee: event.written.or(event.callee),
            name: event.name,
            callee_place: Some((body.key, body.expr(event.call.callee).span)),
            ..Match::default()
        };
        self.report(body, &rule.rule, body.expr(primary).span, found);
    }

    fn report_construct(&mut self, rule: &ConstructRule, event: &ConstructEvent<'_>) {
        let body = event.body;
        let operand = Operand::Present(event.value, Some(event.expr));
        if !self.holds(&rule.rule) || !entries_hold(&rule.entries, &operand, &self.scope(body)) {
            return;
        }
        let reported = rule
            .report
            .as_ref()
            .and_then(|key| entry_value(body, event.expr, key));
        let primary = reported.unwrap_or(event.expr);
        let found = Match {
            expr: Some(event.expr),
            primary: Some(primary),
            callee: event.ty,
            name: rule.report.as_deref().map(Symbol::new),
            ..Match::default()
        };
        self.report(body, &rule.rule, body.expr(primary).span, found);
    }

    fn assign_matches(&self, rule: &AssignRule, event: &AssignEvent<'_>) -> bool {
        if !self.holds(&rule.rule) || !self.is_in_scope(rule) || !self.is_beside(rule, event.body) {
            return false;
        }
        let base = match &event.body.expr(event.target).kind {
            ExprKind::Attribute { base, .. } | ExprKind::Index { base, .. } => Some(*base),
            _ => None,
        };
        let is_base = match &rule.base {
            Base::None => true,
            Base::Any(names) => base.is_some_and(|base| ends_with(event.body, base, names)),
            Base::Qualified(name) => event.base.is_some_and(|value| self.denotes(value, *name)),
        };
        is_base
            && rule.value.holds(
                &Operand::Present(event.value, event.expr),
                &self.scope(event.body),
            )
    }

    /// Whether a value is what a qualified name denotes, or of that type.
    fn denotes(&self, value: &Value, name: Symbol) -> bool {
        let mut known = [value.origin, value.ty, value.result_of]
            .into_iter()
            .flatten();
        known.any(|known| known == name || self.names(known).contains(&name))
    }

    /// Whether the file imports what the rule wants, or has the name that the rule wants.
    fn is_in_scope(&self, rule: &AssignRule) -> bool {
        let imports = || {
            let items = self.surroundings.items;
            items.imports.iter().any(|import| {
                rule.imports
                    .iter()
                    .any(|module| is_inside(&import.module, module))
            })
        };
        let is_named = || match (&rule.file, self.surroundings.file_name) {
            (Some(file), Some(name)) => file.is_match(name),
            _ => false,
        };
        rule.imports.is_empty() && rule.file.is_none() || imports() || is_named()
    }

    /// Whether the other names of the module are as the rule wants them.
    fn is_beside(&self, rule: &AssignRule, body: &Body) -> bool {
        rule.beside.iter().all(|(name, predicate)| {
            let value = self.surroundings.globals.get(*name);
            let operand = value.map_or(Operand::Absent, |value| Operand::Present(value, None));
            predicate.holds(&operand, &self.scope(body))
        })
    }

    /// Whether the file defines a function or method of this name.
    fn is_defined(&self, name: Symbol) -> bool {
        let functions = &self.surroundings.items.functions;
        functions.iter().any(|function| function.name == name)
    }

    /// Whether a call goes to a function of the file that returns a truth value.
    fn returns_truth(&self, body: &Body, callee: ExprId) -> bool {
        let Some(name) = last_name(body, callee) else {
            return false;
        };
        let is_method = matches!(body.expr(callee).kind, ExprKind::Attribute { .. });
        let candidates = self.surroundings.items.functions.iter().filter(|function| {
            function.name == name
                && if is_method {
                    function.class.is_some()
                } else {
                    function.class.is_none()
                }
        });
        let mut summaries = candidates
            .filter_map(|function| (self.surroundings.summary)(function.key))
            .peekable();
        summaries.peek().is_some() && summaries.all(|summary| is_truth(&summary.returns.content))
    }
}

/// Whether an argument only stands in for a password or a hash, so that the check takes as long for a user that is not there.
fn stands_in(body: &Body, expr: ExprId) -> bool {
    match &body.expr(expr).kind {
        ExprKind::Literal(_) | ExprKind::Template { .. } => true,
        ExprKind::Call(call) => match &body.expr(call.callee).kind {
            ExprKind::Attribute { base, .. } => stands_in(body, *base),
            _ => false,
        },
        ExprKind::Index { index, .. } => string(body, *index).is_some_and(is_stand_in),
        _ => last_name(body, expr).is_some_and(|name| is_stand_in(&name)),
    }
}

fn is_stand_in(name: &str) -> bool {
    let name = name.to_lowercase();
    ["dummy", "fake", "placeholder"]
        .iter()
        .any(|word| name.contains(word))
}

fn is_truth(content: &Content) -> bool {
    match content {
        Content::Exact(constants) => {
            constants
                .iter()
                .any(|constant| matches!(constant, Constant::Bool(_)))
                && constants
                    .iter()
                    .all(|constant| matches!(constant, Constant::Bool(_) | Constant::Null))
        }
        Content::Scalar => true,
        _ => false,
    }
}

/// How the member of an assignment's target is written; `None` for targets that no rule can name.
fn member(body: &Body, target: ExprId) -> Option<Member> {
    match &body.expr(target).kind {
        ExprKind::Name(name) => Some(Member::Name(*name)),
        ExprKind::Attribute { name, .. } => Some(Member::Attribute(*name)),
        ExprKind::Index { index, .. } => {
            string(body, *index).map(|key| Member::Key(key.to_lowercase()))
        }
        _ => None,
    }
}

impl Observer for BodyObserver<'_> {
    fn call(&mut self, event: &CallEvent<'_>) {
        let index = self.index();
        let mut reported: Vec<u32> = Vec::new();
        let callees = event.callee.into_iter().chain(event.written);
        let names: Vec<Arc<[Symbol]>> = callees.map(|callee| self.names(callee)).collect();
        let by_name = names
            .iter()
            .flat_map(|names| names.iter())
            .filter_map(|name| index.calls.get(name))
            .flatten();
        let is_method = matches!(
            event.body.expr(event.call.callee).kind,
            ExprKind::Attribute { .. }
        );
        let by_method = event
            .name
            .filter(|_| is_method)
            .and_then(|name| index.methods.get(&name))
            .into_iter()
            .flatten();
        let mut rules: Vec<&CallRule> = by_name.chain(by_method).collect();
        rules.sort_by_key(|rule| (rule.rule.check, rule.rule.rule));
        for rule in rules {
            if !reported.contains(&rule.rule.check) && self.call_matches(rule, event) {
                reported.push(rule.rule.check);
                self.report_call(rule, event);
            }
        }
    }

    fn sink(&mut self, event: &SinkEvent<'_>) {
        let index = self.index();
        let Some(rules) = index.flows.get(&event.sink.kind) else {
            return;
        };
        let row = self
            .surroundings
            .knowledge
            .family()
            .library
            .row(event.sink.row);
        let mut reported: Vec<u32> = Vec::new();
        for rule in rules {
            if reported.contains(&rule.rule.check) || !self.holds(&rule.rule) {
                continue;
            }
            let Some(verdict) = flow::judge(rule, event, row, index.sql) else {
                continue;
            };
            let body = event.body;
            let argument = (body.key, body.expr(event.argument.expr).span);
            if self.is_meant(body, &rule.rule, argument.1) {
                continue;
            }
            reported.push(rule.rule.check);
            let (primary, via) = match event.through.split_last() {
                Some((last, before)) if flow::is_done_by_callee(rule, event, index.sql) => (
                    *last,
                    std::iter::once(argument)
                        .chain(before.iter().copied())
                        .collect(),
                ),
                _ => (argument, Vec::new()),
            };
            let fix = event.through.is_empty().then(|| RawFix {
                kind: Some(event.sink.kind),
                body: body.key,
                expr: Some(event.expr),
                primary: Some(event.argument.expr),
                branch: None,
                callee: Some(event.callee),
                shape: event.argument.value.shape.clone(),
                binding: self.binding(row.and_then(|row| row.binding.as_ref())),
                arguments: row.and_then(|row| row.arguments.clone()),
                variable: None,
            });
            self.record(RawFinding {
                check: rule.rule.check,
                rule: rule.rule.rule,
                confidence: verdict.confidence,
                primary,
                name: event.callee.rsplit('.').next().map(Symbol::new),
                callee: (primary == argument).then(|| callee_place(body, event.expr)),
                steps: flow::steps(verdict.label, &via, primary),
                related: verdict.others.into_iter().map(flow::source).collect(),
                secret: None,
                fix,
            });
        }
    }

    fn assign(&mut self, event: &AssignEvent<'_>) {
        let Some(member) = member(event.body, event.target) else {
            return;
        };
        let Some(rules) = self.index().assigns.get(&member) else {
            return;
        };
        let mut reported: Vec<u32> = Vec::new();
        for rule in rules {
            if reported.contains(&rule.rule.check) || !self.assign_matches(rule, event) {
                continue;
            }
            reported.push(rule.rule.check);
            let body = event.body;
            let primary = event.expr.unwrap_or(event.target);
            let found = Match {
                expr: Some(primary),
                primary: Some(primary),
                name: last_name(body, event.target),
                callee_place: Some((body.key, body.expr(event.target).span)),
                ..Match::default()
            };
            self.report(body, &rule.rule, body.expr(primary).span, found);
        }
    }

    fn construct(&mut self, event: &ConstructEvent<'_>) {
        let index = self.index();
        match event.ty {
            Some(ty) => {
                let names = self.names(ty);
                for rule in names
                    .iter()
                    .filter_map(|name| index.typed_literals.get(name))
                    .flatten()
                {
                    self.report_construct(rule, event);
                }
            }
            None => {
                for rule in &index.literals {
                    self.report_construct(rule, event);
                }
            }
        }
    }

    fn compare(&mut self, event: &CompareEvent<'_>) {
        let scope_body = event.body;
        if scope_body.is_test() {
            return;
        }
        let mut reported: Vec<u32> = Vec::new();
        for rule in &self.index().compares {
            if reported.contains(&rule.rule.check) || !self.holds(&rule.rule) {
                continue;
            }
            let scope = self.scope(scope_body);
            let left = Operand::Present(event.left.1, Some(event.left.0));
            let right = Operand::Present(event.right.1, Some(event.right.0));
            let primary = if compares(rule, &left, &right, &scope) {
                event.left.0
            } else if compares(rule, &right, &left, &scope) {
                event.right.0
            } else {
                continue;
            };
            reported.push(rule.rule.check);
            let found = Match {
                expr: Some(event.expr),
                primary: Some(primary),
                name: last_name(scope_body, primary),
                ..Match::default()
            };
            self.report(scope_body, &rule.rule, scope_body.expr(primary).span, found);
        }
    }

    fn branch(&mut self, event: &BranchEvent<'_>) {
        let body = event.body;
        let Some(arm) = branch::arm(body, event.stmt, event.arm) else {
            return;
        };
        let mut reported: Vec<u32> = Vec::new();
        for rule in &self.index().branches {
            let is_new = !reported.contains(&rule.rule.check) && self.holds(&rule.rule);
            let has_shape = match rule.shape {
                BranchShape::ClientControlled => {
                    let mut labels = event.test.taint.0.iter();
                    labels.any(|label| label.provenance == Provenance::Remote)
                        && rule.test.is_match(&source(body, arm.test))
                }
                shape => branch::has_shape(body, &arm, shape, &rule.test),
            };
            if !is_new || !has_shape {
                continue;
            }
            reported.push(rule.rule.check);
            let found = Match {
                expr: Some(arm.test),
                primary: Some(arm.test),
                branch: Some((event.stmt, event.arm)),
                name: branch::tested_name(body, arm.test),
                ..Match::default()
            };
            self.report(body, &rule.rule, body.expr(arm.test).span, found);
        }
    }

    fn discard(&mut self, event: &DiscardEvent<'_>) {
        let body = event.body;
        // A test asks to see that the question raises, or how often it reaches the database.
        if body.is_test() {
            return;
        }
        let names = event.callee.map(|callee| self.names(callee));
        let ExprKind::Call(call) = &body.expr(event.expr).kind else {
            return;
        };
        let mut reported: Vec<u32> = Vec::new();
        for rule in &self.index().discards {
            if reported.contains(&rule.rule.check)
                || call.args.len() > rule.most_arguments
                || !self.holds(&rule.rule)
            {
                continue;
            }
            let is_known = names
                .as_ref()
                .is_some_and(|names| names.iter().any(|name| rule.callees.contains(name)))
                && !call.args.iter().any(|arg| stands_in(body, arg.value));
            let is_telling = || {
                event.name.is_some_and(|name| {
                    rule.named
                        .as_ref()
                        .is_some_and(|named| named.is_match(&name))
                }) && self.returns_truth(body, call.callee)
            };
            let is_question = || {
                event.name.is_some_and(|name| {
                    let asks = |pattern: &Pattern| pattern.is_match(&name);
                    rule.elsewhere.as_ref().is_some_and(asks) && !self.is_defined(name)
                })
            };
            if is_known || is_telling() || is_question() {
                reported.push(rule.rule.check);
                let found = Match {
                    expr: Some(event.expr),
                    primary: Some(event.expr),
                    callee: event.callee,
                    name: event.name,
                    callee_place: Some((body.key, body.expr(call.callee).span)),
                    ..Match::default()
                };
                self.report(body, &rule.rule, body.expr(event.expr).span, found);
            }
        }
    }
}

fn compares(rule: &CompareRule, one: &Operand<'_>, other: &Operand<'_>, scope: &Scope<'_>) -> bool {
    rule.one.holds(one, scope) && rule.other.holds(other, scope)
}

/// The called expression, or the target of an assignment.
fn callee_place(body: &Body, expr: ExprId) -> Place {
    let callee = match &body.expr(expr).kind {
        ExprKind::Call(call) => call.callee,
        _ => expr,
    };
    (body.key, body.expr(callee).span)
}

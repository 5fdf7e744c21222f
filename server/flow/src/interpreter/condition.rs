//! What a condition guarantees on each of its branches.

use std::sync::Arc;

use tripline_ir::{
    ArgName, BodyKey, Call, Closure, CompareOp, ExprId, ExprKind, Literal, Part, StmtId, StmtKind,
    Symbol,
};
use tripline_syntax::Language;

use super::Interpreter;
use super::regular::{confines, is_one_of};
use crate::value::{Guarantee, Narrowing, Piece, When};
use crate::{
    ArgRef, CallableModel, Content, Flow, FunctionRef, Guard, GuardedBy, KindSet, Provenance,
    Summary, Value,
};

/// Deepest nesting of a condition that is looked into.
const MAX_DEPTH: usize = 12;

impl<'a> Interpreter<'a, '_> {
    /// Lets a condition hold, or not, from here on in the current branch.
    pub(super) fn assume(&mut self, test: ExprId, holds: bool) {
        for guarantee in self.implied(test, holds, 0) {
            self.narrow(&guarantee);
        }
    }

    /// What the truth of an expression guarantees, to be kept with its value.
    pub(super) fn guarantees(&mut self, test: ExprId) -> Option<Arc<[Guarantee]>> {
        let implied = self.implied(test, true, 0);
        (!implied.is_empty()).then(|| implied.into())
    }

    /// What it says of the parameters of the function that a condition holds, and that it does not: index and kinds.
    pub(super) fn parameter_guards(&mut self, test: ExprId) -> [Vec<(u32, KindSet)>; 2] {
        let implied = match &self.body.expr(test).kind {
            ExprKind::Call(call) if self.visits_left > 0 => self.answers(call),
            _ => [true, false].map(|holds| self.implied(test, holds, 0)),
        };
        implied.map(|implied| self.of_parameters(implied))
    }

    fn of_parameters(&self, guarantees: Vec<Guarantee>) -> Vec<(u32, KindSet)> {
        let mut guards = Vec::new();
        for guarantee in guarantees {
            let kinds = match guarantee.narrowing {
                Narrowing::Content(_) => KindSet::ALL,
                Narrowing::Cleared(kinds) => kinds,
            };
            let index = self.body.params.iter().position(|param| {
                matches!(self.body.expr(param.pattern).kind, ExprKind::Name(name) if name == guarantee.place)
            });
            if let Some(index) = index {
                guards.push((index as u32, kinds));
            }
        }
        guards
    }

    pub(super) fn narrow(&mut self, guarantee: &Guarantee) {
        let simple = !guarantee.place.contains('.');
        let mut value = if simple {
            self.lookup(guarantee.place)
        } else {
            self.environment
                .place(guarantee.place)
                .cloned()
                .unwrap_or_default()
        };
        match &guarantee.narrowing {
            Narrowing::Content(content) => {
                value = Value {
                    ty: value.ty,
                    content: content.clone(),
                    ..Value::default()
                };
            }
            Narrowing::Cleared(kinds) => {
                if value.taint.is_empty() && !value.content.is_fixed() {
                    let span = self
                        .body
                        .exprs
                        .first()
                        .map(|expr| expr.span)
                        .unwrap_or_default();
                    value.taint =
                        crate::Taint::enters(Provenance::Unknown, None, self.body.key, span);
                }
                value.taint = value.taint.cleared(*kinds);
            }
        }
        if simple {
            self.environment.set(guarantee.place, value);
        } else {
            self.environment.set_place(guarantee.place, value);
        }
    }

    pub(super) fn implied(&mut self, test: ExprId, holds: bool, depth: usize) -> Vec<Guarantee> {
        if depth >= MAX_DEPTH || self.visits_left == 0 {
            return Vec::new();
        }
        let body = self.body;
        match &body.expr(test).kind {
            ExprKind::Not(inner) => self.implied(*inner, !holds, depth + 1),
            ExprKind::And(left, right) if holds => self.both(*left, *right, holds, depth),
            ExprKind::Or(left, right) if !holds => self.both(*left, *right, holds, depth),
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                let one = self.implied(*left, holds, depth + 1);
                let two = self.implied(*right, holds, depth + 1);
                common(one, &two)
            }
            ExprKind::Compare { op, left, right } => self.compared(*op, *left, *right, holds),
            ExprKind::Call(call) => self.answered(call, holds, depth),
            ExprKind::Index { base, index } if holds => self.looked_up(*base, *index),
            ExprKind::Name(name) => {
                let when = if holds { When::True } else { When::Null };
                let mut found = self.carried(*name, when);
                if !holds {
                    found.extend(self.settled(test));
                    found.extend(self.empty(*name));
                }
                found
            }
            ExprKind::Attribute { .. } if !holds => self.settled(test),
            ExprKind::Assign { target, value } if self.is_rust() => {
                self.tried(*target, *value, holds, depth + 1)
            }
            ExprKind::Cast { value, to: None } if self.is_rust() => {
                self.implied(*value, holds, depth + 1)
            }
            ExprKind::Assign { value, .. } | ExprKind::Await(value) => {
                self.implied(*value, holds, depth + 1)
            }
            _ => Vec::new(),
        }
    }

    /// What is false as a truth value holds nothing of a client: an empty text, a zero, nothing at all.
    fn empty(&self, name: Symbol) -> Option<Guarantee> {
        let language = self.context.language;
        let is_truth_of_any = language == Language::Python || language.is_ecmascript();
        is_truth_of_any.then_some(Guarantee {
            place: name,
            narrowing: Narrowing::Cleared(KindSet::ALL),
            when: When::True,
        })
    }

    fn both(&mut self, left: ExprId, right: ExprId, holds: bool, depth: usize) -> Vec<Guarantee> {
        let mut all = self.implied(left, holds, depth + 1);
        all.extend(self.implied(right, holds, depth + 1));
        all
    }

    fn compared(
        &mut self,
        op: CompareOp,
        left: ExprId,
        right: ExprId,
        holds: bool,
    ) -> Vec<Guarantee> {
        if let Some(found) = self.found_at(op, left, right, holds) {
            return found;
        }
        if matches!(op, CompareOp::In | CompareOp::NotIn) {
            let holds = holds == (op == CompareOp::In);
            let mut found = self.part_of(left, right, holds);
            if holds {
                found.extend(self.member_of(left, right));
            }
            return found;
        }
        let equal = match op {
            CompareOp::Eq | CompareOp::Is => holds,
            CompareOp::NotEq | CompareOp::IsNot => !holds,
            _ => return Vec::new(),
        };
        for (tested, other) in [(left, right), (right, left)] {
            if matches!(self.body.expr(other).kind, ExprKind::Literal(Literal::Null)) {
                return self.null(tested, equal);
            }
        }
        if !equal {
            return Vec::new();
        }
        let mut found = self.settled(left);
        found.extend(self.settled(right));
        for (place, other) in [(left, right), (right, left)] {
            if let Some(found) = self.of_number_type(place, other) {
                return found;
            }
            if let Some(path) = self.place(place) {
                let value = self.eval(other);
                found.extend(self.same_as(place, path, &value));
                if value.content.is_fixed() && value.taint.is_empty() {
                    found.push(fixed(path, value.content));
                    return found;
                }
                let kinds = value.taint.0.iter().map(|label| label.cleared);
                let kinds = kinds.reduce(KindSet::intersection);
                if let Some(kinds) = kinds.filter(|kinds| *kinds != KindSet::NONE) {
                    found.push(cleared(path, kinds));
                }
            }
            if let ExprKind::Call(call) = &self.body.expr(self.seen_through(place)).kind {
                found.extend(self.equal_result(call, other));
            }
        }
        found
    }

    /// What it guarantees that the result of a function that guards ask for is equal to something that is not a client's:
    /// `real == folder`.
    fn same_as(&mut self, tested: ExprId, path: Symbol, other: &Value) -> Vec<Guarantee> {
        let tested = self.eval(tested);
        let maker = tested.result_of;
        let model = maker.and_then(|maker| self.context.knowledge.callable(maker));
        let kinds = model.map_or(KindSet::NONE, |model| model.checked_for);
        if kinds == KindSet::NONE || is_remote(other) {
            return Vec::new();
        }
        let known = tested.guarantees.iter().flat_map(|known| known.iter());
        let checked = known.filter(|known| known.when == When::Checked);
        let places = checked.map(|known| known.place).chain([path]);
        places.map(|place| cleared(place, kinds)).collect()
    }

    /// `os.path.commonpath([folder, path]) == folder`.
    fn equal_result(&mut self, call: &'a Call, other: ExprId) -> Vec<Guarantee> {
        let (guards, asked) = self.guards(call);
        let guards = guards.iter();
        let guards: Vec<&Guard> = guards
            .filter(|guard| guard.by == GuardedBy::Equality)
            .collect();
        if guards.is_empty() || is_remote(&self.eval(other)) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for guard in guards {
            found.extend(self.guarded(guard, &asked));
        }
        found
    }

    /// `"../" in name` of Python, which is a method of the text or collection.
    fn part_of(&mut self, part: ExprId, whole: ExprId, holds: bool) -> Vec<Guarantee> {
        if self.context.language != Language::Python {
            return Vec::new();
        }
        let Some(model) = self.membership() else {
            return Vec::new();
        };
        let asked = Asked {
            receiver: Some(whole),
            args: vec![(ArgName::Positional, part)],
        };
        let by = if holds {
            GuardedBy::Truth
        } else {
            GuardedBy::Falsity
        };
        let mut found = Vec::new();
        for guard in model.guards.iter().filter(|guard| guard.by == by) {
            found.extend(self.guarded(guard, &asked));
        }
        found
    }

    /// The model of the method that tells whether something is a part of a text or an element of a collection.
    fn membership(&self) -> Option<&'a CallableModel> {
        let name = match self.context.language {
            Language::Python => "__contains__",
            Language::Rust => "contains",
            Language::JavaScript | Language::TypeScript | Language::Tsx => "includes",
            Language::Go => return None,
        };
        let knowledge = self.context.knowledge;
        let (_, model) = knowledge.method(None, Symbol::new(name))?;
        Some(model)
    }

    /// `place in collection`: the place holds one of the collection's values, which are the program's own unless the
    /// collection itself is tainted.
    fn member_of(&mut self, place: ExprId, collection: ExprId) -> Vec<Guarantee> {
        let collection = self.eval(collection);
        if !is_trusted(&collection) {
            return Vec::new();
        }
        let mut found = self.settled(place);
        found.extend(self.place(place).map(|path| fixed(path, Content::Literal)));
        found
    }

    /// What it guarantees of an object, and of the text that it was made of, that a part of it is one of the program's own
    /// values, or nothing: `urlparse(address).hostname in HOSTS`.
    fn settled(&mut self, part: ExprId) -> Vec<Guarantee> {
        let body = self.body;
        let part = self.seen_through(part);
        let (object, kinds) = match &body.expr(part).kind {
            ExprKind::Name(name) => {
                let known = self.carried(*name, When::Checked).into_iter();
                return known
                    .map(|guarantee| Guarantee {
                        when: When::True,
                        ..guarantee
                    })
                    .collect();
            }
            ExprKind::Attribute { base, name, .. } => (*base, self.settles(*base, *name)),
            ExprKind::Call(call) => match &body.expr(call.callee).kind {
                ExprKind::Attribute { base, .. } => {
                    let model = self.model(call);
                    (*base, model.map_or(KindSet::NONE, |model| model.settles))
                }
                _ => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        if kinds == KindSet::NONE {
            return Vec::new();
        }
        let mut places = self.places_given(object, 0);
        places.extend(self.place(object));
        let value = self.eval(object);
        let known = value.guarantees.iter().flat_map(|known| known.iter());
        let checked = known.filter(|known| known.when == When::Checked);
        places.extend(checked.map(|known| known.place));
        places
            .into_iter()
            .map(|place| cleared(place, kinds))
            .collect()
    }

    /// The kinds that an object is harmless for where this attribute of it is one of the program's own values.
    fn settles(&mut self, object: ExprId, name: Symbol) -> KindSet {
        let knowledge = self.context.knowledge;
        if !knowledge.has_attribute(name) {
            return KindSet::NONE;
        }
        let object = self.eval(object);
        let mut owners = [object.ty, object.origin].into_iter().flatten();
        let model = owners.find_map(|owner| knowledge.attribute(owner.member(&name)));
        model.map_or(KindSet::NONE, |model| model.settles)
    }

    /// `allowed[place]` taken for a truth value.
    fn looked_up(&mut self, base: ExprId, index: ExprId) -> Vec<Guarantee> {
        let table = self.eval(base);
        if table.fields.is_none() || !is_trusted(&table) {
            return Vec::new();
        }
        let mut found = self.settled(index);
        found.extend(self.place(index).map(|path| fixed(path, Content::Literal)));
        found
    }

    /// What the names that were assigned with a value say: `value, ok := table[key]` of the key when `ok` is true,
    /// `match = pattern.fullmatch(name)` of the name, `n, err := strconv.Atoi(id)` of the text when `err` is null,
    /// `climbs = name.includes("..")` of the name when `climbs` is false.
    pub(super) fn assigned_guarantees(&mut self, value: ExprId) -> Option<Arc<[Guarantee]>> {
        let mut found = match &self.body.expr(value).kind {
            ExprKind::Index { base, index } => self.looked_up(*base, *index),
            ExprKind::Call(call) => {
                let [mut found, denied] = self.answers(call);
                found.extend(denied.into_iter().map(|guarantee| Guarantee {
                    when: When::Null,
                    ..guarantee
                }));
                if self.context.language == Language::Go {
                    found.extend(self.succeeded(call));
                }
                found.extend(self.found_position(call));
                found
            }
            _ => Vec::new(),
        };
        found.extend(self.checked_with(value));
        if !matches!(self.body.expr(value).kind, ExprKind::Name(_)) {
            let settled = self.settled(value).into_iter();
            found.extend(settled.map(|guarantee| Guarantee {
                when: When::Checked,
                ..guarantee
            }));
        }
        (!found.is_empty()).then(|| found.into())
    }

    /// What it says of the text behind a position that a call found it: `name.rfind("/")`.
    fn found_position(&mut self, call: &'a Call) -> Vec<Guarantee> {
        let (guards, asked) = self.guards(call);
        let mut found = Vec::new();
        for guard in guards
            .iter()
            .filter(|guard| guard.by == GuardedBy::Position)
        {
            found.extend(self.guarded(guard, &asked));
        }
        for guarantee in &mut found {
            guarantee.when = When::Behind;
        }
        found
    }

    /// The kinds that a text is harmless for from a position on, which is right behind a position that was found in the same
    /// text: `name[name.rfind("/") + 1:]`.
    pub(super) fn harmless_behind(&mut self, text: ExprId, from: ExprId) -> KindSet {
        let operands = match &self.body.expr(from).kind {
            ExprKind::Concat(operands) => operands,
            ExprKind::Arithmetic { op, operands } if op.as_str() == "+" => operands,
            _ => return KindSet::NONE,
        };
        let [position, one] = **operands else {
            return KindSet::NONE;
        };
        let Some(place) = self.place(text).filter(|_| self.integer(one) == Some(1)) else {
            return KindSet::NONE;
        };
        let found = match &self.body.expr(position).kind {
            ExprKind::Call(call) => self.found_position(call),
            ExprKind::Name(name) => self.carried(*name, When::Behind),
            _ => Vec::new(),
        };
        let mut kinds = KindSet::NONE;
        for guarantee in found {
            if guarantee.place == place
                && let Narrowing::Cleared(cleared) = guarantee.narrowing
            {
                kinds = kinds.union(cleared);
            }
        }
        kinds
    }

    /// Lets what a loop has asked of the parts of a value hold behind it: where the loop leaves the function for some of them,
    /// it has done so for those that are not wanted.
    pub(super) fn outlast(&mut self, target: Option<ExprId>, parts: ExprId, block: &'a [StmtId]) {
        for kinds in self.refused(target, block) {
            for place in self.places_given(parts, 0) {
                self.narrow(&cleared(place, kinds));
            }
        }
        let body = self.body;
        let mut inner = block.iter().flat_map(|stmt| body.stmt(*stmt).kind.blocks());
        if inner.any(|block| self.may_leave(block)) {
            for guarantee in self.checked_with(parts) {
                self.narrow(&guarantee);
            }
        }
    }

    /// The kinds for which a text is harmless that has no such part as a loop over its parts leaves the function for:
    /// `if (part === "..") return false`, which is to ask whether the parts include it.
    fn refused(&mut self, target: Option<ExprId>, block: &'a [StmtId]) -> Vec<KindSet> {
        let body = self.body;
        let mut arms = block
            .iter()
            .filter_map(|stmt| match &body.stmt(*stmt).kind {
                StmtKind::If { arms, .. } => arms.first(),
                _ => None,
            });
        let leaving = arms.find(|(_, block)| self.may_leave(block));
        let own = target.and_then(|target| self.path(target));
        let (Some((test, _)), Some(own), Some(model)) = (leaving, own, self.membership()) else {
            return Vec::new();
        };
        let mut kinds = Vec::new();
        for guard in &model.guards {
            let texts = guard.given.iter().flat_map(|(_, texts)| texts);
            let mut texts = texts.filter(|_| guard.by == GuardedBy::Falsity);
            if texts.any(|text| self.answer_of(*test, own, text, 0) == Some(true)) {
                kinds.push(guard.kinds);
            }
        }
        kinds
    }

    fn may_leave(&self, block: &[StmtId]) -> bool {
        block.iter().any(|stmt| {
            let kind = &self.body.stmt(*stmt).kind;
            let is_exit = matches!(kind, StmtKind::Return(_) | StmtKind::Raise(_));
            is_exit || kind.blocks().iter().any(|inner| self.may_leave(inner))
        })
    }

    /// The value of an expression, with what is checked with it where a guard asks for it.
    pub(super) fn eval_checked(&mut self, expr: ExprId) -> Value {
        let mut value = self.eval(expr);
        let checked = self.checked_with(expr);
        if !checked.is_empty() {
            value.guarantees = Some(checked.into());
        }
        value
    }

    /// What is checked with a value where a guard asks for it: `name` of `os.path.realpath(os.path.join(folder, name))`.
    fn checked_with(&mut self, value: ExprId) -> Vec<Guarantee> {
        let made = self.seen_through(value);
        let ExprKind::Call(call) = &self.body.expr(made).kind else {
            return Vec::new();
        };
        let kinds = self
            .model(call)
            .map_or(KindSet::NONE, |model| model.checked_for);
        if kinds == KindSet::NONE {
            return Vec::new();
        }
        let places = self.places_given(made, 0).into_iter();
        places
            .map(|place| Guarantee {
                place,
                narrowing: Narrowing::Cleared(kinds),
                when: When::Checked,
            })
            .collect()
    }

    /// What the value of a name says of other places.
    fn carried(&mut self, name: Symbol, when: When) -> Vec<Guarantee> {
        let value = self.lookup(name);
        let known = value.guarantees.iter().flat_map(|known| known.iter());
        known
            .filter(|guarantee| guarantee.when == when)
            .cloned()
            .collect()
    }

    /// What it guarantees that an expression is null, or that it is not.
    fn null(&mut self, tested: ExprId, is_null: bool) -> Vec<Guarantee> {
        match &self.body.expr(tested).kind {
            ExprKind::Name(name) => {
                let when = if is_null { When::Null } else { When::True };
                self.carried(*name, when)
            }
            ExprKind::Call(call) if is_null && self.context.language == Language::Go => {
                self.succeeded(call)
            }
            ExprKind::Call(call) if !is_null => self.answered(call, true, 0),
            _ => Vec::new(),
        }
    }

    /// A comparison of the position of a value in a collection: `COLUMNS.indexOf(name) === -1`. `None` for any other.
    fn found_at(
        &mut self,
        op: CompareOp,
        left: ExprId,
        right: ExprId,
        holds: bool,
    ) -> Option<Vec<Guarantee>> {
        let called = &self.body.expr(left).kind;
        if !matches!(called, ExprKind::Call(_) | ExprKind::Name(_)) {
            return None;
        }
        let (by, is_found) = match (op, self.integer(right)?) {
            (CompareOp::NotEq | CompareOp::Greater, -1) | (CompareOp::GreaterEq, 0) => {
                (GuardedBy::Index, holds)
            }
            (CompareOp::Eq | CompareOp::LessEq, -1) | (CompareOp::Less, 0) => {
                (GuardedBy::Index, !holds)
            }
            (CompareOp::Eq, 0) => (GuardedBy::Start, holds),
            (CompareOp::NotEq, 0) => (GuardedBy::Start, !holds),
            _ => return None,
        };
        let by = match by {
            GuardedBy::Index if !is_found => GuardedBy::Absence,
            _ => by,
        };
        let ExprKind::Call(call) = called else {
            return self.absent(left).filter(|_| by == GuardedBy::Absence);
        };
        let (guards, asked) = self.guards(call);
        let mut found = Vec::new();
        for guard in guards {
            if guard.by == by && (is_found || by == GuardedBy::Absence) {
                found.extend(self.guarded(guard, &asked));
            }
        }
        (!found.is_empty()).then_some(found)
    }

    /// What it guarantees that a name holds no position in a text: what stands behind the last `/` is then the whole.
    fn absent(&mut self, position: ExprId) -> Option<Vec<Guarantee>> {
        let ExprKind::Name(name) = self.body.expr(position).kind else {
            return None;
        };
        let mut found = self.carried(name, When::Behind);
        for guarantee in &mut found {
            guarantee.when = When::True;
        }
        (!found.is_empty()).then_some(found)
    }

    /// The integer that an expression writes: 0 or -1.
    pub(super) fn integer(&self, expr: ExprId) -> Option<i64> {
        match &self.body.expr(expr).kind {
            ExprKind::Literal(Literal::Number(text)) => text.parse().ok(),
            ExprKind::Arithmetic { op, operands } if op.as_str() == "-" => match **operands {
                [operand] => self.integer(operand).map(i64::wrapping_neg),
                _ => None,
            },
            _ => None,
        }
    }

    /// `typeof place === "number"`.
    fn of_number_type(&mut self, tested: ExprId, name: ExprId) -> Option<Vec<Guarantee>> {
        let ExprKind::Arithmetic { op, operands } = &self.body.expr(tested).kind else {
            return None;
        };
        let (true, [subject]) = (op.as_str() == "typeof", &**operands) else {
            return None;
        };
        let name = self.eval(name);
        let is_number = matches!(name.content.string()?, "number" | "boolean" | "bigint");
        let place = self.place(*subject).filter(|_| is_number);
        Some(
            place
                .map(|place| fixed(place, Content::Scalar))
                .into_iter()
                .collect(),
        )
    }

    /// What it guarantees that a call answered as a condition asks.
    fn answered(&mut self, call: &'a Call, holds: bool, depth: usize) -> Vec<Guarantee> {
        if let Some(own) = self.summary_of(call)
            && let Some(found) = self.checked_by_program(call, &own, holds)
        {
            return found;
        }
        if holds && let Some(found) = self.of_scalar_type(call) {
            return found;
        }
        let (guards, asked) = self.guards(call);
        self.answered_by(call, (guards, &asked), holds, depth)
    }

    /// What it guarantees that a call answered yes, and that it answered no.
    fn answers(&mut self, call: &'a Call) -> [Vec<Guarantee>; 2] {
        let own = self.summary_of(call);
        let by_own = |interpreter: &mut Self, holds| {
            interpreter.checked_by_program(call, own.as_ref()?, holds)
        };
        let by_own = [by_own(self, true), by_own(self, false)];
        if let [Some(yes), Some(no)] = by_own {
            return [yes, no];
        }
        let (guards, asked) = self.guards(call);
        let [yes, no] = by_own;
        let yes = yes.or_else(|| self.of_scalar_type(call));
        [(yes, true), (no, false)].map(|(known, holds)| {
            known.unwrap_or_else(|| self.answered_by(call, (guards, &asked), holds, 0))
        })
    }

    /// What some guards say of the answer of a call.
    fn answered_by(
        &mut self,
        call: &'a Call,
        (guards, asked): (&[Guard], &Asked),
        holds: bool,
        depth: usize,
    ) -> Vec<Guarantee> {
        let mut found = Vec::new();
        for guard in guards {
            found.extend(match guard.by {
                GuardedBy::Truth if holds => self.guarded(guard, asked),
                GuardedBy::Falsity if !holds => self.guarded(guard, asked),
                GuardedBy::Element if !holds => self.true_for_none(call),
                GuardedBy::Element if holds => match self.true_for_one(call, depth + 1) {
                    Some(found) => found,
                    None => self.true_for_element(asked.receiver, call, depth + 1),
                },
                // What is asked of a call of Rust is whether it gave an `Ok` or a `Some`. A text is not all that a type which
                // is told may be read from.
                GuardedBy::Success if holds && self.is_rust() => {
                    match self.told(call).and_then(|ty| self.reader(ty)) {
                        Some(_) => Vec::new(),
                        None => self.guarded(guard, asked),
                    }
                }
                GuardedBy::ReceiverSucceeded | GuardedBy::ReceiverFailed => {
                    let succeeded = holds == (guard.by == GuardedBy::ReceiverSucceeded);
                    asked.receiver.map_or_else(Vec::new, |receiver| {
                        self.implied(receiver, succeeded, depth + 1)
                    })
                }
                _ => Vec::new(),
            });
        }
        found
    }

    /// `any(path.startswith(folder) for folder in FOLDERS)` of Python; `None` for any other call.
    fn true_for_one(&mut self, call: &'a Call, depth: usize) -> Option<Vec<Guarantee>> {
        let body = self.body;
        let ExprKind::Comprehension { loops, element, .. } =
            &body.expr(call.args.first()?.value).kind
        else {
            return None;
        };
        self.environment.push();
        for (target, iterated) in loops {
            let iterated = self.eval(*iterated).element();
            self.bind(*target, iterated, body.expr(*target).span);
        }
        let mut found = self.implied(*element, true, depth);
        self.environment.pop();
        let mut own = Vec::new();
        for (target, _) in loops {
            own.extend(self.place(*target));
        }
        found.retain(|guarantee| !own.contains(&guarantee.place));
        Some(found)
    }

    /// What it guarantees that nothing holds for any of the parts of a value: `any(part == ".." for part in path.split("/"))`.
    fn true_for_none(&mut self, call: &Call) -> Vec<Guarantee> {
        let body = self.body;
        let asked = call.args.first().map(|arg| &body.expr(arg.value).kind);
        match asked {
            Some(ExprKind::Comprehension { loops, .. }) => match **loops {
                [(_, parts)] => self.checked_with(parts),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// What it guarantees that a call came back without an exception or error.
    pub(super) fn succeeded(&mut self, call: &'a Call) -> Vec<Guarantee> {
        let mut may_fail = true;
        let by_program = self.summary_of(call).map(|(key, summary)| {
            may_fail = summary.returns != Value::default();
            self.of_arguments(call, key, &summary.ensures)
        });
        let mut found = by_program.unwrap_or_else(|| {
            let (guards, asked) = self.guards(call);
            let mut found = Vec::new();
            for guard in guards {
                if guard.by == GuardedBy::Success {
                    found.extend(self.guarded(guard, &asked));
                }
            }
            found
        });
        if self.context.language == Language::Go && may_fail {
            for guarantee in &mut found {
                guarantee.when = When::Null;
            }
        }
        found
    }

    /// `isinstance(place, int)`; `None` for any other call.
    fn of_scalar_type(&mut self, call: &Call) -> Option<Vec<Guarantee>> {
        let ExprKind::Name(name) = &self.body.expr(call.callee).kind else {
            return None;
        };
        let (true, [subject, ty, ..]) = (name.as_str() == "isinstance", &*call.args) else {
            return None;
        };
        let types = match &self.body.expr(ty.value).kind {
            ExprKind::Collection(types) => types.entries.iter().map(|entry| entry.value).collect(),
            _ => vec![ty.value],
        };
        let is_scalar = types.into_iter().all(|ty| {
            self.annotated_type(ty)
                .is_some_and(|ty| self.context.knowledge.is_scalar(ty))
        });
        let place = self.place(subject.value).filter(|_| is_scalar);
        Some(
            place
                .map(|place| fixed(place, Content::Scalar))
                .into_iter()
                .collect(),
        )
    }

    /// The guards that a call is, and what it is asked of.
    fn guards(&mut self, call: &'a Call) -> (&'a [Guard], Asked) {
        let model = self.model_where(call, |model| !model.guards.is_empty());
        let guards = model.map_or(&[][..], |model| &model.guards);
        (guards, self.asked_of(call))
    }

    /// What a call is asked of.
    fn asked_of(&self, call: &Call) -> Asked {
        let receiver = match self.body.expr(call.callee).kind {
            ExprKind::Attribute { base, .. } => Some(base),
            _ => None,
        };
        let args = call.args.iter().map(|arg| (arg.name, arg.value)).collect();
        Asked { receiver, args }
    }

    /// The model of what is called.
    fn model(&mut self, call: &Call) -> Option<&'a CallableModel> {
        self.model_where(call, |_| true)
    }

    /// The model of what is called, by its qualified name if that one fits, otherwise by the name of the method alone.
    fn model_where(
        &mut self,
        call: &Call,
        fits: impl Fn(&CallableModel) -> bool,
    ) -> Option<&'a CallableModel> {
        let name = match &self.body.expr(call.callee).kind {
            ExprKind::Attribute { name, .. } => Some(*name),
            _ => None,
        };
        let knowledge = self.context.knowledge;
        self.qualified(call.callee)
            .and_then(|name| knowledge.callable(name))
            .filter(|model| fits(model))
            .or_else(|| Some(knowledge.method(None, name?)?.1))
    }

    /// What a guard says of the value that it checks.
    fn guarded(&mut self, guard: &Guard, asked: &Asked) -> Vec<Guarantee> {
        let Some(subject) = asked.argument(&guard.argument) else {
            return Vec::new();
        };
        if let Some((argument, texts)) = &guard.given {
            let Some(given) = asked.argument(argument) else {
                return Vec::new();
            };
            if !self.is_given(guard, given, texts) {
                return Vec::new();
            }
        }
        let mut places = Vec::new();
        let mut settled = Vec::new();
        let is_choice = guard.given.is_none() && guard.result_of.is_empty();
        for subject in self.subjects(guard, subject) {
            places.extend(self.checked_places(guard, subject));
            let is_name = matches!(self.body.expr(subject).kind, ExprKind::Name(_));
            if is_choice && (guard.kinds == KindSet::ALL || !is_name) {
                settled.extend(self.settled(subject));
            }
        }
        if places.is_empty() && settled.is_empty() {
            return Vec::new();
        }
        if let Some(trusted) = guard.trusted.as_ref().and_then(|arg| asked.argument(arg))
            && is_remote(&self.eval(trusted))
        {
            return Vec::new();
        }
        if guard.argument != ArgRef::Receiver
            && let Some(receiver) = asked.receiver
        {
            let receiver = self.eval(receiver);
            if !is_trusted(&receiver) {
                return Vec::new();
            }
        }
        if let Some(pattern) = &guard.pattern
            && let Some(written) = asked.argument(&pattern.argument)
        {
            let written = self.eval(written);
            let is_confined = written
                .content
                .pattern()
                .is_none_or(|written| confines(written, pattern.tied));
            if !is_confined || !is_trusted(&written) {
                return Vec::new();
            }
        }
        let places = places.into_iter();
        places
            .map(|place| cleared(place, guard.kinds))
            .chain(settled)
            .collect()
    }

    /// Whether an argument of a guard is one of the texts that it asks for. A function must tell one of them apart.
    fn is_given(&mut self, guard: &Guard, given: ExprId, texts: &[Box<str>]) -> bool {
        if let ExprKind::Closure(closure) = &self.body.expr(given).kind {
            let excluding = matches!(guard.by, GuardedBy::Falsity | GuardedBy::Absence);
            let mut texts = texts.iter();
            return texts.any(|text| self.answer(closure, text) == Some(excluding));
        }
        if let Some(character) = self.rune(given) {
            return is_one_of(character.encode_utf8(&mut [0; 4]), texts);
        }
        let given = self.eval(given);
        let start = given.shape.as_ref().and_then(|shape| shape.pieces.first());
        let text = match start {
            Some(Piece::Text { text, .. }) => Some(&**text),
            _ => given.content.pattern(),
        };
        text.is_some_and(|text| is_one_of(text, texts))
    }

    /// The character that a number of Go's stands for where a text is searched: `strings.LastIndexByte(name, '/')`.
    fn rune(&self, given: ExprId) -> Option<char> {
        if self.context.language != Language::Go {
            return None;
        }
        let point = self.integer(given)?;
        char::from_u32(u32::try_from(point).ok()?)
    }

    /// What a function of one expression answers for a text: true for `..` in `(part) => part === ".." || part === "."`.
    fn answer(&mut self, closure: &Closure, text: &str) -> Option<bool> {
        let (Some(param), [statement]) = (closure.params.first(), &*closure.body) else {
            return None;
        };
        let StmtKind::Return(Some(test)) = self.body.stmt(*statement).kind else {
            return None;
        };
        let own = self.path(param.pattern)?;
        self.answer_of(test, own, text, 0)
    }

    fn answer_of(&mut self, test: ExprId, own: Symbol, text: &str, depth: usize) -> Option<bool> {
        if depth >= MAX_DEPTH {
            return None;
        }
        match &self.body.expr(test).kind {
            ExprKind::Not(inner) => Some(!self.answer_of(*inner, own, text, depth + 1)?),
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                let decisive = matches!(self.body.expr(test).kind, ExprKind::Or(..));
                let one = self.answer_of(*left, own, text, depth + 1);
                let two = self.answer_of(*right, own, text, depth + 1);
                if one == Some(decisive) || two == Some(decisive) {
                    return Some(decisive);
                }
                one.and(two)
            }
            ExprKind::Compare { op, left, right } => {
                let equal = match op {
                    CompareOp::Eq | CompareOp::Is => true,
                    CompareOp::NotEq | CompareOp::IsNot => false,
                    _ => return None,
                };
                let other = match (self.place(*left), self.place(*right)) {
                    (Some(place), _) if place == own => *right,
                    (_, Some(place)) if place == own => *left,
                    _ => return None,
                };
                let other = self.eval(other);
                Some((other.content.string()? == text) == equal)
            }
            ExprKind::Assign { target, value } if self.place(*value) == Some(own) => {
                match self.pattern_content(*target, 0)? {
                    Content::Exact(admitted) => {
                        let mut admitted = admitted.iter();
                        Some(admitted.any(|known| known.text() == Some(text)))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The values that a guard checks: of a list that a function compares as a whole, its elements.
    fn subjects(&self, guard: &Guard, subject: ExprId) -> Vec<ExprId> {
        match &self.body.expr(subject).kind {
            ExprKind::Collection(list) if guard.by == GuardedBy::Equality => {
                list.entries.iter().map(|entry| entry.value).collect()
            }
            _ => vec![subject],
        }
    }

    /// The places that a guard speaks of: that of the value, and where the value must be the result of a certain function,
    /// those that the function was given.
    fn checked_places(&mut self, guard: &Guard, subject: ExprId) -> Vec<Symbol> {
        let own = self.place(subject);
        if guard.result_of.is_empty() {
            return match own {
                Some(own) => {
                    let mut places = vec![own];
                    if guard.given.is_some() {
                        places.extend(self.places_of_whole(subject));
                    }
                    places
                }
                // A part is looked for in another form of the object: `".." in Path(name).parts`.
                None if matches!(self.body.expr(subject).kind, ExprKind::Attribute { .. }) => {
                    self.places_of_whole(subject)
                }
                // A part is looked for among those of a text: `".." in name.split("/")`.
                None if guard.given.is_some() => self.places_given(subject, 0),
                None => Vec::new(),
            };
        }
        let body = self.body;
        let mut subject = self.seen_through(subject);
        let mut value = self.eval(subject);
        if value.result_of.is_none()
            && let ExprKind::Attribute { base, .. } = &body.expr(subject).kind
        {
            subject = *base;
            value = self.eval(subject);
        }
        if !value
            .result_of
            .is_some_and(|maker| self.is_wanted(guard, maker))
        {
            return Vec::new();
        }
        let mut places: Vec<Symbol> = own.into_iter().chain(self.place(subject)).collect();
        places.extend(self.places_given(subject, 0));
        let known = value.guarantees.iter().flat_map(|known| known.iter());
        let checked = known.filter(|known| known.when == When::Checked);
        places.extend(checked.map(|known| known.place));
        places
    }

    /// The places of the object that an attribute is another form of.
    fn places_of_whole(&mut self, attribute: ExprId) -> Vec<Symbol> {
        let ExprKind::Attribute { base, name, .. } = self.body.expr(attribute).kind else {
            return Vec::new();
        };
        let knowledge = self.context.knowledge;
        if !knowledge.has_attribute(name) {
            return Vec::new();
        }
        let object = self.eval(base);
        let mut owners = [object.ty, object.origin].into_iter().flatten();
        let model = owners.find_map(|owner| knowledge.attribute(owner.member(&name)));
        if !model.is_some_and(|model| model.whole) {
            return Vec::new();
        }
        let mut places = self.places_given(base, 0);
        places.extend(self.place(base));
        places
    }

    /// Whether a function is one that a guard asks for the result of, by whatever name.
    fn is_wanted(&self, guard: &Guard, maker: Symbol) -> bool {
        let knowledge = self.context.knowledge;
        let model = knowledge.callable(maker);
        guard.result_of.iter().any(|wanted| {
            let known = knowledge.callable(*wanted);
            *wanted == maker || model.zip(known).is_some_and(|(a, b)| std::ptr::eq(a, b))
        })
    }

    /// The places that a call is given, and those that the calls among its arguments are: its receiver and its arguments.
    fn places_given(&mut self, call: ExprId, depth: usize) -> Vec<Symbol> {
        let body = self.body;
        let given: Vec<ExprId> = match &body.expr(call).kind {
            ExprKind::Call(call) => {
                let Asked { receiver, args } = self.asked_of(call);
                let args = args.into_iter().map(|(_, arg)| arg);
                receiver.into_iter().chain(args).collect()
            }
            ExprKind::Arithmetic { operands, .. } | ExprKind::Concat(operands) => operands.to_vec(),
            ExprKind::Template { parts, .. } => {
                let holes = parts.iter().filter_map(|part| match part {
                    Part::Hole { value, .. } => Some(*value),
                    Part::Text { .. } => None,
                });
                holes.collect()
            }
            _ => return Vec::new(),
        };
        let mut places = Vec::new();
        for expr in given {
            let expr = self.seen_through(expr);
            match self.place(expr) {
                // Of what is the program's own there is nothing to say.
                Some(_) if self.eval(expr).taint.is_empty() => {}
                Some(place) => places.push(place),
                None if depth < MAX_DEPTH => places.extend(self.places_given(expr, depth + 1)),
                None => {}
            }
        }
        places
    }

    /// What an expression only hands on: `path` of `str(path)`, `await path`, `path?`.
    fn seen_through(&mut self, mut expr: ExprId) -> ExprId {
        let body = self.body;
        for _ in 0..MAX_DEPTH {
            expr = match &body.expr(expr).kind {
                ExprKind::Reference(inner) | ExprKind::Await(inner) => *inner,
                ExprKind::Cast { value, .. } => *value,
                ExprKind::Call(call) => {
                    let flow = self.model(call).map(|model| &model.flow);
                    let Some(Flow::Same(handed_on) | Flow::Text(handed_on)) = flow else {
                        return expr;
                    };
                    match self.asked_of(call).argument(handed_on) {
                        Some(inner) => inner,
                        None => return expr,
                    }
                }
                _ => return expr,
            };
        }
        expr
    }

    /// What the summary of a function of the program says of its truth, or of its falsity.
    fn checked_by_program(
        &mut self,
        call: &Call,
        (key, summary): &(BodyKey, Arc<Summary>),
        holds: bool,
    ) -> Option<Vec<Guarantee>> {
        let guards = if holds {
            &summary.guards
        } else {
            &summary.denials
        };
        (!guards.is_empty()).then(|| self.of_arguments(call, *key, guards))
    }

    fn summary_of(&mut self, call: &Call) -> Option<(BodyKey, Arc<Summary>)> {
        match self.eval(call.callee).function? {
            FunctionRef::Body(key) => Some((key, (self.context.summary)(key)?)),
            FunctionRef::Closure(..) => None,
        }
    }

    /// What is said of parameters, as said of the places that are passed for them.
    fn of_arguments(
        &mut self,
        call: &Call,
        key: BodyKey,
        guards: &[(u32, KindSet)],
    ) -> Vec<Guarantee> {
        let Some(declaration) = self.declaration(key) else {
            return Vec::new();
        };
        let params = &declaration.params;
        let skip = self.skipped_params(key, call.callee);
        let mut found = Vec::new();
        for (index, kinds) in guards {
            let name: Option<Symbol> = params.get(*index as usize).copied().flatten();
            let arg = call
                .args
                .iter()
                .enumerate()
                .find(|(position, arg)| match arg.name {
                    ArgName::Positional => *position as u32 + skip == *index,
                    ArgName::Keyword(keyword) => Some(keyword) == name,
                    ArgName::Spread | ArgName::KeywordSpread => false,
                });
            let Some((_, arg)) = arg else { continue };
            let place = self.place(arg.value).or_else(|| self.wrapped(arg.value));
            if let Some(place) = place {
                found.push(cleared(place, *kinds));
            }
        }
        found
    }

    /// The place that a constructor makes another form of: `name` of `Path::new(&name)`.
    fn wrapped(&mut self, made: ExprId) -> Option<Symbol> {
        let ExprKind::Call(call) = &self.body.expr(self.seen_through(made)).kind else {
            return None;
        };
        let (model, [only]) = (self.model(call)?, &*call.args) else {
            return None;
        };
        let is_form = match &model.flow {
            Flow::Arguments(parts) => !parts.contains(&ArgRef::Receiver),
            _ => false,
        };
        (is_form && model.returns.is_some())
            .then(|| self.place(only.value))
            .flatten()
    }
}

/// A place holds this.
pub(super) fn fixed(place: Symbol, content: Content) -> Guarantee {
    Guarantee {
        place,
        narrowing: Narrowing::Content(content),
        when: When::True,
    }
}

/// A place is harmless for these kinds.
fn cleared(place: Symbol, kinds: KindSet) -> Guarantee {
    if kinds == KindSet::ALL {
        return fixed(place, Content::Literal);
    }
    Guarantee {
        place,
        narrowing: Narrowing::Cleared(kinds),
        when: When::True,
    }
}

/// What a guard is asked of.
struct Asked {
    /// The object that a method is called on.
    receiver: Option<ExprId>,
    args: Vec<(ArgName, ExprId)>,
}

impl Asked {
    fn argument(&self, argument: &ArgRef) -> Option<ExprId> {
        if *argument == ArgRef::Receiver {
            return self.receiver;
        }
        let mut args = self.args.iter().enumerate();
        let (_, (_, arg)) =
            args.find(|(position, (name, _))| matches_argument(argument, *position, *name))?;
        Some(*arg)
    }
}

/// Whether a value is a client's.
fn is_remote(value: &Value) -> bool {
    let mut labels = value.taint.0.iter();
    !value.content.is_fixed() && labels.any(|label| label.provenance == Provenance::Remote)
}

/// Whether a collection holds only what the program put there.
fn is_trusted(collection: &Value) -> bool {
    collection.content.is_fixed()
        || !collection
            .taint
            .0
            .iter()
            .any(|label| matches!(label.provenance, Provenance::Remote | Provenance::Parameter))
}

pub(super) fn matches_argument(argument: &ArgRef, position: usize, name: ArgName) -> bool {
    match (argument, name) {
        (ArgRef::Any, _) => true,
        (
            ArgRef::At {
                position: Some(wanted),
                ..
            },
            ArgName::Positional,
        ) => *wanted as usize == position,
        (
            ArgRef::At {
                keyword: Some(wanted),
                ..
            },
            ArgName::Keyword(keyword),
        ) => *wanted == keyword,
        (ArgRef::From(first), ArgName::Positional | ArgName::Spread) => *first as usize <= position,
        _ => false,
    }
}

/// Guarantees about the places that both sides speak of: either may be the one that holds.
fn common(one: Vec<Guarantee>, two: &[Guarantee]) -> Vec<Guarantee> {
    let mut found = Vec::new();
    for guarantee in one {
        let Some(also) = two.iter().find(|also| also.place == guarantee.place) else {
            continue;
        };
        let narrowing = match (&guarantee.narrowing, &also.narrowing) {
            (Narrowing::Content(one), Narrowing::Content(two)) => Narrowing::Content(one.join(two)),
            (Narrowing::Cleared(one), Narrowing::Cleared(two)) => {
                Narrowing::Cleared(one.intersection(*two))
            }
            (Narrowing::Cleared(kinds), Narrowing::Content(_))
            | (Narrowing::Content(_), Narrowing::Cleared(kinds)) => Narrowing::Cleared(*kinds),
        };
        found.push(Guarantee {
            narrowing,
            ..guarantee
        });
    }
    found
}

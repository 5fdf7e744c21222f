//! Where a function puts a value: the names of the places that it goes to, as it is or as a part of what is made of it.

use tripline_ir::{ArgName, Body, BodyKind, Closure, ExprId, ExprKind, Span, StmtKind, Symbol};

use crate::check::DestinationMatch;
use crate::names::{last_name, string};
use crate::pattern::{Case, Pattern};

/// Most variables that a value is followed through.
const MAX_VARIABLES: usize = 16;

/// Most mentions of these variables, together, that are looked at.
const MAX_MENTIONS: usize = 64;

/// The places that a rule looks for.
#[derive(Debug)]
pub(super) struct Destination {
    named: Option<Pattern>,
    except: Option<Pattern>,
}

impl Destination {
    pub(super) fn compile(source: &DestinationMatch) -> Destination {
        let pattern = |source: &String| Pattern::new(source, Case::Sensitive);
        Destination {
            named: source.named.as_ref().map(pattern),
            except: source.except.as_ref().map(pattern),
        }
    }

    /// Whether an expression's value goes to such a place.
    pub(super) fn takes(&self, body: &Body, expr: ExprId) -> bool {
        let places = places(body, expr);
        let are_any = |pattern: &Pattern| places.iter().any(|name| pattern.is_match(name));
        self.named.as_ref().is_none_or(are_any) && !self.except.as_ref().is_some_and(are_any)
    }
}

/// The names of the places that an expression's value goes to.
fn places(body: &Body, expr: ExprId) -> Vec<Symbol> {
    let mut way = Way {
        body,
        places: Vec::new(),
        variables: Vec::new(),
    };
    way.follow(body.expr(expr).span);
    let (mut next, mut left) = (0, MAX_MENTIONS);
    while next < way.variables.len().min(MAX_VARIABLES) {
        let variable = ExprKind::Name(way.variables[next]);
        let mentions = body.exprs.iter().filter(|expr| expr.kind == variable);
        for mention in mentions.take(left) {
            way.follow(mention.span);
            left -= 1;
        }
        next += 1;
    }
    way.places
}

/// The way of a value through a body.
struct Way<'a> {
    body: &'a Body,
    places: Vec<Symbol>,
    /// Variables that hold it, or something that is made of it.
    variables: Vec<Symbol>,
}

impl Way<'_> {
    /// Notes where the value that is written at a span goes from there.
    fn follow(&mut self, span: Span) {
        let body = self.body;
        let within = self.reach(span);
        for expr in &body.exprs {
            match &expr.kind {
                ExprKind::Assign { target, value } if self.is_part(*value, span, within) => {
                    self.put(*target);
                }
                ExprKind::Call(call) => {
                    for arg in &call.args {
                        if let ArgName::Keyword(name) = arg.name
                            && self.is_part(arg.value, span, within)
                        {
                            self.places.push(name);
                        }
                    }
                }
                ExprKind::Collection(collection) => {
                    for entry in &collection.entries {
                        let key = entry
                            .key
                            .filter(|_| self.is_part(entry.value, span, within));
                        let name = key.and_then(|key| {
                            string(body, key)
                                .map(Symbol::new)
                                .or_else(|| last_name(body, key))
                        });
                        self.places.extend(name);
                    }
                }
                _ => {}
            }
        }
        for stmt in &body.stmts {
            match &stmt.kind {
                StmtKind::Assign {
                    targets,
                    value: Some(value),
                    ..
                } if self.is_part(*value, span, within) => {
                    targets.iter().for_each(|target| self.put(*target));
                }
                StmtKind::Return(Some(value)) if self.is_part(*value, span, within) => {
                    let name = self.function(body.expr(*value).span);
                    self.places.extend(name);
                }
                StmtKind::Expr(effect) => self.follow_effect(*effect, span, within),
                _ => {}
            }
        }
    }

    /// Notes what a call for its effect puts the value into: the object that is given it (`letters.append(letter)`), or what the
    /// generator fills (`rng.fill_bytes(&mut salt)`, `random.shuffle(letters)`).
    fn follow_effect(&mut self, effect: ExprId, span: Span, within: Option<Span>) {
        let body = self.body;
        let ExprKind::Call(call) = &body.expr(effect).kind else {
            return;
        };
        let fills = body.expr(effect).span == span || body.expr(call.callee).span.contains(span);
        if fills && within.is_none_or(|within| within.contains(span)) {
            call.args.iter().for_each(|arg| self.put(arg.value));
        } else if let ExprKind::Attribute { base, .. } = body.expr(call.callee).kind
            && (call.args.iter()).any(|arg| self.is_part(arg.value, span, within))
        {
            self.keep(base);
        }
    }

    /// Notes the targets of an assignment.
    fn put(&mut self, target: ExprId) {
        if let ExprKind::Collection(collection) = &self.body.expr(target).kind {
            for part in &collection.entries {
                self.put(part.value);
            }
            return;
        }
        self.places.extend(last_name(self.body, target));
        self.keep(target);
    }

    /// Notes the variable that the value, or an element, is put into.
    fn keep(&mut self, target: ExprId) {
        let mut root = target;
        loop {
            root = match self.body.expr(root).kind {
                // What stands under a key is not what stands under another.
                ExprKind::Index { index, .. } if string(self.body, index).is_some() => return,
                ExprKind::Index { base: inner, .. } | ExprKind::Reference(inner) => inner,
                _ => break,
            };
        }
        if let ExprKind::Name(name) = self.body.expr(root).kind {
            if root != target {
                self.places.push(name);
            }
            if !self.variables.contains(&name) {
                self.variables.push(name);
            }
        }
    }

    /// Whether the value of an expression is made of what is written at a span, inside the part of the body that this reaches.
    fn is_part(&self, value: ExprId, span: Span, within: Option<Span>) -> bool {
        let value = self.body.expr(value).span;
        value.contains(span)
            && within.is_none_or(|within| within.contains(value))
            && !self.only_decides(value, span)
    }

    /// Whether what is written at a span decides between other values, inside an expression: it is compared, or a condition.
    fn only_decides(&self, value: Span, span: Span) -> bool {
        let is_between = |outer: Span| value.contains(outer) && outer.contains(span);
        self.body.exprs.iter().any(|expr| match expr.kind {
            ExprKind::Compare { .. } | ExprKind::Not(_) => is_between(expr.span),
            ExprKind::Conditional { test, .. } => is_between(self.body.expr(test).span),
            _ => false,
        })
    }

    /// The part of the body that what is written at a span reaches: the innermost function around it that does more than to
    /// return a value; `None` for the body itself.
    fn reach(&self, span: Span) -> Option<Span> {
        let closures = self.closures(span).filter(|(_, closure)| {
            let returns = |stmt| {
                matches!(
                    self.body.stmt(stmt).kind,
                    StmtKind::Return(_) | StmtKind::Expr(_)
                )
            };
            !matches!(&*closure.body, [only] if returns(*only))
        });
        closures
            .map(|(around, _)| around)
            .min_by_key(|around| around.len())
    }

    /// The name of the innermost function around a span: its own, or that of the variable or member that it is assigned to.
    fn function(&self, span: Span) -> Option<Symbol> {
        let body = self.body;
        let Some((around, closure)) = self.closures(span).min_by_key(|(around, _)| around.len())
        else {
            let own = body
                .key
                .path
                .as_str()
                .rsplit('.')
                .next()
                .unwrap_or_default();
            return (body.kind != BodyKind::Module).then(|| Symbol::new(own));
        };
        let assigned = || {
            body.stmts.iter().find_map(|stmt| match &stmt.kind {
                StmtKind::Assign {
                    targets,
                    value: Some(value),
                    ..
                } if body.expr(*value).span == around => {
                    targets.first().and_then(|target| last_name(body, *target))
                }
                _ => None,
            })
        };
        closure.name.or_else(assigned)
    }

    /// The functions around a span that are values in the body.
    fn closures(&self, span: Span) -> impl Iterator<Item = (Span, &Closure)> {
        self.body
            .exprs
            .iter()
            .filter_map(move |expr| match &expr.kind {
                ExprKind::Closure(closure) if expr.span.contains(span) => {
                    Some((expr.span, &**closure))
                }
                _ => None,
            })
    }
}

//! Go: closures that run where their function is left, `defer func() { ... }()`, and may change its named results.

use tripline_ir::{Closure, ExprId, ExprKind};

use super::written::collection_of;
use super::{Control, GivenBack, Interpreter};
use crate::Value;
use crate::environment::Layer;

/// What waits for the end of a function.
#[derive(Default)]
pub(super) struct Deferred {
    /// Closures with what they are passed, in the order in which they were deferred.
    closures: Vec<(ExprId, Vec<Value>)>,
    /// What the names hold where the function is left.
    exits: Vec<Layer>,
}

impl<'a> Interpreter<'a, '_> {
    /// Lets a call wait for the end of its function. One that is no closure's is evaluated at once.
    pub(super) fn defer(&mut self, expr: ExprId) {
        let body = self.body;
        let ExprKind::Call(call) = &body.expr(expr).kind else {
            self.eval(expr);
            return;
        };
        if !matches!(body.expr(call.callee).kind, ExprKind::Closure(_)) {
            self.eval(expr);
            return;
        }
        let given = call.args.iter().map(|arg| self.eval(arg.value)).collect();
        let deferred = self.frames.last_mut().map(|frame| &mut frame.deferred);
        if let Some(deferred) = deferred
            && !deferred.closures.iter().any(|(at, _)| *at == call.callee)
        {
            deferred.closures.push((call.callee, given));
        }
    }

    /// Keeps what the names hold where the function is left with a result.
    pub(super) fn note_exit(&mut self, result: &Value) {
        if !self.is_anything_deferred() {
            return;
        }
        for (position, name) in self.named_results().iter().enumerate() {
            if name.as_str() != "_" {
                let value = self.named_result(result, position);
                self.environment.set(*name, value);
            }
        }
        self.note_way_out();
    }

    fn note_way_out(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            let exit = self.environment.flattened_above(frame.base);
            frame.deferred.exits.push(exit);
        }
    }

    fn is_anything_deferred(&self) -> bool {
        let frame = self.frames.last();
        frame.is_some_and(|frame| !frame.deferred.closures.is_empty())
    }

    /// The names of the results of the function being run.
    fn named_results(&self) -> &'a [tripline_ir::Symbol] {
        let body = self.body;
        if self.frames.len() == 1 {
            &body.results
        } else {
            &[]
        }
    }

    /// What one of the named results is of all that is returned.
    fn named_result(&self, returned: &Value, position: usize) -> Value {
        if self.named_results().len() == 1 {
            return returned.clone();
        }
        let fields = returned.fields.as_ref();
        let known = fields.and_then(|fields| fields.positional.get(position));
        known.cloned().unwrap_or_else(|| returned.element())
    }

    /// Runs what waits for the end of the function, the last first, with what the names hold on any way out.
    pub(super) fn run_deferred(&mut self, control: Control) {
        if !self.is_anything_deferred() {
            return;
        }
        if control == Control::Continues {
            self.note_way_out();
        }
        let waiting = self.frames.last_mut();
        let waiting = waiting.map(|frame| std::mem::take(&mut frame.deferred));
        let Deferred { closures, exits } = waiting.unwrap_or_default();
        self.environment.push();
        if !exits.is_empty() {
            self.environment.merge(exits);
        }
        let before = self.values_of_results();
        let body = self.body;
        for (at, given) in closures.into_iter().rev() {
            if let ExprKind::Closure(closure) = &body.expr(at).kind {
                self.run_deferred_closure(at, closure, given);
            }
        }
        self.change_results(&before);
        self.note_left_behind();
        let written = self.environment.pop();
        self.environment.apply(written);
    }

    /// Runs a closure. Where it has no early way out, all that it writes has happened.
    fn run_deferred_closure(&mut self, at: ExprId, closure: &'a Closure, given: Vec<Value>) {
        if !self.open_closure(at) {
            return;
        }
        let (control, frame) = self.run_opened(at, closure, given);
        if control == Control::Continues && frame.returns.is_none() {
            self.environment.complete_closure();
        } else {
            self.environment.pop_closure();
        }
        self.running.pop();
    }

    fn values_of_results(&self) -> Vec<Value> {
        let names = self.named_results().iter();
        let value = |name| self.environment.get(name).cloned().unwrap_or_default();
        names.map(|name| value(*name)).collect()
    }

    /// Gives back what the named results hold in the end, where they do not hold what they did before.
    fn change_results(&mut self, before: &[Value]) {
        let after = self.values_of_results();
        if after == before {
            return;
        }
        let returned = self
            .frames
            .last_mut()
            .and_then(|frame| frame.returns.take());
        let returned = returned.unwrap_or_default();
        let known = after.iter().zip(before).enumerate();
        let results = known.map(|(position, (after, before))| {
            if after == before {
                self.named_result(&returned, position)
            } else {
                after.clone()
            }
        });
        let mut results: Vec<Value> = results.collect();
        let results = match results.pop() {
            Some(only) if results.is_empty() => only,
            last => {
                results.extend(last);
                collection_of(Value::default(), results)
            }
        };
        if let Some(frame) = self.frames.last_mut() {
            frame.returns = Some(results);
            frame.gives_back = GivenBack::Other;
        }
    }
}

//! Channels: what one function or closure puts into them comes out in another, whichever runs first here.

use tripline_ir::{Collection, ExprId, ExprKind, Span, Symbol};
use tripline_syntax::Language;

use super::Interpreter;
use super::call::with_element;
use crate::{Flow, Value};

/// Most calls of a function that are run again for what was put into a channel after them.
const MAX_RERUNS: usize = 8;

impl Interpreter<'_, '_> {
    /// Whether a subscript stands for sending to the channel that it is of.
    pub(super) fn is_send(&self, index: ExprId) -> bool {
        let nothing =
            matches!(&self.body.expr(index).kind, ExprKind::Unknown(parts) if parts.is_empty());
        nothing && self.context.language == Language::Go
    }

    /// Puts a value into a channel.
    pub(super) fn send(&mut self, channel: ExprId, value: &Value) {
        if let ExprKind::Name(name) = self.body.expr(channel).kind {
            self.sent.insert(name);
        }
        self.add_element(channel, value);
    }

    /// Notes the names that two ends of a channel are bound to.
    pub(super) fn note_ends(&mut self, pattern: &Collection, made: &Value) {
        let [sender, receiver] = &*pattern.entries else {
            return;
        };
        let model = made
            .result_of
            .and_then(|callee| self.context.knowledge.callable(callee));
        let names = (
            &self.body.expr(sender.value).kind,
            &self.body.expr(receiver.value).kind,
        );
        if let (ExprKind::Name(sender), ExprKind::Name(receiver)) = names
            && model.is_some_and(|model| matches!(model.flow, Flow::Ends(_)))
        {
            self.ends.insert(*sender, *receiver);
        }
    }

    /// Lets what was put into one end of a channel come out of the other.
    pub(super) fn pass_through_channel(&mut self, into: ExprId, value: &Value) {
        let ExprKind::Name(sender) = self.body.expr(into).kind else {
            return;
        };
        let Some(receiver) = self.ends.get(&sender).copied() else {
            return;
        };
        if let Some(before) = self.environment.get(receiver).cloned() {
            self.environment.set(receiver, with_element(before, value));
            self.sent.insert(receiver);
        }
    }

    /// Keeps a call for what may be put into a channel after it.
    pub(super) fn note_call(&mut self, call: ExprId) {
        let has_channels = self.is_rust() || self.context.language == Language::Go;
        if let Some(frame) = self.frames.last_mut()
            && has_channels
            && !frame.calls.contains(&call)
        {
            frame.calls.push(call);
        }
    }

    /// Runs the calls of the function again that take out of channels what was put into these after they ran.
    pub(super) fn rerun_receivers(&mut self) {
        if self.sent.is_empty() {
            return;
        }
        let calls = self
            .frames
            .last_mut()
            .map(|frame| std::mem::take(&mut frame.calls));
        let receiving: Vec<ExprId> = calls
            .unwrap_or_default()
            .into_iter()
            .filter(|call| self.mentions_sent(self.body.expr(*call).span))
            .take(MAX_RERUNS)
            .collect();
        for call in receiving {
            self.eval(call);
        }
    }

    fn mentions_sent(&self, span: Span) -> bool {
        let mut exprs = self.body.exprs.iter();
        exprs.any(|expr| match &expr.kind {
            ExprKind::Name(name) => span.contains(expr.span) && self.is_sent(*name),
            _ => false,
        })
    }

    fn is_sent(&self, name: Symbol) -> bool {
        self.sent.contains(&name)
    }
}

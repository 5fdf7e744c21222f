//! What methods do to the objects that they are called on or passed, and what is then known of these.

use std::sync::Arc;

use tripline_ir::Symbol;

use super::Interpreter;
use crate::summary::Effect;
use crate::{Fields, Label, Piece, Shape, Taint, Value};

impl Interpreter<'_, '_> {
    /// Keeps what the function has made of what it was given, where it returns.
    pub(super) fn note_left_behind(&mut self) {
        if self.frames.len() > 1 {
            return;
        }
        for (_, name, _) in &self.given {
            let Some(after) = self.environment.get(*name) else {
                continue;
            };
            let joined = match self.left_behind.get(name) {
                Some(before) => before.join(after),
                None => after.clone(),
            };
            self.left_behind.insert(*name, joined);
        }
    }

    /// What the function has done to what it was passed.
    pub(super) fn effects(&self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (parameter, name, before) in &self.given {
            if !self.changed.contains(name) || self.replaced.contains(name) {
                continue;
            }
            let Some(after) = self.left_behind.get(name) else {
                continue;
            };
            if self.overwritten.contains(name) {
                effects.push(Effect {
                    parameter: *parameter,
                    members: Vec::new(),
                    appended: None,
                    assigned: Some(after.clone()),
                });
                continue;
            }
            let known = |name: &str| before.fields.as_ref().and_then(|fields| fields.get(name));
            let members = after.fields.iter().flat_map(|fields| &fields.named);
            let members: Vec<_> = members
                .filter(|(name, value)| known(name) != Some(value))
                .cloned()
                .collect();
            let is_appended = after.shape.is_some() && after.shape != before.shape;
            let appended = is_appended.then(|| Value {
                fields: None,
                ..after.clone()
            });
            if !members.is_empty() || appended.is_some() {
                effects.push(Effect {
                    parameter: *parameter,
                    members,
                    appended,
                    assigned: None,
                });
            }
        }
        effects
    }
}

/// The members that a method leaves behind, as other methods see them: what a caller has passed came by way of the member.
pub(super) fn of_instances(fields: Fields) -> Fields {
    let named = fields.named.into_iter();
    let named = named.map(|(name, value)| {
        let member = Symbol::new(&name);
        let kept = kept(value, &|label| {
            if label.parameter.take().is_some() {
                label.member = Some(member);
            }
        });
        (name, kept)
    });
    Fields::new(named.collect(), fields.positional, fields.complete)
}

/// A value with every label changed, those of its members and of what is inserted into its text too.
fn kept(mut value: Value, change: &dyn Fn(&mut Label)) -> Value {
    value.taint.0.iter_mut().for_each(change);
    value.shape = value.shape.map(|shape| {
        let mut pieces = shape.pieces.clone();
        for piece in &mut pieces {
            if let Piece::Hole { value, .. } = piece {
                **value = kept(std::mem::take(&mut **value), change);
            }
        }
        Arc::new(Shape {
            pieces,
            built_at: shape.built_at.clone(),
        })
    });
    value.fields = value.fields.map(|fields| {
        let mut fields = Fields::clone(&fields);
        for member in fields.values_mut() {
            *member = kept(std::mem::take(member), change);
        }
        fields.bounded()
    });
    value
}

/// What is known of an object after a function has changed it.
pub(super) fn after(
    before: Value,
    effect: &Effect,
    instantiated: &dyn Fn(&Value) -> Value,
) -> Value {
    if let Some(assigned) = &effect.assigned {
        let assigned = instantiated(assigned);
        return Value {
            ty: assigned.ty.or(before.ty),
            ..assigned
        };
    }
    let mut value = before;
    if let Some(appended) = &effect.appended {
        let appended = instantiated(appended);
        let mut pieces = value
            .shape
            .as_ref()
            .map_or_else(Vec::new, |shape| shape.pieces.clone());
        pieces.extend(appended.shape.iter().flat_map(|shape| shape.pieces.clone()));
        value.content = match value.shape {
            Some(_) => value.content.concat(&appended.content),
            None => appended.content,
        };
        value.taint = value.taint.union(&appended.taint);
        value.shape = Some(Arc::new(Shape {
            pieces,
            built_at: Vec::new(),
        }));
    }
    if !effect.members.is_empty() {
        let mut fields = value.fields.as_deref().cloned().unwrap_or_default();
        let mut taint = Taint::default();
        for (name, member) in &effect.members {
            let member = instantiated(member);
            taint = taint.union(&member.taint);
            fields.set(name, member);
        }
        value.fields = Some(fields.bounded());
        if value.ty.is_none() && value.origin.is_none() {
            value.taint = value.taint.union(&taint);
        }
    }
    value
}

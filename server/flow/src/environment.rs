//! What a body can see of its surroundings.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use tripline_ir::{BodyKey, ExprId, Symbol};

use crate::{Fields, ParamFact, Value};

/// The values of a module's names after its top level has run, sorted by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Globals {
    /// The names.
    pub names: Vec<(Symbol, Value)>,
    /// Functions that the module hands to a framework, with what is known of their parameters; sorted by key.
    pub callbacks: Vec<(BodyKey, Vec<ParamFact>)>,
    /// The types of what the statements of its classes assign, in source order.
    pub classes: Vec<(Symbol, Fields)>,
    /// What the closures that the module names return, in terms of their parameters; sorted by closure.
    pub closures: Vec<(ExprId, Value)>,
    /// What handlers leave in objects of a framework that those after them are given, by the type of the objects.
    pub carried: Vec<(Symbol, Fields)>,
}

impl Globals {
    /// The value of a name.
    pub fn get(&self, name: Symbol) -> Option<&Value> {
        self.names
            .binary_search_by(|(key, _)| key.cmp(&name))
            .ok()
            .map(|index| &self.names[index].1)
    }

    /// What a closure that the module names returns, in terms of its parameters.
    pub(crate) fn returned(&self, closure: ExprId) -> Option<Value> {
        let mut closures = self.closures.iter();
        let (_, returned) = closures.find(|(known, _)| *known == closure)?;
        Some(returned.clone())
    }

    /// Adds what one of the module's functions has set up.
    pub fn absorb(&mut self, more: &Globals) {
        for (name, value) in &more.names {
            self.add(*name, value);
        }
        for (key, facts) in &more.callbacks {
            if self.callback(*key).is_none() {
                self.callbacks.push((*key, facts.clone()));
            }
        }
        self.callbacks.sort_by_key(|(key, _)| *key);
        for (ty, fields) in &more.carried {
            self.carry(*ty, fields);
        }
    }

    /// Adds what a name may hold as well.
    pub(crate) fn add(&mut self, name: Symbol, value: &Value) {
        match self.names.binary_search_by(|(known, _)| known.cmp(&name)) {
            Ok(index) => self.names[index].1 = self.names[index].1.join(value),
            Err(index) => self.names.insert(index, (name, value.clone())),
        }
    }

    /// Adds what a handler leaves in an object of a type.
    pub(crate) fn carry(&mut self, ty: Symbol, fields: &Fields) {
        match self.carried.iter_mut().find(|(known, _)| *known == ty) {
            Some((_, known)) => *known = known.join(fields),
            None => self.carried.push((ty, fields.clone())),
        }
    }

    /// What handlers leave in a member of an object of a type.
    pub(crate) fn carried(&self, ty: Symbol, member: &str) -> Option<&Value> {
        let mut carried = self.carried.iter();
        let (_, fields) = carried.find(|(known, _)| *known == ty)?;
        fields.get(member)
    }

    /// What is known of the parameters of a function that the module hands to a framework.
    pub fn callback(&self, key: BodyKey) -> Option<&[ParamFact]> {
        self.callbacks
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, facts)| facts.as_slice())
    }
}

/// What is known of a class's members from its declaration and its constructor, sorted by class name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassFacts {
    /// Members of each class.
    pub classes: Vec<(Symbol, Arc<Fields>)>,
}

impl ClassFacts {
    /// The members of a class.
    pub fn get(&self, class: Symbol) -> Option<&Arc<Fields>> {
        self.classes
            .binary_search_by(|(key, _)| key.cmp(&class))
            .ok()
            .map(|index| &self.classes[index].1)
    }
}

/// The names of a running body: layers of writes, one for each open branch and each closure that is being run.
#[derive(Debug, Default)]
pub(crate) struct Environment {
    layers: Vec<Layer>,
}

/// The writes of one branch or closure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layer {
    names: FxHashMap<Symbol, Value>,
    /// What conditions say of dotted places.
    places: FxHashMap<Symbol, Value>,
    /// Names declared here, for the layer of a closure or a scope.
    declared: Option<FxHashSet<Symbol>>,
    /// Names of its surroundings that it says to be so.
    outer: FxHashSet<Symbol>,
    /// Of a scope: what it wrote to names of its surroundings before it declared its own of the same name.
    shadowed: FxHashMap<Symbol, Value>,
    /// What it declares is not seen outside.
    is_scope: bool,
}

impl Layer {
    /// What is written to names, sorted.
    pub(crate) fn into_names(self) -> Vec<(Symbol, Value)> {
        let mut names: Vec<_> = self.names.into_iter().collect();
        names.sort_by_key(|(name, _)| *name);
        names
    }

    /// Leaves the writes to names of the surroundings alone.
    fn leave_scope(&mut self, scope: &Layer) {
        let Some(declared) = scope.declared.as_ref().filter(|_| scope.is_scope) else {
            return;
        };
        self.names.retain(|name, _| !declared.contains(name));
        self.places.retain(|place, _| {
            let root = place.split('.').next().unwrap_or_default();
            !declared.contains(&Symbol::new(root))
        });
        let shadowed = scope.shadowed.iter();
        self.names
            .extend(shadowed.map(|(name, value)| (*name, value.clone())));
    }
}

impl Environment {
    pub(crate) fn new() -> Self {
        Environment {
            layers: vec![Layer::default()],
        }
    }

    pub(crate) fn depth(&self) -> usize {
        self.layers.len()
    }

    pub(crate) fn get(&self, name: Symbol) -> Option<&Value> {
        self.layers
            .iter()
            .rev()
            .find_map(|layer| layer.names.get(&name))
    }

    /// Takes out the value of a name that was written in the innermost layer, to be changed and set again.
    pub(crate) fn take(&mut self, name: Symbol) -> Option<Value> {
        self.top().names.remove(&name)
    }

    pub(crate) fn set(&mut self, name: Symbol, value: Value) {
        for layer in &mut self.layers {
            if !layer.places.is_empty() {
                let prefix = format!("{name}.");
                layer.places.retain(|place, _| !place.starts_with(&prefix));
            }
        }
        self.top().names.insert(name, value);
    }

    /// Marks a name as the innermost closure's or scope's own.
    pub(crate) fn declare(&mut self, name: Symbol) {
        let Some(layer) = self
            .layers
            .iter_mut()
            .rev()
            .find(|layer| layer.declared.is_some())
        else {
            return;
        };
        if layer.outer.contains(&name) {
            return;
        }
        let is_first = layer
            .declared
            .as_mut()
            .is_some_and(|declared| declared.insert(name));
        if is_first
            && layer.is_scope
            && let Some(before) = layer.names.get(&name)
        {
            layer.shadowed.insert(name, before.clone());
        }
    }

    /// Marks a name as one of the surroundings of the innermost closure.
    pub(crate) fn declare_outer(&mut self, name: Symbol) {
        let mut layers = self.layers.iter_mut().rev();
        if let Some(layer) = layers.find(|layer| layer.declared.is_some()) {
            layer.outer.insert(name);
        }
    }

    /// Whether any condition speaks of a dotted place.
    pub(crate) fn has_places(&self) -> bool {
        self.layers.iter().any(|layer| !layer.places.is_empty())
    }

    pub(crate) fn place(&self, place: Symbol) -> Option<&Value> {
        self.layers
            .iter()
            .rev()
            .find_map(|layer| layer.places.get(&place))
    }

    pub(crate) fn set_place(&mut self, place: Symbol, value: Value) {
        self.top().places.insert(place, value);
    }

    /// Opens a branch.
    pub(crate) fn push(&mut self) {
        self.layers.push(Layer::default());
    }

    /// Opens a closure.
    pub(crate) fn push_closure(&mut self) {
        self.layers.push(Layer {
            declared: Some(FxHashSet::default()),
            ..Layer::default()
        });
    }

    /// Opens a branch whose declarations are its own.
    pub(crate) fn push_scope(&mut self) {
        self.layers.push(Layer {
            declared: Some(FxHashSet::default()),
            is_scope: true,
            ..Layer::default()
        });
    }

    /// Closes a scope and hands out its writes to what surrounds it.
    pub(crate) fn pop_scope(&mut self) -> Layer {
        let scope = self.pop();
        let mut written = Layer {
            names: scope.names.clone(),
            places: scope.places.clone(),
            ..Layer::default()
        };
        written.leave_scope(&scope);
        written
    }

    /// Closes a branch and hands out its writes.
    pub(crate) fn pop(&mut self) -> Layer {
        debug_assert!(self.layers.len() > 1, "every pop has its push");
        self.layers.pop().unwrap_or_default()
    }

    /// Closes a closure: what it wrote to names of its surroundings may or may not have happened.
    pub(crate) fn pop_closure(&mut self) {
        for (name, value) in self.written_by_closure() {
            if let Some(before) = self.get(name) {
                let joined = before.join(&value);
                self.set(name, joined);
            }
        }
    }

    /// Closes a closure: what it wrote to names of its surroundings has happened.
    pub(crate) fn complete_closure(&mut self) {
        for (name, value) in self.written_by_closure() {
            if self.get(name).is_some() {
                self.set(name, value);
            }
        }
    }

    /// Closes a closure and gives what it wrote to names of its surroundings, sorted.
    fn written_by_closure(&mut self) -> Vec<(Symbol, Value)> {
        let layer = self.pop();
        let declared = layer.declared.unwrap_or_default();
        let outer = layer.names.into_iter();
        let mut outer: Vec<_> = outer.filter(|(name, _)| !declared.contains(name)).collect();
        outer.sort_by_key(|(name, _)| *name);
        outer
    }

    /// All writes above a depth as one layer, later ones winning, without what scopes have declared for themselves.
    pub(crate) fn flattened_above(&self, depth: usize) -> Layer {
        let mut flat = Layer::default();
        for layer in self.layers[depth.min(self.layers.len())..].iter().rev() {
            let inner = std::mem::replace(&mut flat.names, layer.names.clone());
            flat.names.extend(inner);
            let inner = std::mem::replace(&mut flat.places, layer.places.clone());
            flat.places.extend(inner);
            flat.leave_scope(layer);
        }
        flat
    }

    /// Lets one of several branches have happened. Whether a name may hold what it could not before.
    pub(crate) fn merge(&mut self, mut branches: Vec<Layer>) -> bool {
        if branches.len() == 1 {
            if let Some(only) = branches.pop() {
                self.apply(only);
            }
            return true;
        }
        let mut is_changed = false;
        // In no particular order: what is written to one name does not depend on another.
        let mut names: Vec<Symbol> = Vec::new();
        let mut seen: FxHashSet<Symbol> = FxHashSet::default();
        for branch in &branches {
            names.extend(branch.names.keys().filter(|name| seen.insert(**name)));
        }
        for name in names {
            let before = self.get(name).cloned();
            let mut joined: Option<Value> = None;
            for branch in &branches {
                if let Some(value) = branch.names.get(&name).or(before.as_ref()) {
                    joined = Some(joined.map_or_else(|| value.clone(), |known| known.join(value)));
                }
            }
            if let Some(value) = joined {
                is_changed |= before.is_none_or(|before| !before.is_like(&value));
                self.set(name, value);
            }
        }
        let first = branches
            .first()
            .map(|branch| branch.places.clone())
            .unwrap_or_default();
        let mut places: Vec<_> = first.into_iter().collect();
        places.sort_by_key(|(place, _)| *place);
        for (place, value) in places {
            if branches
                .iter()
                .all(|branch| branch.places.contains_key(&place))
            {
                self.set_place(place, value);
            }
        }
        is_changed
    }

    /// Lets a branch have happened.
    pub(crate) fn apply(&mut self, branch: Layer) {
        // In no particular order: what is written to one name does not depend on another.
        let names: Vec<_> = branch.names.into_iter().collect();
        for (name, value) in names {
            self.set(name, value);
        }
        self.top().places.extend(branch.places);
    }

    /// Takes out the names of the outermost layer, sorted.
    pub(crate) fn take_names(&mut self) -> Vec<(Symbol, Value)> {
        std::mem::take(&mut self.layers[0]).into_names()
    }

    fn top(&mut self) -> &mut Layer {
        self.layers
            .last_mut()
            .expect("the outermost layer is never closed")
    }
}

//! What a body can see of its surroundings.

use std::sync::Arc;

use tripline_ir::Symbol;

use crate::Value;

/// The values of a module's names after its top level has run, sorted by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Globals {
    /// The names.
    pub names: Vec<(Symbol, Value)>,
}

impl Globals {
    /// The value of a name.
    pub fn get(&self, name: Symbol) -> Option<&Value> {
        self.names.binary_search_by(|(key, _)| key.cmp(&name)).ok().map(|index| &self.names[index].1)
    }
}

/// What is known of a class's members from its declaration and its constructor, sorted by class name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassFacts {
    /// Members of each class.
    pub classes: Vec<(Symbol, Arc<crate::Fields>)>,
}

impl ClassFacts {
    /// The members of a class.
    pub fn get(&self, class: Symbol) -> Option<&Arc<crate::Fields>> {
        self.classes.binary_search_by(|(key, _)| key.cmp(&class)).ok().map(|index| &self.classes[index].1)
    }
}
